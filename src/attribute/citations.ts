import { citingForms } from '../lexicon/en/citing-verbs.ts'
import { classifyMention } from '../mention/index.ts'
import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import { cutOut, type Draft, draftOf, overlaps, range, sharedTokens } from './draft.ts'
import { sentenceAt } from './sentences.ts'
import { findSubtree } from './subjects.ts'
import type { View } from './view.ts'

const saying =
  /^(?:say|tell|state|write|add|warn|claim|insist|report|argue|predict|confirm|deny|suggest|describe|call|announce|declare|admit|allege)$/

/** The end of the noun phrase that begins at `first`: before a comma, a dash, a bracket, “that”, “as saying” or `limit`. */
const phraseEnd = (annotated: AnnotatedDocument, first: number, limit: number): number => {
  const { text, tag, lemma } = annotated.tokens
  for (let t = first; t < limit; t++) {
    if (/^[,;:()"]$|^--$/.test(text[t]) || tag[t] === '.') return t
    if (t > first && text[t] === 'that' && tag[t] === 'IN' && !/^NN/.test(tag[t - 1])) return t
    if (text[t] === 'as' && t + 1 < limit && saying.test(lemma[t + 1])) return t
  }
  return limit
}

/** “citing” or “quoting” with the noun phrase that it brings in, where that is somebody or something that can speak. */
interface Citation {
  readonly verb: number
  readonly phrase: TokenRange
}

const readCitation = (annotated: AnnotatedDocument, verb: number, sentence: TokenRange): Citation | null => {
  const { text, start, end } = annotated.tokens
  const form = text[verb].toLowerCase()
  if ((form !== 'citing' && form !== 'quoting') || !citingForms.has(form)) return null
  const first = text[verb + 1] === 'from' ? verb + 2 : verb + 1
  const last = phraseEnd(annotated, first, sentence.last)
  if (last <= first) return null
  const phrase = range(first, last)
  return classifyMention(annotated, { start: start[first], end: end[last - 1] }).kind === 'unknown' ? null : { verb, phrase }
}

/** The reporting verb that a citation hangs on: its head in the parse, or the nearest one in the sentence. */
const carryingVerb = (annotated: AnnotatedDocument, verb: number, sentence: TokenRange): number => {
  const { head, tag, lemma } = annotated.tokens
  for (let t = head[verb], k = 0; t >= sentence.first && t < sentence.last && k < 3; t = head[t], k++)
    if (/^VB/.test(tag[t]) && saying.test(lemma[t])) return t
  for (let d = 1; d < 25; d++)
    for (const t of [verb - d, verb + d])
      if (t >= sentence.first && t < sentence.last && /^VB[DZP]$/.test(tag[t]) && saying.test(lemma[t])) return t
  return -1
}

/** What the carrying verb reports, where no draft says: the clause after the cited phrase or the verb, or the one before. */
const reportedClause = (
  annotated: AnnotatedDocument,
  { verb, phrase }: Citation,
  carrier: number,
  sentence: TokenRange,
): TokenRange | null => {
  const { text, tag, head, relation } = annotated.tokens
  let from = carrier < verb ? phrase.last : carrier + 1
  while (from < sentence.last && text[from] === ',') from++
  if (text[from] === 'that') from++
  const last = sentence.last - (tag[sentence.last - 1] === '.' ? 1 : 0)
  if (last - from >= 3 && (carrier > verb || text[from - 1] === 'that' || text[from - 1] === '"')) return range(from, last)
  for (let t = sentence.first; t < carrier; t++)
    if (head[t] === carrier && relation[t] === 'ccomp') {
      const clause = findSubtree(annotated, t, sentence)
      return range(clause.first, Math.min(clause.last, carrier))
    }
  return null
}

/**
 * Nordwind reported on Monday, citing two people briefed on the talks, that the merger was off.
 * Radio Lune, quoting hospital staff, reported that nobody was hurt.
 * The board met twice this week, the newspaper reports, quoting unnamed directors.
 * Quoting from a confidential audit, Nightdesk reported that the piano was paid for three times.
 * Thirty homes were lost, according to the governor, cited by the Vantage news agency.        → “by the Vantage news agency” is no content
 * The cited and the outlet have one attribution between them: the cited are its source, the outlet is left to the chain.
 */
export const mergeCitations = (annotated: AnnotatedDocument, view: View, drafts: readonly Draft[]): Draft[] => {
  let kept = [...drafts]
  for (let i = 0; i < view.length; i++) {
    const verb = view.token[i]
    const sentence = sentenceAt(annotated, verb)
    if (
      /^(?:cited|quoted)$/.test(annotated.tokens.text[verb]) &&
      annotated.tokens.text[verb + 1] === 'by' &&
      annotated.tokens.text[verb - 1] === ','
    ) {
      const aside = range(verb, phraseEnd(annotated, verb + 2, sentence.last))
      for (const draft of kept) {
        const content = draft.content
          .flatMap(c => (overlaps(c, aside) ? cutOut(c, aside) : [c]))
          .filter(c => c.last - c.first > 1 || draft.content.length === 1)
        if (content.length > 0) draft.content = content
      }
    }
    if (!/^(?:citing|quoting)$/i.test(annotated.tokens.text[verb])) continue
    const citation = readCitation(annotated, verb, sentence)
    if (!citation) continue
    const { phrase } = citation
    const whole = range(verb, phrase.last)
    const isCiting = (d: Draft): boolean => d.cue.some(c => c.first <= verb && verb < c.last)
    const carrier = carryingVerb(annotated, verb, sentence)
    const hasCarrier = (d: Draft): boolean => d.cue.some(c => c.first <= carrier && carrier < c.last)
    const other =
      kept.find(d => !isCiting(d) && hasCarrier(d)) ??
      kept.find(
        d =>
          !isCiting(d) &&
          d.cue.length > 0 &&
          sentenceAt(annotated, d.cue[0].first) === sentence &&
          !d.content.some(c => c.first < verb && c.last > phrase.last),
      )
    if (other) {
      const content = other.content.flatMap(c => (overlaps(c, whole) ? cutOut(c, whole) : [c]))
      if (content.length === 0) continue
      kept = kept.filter(d => d === other || (!isCiting(d) && (d.cue.length === 0 || !d.cue.some(c => overlaps(c, whole)))))
      other.source = [phrase]
      other.cue = [...other.cue, range(verb, verb + 1)]
      other.content = content
      other.by += ', citing'
      continue
    }
    if (carrier < 0) continue
    const clause = reportedClause(annotated, citation, carrier, sentence)
    if (!clause || overlaps(clause, whole)) continue
    kept = kept.filter(d => !isCiting(d) && sharedTokens(d.content, [clause]) === 0)
    kept.push(draftOf('citation', [phrase], [range(carrier, carrier + 1), range(verb, verb + 1)], [clause]))
  }
  return kept
}
