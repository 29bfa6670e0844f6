import type { Identity } from '../model/source.ts'
import type { TracedDocument } from '../model/trace.ts'
import type { Claim } from './claim.ts'
import { identityOrder } from './style.ts'

/** How much rests on sources of one identity. */
interface Share {
  readonly identity: Identity
  readonly claims: number
  readonly words: number
}

export interface Shares {
  readonly claims: number
  readonly words: number
  readonly shares: readonly Share[]
}

const word = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu

/**
 * Counts claims and words by the identity of the origin. A word inside several claims, one within another, counts once, for the innermost:
 * what a minister says that a clerk said rests on the clerk.
 */
export const countShares = (traced: TracedDocument, claims: readonly Claim[]): Shares => {
  const { text } = traced.document
  const end = claims.reduce((max, { attribution }) => attribution.content.reduce((m, span) => Math.max(m, span.end), max), 0)
  const owner = new Int32Array(end)
  for (const [i, { attribution }] of claims.entries()) for (const span of attribution.content) owner.fill(i + 1, span.start, span.end)
  const words: Record<Identity, number> = { named: 0, unnamed: 0, anonymous: 0, unspecified: 0 }
  let total = 0
  for (const match of text.slice(0, end).matchAll(word)) {
    const claim = claims[owner[match.index] - 1]
    if (!claim) continue
    words[claim.identity]++
    total++
  }
  const shares = identityOrder.map(identity => ({
    identity,
    claims: claims.filter(claim => claim.identity === identity).length,
    words: words[identity],
  }))
  return { claims: claims.length, words: total, shares }
}
