import type { AnnotatedDocument } from '../model/annotation.ts'
import type { Span } from '../model/span.ts'

/** Runs of tokens that are not to be read as words of the frame. */
export type TokenMask = { first: number; last: number; as: 'content' | 'other' }[]

/** The last index whose value in `starts` is at most `offset`; -1 when there is none. */
const findLast = (count: number, startOf: (i: number) => number, offset: number): number => {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (startOf(middle) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The token that holds `offset`, or the one after it when none does. */
export const findToken = (annotated: AnnotatedDocument, offset: number): number => {
  const { start, end } = annotated.tokens
  const index = findLast(start.length, i => start[i], offset)
  return index >= 0 && end[index] > offset ? index : index + 1
}

/** The tokens of a span, `last` exclusive. */
export const tokensOf = (annotated: AnnotatedDocument, span: Span): { readonly first: number; readonly last: number } => {
  const { start } = annotated.tokens
  return { first: findToken(annotated, span.start), last: findLast(start.length, i => start[i], span.end - 1) + 1 }
}

/** The span of a run of tokens. */
export const spanOf = (annotated: AnnotatedDocument, first: number, last: number): Span => ({
  start: annotated.tokens.start[first],
  end: annotated.tokens.end[last - 1],
})

/** The index of the sentence that holds a token; -1 when none does. */
export const findSentence = (annotated: AnnotatedDocument, token: number): number => {
  const index = findLast(annotated.sentences.length, i => annotated.sentences[i].first, token)
  return index >= 0 && token < annotated.sentences[index].last ? index : -1
}

export const maskTokens = (ranges: readonly (readonly [number, number])[], as: 'content' | 'other'): TokenMask =>
  ranges.map(([first, last]) => ({ first, last, as }))

/** Whether a token has a letter or a digit; the first character mostly tells. */
export const isWord = (text: string): boolean => {
  const code = text.charCodeAt(0)
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)) return true
  return /[\p{L}\p{N}]/u.test(text)
}
