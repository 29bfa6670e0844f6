import { classifyMention } from '../mention/index.ts'
import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import { sentenceAt } from './sentences.ts'

const relativePronoun = /^(?:who|which|that|whom)$/i

/** Who does the saying in the parse, and on what ground. */
export interface Subject {
  readonly range: TokenRange
  readonly by: 'subject' | 'shared subject' | 'modified noun' | 'main clause' | 'agent' | 'phrase before the verb'
}

/** First and last (exclusive) token of a token's subtree within its sentence. */
export const findSubtree = (annotated: AnnotatedDocument, top: number, { first, last }: TokenRange): TokenRange => {
  const { head } = annotated.tokens
  const below = (t: number): boolean => {
    for (let k = 0, at = t; k < 40 && at >= 0; k++, at = head[at]) if (at === top) return true
    return false
  }
  let from = top
  let to = top + 1
  while (from > first && below(from - 1)) from--
  while (to < last && below(to)) to++
  return { first: from, last: to }
}

/** A noun phrase without the relative clause or participle after a comma, and never longer than a reader would take for a name of somebody. */
const nounPhrase = (annotated: AnnotatedDocument, noun: number, sentence: TokenRange): TokenRange => {
  const { text, tag, head } = annotated.tokens
  const { first, last } = findSubtree(annotated, noun, sentence)
  let end = last
  for (let t = noun + 1; t < last - 1; t++) {
    if (text[t] === ',' && (/^W/.test(tag[t + 1]) || /^VB[GN]$/.test(tag[t + 1]))) {
      end = t
      break
    }
  }
  let from = first
  while (from < noun && (text[from] === ',' || tag[from] === 'CC' || tag[from] === 'IN' || tag[from] === 'RB') && head[from] !== noun)
    from++
  return { first: Math.max(from, noun - 15), last: Math.min(end, noun + 25) }
}

const childrenOf = (annotated: AnnotatedDocument, token: number, sentence: TokenRange, relation: string): number[] => {
  const { head, relation: relations } = annotated.tokens
  const found: number[] = []
  for (let t = sentence.first; t < sentence.last; t++) if (head[t] === token && relations[t] === relation) found.push(t)
  return found
}

/** The noun that a subject pronoun of a relative clause stands for. */
const antecedent = (annotated: AnnotatedDocument, subject: number, verb: number): number => {
  const { text, relation, head } = annotated.tokens
  return relativePronoun.test(text[subject]) && relation[verb] === 'acl:relcl' && head[verb] >= 0 ? head[verb] : subject
}

/**
 * The noun phrase that a verb of saying belongs to; null where the parse shows none.
 *   The newspaper al-Jisr, which is close to the ministry, wrote that …        → The newspaper al-Jisr
 *   The doctor examined him and said …        → The doctor
 *   leaflets telling residents to leave        → leaflets
 *   Aircraft dropped thousands of leaflets, urging fighters to leave        → thousands of leaflets
 *   The mayor stood up, urging them to leave        → The mayor
 *   Amir Sole was quoted by Radio Meridian as saying that …        → Amir Sole
 * A subject outside of `within` is none.
 *   He was told by a clerk that …        → a clerk
 */
export const findSubject = (annotated: AnnotatedDocument, verb: number, within?: TokenRange): Subject | null => {
  const parsed = readSubject(annotated, verb)
  const isNoun =
    parsed !== null && annotated.tokens.tag.slice(parsed.range.first, parsed.range.last).some(x => /^(?:NN|PRP|W|DT|JJ|FW)/.test(x))
  const isInside = parsed !== null && (!within || (parsed.range.first >= within.first && parsed.range.last <= within.last))
  if (isNoun && isInside) return parsed
  const before = phraseBefore(annotated, verb, within)
  return before && within && (before.range.first < within.first || before.range.last > within.last) ? null : before
}

/** The object of a verb where it is a document, which can speak. */
const documentObject = (annotated: AnnotatedDocument, verb: number, sentence: TokenRange): TokenRange | null => {
  const [object] = childrenOf(annotated, verb, sentence, 'dobj')
  if (object === undefined || object < verb) return null
  const range = nounPhrase(annotated, object, sentence)
  let { last } = range
  for (let t = object + 1; t < last; t++) if (/^(?:over|across|on|in|from|onto|above|at|near)$/.test(annotated.tokens.text[t])) last = t
  const { start, end } = annotated.tokens
  const mention = classifyMention(annotated, { start: start[range.first], end: end[last - 1] })
  return mention.kind === 'document' ? { first: range.first, last } : null
}

const readSubject = (annotated: AnnotatedDocument, verb: number): Subject | null => {
  const { head, relation, tag, text } = annotated.tokens
  const sentence = sentenceAt(annotated, verb)
  const inside = (t: number): boolean => t >= sentence.first && t < sentence.last
  for (const noun of childrenOf(annotated, verb, sentence, 'nmod')) {
    if (
      noun > verb &&
      tag[verb] === 'VBN' &&
      childrenOf(annotated, noun, sentence, 'case').some(c => text[c] === 'by') &&
      childrenOf(annotated, verb, sentence, 'nsubjpass').length > 0
    ) {
      const phrase = nounPhrase(annotated, noun, sentence)
      return {
        range: { first: Math.max(phrase.first, childrenOf(annotated, noun, sentence, 'case')[0] + 1), last: phrase.last },
        by: 'agent',
      }
    }
  }
  let at = verb
  let by: Subject['by'] = 'subject'
  for (let k = 0; k < 4 && inside(at); k++) {
    const subjects = childrenOf(annotated, at, sentence, 'nsubj')
    if (subjects.length === 0 && by === 'main clause') subjects.push(...childrenOf(annotated, at, sentence, 'nsubjpass'))
    if (subjects.length > 0) {
      const subject = antecedent(annotated, subjects[0], at)
      return { range: nounPhrase(annotated, subject, sentence), by }
    }
    const up = head[at]
    if (up < 0 || !inside(up)) return null
    if (relation[at] === 'acl') return { range: nounPhrase(annotated, up, sentence), by: 'modified noun' }
    const dropped = relation[at] === 'advcl' && tag[at] === 'VBG' ? documentObject(annotated, up, sentence) : null
    if (dropped) return { range: dropped, by: 'modified noun' }
    if (relation[at] === 'conj') by = 'shared subject'
    else if (relation[at] === 'xcomp' || (relation[at] === 'advcl' && tag[at] === 'VBG')) by = 'main clause'
    else return null
    at = up
  }
  return null
}

/**
 * Where the parse shows no subject: the noun phrase that begins the clause of a finite verb, before a comma.
 *   Margit Oduya, a statistician at Pell College, doubts whether …        → Margit Oduya
 */
const phraseBefore = (annotated: AnnotatedDocument, verb: number, within?: TokenRange): Subject | null => {
  const { tag, text, relation } = annotated.tokens
  const first = Math.max(sentenceAt(annotated, verb).first, within?.first ?? 0)
  let finite = verb
  while (finite > first && /^(?:VB|MD|RB|TO)/.test(tag[finite - 1])) finite--
  if (!/^(?:VBD|VBZ|VBP|MD|RB)$/.test(tag[finite]) || relation[verb] === 'acl:relcl') return null
  let start = finite
  while (start > first && !/^(?:["();:]|--|``|'')$/.test(text[start - 1])) start--
  // In 2014 Gerd Aschner, the engineer who built the tunnel, warned …
  if (tag[start] === 'IN' && /^\d{4}$/.test(text[start + 1]) && /^(?:NN|DT|PRP)/.test(tag[start + 2] ?? '')) start += 2
  // In a letter to shareholders, the chairman, Eustace Tring, admitted …
  const comma = tag[start] === 'IN' && text[finite - 1] === ',' ? text.indexOf(',', start) : finite
  if (comma < finite - 1 && /^(?:DT|NN|PRP\$|CD|JJ)/.test(tag[comma + 1])) start = comma + 1
  while (start < finite && /^(?:CC|RB|,|IN)$/.test(tag[start])) start++
  let last = start
  if (start === within?.first && tag[start] === 'VBZ') last++
  while (last < finite && last - start < 16 && /^(?:NN|JJ|CD|DT|PRP|POS|VBN|VBG|IN|TO)/.test(tag[last])) last++
  const stops = last === finite || text[last] === ','
  const nouns = Array.from({ length: last - start }, (_, k) => tag[start + k]).some(x => /^NN|^PRP$/.test(x))
  let name = last + 1
  while (name < finite - 1 && /^(?:NNP|JJ|NN)/.test(tag[name])) name++
  if (comma < finite && text[last] === ',' && name === finite - 1) last = name
  return stops && nouns && last > start ? { range: { first: start, last }, by: 'phrase before the verb' } : null
}

/** Whom a passive verb of quoting is about, in the parse: “a spokesman for the hotel was cited by the Packet”. */
export const findPassiveSubject = (annotated: AnnotatedDocument, verb: number): TokenRange | null => {
  const sentence = sentenceAt(annotated, verb)
  const [subject] = childrenOf(annotated, verb, sentence, 'nsubjpass')
  if (subject === undefined || subject >= verb) return null
  const phrase = nounPhrase(annotated, subject, sentence)
  return { first: phrase.first, last: Math.min(phrase.last, verb) }
}
