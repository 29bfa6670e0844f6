import type { AnnotatedDocument, Sentence } from '../model/annotation.ts'

/** The index of the sentence that holds a token; by halving. */
export const sentenceIndexAt = ({ sentences }: AnnotatedDocument, token: number): number => {
  let low = 0
  let high = sentences.length - 1
  while (low < high) {
    const mid = (low + high + 1) >> 1
    if (sentences[mid].first <= token) low = mid
    else high = mid - 1
  }
  return low
}

/** The sentence that holds a token. */
export const sentenceAt = (annotated: AnnotatedDocument, token: number): Sentence => annotated.sentences[sentenceIndexAt(annotated, token)]
