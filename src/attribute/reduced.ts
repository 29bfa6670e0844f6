import { documentNouns } from '../lexicon/en/document-nouns.ts'
import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import { type Draft, range } from './draft.ts'
import { sentenceAt } from './sentences.ts'

const preposition = /^(?:by|to|from|in|at|with|for|on|against|near|under|among|of)$/
const opensClause = /^(?:that|while|when|as|because|after|before|if|although|though|who|which|where|since|until|and|but|or)$/i

/** Where the noun phrase begins that a participle before `source` belongs to: its own words have no other verb, and nothing parts it from the source. */
const reducedFrom = (annotated: AnnotatedDocument, source: TokenRange): number => {
  const { tag, text, lower } = annotated.tokens
  if (source.first < 3 || !preposition.test(lower[source.first - 1])) return -1
  const { first } = sentenceAt(annotated, source.first)
  let from = source.first - 1
  let participle = -1
  while (from > first && source.first - from < 20) {
    const word = text[from - 1]
    if (/^[,;:()"]$|^--$/.test(word) || opensClause.test(word) || /^(?:VB[ZPG]|VB|MD)$/.test(tag[from - 1])) break
    if (/^VB[DN]$/.test(tag[from - 1])) {
      if (participle >= 0) break
      participle = from - 1
    }
    from--
  }
  if (participle <= from || source.first - from >= 20 || !/^(?:NN|CD)/.test(tag[participle - 1]) || tag[participle - 1] === 'NNP') return -1
  if (from > first && !/^(?:,|and|but|that|")$/.test(text[from - 1])) return -1
  return /^(?:DT|NN|JJ|CD|PRP\$)/.test(tag[from]) ? from : -1
}

/**
 * The noun that a clause before the verb belongs to, where the tagger took the clause for who says so.
 *   The statement he read to the Mail said that no animal had been harmed.        → The statement
 */
const passRelative = (annotated: AnnotatedDocument, draft: Draft, within: TokenRange): boolean => {
  const { tag, lower, lemma } = annotated.tokens
  const [source] = draft.source
  let first = source.first
  if (!/^(?:PRP|NNP|DT)$/.test(tag[first]) || !/^NN/.test(tag[first - 1] ?? '') || !documentNouns.has(lemma[first - 1])) return false
  let verb = first + 1
  while (verb < source.last && !/^VB[DPZ]$/.test(tag[verb])) verb++
  if (verb >= source.last || verb - first > 4) return false
  while (first > within.first && source.first - first < 6 && /^(?:DT|NN|JJ|PRP\$|POS|CD)/.test(tag[first - 1])) first--
  if (lower[first - 1] === 'in') return false
  const noun = range(first, source.first)
  const rest = draft.content.filter(piece => piece.last <= noun.first || piece.first >= noun.last)
  if (rest.length === 0) return false
  draft.source = [noun]
  draft.content = rest
  draft.by += ', before its clause'
  return true
}

/**
 * Gives a cue the noun phrase that its verb agrees with, where the tagger took the last name in it.
 *   A memo leaked to the Gazette says the bridge is unsafe.        → A memo leaked to the Gazette, not “the Gazette”
 *   A survey carried out by the guild last year suggested that …        → A survey carried out by the guild last year
 */
export const widenReduced = (annotated: AnnotatedDocument, draft: Draft, within: TokenRange): void => {
  const [source] = draft.source
  const [cue] = draft.cue
  if (!source || !cue || draft.source.length > 1 || source.last !== cue.first || !/^(?:VB[DZP]|MD)$/.test(annotated.tokens.tag[cue.first]))
    return
  if (passRelative(annotated, draft, within)) return
  const first = reducedFrom(annotated, source)
  if (first < within.first || draft.content.some(piece => piece.first < source.first && piece.last > first)) return
  draft.source = [range(first, source.last)]
  draft.by += ', widened'
}

const placed = /^(?:post|publish|print|issue|release|circulate|share|upload|obtain|see|sign|leak|send|file|review)$/

/**
 * Gives a noun phrase the verb of saying that it has, where the tagger took the participle within it.
 *   A correction posted on the site explains that the photograph is old.        → A correction posted on the site: explains: the photograph is old
 */
export const passParticiple = (annotated: AnnotatedDocument, draft: Draft, isCue: (token: number) => boolean): void => {
  const { tag, text, lemma } = annotated.tokens
  const [source] = draft.source
  const [cue] = draft.cue
  const [content] = draft.content
  if (draft.source.length !== 1 || draft.cue.length !== 1 || draft.content.length !== 1) return
  if (source.last !== cue.first || content.first < cue.last || !placed.test(lemma[cue.first]) || !/^VB[DN]$/.test(tag[cue.first])) return
  if (!preposition.test(text[cue.last - 1]) && !preposition.test(text[content.first])) return
  for (let t = cue.last + 1; t < Math.min(content.last - 3, cue.last + 14); t++) {
    if (/^[,;:()"]$|^--$/.test(text[t]) || opensClause.test(text[t])) return
    if (!/^VB[DZP]$/.test(tag[t])) continue
    if (!isCue(t) || text[t + 1] !== 'that') return
    draft.source = [range(source.first, t)]
    draft.cue = [range(t, t + 1)]
    draft.content = [range(t + 1, content.last)]
    draft.by += ', past the participle'
    return
  }
}
