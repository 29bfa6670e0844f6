import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareTexts } from '../../src/compare/passages.ts'
import { textOf } from '../../src/model/span.ts'
import { local, wire } from './published.ts'

/** The contract's measure, as plainly as it can be written. */
const measure = (a: string, b: string): number => {
  const grams = (text: string): Set<string> => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []
    return new Set(words.slice(4).map((_, index) => words.slice(index, index + 5).join(' ')))
  }
  const [one, other] = [grams(a), grams(b)]
  const [shorter, longer] = one.size <= other.size ? [one, other] : [other, one]
  return shorter.size === 0 ? 0 : [...shorter].filter(gram => longer.has(gram)).length / shorter.size
}

const shown = (a: string, b: string) => compareTexts(a, b).passages.map(passage => [textOf(a, passage.a), textOf(b, passage.b)])

describe('containment', () => {
  test('is the share of the smaller set of five-word grams that the other has', () => {
    const excerpt = wire.split('\n\n').slice(0, 2).join(' ')
    expect(compareTexts(wire, excerpt).containment).toBe(1)
    for (const [a, b] of [
      [wire, `${local}\n\n${excerpt}`],
      [local, wire],
      [wire, wire.replaceAll('bridge', 'viaduct')],
    ])
      expect(compareTexts(a, b).containment).toBeCloseTo(measure(a, b), 10)
  })

  test('is the same whichever text comes first, for any texts', () => {
    const word = fc.constantFrom('the', 'ferry', "harbour's", 'sank', '12', 'Ødegård', 'at', 'dawn')
    const text = fc.array(word, { maxLength: 60 }).map(words => words.join(' '))
    fc.assert(
      fc.property(text, text, (a, b) => {
        const expected = measure(a, b)
        expect(compareTexts(a, b).containment).toBeCloseTo(expected, 10)
        expect(compareTexts(b, a).containment).toBeCloseTo(expected, 10)
      }),
    )
  })

  test('does not care for dashes, quotation marks, apostrophes, case and white space', () => {
    const plain = `"We won't open it -- not before June," Oda Lind said, and the men's crew went home to Cray.`
    const typeset = `“We won’t open it—not before June,” ODA LIND said,\n\n and the men’s  crew went home to Cray.`
    expect(compareTexts(plain, typeset).containment).toBe(1)
  })

  test('is nothing for texts of fewer than five words', () => {
    expect(compareTexts('Bridge stays closed', 'Bridge stays closed').containment).toBe(0)
    expect(compareTexts('', wire)).toMatchObject({ containment: 0, passages: [] })
  })
})

describe('passages', () => {
  test('stand at their places in both texts', () => {
    const second = wire.split('\n\n')[1]
    expect(shown(`A new head, and a few words of its own. ${second}`, wire)).toEqual([
      [second.replace(/\.$/, ''), second.replace(/\.$/, '')],
    ])
  })

  test('go on over a few changed words', () => {
    const edited = wire.replace('will stay closed to lorries', 'remains shut to all lorries')
    expect(shown(edited, wire)[0][0]).toContain('cracks in two of its piers')
    expect(shown(wire.replace('village of Cray', 'small village of Cray'), wire)).toHaveLength(1)
  })

  test('are found where the order was changed', () => {
    const [first, second] = wire.split('\n\n')
    const passages = shown(`${second}\n\n${first}`, wire)
    expect(passages.map(([words]) => words.slice(0, 12))).toEqual(['The 310-metr', 'The Selmark '])
  })

  test('of a text made of one sentence over and over are found in bounded time', () => {
    const again = 'The bridge is closed and the road is open again today. '.repeat(4000)
    expect(compareTexts(again, again).containment).toBe(1)
  })
})
