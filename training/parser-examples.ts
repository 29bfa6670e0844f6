import { pairOf } from '../src/learn/parser-model.ts'
import { hashWord } from '../src/learn/parser-state.ts'
import type { SilverSentence } from './corpus.ts'

/** A sentence to learn from. */
export interface Example {
  readonly words: readonly string[]
  readonly tags: readonly string[]
  /** Rows from 1; 0 for the root. */
  readonly heads: Int32Array
  readonly relations: Uint8Array
  /** The rightmost dependent of each row, 0 where there is none. */
  readonly lastChild: Int32Array
}

const PLAIN: Readonly<Record<string, string>> = {
  '``': '"',
  "''": '"',
  '`': "'",
  '-LRB-': '(',
  '-RRB-': ')',
  '-LSB-': '[',
  '-RSB-': ']',
  '-LCB-': '{',
  '-RCB-': '}',
  '–': '--',
  '—': '--',
  '…': '...',
}

/** A word of the Penn Treebank as it is read at run time: quotation marks, dashes, dots and brackets in their plain form. */
export const plainWord = (word: string): string => PLAIN[word] ?? word

export const isProjective = (head: readonly number[]): boolean => {
  for (let i = 0; i < head.length; i++) {
    const low = Math.min(i, head[i])
    const high = Math.max(i, head[i])
    for (let j = low + 1; j < high; j++) if (head[j] < low || head[j] > high) return false
  }
  return true
}

export const createExample = (sentence: SilverSentence, numbers: ReadonlyMap<string, number>): Example => {
  const n = sentence.tokens.length
  const heads = new Int32Array(n + 1)
  const relations = new Uint8Array(n + 1)
  const lastChild = new Int32Array(n + 1)
  for (let i = 1; i <= n; i++) {
    heads[i] = sentence.head[i - 1] + 1
    relations[i] = numbers.get(sentence.rel[i - 1]) ?? 0
    lastChild[heads[i]] = i
  }
  return { words: sentence.tokens.map(plainWord), tags: sentence.pos, heads, relations, lastChild }
}

export const countNames = (lists: Iterable<readonly string[]>): string[] => {
  const counts = new Map<string, number>()
  for (const list of lists) for (const name of list) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1))
}

export const collectKnown = (sentences: readonly SilverSentence[], minimum: number, bits: number): Uint8Array => {
  const counts = new Map<number, number>()
  for (const { tokens } of sentences)
    for (const token of tokens) {
      const hash = hashWord(plainWord(token))
      counts.set(hash, (counts.get(hash) ?? 0) + 1)
    }
  const known = new Uint8Array(2 ** bits / 8)
  for (const [hash, count] of counts) {
    const bit = hash & (2 ** bits - 1)
    if (count >= minimum) known[bit >>> 3] |= 1 << (bit & 7)
  }
  return known
}

/** Which relations each pair of tags was seen with on either side; a pair not seen has what its dependent's tag was seen with at all. */
export const collectCandidates = (
  examples: readonly Example[],
  tags: ReadonlyMap<string, number>,
  relationCount: number,
): { offsets: Uint16Array; candidates: Uint8Array } => {
  const tagCount = tags.size
  const counts = new Map<number, Map<number, number>>()
  const count = (key: number, relation: number): void => {
    const row = counts.get(key) ?? new Map<number, number>()
    counts.set(key, row.set(relation, (row.get(relation) ?? 0) + 1))
  }
  const some = tagCount * tagCount * 2
  for (const { tags: column, heads, relations } of examples)
    for (let i = 1; i < heads.length; i++) {
      if (heads[i] === 0) continue
      const tag = tags.get(column[i - 1])!
      count(pairOf(tagCount, tag, tags.get(column[heads[i] - 1])!, i < heads[i]), relations[i])
      count(some + tag, relations[i])
      count(some + tagCount, relations[i])
    }
  const listOf = (key: number, least: number, share: number): number[] => {
    const row = [...(counts.get(key) ?? [])]
    const total = row.reduce((n, [, c]) => n + c, 0)
    return row
      .filter(([r, c]) => r > 0 && r < relationCount && c >= least && c >= share * total)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .map(([r]) => r)
  }
  const offsets = new Uint16Array(some + 1)
  const candidates: number[] = []
  for (let tag = 0; tag < tagCount; tag++) {
    const any = listOf(some + tag, 1, 0.02)
    const fallback = any.length > 0 ? any : listOf(some + tagCount, 1, 0.02)
    for (let head = 0; head < tagCount; head++)
      for (const side of [false, true]) {
        const pair = pairOf(tagCount, tag, head, side)
        const seen = listOf(pair, 2, 0.01)
        offsets[pair] = candidates.length
        candidates.push(...(seen.length > 0 ? seen : fallback))
      }
  }
  offsets[some] = candidates.length
  return { offsets, candidates: Uint8Array.from(candidates) }
}
