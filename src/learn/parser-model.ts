import { hashNumber, type ParserLexicon } from './parser-state.ts'

/** What a parser has learned. Weights are quantised; a row is the high bits of a feature's hash. */
export interface ParserModel extends ParserLexicon {
  readonly tagList: readonly string[]
  /** The first is that of a sentence's root. */
  readonly relations: readonly string[]
  /** For each dependent's tag, head's tag and side, where in `candidates` its relations begin; one more at the end. */
  readonly offsets: Uint16Array
  readonly candidates: Uint8Array
  /**
   * A row for the high bits of a feature's hash: six bits that tell the feature that owns it from others (0 where nobody does), then five bits each for
   * the weights of attaching left and of attaching right against shifting.
   */
  readonly transitions: Uint16Array
  /** One weight for each hash of a feature with a relation. */
  readonly relationWeights: Int8Array
}

const MAGIC = 0x31525048
const PARTS = 6
const HEAD = 4 + 4 * PARTS

/** The number of a pair of tags and a side in `offsets`. */
export const pairOf = (tagCount: number, dependent: number, head: number, onLeft: boolean): number =>
  (dependent * tagCount + head) * 2 + (onLeft ? 1 : 0)

export const RELATION_SALT = Int32Array.from({ length: 256 }, (_, i) => hashNumber(4, i))

const CHECK_BITS = 6
const LEVELS = 15

/** How many checks there are; 0 is nobody's. */
export const CHECKS = 1 << CHECK_BITS

/** What tells a feature from the others that fall on its row: the bits of its hash below the row's. */
export const checkOf = (feature: number, shift: number): number => (feature >>> (shift - CHECK_BITS)) & (CHECKS - 1) || 1

/** The five bits of a weight from -1 to 1; levels are finer near 0. */
const levelOf = (weight: number): number =>
  Math.sign(weight) * Math.min(LEVELS, Math.round(LEVELS * Math.sqrt(Math.abs(weight)))) + LEVELS + 1

/** A row of `transitions`; weights from -1 to 1. */
export const packRow = (check: number, left: number, right: number): number => (check << 10) | (levelOf(left) << 5) | levelOf(right)

/** For the ten bits of a row's weights, two sums in one number: of attaching left in the high half, of attaching right in the low half. */
export const PAIRS = Int32Array.from({ length: 1024 }, (_, code) => {
  const [left, right] = [code >>> 5, code & 31].map(level => (level - LEVELS - 1) * Math.abs(level - LEVELS - 1))
  return (left << 16) + right
})

const align = (n: number): number => (n + 3) & ~3

/** Writes a model as bytes: a magic number, the lengths of the parts, a JSON header with the names, the parts. */
export const encodeModel = (model: ParserModel): Uint8Array => {
  const names = new TextEncoder().encode(JSON.stringify({ tags: model.tagList, relations: model.relations }))
  const bytesOf = (a: Uint8Array | Uint16Array | Int8Array): Uint8Array => new Uint8Array(a.buffer, a.byteOffset, a.byteLength)
  const parts = [names, ...[model.known, model.offsets, model.candidates, model.transitions, model.relationWeights].map(bytesOf)]
  const out = new Uint8Array(4 + 4 * parts.length + parts.reduce((n, p) => n + align(p.length), 0))
  const view = new DataView(out.buffer)
  view.setUint32(0, MAGIC, true)
  let at = 4 + 4 * parts.length
  for (const [i, part] of parts.entries()) {
    view.setUint32(4 + 4 * i, part.length, true)
    out.set(part, at)
    at += align(part.length)
  }
  return out
}

/** Reads what `encodeModel` wrote. Throws a `RangeError` where the bytes are no parser or are cut short. */
export const decodeModel = (bytes: Uint8Array): ParserModel => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < HEAD || view.getUint32(0, true) !== MAGIC) throw new RangeError('not a parser: the bytes do not begin with "HPR1"')
  let at = HEAD
  const parts = Array.from({ length: PARTS }, (_, i) => {
    const length = view.getUint32(4 + 4 * i, true)
    if (at + length > bytes.length) throw new RangeError(`parser cut short: ${bytes.length} bytes, ${at + length} needed`)
    // A copy, also of a Buffer, whose own `slice` is a view of shared memory.
    const part = new Uint8Array(bytes.subarray(at, at + length))
    at += align(length)
    return part
  })
  const names = JSON.parse(new TextDecoder().decode(parts[0])) as { tags: string[]; relations: string[] }
  return {
    tagList: names.tags,
    tags: new Map(names.tags.map((tag, i) => [tag, i])),
    relations: names.relations,
    known: parts[1],
    offsets: new Uint16Array(parts[2].buffer),
    candidates: parts[3],
    transitions: new Uint16Array(parts[4].buffer),
    relationWeights: new Int8Array(parts[5].buffer),
  }
}
