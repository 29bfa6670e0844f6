/** The most labels that a row has weights for; the eighth byte tells whose row it is. */
const WEIGHTS = 7
/** The first and third byte of a word: the lower half of the sixteen bits that each is added up in. */
export const EVEN_BYTES = 0x00ff00ff
/** Counts, above the sum of a row's sixth byte, how many rows were added up. */
const OWNED = 0x10000
/** Which of a position's four sums holds each label's, and whether in its lower or upper half. */
const LANES = [0, 1, 0, 1, 2, 3, 2]
const SHIFTS = [0, 0, 16, 16, 0, 0, 16]

/**
 * The weights of the features that matter most, in rows of eight bytes: a weight plus 128 for each of up to seven labels, and the bits of the feature's hash right above those of
 * the row, by which another feature on the same row is told to have no weights. Multiply weights by `scale` to have them in natural-log units.
 */
export interface Rows {
  readonly rowBits: number
  readonly checkBits: number
  readonly scale: number
  /** The bytes, four in each number. */
  readonly words: Int32Array
}

/**
 * Says which rows of a table (`2 ** tableBits` of them, `labels` weights each) are the heaviest of those that share the low `rowBits` bits of their number:
 * for each of these bits' values the bits above. Throws a `RangeError` where more than eight bits would tell them apart, or for more than seven labels.
 */
export const chooseRows = (table: Float32Array, labels: number, tableBits: number, rowBits: number): Uint8Array => {
  const checkBits = tableBits - rowBits
  if (labels > WEIGHTS) throw new RangeError(`${labels} labels: a row has weights for at most ${WEIGHTS}`)
  if (checkBits < 0 || checkBits > 8)
    throw new RangeError(`${tableBits} bits do not fit rows of ${rowBits}: at most eight more can be told apart`)
  const count = 2 ** rowBits
  const chosen = new Uint8Array(count)
  for (let row = 0; row < count; row++) {
    let most = -1
    for (let check = 0; check < 2 ** checkBits; check++) {
      const from = (check * count + row) * labels
      let weight = 0
      for (let y = 0; y < labels; y++) weight += table[from + y] ** 2
      if (weight <= most) continue
      most = weight
      chosen[row] = check
    }
  }
  return chosen
}

/** Keeps the heaviest rows of a table, as `chooseRows` says. */
export const packRows = (table: Float32Array, labels: number, tableBits: number, rowBits: number): Rows => {
  const chosen = chooseRows(table, labels, tableBits, rowBits)
  const count = chosen.length
  let max = 0
  for (let row = 0; row < count; row++)
    for (let y = 0; y < labels; y++) max = Math.max(max, Math.abs(table[(chosen[row] * count + row) * labels + y]))
  const step = max / 127 || 1
  const bytes = new Uint8Array(count * 8)
  for (let row = 0; row < count; row++) {
    for (let y = 0; y < labels; y++) bytes[row * 8 + y] = 128 + Math.round(table[(chosen[row] * count + row) * labels + y] / step)
    bytes[row * 8 + 7] = chosen[row]
  }
  return { rowBits, checkBits: tableBits - rowBits, scale: step, words: new Int32Array(bytes.buffer) }
}

/**
 * Adds to `sums`, four numbers a position, the rows of two features that each position has. A row is two 32-bit loads, and several of its bytes are added up at once (Lamport 1975,
 * multiple byte processing with full-word instructions); no position may have more than 256 features.
 */
export const addRows = ({ rowBits, checkBits, words }: Rows, hashes: Int32Array, others: Int32Array, sums: Int32Array): void => {
  const mask = 2 ** rowBits - 1
  const checks = 2 ** checkBits - 1
  for (let i = 0, at = 0; i < hashes.length; i++, at += 4) {
    const hash = hashes[i]
    const other = others[i]
    const row = (hash & mask) << 1
    const otherRow = (other & mask) << 1
    const last = words[row + 1]
    const otherLast = words[otherRow + 1]
    // All ones where the row is the feature's, else zero.
    const owns = (((last >>> 24) ^ ((hash >>> rowBits) & checks)) - 1) >> 31
    const otherOwns = (((otherLast >>> 24) ^ ((other >>> rowBits) & checks)) - 1) >> 31
    const low = words[row] & owns
    const otherLow = words[otherRow] & otherOwns
    const high = last & owns
    const otherHigh = otherLast & otherOwns
    sums[at] += (low & EVEN_BYTES) + (otherLow & EVEN_BYTES)
    sums[at + 1] += ((low >>> 8) & EVEN_BYTES) + ((otherLow >>> 8) & EVEN_BYTES)
    sums[at + 2] += (high & EVEN_BYTES) + (otherHigh & EVEN_BYTES)
    sums[at + 3] += (((high >>> 8) & 255) | (owns & OWNED)) + (((otherHigh >>> 8) & 255) | (otherOwns & OWNED))
  }
}

/** The sums of `labels` weights for each position from what `addRows` added up. */
export const readSums = ({ scale }: Rows, labels: number, sums: Int32Array): Float64Array => {
  const out = new Float64Array((sums.length / 4) * labels)
  for (let at = 0, to = 0; at < sums.length; at += 4, to += labels) {
    const bias = 128 * (sums[at + 3] >>> 16)
    for (let y = 0; y < labels; y++) {
      out[to + y] = (((sums[at + LANES[y]] >>> SHIFTS[y]) & 0xffff) - bias) * scale
    }
  }
  return out
}
