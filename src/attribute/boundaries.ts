import { timeNouns } from '../lexicon/en/time-nouns.ts'
import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import type { Draft } from './draft.ts'

/** Whether a quotation begins with the mark at `t`. */
const opens = ({ tokens, quotations }: AnnotatedDocument, t: number): boolean => {
  const q = quotations[tokens.quotation[t]]
  return q !== undefined && q.first === t && q.mark !== 'block'
}

/** The quotation whose marks are exactly the ends of a range; -1 where there is none. */
export const quotationOf = (annotated: AnnotatedDocument, range: TokenRange): number => {
  for (let q = annotated.tokens.quotation[range.first]; q >= 0; q = annotated.quotations[q].parent) {
    const { first, last } = annotated.quotations[q]
    if (first === range.first && last === range.last) return q
    if (first < range.first) return -1
  }
  return -1
}

const saidOnly = /^(?:it|he|she|they|we|i|that|there)$/i
const weekday = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i

/**
 * The ministry said last night it had closed the tunnel.        → the content begins with “it”
 * The mayor said late on Monday that she would stay.        → with “she”
 */
const skipTime = ({ tokens }: AnnotatedDocument, { first, last }: TokenRange): number => {
  const { text, lower } = tokens
  let at = first
  while (at < last && /^(?:earlier|late|early|later|on|also)$/i.test(text[at])) at++
  if (/^(?:last|this|the)$/i.test(text[at]) && timeNouns.has(lower[at + 1] ?? '')) at += 2
  else if (weekday.test(text[at]) || /^(?:yesterday|today)$/i.test(text[at])) at++
  else return first
  while (at < last && /^(?:morning|afternoon|evening|night)$/i.test(text[at])) at++
  return at < last - 2 && saidOnly.test(text[at]) ? at : first
}

const edge = /^(?:[,;:.?!()[\]]|--|-|\.\.\.)$/

/** “that” before the clause is the cue's, a comma or stop outside the marks is the sentence's, the marks around a piece are its own. */
const trimContent = (annotated: AnnotatedDocument, range: TokenRange): TokenRange | null => {
  const { text, lower, tag, quotation } = annotated.tokens
  const { quotations } = annotated
  let { first, last } = range
  const closes = (t: number): boolean => quotation[t] >= 0 && quotations[quotation[t]].closed && quotations[quotation[t]].last === t + 1
  while (first < last && edge.test(text[first]) && text[first] !== '...' && !opens(annotated, first) && text[first] !== '(') first++
  if (first < last - 1 && lower[first] === 'that' && (tag[first] !== 'DT' || !/^(?:NN|JJ|VB|MD|CD)/.test(tag[first + 1]))) {
    first++
    // … said that, like him, she had been booed
    while (first < last - 1 && text[first] === ',') first++
  }
  while (last > first && edge.test(text[last - 1]) && text[last - 1] !== ')' && text[last - 1] !== '?' && text[last - 1] !== '!') {
    const inQuotation = quotation[last - 1] >= 0 && quotation[last - 1] === quotation[first]
    if (inQuotation && text[last - 1] !== ':') break
    last--
  }
  while (last - first > 2 && tag[last - 1] === 'CC') last--
  if (first >= last) return null
  if (first > 0 && opens(annotated, first - 1) && !opens(annotated, first)) {
    const q = quotations[quotation[first - 1]]
    if (q.closed ? q.last === last + 1 || q.last === last : q.last <= last) return { first: q.first, last: Math.max(last, q.last) }
  }
  if (opens(annotated, first)) {
    const q = quotations[quotation[first]]
    if (q.closed && q.last === last + 1) return { first, last: q.last }
    if (q.closed && q.last > last + 1 && q.last <= last + 2 && edge.test(text[last])) return { first, last: q.last }
  }
  if (last < text.length && closes(last)) {
    const q = quotations[quotation[last]]
    if (q.first >= first) return { first, last: last + 1 }
  }
  return { first, last }
}

const mark = /^["']$/

/** Marks at the ends go, but those that are paired within: “the hacker known as ‘Merle’”. */
const trimEdges = (annotated: AnnotatedDocument, range: TokenRange): TokenRange | null => {
  const { text } = annotated.tokens
  let { first, last } = range
  const isPaired = (t: number): boolean => {
    let others = 0
    for (let i = first; i < last; i++) if (i !== t && text[i] === text[t]) others++
    return others % 2 === 1
  }
  while (first < last && /^(?:[,;:"']|--)$/.test(text[first]) && !(mark.test(text[first]) && isPaired(first))) first++
  while (first < last && /^(?:[;:"']|--)$/.test(text[last - 1]) && !(mark.test(text[last - 1]) && isPaired(last - 1))) last--
  return first < last ? { first, last } : null
}

/**
 * Over the last two days reports …        → reports
 * In [recent weeks posters] …        → posters
 */
const dropTime = (annotated: AnnotatedDocument, range: TokenRange): TokenRange => {
  const { tag, lemma, lower, text } = annotated.tokens
  const follows = range.first > 0 && tag[range.first - 1] === 'IN' && /^(?:in|over|for|during|at|after|since)$/.test(lower[range.first - 1])
  if (tag[range.first] !== 'IN' && tag[range.first] !== 'RB' && !follows) return range
  let first = range.first
  if (tag[first] === 'RB' && text[first + 1] === ',') first += 2
  for (let t = range.last - 2; t > range.first; t--) {
    if (!timeNouns.has(lemma[t])) continue
    if (follows && (/^(?:POS|IN|CC|,)$/.test(tag[t + 1]) || tag.slice(range.first, t).some(x => !/^(?:DT|JJ|CD)$/.test(x)))) return range
    first = t + 1
    break
  }
  while (first < range.last - 1 && text[first] === ',') first++
  return { first, last: range.last }
}

const partOfDay = /^(?:yesterday|today|tonight|morning|afternoon|evening|night)$/
const beforeTime = /^(?:on|in|at|late|early|earlier|last|this|that|the|past)$/

/**
 * … the reports said Tuesday        → said
 * … he wrote late last week        → wrote
 */
const dropTimeBehind = ({ tokens }: AnnotatedDocument, range: TokenRange): TokenRange => {
  const { lower } = tokens
  let last = range.last
  while (last > range.first + 1 && (weekday.test(lower[last - 1]) || partOfDay.test(lower[last - 1]))) last--
  if (last === range.last && timeNouns.has(lower[last - 1]) && beforeTime.test(lower[last - 2])) last--
  if (last === range.last) return range
  while (last > range.first + 1 && beforeTime.test(lower[last - 1])) last--
  return { first: range.first, last }
}

const present = <T>(x: T | null): x is T => x !== null

/** Sets the boundaries of source, cue and content as the public format has them. */
export const setBoundaries = (annotated: AnnotatedDocument, draft: Draft): void => {
  const told = draft.cue.at(-1)?.last
  draft.content = draft.content.map(r => (r.first === told ? { first: skipTime(annotated, r), last: r.last } : r))
  if (draft.by !== 'transcript') draft.content = draft.content.map(r => trimContent(annotated, r)).filter(present)
  draft.source = draft.source.map(r => trimEdges(annotated, dropTime(annotated, r))).filter(present)
  draft.cue = draft.cue.map(r => trimEdges(annotated, dropTimeBehind(annotated, r))).filter(present)
}

/** Direct where every piece is a quotation, indirect where no piece holds a mark of its own, mixed otherwise. A turn in a transcript is direct. */
export const kindOf = (annotated: AnnotatedDocument, draft: Draft): 'direct' | 'indirect' | 'mixed' => {
  if (draft.by === 'transcript') return 'direct'
  let whole = 0
  let marked = 0
  for (const piece of draft.content) {
    const q = annotated.tokens.quotation[piece.first]
    if (quotationOf(annotated, piece) >= 0 || (q >= 0 && annotated.quotations[q].mark === 'block' && !draft.parent)) {
      whole++
      continue
    }
    for (let t = piece.first; t < piece.last; t++)
      if (opens(annotated, t)) {
        marked++
        break
      }
  }
  return whole === draft.content.length ? 'direct' : whole + marked > 0 ? 'mixed' : 'indirect'
}
