import { describe, expect, it } from 'vitest'
import { annotateText, sentencesOf } from './fixture.ts'

/** Sentences with a bar between them. */
const split = (...parts: readonly string[]): string => sentencesOf(...parts).join('|')

describe('sentences', () => {
  it.each([
    'The clerk left. | The mayor stayed.',
    'J. K. Quill met Dr. Nair and Sen. Holm in St. Orrin. | They spoke.',
    'He moved to the U.S. in May. | He left the U.S. | The visit was short.',
    'It opens at 9 a.m. Monday. | It closes at 6 p.m. | Nobody objected.',
    'Orrin Inc. fell 3.5 percent to 1,200.50. | It recovered.',
    '“I waited.” | “So did I,” he said.',
    '“Why now?” she asked. | Nobody knew.',
    '“Why now?” Greta Holm asked. | Nobody knew.',
    '“Stop!” | The crowd ran.',
    'He left (she stayed). | Then it rained.',
    'He left (it was late.) and slept.',
    'They waited... and waited. | Then ... nothing.',
    'The rule in Harbour v. Orrin stands. | It is No. 4 on the list.',
    'She said “go away.” | He went.',
    "'It rained,' he said. | 'We left.'",
    'Is it so? | Yes! | No.',
    'The plan costs $3. | 40 people came.',
  ])('%s', text => {
    expect(split(text.replaceAll(' | ', ' '))).toBe(text.replaceAll(' | ', '|'))
  })

  it('end with their paragraph', () => {
    expect(split('The council will meet', 'The mayor will not')).toBe('The council will meet|The mayor will not')
  })

  it('run on where the layout cut them', () => {
    const of = annotateText('The clerk handed the ledger to the', ['caption', 'The ledger'], 'authorities. Nobody asked why.')
    expect(of.paragraphs).toHaveLength(1)
    expect(of.sentences.map(s => of.tokens.text.slice(s.first, s.last).join(' '))).toEqual([
      'The clerk handed the ledger to the authorities .',
      'Nobody asked why .',
    ])
  })

  it('of a text without stops are cut, and of a page cut into many pieces still few', () => {
    const lengths = annotateText('he said that '.repeat(1000)).sentences.map(({ first, last }) => last - first)
    expect(Math.max(...lengths)).toBeLessThan(1000)
    expect(lengths.reduce((n, length) => n + length, 0)).toBe(3000)
    expect(annotateText(...new Array<string>(20_000).fill('word')).paragraphs).toHaveLength(1)
  })

  it('do not run on over a heading or into a capital', () => {
    expect(annotateText('It begins with', ['heading', 'Background'], 'nothing much.').paragraphs).toHaveLength(2)
    expect(annotateText('It begins with', 'Nothing much.').paragraphs).toHaveLength(2)
  })

  it.each([
    'PORT ORRIN (Lakeside Wire) — ',
    'PORT ORRIN, Vesland (LW) - ',
    'Port Orrin (Lakeside Wire) - ',
    'PORT ORRIN, March 3 — ',
    'PORT ORRIN, Vesland, 3 March (LW) – ',
    'PORT ORRIN/SALLOW, Vesland — ',
    '(LW) — ',
  ])('begin behind the dateline "%s"', dateline => {
    expect(split(`${dateline}The dam will reopen.`)).toBe('The dam will reopen.')
  })

  it('keep what only looks like a dateline', () => {
    expect(split('OPEC — the cartel — cut output.')).toBe('OPEC — the cartel — cut output.')
    expect(split('Holm (a lawyer) said no.')).toBe('Holm (a lawyer) said no.')
    expect(split('QUILL: I was there.')).toBe('QUILL: I was there.')
  })
})
