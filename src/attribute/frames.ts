import { citingForms } from '../lexicon/en/citing-verbs.ts'
import { doubtingAdverbs } from '../lexicon/en/doubting-adverbs.ts'
import { classifyMention } from '../mention/index.ts'
import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import { type Draft, sharedTokens } from './draft.ts'

const saying = /^(?:say|tell|state|write|add|warn|claim|insist|report|argue|predict|confirm|deny|suggest|describe|call|announce|declare|admit)$/
const addressees = /^(?:tell|remind|inform|assure|warn|notify|advise|convince|persuade)$/

const range = (first: number, last: number): TokenRange => ({ first, last })

/** The end of the noun phrase that begins at `first`: before a comma, a dash, a bracket, “that”, “as saying”, a finite verb, or `limit`. */
const phraseEnd = (annotated: AnnotatedDocument, first: number, limit: number): number => {
  const { text, tag, lemma } = annotated.tokens
  for (let t = first; t < limit; t++) {
    if (/^[,;:()"]$|^--$/.test(text[t])) return t
    if (text[t] === 'that' && tag[t] === 'IN') return t
    if (text[t] === 'as' && t + 1 < limit && saying.test(lemma[t + 1])) return t
    if (t > first && (tag[t] === 'VBD' || tag[t] === 'VBZ' || tag[t] === 'VBP' || tag[t] === 'MD') && !/^(?:who|which|that)$/.test(text[t - 1])) return t
    if (tag[t] === '.') return t
  }
  return limit
}

/**
 * Radio Meridian quoted unnamed port officials as saying the ferry had been sold.        → unnamed port officials: quoted … as saying: the ferry had been sold
 */
const splitQuotedAs = (annotated: AnnotatedDocument, draft: Draft): void => {
  const { text, lemma, tag } = annotated.tokens
  const cue = draft.cue.at(-1)
  const content = draft.content[0]
  if (!cue || !content || content.first < cue.last) return
  if (!Array.from({ length: cue.last - cue.first }, (_, k) => lemma[cue.first + k]).some(l => l === 'quote' || l === 'cite' || l === 'describe' || l === 'report')) return
  const end = Math.min(content.last, content.first + 30)
  for (let t = content.first; t < end - 2; t++) {
    if (text[t] !== 'as' || tag[t + 1] !== 'VBG' || !saying.test(lemma[t + 1])) continue
    if (t > content.first) draft.source = [range(content.first, t)]
    draft.cue.push(range(t, t + 2))
    const rest = range(t + 2, content.last)
    draft.content = [rest, ...draft.content.slice(1)]
    draft.by += ', quoted as saying'
    return
  }
}

/**
 * The judge reminded jurors that Hallam had been promised immunity.        → the content begins after “jurors that”
 */
const dropAddressee = (annotated: AnnotatedDocument, draft: Draft): void => {
  const { text, lemma, tag } = annotated.tokens
  const cue = draft.cue[0]
  const content = draft.content[0]
  if (!cue || !content || content.first !== cue.last || !addressees.test(lemma[cue.last - 1])) return
  for (let t = content.first; t < Math.min(content.last - 3, content.first + 7); t++) {
    if (/^VB|^MD$|^TO$/.test(tag[t]) || /^[,"]$/.test(text[t])) return
    if (text[t] === 'that' && t > content.first && (tag[t] === 'IN' || tag[t] === 'DT')) {
      draft.content[0] = range(t + 1, content.last)
      return
    }
  }
}

/**
 * The minister reportedly owns three villas.        → nobody: reportedly: owns three villas
 * Shopkeepers are said to be less sentimental.        → nobody: are said: Shopkeepers … to be less sentimental
 */
const dropSubject = (annotated: AnnotatedDocument, draft: Draft): void => {
  const { text, lemma, tag } = annotated.tokens
  if (draft.cue.length !== 1 || draft.source.length === 0) return
  const { first, last } = draft.cue[0]
  const source = draft.source[0]
  if (last - first === 1 && doubtingAdverbs.has(text[first].toLowerCase())) {
    if (source.last > first || /^by$/.test(text[source.first - 1] ?? '')) return
    draft.source = []
    draft.by += ', nobody given'
    return
  }
  const verb = last - 1
  if (tag[verb] !== 'VBN' || !/^(?:say|believe|think|report|understand|rumour|rumor|allege|know|expect|suppose|claim|estimate)$/.test(lemma[verb])) return
  const passive = Array.from({ length: verb - first }, (_, k) => lemma[first + k]).includes('be')
  const content = draft.content[0]
  if (!passive || !content || text[content.first] !== 'to' || source.last > first) return
  draft.content = [source, ...draft.content]
  draft.source = []
  draft.by += ', nobody given'
}

/** The first token of a sentence and the one after its last, for each token. */
const sentenceAt = (annotated: AnnotatedDocument, token: number): TokenRange => {
  let low = 0
  let high = annotated.sentences.length - 1
  while (low < high) {
    const mid = (low + high + 1) >> 1
    if (annotated.sentences[mid].first <= token) low = mid
    else high = mid - 1
  }
  return annotated.sentences[low]
}

/**
 * Nordwind reported on Monday, citing two people briefed on the talks, that the merger was off.        → two people briefed on the talks: reported … citing: the merger was off
 * Radio Lune, quoting hospital staff, reported that nobody was hurt.
 * The board met twice this week, the newspaper reports, quoting unnamed directors.
 * Makes one attribution of the outlet's and the cited one's: the cited are the source, the outlet is left to the chain.
 */
const mergeCitations = (annotated: AnnotatedDocument, drafts: Draft[]): Draft[] => {
  const { text, tag, lemma } = annotated.tokens
  const gone = new Set<Draft>()
  for (const citing of drafts) {
    const verb = citing.cue.at(-1)
    if (!verb || citing.cue.length !== 1) continue
    const at = verb.last - 1
    const form = text[at].toLowerCase()
    if (!(form === 'citing' || form === 'quoting') || !citingForms.has(form)) continue
    const sentence = sentenceAt(annotated, at)
    const end = phraseEnd(annotated, at + 1, sentence.last)
    if (end === at + 1) continue
    const phrase = range(at + 1, end)
    const { kind } = classifyMention(annotated, { start: annotated.tokens.start[phrase.first], end: annotated.tokens.end[phrase.last - 1] })
    if (kind === 'unknown') continue
    const other = drafts.find(d => d !== citing && !gone.has(d) && d.parent === citing.parent && d.cue.length > 0 && sentenceAt(annotated, d.cue[0].first) === sentence && sharedTokens(d.content, [verb]) === 0)
    if (other) {
      gone.add(citing)
      other.source = [phrase]
      other.cue = [...other.cue, verb]
      other.by += ', citing'
      other.content = other.content.flatMap(c => (sharedTokens([c], [phrase]) > 0 ? cutOut(c, range(verb.first, phrase.last)) : [c]))
      continue
    }
    const left = reportingVerbBefore(annotated, sentence.first, verb.first)
    if (left < 0) continue
    let from = end
    while (from < sentence.last && /^[,"]$/.test(text[from])) from++
    if (text[from] === 'that' && (tag[from] === 'IN' || tag[from] === 'WDT')) from++
    const last = sentence.last - (tag[sentence.last - 1] === '.' ? 1 : 0)
    const quoted = text[from - 1] === '"'
    if (last - from < 3 || lemma[from] === 'and') continue
    citing.content = [range(quoted ? from - 1 : from, last)]
    citing.source = [phrase]
    citing.cue = [range(left, left + 1), verb]
    citing.by += ', citing'
  }
  return drafts.filter(d => !gone.has(d))
}

const reportingVerbBefore = (annotated: AnnotatedDocument, first: number, before: number): number => {
  for (let t = before - 1; t >= first; t--) if (/^VB/.test(annotated.tokens.tag[t]) && saying.test(annotated.tokens.lemma[t])) return t
  return -1
}

const cutOut = (piece: TokenRange, hole: TokenRange): TokenRange[] =>
  [range(piece.first, Math.min(piece.last, hole.first)), range(Math.max(piece.first, hole.last), piece.last)].filter(r => r.last > r.first)

/** Brings drafts into the form that the public format asks for where it differs from the corpus that the tagger learned from. */
export const applyFrames = (annotated: AnnotatedDocument, drafts: Draft[]): Draft[] => {
  const merged = mergeCitations(annotated, drafts)
  for (const draft of merged) {
    splitQuotedAs(annotated, draft)
    dropAddressee(annotated, draft)
    dropSubject(annotated, draft)
  }
  return merged
}
