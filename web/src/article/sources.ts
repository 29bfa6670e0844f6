import type { Source } from '../../../src/model/source.ts'
import type { Claim } from '../../../src/report/claim.ts'

/** A source with how much of the article is its word. */
export interface RankedSource {
  readonly source: Source
  readonly words: number
  readonly claims: readonly Claim[]
}

const word = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu

/** The sources of an article by the words of what they are quoted with, most first. A word inside several of one source's contents counts once. */
export const rankSources = (text: string, sources: readonly Source[], claims: readonly Claim[]): RankedSource[] => {
  const words = [...text.matchAll(word)].map(match => match.index)
  const byId = Map.groupBy(
    claims.filter(claim => claim.source !== null),
    claim => claim.source?.id ?? '',
  )
  return sources
    .map(source => {
      const own = byId.get(source.id) ?? []
      const said = new Set<number>()
      for (const { attribution } of own)
        for (const { start, end } of attribution.content) for (const at of words) if (start <= at && at < end) said.add(at)
      return { source, words: said.size, claims: own }
    })
    .sort((a, b) => b.words - a.words || b.claims.length - a.claims.length)
}
