import type { AnnotatedDocument, Sentence, TokenRange } from '../model/annotation.ts'

/** The index of the last range that begins at or before a token; by halving. */
export const indexAt = (ranges: readonly TokenRange[], token: number): number => {
  let low = 0
  let high = ranges.length - 1
  while (low < high) {
    const mid = (low + high + 1) >> 1
    if (ranges[mid].first <= token) low = mid
    else high = mid - 1
  }
  return low
}

/** The index of the sentence that holds a token. */
export const sentenceIndexAt = ({ sentences }: AnnotatedDocument, token: number): number => indexAt(sentences, token)

/** The sentence that holds a token. */
export const sentenceAt = (annotated: AnnotatedDocument, token: number): Sentence => annotated.sentences[sentenceIndexAt(annotated, token)]
