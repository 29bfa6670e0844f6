import type { SourceUse } from '../model/claim.ts'
import type { Publication } from '../model/publication.ts'
import type { Source } from '../model/source.ts'
import { contains, type Span } from '../model/span.ts'
import type { TracedAttribution } from '../model/trace.ts'
import { gatherCopied } from './copies.ts'
import { readAll, readPairs } from './reading.ts'
import type { Store } from './store.ts'

const word = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu

const countWords = (text: string, spans: readonly Span[]): number =>
  spans.reduce((sum, { start, end }) => sum + (text.slice(start, end).match(word)?.length ?? 0), 0)

type Draft = { -readonly [K in keyof SourceUse]: SourceUse[K] } & { withoutCopies: { attributions: number; words: number } }

/** Whoever has a part in an attribution's way: its sources, and outlets that passed it on. */
interface Party extends Pick<Source, 'name' | 'kind' | 'identity' | 'reason'> {
  readonly sourceId: string | null
}

const findParties = ({ trace }: Publication): ReadonlyMap<string, readonly Party[]> => {
  const sources = new Map(trace.sources.map(source => [source.id, source]))
  return new Map(
    trace.chains.map(({ attribution, hops }) => {
      const parties = hops
        .filter(({ role }) => role !== 'publisher' && role !== 'original-publisher')
        .map(({ sourceId, name, kind, identity, reason }) => {
          const source = sourceId === null ? undefined : sources.get(sourceId)
          return { sourceId, name: source?.name ?? name, kind, identity, reason: source?.reason ?? reason }
        })
      return [attribution, parties]
    }),
  )
}

/** Only what has a name is the same from one article to the next; nobody at all is, too. */
const joinName = ({ name, kind, identity, sourceId }: Party, publication: string): string =>
  identity === 'named' ? `${kind} ${name.toLowerCase()}` : identity === 'unspecified' ? '' : `${publication} ${sourceId} ${name}`

const isCopy = ({ content }: TracedAttribution, copied: readonly Span[]): boolean =>
  content.length > 0 && content.every(piece => copied.some(span => contains(span, piece)))

/** Takes publications one by one, then tells who is quoted in whose pages and how much. Sources without a name are never joined across articles. */
export const gatherSources = (copied: ReadonlyMap<string, readonly Span[]>) => {
  const uses = new Map<string, Draft>()
  const findUse = (party: Party, { id, publisher }: Publication): Draft => {
    const key = JSON.stringify([joinName(party, id), publisher])
    const { name, kind, identity } = party
    const none = { attributions: 0, words: 0 }
    const use = uses.get(key) ?? { name, kind, identity, publisher, ...none, withoutCopies: { ...none }, reasonGiven: 0 }
    uses.set(key, use)
    return use
  }
  return {
    add: (publication: Publication): void => {
      const parties = findParties(publication)
      for (const attribution of publication.trace.attributions) {
        const words = countWords(publication.trace.document.text, attribution.content)
        const isNew = !isCopy(attribution, copied.get(publication.id) ?? [])
        const met = new Set<Draft>()
        for (const party of parties.get(attribution.id) ?? []) {
          const use = findUse(party, publication)
          if (met.has(use)) continue
          met.add(use)
          use.attributions++
          use.words += words
          if (party.reason !== null) use.reasonGiven++
          if (!isNew) continue
          use.withoutCopies.attributions++
          use.withoutCopies.words += words
        }
      }
    },
    /** Those quoted most first. */
    list: (): SourceUse[] => [...uses.values()].sort((a, b) => b.attributions - a.attributions || b.words - a.words),
  }
}

/** Who is quoted where in a corpus, and how much. Articles and pairs pass through memory a few at a time. */
export const findSources = async (store: Store): Promise<SourceUse[]> => {
  const copied = gatherCopied()
  for await (const pair of readPairs(store)) copied.add(pair)
  const sources = gatherSources(copied.list())
  for await (const publication of readAll(store)) sources.add(publication)
  return sources.list()
}
