import type { Publication } from '../model/publication.ts'
import type { Span } from '../model/span.ts'
import type { Particulars, Statement } from '../model/statement.ts'

const read = (text: string): Particulars => ({
  words: text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [],
  numbers: [],
  names: [],
  dates: [],
  negated: false,
  hedged: false,
})

/** What a publication says, in text order: contents of its attributions, and sentences in its own voice. */
export const readStatements = (publication: Publication): Statement[] => {
  const { document, attributions, chains, unattributed } = publication.trace
  const hops = new Map(chains.map(chain => [chain.attribution, chain.hops]))
  const make = (attribution: (typeof attributions)[number] | null, span: Span): Statement => {
    const text = document.text.slice(span.start, span.end)
    const particulars = read(text)
    return {
      publication: publication.id,
      key: publication.key,
      attribution: attribution?.id ?? null,
      span,
      text,
      stance: attribution?.stance ?? 'asserted',
      hedges: attribution?.hedges ?? [],
      hops: (hops.get(attribution?.id ?? '') ?? []).filter(({ role }) => role !== 'publisher'),
      particulars,
      keys: particulars.words,
    }
  }
  return [
    ...attributions.filter(({ content }) => content.length > 0).map(attribution => make(attribution, attribution.content[0])),
    ...unattributed.map(span => make(null, span)),
  ].sort((a, b) => a.span.start - b.span.start)
}
