import { describe, expect, it } from 'vitest'
import { chainOf, type Page, traceMarked } from './marked.ts'

describe("the page's own name", () => {
  it.each([
    [
      '[S Tom Abiola] [C told] the Gazette that [P nobody had asked].',
      'The Weald & Marches Gazette ← Tom Abiola',
      'The Weald & Marches Gazette',
    ],
    ['[S Pim Aldous] [C told] the Echo [P it was dark].', 'Ostrand Echo ← Pim Aldous', 'Ostrand Echo'],
    ['[S Pim Aldous] [C told] KVN [P it was dark].', 'Ostrand Echo ← KVN ← Pim Aldous', 'Ostrand Echo'],
    ['[S The Ostrand Echo] [C understands] [P the bridge will close].', 'Ostrand Echo', 'Ostrand Echo'],
  ])('%s', (marked, chain, publisher) => {
    expect(chainOf(marked, { publisher })).toBe(chain)
  })
})

describe('publications', () => {
  const hopsOf = (page: Page) =>
    traceMarked('[S Pim Aldous] [C said] [P it was dark].', page)[0].map(({ role, name, via }) => [role, name, via])

  it('puts the publisher before what was said, and where it was republished from between them', () => {
    const original = { publisher: 'Qarn News', publishedAt: null, url: null, earlier: null }
    expect(hopsOf({ publisher: 'World Ledger', original })).toEqual([
      ['publisher', 'World Ledger', 'republished'],
      ['original-publisher', 'Qarn News', 'published'],
      ['speaker', 'Pim Aldous', 'said'],
    ])
  })

  it('follows a republication back through all its publications', () => {
    const agency = { publisher: 'Velanews', publishedAt: null, url: null, earlier: null }
    const original = { publisher: 'Qarn News', publishedAt: null, url: null, earlier: agency }
    expect(hopsOf({ publisher: 'World Ledger', original }).map(([, name]) => name)).toEqual([
      'World Ledger',
      'Qarn News',
      'Velanews',
      'Pim Aldous',
    ])
  })

  it('names one publication once', () => {
    const original = { publisher: 'The World Ledger', publishedAt: null, url: null, earlier: null }
    expect(hopsOf({ publisher: 'World Ledger', original }).map(([, name]) => name)).toEqual(['World Ledger', 'Pim Aldous'])
  })

  it('makes no hop of a publisher nobody knows', () => {
    expect(hopsOf({})).toEqual([['speaker', 'Pim Aldous', 'said']])
  })
})
