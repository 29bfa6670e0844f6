import { describe, expect, it } from 'vitest'
import { annotateText, quotationsOf } from './fixture.ts'

describe('quotations in double marks', () => {
  it.each([
    ['"It rained," she said. "We left."', ['"It rained,"', '"We left."']],
    ['“It rained,” she said.', ['“It rained,”']],
    ["``It rained,'' she said.", ["``It rained,''"]],
    ['«Il pleut», she said, and «non».', ['«Il pleut»', '«non»']],
    ['„Nein“, she said, and „no”.', ['„Nein“', '„no”']],
    ['»Nej«, she said.', ['»Nej«']],
    ['”Nej”, she said.', ['”Nej”']],
    ['The "new" plan—"never"—and ("so").', ['"new"', '"never"', '"so"']],
    ['“ ‘Not so!’ ”—Rosa Quill', ['“ ‘Not so!’ ”', '‘Not so!’']],
    ['She denied ‘‘any talks, ‘‘ and left.', ['‘‘any talks, ‘‘']],
    ['“I was—” he began.', ['“I was—”']],
    ['He is 6\'2" tall, and the pipe is 12" wide. "So," he said.', ['"So,"']],
    ['" It rained , " she said.', ['" It rained , "']],
    ['“It is “mad” really,” he said.', ['“It is “mad” really,”', '“mad”']],
  ])('%s', (text, expected) => {
    expect(quotationsOf(text)).toEqual(expected)
  })
})

describe('quotations in single marks', () => {
  it.each([
    ["'It rained,' said Holm. 'We left.'", ["'It rained,'", "'We left.'"]],
    ['‘It didn’t rain,’ said Holm.', ['‘It didn’t rain,’']],
    [
      "He said: 'I've had eleven councils' worth of it, and I'd had enough. I hadn't.'",
      ["'I've had eleven councils' worth of it, and I'd had enough. I hadn't.'"],
    ],
    ["The 'rebels' and the workers' union met.", ["'rebels'"]],
    ["The workers' union met the dogs' owners.", []],
    ["'about six of 'em in favour', he said", ["'about six of 'em in favour'"]],
    ["The stores opened in the '50s and the '60s.", []],
    ["'I'm goin' home,' said Tom. 'A waste o' time.'", ["'I'm goin' home,'", "'A waste o' time.'"]],
    ["It's rock 'n' roll, 'tis said.", []],
    ["'Nobody's green will go without the parish's say-so,' he said.", ["'Nobody's green will go without the parish's say-so,'"]],
    ["He called it 'daft', 'mad' and 'bad'.", ["'daft'", "'mad'", "'bad'"]],
    ['‘The ’80s were kind,’ she said.', ['‘The ’80s were kind,’']],
  ])('%s', (text, expected) => {
    expect(quotationsOf(text)).toEqual(expected)
  })
})

describe('nested quotations', () => {
  it.each([
    ['“He told me ‘go away’ and I went,” she said.', '‘go away’'],
    ['\'He told me "go away" and I went,\' she said.', '"go away"'],
    ['"He told me \'go away\' and I went," she said.', "'go away'"],
    ['“He said, ‘We’ll go.’”', '‘We’ll go.’'],
  ])('%s', (text, inner) => {
    const of = annotateText(text)
    expect(of.quotations).toHaveLength(2)
    const [outer, nested] = of.quotations
    expect(outer.parent).toBe(-1)
    expect(nested.parent).toBe(0)
    expect(of.document.text.slice(nested.start, nested.end)).toBe(inner)
    expect(of.tokens.quotation[nested.first]).toBe(1)
    expect(of.tokens.quotation[outer.first]).toBe(0)
  })
})

describe('quotations over paragraphs', () => {
  it('run on where each paragraph opens with a mark', () => {
    const { quotations } = annotateText('“It began in May.', '“It went on in June.', '“It is over,” Holm said.', '“Is it?” she asked.')
    expect(quotations.map(q => [q.continues, q.closed])).toEqual([
      [-1, true],
      [0, true],
      [1, true],
      [-1, true],
    ])
  })

  it('run on in single marks', () => {
    const { quotations } = annotateText("'It began in May.", "'It is over,' Holm said.")
    expect(quotations.map(q => [q.continues, q.closed])).toEqual([
      [-1, true],
      [0, true],
    ])
  })

  it('run on where only the last paragraph has the closing mark', () => {
    const of = annotateText('“It began in May.', 'It is over,” Holm said.')
    expect(of.quotations.map(q => [q.continues, q.closed, of.document.text.slice(q.start, q.end)])).toEqual([
      [-1, true, '“It began in May.'],
      [0, true, 'It is over,”'],
    ])
  })

  it('end with their paragraph where they are never closed', () => {
    const of = annotateText('“It began in May, Holm said.', 'She left.')
    expect(of.quotations).toHaveLength(1)
    expect(of.quotations[0]).toMatchObject({ closed: false, start: 0, end: 28 })
  })

  it('end before the next one opens where the closing mark is missing', () => {
    expect(quotationsOf('“It began in May, Holm said. “It is over.”')).toEqual(['“It began in May, Holm said.', '“It is over.”'])
  })
})

describe('quote blocks', () => {
  it('are quotations as a whole', () => {
    const { quotations } = annotateText('Holm wrote:', ['quote', 'It began in “May”.\n\nIt is over.'], 'She left.')
    expect(quotations.map(q => [q.mark, q.parent, q.continues])).toEqual([
      ['block', -1, -1],
      ['double', 0, -1],
      ['block', -1, 0],
    ])
  })

  it('need none where they have marks of their own', () => {
    const { quotations } = annotateText(['quote', '“It began in May.” — Greta Holm'])
    expect(quotations.map(q => q.mark)).toEqual(['double'])
  })
})

describe('tags of marks', () => {
  it('tell opening from closing and apostrophe', () => {
    const { tokens } = annotateText("The workers' plan is 'daft'.")
    expect(tokens.text.flatMap((w, t) => (w === "'" ? [tokens.tag[t]] : []))).toEqual(['POS', '``', "''"])
  })
})
