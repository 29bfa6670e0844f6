import type { Span } from '../model/span.ts'
import { GRAM, readWords, type Words } from './words.ts'

/** A stretch that two texts have in common, but for a few words in its middle. `shared` counts the words that are the same. */
export interface Passage {
  readonly a: Span
  readonly b: Span
  readonly shared: number
}

/** Words that are the same one after the other: rows of the words of either text. */
export interface Run {
  readonly a: number
  readonly b: number
  readonly length: number
}

/** What two texts have in common, word for word. */
export interface Comparison {
  /** The share of the shorter's set of word 5-grams that the longer has; the shorter is the one with the smaller set. */
  readonly containment: number
  readonly passages: readonly Passage[]
  /** What the passages consist of. */
  readonly runs: readonly Run[]
  readonly words: { readonly a: Words; readonly b: Words }
}

/** A gram that stands in more places of one text than this is looked for in the first ones only. */
const PLACES = 8
/** Words that may differ in the middle of a passage, on either side. */
const GAP = 6
/** A passage of fewer words is a set phrase. */
const SHORTEST = 8

/** Where each gram of a text stands: a hash table whose slots hold a row + 1, rows of the same gram linked by `next`; how many different grams there are. */
interface GramIndex {
  readonly words: Words
  readonly slots: Int32Array
  readonly next: Int32Array
  readonly distinct: number
}

const isSameGram = (one: Words, i: number, other: Words, j: number): boolean => {
  for (let k = 0; k < GRAM; k++) if (one.hash[i + k] !== other.hash[j + k]) return false
  return true
}

const findRow = ({ words, slots }: Pick<GramIndex, 'words' | 'slots'>, other: Words, row: number): number => {
  const mask = slots.length - 1
  for (let slot = other.gram[row] & mask; ; slot = (slot + 1) & mask) {
    const found = slots[slot] - 1
    if (found < 0) return ~slot
    if (words.gram[found] === other.gram[row] && isSameGram(words, found, other, row)) return found
  }
}

const indexGrams = (words: Words): GramIndex => {
  const size = words.gram.length
  const index = { words, slots: new Int32Array(1 << (33 - Math.clz32(size + 1))), next: new Int32Array(size).fill(-1) }
  const last = new Int32Array(size)
  let distinct = 0
  for (let row = 0; row < size; row++) {
    const first = findRow(index, words, row)
    if (first < 0) {
      index.slots[~first] = row + 1
      last[row] = row
      distinct++
    } else {
      index.next[last[first]] = row
      last[first] = row
    }
  }
  return { ...index, distinct }
}

const indexed = new WeakMap<Words, GramIndex>()

/** A text is compared with many others: its index is kept as long as its words are. */
const indexOf = (words: Words): GramIndex => {
  const index = indexed.get(words) ?? indexGrams(words)
  indexed.set(words, index)
  return index
}

const measureRun = (a: Words, i: number, b: Words, j: number): number => {
  let length = GRAM
  while (i + length < a.hash.length && j + length < b.hash.length && a.hash[i + length] === b.hash[j + length]) length++
  return length
}

/** Walks the longer text (`b`) and takes at each place the longest run that the shorter (`a`) has; of equals the one that goes on where the last ended. */
const findRuns = ({ words: shorter, next }: GramIndex, longer: Words, rows: Int32Array): Run[] => {
  const runs: Run[] = []
  let expected = 0
  for (let b = 0; b < rows.length; ) {
    if (rows[b] < 0) {
      b++
      continue
    }
    let best = { a: rows[b], length: 0 }
    let places = 0
    for (let a = rows[b]; a >= 0 && places < PLACES; a = next[a], places++) {
      const length = measureRun(shorter, a, longer, b)
      if (length > best.length || (length === best.length && Math.abs(a - expected) < Math.abs(best.a - expected))) best = { a, length }
    }
    expected = best.a + best.length
    runs.push({ b, ...best })
    b += best.length
  }
  return runs
}

/** Puts runs together that follow each other in both texts with few words between; a set phrase from elsewhere may come between them. */
const joinRuns = (runs: readonly Run[]): Run[][] => {
  const joined: Run[][] = []
  for (const run of runs) {
    const follows = (before: Run): boolean => {
      const [gapA, gapB] = [run.a - before.a - before.length, run.b - before.b - before.length]
      return gapA >= 0 && gapA <= GAP && gapB >= 0 && gapB <= GAP
    }
    const before = joined.slice(-3).findLast(group => follows(group[group.length - 1]))
    if (before) before.push(run)
    else joined.push([run])
  }
  return joined
}

const countShared = (runs: readonly Run[]): number => runs.reduce((sum, { length }) => sum + length, 0)

/** Compares two texts that are cut into words already. Passages stand in the order of `a`. */
export const compareWords = (a: Words, b: Words): Comparison => {
  const swapped = indexOf(a).distinct > indexOf(b).distinct
  const [shorter, longer] = swapped ? [b, a] : [a, b]
  const index = indexOf(shorter)
  const rows = new Int32Array(longer.gram.length)
  const met = new Uint8Array(shorter.gram.length)
  let common = 0
  for (let row = 0; row < rows.length; row++) {
    const first = findRow(index, longer, row)
    rows[row] = first
    if (first < 0 || met[first] === 1) continue
    met[first] = 1
    common++
  }
  const turn = (run: Run): Run => (swapped ? { a: run.b, b: run.a, length: run.length } : run)
  const groups = joinRuns(findRuns(index, longer, rows))
    .filter(group => countShared(group) >= SHORTEST)
    .map(group => group.map(turn))
    .sort((one, other) => one[0].a - other[0].a)
  const spanOf = (words: Words, from: number, to: number): Span => ({ start: words.start[from], end: words.end[to - 1] })
  return {
    containment: index.distinct === 0 ? 0 : common / index.distinct,
    passages: groups.map(group => {
      const [first, last] = [group[0], group[group.length - 1]]
      return { a: spanOf(a, first.a, last.a + last.length), b: spanOf(b, first.b, last.b + last.length), shared: countShared(group) }
    }),
    runs: groups.flat(),
    words: { a, b },
  }
}

/** Compares two texts word for word; linear in their length. */
export const compareTexts = (a: string, b: string): Comparison => compareWords(readWords(a), readWords(b))
