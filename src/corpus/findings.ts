import { groupClaims, groupStories, readStatements } from '../compare/index.ts'
import type { Claim, SourceUse, Story } from '../model/claim.ts'
import type { Publication } from '../model/publication.ts'
import type { Reuse } from '../model/reuse.ts'
import { countOrigins } from '../origins/index.ts'

/** What several publications together tell. */
export interface Findings {
  readonly claims: readonly Claim[]
  readonly stories: readonly Story[]
  readonly sources: readonly SourceUse[]
}

/** The publications that are copies of others: of two that may have it from each other or from a third, the one that was added later. */
export const listCopies = (reuse: readonly Reuse[]): ReadonlySet<string> =>
  new Set(reuse.filter(({ sharing }) => sharing === 'copy').map(({ a, b, direction }) => (direction === 'a-from-b' ? a : b).publication))

const findClaims = (publications: readonly Publication[], reuse: readonly Reuse[]): Claim[] => {
  const byId = new Map(publications.map(publication => [publication.id, publication]))
  const statements = publications.flatMap(publication => readStatements(publication))
  return groupClaims(statements).map(group => {
    const members = group.members.map(index => statements[index])
    const outlets = members.map(({ publication }) => byId.get(publication)?.publisher ?? null).filter(name => name !== null)
    return {
      id: group.id,
      text: group.text,
      members: members.map(({ publication, key, attribution, span, stance, hedges }) => ({
        publication,
        key,
        attribution,
        span,
        stance,
        hedges,
      })),
      variants: group.variants,
      outlets: [...new Set(outlets)],
      ...countOrigins(members, { publications: byId, reuse }),
    }
  })
}

const word = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu

type Use = { -readonly [K in keyof SourceUse]: SourceUse[K] }

const addUses = (uses: Map<string, Use>, { id, publisher, trace }: Publication, isCopy: boolean): void => {
  const { text } = trace.document
  for (const { name, kind, identity, reason, id: sourceId } of trace.sources) {
    const said = trace.attributions.filter(attribution => attribution.sourceId === sourceId)
    if (said.length === 0) continue
    const words = said
      .flatMap(({ content }) => content)
      .reduce((sum, { start, end }) => sum + (text.slice(start, end).match(word)?.length ?? 0), 0)
    const key = JSON.stringify([name, kind, identity, publisher, identity === 'named' ? null : id])
    const use = uses.get(key) ?? {
      name,
      kind,
      identity,
      publisher,
      attributions: 0,
      words: 0,
      withoutCopies: { attributions: 0, words: 0 },
      reasonGiven: 0,
    }
    const { withoutCopies } = use
    use.attributions += said.length
    use.words += words
    if (!isCopy) use.withoutCopies = { attributions: withoutCopies.attributions + said.length, words: withoutCopies.words + words }
    if (reason !== null) use.reasonGiven += said.length
    uses.set(key, use)
  }
}

/** Who is quoted where, and how much, most words first. Only named sources are joined across publications. */
export const countSources = (publications: Iterable<Publication>, copies: ReadonlySet<string>): SourceUse[] => {
  const uses = new Map<string, Use>()
  for (const publication of publications) addUses(uses, publication, copies.has(publication.id))
  return [...uses.values()].sort((a, b) => b.words - a.words)
}

/** Claims, stories and sources of publications that share what `reuse` tells, at least the pairs among them. */
export const findAll = (publications: readonly Publication[], reuse: readonly Reuse[]): Findings => ({
  claims: findClaims(publications, reuse),
  stories: groupStories(publications),
  sources: countSources(publications, listCopies(reuse)),
})
