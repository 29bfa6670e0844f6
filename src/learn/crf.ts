import { addRows, packRows, type Rows } from './crf-rows.ts'
import { exponential } from './exponential.ts'

/**
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over hashed features.
 * `unary` holds `labels` weights for each of `2 ** unaryBits` buckets of features, or the rows that were kept of them. Steps from label to label fall into
 * classes that share their weights: `stepClass` has the class of each step (`from * labels + to`; `never` where it must not occur), and `pair` a row of
 * `classes` weights for each bucket, to be multiplied by `pairScale`.
 */
export interface Crf {
  readonly labels: number
  readonly classes: number
  readonly stepClass: Uint8Array
  readonly unaryBits: number
  readonly pairBits: number
  readonly unary: Float32Array | Rows
  readonly pair: Float32Array | Int8Array
  readonly pairScale: number
}

/**
 * The features of a sequence: `unaryWidth` feature hashes for each position in `unary`, `pairWidth` in `pair` (for the step into the position).
 * Hashes are unsigned 32-bit; the learner folds them to its own table size.
 */
export interface Features {
  readonly length: number
  readonly unaryWidth: number
  readonly pairWidth: number
  readonly unary: Uint32Array
  readonly pair: Uint32Array
}

/**
 * Which label may follow which. The steps of class `c` lead from any label of the set `from[c]` to label `to[c]`; set `g` is `members` from `bounds[g]` to
 * `bounds[g + 1]`. `start[y]` is 0 for labels that must not come first.
 */
export interface Steps {
  readonly bounds: Uint8Array
  readonly members: Uint8Array
  readonly from: Uint8Array
  readonly to: Uint8Array
  readonly start: Uint8Array
}

/** The class, in `stepClass`, of a step that must not occur. */
export const never = 255

/** Gathers the steps that `stepClass` (`from * labels + to`) allows by class. Throws a `RangeError` where a class leads to two labels. */
export const listSteps = (labels: number, stepClass: Uint8Array, start: Uint8Array): Steps => {
  const members = new Map<number, { from: number[]; to: number }>()
  stepClass.forEach((c, k) => {
    if (c === never) return
    const to = k % labels
    const known = members.get(c)
    if (known && known.to !== to)
      throw new RangeError(`steps of class ${c} lead to the labels ${known.to} and ${to}: give each label its own class`)
    if (known) known.from.push(Math.floor(k / labels))
    else members.set(c, { from: [Math.floor(k / labels)], to })
  })
  const classes = [...members].sort((x, y) => x[0] - y[0]).map(([, member]) => member)
  const keys = [...new Set(classes.map(({ from }) => from.join(' ')))]
  const sets = keys.map(key => key.split(' ').map(Number))
  return {
    bounds: Uint8Array.from([0, ...sets], (_, g) => sets.slice(0, g).flat().length),
    members: Uint8Array.from(sets.flat()),
    from: Uint8Array.from(classes, ({ from }) => keys.indexOf(from.join(' '))),
    to: Uint8Array.from(classes, ({ to }) => to),
    start,
  }
}

/** Scores of a sequence: `unary[i * labels + y]` for each label, and `pair[i * classes + c]` for each class of steps from `i - 1` to `i`. */
export interface Scores {
  readonly length: number
  readonly labels: number
  readonly classes: number
  readonly unary: Float64Array
  readonly pair: Float64Array
}

/** Adds up the rows of each position's features. */
const addUnary = ({ labels: L, unaryBits, unary }: Crf, features: Features, out: Float64Array): void => {
  if (!(unary instanceof Float32Array)) {
    addRows(unary, L, features.unary, features.unaryWidth, out)
    return
  }
  const { length, unaryWidth: F, unary: hashes } = features
  const mask = 2 ** unaryBits - 1
  for (let i = 0; i < length; i++) {
    const at = i * L
    for (let f = i * F, end = f + F; f < end; f++) {
      const row = (hashes[f] & mask) * L
      for (let y = 0; y < L; y++) out[at + y] += unary[row + y]
    }
  }
}

/** Adds up the weights of each position's features. */
export const scoreSequence = (crf: Crf, features: Features): Scores => {
  const { labels, classes: C, pair, pairScale } = crf
  const { length: n, pairWidth: P } = features
  const mask = (1 << crf.pairBits) - 1
  const u = new Float64Array(n * labels)
  addUnary(crf, features, u)
  const p = new Float64Array(n * C)
  for (let i = 0; i < n; i++) {
    const at = i * C
    for (let f = i * P, end = f + P; f < end; f++) {
      const row = (features.pair[f] & mask) * C
      for (let c = 0; c < C; c++) p[at + c] += pair[row + c]
    }
    for (let c = 0; c < C; c++) p[at + c] *= pairScale
  }
  return { length: n, labels, classes: C, unary: u, pair: p }
}

/** The best label sequence (Viterbi 1967). */
export const decodeBest = (scores: Scores, { bounds, members, from, to, start }: Steps): Uint8Array => {
  const { length: n, labels: L, classes: C, unary, pair } = scores
  const path = new Uint8Array(n)
  if (n === 0) return path
  const back = new Uint8Array(n * L)
  const S = bounds.length - 1
  const bestOf = new Float64Array(S)
  const bestLabel = new Uint8Array(S)
  const previous = new Float64Array(L)
  for (let y = 0; y < L; y++) previous[y] = start[y] ? unary[y] : -Infinity
  for (let i = 1; i < n; i++) {
    for (let g = 0; g < S; g++) {
      let best = members[bounds[g]]
      for (let k = bounds[g] + 1; k < bounds[g + 1]; k++) if (previous[members[k]] > previous[best]) best = members[k]
      bestLabel[g] = best
      bestOf[g] = previous[best]
    }
    previous.fill(-Infinity)
    for (let c = 0; c < C; c++) {
      const s = bestOf[from[c]] + pair[i * C + c]
      const y = to[c]
      if (s > previous[y]) {
        previous[y] = s
        back[i * L + y] = bestLabel[from[c]]
      }
    }
    for (let y = 0; y < L; y++) previous[y] += unary[i * L + y]
  }
  let y = 0
  for (let x = 1; x < L; x++) if (previous[x] > previous[y]) y = x
  for (let i = n - 1; i >= 0; i--) {
    path[i] = y
    y = back[i * L + y]
  }
  return path
}

/** What `forwardBackward` finds: the probability of each label at each position (`[i * labels + y]`), and the log of the partition function. */
export interface Marginals {
  readonly labels: Float64Array
  readonly logZ: number
}

/**
 * The forward-backward algorithm, each position scaled to sum 1 (Rabiner 1989).
 * Where `kinds` is given it is filled with the probability of each class of steps, `[i * classes + c]` for the step into position `i`.
 */
export const forwardBackward = (scores: Scores, steps: Steps, kinds?: Float64Array): Marginals => {
  const { length: n, labels: L, classes: C, unary, pair } = scores
  const { bounds, members, from, to, start } = steps
  const S = bounds.length - 1
  const alpha = new Float64Array(n * L)
  const beta = new Float64Array(n * L).fill(1, Math.max(0, n - 1) * L)
  const u = new Float64Array(n * L)
  const p = new Float64Array(n * C)
  const scale = new Float64Array(n)
  const sums = new Float64Array(S)
  let logZ = 0
  for (let i = 0; i < n; i++) {
    const at = i * L
    let maxUnary = unary[at]
    for (let y = 1; y < L; y++) if (unary[at + y] > maxUnary) maxUnary = unary[at + y]
    for (let y = 0; y < L; y++) u[at + y] = exponential(unary[at + y] - maxUnary)
    if (i === 0) for (let y = 0; y < L; y++) alpha[y] = start[y] ? u[y] : 0
    else {
      const pat = i * C
      let maxPair = pair[pat]
      for (let c = 1; c < C; c++) if (pair[pat + c] > maxPair) maxPair = pair[pat + c]
      addSets(alpha, at - L, steps, sums)
      for (let c = 0; c < C; c++) {
        const e = exponential(pair[pat + c] - maxPair)
        p[pat + c] = e
        alpha[at + to[c]] += sums[from[c]] * e
      }
      for (let y = 0; y < L; y++) alpha[at + y] *= u[at + y]
      logZ += maxPair
    }
    let sum = 0
    for (let y = 0; y < L; y++) sum += alpha[at + y]
    for (let y = 0; y < L; y++) alpha[at + y] /= sum
    scale[i] = sum
    logZ += maxUnary + Math.log(sum)
  }
  const through = new Float64Array(S)
  for (let i = n - 1; i > 0; i--) {
    const at = i * L
    const pat = i * C
    if (kinds) addSets(alpha, at - L, steps, sums)
    through.fill(0)
    for (let c = 0; c < C; c++) {
      const mass = (p[pat + c] * u[at + to[c]] * beta[at + to[c]]) / scale[i]
      through[from[c]] += mass
      if (kinds) kinds[pat + c] = sums[from[c]] * mass
    }
    for (let g = 0; g < S; g++) for (let k = bounds[g]; k < bounds[g + 1]; k++) beta[at - L + members[k]] += through[g]
  }
  for (let i = 0; i < alpha.length; i++) alpha[i] *= beta[i]
  return { labels: alpha, logZ }
}

/** The sum of each set of labels at one position. */
const addSets = (values: Float64Array, at: number, { bounds, members }: Steps, sums: Float64Array): void => {
  for (let g = 0; g < sums.length; g++) {
    let sum = 0
    for (let k = bounds[g]; k < bounds[g + 1]; k++) sum += values[at + members[k]]
    sums[g] = sum
  }
}

/** Layout: labels, rowBits, checkBits, pairBits, classes (bytes), the scales of rows and pairs (float32 at 8 and 12), the class of each step (bytes), the pairs as int8, the rows. */
const HEAD = 16

/** Writes a field as bytes; of the features' rows as many are kept as `rowBits` allow. */
export const encodeCrf = (crf: Crf, rowBits: number): Uint8Array => {
  if (!(crf.unary instanceof Float32Array)) throw new RangeError('only a field fresh from training can be written')
  const rows = packRows(crf.unary, crf.labels, crf.unaryBits, rowBits)
  let max = 0
  for (const w of crf.pair) max = Math.max(max, Math.abs(w))
  const step = max / 127 || 1
  const { stepClass, pair } = crf
  const out = new Uint8Array(HEAD + stepClass.length + pair.length + rows.bytes.length)
  out.set([crf.labels, rowBits, rows.checkBits, crf.pairBits, crf.classes])
  const view = new DataView(out.buffer)
  view.setFloat32(8, rows.scale, true)
  view.setFloat32(12, step, true)
  out.set(stepClass, HEAD)
  for (let i = 0; i < pair.length; i++) out[HEAD + stepClass.length + i] = Math.round(pair[i] / step)
  out.set(rows.bytes, HEAD + stepClass.length + pair.length)
  return out
}

/** Reads what `encodeCrf` wrote. Throws a `RangeError` where the length does not fit the header. */
export const decodeCrf = (bytes: Uint8Array): Crf => {
  const [labels, rowBits, checkBits, pairBits, classes] = bytes
  const steps = HEAD + labels * labels
  const pairs = steps + classes * 2 ** pairBits
  const length = pairs + 8 * 2 ** rowBits
  if (bytes.length !== length)
    throw new RangeError(`CRF of ${bytes.length} bytes, expected ${length}: the model file is damaged; train it again`)
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return {
    labels,
    classes,
    stepClass: bytes.slice(HEAD, steps),
    unaryBits: rowBits + checkBits,
    pairBits,
    unary: { rowBits, checkBits, scale: view.getFloat32(8, true), bytes: new Uint8Array(bytes.subarray(pairs)) },
    pair: new Int8Array(bytes.subarray(steps, pairs)),
    pairScale: view.getFloat32(12, true),
  }
}
