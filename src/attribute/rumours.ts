import { doubtingAdverbs } from '../lexicon/en/doubting-adverbs.ts'
import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import { type Draft, draftOf, sharedTokens } from './draft.ts'
import { sentenceAt } from './sentences.ts'
import { findSubtree } from './subjects.ts'
import type { View } from './view.ts'

const passedOn = /^(?:say|believe|think|report|understand|rumour|rumor|allege|claim|suspect|repute)$/

const bare = (ranges: TokenRange[]): TokenRange[] => ranges.filter(r => r.last > r.first)

/** Where a clause ends that begins at or before `verb`: its subtree, without a clause joined to it by “and” or a comma with a subject of its own. */
const clauseEnd = (annotated: AnnotatedDocument, verb: number, sentence: TokenRange): number => {
  const { head, relation } = annotated.tokens
  let { last } = findSubtree(annotated, verb, sentence)
  for (let t = verb + 1; t < last; t++) {
    if (head[t] !== verb || (relation[t] !== 'conj' && relation[t] !== 'parataxis')) continue
    const other = findSubtree(annotated, t, sentence)
    let own = false
    for (let k = other.first; k < t; k++) if (head[k] === t && relation[k].startsWith('nsubj')) own = true
    if (own) last = Math.min(last, other.first)
  }
  return last
}

/** “…, it has emerged”, “It emerged on Monday that …” */
const draftEmerged = (annotated: AnnotatedDocument, verb: number): Draft | null => {
  const { text, lower, tag } = annotated.tokens
  const sentence = sentenceAt(annotated, verb)
  const it = lower[verb - 1] === 'it' ? verb - 1 : verb - 2
  if (lower[it] !== 'it' || (it < verb - 1 && !/^(?:has|had)$/.test(lower[it + 1]))) return null
  let last = sentence.last
  while (last > verb && tag[last - 1] === '.') last--
  const cue = [{ first: it + 1, last: verb + 1 }]
  if (text[it - 1] === ',' && it - sentence.first > 4)
    return draftOf('rumour, nobody given', [], cue, [{ first: sentence.first, last: it - 1 }])
  for (let t = verb + 1; it - sentence.first < 2 && t < Math.min(verb + 6, last - 3); t++)
    if (text[t] === 'that') return draftOf('rumour, nobody given', [], cue, [{ first: t + 1, last }])
  return null
}

/**
 * What the text passes on without saying from whom, where the tagger left it alone.
 *   The minister reportedly owns three villas.        → owns three villas
 *   It is believed that the ring was sold.        → the ring was sold
 *   The couple are said to be living abroad.        → The couple … to be living abroad
 *   The tunnel will be dug under the town, it has emerged.        → The tunnel will be dug under the town
 */
export const draftRumours = (annotated: AnnotatedDocument, view: View, taken: readonly Draft[]): Draft[] => {
  const { text, lower, lemma, tag, head, relation } = annotated.tokens
  const whole = view.length === annotated.tokens.start.length
  const added: Draft[] = []
  const free = (ranges: TokenRange[]): boolean => [...taken, ...added].every(d => sharedTokens([...d.content, ...d.cue], ranges) === 0)
  for (let i = 0; i < view.length; i++) {
    const t = view.token[i]
    if (whole && doubtingAdverbs.has(lower[t]) && head[t] >= 0 && /^VB|^MD/.test(tag[head[t]])) {
      const sentence = sentenceAt(annotated, t)
      const verb = head[t]
      let from = t + 1
      while (text[from] === ',') from++
      if (verb < t) from = verb
      for (let k = verb - 1; k > sentence.first && k > verb - 4; k--) if (head[k] === verb && /^aux/.test(relation[k]) && k < from) from = k
      const last = clauseEnd(annotated, verb, sentence)
      const content = bare([
        { first: from, last: Math.max(from, Math.min(t, last)) },
        { first: Math.max(from, t + 1), last },
      ])
      if (content.length > 0 && free(content)) added.push(draftOf('rumour, nobody given', [], [{ first: t, last: t + 1 }], content))
      continue
    }
    if (/^(?:emerge|transpire)$/.test(lemma[t])) {
      const draft = draftEmerged(annotated, t)
      if (draft && free(draft.content) && draft.content[0].first >= view.token[0]) added.push(draft)
      continue
    }
    if (tag[t] !== 'VBN' || !passedOn.test(lemma[t])) continue
    let subject = -1
    let clause = -1
    let be = -1
    const sentence = sentenceAt(annotated, t)
    for (let k = sentence.first; k < sentence.last; k++) {
      if (head[k] !== t) continue
      if (relation[k] === 'nsubjpass' && k < t) subject = k
      else if ((relation[k] === 'ccomp' || relation[k] === 'xcomp') && k > t && clause < 0) clause = k
      else if (relation[k] === 'auxpass') be = k
    }
    if (be < 0 || clause < 0 || subject < 0) continue
    const { first, last } = findSubtree(annotated, clause, sentence)
    const cue = [{ first: be, last: t + 1 }]
    const expletive = lower[subject] === 'it' && relation[clause] === 'ccomp'
    const content = bare(
      expletive
        ? [{ first: Math.max(first, t + 1), last }]
        : [findSubtree(annotated, subject, sentence), { first: Math.max(first, t + 1), last }],
    )
    if ((expletive || text[Math.max(first, t + 1)] === 'to') && free(content))
      added.push({ ...draftOf('rumour, nobody given', [], cue, content) })
  }
  return added
}
