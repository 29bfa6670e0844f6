/** The most labels that a row has weights for; the eighth byte tells whose row it is. */
const WEIGHTS = 7
const BYTES = 0x00ff00ff
/** How many rows may be added up before a sum of bytes runs over its sixteen bits. */
const MOST_ROWS = 256

/**
 * The weights of the features that matter most, in rows of eight bytes: a weight plus 128 for each of up to seven labels, and the bits of the feature's hash right above those of
 * the row, by which another feature on the same row is told to have no weights. Multiply weights by `scale` to have them in natural-log units.
 */
export interface Rows {
  readonly rowBits: number
  readonly checkBits: number
  readonly scale: number
  readonly bytes: Uint8Array
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
  return { rowBits, checkBits: tableBits - rowBits, scale: step, bytes }
}

/**
 * Writes for each position, `width` of the hashes, the sum of its features' rows to `out`, `labels` numbers a position. A row is two 32-bit loads, and several of its bytes are added up
 * at once (Lamport 1975, multiple byte processing with full-word instructions). Throws a `RangeError` where a position has more than 256 features.
 */
export const addRows = (
  { rowBits, checkBits, scale, bytes }: Rows,
  labels: number,
  hashes: Uint32Array,
  width: number,
  out: Float64Array,
): void => {
  if (width > MOST_ROWS) throw new RangeError(`${width} features a position; at most ${MOST_ROWS} are added up`)
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
  const mask = 2 ** rowBits - 1
  const checks = 2 ** checkBits - 1
  const sums = new Int32Array(WEIGHTS)
  let f = 0
  for (let i = 0; f < hashes.length; i++) {
    let even = 0
    let odd = 0
    let highEven = 0
    let highOdd = 0
    let owned = 0
    for (const end = f + width; f < end; f++) {
      const hash = hashes[f]
      const row = (hash & mask) << 1
      const last = words[row + 1]
      // All ones where the row is the feature's, else zero.
      const owns = (((last >>> 24) ^ ((hash >>> rowBits) & checks)) - 1) >> 31
      const low = words[row] & owns
      const high = last & owns
      even = (even + (low & BYTES)) | 0
      odd = (odd + ((low >>> 8) & BYTES)) | 0
      highEven = (highEven + (high & BYTES)) | 0
      highOdd = (highOdd + ((high >>> 8) & 255)) | 0
      owned -= owns
    }
    sums[0] = even & 0xffff
    sums[1] = odd & 0xffff
    sums[2] = even >>> 16
    sums[3] = odd >>> 16
    sums[4] = highEven & 0xffff
    sums[5] = highOdd
    sums[6] = highEven >>> 16
    for (let y = 0; y < labels; y++) out[i * labels + y] = (sums[y] - 128 * owned) * scale
  }
}
