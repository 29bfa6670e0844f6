import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import { isPossessive } from './phrase.ts'

/** Words after a phrase that say nothing of who is meant: "an official there", "Tilley himself". */
const trailing: ReadonlySet<string> = new Set('there here himself herself itself themselves alone too also now then later again'.split(' '))

/** A noun phrase longer than this is none. */
const longest = 120

export const trim = (annotated: AnnotatedDocument, range: TokenRange): TokenRange => {
  const { text } = annotated.tokens
  let { first } = range
  let last = Math.min(range.last, first + longest)
  while (first < last && /^[\s,;:."'()[\]-]+$/.test(text[first]) && !isPossessive(text[first])) first++
  while (first < last && (/^[\s,;:."()[\]-]+$/.test(text[last - 1]) || text[last - 1] === "'" || text[last - 1] === "'s")) last--
  while (last - first > 1 && trailing.has(text[last - 1])) last--
  return { first, last }
}

export const commaFrom = (annotated: AnnotatedDocument, from: number, last: number): number => {
  const { text } = annotated.tokens
  for (let i = from; i < last; i++) if (/^(?:,|;|:|--|\(|\)|\[)$/.test(text[i])) return i
  return last
}

export const sentenceEnd = (annotated: AnnotatedDocument, token: number): number => {
  const { sentences } = annotated
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sentences[middle].last <= token) low = middle + 1
    else high = middle
  }
  return low < sentences.length ? sentences[low].last : annotated.tokens.text.length
}
