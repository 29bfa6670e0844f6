import type { AnnotatedDocument } from '../model/annotation.ts'
import { type Draft, draftOf, sharedTokens } from './draft.ts'
import type { CueLexicon } from './features.ts'
import { type View, viewRanges } from './view.ts'

/** From this level on a verb with a subject and a clause or a quotation is a cue even where the tagger missed it. */
const sureLevel = 4

/** First and last (exclusive) position of a token's subtree. */
const subtree = (children: readonly number[][], top: number): { from: number; to: number } => {
  let from = top
  let to = top + 1
  const stack = [top]
  while (stack.length > 0) {
    for (const child of children[stack.pop()!]) {
      if (child < from) from = child
      if (child >= to) to = child + 1
      stack.push(child)
    }
  }
  return { from, to }
}

/**
 * Attributions that the tagger missed and the parse shows: a sure cue with a subject and a clausal complement.
 *   Tomas Brandt said the union's lawyer had told him the contract was void.        → the union's lawyer: the contract was void
 * Works on one level of a view: `taken` are the drafts found there.
 */
export const draftClauses = (annotated: AnnotatedDocument, view: View, cues: CueLexicon, taken: readonly Draft[]): Draft[] => {
  const { tokens } = annotated
  const n = view.length
  const used = new Set<number>()
  for (const draft of taken) for (const list of [draft.cue, draft.content]) for (const r of list) for (let t = r.first; t < r.last; t++) used.add(t)
  let children: number[][] | null = null
  const added: Draft[] = []
  for (let i = 0; i < n; i++) {
    const token = view.token[i]
    if (used.has(token) || (cues.get(view.lemma[i]) ?? 0) < sureLevel || !/^VB/.test(tokens.tag[token])) continue
    if (children === null) {
      children = Array.from({ length: n }, () => [])
      for (let k = 0; k < n; k++) if (view.head[k] >= 0) children[view.head[k]].push(k)
    }
    let subject = -1
    let complement = -1
    let from = i
    for (const child of children[i]) {
      const relation = tokens.relation[view.token[child]]
      if (relation === 'nsubj' && child < i) subject = child
      else if (relation === 'ccomp' && (complement < 0 || child > i)) complement = child
      else if ((relation === 'aux' || relation === 'neg') && child < i && child < from) from = child
    }
    if (subject < 0 || complement < 0) continue
    const source = subtree(children, subject)
    const content = subtree(children, complement)
    if (content.from <= i && i < content.to) continue
    if (content.from < i && content.to > from) content.to = from
    if (source.to > i || (source.from < content.to && content.from < source.to) || content.to - content.from < 3) continue
    if (from < source.to) from = source.to
    const draft = draftOf('clause', viewRanges(view, source.from, source.to), viewRanges(view, from, i + 1), viewRanges(view, content.from, content.to))
    if ([...taken, ...added].some(d => sharedTokens(d.content, draft.content) > 0 || sharedTokens(d.cue, draft.content) > 0)) continue
    added.push(draft)
  }
  return added
}
