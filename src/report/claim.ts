import type { Chain } from '../model/chain.ts'
import type { Identity, Source } from '../model/source.ts'
import type { Span } from '../model/span.ts'
import type { Decision, TracedAttribution, TracedDocument } from '../model/trace.ts'

/** An attribution with what belongs to it, as the page shows it. `number` is its place in the tree of speech within speech: `4`, `4.1`. */
export interface Claim {
  readonly number: string
  readonly depth: number
  readonly attribution: TracedAttribution
  readonly chain: Chain
  readonly identity: Identity
  readonly source: Source | null
  readonly decisions: readonly Decision[]
}

const noHops: Chain['hops'] = []

/** Items by key, in order. */
export const groupBy = <T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

/** All claims of a trace, each followed by those inside its content. */
export const listClaims = (traced: TracedDocument): Claim[] => {
  const chains = new Map(traced.chains.map(chain => [chain.attribution, chain]))
  const sources = new Map(traced.sources.map(source => [source.id, source]))
  const decisions = groupBy(traced.decisions ?? [], decision => decision.about)
  const known = new Set(traced.attributions.map(attribution => attribution.id))
  const children = groupBy(traced.attributions, ({ parent }) => (parent !== null && known.has(parent) ? parent : null))
  const claims: Claim[] = []
  const visit = (parent: string | null, prefix: string, depth: number): void => {
    for (const [i, attribution] of (children.get(parent) ?? []).entries()) {
      const number = `${prefix}${i + 1}`
      const chain = chains.get(attribution.id) ?? { attribution: attribution.id, hops: noHops }
      const source = attribution.sourceId === null ? null : (sources.get(attribution.sourceId) ?? null)
      const identity = chain.hops.at(-1)?.identity ?? source?.identity ?? 'unspecified'
      claims.push({ number, depth, attribution, chain, identity, source, decisions: decisions.get(attribution.id) ?? [] })
      visit(attribution.id, `${number}.`, depth + 1)
    }
  }
  visit(null, '', 0)
  return claims
}

/** The words that spans point at, pieces joined by an ellipsis where text between them is left out. */
export const quoteSpans = (text: string, spans: readonly Span[]): string =>
  spans.map(({ start, end }) => text.slice(start, end)).join(' … ')
