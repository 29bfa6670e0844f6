import { addRows, packRows, type Rows, readSums } from './crf-rows.ts'
import { exponential } from './exponential.ts'

/**
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over hashed features, as it is learned.
 * `unary` holds `labels` weights for each of `2 ** unaryBits` buckets of features. Steps from label to label fall into classes that share their weights:
 * `stepClass` has the class of each step (`from * labels + to`; `never` where it must not occur), and `pair` a row of `classes` weights for each of
 * `2 ** pairBits` buckets.
 */
export interface Crf {
  readonly labels: number
  readonly classes: number
  readonly stepClass: Uint8Array
  readonly unaryBits: number
  readonly pairBits: number
  readonly unary: Float32Array
  readonly pair: Float32Array
}

/** A field as it is kept and used: the heaviest rows of features, and the weights of steps in a byte each, to be multiplied by `pairScale`. */
export interface PackedCrf {
  readonly labels: number
  readonly classes: number
  readonly pairBits: number
  readonly rows: Rows
  readonly pair: Int8Array
  readonly pairScale: number
}

/** The features of a sequence, one after the other: `fillUnary` and `fillPair` (the step into a position) write the hash of feature `k` at each position. */
export interface Features {
  readonly length: number
  readonly unaryWidth: number
  readonly pairWidth: number
  fillUnary(k: number, out: Int32Array): void
  fillPair(k: number, out: Int32Array): void
}

/** The same position by position, `unaryWidth` and `pairWidth` hashes for each, as learning wants them. */
export interface GatheredFeatures {
  readonly length: number
  readonly unaryWidth: number
  readonly pairWidth: number
  readonly unary: Int32Array
  readonly pair: Int32Array
}

/** Brings features into the order of positions. */
export const gatherFeatures = (features: Features): GatheredFeatures => {
  const { length, unaryWidth, pairWidth } = features
  const column = new Int32Array(length)
  const gather = (width: number, fill: (k: number) => void): Int32Array => {
    const out = new Int32Array(length * width)
    for (let k = 0; k < width; k++) {
      fill(k)
      for (let i = 0; i < length; i++) out[i * width + k] = column[i]
    }
    return out
  }
  return {
    length,
    unaryWidth,
    pairWidth,
    unary: gather(unaryWidth, k => features.fillUnary(k, column)),
    pair: gather(pairWidth, k => features.fillPair(k, column)),
  }
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

/** Adds up the weights of each position's features by a field that is being learned. */
export const scoreGathered = (crf: Crf, features: GatheredFeatures): Scores => {
  const { labels: L, classes: C } = crf
  const { length: n } = features
  const add = (weights: Float32Array, row: number, mask: number, hashes: Int32Array, width: number): Float64Array => {
    const out = new Float64Array(n * row)
    for (let i = 0; i < n; i++)
      for (let f = i * width, end = f + width; f < end; f++) {
        const from = (hashes[f] & mask) * row
        for (let y = 0; y < row; y++) out[i * row + y] += weights[from + y]
      }
    return out
  }
  return {
    length: n,
    labels: L,
    classes: C,
    unary: add(crf.unary, L, 2 ** crf.unaryBits - 1, features.unary, features.unaryWidth),
    pair: add(crf.pair, C, 2 ** crf.pairBits - 1, features.pair, features.pairWidth),
  }
}

/** Adds up the weights of each position's features, a feature at a time. */
export const scoreSequence = (crf: PackedCrf, features: Features): Scores => {
  const { labels, classes: C, pair, pairScale } = crf
  const { length: n } = features
  const hashes = new Int32Array(n)
  const sums = new Int32Array(4 * n)
  for (let k = 0; k < features.unaryWidth; k++) {
    features.fillUnary(k, hashes)
    addRows(crf.rows, hashes, sums)
  }
  const mask = 2 ** crf.pairBits - 1
  const p = new Float64Array(n * C)
  for (let k = 0; k < features.pairWidth; k++) {
    features.fillPair(k, hashes)
    for (let i = 0; i < n; i++) {
      const at = i * C
      const row = (hashes[i] & mask) * C
      for (let c = 0; c < C; c++) p[at + c] += pair[row + c]
    }
  }
  for (let k = 0; k < p.length; k++) p[k] *= pairScale
  return { length: n, labels, classes: C, unary: readSums(crf.rows, labels, sums), pair: p }
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
export const decodeCrf = (bytes: Uint8Array): PackedCrf => {
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
    pairBits,
    rows: { rowBits, checkBits, scale: view.getFloat32(8, true), bytes: new Uint8Array(bytes.subarray(pairs)) },
    pair: new Int8Array(bytes.subarray(steps, pairs)),
    pairScale: view.getFloat32(12, true),
  }
}
