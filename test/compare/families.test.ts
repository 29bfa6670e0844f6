import { expect, test } from 'vitest'
import { groupFamilies } from '../../src/compare/families.ts'
import type { Direction, Reuse, Sharing } from '../../src/model/reuse.ts'

const pair = (a: string, b: string, direction: Direction = 'unknown', containment = 0.9, sharing: Sharing = 'copy'): Reuse => {
  const refer = (publication: string) => ({ publication, key: null, publisher: null, publishedAt: null })
  return { a: refer(a), b: refer(b), containment, sharing, passages: [], direction, reasons: [] }
}

test('copies of one text are a family, with the one that they have it from', () => {
  const family = groupFamilies([
    pair('gazette', 'wire', 'a-from-b'),
    pair('mail', 'wire', 'a-from-b'),
    pair('gazette', 'mail', 'common-origin'),
  ])
  expect(family).toEqual([{ members: ['gazette', 'wire', 'mail'], root: 'wire' }])
})

test('excerpts of different parts of one text belong to it', () => {
  const family = groupFamilies([pair('head', 'wire', 'a-from-b', 1, 'excerpt'), pair('tail', 'wire', 'a-from-b', 1, 'excerpt')])
  expect(family).toEqual([{ members: ['head', 'wire', 'tail'], root: 'wire' }])
})

test('a round-up of two strangers does not join them', () => {
  const families = groupFamilies([
    pair('round-up', 'storm', 'a-from-b', 0.5, 'excerpt'),
    pair('round-up', 'strike', 'a-from-b', 0.4, 'excerpt'),
    pair('storm copy', 'storm', 'a-from-b'),
    pair('strike copy', 'strike', 'a-from-b'),
  ])
  expect(families.map(({ members }) => [...members].sort())).toContainEqual(['strike', 'strike copy'])
  expect(families.filter(({ members }) => members.includes('storm') && members.includes('strike'))).toEqual([])
})

test('a chain of texts that each share with the next is not one family', () => {
  const families = groupFamilies(['ab', 'bc', 'cd', 'de'].map(([a, b]) => pair(a, b, 'unknown', 0.3, 'excerpt')))
  expect(Math.max(...families.map(({ members }) => members.length))).toBeLessThanOrEqual(3)
})

test('quotations and boilerplate make no family', () => {
  expect(groupFamilies([pair('a', 'b', 'unknown', 0.4, 'quotation'), pair('b', 'c', 'unknown', 0.4, 'boilerplate')])).toEqual([])
})

test('five hundred copies of one text are one family', () => {
  const ids = Array.from({ length: 500 }, (_, index) => `p${index}`)
  const pairs = ids.flatMap((a, index) => ids.slice(index + 1).map(b => pair(a, b, 'common-origin')))
  expect(groupFamilies(pairs)).toMatchObject([{ members: { length: 500 }, root: null }])
})
