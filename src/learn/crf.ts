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
  /** The rows of `unary` laid out for speed, where a model of seven labels was read from bytes. */
  readonly packed?: Int32Array
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
 * Which label may follow which. The steps of class `c` lead from any label of the set `from[c]`, an index into `sets`, to label `to[c]`;
 * `start[y]` is 0 for labels that must not come first.
 */
export interface Steps {
  readonly sets: readonly Uint8Array[]
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
  return {
    sets: keys.map(key => Uint8Array.from(key.split(' '), Number)),
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

/** Labels that rows are packed for. */
const packedLabels = 7
/** How many rows may be added up before a sum of bytes runs over its sixteen bits. */
const packedWidth = 128
const bytes = 0x00ff00ff

/**
 * Rows of seven signed bytes as pairs of 32-bit words of unsigned bytes (each weight plus 128), so that a row is two loads and several of its bytes are
 * added up at once (Lamport 1975, multiple byte processing with full-word instructions).
 */
const packRows = (unary: Int8Array): Int32Array => {
  const rows = new Uint8Array((unary.length / packedLabels) * 8)
  for (let row = 0, at = 0; at < unary.length; row += 8) for (let y = 0; y < packedLabels; y++) rows[row + y] = unary[at++] + 128
  return new Int32Array(rows.buffer)
}

/** Adds up the packed rows of each position's features. */
const addPacked = (rows: Int32Array, mask: number, scale: number, { length, unaryWidth, unary: hashes }: Features, out: Float64Array): void => {
  const bias = 128 * unaryWidth
  let f = 0
  for (let i = 0; i < length; i++) {
    let even = 0
    let odd = 0
    let highEven = 0
    let highOdd = 0
    for (const end = f + unaryWidth; f < end; f++) {
      const row = (hashes[f] & mask) << 1
      const low = rows[row]
      const high = rows[row + 1]
      even = (even + (low & bytes)) | 0
      odd = (odd + ((low >>> 8) & bytes)) | 0
      highEven = (highEven + (high & bytes)) | 0
      highOdd = (highOdd + ((high >>> 8) & bytes)) | 0
    }
    const at = i * packedLabels
    out[at] = ((even & 0xffff) - bias) * scale
    out[at + 1] = ((odd & 0xffff) - bias) * scale
    out[at + 2] = ((even >>> 16) - bias) * scale
    out[at + 3] = ((odd >>> 16) - bias) * scale
    out[at + 4] = ((highEven & 0xffff) - bias) * scale
    out[at + 5] = ((highOdd & 0xffff) - bias) * scale
    out[at + 6] = ((highEven >>> 16) - bias) * scale
  }
}

/** Adds up the rows of each position's features. */
const addUnary = (crf: Crf, features: Features, out: Float64Array): void => {
  const { labels: L, unary, scale } = crf
  const { unaryWidth: F, unary: hashes } = features
  const mask = (1 << crf.unaryBits) - 1
  if (crf.packed && F <= packedWidth) return addPacked(crf.packed, mask, scale, features, out)
  for (let i = 0; i < features.length; i++) {
    const at = i * L
    for (let f = i * F, end = f + F; f < end; f++) {
      const row = (hashes[f] & mask) * L
      for (let y = 0; y < L; y++) out[at + y] += unary[row + y]
    }
    for (let y = 0; y < L; y++) out[at + y] *= scale
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
export const decodeBest = (scores: Scores, { sets, from, to, start }: Steps): Uint8Array => {
  const { length: n, labels: L, classes: C, unary, pair } = scores
  const path = new Uint8Array(n)
  if (n === 0) return path
  const back = new Uint8Array(n * L)
  const bestOf = new Float64Array(sets.length)
  const bestLabel = new Uint8Array(sets.length)
  const previous = new Float64Array(L)
  for (let y = 0; y < L; y++) previous[y] = start[y] ? unary[y] : -Infinity
  for (let i = 1; i < n; i++) {
    for (let g = 0; g < sets.length; g++) {
      const set = sets[g]
      let best = set[0]
      for (let k = 1; k < set.length; k++) if (previous[set[k]] > previous[best]) best = set[k]
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
export const forwardBackward = (scores: Scores, { sets, from, to, start }: Steps, kinds?: Float64Array): Marginals => {
  const { length: n, labels: L, classes: C, unary, pair } = scores
  const S = sets.length
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
    for (let y = 0; y < L; y++) u[at + y] = Math.exp(unary[at + y] - maxUnary)
    if (i === 0) for (let y = 0; y < L; y++) alpha[y] = start[y] ? u[y] : 0
    else {
      const pat = i * C
      let maxPair = pair[pat]
      for (let c = 1; c < C; c++) if (pair[pat + c] > maxPair) maxPair = pair[pat + c]
      addSets(alpha, at - L, sets, sums)
      for (let c = 0; c < C; c++) {
        const e = Math.exp(pair[pat + c] - maxPair)
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
    if (kinds) addSets(alpha, at - L, sets, sums)
    through.fill(0)
    for (let c = 0; c < C; c++) {
      const mass = (p[pat + c] * u[at + to[c]] * beta[at + to[c]]) / scale[i]
      through[from[c]] += mass
      if (kinds) kinds[pat + c] = sums[from[c]] * mass
    }
    for (let g = 0; g < S; g++) {
      const set = sets[g]
      for (let k = 0; k < set.length; k++) beta[at - L + set[k]] += through[g]
    }
  }
  for (let i = 0; i < alpha.length; i++) alpha[i] *= beta[i]
  return { labels: alpha, logZ }
}

/** The sum of each set of labels at one position. */
const addSets = (values: Float64Array, at: number, sets: readonly Uint8Array[], sums: Float64Array): void => {
  for (let g = 0; g < sets.length; g++) {
    const set = sets[g]
    let sum = 0
    for (let k = 0; k < set.length; k++) sum += values[at + set[k]]
    sums[g] = sum
  }
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
    ...(labels === packedLabels ? { packed: packRows(view.subarray(head, head + unaryLength)) } : {}),
  }
}
