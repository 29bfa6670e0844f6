import { expect, test } from 'vitest'
import { findAll } from '../../src/corpus/index.ts'
import type { Claim } from '../../src/model/claim.ts'
import { publish } from '../compare/published.ts'

const crane = 'The harbour crane will be taken down before Christmas'

const findVariants = (...texts: readonly (readonly [publisher: string, text: string])[]): Claim['variants'] => {
  const pages = texts.map(([publisher, text], day) => publish(text, { publisher, publishedAt: `2026-03-0${day + 1}T08:00:00Z` }))
  return findAll(pages, []).claims.flatMap(({ variants }) => variants)
}

test('a claim names another source where it was passed on: its own variant', () => {
  const [variant, ...others] = findVariants(
    ['Cray Post', `${crane}, sources close to the board told the Cray Post.`],
    ['Onderby Echo', `Officials have confirmed that ${crane.replace('T', 't')}, the Cray Post reports.`],
  )
  expect(others).toEqual([])
  expect(variant).toMatchObject({ differs: 'source', reasons: [{ code: 'source-changed' }] })
  expect(variant.reasons[0].message).toContain('has become “Officials”')
})

test('a source that is passed on as it was is no variant', () => {
  expect(
    findVariants(
      ['Cray Post', `${crane}, port director Alma Reeve told the Cray Post.`],
      ['Onderby Echo', `${crane}, port director Alma Reeve said, the Cray Post reports.`],
    ),
  ).toEqual([])
})
