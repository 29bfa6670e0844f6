import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import { type Draft, draftOf, range, sharedTokens } from './draft.ts'
import type { View } from './view.ts'

const survey = /^(?:poll|survey|polls|surveys|census)$/i

/** The end of the survey's noun phrase: "by the Orley Institute" and "of 400 drivers" belong to it, a clause does not. */
const phraseEnd = (annotated: AnnotatedDocument, noun: number, last: number): number => {
  const { text, tag } = annotated.tokens
  let end = noun + 1
  if (/^(?:by|of|from|for)$/.test(text[end])) {
    let to = end + 1
    while (to < last && /^(?:DT|NN|JJ|CD|POS|CC)/.test(tag[to])) to++
    if (to > end + 1) end = to
  }
  return end
}

/**
 * A count that the sentence places in a poll, which the tagger left alone.
 *   Hallam leads Pym 45% to 41% in a Reuland poll.        → a Reuland poll: Hallam leads Pym 45% to 41%
 */
export const draftSurveys = (annotated: AnnotatedDocument, view: View, taken: readonly Draft[]): Draft[] => {
  const { text, tag, quotation } = annotated.tokens
  const added: Draft[] = []
  if (view.length !== annotated.tokens.start.length) return added
  for (const sentence of annotated.sentences) {
    for (let t = sentence.first + 4; t < sentence.last; t++) {
      if (!survey.test(text[t]) || quotation[t] >= 0) continue
      let first = t
      while (first > sentence.first && t - first < 8 && /^(?:DT|NN|JJ|CD|POS|PRP\$)/.test(tag[first - 1])) first--
      if (first === t || text[first - 1] !== 'in' || !/^(?:DT|PRP\$)$/.test(tag[first])) continue
      const content = range(sentence.first, first - 1)
      const source = range(first, phraseEnd(annotated, t, sentence.last))
      if (!holdsFinding(annotated, content) || [...taken, ...added].some(d => touches(d, [content, source]))) continue
      added.push(draftOf('in a poll', [source], [range(first - 1, first)], [content]))
      break
    }
  }
  return added
}

const touches = (draft: Draft, ranges: readonly TokenRange[]): boolean =>
  sharedTokens([...draft.source, ...draft.cue, ...draft.content], ranges) > 0

/** A finite verb and a share or a lead in points. */
const holdsFinding = (annotated: AnnotatedDocument, content: TokenRange): boolean => {
  const { text, tag } = annotated.tokens
  let verb = false
  let share = false
  for (let t = content.first; t < content.last; t++) {
    if (/^VB[DZP]$|^MD$/.test(tag[t])) verb = true
    if (/^(?:%|percent|percentage|per|points?)$/i.test(text[t]) || /\d%$/.test(text[t])) share = true
  }
  return verb && share
}
