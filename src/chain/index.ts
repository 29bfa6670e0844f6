import type { AnnotatedDocument } from '../model/annotation.ts'
import type { Attribution, SaidAt } from '../model/attribution.ts'
import { type Chain, type Hop, type HopRole, nobody } from '../model/chain.ts'
import type { Source } from '../model/source.ts'
import { overlaps, type Span } from '../model/span.ts'
import type { Decision } from '../model/trace.ts'
import { frameAttribution, measureAttribution } from './frame.ts'
import { findPath, type Station } from './path.ts'
import { tokensOf } from './position.ts'
import { listPublishers } from './publication.ts'
import { openRoster, type Roster } from './roster.ts'
import { tellVia } from './via.ts'

/** What the chain stage needs of the stage before: the sources, and whom each attribution's source words refer to. */
export interface ResolvedSources {
  readonly sources: readonly Source[]
  readonly references: readonly {
    readonly attribution: string
    readonly sourceId: string | null
    readonly mention: Span | null
    readonly saidAt?: SaidAt | null
  }[]
}

export interface Chains {
  readonly chains: readonly Chain[]
  readonly sources: readonly Source[]
  readonly decisions: readonly Decision[]
}

/**
 * Draws for every attribution the way from the page to the origin: publishers, then its parent's hops, then its own.
 * The sources come back with those added that only a hop speaks of.
 */
export const buildChains = (annotated: AnnotatedDocument, attributions: readonly Attribution[], resolution: ResolvedSources): Chains => {
  const { provenance } = annotated.document
  const roster = openRoster(annotated, resolution.sources)
  const references = new Map(resolution.references.map(reference => [reference.attribution, reference]))
  const positions = new Map(attributions.map((attribution, i) => [attribution.id, i]))
  const extents = attributions.map(attribution => measureAttribution(annotated, attribution))
  const own = new Map<string, readonly Hop[]>()
  const decisions: Decision[] = []
  const cut = new Set<Hop>()

  const build = (index: number, inherited: readonly Hop[]): readonly Hop[] => {
    const attribution = attributions[index]
    const parent = attribution.parent === null ? -1 : (positions.get(attribution.parent) ?? -1)
    const frame = frameAttribution(annotated, attributions, extents, index, parent)
    const reference = references.get(attribution.id)
    const stations = frame === null ? [] : findPath(frame, roster)
    const hops = stations.flatMap(station => toHop(annotated, attribution, station, reference ?? null, inherited, roster, decisions, cut))
    const ends =
      stations.length > 0 &&
      (stations.some(station => station.kind === 'source' || station.isOwnSource) || stations.at(-1)?.rule === 'chain:reported')
    return ends ? hops : [...hops, lastHop(annotated, attribution, reference ?? null, roster)]
  }

  const hopsOf = (start: number): readonly Hop[] => {
    const line: number[] = []
    let inherited: readonly Hop[] = []
    for (let at = start; at >= 0 && !line.includes(at) && line.length < 200; ) {
      const known = own.get(attributions[at].id)
      if (known !== undefined) {
        inherited = known
        break
      }
      line.push(at)
      const { follows, parent } = attributions[at]
      at = positions.get(follows ?? parent ?? '') ?? -1
    }
    for (const at of line.reverse()) {
      const attribution = attributions[at]
      const hops =
        attribution.follows !== null && positions.has(attribution.follows)
          ? inherited
          : mergeHops([...(attribution.parent === null ? [] : inherited), ...build(at, attribution.parent === null ? [] : inherited)])
      own.set(attribution.id, hops)
      inherited = hops
    }
    return inherited
  }

  const chains = attributions.map((attribution, i) => ({ attribution: attribution.id, hops: hopsOf(i) }))
  const publishers = listPublishers(provenance, roster.list())
  const publish = (hops: readonly Hop[]): Hop[] => {
    const all = [...publishers, ...hops.map(hop => refresh(hop, roster, cut))]
    return all.length > 0 ? all : [nobody('said')]
  }
  return {
    chains: chains.map(({ attribution, hops }) => ({ attribution, hops: publish(hops) })),
    sources: roster.list(),
    decisions,
  }
}

const roleOf = (kind: Source['kind']): HopRole => (kind === 'outlet' ? 'outlet' : kind === 'document' ? 'document' : 'speaker')

const hopOf = (source: Source, mention: Span | null, via: string): Hop => ({
  role: roleOf(source.kind),
  name: source.name,
  kind: source.kind,
  identity: source.identity,
  count: source.count,
  reason: source.reason,
  sourceId: source.id,
  mention,
  via,
})

/** A hop once more, with what later sentences have told of its source. A name that a carrier's words were cut off stays. */
const refresh = (hop: Hop, roster: Roster, cut: ReadonlySet<Hop>): Hop => {
  const source = hop.sourceId === null ? null : roster.get(hop.sourceId)
  return source === null ? hop : { ...hopOf(source, hop.mention, hop.via), ...(cut.has(hop) ? { name: hop.name } : {}) }
}

const toHop = (
  annotated: AnnotatedDocument,
  attribution: Attribution,
  station: Station,
  reference: ResolvedSources['references'][number] | null,
  inherited: readonly Hop[],
  roster: Roster,
  decisions: Decision[],
  cut: Set<Hop>,
): Hop[] => {
  if (station.own) return []
  const { text } = annotated.document
  if (station.kind === 'nobody') return [nobody('said')]
  const via = station.via !== '' ? station.via : tellVia(annotated, attribution, station.kind === 'outlet' ? 'reported' : 'said')
  let source: Source | null = null
  if (station.anaphoric) {
    source = findAntecedent(annotated, station, inherited, roster)
    if (
      source === null &&
      (tokenCount(annotated, station.mention) === 1 || /agency$/i.test(text.slice(station.mention.start, station.mention.end)))
    )
      return []
  } else if (station.isOwnSource && station.kind === 'source' && refersTo(reference, station.mention, attribution))
    source = roster.get(reference!.sourceId!)
  if (source === null && station.isOwnSource && standsForNobody(annotated, reference, station.mention)) return [nobody('said')]
  source ??= roster.find(station.mention, station.kind === 'outlet')
  if (source.kind === 'outlet' && roster.isOwn(source.name)) return []
  decisions.push({
    about: attribution.id,
    by: station.rule,
    spans: [station.mention],
    considered: [text.slice(station.mention.start, station.mention.end)],
  })
  const hop = hopOf(source, station.mention, via)
  if (!station.cut) return [hop]
  // "A leaked memo obtained by the Courier says": the Courier is a hop of its own, and no part of the memo's name.
  const short = { ...hop, name: text.slice(station.mention.start, station.mention.end) }
  if (!source.name.startsWith(short.name)) return [hop]
  cut.add(short)
  return [short]
}

/** "You never know", "it could be argued", "this shows": words that no reader would take for a name, and that were resolved to nobody. */
const standsForNobody = (annotated: AnnotatedDocument, reference: ResolvedSources['references'][number] | null, mention: Span): boolean =>
  reference?.sourceId == null && pronoun.test(annotated.document.text.slice(mention.start, mention.end).trim())

const pronoun =
  /^(?:I|me|my|we|us|our|you|your|he|him|his|she|her|it|its|they|them|their|who|whom|which|that|what|this|these|those|one|there)$/i

const tokenCount = (annotated: AnnotatedDocument, span: Span): number => {
  const { first, last } = tokensOf(annotated, span)
  return last - first
}

const ON_AIR = /radio|\btv\b|television|channel|broadcast|network/i
const WIRE = /agency|news|press|wire|reuters|\b[A-Z]{2,4}\b/i

/** What common nouns ask of the name they go back to. `only`: without such a name they are no outlet. */
const KINDS: readonly { readonly words: RegExp; readonly accept: (name: string) => boolean; readonly only: boolean }[] = [
  { words: /agency$/, accept: name => WIRE.test(name), only: true },
  { words: /(station|channel|broadcaster|network)$/, accept: name => ON_AIR.test(name), only: false },
  {
    words: /(paper|title|daily|weekly|tabloid|broadsheet|magazine)$/,
    accept: name => !ON_AIR.test(name) && !/agency/i.test(name),
    only: false,
  },
]

/** Whom "it", "the paper", "its correspondent" or "she" goes back to: inside somebody's words to that one, if it can be. */
const findAntecedent = (annotated: AnnotatedDocument, station: Station, inherited: readonly Hop[], roster: Roster): Source | null => {
  const word = annotated.document.text.slice(station.mention.start, station.mention.end).toLowerCase()
  if (/^(he|she|him|her)$/.test(word)) return roster.findSpeakerBefore(station.mention.start, ['person'])
  if (/^(they|them)$/.test(word) && station.kind === 'source')
    return roster.findSpeakerBefore(station.mention.start, ['group', 'organization', 'person'])
  const teller = inherited.findLast(
    hop => hop.sourceId !== null && (hop.kind !== 'person' || (hop.identity === 'named' && !hop.name.includes(' '))),
  )
  if (teller !== undefined) return roster.promote(teller.sourceId!)
  const start = station.mention.start
  const kind = KINDS.find(({ words }) => words.test(word))
  const fitting = kind === undefined ? null : roster.findOutletBefore(start, kind.accept)
  if (fitting !== null || kind?.only === true) return fitting
  // "ORT-5 broke into its programme. The channel, quoting an aide, said"
  const unknown = kind === undefined ? null : roster.findUnknownBefore(start)
  return unknown ?? roster.findOutletBefore(start, () => true)
}

/** Whether the attribution was resolved by these very words, or by a pronoun for them, not by those of another piece of its source. */
const refersTo = (reference: ResolvedSources['references'][number] | null, mention: Span, { source }: Attribution): boolean =>
  reference?.sourceId != null &&
  (reference.mention === null || overlaps(reference.mention, mention) || !source.some(span => overlaps(span, mention)))

/** The origin where the frame names nobody: who the source words were resolved to, else nobody at all. */
const lastHop = (
  annotated: AnnotatedDocument,
  attribution: Attribution,
  reference: ResolvedSources['references'][number] | null,
  roster: Roster,
): Hop => {
  const via = tellVia(annotated, attribution, 'said')
  const span = reference?.mention ?? attribution.source[0] ?? null
  const unmeant = span === null || standsForNobody(annotated, reference, span)
  const source = reference?.sourceId != null ? roster.get(reference.sourceId) : unmeant ? null : roster.find(span, false)
  if (source !== null) return hopOf(source, span, via)
  return nobody(via)
}

/** Joins hops of the same source that follow each other; the later words say how it was said. */
const mergeHops = (hops: readonly Hop[]): Hop[] => {
  const merged: Hop[] = []
  for (const hop of hops) {
    const last = merged.at(-1)
    if (last !== undefined && hop.sourceId !== null && hop.sourceId === last.sourceId) continue
    merged.push(hop)
  }
  return merged
}
