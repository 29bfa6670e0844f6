import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import type { Draft } from './draft.ts'
import { sentenceIndexAt } from './sentences.ts'

/** The index of the paragraph that holds a token; by halving. */
export const paragraphAt = ({ paragraphs }: AnnotatedDocument, token: number): number => {
  let low = 0
  let high = paragraphs.length - 1
  while (low < high) {
    const mid = (low + high + 1) >> 1
    if (paragraphs[mid].first <= token) low = mid
    else high = mid - 1
  }
  return low
}

/** Whether speech may run on from one paragraph into the next: a quotation that stays open, or a list after a colon. */
const runsOn = (annotated: AnnotatedDocument, next: number): boolean => {
  const { paragraphs, quotations, tokens } = annotated
  const before = paragraphs[next].first - 1
  const inside = tokens.quotation[before]
  const opens = tokens.quotation[paragraphs[next].first]
  if (inside >= 0 && (!quotations[inside].closed || quotations[inside].mark === 'block') && opens >= 0) return true
  if (opens >= 0 && quotations[opens].continues >= 0) return true
  return tokens.text[before] === ':' || (inside >= 0 && inside === opens)
}

/**
 * Cuts contents where a paragraph ends and the speech does not run on; of the pieces only those stay that share a paragraph with the cue, or are
 * nearest to it where none does.
 */
export const cutAtParagraphs = (annotated: AnnotatedDocument, draft: Draft): void => {
  const { paragraphs } = annotated
  let cut = false
  const pieces: TokenRange[] = []
  for (const piece of draft.content) {
    let { first } = piece
    for (let p = paragraphAt(annotated, piece.first) + 1; p < paragraphs.length && paragraphs[p].first < piece.last; p++) {
      if (runsOn(annotated, p)) continue
      pieces.push({ first, last: paragraphs[p].first })
      first = paragraphs[p].first
      cut = true
    }
    pieces.push({ first, last: piece.last })
  }
  if (!cut) return
  const cue = draft.cue[0]
  const here = cue
    ? pieces.filter(
        p =>
          paragraphAt(annotated, p.first) <= paragraphAt(annotated, cue.first) &&
          paragraphAt(annotated, p.last - 1) >= paragraphAt(annotated, cue.first),
      )
    : []
  draft.content = here.length > 0 ? here : pieces.slice(0, 1)
}

/**
 * Cuts a piece where a sentence ends outside of quotation marks.
 *   ‘You can’t fence that off, can you?’ Les Fry grumbled that …        → the piece ends with the quotation
 */
export const cutAtSentences = (annotated: AnnotatedDocument, draft: Draft): void => {
  const { quotation } = annotated.tokens
  const cue = draft.cue[0]
  draft.content = draft.content.map(piece => {
    for (
      let s = sentenceIndexAt(annotated, piece.first) + 1;
      s < annotated.sentences.length && annotated.sentences[s].first < piece.last;
      s++
    ) {
      const { first } = annotated.sentences[s]
      const before = quotation[first - 1]
      const open = before >= 0 && annotated.quotations[before].first <= piece.first + 1 && first < annotated.quotations[before].last
      if (open || (quotation[first] >= 0 && annotated.quotations[quotation[first]].first === first)) continue
      if (before >= 0 && before === quotation[first]) continue
      if (cue && cue.first > first)
        return first - piece.first >= piece.last - first ? { first: piece.first, last: first } : { first, last: piece.last }
      return { first: piece.first, last: first }
    }
    return piece
  })
}

/**
 * Lets go of a piece that another verb of saying brings in.
 *   An email warned: “One wet weekend.” Dame Hilary said it was a joke.        → the quotation after the colon is not what Dame Hilary said
 *   The league confirmed it had received a complaint and reminded clubs that the decision was final.        → the piece after “reminded” is not what it confirmed
 */
export const releaseForeign = (annotated: AnnotatedDocument, draft: Draft, isCue: (token: number) => boolean): void => {
  const { tag, quotation } = annotated.tokens
  const cue = draft.cue[0]
  if (!cue || draft.content.length < 2) return
  const kept: TokenRange[] = []
  const own = sentenceIndexAt(annotated, cue.first)
  const atHome = draft.content.some(c => sentenceIndexAt(annotated, c.first) === own)
  for (const piece of draft.content) {
    const before = kept.at(-1)
    let foreign =
      atHome &&
      sentenceIndexAt(annotated, piece.first) !== own &&
      annotated.tokens.text[piece.first - 1] === ':' &&
      !draft.cue.some(c => c.last >= piece.first - 1 && c.last <= piece.first)
    if (
      before &&
      before.first >= cue.last &&
      quotation[piece.first] < 0 &&
      sentenceIndexAt(annotated, before.first) === sentenceIndexAt(annotated, piece.first)
    )
      for (let t = before.last; t < piece.first; t++)
        if (/^VB/.test(tag[t]) && isCue(t) && !draft.cue.some(c => c.first <= t && t < c.last)) foreign = true
    if (!foreign) kept.push(piece)
  }
  draft.content = kept
}

/** Within speech a piece belongs to a cue of its own sentence, or is a quotation. */
export const keepToSentence = (annotated: AnnotatedDocument, draft: Draft): void => {
  const cue = draft.cue[0]
  if (!cue) return
  const { quotation } = annotated.tokens
  const own = sentenceIndexAt(annotated, cue.first)
  const kept = draft.content.filter(
    c =>
      sentenceIndexAt(annotated, c.first) === own ||
      sentenceIndexAt(annotated, c.last - 1) === own ||
      (quotation[c.first] >= 0 && annotated.quotations[quotation[c.first]].first === c.first),
  )
  if (kept.length > 0) draft.content = kept
}
