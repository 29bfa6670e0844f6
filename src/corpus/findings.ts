import { groupStories } from '../compare/index.ts'
import type { Claim, SourceUse, Story } from '../model/claim.ts'
import type { Publication } from '../model/publication.ts'
import type { Reuse } from '../model/reuse.ts'
import { gatherClaims } from './claims.ts'
import { findCopied, findCopier } from './copies.ts'
import { gatherSources } from './sources.ts'

/** What several publications together tell. */
export interface Findings {
  /** Every claim, also those that one publication alone carries. */
  readonly claims: readonly Claim[]
  readonly stories: readonly Story[]
  readonly sources: readonly SourceUse[]
}

/** The publications that are copies of others: ids. */
export const listCopies = (pairs: readonly Reuse[]): ReadonlySet<string> =>
  new Set(pairs.filter(({ sharing }) => sharing === 'copy').map(pair => pair[findCopier(pair)].publication))

/** Claims, stories and sources of publications that share what `pairs` tells, at least those among them. */
export const findAll = (publications: readonly Publication[], pairs: readonly Reuse[]): Findings => {
  const claims = gatherClaims()
  const sources = gatherSources(findCopied(pairs))
  for (const publication of publications) {
    claims.add(publication)
    sources.add(publication)
  }
  return { claims: claims.find(pairs, { all: true }), stories: groupStories(publications), sources: sources.list() }
}
