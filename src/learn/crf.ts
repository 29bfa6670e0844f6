import { addRows, EVEN_BYTES, packRows, type Rows, readSums } from './crf-rows.ts'
import { CLASSES, LABELS } from './roles.ts'
import { gatherColumns } from './templates.ts'

/**
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over hashed features, as it is learned. `unary` holds a weight of each label for
 * each of `2 ** unaryBits` buckets of features, `pair` a weight of each class of steps for each of `2 ** pairBits` buckets.
 */
export interface Crf {
  readonly unaryBits: number
  readonly pairBits: number
  readonly unary: Float32Array
  readonly pair: Float32Array
}

/**
 * A field as it is kept and used: the heaviest rows of features; and the weights of steps, a byte each with 128 for none, to be multiplied by `pairScale`,
 * in rows of `STEP_BYTES`.
 */
export interface PackedCrf {
  readonly rows: Rows
  readonly pairBits: number
  /** Four weights in each number. */
  readonly pair: Int32Array
  readonly pairScale: number
}

const STEP_BYTES = 20
const STEP_WORDS = STEP_BYTES / 4

/** The features of a sequence, one after the other: `fillUnary` and `fillPair` (the step into a position) write the hash of feature `k` at each position. */
export interface Features {
  readonly length: number
  readonly unaryWidth: number
  readonly pairWidth: number
  readonly fillUnary: (k: number, out: Int32Array) => void
  readonly fillPair: (k: number, out: Int32Array) => void
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
  return {
    length,
    unaryWidth,
    pairWidth,
    unary: gatherColumns(length, unaryWidth, features.fillUnary),
    pair: gatherColumns(length, pairWidth, features.fillPair),
  }
}

/** Scores of a sequence: `unary[i * LABELS + y]` for each label, and `pair[i * CLASSES + c]` for each class of steps from `i - 1` to `i`. */
export interface Scores {
  readonly length: number
  readonly unary: Float64Array
  readonly pair: Float64Array
}

/** Adds up the weights of each position's features by a field that is being learned. */
export const scoreGathered = (crf: Crf, features: GatheredFeatures): Scores => {
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
    unary: add(crf.unary, LABELS, 2 ** crf.unaryBits - 1, features.unary, features.unaryWidth),
    pair: add(crf.pair, CLASSES, 2 ** crf.pairBits - 1, features.pair, features.pairWidth),
  }
}

/** Adds to `sums`, ten numbers a position, the weights of the step that each position has: two of them in each number, as in `addRows`. */
const addSteps = ({ pairBits, pair }: PackedCrf, hashes: Int32Array, sums: Int32Array): void => {
  const mask = 2 ** pairBits - 1
  for (let i = 0, at = 0; i < hashes.length; i++) {
    const row = (hashes[i] & mask) * STEP_WORDS
    for (let k = row; k < row + STEP_WORDS; k++) {
      const word = pair[k]
      sums[at++] += word & EVEN_BYTES
      sums[at++] += (word >>> 8) & EVEN_BYTES
    }
  }
}

/** The scores of steps from the sums of `width` features. */
const readSteps = (sums: Int32Array, n: number, width: number, scale: number): Float64Array => {
  const out = new Float64Array(n * CLASSES)
  const none = 128 * width
  for (let i = 0; i < n; i++)
    for (let c = 0; c < CLASSES; c++) {
      const sum = sums[i * 2 * STEP_WORDS + (c >> 2) * 2 + (c & 1)] >>> (c & 2 ? 16 : 0)
      out[i * CLASSES + c] = ((sum & 0xffff) - none) * scale
    }
  return out
}

/** Adds up the weights of each position's features, two at a time. Throws a `RangeError` where their number is odd. */
export const scoreSequence = (crf: PackedCrf, features: Features): Scores => {
  const { length: n, unaryWidth, pairWidth } = features
  if (unaryWidth % 2 !== 0) throw new RangeError(`${unaryWidth} features a position: they are added up two at a time`)
  const hashes = new Int32Array(n)
  const others = new Int32Array(n)
  const sums = new Int32Array(4 * n)
  for (let k = 0; k < unaryWidth; k += 2) {
    features.fillUnary(k, hashes)
    features.fillUnary(k + 1, others)
    addRows(crf.rows, hashes, others, sums)
  }
  const steps = new Int32Array(2 * STEP_WORDS * n)
  for (let k = 0; k < pairWidth; k++) {
    features.fillPair(k, hashes)
    addSteps(crf, hashes, steps)
  }
  return { length: n, unary: readSums(crf.rows, LABELS, sums), pair: readSteps(steps, n, pairWidth, crf.pairScale) }
}

/** Layout: rowBits, checkBits, pairBits (bytes), the scales of rows and steps (float32 at 4 and 8), the steps' weights, the rows. */
const HEAD = 12

/** Writes a field as bytes; of the features' rows as many are kept as `rowBits` allow. */
export const encodeCrf = (crf: Crf, rowBits: number): Uint8Array => {
  const rows = packRows(crf.unary, LABELS, crf.unaryBits, rowBits)
  let max = 0
  for (const w of crf.pair) max = Math.max(max, Math.abs(w))
  const step = max / 127 || 1
  const steps = new Uint8Array(STEP_BYTES * 2 ** crf.pairBits)
  for (let i = 0; i < crf.pair.length; i++)
    steps[Math.floor(i / CLASSES) * STEP_BYTES + (i % CLASSES)] = 128 + Math.round(crf.pair[i] / step)
  const kept = new Uint8Array(rows.words.buffer)
  const out = new Uint8Array(HEAD + steps.length + kept.length)
  out.set([rowBits, rows.checkBits, crf.pairBits])
  const view = new DataView(out.buffer)
  view.setFloat32(4, rows.scale, true)
  view.setFloat32(8, step, true)
  out.set(steps, HEAD)
  out.set(kept, HEAD + steps.length)
  return out
}

/** Reads what `encodeCrf` wrote. Throws a `RangeError` where the length does not fit the header. */
export const decodeCrf = (bytes: Uint8Array): PackedCrf => {
  const [rowBits, checkBits, pairBits] = bytes
  const rows = HEAD + STEP_BYTES * 2 ** pairBits
  const length = rows + 8 * 2 ** rowBits
  if (bytes.length !== length)
    throw new RangeError(`CRF of ${bytes.length} bytes, expected ${length}: the model file is damaged; train it again`)
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return {
    rows: { rowBits, checkBits, scale: view.getFloat32(4, true), words: new Int32Array(new Uint8Array(bytes.subarray(rows)).buffer) },
    pairBits,
    pair: new Int32Array(new Uint8Array(bytes.subarray(HEAD, rows)).buffer),
    pairScale: view.getFloat32(8, true),
  }
}
