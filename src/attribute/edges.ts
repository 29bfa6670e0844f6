import { type Choice, weighCandidates } from '../learn/choice.ts'
import { hashString, mix } from '../learn/hash.ts'
import { LABELS } from '../learn/roles.ts'
import type { Role, RoleSpan } from './spans.ts'
import type { View } from './view.ts'

/** An end that the tagger gives this probability is not looked at again, and a place that it gives less than `leastLikely` is no candidate. */
const sure = 0.95
const leastLikely = 0.02
/** How many positions an end may be moved. */
const reach = 30

const comma = hashString(',')
const outside = hashString('<outside>')

/** The label that begins a span of a role; the next one is its inside. */
const beginOf: Readonly<Record<Role, number>> = { source: 1, cue: 3, content: 5 }

type Side = 'begin' | 'end'

/** How likely the tagger has it that a span of a role begins at `i`, or that one ends before `i`. */
const likelyAt = (marginals: Float64Array, role: Role, side: Side, i: number): number => {
  const at = i * LABELS + beginOf[role]
  if (side === 'begin') return marginals[at]
  return marginals[at - LABELS] + marginals[at - LABELS + 1] - (at < marginals.length ? marginals[at + 1] : 0)
}

/** The log-odds of a probability in twelve steps. */
const stepOf = (p: number): number => Math.max(0, Math.min(11, Math.round((Math.log(Math.max(1e-4, p) / Math.max(1e-4, 1 - p)) + 5) * 1.1)))

const sizeOf = (n: number): number => (n < 4 ? n : n < 7 ? 4 : n < 12 ? 5 : n < 25 ? 6 : 7)

/** Where an end of a span may be: at `places[current]` it is now. */
interface Places {
  readonly places: number[]
  readonly steps: number[]
  readonly current: number
}

/** The places within the sentence, between the spans before and after, that the tagger holds possible; null where it is sure or sees no other. */
const findPlaces = (view: View, spans: readonly RoleSpan[], x: number, side: Side, marginals: Float64Array): Places | null => {
  const { role, from, to } = spans[x]
  const at = side === 'begin' ? from : to
  if (likelyAt(marginals, role, side, at) > sure) return null
  const sentence = view.sentence[side === 'begin' ? from : to - 1]
  const before = x > 0 ? spans[x - 1].to : 0
  const after = x + 1 < spans.length ? spans[x + 1].from : view.length
  const low = side === 'begin' ? Math.max(before, view.sentenceStart[sentence], at - reach) : Math.max(from + 1, at - reach)
  const high = side === 'begin' ? Math.min(to - 1, at + reach) : Math.min(after, view.sentenceStart[sentence + 1], at + reach)
  const places: number[] = []
  const steps: number[] = []
  let current = 0
  for (let i = low; i <= high; i++) {
    const p = likelyAt(marginals, role, side, i)
    if (i === at) current = places.length
    else if (p < leastLikely) continue
    places.push(i)
    steps.push(stepOf(p))
  }
  return places.length > 1 ? { places, steps, current } : null
}

/** How many words beyond an end hang on a word within the span `from` to `to`, of the twelve nearest in the sentence; and the relation of the nearest. */
const readCrossing = ({ head, relation, sentence, sentenceStart }: View, side: Side, from: number, to: number): [number, number] => {
  const s = sentence[side === 'begin' ? from : to - 1]
  const step = side === 'begin' ? -1 : 1
  const end = side === 'begin' ? Math.max(sentenceStart[s], from - 12) - 1 : Math.min(sentenceStart[s + 1], to + 12)
  let count = 0
  let nearest = 0
  for (let i = side === 'begin' ? from - 1 : to; step * (end - i) > 0; i += step) {
    if (head[i] < from || head[i] >= to) continue
    if (count === 0) nearest = relation[i]
    count++
  }
  return [count, nearest]
}

/** The roles of the spans before and after in the same sentence, as one number. */
const readNeighbours = (view: View, spans: readonly RoleSpan[], x: number): number => {
  const { from, to } = spans[x]
  const before = x > 0 && view.sentence[spans[x - 1].to - 1] === view.sentence[from] ? beginOf[spans[x - 1].role] : 0
  const after = x + 1 < spans.length && view.sentence[spans[x + 1].from] === view.sentence[to - 1] ? beginOf[spans[x + 1].role] : 0
  return before * 8 + after
}

/** The span next to an end that would be at `p`: its role, and whether a word lies between; 0 where there is none so near. */
const readAdjacent = (spans: readonly RoleSpan[], x: number, side: Side, p: number): number => {
  const next = side === 'begin' ? spans[x - 1] : spans[x + 1]
  if (!next) return 0
  const gap = side === 'begin' ? p - next.to : next.from - p
  return gap <= 1 ? beginOf[next.role] + gap : 0
}

/** The features of an end of span `x` that would be at `places[k]`. */
const describePlace = (view: View, spans: readonly RoleSpan[], x: number, side: Side, found: Places, k: number): Int32Array => {
  const { places, steps, current } = found
  const { length, word, lemma, tag, head, relation, quote, name, sentence, sentenceStart } = view
  const { role } = spans[x]
  const p = places[k]
  const from = side === 'begin' ? p : spans[x].from
  const to = side === 'begin' ? spans[x].to : p
  const see = (column: Uint32Array, i: number): number => (i >= 0 && i < length ? column[i] : outside)
  const [tagBefore, tagHere, tagAfter] = [see(tag, p - 1), see(tag, p), see(tag, p + 1)]
  const [lemmaBefore, lemmaHere] = [see(lemma, p - 1), see(lemma, p)]
  const quotes = (p > 0 ? quote[p - 1] : 4) * 8 + (p < length ? quote[p] : 4)
  let commas = 0
  for (let i = from; i < to; i++) if (word[i] === comma) commas++
  const paired = (commas & 1) * 4 + (see(word, p - 1) === comma ? 1 : 0) + (see(word, p) === comma ? 2 : 0)
  const [crossing, crossingRelation] = readCrossing(view, side, from, to)
  let tops = 0
  let topTag = 0
  let topRelation = 0
  for (let i = Math.max(from, to - 40); i < to; i++) {
    if (head[i] >= from && head[i] < to) continue
    if (tops === 0) [topTag, topRelation] = [tag[i], relation[i]]
    tops++
  }
  const sentenceEnd = sentenceStart[sentence[to - 1] + 1]
  const place = side === 'begin' ? (p === sentenceStart[sentence[p]] ? 1 : 0) : p === sentenceEnd ? 1 : p === sentenceEnd - 1 ? 2 : 0
  const neighbours = readNeighbours(view, spans, x)
  const adjacent = readAdjacent(spans, x, side, p)
  const now = k === current ? 1 : 0
  const moved = p - places[current]
  const distance = moved === 0 ? 0 : (moved < 0 ? 8 : 0) + sizeOf(Math.abs(moved))
  const salt = mix(beginOf[role], side === 'begin' ? 1 : 2)
  return Int32Array.of(
    mix(1, now),
    mix(2, steps[k]),
    mix(3, steps[k] * 2 + now),
    mix(4, Math.max(...steps) - steps[k]),
    mix(5, distance),
    mix(6, tagBefore),
    mix(7, tagHere),
    mix(mix(8, tagBefore), tagHere),
    mix(9, lemmaBefore),
    mix(10, lemmaHere),
    mix(mix(11, lemmaHere), tagBefore),
    mix(mix(12, tagHere), tagAfter),
    mix(mix(13, see(tag, p - 2)), tagBefore),
    mix(14, place * 64 + neighbours),
    mix(15, paired),
    mix(mix(16, paired), neighbours * 16 + adjacent),
    mix(mix(17, adjacent), tagHere),
    mix(18, Math.min(crossing, 3)),
    mix(mix(19, crossingRelation), Math.min(crossing, 2)),
    mix(mix(20, crossingRelation), neighbours),
    mix(21, Math.min(tops, 5)),
    mix(mix(22, topTag), Math.min(tops, 4)),
    mix(mix(23, topRelation), topTag),
    mix(24, sizeOf(to - from) * 4 + place),
    mix(25, quotes),
    mix(mix(26, quotes), tagHere),
    mix(mix(27, see(relation, p)), neighbours),
    mix(mix(28, see(relation, p - 1)), tagHere),
    mix(mix(29, lemmaHere), neighbours),
    mix(mix(30, see(word, p + 1)), tagHere),
    mix(mix(31, tagHere), mix(tagBefore, neighbours)),
    mix(32, (p < length ? name[p] : 0) * 16 + (p > 0 ? name[p - 1] : 0)),
    mix(mix(33, distance), tagHere),
  ).map(feature => mix(feature, salt))
}

/** The places where an end of span `x` may be, the one that it has now, and the features of each; null where there is no choice. */
export const edgeChoice = (
  view: View,
  spans: readonly RoleSpan[],
  x: number,
  side: Side,
  marginals: Float64Array,
): { readonly places: readonly number[]; readonly current: number; readonly features: Int32Array[] } | null => {
  const found = findPlaces(view, spans, x, side, marginals)
  return found && { ...found, features: found.places.map((_, k) => describePlace(view, spans, x, side, found, k)) }
}

/**
 * Moves the ends of spans to where they more likely are, seen what stands on both sides of them: a tagger weighs a word at a time, and does not know whether the
 * commas around an apposition are paired, or whether a clause that it leaves out hangs on one that it takes in. `marginals` are the tagger's.
 */
export const refineEdges = (view: View, spans: readonly RoleSpan[], marginals: Float64Array, model: Choice): RoleSpan[] => {
  const refined = [...spans]
  for (let x = 0; x < refined.length; x++)
    for (const side of ['begin', 'end'] as const) {
      const choice = edgeChoice(view, refined, x, side, marginals)
      if (!choice) continue
      const p = weighCandidates(model, choice.features)
      const place = choice.places[p.indexOf(Math.max(...p))]
      refined[x] = side === 'begin' ? { ...refined[x], from: place } : { ...refined[x], to: place }
    }
  return refined
}
