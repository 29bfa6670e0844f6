import { hashString } from '../learn/hash.ts'
import { emptyWords } from '../lexicon/en/empty-words.ts'
import { stemOf } from './statement-words.ts'

/** Words of an article that are read. */
const LONGEST = 400
/** A word with a capital counts so often, a word among the first so often. */
const NAME = 2
const LEAD = 100
const LEADING = 2

/** The terms of one article: hashes in rising order, and how often each counts. A pair of words is told by the lowest bit of its hash. */
export interface Terms {
  readonly terms: Uint32Array
  readonly counts: Uint16Array
}

const word = /\p{L}[\p{L}\p{M}]*|\d+(?:[.,]\d+)*/gu

const hashWord = (stem: string): number => (hashString(stem) & ~1) >>> 0
const hashPair = (one: string, other: string): number => (hashString(`${one} ${other}`) | 1) >>> 0
export const isPair = (term: number): boolean => (term & 1) === 1

/** Counts the words of an article, and the pairs of neighbouring ones. */
export const countTerms = (title: string | null, text: string): Terms => {
  const found = new Map<number, number>()
  const add = (term: number, times: number) => found.set(term, (found.get(term) ?? 0) + times)
  let read = 0
  let last = ''
  for (const match of `${title ?? ''}\n${text}`.matchAll(word)) {
    if (read++ > LONGEST) break
    const lower = match[0].toLowerCase()
    if (emptyWords.has(lower) || lower.length < 2) {
      last = ''
      continue
    }
    const stem = stemOf(lower)
    add(hashWord(stem), (/^\p{Lu}/u.test(match[0]) ? NAME : 1) * (read < LEAD ? LEADING : 1))
    if (last !== '') add(hashPair(last, stem), 1)
    last = stem
  }
  const terms = Uint32Array.from(found.keys()).sort()
  return { terms, counts: Uint16Array.from(terms, term => found.get(term)!) }
}
