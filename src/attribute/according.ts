import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import { type Draft, draftOf, range, sharedTokens, sizeOf } from './draft.ts'
import { sentenceAt } from './sentences.ts'
import type { View } from './view.ts'

/** The end of the noun phrase after “according to”: an appositive after a comma belongs to it, a clause does not. */
const sourceEnd = (annotated: AnnotatedDocument, first: number, last: number): number => {
  const { text, tag } = annotated.tokens
  let end = first
  while (end < last && !/^[,;:()"]$|^--$/.test(text[end]) && tag[end] !== '.' && !/^VB[DZP]$|^MD$/.test(tag[end])) end++
  if (text[end] !== ',') return end
  let next = end + 1
  while (next < last && /^(?:NN|DT|JJ|CD|POS|IN|CC)/.test(tag[next])) next++
  const closes = next >= last || tag[next] === '.' || text[next] === ','
  return closes && next > end + 1 && /^NN/.test(tag[next - 1]) ? next : end
}

/** Whether all of a draft lies in a content, or none: it is then speech within that content, or elsewhere. */
const isInside = (draft: Draft, content: readonly TokenRange[]): boolean => {
  const all = [...draft.source, ...draft.cue, ...draft.content]
  const shared = sharedTokens(all, content)
  return shared === 0 || shared === sizeOf(all)
}

/** Drafts without those that lie inside the content of others: they are found again there. */
export const dropEnclosed = (drafts: readonly Draft[], others: readonly Draft[]): Draft[] =>
  drafts.filter(d => others.every(o => sharedTokens([...d.source, ...d.cue, ...d.content], o.content) === 0))

/**
 * “According to” that the tagger left alone.
 *   The centre had received 31 patients, according to a spokeswoman, Dana Whitlock.        → a spokeswoman, Dana Whitlock
 *   According to the indictment, he burned the book.        → the indictment
 */
export const draftAccordingTo = (annotated: AnnotatedDocument, view: View, taken: readonly Draft[]): Draft[] => {
  const { text, lower, tag } = annotated.tokens
  const added: Draft[] = []
  const inView = view.length === 0 ? range(0, 0) : range(view.token[0], view.token[view.length - 1] + 1)
  for (let i = 0; i + 2 < view.length; i++) {
    const t = view.token[i]
    if (lower[t] !== 'according' || text[t + 1] !== 'to') continue
    const sentence = sentenceAt(annotated, t)
    const first = Math.max(sentence.first, inView.first)
    let last = Math.min(sentence.last, inView.last)
    while (last > t && (tag[last - 1] === '.' || text[last - 1] === '"')) last--
    const opens = t - first <= 2
    let end = opens ? t + 2 : sourceEnd(annotated, t + 2, last)
    if (opens) while (end < last && text[end] !== ',') end++
    if (end === t + 2 || end - t > 25) continue
    const before = text[t - 1] === ',' ? t - 1 : t
    const content: TokenRange = opens ? range(end + 1, last) : range(first, before)
    if (content.last - content.first < 3) continue
    const draft = draftOf('according to', [range(t + 2, end)], [range(t, t + 2)], [content])
    if (
      taken.some(d => d.cue.some(c => c.first <= t && t < c.last) || !isInside(d, draft.content)) ||
      added.some(d => sharedTokens(d.content, draft.content) > 0)
    )
      continue
    added.push(draft)
  }
  return added
}
