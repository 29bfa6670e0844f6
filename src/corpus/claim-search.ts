import { findParts, groupStatements, indexStatements, type Place, readStatements } from '../compare/index.ts'
import type { Claim } from '../model/claim.ts'
import type { Publication } from '../model/publication.ts'
import type { ClaimGroup, Statement } from '../model/statement.ts'
import { type ClaimOptions, describeClaim, gatherPairs } from './claims.ts'
import { readAll, readPairs } from './reading.ts'
import { openSpill } from './spill.ts'
import type { Store } from './store.ts'

/** Publications kept while the claims that they carry are described, and read at a time. */
const KEPT = 1000

/** Claims in a file; to be closed. */
export interface FoundClaims {
  readonly length: number
  /** From one place to another, exclusive. */
  readonly slice: (from: number, to: number) => Claim[]
  readonly close: () => void
}

/** What is kept in memory of a group: where its members stand, whether it has variants, its number in the file. */
interface Row extends Pick<ClaimGroup, 'members' | 'variants'> {
  readonly number: number
  readonly first: number
  readonly publications: number
}

/** Reads publications without their traces, and keeps those that were asked for last. */
const openShelf = (store: Store) => {
  const shelf = new Map<string, Publication>()
  const read = async (ids: readonly string[]): Promise<void> => {
    for (const [id, { blocks: _, diagnostics: __, ...document }] of await store.readDocuments(ids)) {
      const { key, provenance } = document
      const { url, publisher, publishedAt, seenAt } = provenance
      const nothing = { attributions: [], sources: [], chains: [], unattributed: [], diagnostics: [] }
      shelf.set(id, { id, key, url, publisher, publishedAt, seenAt, trace: { format: 'hearsay/1', document, ...nothing } })
    }
  }
  return async (ids: ReadonlySet<string>): Promise<ReadonlyMap<string, Publication>> => {
    const missing = [...ids].filter(id => !shelf.has(id))
    if (missing.length > 0) await read(missing)
    for (const id of shelf.keys()) {
      if (shelf.size <= KEPT) break
      if (!ids.has(id)) shelf.delete(id)
    }
    return shelf
  }
}

/**
 * The claims of a whole corpus, those that most publications carry first. Statements and claims are put aside in a file; in memory are a few dozen bytes of
 * each statement, the claims' members, the passages that pairs share, and some publications at a time.
 */
export const findClaims = async (store: Store, { all = false, register }: ClaimOptions = {}): Promise<FoundClaims> => {
  const statements = openSpill<Statement>()
  const groups = openSpill<ClaimGroup>()
  const claims = openSpill<Claim>()
  try {
    const index = indexStatements()
    for await (const publication of readAll(store))
      for (const statement of readStatements(publication)) {
        index.add(statement)
        statements.put({ ...statement, keys: [] })
      }
    const get = (number: number): Statement => {
      const statement = statements.get(number)
      return { ...statement, keys: statement.particulars.words }
    }
    const rows: Row[] = []
    const places: Place[] = []
    const names = new Map<string, string>()
    const { counts, list } = index.finish()
    for (const numbers of list(all)) {
      const near = [...numbers].map(get)
      for (const group of groupStatements(near, counts)) {
        const ids = new Set(group.members.map(at => near[at].publication))
        if (!all && ids.size < 2) continue
        const members = group.members.map(at => {
          const { publication, attribution, span } = near[at]
          if (!names.has(publication)) names.set(publication, publication)
          return places.push({ publication: names.get(publication)!, attribution, span }) - 1
        })
        groups.put({ ...group, members: group.members.map(at => numbers[at]) })
        const first = numbers[group.members[0]]
        rows.push({ number: rows.length, first, publications: ids.size, members, variants: group.variants.slice(0, 1) })
      }
    }
    const parts = findParts(places, rows)
    const kept = rows.filter(row => !parts.has(row))
    const pairs = gatherPairs()
    for await (const pair of readPairs(store)) pairs.add(pair)
    const shelf = openShelf(store)
    for (const { number } of kept) {
      const group = groups.get(number)
      const said = group.members.map(get)
      const publications = await shelf(new Set(said.map(({ publication }) => publication)))
      claims.put(describeClaim(group, said, { publications, pairs, register }))
    }
    const order = Uint32Array.from(kept.keys()).sort((a, b) => kept[b].publications - kept[a].publications || kept[a].first - kept[b].first)
    return {
      length: order.length,
      slice: (from, to) => Array.from(order.subarray(from, to), claims.get),
      close: claims.close,
    }
  } catch (error) {
    claims.close()
    throw error
  } finally {
    statements.close()
    groups.close()
  }
}
