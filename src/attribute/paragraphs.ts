import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import type { Draft } from './draft.ts'
import { indexAt, sentenceIndexAt } from './sentences.ts'
import type { RoleSpan } from './spans.ts'
import type { View } from './view.ts'

/** The index of the paragraph that holds a token. */
const paragraphAt = ({ paragraphs }: AnnotatedDocument, token: number): number => indexAt(paragraphs, token)

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

/** Whether a content that began at `first` ends before token `next`, which begins a sentence: outside of quotation marks it does. */
const endsBefore = (annotated: AnnotatedDocument, first: number, next: number): boolean => {
  const { quotation } = annotated.tokens
  const p = paragraphAt(annotated, next)
  if (annotated.paragraphs[p].first === next && !runsOn(annotated, p)) return true
  const before = quotation[next - 1]
  for (let q = quotation[next]; q >= 0; q = annotated.quotations[q].parent) {
    const { first: opening } = annotated.quotations[q]
    if (opening < next && opening >= first - 1) return false
  }
  if (before >= 0 && annotated.quotations[before].first <= first + 1 && next < annotated.quotations[before].last) return false
  if (quotation[next] >= 0 && annotated.quotations[quotation[next]].first === next) return false
  return before < 0 || before !== quotation[next]
}

/**
 * Cuts contents where a paragraph ends and the speech does not run on, or a sentence outside of quotation marks, so that each part finds its own cue.
 *   ‘You can’t fence that off, can you?’ Les Fry grumbled that …        → the content ends with the quotation
 */
export const splitContents = (annotated: AnnotatedDocument, view: View, spans: readonly RoleSpan[]): RoleSpan[] =>
  spans.flatMap(span => {
    if (span.role !== 'content') return [span]
    const parts: RoleSpan[] = []
    let { from } = span
    for (let i = from + 1; i < span.to; i++) {
      if (view.sentence[i] === view.sentence[i - 1] || !endsBefore(annotated, view.token[from], view.token[i])) continue
      parts.push({ ...span, from, to: i })
      from = i
    }
    return [...parts, { ...span, from }]
  })

/** Of pieces outside of quotation marks only those stay that share a sentence with the cue; all do where none does. */
export const keepNear = (annotated: AnnotatedDocument, draft: Draft): void => {
  const cue = draft.cue[0]
  if (!cue || draft.content.length < 2) return
  const own = sentenceIndexAt(annotated, cue.first)
  const { quotation } = annotated.tokens
  const near = draft.content.filter(
    c => sentenceIndexAt(annotated, c.first) === own || sentenceIndexAt(annotated, c.last - 1) === own || quotation[c.first] >= 0,
  )
  if (near.length > 0) draft.content = near
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
