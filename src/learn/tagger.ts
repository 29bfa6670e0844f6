import { chooseLabel, featureOf } from './perceptron.ts'
import { lookUp, type TagDictionary } from './tag-dictionary.ts'
import { decodeTaggerModel, type TaggerModel } from './tagger-model.ts'
import { WordColumns } from './words.ts'

/** A part-of-speech tagger. */
export interface Tagger {
  /** Fills `tags` for the sentence that is the rows `first` to `last`, `last` exclusive. */
  tag(words: readonly string[], first: number, last: number, tags: string[]): void
}

export const TAG_FEATURES = 26

/** The words of a sentence and what the dictionary knows of them, and their tags so far; rows as in `WordColumns`. */
export class TagState {
  readonly words = new WordColumns()
  classes = new Int32Array(0)
  labels = new Int32Array(0)
  count = 0

  begin(dictionary: TagDictionary, words: readonly string[], first: number, last: number): void {
    const columns = this.words
    columns.fill(words, first, last)
    this.count = last - first
    if (this.classes.length < columns.capacity) {
      this.classes = new Int32Array(columns.capacity)
      this.labels = new Int32Array(columns.capacity)
    }
    this.labels[0] = 63
    this.labels[1] = 62
    this.classes[0] = this.classes[1] = this.classes[this.count + 2] = this.classes[this.count + 3] = -1
    for (let r = 2; r < this.count + 2; r++) {
      let known = lookUp(dictionary, columns.exact[r])
      if (known === 0 && columns.lower[r] !== columns.exact[r]) known = -2 - lookUp(dictionary, columns.lower[r])
      this.classes[r] = known
    }
  }

  /** Fills in the features of the word in row `r`. */
  fillFeatures(r: number, bits: number, out: Int32Array): void {
    const { exact, lower, suffix2, suffix3, suffix4, prefix2, shape } = this.words
    const { classes, labels } = this
    const one = labels[r - 1]
    const two = (one << 6) | labels[r - 2]
    const known = classes[r]
    const initial = r === 2 ? 1 : 0
    let n = 0
    out[n++] = featureOf(0, exact[r], bits)
    out[n++] = featureOf(1, lower[r], bits)
    out[n++] = featureOf(2, suffix2[r], bits)
    out[n++] = featureOf(3, suffix3[r], bits)
    out[n++] = featureOf(4, suffix4[r], bits)
    out[n++] = featureOf(5, prefix2[r], bits)
    out[n++] = featureOf(6, shape[r] + initial, bits)
    out[n++] = featureOf(7, one, bits)
    out[n++] = featureOf(8, two, bits)
    out[n++] = featureOf(9, Math.imul(lower[r], 0x2c1b3c6d) + one, bits)
    out[n++] = featureOf(10, lower[r - 1], bits)
    out[n++] = featureOf(11, suffix3[r - 1], bits)
    out[n++] = featureOf(12, lower[r - 2], bits)
    out[n++] = featureOf(13, lower[r + 1], bits)
    out[n++] = featureOf(14, suffix3[r + 1], bits)
    out[n++] = featureOf(15, lower[r + 2], bits)
    out[n++] = featureOf(16, (known << 6) | one, bits)
    out[n++] = featureOf(17, Math.imul(known, 0x2c1b3c6d) + classes[r + 1], bits)
    out[n++] = featureOf(18, (classes[r + 1] << 6) | one, bits)
    out[n++] = featureOf(19, Math.imul(classes[r + 1], 0x2c1b3c6d) + classes[r + 2], bits)
    out[n++] = featureOf(20, Math.imul(lower[r], 0x2c1b3c6d) + lower[r - 1], bits)
    out[n++] = featureOf(21, Math.imul(lower[r], 0x2c1b3c6d) + lower[r + 1], bits)
    out[n++] = featureOf(22, Math.imul(shape[r], 0x2c1b3c6d) + one, bits)
    out[n++] = featureOf(23, Math.imul(suffix2[r], 0x2c1b3c6d) + one, bits)
    out[n++] = featureOf(24, Math.imul(shape[r], 0x2c1b3c6d) + suffix3[r], bits)
    out[n++] = featureOf(25, Math.imul(shape[r + 1], 0x2c1b3c6d) + shape[r], bits)
  }

  /** The labels the word in row `r` may have. */
  candidates(model: Pick<TaggerModel, 'dictionary' | 'open'>, r: number): Uint8Array {
    const known = this.classes[r]
    if (known > 0) return model.dictionary.sets[known]
    const small = known < 0 ? -2 - known : 0
    if (small === 0 || r > 2) return model.open
    // A word with a capital only where a sentence begins may be a name ("Bell said"), unless it is a small word ("Whereas").
    const set = model.dictionary.sets[small]
    return set.some(label => model.open.includes(label)) ? model.open : set
  }
}

const openTagger = (model: TaggerModel): Tagger => {
  const state = new TagState()
  const features = new Int32Array(TAG_FEATURES)
  const { labels, bits, weights, dictionary } = model
  return {
    tag: (words, first, last, tags) => {
      state.begin(dictionary, words, first, last)
      for (let r = 2; r < state.count + 2; r++) {
        const candidates = state.candidates(model, r)
        let label = candidates[0]
        if (candidates.length > 1) {
          state.fillFeatures(r, bits, features)
          label = chooseLabel(weights, features, TAG_FEATURES, candidates)
        }
        state.labels[r] = label
        tags[first + r - 2] = labels[label]
      }
    },
  }
}

/** Reads a tagger that `training/tagger.ts` wrote. Throws a `RangeError` where the bytes are no tagger or are cut short. */
export const decodeTagger = (bytes: Uint8Array): Tagger => openTagger(decodeTaggerModel(bytes))
