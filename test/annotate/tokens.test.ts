import { describe, expect, it } from 'vitest'
import { annotateText, tokensOf } from './fixture.ts'

describe('tokens', () => {
  it.each([
    ["She didn't, and we'll see", "She did n't , and we 'll see"],
    ["the port's crane; the ports' cranes", "the port 's crane ; the ports ' cranes"],
    ['It’s villages that’ve asked', "It 's villages that 've asked"],
    ["shouldn't've", "should n't 've"],
    ['they cannot', 'they can not'],
    ["O'Malley at ten o'clock", "O'Malley at ten o'clock"],
    ['a so-called small-dollar plan', 'a so-called small-dollar plan'],
    ['the dam – a relic — fell--hard', 'the dam -- a relic -- fell -- hard'],
    ['Well… no... never', 'Well ... no ... never'],
    ['Dr. Nair of the U.S. at 5 p.m. on Jan. 3', 'Dr. Nair of the U.S. at 5 p.m. on Jan. 3'],
    ['J. K. Quill and A.J. Holm', 'J. K. Quill and A.J. Holm'],
    ['It cost $1,200.50, or 40%', 'It cost $ 1,200.50 , or 40 %'],
    ['£3.5bn by 10:30', '£ 3.5bn by 10:30'],
    ['See https://orrin.example/a?b=c, or ask desk@orrin.example.', 'See https://orrin.example/a?b=c , or ask desk@orrin.example .'],
    ['Some of ’em since the ’50s', "Some of 'em since the '50s"],
    ["'Tis a waste o' time, rock 'n' roll", "'Tis a waste o' time , rock 'n' roll"],
    ['“No,” ‘so’ «da»', '" No , " \' so \' " da "'],
    ["``No,'' he said", '" No , " he said'],
    ['Harbour v. Orrin, No. 4 and no. She', 'Harbour v. Orrin , No. 4 and no . She'],
    ['They left.Then came', 'They left . Then came'],
    ['"""""" News ‘‘‘‘', '"""""" News \'\'\'\''],
    ['(AT&T) and/or Q&A [sic]', '( AT&T ) and/or Q&A [ sic ]'],
  ])('of %s', (text, expected) => {
    expect(tokensOf(text).join(' ')).toBe(expected)
  })

  it('leave markup out', () => {
    expect(tokensOf('The [leaked memo](https://a.example/x_(1)) was **not** _that_ old ![map](m.png)').join(' ')).toBe(
      'The leaked memo ) was not that old',
    )
    expect(tokensOf('a snake_case name and 2 * 3 stay').join(' ')).toBe('a snake_case name and 2 * 3 stay')
  })

  it('stand at the words of the text', () => {
    const { tokens, document } = annotateText('Rosa’s “plan” — done')
    expect(tokens.start.map((start, t) => document.text.slice(start, tokens.end[t]))).toEqual(['Rosa', '’s', '“', 'plan', '”', '—', 'done'])
  })

  it('are only in the body', () => {
    const of = annotateText(
      ['title', 'The dam fails'],
      ['byline', 'By Rosa Quill'],
      'Water rose.',
      ['caption', 'The dam'],
      ['quote', 'It fell.'],
    )
    expect(of.tokens.text).toEqual(['Water', 'rose', '.', 'It', 'fell', '.'])
    expect(of.paragraphs.map(p => p.block)).toEqual([2, 4])
  })
})
