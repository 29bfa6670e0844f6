import { doubtingAdverbs } from '../lexicon/en/doubting-adverbs.ts'
import { sayingVerbs } from '../lexicon/en/saying-verbs.ts'
import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import { cueVerb, holdsFinite, startsQuoted } from './clause-words.ts'
import { toldClause } from './clauses.ts'
import { cutOut, type Draft, overlaps, range, sizeOf } from './draft.ts'
import { cutForeignClause } from './foreign-clause.ts'
import { dropCarrier, dropForm, dropOccasion } from './occasions.ts'
import { passParticiple, widenReduced } from './reduced.ts'
import { sentenceAt } from './sentences.ts'
import { findSubject } from './subjects.ts'

const addressees = /^(?:tell|remind|inform|assure|warn|notify|advise|convince|persuade)$/
const passedOn = /^(?:say|believe|think|report|understand|rumour|rumor|allege|know|expect|suppose|claim|estimate)$/

/**
 * Radio Meridian quoted unnamed port officials as saying the ferry had been sold.        → unnamed port officials: quoted … as saying: the ferry had been sold
 */
const splitQuotedAs = (annotated: AnnotatedDocument, draft: Draft): void => {
  const { text, lemma, tag } = annotated.tokens
  const cue = draft.cue.at(-1)
  const content = draft.content[0]
  if (!cue || !content || content.first < cue.last) return
  if (!/^(?:quote|cite|describe|report)$/.test(lemma[cueVerb(annotated, draft)])) return
  const end = Math.min(content.last, content.first + 30)
  for (let t = content.first; t < end - 2; t++) {
    if (text[t] !== 'as' || tag[t + 1] !== 'VBG' || !sayingVerbs.has(lemma[t + 1])) continue
    if (t > content.first) draft.source = [range(content.first, t)]
    draft.cue.push(range(t, t + 2))
    draft.content = [range(t + 2, content.last), ...draft.content.slice(1)]
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
  for (let t = content.first; t < Math.min(content.last - 3, content.first + 9); t++) {
    if (/^VB|^MD$|^TO$/.test(tag[t]) || /^[,"]$/.test(text[t])) return
    if (text[t] === 'that' && t > content.first && (tag[t] === 'IN' || tag[t] === 'DT' || tag[t] === 'WDT')) {
      draft.content[0] = range(t + 1, content.last)
      return
    }
  }
}

/**
 * The clerk had told the Gazette the tender drew nine bids.        → the content begins after “the Gazette”, “had” is the cue's
 */
const partHearer = (annotated: AnnotatedDocument, draft: Draft): void => {
  const { lemma, tag } = annotated.tokens
  const [cue] = draft.cue
  const [source] = draft.source
  if (!cue) return
  const at = draft.content.findIndex(c => c.first === cue.last)
  const content = draft.content[at]
  if (source && source.last === cue.first && source.last - source.first > 1 && /^VB[DZP]$|^MD$/.test(tag[source.last - 1])) {
    draft.source[0] = range(source.first, source.last - 1)
    draft.cue[0] = range(cue.first - 1, cue.last)
  }
  if (!content || !addressees.test(lemma[cue.last - 1])) return
  const told = toldClause(annotated, cue.last - 1, sentenceAt(annotated, cue.first))
  if (told && told.first > content.first && told.first < content.last - 2) draft.content[at] = range(told.first, content.last)
}

/**
 * The minister reportedly owns three villas.        → nobody: reportedly: owns three villas
 * It is believed that the ring was sold.        → nobody: is believed: the ring was sold
 * Shopkeepers are said to be less sentimental.        → nobody: are said: Shopkeepers … to be less sentimental
 */
const dropSubject = (annotated: AnnotatedDocument, draft: Draft): void => {
  const { text, lower, lemma, tag } = annotated.tokens
  if (draft.cue.length !== 1) return
  const { first, last } = draft.cue[0]
  const source = draft.source[0]
  const verb = last - 1
  if (source && last - first === 1 && doubtingAdverbs.has(lower[first])) {
    if (source.last > first) return
    draft.source = []
    draft.by += ', nobody given'
    return
  }
  if (tag[verb] !== 'VBN' || !passedOn.test(lemma[verb])) return
  const expletive = (r: TokenRange): boolean => r.last - r.first === 1 && lower[r.first] === 'it' && r.last <= first
  if (text[verb + 1] === 'that' && [...draft.source, ...draft.content].some(expletive)) {
    draft.source = draft.source.filter(r => !expletive(r))
    draft.content = draft.content.filter(r => !expletive(r))
    draft.by += ', nobody given'
    return
  }
  if (!source) return
  const passive = Array.from({ length: verb - first }, (_, k) => lemma[first + k]).includes('be')
  const content = draft.content[0]
  if (!passive || !content || text[content.first] !== 'to' || source.last > first) return
  draft.content = [source, ...draft.content]
  draft.source = []
  draft.by += ', nobody given'
}

/**
 * Speaking to Canal Noreste from his bed, the jockey said the rail had been moved.        → only the clause after “said” is content
 * Two officials, speaking because they were worried, said the talks had collapsed.        → nothing between source and cue is
 * “It is not about crates,” one of them, who was not permitted to speak, said.        → the relative clause is none
 * Hana Petrov described the scene. “The doors were locked. Nobody had a key.”        → only the quotation is
 */
const dropSideline = (annotated: AnnotatedDocument, draft: Draft): void => {
  const { tag, quotation, text } = annotated.tokens
  if (draft.content.length < 2 || draft.cue.length === 0) return
  const cue = draft.cue[0]
  const isQuoted = (c: TokenRange): boolean => quotation[c.first] >= 0 && annotated.quotations[quotation[c.first]].first === c.first
  const source = draft.source[0]
  const main = draft.content.filter((c, k) => {
    const relative = /^W(?:P|DT|RB)/.test(tag[c.first]) && !isQuoted(c)
    if (source && c.first >= source.last && c.last <= cue.first && !isQuoted(c)) return false
    if (k > 0 && !isQuoted(c) && text[c.first - 1] === '--' && c.first >= cue.last && isQuoted(draft.content[0])) return false
    if (relative && k > 0 && c.first >= cue.last && draft.content[0].last <= cue.first) return false
    if (c.last <= cue.first && tag[c.first] === 'VBG' && c.first === sentenceAt(annotated, c.first).first) return false
    const elsewhere = draft.content.some(
      o => o !== c && isQuoted(o) && o.last - o.first > 6 && sentenceAt(annotated, o.first) !== sentenceAt(annotated, cue.first),
    )
    if (elsewhere && !isQuoted(c) && c.first >= cue.last && c.last - c.first <= 8) {
      for (let t = c.first; t < c.last; t++) if (/^VB[DZP]|^MD|^VBN/.test(tag[t]) || text[t] === 'to') return true
      return false
    }
    return true
  })
  if (main.length > 0) draft.content = main
}

/** How sure a source read off the parse is: set by hand, not fitted. */
const parsedSource = 0.8

/**
 * Gives a cue without a source the one that the parse shows, and takes that one out of the content.
 *   Giving evidence, Corporal Wanjala told the court …        → Corporal Wanjala, not “Giving evidence”
 *   Pavol Ruzik was quoted as saying by the Herald …        → Pavol Ruzik; the Herald is for the chain
 */
const completeSource = (annotated: AnnotatedDocument, draft: Draft, within: TokenRange): void => {
  const { lemma, tag, text } = annotated.tokens
  if (draft.cue.length === 0 || draft.by.includes('nobody')) return
  const verb = cueVerb(annotated, draft)
  const quoted = draft.cue.some(c =>
    Array.from({ length: c.last - c.first }, (_, k) => c.first + k).some(t => tag[t] === 'VBN' && /^(?:quote|cite)$/.test(lemma[t])),
  )
  const [source0] = draft.source
  const participle = source0 !== undefined && tag[source0.first] === 'VBG' && source0.first === sentenceAt(annotated, verb).first
  const clause = source0 !== undefined && source0.last <= verb && tag[verb] === 'VBG' && hasOwnVerb(annotated, source0)
  const aside = participle || clause
  // Aircraft dropped leaflets over the town, urging residents to stay indoors.
  const mayCarry = source0 !== undefined && source0.last < verb && tag[verb] === 'VBG' && annotated.tokens.relation[verb] === 'advcl'
  if (draft.source.length > 0 && !quoted && !aside && !mayCarry) return
  const subject = findSubject(annotated, verb, within)
  if (mayCarry && !quoted && !aside && subject?.by !== 'modified noun') return
  if (!subject || (quoted && subject.by === 'agent') || subject.range.first < within.first || subject.range.last > within.last) return
  if (draft.cue.some(c => overlaps(c, subject.range))) return
  const before = draft.content.find(
    c => overlaps(c, subject.range) && c.last <= draft.cue[0].first && draft.cue[0].first - c.last <= 2 && !startsQuoted(annotated, c),
  )
  // Two officials, speaking on condition of anonymity because they were not authorised to discuss the matter, said …
  const long = before !== undefined && before.first === subject.range.first && before.last - subject.range.last > longest
  const source = before && !long ? range(before.first + (text[before.first] === 'that' ? 1 : 0), before.last) : subject.range
  const left = draft.content.flatMap(c => (c === before ? [] : overlaps(c, source) ? cutOut(c, source) : [c]))
  // said stewardess Tamsin Broome
  const titled = left.find(
    c => c.last === source.first && c.first === draft.cue[0].last && c.last - c.first < 4 && !holdsFinite(annotated, c),
  )
  const rest = left.length > 1 ? left.filter(c => c !== titled) : left
  if (rest.length === 0 || (!long && sizeOf(rest) < sizeOf(draft.content) / 4)) return
  draft.source = [titled && left.length > 1 ? range(titled.first, source.last) : source]
  draft.content = rest
  draft.by += `, ${subject.by}`
  draft.sourceProbability = parsedSource
  draft.sourceLink = parsedSource
}

/** Whether a source holds a finite verb that no relative pronoun brings in: it is then a clause, no noun phrase. */
const hasOwnVerb = ({ tokens }: AnnotatedDocument, { first, last }: TokenRange): boolean => {
  for (let t = first + 1; t < last; t++)
    if (/^VB[DZP]$/.test(tokens.tag[t]) && !/^(?:who|which|that)$/.test(tokens.text[t - 1])) return true
  return false
}

/**
 * The Orley Bugle was told by a councillor that the baths had been sold.        → who was told is no content
 */
const dropHearer = (annotated: AnnotatedDocument, draft: Draft): void => {
  const { lemma, tag } = annotated.tokens
  if (draft.cue.length === 0 || draft.content.length < 2) return
  const verb = cueVerb(annotated, draft)
  if (tag[verb] !== 'VBN' || !addressees.test(lemma[verb])) return
  const first = draft.content[0]
  if (first.last <= draft.cue[0].first && first.last - first.first <= 12) draft.content = draft.content.slice(1)
}

/** No more words than these behind a subject's noun phrase still belong to it. */
const longest = 8

/**
 * According to the prosecution's file, Marek Dufour told a cellmate …        → the source ends before the comma, the clause takes its subject back
 */
const releaseSubject = (annotated: AnnotatedDocument, draft: Draft): void => {
  const { text, head, relation } = annotated.tokens
  const source = draft.source[0]
  if (draft.source.length !== 1 || draft.cue.length === 0 || source.first < draft.cue[0].last) return
  for (let t = source.first + 1; t < source.last - 1; t++) {
    if (text[t] !== ',') continue
    for (let k = t + 1; k < source.last; k++) {
      if (!/^nsubj/.test(relation[k]) || (head[k] >= source.first && head[k] < source.last)) continue
      draft.source = [range(source.first, t)]
      const next = draft.content.findIndex(c => c.first >= source.last && c.first - source.last <= 3)
      if (next >= 0) draft.content[next] = range(t + 1, draft.content[next].last)
      return
    }
  }
}

/**
 * According to federal data, 70 percent of the children are poor.        → federal data; the content begins after the comma
 */
const splitAccording = (annotated: AnnotatedDocument, draft: Draft): void => {
  const { text, lower } = annotated.tokens
  const cue = draft.cue[0]
  const at = draft.content.findIndex(c => cue && c.first >= cue.last && c.first <= cue.last + 1)
  if (!cue || at < 0 || lower[cue.first] !== 'according') return
  const content = draft.content[at]
  const first = text[content.first] === 'to' ? content.first + 1 : content.first
  if (text[first - 1] !== 'to') return
  let comma = first
  while (comma < content.last && text[comma] !== ',') comma++
  if (comma === first || content.last - comma < 4 || comma - first > 25) return
  draft.source = [range(first, comma)]
  draft.cue = [range(cue.first, first)]
  draft.content = draft.content.map((c, k) => (k === at ? range(comma + 1, c.last) : c))
}

/** Brings drafts into the form that the public format asks for where it differs from the corpus that the tagger learned from. */
export const applyFrames = (
  annotated: AnnotatedDocument,
  drafts: readonly Draft[],
  within: TokenRange,
  isCue: (token: number) => boolean,
): void => {
  for (const draft of drafts) {
    passParticiple(annotated, draft, isCue)
    splitQuotedAs(annotated, draft)
    splitAccording(annotated, draft)
    releaseSubject(annotated, draft)
    dropCarrier(annotated, draft)
    dropAddressee(annotated, draft)
    dropSubject(annotated, draft)
    completeSource(annotated, draft, within)
    widenReduced(annotated, draft, within)
    partHearer(annotated, draft)
    dropForm(annotated, draft)
    dropHearer(annotated, draft)
    dropSideline(annotated, draft)
    dropOccasion(annotated, draft)
    cutForeignClause(annotated, draft, isCue)
  }
}
