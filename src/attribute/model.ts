import { type Choice, decodeChoice } from '../learn/choice.ts'
import { decodeCrf, type PackedCrf } from '../learn/crf.ts'
import { decodeLogistic, type Logistic } from '../learn/logistic.ts'
import type { CueLexicon } from './candidates.ts'

/** What the attribute stage needs to have learned. */
export interface AttributionModel {
  readonly roles: PackedCrf
  readonly cues: CueLexicon
  /** Tells where a word of the lexicon is a cue and where not. */
  readonly cueing: Choice
  /** Tells where the runs of a role begin and end. */
  readonly edges: Choice
  readonly links: Choice
  readonly confidence: Logistic
}

/** Layout: for each lemma its hash (uint32, little-endian), sorted; then for each its level (uint8). */
export const encodeCues = (cues: CueLexicon): Uint8Array => {
  const entries = [...cues].sort((a, b) => a[0] - b[0])
  const out = new Uint8Array(entries.length * 5)
  const view = new DataView(out.buffer)
  entries.forEach(([hash, level], i) => {
    view.setUint32(i * 4, hash, true)
    out[entries.length * 4 + i] = level
  })
  return out
}

/** Reads what `encodeCues` wrote. */
export const decodeCues = (bytes: Uint8Array): CueLexicon => {
  const count = Math.floor(bytes.length / 5)
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return new Map(Array.from({ length: count }, (_, i) => [view.getUint32(i * 4, true), bytes[count * 4 + i]]))
}

/** The parts of a model bundle that this stage reads: `roles`, `cues`, `cueing`, `edges`, `links` and `confidence`. */
export const decodeAttributionModel = (parts: Readonly<Record<string, Uint8Array>>): AttributionModel => ({
  roles: decodeCrf(parts.roles),
  cues: decodeCues(parts.cues),
  cueing: decodeChoice(parts.cueing),
  edges: decodeChoice(parts.edges),
  links: decodeChoice(parts.links),
  confidence: decodeLogistic(parts.confidence),
})
