import type { Identity, SourceKind } from '../model/source.ts'
import type { Tally } from '../model/tally.ts'
import type { TracedDocument } from '../model/trace.ts'
import { listClaims } from './claim.ts'
import { countShares } from './share.ts'

/** Counts what a trace holds. */
export const countTrace = (traced: TracedDocument): Tally => {
  const claims: Record<Identity, number> = { named: 0, unnamed: 0, anonymous: 0, unspecified: 0 }
  const words: Record<Identity, number> = { ...claims }
  const kinds: Record<SourceKind, number> = { person: 0, group: 0, organization: 0, outlet: 0, document: 0, unknown: 0 }
  const listed = listClaims(traced)
  for (const share of countShares(traced, listed).shares) {
    claims[share.identity] = share.claims
    words[share.identity] = share.words
  }
  for (const { chain } of listed) kinds[chain.hops.at(-1)?.kind ?? 'unknown']++
  return { claims, words, kinds, original: traced.document.provenance.original?.publisher || null }
}
