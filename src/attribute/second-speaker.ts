import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import { finite } from './clause-words.ts'
import { cutOut, type Draft, overlaps, range } from './draft.ts'
import { findSubject } from './subjects.ts'

/** Whether a noun phrase holds a verb of its own that no relative pronoun brings in: it is then a clause. */
export const isClause = ({ tokens }: AnnotatedDocument, { first, last }: TokenRange): boolean => {
  let relative = false
  for (let t = first; t < last; t++) {
    if (/^W/.test(tokens.tag[t]) || (tokens.text[t] === 'that' && t > first)) relative = true
    if (t > first && finite.test(tokens.tag[t]) && !relative && !(t === last - 1 && tokens.tag[t] === 'VBZ')) return true
  }
  const open = tokens.text.slice(first, last).filter(x => x === '(').length - tokens.text.slice(first, last).filter(x => x === ')').length
  return (
    open !== 0 ||
    (/^(?:CC|IN|RB|TO)$/.test(tokens.tag[last - 1]) && tokens.text[last - 1] !== 'else') ||
    tokens.text[last - 1] === 'that' ||
    (/^(?:W(?:P|DT|RB)\$?|VBG?|IN)$/.test(tokens.tag[first]) && last - first > 1)
  )
}

const objectPronoun = /^(?:me|him|us|them)$/i

/** The noun phrase that a run of words begins with, where its verb shares the subject: “First the office rang and” said. */
const firstPhrase = ({ tokens }: AnnotatedDocument, { first, last }: TokenRange): TokenRange | null => {
  const { tag } = tokens
  let from = first
  while (from < last && /^(?:CC|RB|,)$/.test(tag[from])) from++
  let to = from
  while (to < last && /^(?:DT|NN|JJ|CD|PRP|POS)/.test(tag[to])) to++
  return to > from && /^(?:NN|PRP$)/.test(tag[to - 1]) && to < last && finite.test(tag[to]) && tag[last - 1] === 'CC'
    ? range(from, to)
    : null
}

/** The noun phrase before a relative clause that ends in a pronoun: “the surveyor who was with” me. */
const beforeRelative = ({ tokens }: AnnotatedDocument, pronoun: number, least: number): TokenRange | null => {
  const { tag, text } = tokens
  let who = pronoun
  while (who > least && pronoun - who < 6 && !/^(?:who|that)$/.test(text[who])) who--
  let first = who
  while (first > least && who - first < 8 && /^(?:DT|NN|JJ|CD|PRP\$|POS)/.test(tag[first - 1])) first--
  return who < pronoun && first < who ? range(first, pronoun + 1) : null
}

/**
 * Gives speech the subject of its verb, where the source that the tagger found is more or less than a noun phrase:
 *   “First the weather office rang and said it would hold”        → the weather office
 *   “The surveyor who was with me said, ‘Don't look up’”        → The surveyor who was with me
 *   “My father used to say a list is a grave”        → My father
 */
const giveSubject = (annotated: AnnotatedDocument, draft: Draft, verb: number, within: TokenRange): void => {
  const { text, tag } = annotated.tokens
  const [source] = draft.source
  const [cue] = draft.cue
  if (!source) {
    const found = findSubject(annotated, verb, within)
    if (found === null || found.range.last > verb || isClause(annotated, found.range)) return
    const others = draft.content.flatMap(c => cutOut(c, found.range))
    if (others.length === 0 || draft.cue.some(c => overlaps(c, found.range))) return
    draft.source = [found.range]
    draft.content = others
    return
  }
  if (draft.source.length > 1 || source.last > verb) return
  if (source.last === cue.first && /^(?:PRP\$|POS)$/.test(tag[source.last - 1])) {
    let noun = cue.first
    while (noun < verb && /^(?:NN|JJ)/.test(tag[noun])) noun++
    if (noun < verb) {
      draft.source = [range(source.first, noun)]
      draft.cue = [range(noun, cue.last), ...draft.cue.slice(1)]
    }
    return
  }
  const object = objectPronoun.test(text[source.first]) && source.last - source.first === 1
  if (!object && !isClause(annotated, source)) return
  const own = object ? beforeRelative(annotated, source.first, within.first) : firstPhrase(annotated, source)
  const parsed = own || object ? null : findSubject(annotated, verb, within)
  const subject = own ?? (parsed && !isClause(annotated, parsed.range) ? parsed.range : null)
  if (!subject || subject.first < within.first || draft.cue.some(c => overlaps(c, subject))) return
  const rest = draft.content.flatMap(c => cutOut(c, subject))
  if (rest.length === 0) return
  draft.source = [subject]
  draft.content = rest
}

/**
 * Who is learned from has said it, not who learned it:
 *   it had learned from press reports that its own pilot had sold the boat        → press reports
 */
const giveTeller = ({ tokens }: AnnotatedDocument, draft: Draft): boolean => {
  for (const [k, { first, last }] of draft.cue.entries())
    for (let t = first; t + 2 < last; t++) {
      if (!/^(?:learn|hear)$/.test(tokens.lemma[t]) || tokens.text[t + 1] !== 'from') continue
      draft.source = [range(t + 2, last)]
      draft.cue[k] = range(first, t + 2)
      return true
    }
  return false
}

/**
 * Where it was said, and the “that” after it, are no content:
 *   the clerk concluded in a study last year that the dyke was hollow        → the dyke was hollow
 */
const dropPlace = ({ tokens }: AnnotatedDocument, draft: Draft): void => {
  const { tag, text } = tokens
  const [cue] = draft.cue
  const [piece] = draft.content
  if (draft.cue.length !== 1 || draft.content.length !== 1 || piece.first !== cue.last || !/^(?:in|on|at|during)$/.test(text[cue.last - 1]))
    return
  for (let t = piece.first + 1; t < Math.min(piece.last - 3, piece.first + 8); t++) {
    if (/^[,;:"]$/.test(text[t]) || /^(?:VB[DPZ]|MD|CC)$/.test(tag[t])) return
    if (text[t] !== 'that') continue
    draft.content = [range(t + 1, piece.last)]
    return
  }
}

/**
 * What stands before the source and its verb is said only where a comma or marks part them:
 *   the charges that he blamed on his deputy
 *   the offer it made last week
 */
const keepParted = ({ tokens, quotations }: AnnotatedDocument, draft: Draft): void => {
  const { text, quotation } = tokens
  const told = Math.min(...[...draft.source, ...draft.cue].map(r => r.first))
  const isQuoted = (t: number): boolean => quotation[t] >= 0 && quotations[quotation[t]].last - 1 === t
  const end = Math.max(...draft.cue.map(c => c.last))
  const follows = draft.content.some(c => c.first >= end && c.first - end < 2)
  draft.content = draft.content.filter(
    ({ first, last }) =>
      last > told ||
      isQuoted(last - 1) ||
      (!(follows && quotation[first] === quotation[told]) && (/^(?:,|--|;)$/.test(text[last]) || /^(?:[,.?!]|--)$/.test(text[last - 1]))),
  )
}

/**
 * A whole quotation after the verb is all that is said; what the speaker goes on to tell is not:
 *   “He said, ‘There is no lifeboat,’ and then he went below”        → ‘There is no lifeboat,’
 *   “My sergeant said to me, ‘Nobody is coming,’ and he was right”        → ‘Nobody is coming,’
 */
const keepQuotation = ({ tokens, quotations }: AnnotatedDocument, draft: Draft): void => {
  const { quotation, text, tag } = tokens
  const [cue] = draft.cue
  const [piece] = draft.content
  if (draft.content.length !== 1 || draft.cue.length !== 1 || piece.first < cue.last || piece.first - cue.last > 1) return
  let open = piece.first
  while (open < piece.last && open - piece.first < 5 && /^(?:TO|PRP|,|:)$/.test(tag[open])) open++
  const q = quotations[quotation[open]]
  if (q === undefined || q.first !== open || !q.closed || q.last > piece.last) return
  const whole = /^[,.?!]$/.test(text[q.last - 2]) && (q.last === piece.last || /^(?:CC|,|--)$/.test(tag[q.last]))
  if (whole) draft.content = [range(q.first, q.last)]
}

/** “Somebody else said”: the word belongs to who says it. */
const giveElse = ({ tokens }: AnnotatedDocument, draft: Draft): void => {
  const [source] = draft.source
  const [cue] = draft.cue
  if (!source || !cue || source.last !== cue.first || cue.last - cue.first < 2 || tokens.text[cue.first] !== 'else') return
  draft.source = [range(source.first, cue.first + 1)]
  draft.cue = [range(cue.first + 1, cue.last), ...draft.cue.slice(1)]
}

/** Sets right who speaks within speech, and what, where `verb` is the word of saying. */
export const mendSpeech = (annotated: AnnotatedDocument, draft: Draft, verb: number, within: TokenRange): void => {
  if (!giveTeller(annotated, draft)) giveSubject(annotated, draft, verb, within)
  giveElse(annotated, draft)
  dropPlace(annotated, draft)
  keepParted(annotated, draft)
  keepQuotation(annotated, draft)
  draft.source = draft.source.map(s =>
    /^(?:once|then|first|later)$/i.test(annotated.tokens.text[s.first]) && s.last - s.first > 1 ? range(s.first + 1, s.last) : s,
  )
}
