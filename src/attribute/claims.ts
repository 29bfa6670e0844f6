import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import { type Draft, sizeOf } from './draft.ts'

const passedOn =
  /^(?:say|believe|think|report|understand|rumour|rumor|allege|know|expect|suppose|claim|estimate|fear|hope|predict|consider|describe|call|regard|see|view|accuse)$/
const naming =
  /^(?:call|describe|brand|label|dub|term|deny|accuse|blame|urge|demand|promise|warn|predict|fear|expect|announce|name|dismiss|condemn|praise|allege|reject|refute|dispute)$/

const reported = /^(?:quote|cite|tell|inform|warn|advise|say|report)$/

/** She asked that her name be withheld. */
const withholdsName = (annotated: AnnotatedDocument, draft: Draft, verb: number | undefined): boolean => {
  const { tag, lemma } = annotated.tokens
  const [content] = draft.content
  if (verb === undefined || content === undefined || !/^(?:ask|request)$/.test(lemma[verb])) return false
  const first = lemma[content.first] === 'that' ? content.first + 1 : content.first
  return tag[first] === 'PRP$' && /^(?:name|identity)$/.test(lemma[first + 1] ?? '')
}

const some = (range: TokenRange, test: (token: number) => boolean): boolean => {
  for (let t = range.first; t < range.last; t++) if (test(t)) return true
  return false
}

/**
 * Whether a draft says something. It does not where nobody could be saying it, or where nothing is said:
 *   the bridge was opened by the mayor        → “was opened”, by nobody who says so
 *   the envoy was seen boarding a train        → “was seen”, where speech within speech is looked for
 *   Putin struck a casual pose.        → nothing is said
 *   The bridge is shut until noon today.        → the bridge says nothing
 *   She asked that her name be withheld.
 *   Asked whether volunteers could do it, she laughed.        → nobody is named for the question
 *   He said he had seen it.        → “seen it”, within what he said
 */
export const isClaim = (annotated: AnnotatedDocument, draft: Draft, nested: boolean, isCue: (token: number) => boolean): boolean => {
  const { tag, lemma, quotation } = annotated.tokens
  if (draft.cue.length === 0) return draft.content.length > 0
  const verbs = draft.cue.flatMap(c => Array.from({ length: c.last - c.first }, (_, k) => c.first + k)).filter(t => /^VB/.test(tag[t]))
  const last = verbs.at(-1)
  if (draft.source.length === 0 && last !== undefined && tag[last] === 'VBN') {
    const passive = verbs.length === 1 || lemma[verbs.at(-2)!] === 'be'
    if (passive && !passedOn.test(lemma[last])) return false
  }
  if (withholdsName(annotated, draft, last)) return false
  if (nested && last !== undefined && tag[last] === 'VBN' && draft.source.length > 0 && !reported.test(lemma[last])) {
    const [source] = draft.source
    const passive = verbs.length === 1 || lemma[verbs.at(-2)!] === 'be' || annotated.tokens.text[source.last - 1] === 'been'
    if (passive && source.last <= last) return false
  }
  const undergone =
    last !== undefined &&
    tag[last] === 'VBN' &&
    lemma[verbs.at(-2) ?? last] === 'be' &&
    !reported.test(lemma[last]) &&
    !passedOn.test(lemma[last])
  const spoken = !undergone && draft.cue.some(c => some(c, isCue))
  if ((nested || !spoken) && sizeOf(draft.content) <= 6 && last !== undefined && !naming.test(lemma[last])) {
    const clause = draft.content.some(c =>
      some(c, t => /^VB[^N]|^MD$|^TO$/.test(tag[t]) || (quotation[t] >= 0 && quotation[t] !== quotation[draft.cue[0].first])),
    )
    if (!clause) return false
  }
  return true
}

/**
 * Whether a cue holds a word of saying, which speech within speech must: the tagger learned from outermost attributions, and within them it takes much for one.
 * Nor does it say anything where nobody is there to say it.
 *   he said NATO had “never been more together”        → “had” is no cue
 */
export const isSpoken = (draft: Draft, isCue: (token: number) => boolean): boolean =>
  (draft.cue.length === 0 || draft.cue.some(c => some(c, isCue)) || draft.by !== 'tagger') &&
  (draft.source.length > 0 || draft.by !== 'tagger')
