import { hashNumber, type ParserLexicon } from './parser-state.ts'

/** What a parser has learned. Weights are quantised; a row is the high bits of a feature's hash. */
export interface ParserModel extends ParserLexicon {
  readonly tagList: readonly string[]
  readonly relations: readonly string[]
  /** For each dependent's tag, head's tag and side, where in `candidates` its relations begin; one more at the end. */
  readonly offsets: Uint16Array
  readonly candidates: Uint8Array
  /** What tells the feature that owns a row from the others that fall on it; 0 where nobody owns it. */
  readonly checks: Uint8Array
  /** Two weights a row: of attaching left and of attaching right, each against shifting. */
  readonly transitionWeights: Int8Array
  /** One weight for each hash of a feature with a relation. */
  readonly relationWeights: Int8Array
}

const MAGIC = 0x31525048
const PARTS = 7
const HEAD = 4 + 4 * PARTS

/** The number of a pair of tags and a side in `offsets`. */
export const pairOf = (tagCount: number, dependent: number, head: number, onLeft: boolean): number =>
  (dependent * tagCount + head) * 2 + (onLeft ? 1 : 0)

export const RELATION_SALT = Int32Array.from({ length: 256 }, (_, i) => hashNumber(4, i))

/** The check of a feature among those of its row: the eight bits below the row's, 0 being nobody's. */
export const checkOf = (feature: number, shift: number): number => (feature >>> (shift - 8)) & 255 || 1

const align = (n: number): number => (n + 3) & ~3

/** Writes a model as bytes: a magic number, the lengths of the parts, a JSON header with the names, the parts. */
export const encodeModel = (model: ParserModel): Uint8Array => {
  const names = new TextEncoder().encode(JSON.stringify({ tags: model.tagList, relations: model.relations }))
  const bytesOf = (a: Uint8Array | Uint16Array | Int8Array): Uint8Array => new Uint8Array(a.buffer, a.byteOffset, a.byteLength)
  const parts = [
    names,
    ...[model.known, model.offsets, model.candidates, model.checks, model.transitionWeights, model.relationWeights].map(bytesOf),
  ]
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
    checks: parts[4],
    transitionWeights: new Int8Array(parts[5].buffer),
    relationWeights: new Int8Array(parts[6].buffer),
  }
}
