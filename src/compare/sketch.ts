import { GRAM, readWords, type Words } from './words.ts'

/**
 * What is kept of a text to find those that share text with it: its number of words, and look-up keys, whole numbers below 2^32, ascending, each once.
 * An inverted index of `key → publication` is all that a store needs. Two texts that have a passage of `SURE_WORDS` words in common have a key in common,
 * wherever it stands in either, as long as neither has more than `KEY_LIMIT` keys; past that the passage must be longer in proportion.
 */
export interface Sketch {
  readonly words: number
  readonly keys: readonly number[]
}

const WINDOW = 16

/** The length in words of a shared passage that is sure to be found. */
export const SURE_WORDS = WINDOW + GRAM - 1

/** At most so many keys are kept of one text. */
export const KEY_LIMIT = 400

/** The smallest gram of each window of `window` grams, the rightmost of equals. Those of a wider window are among those of a narrower one. */
const winnow = (gram: Uint32Array, window: number): Set<number> => {
  const chosen = new Set<number>()
  let at = -1
  for (let last = Math.min(window, gram.length) - 1; last < gram.length; last++) {
    const first = Math.max(0, last - window + 1)
    if (at < first) {
      at = first
      for (let i = first + 1; i <= last; i++) if (gram[i] <= gram[at]) at = i
    } else if (gram[last] <= gram[at]) at = last
    if (at >= 0) chosen.add(gram[at])
  }
  return chosen
}

/** Winnows the grams of a text that is cut into words already (Schleimer, Wilkerson, Aiken: Winnowing, SIGMOD 2003). */
export const sketchWords = ({ start, gram }: Words): Sketch => {
  if (gram.length === 0) return { words: start.length, keys: [] }
  let window = WINDOW
  let keys = winnow(gram, window)
  while (keys.size > KEY_LIMIT) {
    window *= 2
    keys = winnow(gram, window)
  }
  return { words: start.length, keys: [...keys].sort((a, b) => a - b) }
}

/** Winnows a text. One of fewer than five words has no keys. */
export const sketchText = (text: string): Sketch => sketchWords(readWords(text))
