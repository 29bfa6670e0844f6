import { anonymityAdjectives } from '../lexicon/en/anonymity.ts'
import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import { sentenceAt } from './sentences.ts'
import type { RoleSpan } from './spans.ts'
import { type View, viewRanges } from './view.ts'

const speaking: ReadonlySet<string> = new Set(['speak', 'talk'])
const isNameless = (word: string): boolean => anonymityAdjectives.has(word) || word === 'anonymity' || word === 'anonymously'
/** How many words may stand between the verb and what says that no name is given: "who spoke to reporters on the strict condition of". */
const reach = 8

/** Where the aside ends that begins with the verb: at its comma, or with the sentence; the verb itself where nothing there withholds a name. */
const endOfAside = ({ tokens }: AnnotatedDocument, verb: number, sentenceEnd: number): number => {
  let at = verb + 1
  while (at < sentenceEnd && at - verb <= reach && !isNameless(tokens.lower[at])) at++
  if (at >= sentenceEnd || at - verb > reach) return verb
  while (at < sentenceEnd && tokens.text[at] !== ',' && tokens.text[at] !== '--') at++
  return at
}

/** What says on which terms somebody speaks, in token ranges. */
const findAsides = (annotated: AnnotatedDocument, view: View): TokenRange[] => {
  const found: TokenRange[] = []
  for (const token of view.token) {
    if (!speaking.has(annotated.tokens.lemma[token])) continue
    const end = endOfAside(annotated, token, sentenceAt(annotated, token).last)
    if (end > token) found.push({ first: token, last: end })
  }
  return found
}

/**
 * The spans without those that lie in an aside on the terms that somebody speaks on: its verb is no cue, and the reason in it is nothing that is said.
 *   Two officials, speaking on condition of anonymity because they were not authorised to discuss the matter, said …
 */
export const releaseAsides = (annotated: AnnotatedDocument, view: View, spans: readonly RoleSpan[]): readonly RoleSpan[] => {
  const asides = spans.length === 0 ? [] : findAsides(annotated, view)
  if (asides.length === 0) return spans
  return spans.filter(span =>
    viewRanges(view, span.from, span.to).some(range => asides.every(aside => range.first < aside.first || range.last > aside.last + 1)),
  )
}
