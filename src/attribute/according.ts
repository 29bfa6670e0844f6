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

/** Where the aside ends that follows a source: “, which cites the agency Interkor,”; where it begins when there is none. */
const skipAside = ({ tokens }: AnnotatedDocument, end: number, last: number): number => {
  if (tokens.text[end] !== ',' || !/^(?:which|who|citing|quoting)$/.test(tokens.text[end + 1])) return end
  let comma = end + 2
  while (comma < last && tokens.text[comma] !== ',') comma++
  return comma < last - 3 ? comma : end
}

/**
 * Gives what stands after “according to” all of its clause, where only what somebody says in it was found.
 *   According to an affidavit, Dell told deputies that the money was in the freezer.        → an affidavit: Dell told deputies that …
 *   According to the Beacon, which cites Interkor, two dockers said the crates were ticking.        → the Beacon: two dockers said …
 */
export const widenAccording = (annotated: AnnotatedDocument, drafts: readonly Draft[]): void => {
  const { lower, text, tag } = annotated.tokens
  for (const draft of drafts) {
    const [cue] = draft.cue
    const [source] = draft.source
    const [content] = draft.content
    if (draft.cue.length !== 1 || draft.source.length !== 1 || draft.content.length !== 1 || lower[cue.first] !== 'according') continue
    const sentence = sentenceAt(annotated, cue.first)
    if (cue.first - sentence.first > 2 || source.first !== cue.last || content.first <= source.last) continue
    const first = skipAside(annotated, source.last, content.last) + 1
    if (text[first - 1] !== ',' || first === content.first || first >= content.last - 3) continue
    const between = range(first, content.first)
    if (first < content.first && !tag.slice(between.first, between.last).some(x => /^VB[DPZN]$/.test(x))) continue
    if (drafts.some(d => d !== draft && sharedTokens([...d.source, ...d.cue, ...d.content], [between]) > 0)) continue
    draft.content = [range(first, content.last)]
    draft.by += ', widened'
  }
}

/** Drafts without those that lie inside the content of others: they are found again there. */
export const dropEnclosed = (drafts: readonly Draft[], others: readonly Draft[]): Draft[] =>
  drafts.filter(d => others.every(o => sharedTokens([...d.source, ...d.cue, ...d.content], o.content) === 0))

/** How many tokens from `t` on say that somebody else says so: “according to”, “as first reported by”; 0 for none. */
const readFormula = ({ tokens }: AnnotatedDocument, t: number): number => {
  const { lower, text } = tokens
  if (lower[t] === 'according') return text[t + 1] === 'to' ? 2 : 0
  if (lower[t] !== 'as') return 0
  let verb = t + 1
  if (/^(?:first|previously|originally|earlier|widely|already|initially)$/.test(text[verb])) verb++
  return /^(?:reported|revealed|noted|disclosed)$/.test(text[verb]) && text[verb + 1] === 'by' ? verb + 2 - t : 0
}

/**
 * “According to” that the tagger left alone.
 *   The centre had received 31 patients, according to a spokeswoman, Dana Whitlock.        → a spokeswoman, Dana Whitlock
 *   According to the indictment, he burned the book.        → the indictment
 *   As first reported by the Post, the bishop will retire.        → the Post
 */
export const draftAccordingTo = (annotated: AnnotatedDocument, view: View, taken: readonly Draft[]): Draft[] => {
  const { text, tag } = annotated.tokens
  const added: Draft[] = []
  const inView = view.length === 0 ? range(0, 0) : range(view.token[0], view.token[view.length - 1] + 1)
  for (let i = 0; i + 2 < view.length; i++) {
    const t = view.token[i]
    const told = readFormula(annotated, t)
    if (told === 0) continue
    const sentence = sentenceAt(annotated, t)
    const first = Math.max(sentence.first, inView.first)
    let last = Math.min(sentence.last, inView.last)
    while (last > t && (tag[last - 1] === '.' || text[last - 1] === '"')) last--
    const opens = t - first <= 2
    let end = opens ? t + told : sourceEnd(annotated, t + told, last)
    if (opens) while (end < last && text[end] !== ',') end++
    if (end === t + told || end - t > 25) continue
    const before = text[t - 1] === ',' ? t - 1 : t
    const content: TokenRange = opens ? range(skipAside(annotated, end, last) + 1, last) : range(first, before)
    if (content.last - content.first < 3) continue
    const draft = draftOf('according to', [range(t + told, end)], [range(t, t + told)], [content])
    if (
      taken.some(d => d.cue.some(c => c.first <= t && t < c.last) || !isInside(d, draft.content)) ||
      added.some(d => sharedTokens(d.content, draft.content) > 0)
    )
      continue
    added.push(draft)
  }
  return added
}
