import type { AnnotatedDocument, Sentence } from '../model/annotation.ts'

/** The sentence that holds a token; by halving. */
export const sentenceAt = ({ sentences }: AnnotatedDocument, token: number): Sentence => {
  let low = 0
  let high = sentences.length - 1
  while (low < high) {
    const mid = (low + high + 1) >> 1
    if (sentences[mid].first <= token) low = mid
    else high = mid - 1
  }
  return sentences[low]
}
