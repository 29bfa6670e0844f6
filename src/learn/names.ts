import { packBundle, unpackBundle } from './bundle.ts'
import { hashString } from './hash.ts'
import { chooseLabel, featureOf } from './perceptron.ts'
import { WordColumns } from './words.ts'

/** A finder of names: labels each word `O`, or `B-` or `I-` with the kind of name that begins there or goes on. */
export interface NameTagger {
  /**
   * Fills `labels` for the sentence that is the rows `first` to `last`, `last` exclusive. `hints` holds for each word what is known of it beforehand:
   * a class below 16 in its lower four bits, anything else above.
   */
  label(words: readonly string[], tags: readonly string[], hints: ArrayLike<number>, first: number, last: number, labels: string[]): void
}

/** What a finder of names has learned. `labels` are `O` and then `B-` and `I-` of each kind. */
export interface NameModel {
  readonly labels: readonly string[]
  readonly bits: number
  readonly weights: Int8Array
}

/** Features in all, and how many of them, the first ones, do without the word itself. */
export const NAME_FEATURES = 37
export const NAME_CONTEXT_FEATURES = 32

const OUTSIDE = 0
const isBegin = (label: number): boolean => label % 2 === 1

/** For each label of the word before, and whether a name may begin here, the labels that may follow. */
const followers = (count: number): readonly (readonly [Uint8Array, Uint8Array])[] =>
  Array.from({ length: count }, (_, previous) => {
    const inside = previous === OUTSIDE ? [] : [isBegin(previous) ? previous + 1 : previous]
    const begins = Array.from({ length: count }, (_, l) => l).filter(isBegin)
    return [Uint8Array.from([OUTSIDE, ...inside]), Uint8Array.from([OUTSIDE, ...begins, ...inside])] as const
  })

/** Whether a name can begin with this word: one with a capital or a digit. */
export const canBegin = (word: string): boolean => {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    if ((code >= 65 && code <= 90) || (code >= 48 && code <= 57)) return true
    if (code > 127 && word[i] !== word[i].toLowerCase()) return true
  }
  return false
}

/** A sentence under way: words, tags and hints as hashes, and the labels so far; rows as in `WordColumns`. */
export class NameState {
  readonly words = new WordColumns()
  private tags = new Int32Array(0)
  private hints = new Int32Array(0)
  private begins = new Uint8Array(0)
  labels = new Int32Array(0)
  count = 0
  private readonly hashes = new Map<string, number>()
  private readonly allowed: readonly (readonly [Uint8Array, Uint8Array])[]

  constructor(labelCount: number) {
    this.allowed = followers(labelCount)
  }

  private hashOf(tag: string): number {
    let hash = this.hashes.get(tag)
    if (hash === undefined) {
      hash = hashString(tag) | 0
      this.hashes.set(tag, hash)
    }
    return hash
  }

  begin(words: readonly string[], tags: readonly string[], hints: ArrayLike<number>, first: number, last: number): void {
    const columns = this.words
    columns.fill(words, first, last)
    this.count = last - first
    if (this.tags.length < columns.capacity) {
      this.tags = new Int32Array(columns.capacity)
      this.hints = new Int32Array(columns.capacity)
      this.begins = new Uint8Array(columns.capacity)
      this.labels = new Int32Array(columns.capacity)
    }
    this.labels[0] = this.labels[1] = OUTSIDE
    for (const r of [0, 1, this.count + 2, this.count + 3]) {
      this.tags[r] = r
      this.hints[r] = 0
      this.begins[r] = 0
    }
    for (let i = 0; i < this.count; i++) {
      this.tags[i + 2] = this.hashOf(tags[first + i])
      this.hints[i + 2] = hints[first + i]
      this.begins[i + 2] = canBegin(words[first + i]) ? 1 : 0
    }
  }

  candidates(r: number): Uint8Array {
    return this.allowed[this.labels[r - 1]][this.begins[r]]
  }

  fillFeatures(r: number, bits: number, out: Int32Array): void {
    const { lower, suffix2, suffix3, suffix4, prefix2, shape } = this.words
    const { tags, hints } = this
    const one = this.labels[r - 1]
    const two = (one << 6) | this.labels[r - 2]
    const kind = hints[r] & 15
    const next = hints[r + 1] & 15
    const past = hints[r - 1] & 15
    const own = Math.imul(shape[r], 31) + (r === 2 ? 1 : 0)
    const capitals = (this.begins[r - 1] << 2) | (this.begins[r + 1] << 1) | this.begins[r + 2]
    let n = 0
    out[n++] = featureOf(0, suffix2[r], bits)
    out[n++] = featureOf(1, suffix3[r], bits)
    out[n++] = featureOf(2, prefix2[r], bits)
    out[n++] = featureOf(3, own, bits)
    out[n++] = featureOf(4, one, bits)
    out[n++] = featureOf(5, two, bits)
    out[n++] = featureOf(6, lower[r - 1], bits)
    out[n++] = featureOf(7, lower[r + 1], bits)
    out[n++] = featureOf(8, lower[r - 2], bits)
    out[n++] = featureOf(9, lower[r + 2], bits)
    out[n++] = featureOf(10, suffix3[r - 1], bits)
    out[n++] = featureOf(11, suffix3[r + 1], bits)
    out[n++] = featureOf(12, tags[r], bits)
    out[n++] = featureOf(13, Math.imul(tags[r - 1], 31) + one, bits)
    out[n++] = featureOf(14, Math.imul(tags[r + 1], 31) + tags[r], bits)
    out[n++] = featureOf(15, Math.imul(tags[r + 1], 31) + tags[r + 2], bits)
    out[n++] = featureOf(16, Math.imul(own, 31) + shape[r - 1], bits)
    out[n++] = featureOf(17, Math.imul(own, 31) + shape[r + 1], bits)
    out[n++] = featureOf(18, Math.imul(own, 31) + one, bits)
    out[n++] = featureOf(19, Math.imul(lower[r - 1], 31) + own, bits)
    out[n++] = featureOf(20, Math.imul(lower[r + 1], 31) + own, bits)
    out[n++] = featureOf(21, (hints[r] << 6) | one, bits)
    out[n++] = featureOf(22, (kind << 10) | (next << 6) | one, bits)
    out[n++] = featureOf(23, (past << 10) | (kind << 6) | one, bits)
    out[n++] = featureOf(24, Math.imul(lower[r - 1], 31) + one, bits)
    out[n++] = featureOf(25, Math.imul(lower[r - 1], 31) + lower[r - 2], bits)
    out[n++] = featureOf(26, Math.imul(lower[r + 1], 31) + lower[r + 2], bits)
    out[n++] = featureOf(27, (capitals << 6) | one, bits)
    out[n++] = featureOf(28, (capitals << 16) | (hints[r] << 6) | next, bits)
    out[n++] = featureOf(29, (hints[r + 2] << 12) | (hints[r + 1] << 4) | kind, bits)
    out[n++] = featureOf(30, Math.imul(tags[r - 1], 31) + tags[r + 1] + Math.imul(one, 77), bits)
    out[n++] = featureOf(31, Math.imul(lower[r + 1], 31) + one, bits)
    out[n++] = featureOf(32, lower[r], bits)
    out[n++] = featureOf(33, Math.imul(lower[r], 31) + one, bits)
    out[n++] = featureOf(34, Math.imul(lower[r], 31) + lower[r - 1], bits)
    out[n++] = featureOf(35, Math.imul(lower[r], 31) + lower[r + 1], bits)
    out[n++] = featureOf(36, suffix4[r], bits)
  }
}

/** Writes a finder of names as bytes. */
export const encodeNameModel = ({ labels, bits, weights }: NameModel): Uint8Array =>
  packBundle({
    names: new TextEncoder().encode(JSON.stringify({ labels, bits })),
    weights: new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength),
  })

/** Reads a finder of names that `training/names.ts` wrote. Throws a `RangeError` where the bytes are none or are cut short. */
export const decodeNames = (bytes: Uint8Array): NameTagger => {
  const parts = unpackBundle(bytes)
  if (parts.names === undefined) throw new RangeError('not a finder of names: the bundle has no part "names"')
  const { labels: names, bits } = JSON.parse(new TextDecoder().decode(parts.names)) as Pick<NameModel, 'labels' | 'bits'>
  const weights = new Int8Array(parts.weights.buffer, parts.weights.byteOffset, parts.weights.byteLength)
  const state = new NameState(names.length)
  const features = new Int32Array(NAME_FEATURES)
  return {
    label: (words, tags, hints, first, last, labels) => {
      state.begin(words, tags, hints, first, last)
      for (let r = 2; r < state.count + 2; r++) {
        const candidates = state.candidates(r)
        let label = OUTSIDE
        if (candidates.length > 1) {
          state.fillFeatures(r, bits, features)
          label = chooseLabel(weights, features, NAME_FEATURES, candidates)
        }
        state.labels[r] = label
        labels[first + r - 2] = names[label]
      }
    },
  }
}
