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

/** What a column holds at `i`, beyond its ends a word of its own. */
const see = (column: Uint32Array, i: number): number => (i >= 0 && i < column.length ? column[i] : outside)

const sizeOf = (n: number): number => (n < 4 ? n : n < 7 ? 4 : n < 12 ? 5 : n < 25 ? 6 : 7)

/** Where an end of a span may be: at `places[current]` it is now. */
interface Places {
  readonly places: number[]
  readonly steps: number[]
  readonly likeliest: number
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
  let likeliest = 0
  let current = 0
  for (let i = low; i <= high; i++) {
    const p = likelyAt(marginals, role, side, i)
    if (i === at) current = places.length
    else if (p < leastLikely) continue
    places.push(i)
    const step = stepOf(p)
    steps.push(step)
    if (step > likeliest) likeliest = step
  }
  return places.length > 1 ? { places, steps, likeliest, current } : null
}

/** How many words beyond an end hang on a word within the span `from` to `to`, of the twelve nearest in the sentence; and the relation of the nearest. */
const readCrossing = (
  { head, relation, sentence, sentenceStart }: View,
  side: Side,
  from: number,
  to: number,
): { count: number; relation: number } => {
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
  return { count, relation: nearest }
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

const FEATURES = 33
/** What tells one feature from another, for each role and side: mixed beforehand. */
const SALTS = Object.values(beginOf).flatMap(role =>
  [1, 2].map(side => Int32Array.from({ length: FEATURES }, (_, k) => mix(mix(role, side), k))),
)

/** The features of an end of span `x` that would be at `places[k]`. */
const describePlace = (
  view: View,
  spans: readonly RoleSpan[],
  x: number,
  side: Side,
  found: Places,
  neighbours: number,
  k: number,
): Int32Array => {
  const { places, steps, likeliest, current } = found
  const { length, word, lemma, tag, head, relation, quote, name, sentence, sentenceStart } = view
  const { role } = spans[x]
  const p = places[k]
  const from = side === 'begin' ? p : spans[x].from
  const to = side === 'begin' ? spans[x].to : p
  const tagBefore = see(tag, p - 1)
  const tagHere = see(tag, p)
  const lemmaBefore = see(lemma, p - 1)
  const lemmaHere = see(lemma, p)
  const quotes = (p > 0 ? quote[p - 1] : 4) * 8 + (p < length ? quote[p] : 4)
  let commas = 0
  for (let i = from; i < to; i++) if (word[i] === comma) commas++
  const paired = (commas & 1) * 4 + (see(word, p - 1) === comma ? 1 : 0) + (see(word, p) === comma ? 2 : 0)
  const crossing = readCrossing(view, side, from, to)
  const many = Math.min(crossing.count, 2)
  let tops = 0
  let topTag = 0
  let topRelation = 0
  for (let i = Math.max(from, to - 40); i < to; i++) {
    if (head[i] >= from && head[i] < to) continue
    if (tops === 0) {
      topTag = tag[i]
      topRelation = relation[i]
    }
    tops++
  }
  const sentenceEnd = sentenceStart[sentence[to - 1] + 1]
  const place = side === 'begin' ? (p === sentenceStart[sentence[p]] ? 1 : 0) : p === sentenceEnd ? 1 : p === sentenceEnd - 1 ? 2 : 0
  const adjacent = readAdjacent(spans, x, side, p)
  const now = k === current ? 1 : 0
  const moved = p - places[current]
  const distance = moved === 0 ? 0 : (moved < 0 ? 8 : 0) + sizeOf(Math.abs(moved))
  const salts = SALTS[beginOf[role] - (side === 'begin' ? 1 : 0)]
  const f = new Int32Array(FEATURES)
  f[0] = mix(salts[0], now)
  f[1] = mix(salts[1], steps[k])
  f[2] = mix(salts[2], steps[k] * 2 + now)
  f[3] = mix(salts[3], likeliest - steps[k])
  f[4] = mix(salts[4], distance)
  f[5] = mix(salts[5], tagBefore)
  f[6] = mix(salts[6], tagHere)
  f[7] = mix(mix(salts[7], tagBefore), tagHere)
  f[8] = mix(salts[8], lemmaBefore)
  f[9] = mix(salts[9], lemmaHere)
  f[10] = mix(mix(salts[10], lemmaHere), tagBefore)
  f[11] = mix(mix(salts[11], tagHere), see(tag, p + 1))
  f[12] = mix(mix(salts[12], see(tag, p - 2)), tagBefore)
  f[13] = mix(salts[13], place * 64 + neighbours)
  f[14] = mix(salts[14], paired)
  f[15] = mix(salts[15], (paired * 64 + neighbours) * 16 + adjacent)
  f[16] = mix(mix(salts[16], adjacent), tagHere)
  f[17] = mix(salts[17], Math.min(crossing.count, 3))
  f[18] = mix(mix(salts[18], crossing.relation), many)
  f[19] = mix(mix(salts[19], crossing.relation), neighbours)
  f[20] = mix(salts[20], Math.min(tops, 5))
  f[21] = mix(mix(salts[21], topTag), Math.min(tops, 4))
  f[22] = mix(mix(salts[22], topRelation), topTag)
  f[23] = mix(salts[23], sizeOf(to - from) * 4 + place)
  f[24] = mix(salts[24], quotes)
  f[25] = mix(mix(salts[25], quotes), tagHere)
  f[26] = mix(mix(salts[26], see(relation, p)), neighbours)
  f[27] = mix(mix(salts[27], see(relation, p - 1)), tagHere)
  f[28] = mix(mix(salts[28], lemmaHere), neighbours)
  f[29] = mix(mix(salts[29], see(word, p + 1)), tagHere)
  f[30] = mix(mix(salts[30], tagHere), mix(tagBefore, neighbours))
  f[31] = mix(salts[31], (p < length ? name[p] : 0) * 16 + (p > 0 ? name[p - 1] : 0))
  f[32] = mix(mix(salts[32], distance), tagHere)
  return f
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
  if (!found) return null
  const neighbours = readNeighbours(view, spans, x)
  return { ...found, features: found.places.map((_, k) => describePlace(view, spans, x, side, found, neighbours, k)) }
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
      let best = 0
      for (let k = 1; k < p.length; k++) if (p[k] > p[best]) best = k
      if (best === choice.current) continue
      const place = choice.places[best]
      refined[x] = side === 'begin' ? { ...refined[x], from: place } : { ...refined[x], to: place }
    }
  return refined
}
