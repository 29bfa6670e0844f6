import { createHash } from 'node:crypto'
import type { ClaimGroup, Statement } from '../../src/model/statement.ts'

/** One side of a labelled pair: a record, offsets in code points, and the start of the SHA-256 of the words there. */
interface Side {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly hash: string
}

/** Two stretches of two articles that say the same. */
export interface SamePair {
  readonly a: Side
  readonly b: Side
}

/** How many of the labelled pairs are found together; `missing` are the numbers of those that are not, `unknown` of those whose text is not there. */
export interface SameScore {
  readonly pairs: number
  readonly found: number
  readonly missing: readonly number[]
  readonly unknown: readonly number[]
}

/** A statement stands for a labelled stretch where they share so much of the shorter. */
const SHARED = 0.5

const locate = (text: string, { start, end, hash }: Side): { readonly start: number; readonly end: number } | null => {
  const points = [...text]
  const words = points.slice(start, end).join('')
  if (createHash('sha256').update(words).digest('hex').slice(0, hash.length) !== hash) return null
  const from = points.slice(0, start).join('').length
  return { start: from, end: from + words.length }
}

/** Scores groups of statements against labelled pairs; `texts` by record id, which the statements' `key` is. */
export const scoreSame = (
  pairs: readonly SamePair[],
  texts: ReadonlyMap<string, string>,
  statements: readonly Statement[],
  groups: readonly ClaimGroup[],
): SameScore => {
  const groupsOf = (side: Side): Set<number> | null => {
    const place = locate(texts.get(side.id) ?? '', side)
    if (place === null) return null
    const found = new Set<number>()
    groups.forEach(({ members }, index) => {
      for (const member of members) {
        const { key, span } = statements[member]
        const common = Math.min(span.end, place.end) - Math.max(span.start, place.start)
        if (key === side.id && common >= SHARED * Math.min(span.end - span.start, place.end - place.start)) found.add(index)
      }
    })
    return found
  }
  const missing: number[] = []
  const unknown: number[] = []
  pairs.forEach(({ a, b }, index) => {
    const [one, other] = [groupsOf(a), groupsOf(b)]
    if (one === null || other === null) unknown.push(index)
    else if (![...one].some(group => other.has(group))) missing.push(index)
  })
  return { pairs: pairs.length, found: pairs.length - missing.length - unknown.length, missing, unknown }
}
