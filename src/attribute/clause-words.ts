import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import type { Draft } from './draft.ts'

/** Tags of finite verbs. */
export const finite = /^(?:VB[DPZ]|MD)$/

/** Whether a range holds a finite verb. */
export const holdsFinite = ({ tokens }: AnnotatedDocument, { first, last }: TokenRange): boolean => {
  for (let t = first; t < last; t++) if (finite.test(tokens.tag[t])) return true
  return false
}

/** Whether a quotation begins where a piece does. */
export const startsQuoted = (annotated: AnnotatedDocument, piece: TokenRange): boolean => {
  const q = annotated.tokens.quotation[piece.first]
  return q >= 0 && annotated.quotations[q].first === piece.first
}

/** The verb of a cue: its last, or its last word where it has none. */
export const cueVerb = (annotated: AnnotatedDocument, draft: Draft): number => {
  for (const { first, last } of draft.cue) for (let t = last - 1; t >= first; t--) if (/^VB/.test(annotated.tokens.tag[t])) return t
  return draft.cue[0].last - 1
}
