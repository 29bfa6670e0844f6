import { addressingVerbs } from '../lexicon/en/addressing-verbs.ts'
import { commentatorNouns, reporterNouns, reportNouns } from '../lexicon/en/report-nouns.ts'
import { reportingVerbs } from '../lexicon/en/reporting-verbs.ts'
import type { Span } from '../model/span.ts'
import { type Carrier, findCarriers } from './carriers.ts'
import { findCitations, findSourcePhrases, isFormOfSpeech } from './citations.ts'
import type { Frame } from './frame.ts'
import { endOfApposition, endOfPhrase, findSubject, isCiting, isLink, isPhrase, isVerb, lemmaOf, nounOf, startOfRow } from './grammar.ts'
import { findOutlet, type OutletMention } from './outlet.ts'
import { spanOf } from './position.ts'
import type { Roster } from './roster.ts'
import { pastOf } from './via.ts'

/** One station on the way inside the sentence, outermost first in a path. */
export interface Station {
  /** `nobody`: an outlet was told, and the words do not say by whom. */
  readonly kind: 'source' | 'outlet' | 'nobody'
  readonly mention: Span
  readonly via: string
  /** Whether the attribution's own source words are this station's. */
  readonly isOwnSource: boolean
  readonly anaphoric: boolean
  readonly own: boolean
  /** Whether a carrier's words were cut off the mention. */
  readonly cut: boolean
  readonly rule: string
}

interface Node {
  readonly phrase: number
  readonly isOwnSource: boolean
  readonly via: string
  /** Whether it brings in another, so that a name nobody knows is an outlet's. */
  readonly cites: boolean
}

/** Orders what the frame's words bring in: who quotes whom, and which outlets carried the words. */
export const findPath = (frame: Frame, roster: Roster): Station[] => {
  const sources = findSourcePhrases(frame)
  const addressee = sources.length === 1 ? findAddressee(frame, sources[0], roster) : null
  // "The Harbour Gazette has been told that the ferry will be sold"
  if (addressee !== null) return [addressee, { ...addressee, kind: 'nobody', via: '' }]
  if (sources.length === 1 && isSubjectOfHearsay(frame, sources[0])) return [{ ...NOBODY, mention: frame.attribution.source[0] }]
  const nodes = orderNodes(frame, roster, sources)
  const taken = nodes.map(node => node.phrase)
  const reports = nodes.map(node => findOwnOutlet(frame, node.phrase, roster))
  const carriers = findCarriers(frame, roster, sources, [
    ...taken,
    ...reports.flatMap(report => (report === null || report.piece < 0 ? [] : [report.piece])),
  ])
  const placed = carriers.map(({ piece }) => piece)
  const rows = nodes.map((node, i) => nodeStations(frame, node, reports[i], i === nodes.length - 1, placed, roster))
  const path = carriers.filter(({ place }) => place === 'reported' || place === 'passed').map(toStation)
  const near = carriers.filter(({ place }) => place === 'told' || place === 'carried')
  const anchors = near.map(carrier => findSpeaker(frame, carrier, taken) ?? findFirstSpeaker(rows, roster))
  rows.forEach((row, i) => {
    path.push(...near.filter((_, c) => anchors[c] === i).map(toStation), ...row)
  })
  return rows.length === 0 ? [...path, ...near.map(toStation)] : path
}

const NOBODY: Omit<Station, 'mention'> = {
  kind: 'nobody',
  via: '',
  isOwnSource: true,
  anaphoric: false,
  own: false,
  cut: false,
  rule: 'chain:nobody',
}

const HEARSAY = new Set(
  'believe report say understand think allege rumour rumor expect know claim suspect fear estimate suppose presume consider assume'.split(
    ' ',
  ),
)

/** "The suspect is believed to have fled", "It was reported that": those of whom it is said, and not who says it. */
const isSubjectOfHearsay = (frame: Frame, at: number): boolean => {
  const { pieces, annotated } = frame
  const verb = pieces[at + 1]
  if (!isVerb(verb) || verb.form !== 'passive' || !HEARSAY.has(lemmaOf(frame, verb)) || isLink(pieces[at + 2], 'as', 'by')) return false
  let i = verb.head - 1
  while (i > verb.first && annotated.tokens.tag[i].startsWith('RB')) i--
  return /^(is|was|are|were|been|be|being|'s|'re)$/.test(annotated.tokens.lower[i])
}

/** The first node that is no outlet, else the last one. */
const findFirstSpeaker = (rows: readonly (readonly Station[])[], roster: Roster): number => {
  const speaker = rows.findIndex(row => row.some(({ kind, mention }) => kind === 'source' && !roster.isOutlet(mention)))
  return speaker >= 0 ? speaker : rows.length - 1
}

/** The outlet that is the attribution's source and was told by nobody in particular. */
const findAddressee = (frame: Frame, at: number, roster: Roster): Station | null => {
  const { pieces } = frame
  const verb = pieces[at + 1]
  if (!isVerb(verb) || verb.form !== 'passive' || verb.negated || !addressingVerbs.has(lemmaOf(frame, verb))) return null
  if (pieces.some((piece, i) => i > at && isLink(piece, 'by') && isPhrase(pieces[i + 1]))) return null
  const outlet = findOutlet(frame, pieces[at], roster, lemmaOf(frame, verb) === 'tell')
  if (outlet === null) return null
  const station = toStation({ outlet, piece: at, via: 'told', place: 'told' })
  return { ...station, isOwnSource: true }
}

/** The node that speaks to the carrier: the subject of the verb before it, or whom the carrier's words are put in after. */
const findSpeaker = (frame: Frame, carrier: Carrier, taken: readonly number[]): number | null => {
  const { pieces } = frame
  // "quoting unnamed sources via the Kestrel agency"
  if (isLink(pieces[carrier.piece - 1], 'via') && taken.includes(carrier.piece - 2)) return taken.indexOf(carrier.piece - 2)
  for (let i = carrier.piece - 1; i >= 0; i--) {
    const verb = pieces[i]
    // "State television in Ostvale, in a bulletin monitored by Velanews, quoted"
    const row = isPhrase(verb) && pieces[i + 1]?.kind === 'comma' ? taken.indexOf(startOfRow(pieces, i)) : -1
    if (row >= 0) return row
    if (!isVerb(verb) || verb.form === 'participle' || verb.form === 'passive' || isCiting(frame, verb)) continue
    const node = taken.indexOf(findSubject(pieces, i))
    return node >= 0 ? node : null
  }
  return null
}

const toStation = (carrier: Carrier): Station => ({
  kind: 'outlet',
  mention: carrier.outlet.span,
  via: carrier.via,
  isOwnSource: false,
  anaphoric: carrier.outlet.anaphoric,
  own: carrier.outlet.own,
  cut: false,
  rule: `chain:${carrier.via}`,
})

/** Who quotes whom, from the outermost to the origin; the attribution's own source among them. */
const orderNodes = (frame: Frame, roster: Roster, sources: readonly number[]): Node[] => {
  const order: number[] = []
  const citing = new Map<number, string>()
  const cited = new Map<number, string>()
  const main = sources[0] ?? -1
  for (const citation of findCitations(frame, roster, sources)) {
    const swap = (at: number) => (at >= 0 && !sources.includes(at) && main >= 0 && isFormOfSpeech(frame, at) ? main : at)
    const outer = swap(citation.outer)
    const inner = swap(citation.inner)
    if (outer === inner) continue
    const via = /^quot/.test(lemmaOf(frame, frame.pieces[citation.verb])) ? 'quoted' : 'cited'
    const voice = citation.active && outer >= 0 ? findVoice(frame, outer) : null
    if (outer >= 0) citing.set(outer, voice ?? via)
    if (inner >= 0 && voice !== null) cited.set(inner, via)
    if (inner >= 0 && order.includes(inner)) {
      if (outer >= 0 && !order.includes(outer)) order.splice(order.indexOf(inner), 0, outer)
    } else if (outer >= 0 && order.includes(outer)) {
      if (inner >= 0) order.splice(order.indexOf(outer) + 1, 0, inner)
    } else order.push(...[outer, inner].filter(at => at >= 0))
  }
  for (const source of sources)
    if (!order.includes(source) && (order.length === 0 || source === main)) {
      if (order.length > 0 && order.every(at => at < source)) order.push(source)
      else order.unshift(source)
    }
  const teller = order.length === 1 && sources.length === 1 ? findTold(frame, sources[0], roster) : -1
  if (teller >= 0) {
    order.push(teller)
    citing.set(sources[0], 'reported')
  }
  const inside = findInside(frame)
  if (inside >= 0 && order.length > 0 && !order.includes(inside)) order.push(inside)
  return order.map((phrase, i) => ({
    phrase,
    isOwnSource: sources.includes(phrase),
    via: (i < order.length - 1 ? citing.get(phrase) : null) ?? cited.get(phrase) ?? '',
    cites: citing.has(phrase),
  }))
}

/** "According to Velanews, the ministry said": who speaks within what the source has told. */
const findTold = (frame: Frame, source: number, roster: Roster): number => {
  const { pieces } = frame
  if (!isLink(pieces[source - 1], 'to') || !isLink(pieces[source - 2], 'according')) return -1
  for (let i = source + 1; i < pieces.length; i++) {
    const verb = pieces[i]
    if (!isVerb(verb) || verb.form !== 'finite' || verb.negated || !reportingVerbs.has(lemmaOf(frame, verb))) continue
    if (pieces[isLink(pieces[i + 1], 'that') ? i + 2 : i + 1]?.kind !== 'content') continue
    const subject = findSubject(pieces, i)
    const speaks = subject > source && subject < i && roster.canSpeak(spanOf(frame.annotated, pieces[subject].first, pieces[subject].last))
    return speaks ? subject : -1
  }
  return -1
}

/** "Interkor reported that, according to a guard, the general had left": who tells what is reported; -1 where there is none. */
const findInside = ({ pieces }: Frame): number => {
  const at = pieces.findIndex((piece, i) => isLink(piece, 'that') && pieces[i + 1]?.kind === 'comma' && isLink(pieces[i + 2], 'according'))
  return at >= 0 && isPhrase(pieces[at + 4]) && pieces[at + 5]?.kind === 'comma' ? at + 4 : -1
}

/** How somebody who cites another speaks: "Radio Lune reported, citing two officials", "according to Radio Lune, citing". Null when only the citing is told. */
const findVoice = (frame: Frame, at: number): string | null => {
  const { pieces } = frame
  const made = isLink(pieces[at - 1], 'by', 'in', 'from') && isPhrase(pieces[at - 2]) && reportNouns.has(nounOf(frame, pieces[at - 2]))
  if (made || (isLink(pieces[at - 1], 'to') && isLink(pieces[at - 2], 'according'))) return 'reported'
  for (let i = at - 1; i < pieces.length; i++) {
    const verb = pieces[i]
    if (!isVerb(verb) || verb.form !== 'finite' || verb.negated || isCiting(frame, verb)) continue
    const lemma = lemmaOf(frame, verb)
    if (reportingVerbs.has(lemma) && findSubject(pieces, i) === at) return pastOf(lemma)
  }
  return null
}

/** The outlet whose own report or reporter the phrase is: "a report in the Eastern Courant", "Radio Lune's correspondent". */
const findOwnOutlet = (
  frame: Frame,
  at: number,
  roster: Roster,
): {
  readonly outlet: OutletMention
  readonly piece: number
  readonly last: number
  readonly role: 'report' | 'reporter' | 'commentator'
} | null => {
  const { pieces, annotated } = frame
  const piece = pieces[at]
  const noun = nounOf(frame, piece)
  const role = reportNouns.has(noun)
    ? 'report'
    : commentatorNouns.has(noun) || hasRole(frame, at, commentatorNouns)
      ? 'commentator'
      : reporterNouns.has(noun)
        ? 'reporter'
        : null
  if (role === null) return null
  const inside = findOutlet(frame, piece, roster, false)
  if (
    inside !== null &&
    !(
      role === 'report' &&
      roster.isOutlet(inside.span) &&
      inside.span.end === annotated.tokens.end[piece.last - 1] &&
      piece.last === piece.head + 1 &&
      annotated.tokens.name[piece.head] >= 0
    )
  )
    return { outlet: inside, piece: -1, last: piece.last, role }
  let i = at + 1
  if (isVerb(pieces[i]) && pieces[i].form === 'participle') i++
  if (!isLink(pieces[i], 'in', 'by', 'from', 'on', 'for', 'of', 'at', 'with') || !isPhrase(pieces[i + 1])) return null
  const outlet = findOutlet(frame, pieces[i + 1], roster, role === 'report' && isLink(pieces[i], 'in'))
  return outlet === null ? null : { outlet, piece: i + 1, last: pieces[i + 1].last, role }
}

const hasRole = (frame: Frame, at: number, roles: ReadonlySet<string>): boolean => {
  const { first, last } = frame.pieces[at]
  for (let i = first; i < last; i++) if (roles.has(frame.annotated.tokens.lemma[i])) return true
  return false
}

const nodeStations = (
  frame: Frame,
  node: Node,
  report: ReturnType<typeof findOwnOutlet>,
  isOrigin: boolean,
  carriers: readonly number[],
  roster: Roster,
): Station[] => {
  const { annotated, pieces } = frame
  const first = pieces[node.phrase].first
  const blank = { isOwnSource: node.isOwnSource, anaphoric: false, own: false, cut: false }
  const end = isOrigin ? endOfApposition(frame, endOfPhrase(frame, node.phrase, carriers)) : endOfApposition(frame, node.phrase)
  const whole = spanOf(annotated, first, pieces[end].last)
  // "its political editor, Sanne Holt": somebody with a name speaks for herself.
  const named = report?.role === 'reporter' && endOfApposition(frame, node.phrase) > node.phrase
  if (report !== null && report.role !== 'commentator' && !named) {
    const mention = spanOf(annotated, first, report.last)
    return [
      {
        ...blank,
        kind: 'outlet',
        mention: report.outlet.anaphoric ? mention : report.outlet.span,
        via: node.via || 'reported',
        anaphoric: report.outlet.anaphoric,
        own: report.outlet.own,
        rule: 'chain:own-report',
      },
    ]
  }
  const pronoun = pieces[node.phrase].last === first + 1 && annotated.tokens.tag[first] === 'PRP'
  if (pronoun && !node.isOwnSource)
    return [{ ...blank, kind: 'source', mention: whole, via: node.via, anaphoric: true, rule: `chain:${node.via || 'source'}` }]
  // "She was quoted by the same paper", "Nordwind reported, citing"
  const outlet = node.isOwnSource && !node.cites ? null : findOutlet(frame, pieces[node.phrase], roster, node.cites && 'agent')
  if (outlet !== null)
    return [
      {
        ...blank,
        kind: 'outlet',
        mention: node.isOwnSource ? whole : outlet.span,
        via: node.via,
        anaphoric: outlet.anaphoric && !node.isOwnSource,
        own: outlet.own,
        rule: `chain:${node.via || 'source'}`,
      },
    ]
  const source: Station = {
    ...blank,
    cut: carriers.some(carrier => carrier > end && carrier <= end + 3),
    kind: 'source',
    mention: whole,
    via: node.via,
    rule: node.via === '' ? 'chain:source' : `chain:${node.via}`,
  }
  if (report === null || named) return [source]
  return [
    {
      ...blank,
      isOwnSource: false,
      kind: 'outlet',
      mention: report.outlet.span,
      via: 'published',
      anaphoric: report.outlet.anaphoric,
      own: report.outlet.own,
      rule: 'chain:own-columnist',
    },
    source,
  ]
}
