import { sayingVerbs } from '../lexicon/en/saying-verbs.ts'
import { classifyMention } from '../mention/index.ts'
import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import { holdsFinite } from './clause-words.ts'
import { cutOut, type Draft, draftOf, overlaps, range, sharedTokens } from './draft.ts'
import { sentenceAt } from './sentences.ts'
import { findPassiveSubject, findSubject, findSubtree } from './subjects.ts'
import type { View } from './view.ts'

/** The end of the noun phrase that begins at `first`: before a comma, a dash, a bracket, “that”, “as saying” or `limit`. */
const phraseEnd = (annotated: AnnotatedDocument, first: number, limit: number): number => {
  const { text, tag, lemma } = annotated.tokens
  for (let t = first; t < limit; t++) {
    if (/^[,;:()"]$|^--$/.test(text[t]) || tag[t] === '.') return t
    if (t > first && text[t] === 'that' && tag[t] === 'IN' && !/^NN/.test(tag[t - 1])) return t
    if (text[t] === 'as' && t + 1 < limit && sayingVerbs.has(lemma[t + 1])) return t
  }
  return limit
}

/** How sure a source read off a citation is: set by hand, not fitted. */
const readSource = 0.8

/** Whom somebody cited cites in turn, taken for a claim: “quoting state television, which cited border officials,” */
const isCitedInTurn = (annotated: AnnotatedDocument, { source, cue, content }: Draft): boolean =>
  source.length === 1 &&
  cue.length === 1 &&
  /^(?:cited|cites|quoted|quotes)$/.test(annotated.tokens.text[cue[0].first]) &&
  annotated.tokens.text[source[0].first] === 'which' &&
  content.every(c => !holdsFinite(annotated, c))

/** “citing” or “quoting” with the noun phrase that it brings in, where that is somebody or something that can speak. */
interface Citation {
  readonly verb: number
  readonly phrase: TokenRange
}

const readCitation = (annotated: AnnotatedDocument, verb: number, sentence: TokenRange): Citation | null => {
  const { text, lower, start, end } = annotated.tokens
  const form = lower[verb]
  if (form !== 'citing' && form !== 'quoting') return null
  const first = text[verb + 1] === 'from' ? verb + 2 : verb + 1
  const last = phraseEnd(annotated, first, sentence.last)
  if (last <= first) return null
  const phrase = range(first, last)
  // citing a broker it did not name
  let bare = first + 1
  while (bare < last && !(annotated.tokens.tag[bare] === 'PRP' && /^NN/.test(annotated.tokens.tag[bare - 1]))) bare++
  return [last, bare].some(to => classifyMention(annotated, { start: start[first], end: end[to - 1] }).kind !== 'unknown')
    ? { verb, phrase }
    : null
}

/** The reporting verb that a citation hangs on: its head in the parse, or the nearest one in the sentence. */
const carryingVerb = (annotated: AnnotatedDocument, verb: number, sentence: TokenRange): number => {
  const { head, tag, lemma } = annotated.tokens
  for (let t = head[verb], k = 0; t >= sentence.first && t < sentence.last && k < 3; t = head[t], k++)
    if (/^VB/.test(tag[t]) && sayingVerbs.has(lemma[t])) return t
  for (let d = 1; d < 25; d++)
    for (const t of [verb - d, verb + d])
      if (t >= sentence.first && t < sentence.last && isPast(annotated, t) && sayingVerbs.has(lemma[t])) return t
  return -1
}

/** A finite verb, or what was taken for something else beside an aside: “Kestrel, citing a document, reported”, “the paper reports, citing a document”. */
const isPast = ({ tokens: { tag, text } }: AnnotatedDocument, t: number): boolean =>
  /^VB[DZP]$/.test(tag[t]) ||
  (tag[t] === 'VBN' && text[t - 1] === ',') ||
  (tag[t] === 'NNS' && text[t + 1] === ',' && /^(?:reports|claims|notes|states)$/.test(text[t]) && /^NN/.test(tag[t - 1]))

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
  // The ferry may have been sold, Radio Meridian reported, citing two officials.
  let subject = carrier
  while (subject > sentence.first && /^(?:DT|NN|JJ|CD|POS)/.test(tag[subject - 1])) subject--
  if (subject === carrier || text[subject - 1] !== ',') return null
  const clause = range(sentence.first, subject - 1)
  const hasVerb = tag.slice(clause.first, clause.last).some(x => /^(?:VB[DZP]|MD)$/.test(x))
  return hasVerb && clause.last - clause.first > 3 ? clause : null
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
  let kept = drafts.filter(draft => !isCitedInTurn(annotated, draft))
  for (let i = 0; i < view.length; i++) {
    const verb = view.token[i]
    const sentence = sentenceAt(annotated, verb)
    if (
      /^(?:cited|quoted)$/.test(annotated.tokens.text[verb]) &&
      annotated.tokens.text[verb + 1] === 'by' &&
      (annotated.tokens.text[verb - 1] === ',' || kept.some(d => d.source.some(s => s.last === verb)))
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
      let content = other.content.flatMap(c => (overlaps(c, whole) ? cutOut(c, whole) : [c]))
      // The website Dockwatch, quoting unnamed sources, reported …
      const isOutlet = (c: TokenRange): boolean =>
        verb - c.last <= 1 && c.last <= verb && c.last - c.first < 8 && !holdsFinite(annotated, c)
      if (content.length > 1) content = content.filter(c => !isOutlet(c))
      if (content.length === 0) {
        const clause = hasCarrier(other) ? reportedClause(annotated, citation, carrier, sentence) : null
        if (!clause || overlaps(clause, whole)) continue
        content = [clause]
      }
      kept = kept.filter(d => d === other || (!isCiting(d) && (d.cue.length === 0 || !d.cue.some(c => overlaps(c, whole)))))
      other.source = [phrase]
      other.cue = [...other.cue, range(verb, verb + 1)]
      other.content = content
      other.by += ', citing'
      other.sourceProbability = Math.max(other.sourceProbability, readSource)
      other.sourceLink = Math.max(other.sourceLink, readSource)
      other.contentProbability = Math.max(other.contentProbability, readSource)
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

/** The quoting verb to the left of “as saying”, with only a noun phrase or “by” and one between; -1 where there is none. */
const quotingVerb = (annotated: AnnotatedDocument, as: number, first: number): number => {
  const { tag, lemma, text } = annotated.tokens
  for (let t = as - 1; t >= first && t > as - 30; t--) {
    if (/^VB/.test(tag[t]) && /^(?:quote|cite|report|describe)$/.test(lemma[t])) return t
    if (/^VB[DZP]$|^MD$/.test(tag[t]) && !/^(?:who|which|that)$/.test(text[t - 1])) return -1
  }
  return -1
}

/**
 * The al-Dahna channel quoted an unnamed source as saying on Tuesday that the corridor would open.        → an unnamed source: quoted … as saying
 * Amir Sole was quoted by Radio Meridian as saying that the bridge was safe.        → Amir Sole: was quoted … as saying
 * What the tagger made two attributions of, or none, becomes one.
 */
export const mergeQuotedAs = (annotated: AnnotatedDocument, view: View, drafts: readonly Draft[]): Draft[] => {
  const { text, tag, lemma } = annotated.tokens
  let kept = [...drafts]
  const limit = view.length === 0 ? 0 : view.token[view.length - 1] + 1
  for (let i = 0; i + 2 < view.length; i++) {
    const as = view.token[i]
    if (text[as] !== 'as' || tag[as + 1] !== 'VBG' || !sayingVerbs.has(lemma[as + 1])) continue
    const sentence = sentenceAt(annotated, as)
    const verb = quotingVerb(annotated, as, Math.max(sentence.first, view.token[0]))
    if (verb < 0) continue
    const passive = tag[verb] === 'VBN' && (text[verb + 1] === 'by' || verb + 1 === as)
    const subject = passive ? findSubject(annotated, as + 1) : null
    const quoted = subject && subject.range.last <= verb ? subject.range : findPassiveSubject(annotated, verb)
    const source = passive ? quoted : range(verb + 1, as)
    if (!source || source.last <= source.first) continue
    const core = range(verb, as + 2)
    const inside = (d: Draft): boolean => d.cue.some(c => overlaps(c, core))
    // Ana Lund said the report cites two engineers as saying …: found again within what she said.
    if (kept.some(d => !inside(d) && d.cue.some(c => c.last <= verb) && d.content.some(c => c.first < verb && c.last > as + 2))) continue
    const told = kept.filter(inside).flatMap(d => d.content.filter(c => c.first >= as + 2))
    let first = as + 2
    while (
      first < limit &&
      (text[first] === 'that' || /^(?:IN|NNP|RB|CD|,)$/.test(tag[first])) &&
      text[first - 1] !== 'that' &&
      first < as + 7
    )
      first++
    const last = Math.min(limit, sentence.last) - (tag[Math.min(limit, sentence.last) - 1] === '.' ? 1 : 0)
    const content =
      told.length > 0
        ? told
        : text[first - 1] === 'that' || tag[as + 2] !== 'IN'
          ? [range(text[first - 1] === 'that' ? first : as + 2, last)]
          : []
    // “We have no plans to close,” a spokesman was cited by the Packet as saying.
    const before = range(Math.max(sentence.first, view.token[0]), source.first - (text[source.first - 1] === ',' ? 1 : 0))
    const empty = content.length === 0 || content[0].last - content[0].first < 2
    if (empty && passive && before.last - before.first > 2) content.splice(0, content.length, before)
    else if (empty) continue
    const end = content.length - 1
    const tail = range(content[end].last, Math.max(content[end].last, last))
    if (content[end].last <= last && !kept.some(d => !inside(d) && sharedTokens([...d.source, ...d.cue, ...d.content], [tail]) > 0))
      content[end] = range(content[end].first, last)
    kept = kept.filter(d => !inside(d))
    for (const d of kept) d.content = d.content.filter(c => sharedTokens([c], content) === 0)
    kept = kept.filter(d => d.content.length > 0)
    let from = verb
    while (passive && from > sentence.first && /^(?:VB|RB|MD)/.test(tag[from - 1])) from--
    kept.push(draftOf('quoted as saying', [source], [range(from, verb + 1), range(as, as + 2)], content))
  }
  return kept
}
