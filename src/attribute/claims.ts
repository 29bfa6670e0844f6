import { classifyMention } from '../mention/index.ts'
import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import { type Draft, sizeOf } from './draft.ts'

const passedOn =
  /^(?:say|believe|think|report|understand|rumour|rumor|allege|know|expect|suppose|claim|estimate|fear|hope|predict|consider|describe|call|regard|see|view|accuse)$/
const naming =
  /^(?:call|describe|brand|label|dub|term|deny|accuse|blame|urge|demand|promise|warn|predict|fear|expect|announce|name|dismiss|condemn|praise|allege|reject|refute|dispute)$/

const reported = /^(?:quote|cite|tell|inform|warn|advise|say|report)$/

/**
 * She asked that her name be withheld.
 * Both asked not to be identified.
 * They asked to remain anonymous.
 */
const withholdsName = (annotated: AnnotatedDocument, draft: Draft, verb: number | undefined): boolean => {
  const { tag, lemma, text } = annotated.tokens
  const [content] = draft.content
  if (verb === undefined || content === undefined || !/^(?:ask|request|insist|prefer)$/.test(lemma[verb])) return false
  const first = lemma[content.first] === 'that' ? content.first + 1 : content.first
  if (tag[first] === 'PRP$' && /^(?:name|identity)$/.test(lemma[first + 1] ?? '')) return true
  const words = text
    .slice(first, first + 4)
    .join(' ')
    .toLowerCase()
  return /^(?:not to be (?:named|identified|quoted)\b|to (?:remain|stay|be) (?:anonymous|unnamed|unidentified)\b|(?:for )?anonymity\b)/.test(
    words,
  )
}

/** What points at something said before, or at whoever reads, and can say nothing itself. */
const pointing = /^(?:this|these|those|you)$/

/**
 * Nobody says so: the words point at what the writer said before, or at the reader.
 *   This suggests that the frost came late.
 *   You say the wine is bad.
 *   The bridge was closed, which suggests that the cables have rusted.
 */
const pointsBack = (annotated: AnnotatedDocument, { source }: Draft): boolean => {
  const { text, lower, tag, quotation, start, end } = annotated.tokens
  if (source.length !== 1 || source[0].last - source[0].first !== 1 || quotation[source[0].first] >= 0) return false
  const at = source[0].first
  const word = lower[at]
  if (pointing.test(word)) return true
  if (word !== 'which' || text[at - 1] !== ',') return false
  let first = at - 1
  while (first > 0 && at - first < 8 && /^(?:NN|JJ|CD|DT|PRP\$|POS|IN|VBN|VBG)/.test(tag[first - 1])) first--
  if (first === at - 1) return true
  if (tag.slice(first, at - 1).some(x => /^NNP/.test(x))) return false
  for (let t = first; t < at - 1; t++)
    if (classifyMention(annotated, { start: start[t], end: end[at - 2] }).kind !== 'unknown') return false
  return true
}

const some = (range: TokenRange, test: (token: number) => boolean): boolean => {
  for (let t = range.first; t < range.last; t++) if (test(t)) return true
  return false
}

/**
 * Whether a draft says something. It does not where nobody could be saying it, or where nothing is said:
 *   the bridge was opened by the mayor        → “was opened”, by nobody who says so
 *   the envoy was seen boarding a train        → “was seen”, where speech within speech is looked for
 *   The envoy struck a casual pose.        → nothing is said
 *   The bridge is shut until noon today.        → the bridge says nothing
 *   She asked that her name be withheld.
 *   This suggests that the frost came late.
 *   the envoy, for whom he has expressed admiration        → “whom” is nothing said
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
  if (sizeOf(draft.content) === 1 && draft.content.every(c => /^W/.test(tag[c.first]))) return false
  if (draft.source.length === 1 && annotated.tokens.text[draft.source[0].first - 1] === 'whom') {
    const [{ first }] = draft.source
    if (draft.content.every(c => c.last < first)) return false
  }
  if (withholdsName(annotated, draft, last) || (!nested && pointsBack(annotated, draft))) return false
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

/** Whether no word of what is said is a verb, nor any of it quoted: “the proposal”. */
export const isPhrase = ({ tokens, quotations }: AnnotatedDocument, { content }: Draft): boolean =>
  content.every(
    ({ first, last }) =>
      !tokens.tag.slice(first, last).some(tag => /^(?:VB|MD)/.test(tag)) &&
      !tokens.quotation.slice(first, last).some(q => q >= 0 && quotations[q].first >= first && quotations[q].last <= last),
  )
