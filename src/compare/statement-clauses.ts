import type { Span } from '../model/span.ts'

/** A sentence of fewer words is not cut. */
const LONG = 13
/** A clause of fewer words is none that anybody would find again. */
const LEAST = 6

/** Where another clause begins: "…, though he gave no details", "… as he prepares for the summit", "…, and the fund runs dry". */
const border =
  /[,;:]\s+(?:and|but|or|though|although|while|as|after|before|because|since|who|which|where|when|with|including|adding|blaming|saying|citing|despite|amid|so)\s+|\s+[—–-]{1,2}\s+|\s+(?:as (?:he|she|it|they|the|a)|while|though|although|because|but|after|ahead of|days before|hours after)\s+|;\s+|\s*(?:…|\.\.\.)\s*(?:(?:and|but)\s+)?|,\s+(?=(?:we|I|it|he|she|they) )|\s+(?:and|but)\s+(?=(?:I|we|he|she|they) )|[”"],?\s+(?:as|when|while|and|after|before|though|but)\s+/g

const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0

/** The clauses of a long sentence, without the words that join them; none where it is short or of one piece. */
export const splitClauses = (text: string, { start, end }: Span): Span[] => {
  const sentence = text.slice(start, end)
  if (countWords(sentence) < LONG) return []
  const found: Span[] = []
  let from = 0
  for (const match of [...sentence.matchAll(border), null]) {
    const to = match === null ? sentence.length : match.index
    if (countWords(sentence.slice(from, to)) >= LEAST) found.push({ start: start + from, end: start + to })
    from = match === null ? to : to + match[0].length
  }
  return found.filter(span => span.end - span.start < 0.9 * (end - start))
}
