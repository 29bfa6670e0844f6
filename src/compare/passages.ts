import type { Span } from '../model/span.ts'
import { GRAM, readWords, type Words } from './words.ts'

/** A stretch that two texts have in common, but for a few words in its middle. `shared` counts the words that are the same. */
export interface Passage {
  readonly a: Span
  readonly b: Span
  readonly shared: number
}

/** What two texts have in common, word for word. */
export interface Comparison {
  /** The share of the shorter's set of word 5-grams that the longer has. */
  readonly containment: number
  readonly passages: readonly Passage[]
  readonly words: { readonly a: number; readonly b: number }
}

/** Words that are the same in both texts, and what differs within: rows of the words, the ends exclusive. */
interface Run {
  readonly a: number
  readonly endA: number
  readonly b: number
  readonly endB: number
  readonly shared: number
}

/** A gram that stands in more places of one text than this is looked for in the first ones only. */
const PLACES = 8
/** Words that may differ in the middle of a passage, on either side. */
const GAP = 6
/** A passage of fewer words is a set phrase. */
const SHORTEST = 8

/** Where each gram of a text stands: a hash table whose slots hold a row + 1, rows of the same gram linked by `next`. */
interface GramIndex {
  readonly words: Words
  readonly slots: Int32Array
  readonly next: Int32Array
}

const isSameGram = (one: Words, i: number, other: Words, j: number): boolean => {
  for (let k = 0; k < GRAM; k++) if (one.hash[i + k] !== other.hash[j + k]) return false
  return true
}

const findRow = ({ words, slots }: GramIndex, other: Words, row: number): number => {
  const mask = slots.length - 1
  for (let slot = other.gram[row] & mask; ; slot = (slot + 1) & mask) {
    const found = slots[slot] - 1
    if (found < 0) return ~slot
    if (words.gram[found] === other.gram[row] && isSameGram(words, found, other, row)) return found
  }
}

const indexGrams = (words: Words): { index: GramIndex; distinct: number } => {
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
  return { index, distinct }
}

const measureRun = (a: Words, i: number, b: Words, j: number): number => {
  let length = GRAM
  while (i + length < a.hash.length && j + length < b.hash.length && a.hash[i + length] === b.hash[j + length]) length++
  return length
}

/** Walks the longer text and takes at each place the longest run that the shorter has; of equals the one that goes on where the last ended. */
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
    runs.push({ a: best.a, endA: expected, b, endB: b + best.length, shared: best.length })
    b += best.length
  }
  return runs
}

/** Joins runs that follow each other in both texts with few words between; a set phrase from elsewhere may come between them. */
const joinRuns = (runs: readonly Run[]): Run[] => {
  const joined: Run[] = []
  for (const run of runs) {
    const follows = ({ endA, endB }: Run): boolean => run.a >= endA && run.a - endA <= GAP && run.b >= endB && run.b - endB <= GAP
    const at = joined.findLastIndex((before, index) => index >= joined.length - 3 && follows(before))
    if (at < 0) joined.push(run)
    else joined[at] = { ...joined[at], endA: run.endA, endB: run.endB, shared: joined[at].shared + run.shared }
  }
  return joined
}

/** Compares two texts that are cut into words already. Passages stand in the order of `a`. */
export const compareWords = (a: Words, b: Words): Comparison => {
  const [indexA, indexB] = [indexGrams(a), indexGrams(b)]
  const swapped = indexA.distinct > indexB.distinct
  const [shorter, longer] = swapped ? [b, a] : [a, b]
  const { index, distinct } = swapped ? indexB : indexA
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
  const spanOf = (words: Words, from: number, to: number): Span => ({ start: words.start[from], end: words.end[to - 1] })
  const passages = joinRuns(findRuns(index, longer, rows))
    .filter(run => run.shared >= SHORTEST)
    .map(run => ({ ours: spanOf(shorter, run.a, run.endA), theirs: spanOf(longer, run.b, run.endB), shared: run.shared }))
    .map(({ ours, theirs, shared }) => (swapped ? { a: theirs, b: ours, shared } : { a: ours, b: theirs, shared }))
  return {
    containment: distinct === 0 ? 0 : common / distinct,
    passages: passages.sort((one, other) => one.a.start - other.a.start),
    words: { a: a.hash.length, b: b.hash.length },
  }
}

/** Compares two texts word for word; linear in their length. */
export const compareTexts = (a: string, b: string): Comparison => compareWords(readWords(a), readWords(b))
