/**
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over hashed features.
 * `unary` holds a row of `labels` weights for each feature bucket. Steps from label to label fall into classes that share their weights: `stepClass` has the
 * class of each step (`from * labels + to`; `never` where it must not occur), and `pair` a row of `classes` weights for each bucket. Multiply weights by `scale` to have them in natural-log units.
 */
export interface Crf {
  readonly labels: number
  readonly classes: number
  readonly stepClass: Uint8Array
  readonly unaryBits: number
  readonly pairBits: number
  readonly scale: number
  readonly unary: Int8Array | Float32Array
  readonly pair: Int8Array | Float32Array
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

/** Which label may follow which: step `k` leads from label `from[k]` to label `to[k]` and has the weights of class `kind[k]`; `start[y]` is 0 for labels that must not come first. */
export interface Steps {
  readonly from: Uint8Array
  readonly to: Uint8Array
  readonly kind: Uint8Array
  readonly start: Uint8Array
}

/** The class, in `stepClass`, of a step that must not occur. */
export const never = 255

/** Lists the steps that `stepClass` (`from * labels + to`) allows. */
export const listSteps = (labels: number, stepClass: Uint8Array, start: Uint8Array): Steps => {
  const steps = [...stepClass.keys()].filter(k => stepClass[k] !== never)
  return {
    from: Uint8Array.from(steps, k => Math.floor(k / labels)),
    to: Uint8Array.from(steps, k => k % labels),
    kind: Uint8Array.from(steps, k => stepClass[k]),
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

/** Labels that the fast path of `addUnary` is written out for. */
const written = 7

/** Adds up the rows of each position's features. Written out for seven labels: sums in local variables are ten times as fast as in an array. */
const addUnary = (crf: Crf, features: Features, out: Float64Array): void => {
  const { labels: L, unary, scale } = crf
  const { unaryWidth: F, unary: hashes } = features
  const mask = (1 << crf.unaryBits) - 1
  for (let i = 0; i < features.length; i++) {
    const end = (i + 1) * F
    if (L !== written) {
      for (let y = 0; y < L; y++) {
        let sum = 0
        for (let f = i * F; f < end; f++) sum += unary[(hashes[f] & mask) * L + y]
        out[i * L + y] = sum * scale
      }
      continue
    }
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    let e = 0
    let g = 0
    let h = 0
    for (let f = i * F; f < end; f++) {
      const row = (hashes[f] & mask) * written
      a += unary[row]
      b += unary[row + 1]
      c += unary[row + 2]
      d += unary[row + 3]
      e += unary[row + 4]
      g += unary[row + 5]
      h += unary[row + 6]
    }
    const at = i * written
    out[at] = a * scale
    out[at + 1] = b * scale
    out[at + 2] = c * scale
    out[at + 3] = d * scale
    out[at + 4] = e * scale
    out[at + 5] = g * scale
    out[at + 6] = h * scale
  }
}

/** Adds up the weights of each position's features. */
export const scoreSequence = (crf: Crf, features: Features): Scores => {
  const { labels, classes: C, pair, scale } = crf
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
    for (let c = 0; c < C; c++) p[at + c] *= scale
  }
  return { length: n, labels, classes: C, unary: u, pair: p }
}

/** The best label sequence (Viterbi 1967). */
export const decodeBest = (scores: Scores, { from, to, kind, start }: Steps): Uint8Array => {
  const { length: n, labels: L, classes: C, unary, pair } = scores
  const path = new Uint8Array(n)
  if (n === 0) return path
  const back = new Uint8Array(n * L)
  let previous = new Float64Array(L)
  let current = new Float64Array(L)
  for (let y = 0; y < L; y++) previous[y] = start[y] ? unary[y] : -Infinity
  for (let i = 1; i < n; i++) {
    current.fill(-Infinity)
    for (let k = 0; k < kind.length; k++) {
      const s = previous[from[k]] + pair[i * C + kind[k]]
      const y = to[k]
      if (s > current[y]) {
        current[y] = s
        back[i * L + y] = from[k]
      }
    }
    for (let y = 0; y < L; y++) current[y] += unary[i * L + y]
    const swap = previous
    previous = current
    current = swap
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
export const forwardBackward = (scores: Scores, { from, to, kind, start }: Steps, kinds?: Float64Array): Marginals => {
  const { length: n, labels: L, classes: C, unary, pair } = scores
  const count = kind.length
  const alpha = new Float64Array(n * L)
  const beta = new Float64Array(n * L).fill(1, Math.max(0, n - 1) * L)
  const u = new Float64Array(n * L)
  const p = new Float64Array(n * C)
  const scale = new Float64Array(n)
  let logZ = 0
  for (let i = 0; i < n; i++) {
    const at = i * L
    let maxUnary = -Infinity
    for (let y = 0; y < L; y++) if (unary[at + y] > maxUnary) maxUnary = unary[at + y]
    for (let y = 0; y < L; y++) u[at + y] = Math.exp(unary[at + y] - maxUnary)
    if (i === 0) for (let y = 0; y < L; y++) alpha[y] = start[y] ? u[y] : 0
    else {
      const pat = i * C
      let maxPair = -Infinity
      for (let c = 0; c < C; c++) if (pair[pat + c] > maxPair) maxPair = pair[pat + c]
      for (let c = 0; c < C; c++) p[pat + c] = Math.exp(pair[pat + c] - maxPair)
      for (let k = 0; k < count; k++) alpha[at + to[k]] += alpha[at - L + from[k]] * p[pat + kind[k]]
      for (let y = 0; y < L; y++) alpha[at + y] *= u[at + y]
      logZ += maxPair
    }
    let sum = 0
    for (let y = 0; y < L; y++) sum += alpha[at + y]
    for (let y = 0; y < L; y++) alpha[at + y] /= sum
    scale[i] = sum
    logZ += maxUnary + Math.log(sum)
  }
  for (let i = n - 1; i > 0; i--) {
    const at = i * L
    const pat = i * C
    for (let k = 0; k < count; k++) {
      const mass = (p[pat + kind[k]] * u[at + to[k]] * beta[at + to[k]]) / scale[i]
      beta[at - L + from[k]] += mass
      if (kinds) kinds[pat + kind[k]] += alpha[at - L + from[k]] * mass
    }
  }
  for (let i = 0; i < alpha.length; i++) alpha[i] *= beta[i]
  return { labels: alpha, logZ }
}

/** Layout: labels, unaryBits, pairBits, classes (bytes), scale (float32 at 4), the class of each step (bytes), then the two tables as int8. */
export const encodeCrf = (crf: Crf): Uint8Array => {
  const tables = [crf.unary, crf.pair]
  let max = 0
  for (const table of tables) for (const w of table) max = Math.max(max, Math.abs(w))
  const step = max / 127 || 1
  const out = new Uint8Array(8 + crf.stepClass.length + crf.unary.length + crf.pair.length)
  out.set([crf.labels, crf.unaryBits, crf.pairBits, crf.classes])
  new DataView(out.buffer).setFloat32(4, crf.scale * step, true)
  out.set(crf.stepClass, 8)
  let at = 8 + crf.stepClass.length
  for (const table of tables) for (const w of table) out[at++] = Math.round(w / step)
  return out
}

/** Reads what `encodeCrf` wrote. Throws a `RangeError` where the length does not fit the header. */
export const decodeCrf = (bytes: Uint8Array): Crf => {
  const [labels, unaryBits, pairBits, classes] = bytes
  const head = 8 + labels * labels
  const unaryLength = labels * 2 ** unaryBits
  const length = head + unaryLength + classes * 2 ** pairBits
  if (bytes.length !== length)
    throw new RangeError(`CRF of ${bytes.length} bytes, expected ${length}: the model file is damaged; train it again`)
  const view = new Int8Array(bytes.buffer, bytes.byteOffset, length)
  return {
    labels,
    classes,
    stepClass: bytes.slice(8, head),
    unaryBits,
    pairBits,
    scale: new DataView(bytes.buffer, bytes.byteOffset).getFloat32(4, true),
    unary: view.subarray(head, head + unaryLength),
    pair: view.subarray(head + unaryLength),
  }
}
