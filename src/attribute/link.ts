import { type Choice, weighCandidates } from '../learn/choice.ts'
import { hashString, mix } from '../learn/hash.ts'
import type { RoleSpan } from './spans.ts'
import type { View } from './view.ts'

/** What belongs to one cue: indices into the view's role spans. `cue` is -1 for content that no cue introduces. */
export interface Link {
  readonly cue: number
  readonly source: number
  readonly contents: readonly number[]
  /** Probability that the source is the cue's, and that the contents are. */
  readonly sourceProbability: number
  readonly contentProbability: number
}

const bucket = (d: number): number => (d < 4 ? d : d < 7 ? 4 : d < 12 ? 5 : d < 25 ? 6 : d < 60 ? 7 : 8)
const near = 3

/** The positions in `spans` of the nearest `near` spans of a role to the left and to the right of span `x`. */
const nearest = (spans: readonly RoleSpan[], x: number, role: RoleSpan['role']): number[] => {
  const found: number[] = []
  for (let k = x - 1, n = 0; k >= 0 && n < near; k--)
    if (spans[k].role === role) {
      found.push(k)
      n++
    }
  for (let k = x + 1, n = 0; k < spans.length && n < near; k++)
    if (spans[k].role === role) {
      found.push(k)
      n++
    }
  return found
}

/** The position in a run whose head lies outside it: where the run hangs in the parse. */
const topOf = (view: View, from: number, to: number): number => {
  for (let i = from; i < to; i++) {
    const h = view.head[i]
    if (h < from || h >= to) {
      if (view.word[i] !== quoteWord) return i
    }
  }
  return from
}
const quoteWord = hashString('"')

/** How one run hangs under the other in the parse: relation and number of steps, 0 where it does not. */
const dependency = (view: View, top: number, from: number, to: number): number => {
  let at = top
  for (let k = 1; k <= 4; k++) {
    const h = view.head[at]
    if (h < 0) return 0
    if (h >= from && h < to) return mix(view.relation[at], k)
    at = h
  }
  return 0
}

/** What tells one feature from another, for each role and side: mixed beforehand. */
const SALTS = [1, 2].flatMap(role => [1, 2].map(side => Int32Array.from({ length: 768 }, (_, k) => mix(mix(role, side), k))))

/** Role spans in the order of the text, each with its top in the parse, as a position of the view. */
export interface Line {
  readonly view: View
  readonly spans: readonly RoleSpan[]
  readonly tops: Int32Array
}

export const lineUp = (view: View, spans: readonly RoleSpan[]): Line => ({
  view,
  spans,
  tops: Int32Array.from(spans, ({ from, to }) => topOf(view, from, to)),
})

/** Features of the pair of span `x` and cue `c`, which are positions in the line. */
const pairFeatures = ({ view, spans, tops }: Line, x: number, c: number, rank: number): Int32Array => {
  const a = spans[x]
  const cue = spans[c]
  const role = a.role === 'source' ? 1 : 2
  const side = c < x ? 1 : 2
  const from = c < x ? cue.to : a.to
  const to = c < x ? a.from : cue.from
  const gap = bucket(to - from)
  const sentences = Math.min(3, Math.abs(view.sentence[c < x ? a.from : a.to - 1] - view.sentence[cue.from]))
  const paragraphs = Math.min(2, Math.abs(view.paragraph[a.from] - view.paragraph[cue.from]))
  let between = 0
  const low = Math.min(x, c)
  const high = Math.max(x, c)
  for (let k = low + 1; k < high && k < low + 5; k++)
    between = between * 4 + (spans[k].role === 'source' ? 1 : spans[k].role === 'cue' ? 2 : 3)
  const before = low > 0 && view.sentence[spans[low - 1].from] === view.sentence[spans[low].from] ? spans[low - 1].role : 'none'
  const after =
    high + 1 < spans.length && view.sentence[spans[high + 1].from] === view.sentence[spans[high].to - 1] ? spans[high + 1].role : 'none'
  const around = before.length * 16 + after.length
  const quoted = view.quote[a.from] ? 1 : 0
  const cueHead = cue.to - 1
  const top = tops[c]
  const lemma = view.lemma[top]
  const firstOfGap = to > from ? view.word[from] : 0
  const lastOfGap = to > from ? view.word[to - 1] : 0
  const hang = dependency(view, tops[x], cue.from, cue.to)
  const hung = dependency(view, top, a.from, a.to)
  const salts = SALTS[role === 1 ? side - 1 : side + 1]
  const f = new Int32Array(22)
  f[0] = mix(role, side)
  f[1] = salts[10 + gap]
  f[2] = salts[30 + sentences * 3 + paragraphs]
  f[3] = mix(salts[50 + between], sentences)
  f[4] = mix(salts[400 + between], around)
  f[5] = mix(salts[500 + rank], sentences)
  f[6] = mix(salts[520 + quoted], sentences * 4 + rank)
  f[7] = mix(salts[600], lemma)
  f[8] = mix(salts[601 + sentences], lemma)
  f[9] = mix(salts[610], view.tag[cue.from])
  f[10] = mix(salts[611 + sentences], view.tag[cueHead])
  f[11] = mix(salts[620], firstOfGap)
  f[12] = mix(salts[621], lastOfGap)
  f[13] = mix(salts[622], mix(firstOfGap, gap))
  f[14] = mix(salts[623], mix(lastOfGap, between))
  f[15] = mix(salts[630], hang)
  f[16] = mix(salts[631], hung)
  f[17] = mix(salts[632], mix(hang, between))
  f[18] = mix(salts[640], mix(gap, between))
  f[19] = mix(salts[641], mix(around, quoted * 4 + sentences))
  f[20] = mix(salts[642], mix(view.quote[cue.from], quoted))
  f[21] = mix(salts[643], mix(view.tag[a.from], sentences))
  return f
}

const noneFeatures = ({ view, spans }: Line, x: number, count: number): Int32Array => {
  const a = spans[x]
  const role = a.role === 'cue' ? 3 : 4
  const quoted = view.quote[a.from] ? 1 : 0
  return new Int32Array([
    mix(role, 900),
    mix(role, 910 + count),
    mix(role, 920 + quoted),
    mix(mix(role, 930), view.lemma[a.from]),
    mix(mix(role, 931), view.tag[a.from]),
  ])
}

/** The candidates of a span and their features: cues for a content, sources for a cue; -1, for none, comes last. */
export const candidatesFor = (line: Line, x: number): { readonly candidates: number[]; readonly features: Int32Array[] } => {
  const { spans } = line
  const wanted = spans[x].role === 'content' ? 'cue' : 'source'
  const candidates = nearest(spans, x, wanted)
  let left = 0
  let right = 0
  const features = candidates.map(k => {
    const rank = k < x ? left++ : right++
    return wanted === 'cue' ? pairFeatures(line, x, k, rank) : pairFeatures(line, k, x, rank)
  })
  features.push(noneFeatures(line, x, candidates.length))
  candidates.push(-1)
  return { candidates, features }
}

/** Says what belongs to what: each content takes the likeliest cue, each cue the likeliest source. Cues without content are left out. */
export const linkSpans = (view: View, spans: readonly RoleSpan[], model: Choice): Link[] => {
  const line = lineUp(view, spans)
  const contents = new Map<number, { list: number[]; probability: number }>()
  const alone: Link[] = []
  for (let x = 0; x < spans.length; x++) {
    if (spans[x].role !== 'content') continue
    const { candidates, features } = candidatesFor(line, x)
    const p = weighCandidates(model, features)
    let best = 0
    for (let k = 1; k < p.length; k++) if (p[k] > p[best]) best = k
    const cue = candidates[best]
    if (cue < 0) {
      alone.push({ cue, source: -1, contents: [x], sourceProbability: 0, contentProbability: p[best] })
      continue
    }
    const entry = contents.get(cue)
    if (entry) {
      entry.list.push(x)
      entry.probability = Math.min(entry.probability, p[best])
    } else contents.set(cue, { list: [x], probability: p[best] })
  }
  const links: Link[] = []
  for (const [cue, { list, probability }] of contents) {
    const { candidates, features } = candidatesFor(line, cue)
    const p = weighCandidates(model, features)
    let best = 0
    for (let k = 1; k < p.length; k++) if (p[k] > p[best]) best = k
    links.push({ cue, source: candidates[best], contents: list, sourceProbability: p[best], contentProbability: probability })
  }
  const start = (l: Link): number => Math.min(...[l.cue, l.source, ...l.contents].filter(k => k >= 0).map(k => spans[k].from))
  return [...links, ...alone].sort((a, b) => start(a) - start(b))
}
