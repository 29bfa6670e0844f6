import type { Hop } from '../../src/model/chain.ts'
import type { Source } from '../../src/model/source.ts'
import type { TracedAttribution, TracedDocument } from '../../src/model/trace.ts'
import { charactersOf, pairsOf } from './likeness.ts'

/** An attribution that was found, with all that is asked of it. */
export interface Found {
  readonly attribution: TracedAttribution
  readonly characters: ReadonlySet<number>
  readonly source: Source | null
  readonly sourceText: string
  readonly cueText: string
  readonly text: string
  /** The chain without the publishers, nobody, and who is named twice in a row. */
  readonly hops: readonly Hop[]
  readonly last: Hop | null
}

/** The attributions of a trace, in order, each with its source and its hops. */
export const collectFound = (traced: TracedDocument): Found[] => {
  const { text } = traced.document
  const sources = new Map(traced.sources.map(source => [source.id, source]))
  const chains = new Map(traced.chains.map(chain => [chain.attribution, chain.hops]))
  const cut = (spans: TracedAttribution['content']): string => spans.map(({ start, end }) => text.slice(start, end)).join(' ')
  return traced.attributions.map((attribution): Found => {
    const own = (chains.get(attribution.id) ?? []).filter(({ role }) => role !== 'publisher' && role !== 'original-publisher')
    const hops: Hop[] = []
    for (const hop of own) {
      if (hop.identity === 'unspecified' && hop.name === '') continue
      if (hop.sourceId === null || hop.sourceId !== hops.at(-1)?.sourceId) hops.push(hop)
    }
    return {
      attribution,
      characters: charactersOf(text, pairsOf(attribution.content)),
      source: sources.get(attribution.sourceId ?? '') ?? null,
      sourceText: cut(attribution.source),
      cueText: cut(attribution.cue),
      text: cut(attribution.content),
      hops,
      last: own.at(-1) ?? null,
    }
  })
}

/** The words that a hop goes by: its name, and what put it in the chain. */
export const hopTexts = (hop: Hop, text: string): string[] => [
  hop.name,
  ...(hop.mention === null ? [] : [text.slice(hop.mention.start, hop.mention.end)]),
]
