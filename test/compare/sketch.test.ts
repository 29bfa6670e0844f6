import { expect, test } from 'vitest'
import { KEY_LIMIT, SURE_WORDS, sketchText } from '../../src/compare/sketch.ts'
import { local, wire } from './published.ts'

const common = (a: string, b: string): number => {
  const keys = new Set(sketchText(a).keys)
  return sketchText(b).keys.filter(key => keys.has(key)).length
}

/** Words that stand nowhere else. */
const filler = (count: number, seed: number): string => Array.from({ length: count }, (_, index) => `w${seed}x${index}`).join(' ')

test('an excerpt of sixty words under a new head is found in an article of two thousand', () => {
  const excerpt = wire.split(/\s+/).slice(40, 100).join(' ')
  const long = `${filler(1200, 1)} ${wire} ${filler(700, 2)}`
  expect(common(`${local} ${excerpt}`, long)).toBeGreaterThan(0)
})

test('a shared passage of the promised length has a key in common wherever it stands', () => {
  const words = wire.split(/\s+/)
  for (let from = 0; from + SURE_WORDS <= words.length; from += 7) {
    const passage = words.slice(from, from + SURE_WORDS).join(' ')
    expect(
      common(`${filler(31 + from, 3)} ${passage} ${filler(17, 4)}`, `${filler(9, 5)} ${passage} ${filler(44 + from, 6)}`),
    ).toBeGreaterThan(0)
  }
})

test('texts that share nothing have no key in common', () => {
  expect(common(wire, local)).toBe(0)
})

test('keys are bounded for a text of any length, and an excerpt is still found', () => {
  const chapter = filler(900, 7)
  const book = `${filler(40_000, 8)} ${chapter} ${filler(40_000, 9)}`
  const { keys } = sketchText(book)
  expect(keys.length).toBeLessThanOrEqual(KEY_LIMIT)
  expect(keys).toEqual([...new Set(keys)].sort((a, b) => a - b))
  expect(common(book, chapter)).toBeGreaterThan(0)
})

test('a text of fewer than five words has no keys', () => {
  expect(sketchText('Bridge stays closed').keys).toEqual([])
})
