import { groupStories } from '../compare/index.ts'
import type { Claim, SourceUse, Story } from '../model/claim.ts'
import type { Publication } from '../model/publication.ts'
import type { Reuse } from '../model/reuse.ts'
import { gatherClaims } from './claims.ts'
import { findCopied } from './copies.ts'
import { gatherSources } from './sources.ts'

/** What several publications together tell. */
export interface Findings {
  /** Every claim, also those that one publication alone carries. */
  readonly claims: readonly Claim[]
  readonly stories: readonly Story[]
  readonly sources: readonly SourceUse[]
}

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
