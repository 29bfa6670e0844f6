import { pronounForms } from '../lexicon/en/pronouns.ts'
import { namingVerbs, thinkingVerbs, utteringVerbs } from '../lexicon/en/uttering-verbs.ts'
import { classifyMention } from '../mention/index.ts'
import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import { candidateLevel } from './candidates.ts'
import { finite } from './clause-words.ts'
import { type Draft, range } from './draft.ts'
import { isClause, mendSpeech } from './second-speaker.ts'
import type { CueLevels } from './view.ts'

/** Within speech a word is one of saying where it is more likely that than not. */
const surely = 6

/** “wants to say”, “refused to tell”: what follows has not been said. */
const unwilling = /^(?:want|like|hate|prefer|plan|seek|refuse|decline|fail|need|intend|wish|choose|agree|decide|dare|attempt)$/

const holds = ({ first, last }: TokenRange, test: (token: number) => boolean): boolean => {
  for (let t = first; t < last; t++) if (test(t)) return true
  return false
}

/** The word of saying of a cue: its last verb that surely is one, else its last noun; -1 for none. */
const wordOfSaying = ({ tokens }: AnnotatedDocument, { cue }: Draft, { here, usual }: CueLevels): number => {
  let noun = -1
  let verb = -1
  for (const { first, last } of cue)
    for (let t = first; t < last; t++) {
      const uttered = utteringVerbs.has(tokens.lemma[t])
      const sure =
        here[t] > surely ||
        (here[t] === surely && (uttered || usual[t] >= surely)) ||
        (uttered && here[t] >= candidateLevel && (usual[t] > surely || tokens.text[t + 1] === 'that'))
      const from = /^(?:learn|hear)$/.test(tokens.lemma[t]) && tokens.text[t + 1] === 'from' && here[t] >= candidateLevel
      if (!sure && !from) continue
      if (/^VB/.test(tokens.tag[t])) verb = t
      else if (/^NN/.test(tokens.tag[t])) noun = t
    }
  return verb >= 0 ? verb : noun
}

/** The words of help before a verb: “had never”, “would not”, “is trying to”. */
const firstHelper = ({ tokens }: AnnotatedDocument, verb: number): number => {
  let first = verb
  while (first > 0 && verb - first < 6 && /^(?:VB|MD|RB|TO)/.test(tokens.tag[first - 1])) first--
  return first
}

/** Whether a verb before the source lets or makes it do something: “by having the ministry claim”. */
const isMadeTo = ({ tokens }: Pick<AnnotatedDocument, 'tokens'>, { first }: TokenRange): boolean =>
  holds(range(Math.max(0, first - 3), first), t => /^(?:let|make|have|help|see|hear|watch)$/.test(tokens.lemma[t]))

/** Whether a plural noun stands right before a verb, and nothing lets or makes it say so; taggers often take its verb for a bare one. */
const isPluralSubject = ({ tokens }: AnnotatedDocument, source: TokenRange | undefined, verb: number): boolean =>
  source !== undefined && source.last === verb && holds(source, t => /^NNP?S$/.test(tokens.tag[t])) && !isMadeTo({ tokens }, source)

/**
 * Words that nobody has said, but might, or will:
 *   she thought that voters would see it as a trick
 *   the lawyers need to show that he knew
 *   “Tell me what you are going to do”
 *   nobody would mind if he said that the well was dry
 * and not “Nan would say, ‘Sit down’”, “he'd asked them to go” or “who used to say that it was deep”.
 */
const isImagined = (annotated: AnnotatedDocument, draft: Draft, verb: number): boolean => {
  const { tokens, quotations } = annotated
  const { tag, text, lemma, quotation } = tokens
  const first = firstHelper(annotated, verb)
  const isQuoted = draft.content.some(c => quotation[c.first] >= 0 && quotations[quotation[c.first]].first === c.first)
  for (let t = first; t < verb; t++) {
    const past = text[t] === "'d" && /^VB[DN]$/.test(tag[verb])
    if (tag[t] === 'MD' && !past && !(isQuoted && /^(?:would|'d)$/.test(text[t]))) return true
    if (unwilling.test(lemma[t])) return true
  }
  if (draft.cue.some(c => holds(c, t => tag[t] === 'MD' && t < first))) return true
  const [source] = draft.source
  if (source && /^(?:why|what|whether|if|unless)$/i.test(text[source.first - 1] ?? '')) return true
  if (!/^VBP?$/.test(tag[verb])) return false
  if (tag[verb] === 'VBP') return source !== undefined && source.last === verb && isMadeTo(annotated, source)
  const helped = holds(range(first, verb), t => tag[t] === 'TO' || lemma[t] === 'do' || tag[t] === 'MD')
  if (!helped) return !isPluralSubject(annotated, source, verb)
  return tag[first] === 'TO' && source !== undefined && source.last === first
}

/** Whether a piece of the content is a clause, is quoted, or tells what somebody is to do. A noun has a clause with “that”. */
const saysSomething = ({ tokens, quotations }: AnnotatedDocument, { content, cue }: Draft, word: number): boolean => {
  const { tag, text, quotation, lemma } = tokens
  const inside = quotation[cue[0].first]
  const opens = (t: number): boolean => quotation[t] >= 0 && quotation[t] !== inside && quotations[quotation[t]].first === t
  if (/^NN/.test(tag[word])) return content.some(({ first }) => text[first - 1] === 'that')
  const end = cue[cue.length - 1].last - 1
  const placed = tag[end] === 'IN' && !/^(?:by|that)$/.test(text[end])
  // the council had argued over the plan
  const isMatter = (piece: TokenRange): boolean =>
    (piece.first === end + 2 && /^(?:over|about)$/.test(text[piece.first - 1])) ||
    (piece.first === end + 1 && /^(?:over|about|with|against|of|for|into|from|between)$/.test(text[piece.first]))
  return content.some(
    piece =>
      text[piece.first - 1] === 'that' ||
      text[piece.first] === 'that' ||
      (namingVerbs.has(lemma[word]) && piece.first <= word + 2 && piece.last - piece.first > 2) ||
      holds(
        piece,
        t => (!placed && !isMatter(piece) && finite.test(tag[t])) || opens(t) || (tag[t] === 'TO' && /^(?:VB|RB)/.test(tag[t + 1] ?? '')),
      ),
  )
}

const nobodyInParticular = /^(?:nobody|anyone|anybody|no-one|none|whoever|this|that|these|those|which|what|there)$/

/**
 * Whoever speaks of their own mind says nothing at second hand, and who asks what “you” think neither:
 *   “I think the bridge is safe,” she said
 *   “We found that the well was dry,” the study's author said
 *   He said he hoped to be back by May
 * but “I told them the paddle was rotten”, and “You said so yourself”, are speech within speech.
 */
const isOwnMind = (annotated: AnnotatedDocument, draft: Draft, verb: number, parent: Draft): boolean => {
  const { text, lower, tag, lemma, quotation } = annotated.tokens
  const [source] = draft.source
  if (!source || source.last - source.first > 2 || (tag[source.first] === 'PRP$' && source.last - source.first > 1)) return false
  const form = pronounForms.get(lower[source.first])
  if (!form) return false
  const uttered = utteringVerbs.has(lemma[verb])
  if (form.person < 3) {
    const helpers = range(firstHelper(annotated, verb), verb + 1)
    const past = holds(helpers, t => /^VB[DN]$/.test(tag[t]))
    return !uttered || !past
  }
  if (uttered) return false
  const opens = parent.content.some(c => source.first - c.first <= (text[c.first] === 'that' ? 1 : 0) && source.first >= c.first)
  return opens && quotation[source.first] === quotation[parent.cue[0]?.first ?? source.first]
}

/**
 * The clause has a gap where the content would be: what is said stands before it, and is no speech within speech.
 *   she was drunk, something a caller also told the desk before dawn
 */
const isGap = ({ tokens, quotations }: AnnotatedDocument, { content, source }: Draft, verb: number): boolean => {
  const { relation, head, quotation, text } = tokens
  if (relation[verb] !== 'acl:relcl' || source.some(s => /^(?:who|which|that)$/.test(text[s.first]))) return false
  return content.every(
    piece =>
      !(quotation[piece.first] >= 0 && quotations[quotation[piece.first]].first === piece.first) &&
      text[piece.first - 1] !== 'that' &&
      !holds(piece, t => head[t] === verb && /^(?:ccomp|xcomp|parataxis)$/.test(relation[t])),
  )
}

/** Whether a clause, or a quotation, begins where the content after the verb does: a noun phrase and its verb come at once. */
const beginsClause = ({ tokens, quotations }: AnnotatedDocument, { content }: Draft, verb: number): boolean => {
  const { tag, text, quotation } = tokens
  const piece = content.find(c => c.first > verb)
  if (!piece) return true
  const { first, last } = piece
  if (text[first - 1] === 'that' || text[first] === 'that' || /^W/.test(tag[first])) return true
  if (quotation[first] >= 0 && quotations[quotation[first]].first === first) return true
  for (let t = first; t < Math.min(last, first + 6); t++) {
    if (/^(?:IN|TO|,)$/.test(tag[t])) return false
    if (finite.test(tag[t])) return true
  }
  return false
}

/**
 * A participle or gerund that only looks like a word of saying:
 *   the city cheated by adding voters from the next valley
 *   the indictment of two Russians accused of breaking in
 *   when it announced the plan in May, it had caused fear
 */
const isMereDoing = (annotated: AnnotatedDocument, draft: Draft, verb: number): boolean => {
  const { tag, text, lemma, relation } = annotated.tokens
  const [source] = draft.source
  const gerund = tag[verb] === 'VBG' && /^(?:about|of|without|by|for|before|after|to)$/.test(text[verb - 1])
  if (gerund || lemma[verb] === 'add') return !beginsClause(annotated, draft, verb)
  if (/^VB[DN]$/.test(tag[verb]) && relation[verb] === 'acl' && /^(?:of|with|for)$/.test(text[verb + 1])) return true
  return (
    source !== undefined &&
    /^(?:when|once|after|before|since)$/i.test(text[source.first - 1] ?? '') &&
    !beginsClause(annotated, draft, verb)
  )
}

/**
 * Who is done something to for what the doer says has not said it:
 *   The state sued the council, saying it had hidden the file        → not the council
 */
const isObject = ({ tokens }: AnnotatedDocument, { source }: Draft, verb: number, parent: Draft): boolean => {
  const { tag, relation, head } = tokens
  if (tag[verb] !== 'VBG' || relation[verb] === 'acl') return false
  return source.some(s =>
    holds(s, t => /^(?:dobj|nmod)$/.test(relation[t]) && parent.cue.some(c => c.first <= head[t] && head[t] < c.last)),
  )
}

/** Whether the source can say something: people, bodies, documents; any other only with a verb of uttering. */
const canSpeak = (annotated: AnnotatedDocument, { source }: Draft, verb: number): boolean => {
  const { lower, start, end, lemma, tag } = annotated.tokens
  return source.every(({ first, last }) => {
    const word = lower[first]
    if (last - first === 1 && nobodyInParticular.test(word)) return false
    if (isClause(annotated, { first, last })) return false
    const mention = classifyMention(annotated, { start: start[first], end: end[last - 1] })
    if (mention.kind !== 'unknown' || mention.isPronoun || /^who$/i.test(word)) return true
    return utteringVerbs.has(lemma[verb]) && /^VB/.test(tag[verb])
  })
}

/**
 * Whether what was found in somebody's words is somebody else's, or the speaker's from another time. The tagger learned from outermost attributions, and takes
 * many a verb within them for one of saying.
 *   he said NATO had “never been more together”        → “had” is none
 *   The filing said that the files show that he knew.        → the files show
 */
export const isSecondHand = (annotated: AnnotatedDocument, draft: Draft, parent: Draft, levels: CueLevels, within: TokenRange): boolean => {
  const verb = wordOfSaying(annotated, draft, levels)
  if (verb < 0) return false
  const lemma = annotated.tokens.lemma[verb]
  const named = /^NN/.test(annotated.tokens.tag[verb])
  if (!named && !utteringVerbs.has(lemma) && !thinkingVerbs.has(lemma)) return false
  mendSpeech(annotated, draft, verb, within)
  return (
    draft.content.length > 0 &&
    saysSomething(annotated, draft, verb) &&
    !isImagined(annotated, draft, verb) &&
    !isOwnMind(annotated, draft, verb, parent) &&
    !isGap(annotated, draft, verb) &&
    !isMereDoing(annotated, draft, verb) &&
    !isObject(annotated, draft, verb, parent) &&
    canSpeak(annotated, draft, verb)
  )
}
