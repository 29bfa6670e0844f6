import { utteringVerbs } from '../lexicon/en/uttering-verbs.ts'
import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import { candidateLevel } from './candidates.ts'
import { type Draft, draftOf, range, sharedTokens } from './draft.ts'
import { sentenceAt } from './sentences.ts'
import { findSubject } from './subjects.ts'
import type { View } from './view.ts'

/** The level of words that are cues more often than not. */
const surely = 6

const finite = /^(?:VB[DPZ]|MD)$/
const addressing = /^(?:tell|ask|order|urge|warn|advise|instruct|beg|inform|assure|remind|promise|notify)$/
const objects = /^(?:me|him|her|us|them|you)$/
const subjects = /^(?:i|he|she|it|we|they|you|there)$/i

/** The noun phrase that ends before token `end`; adverbials between it and the verb are left out: “Strand at first” claimed, “an official there” replied. */
const phraseBefore = ({ tokens }: AnnotatedDocument, end: number, least: number): TokenRange | null => {
  const { tag, text } = tokens
  let last = end
  while (last > least && (/^RB/.test(tag[last - 1]) || (tag[last - 1] === 'EX' && last - 1 > least)) && text[last - 1] !== 'else') last--
  for (let t = last - 1; t > least && last - t < 4; t--)
    if (/^(?:at|in|on|by|since)$/.test(text[t]) && /^NNP?S?$/.test(tag[t - 1])) {
      last = t
      break
    }
  let first = last
  while (first > least && last - first < 10 && (/^(?:DT|PDT|PRP|CD|JJ|NN|POS)/.test(tag[first - 1]) || text[first - 1] === 'else')) first--
  const head = tag.slice(first, last).some(x => /^(?:NN|PRP$)/.test(x)) || (last - first > 1 && tag[first] === 'DT')
  return head ? range(first, last) : null
}

/** The end of a noun phrase that begins at `first`. */
const phraseEnd = ({ tokens }: AnnotatedDocument, first: number, limit: number): number => {
  let t = first
  while (t < limit && /^(?:DT|PRP\$|CD|JJ|NN|POS)/.test(tokens.tag[t]) && !(t > first && /^(?:DT|PRP\$)$/.test(tokens.tag[t]))) t++
  return t
}

/** What is said after a verb and those it is said to: a quotation, a clause, or what they are to do. */
const contentAfter = (annotated: AnnotatedDocument, verb: number, from: number, limit: number, told: boolean): TokenRange | null => {
  const { tag, text, quotation } = annotated.tokens
  let at = from
  const mark = /^[,:]$/.test(text[at]) ? at + 1 : at
  const q = mark < limit ? quotation[mark] : -1
  if (q >= 0 && q !== quotation[verb] && annotated.quotations[q].first === mark)
    return range(mark, Math.min(annotated.quotations[q].last, limit))
  let last = limit
  while (last > at && (tag[last - 1] === '.' || /^[,"']$/.test(text[last - 1]))) last--
  for (let t = at; t < last; t++) if (/^[;:"]$|^--$/.test(text[t])) last = t
  if (told && text[at] === 'to' && /^VB/.test(tag[at + 1] ?? '')) return last - at >= 3 ? range(at, last) : null
  const that = text[at] === 'that'
  if (that) at++
  else if (!subjects.test(text[at])) return null
  for (let t = at + 1; t < last && (that || t < at + 3); t++) if (finite.test(tag[t])) return last - at >= 3 ? range(at, last) : null
  return null
}

/**
 * Speech within speech that the tagger, which learned from outermost attributions, left alone: a verb of uttering with its subject and what is said.
 *   “They told us to sweep harder,” she said.        → They: told: to sweep harder
 *   He said he had been told by two officers that Kolar had written it.        → two officers: been told by: Kolar had written it
 *   He said it had learned from media reports that the envoy had gone.        → media reports: had learned from: the envoy had gone
 *   He said that an official there replied: “Paint it.”        → an official: replied: “Paint it.”
 *   She told the radio that newspapers close to the party were reporting that the strike would end.        → newspapers …: reporting: the strike would end
 *   According to the file, Strand at first claimed he had never seen it.        → Strand: claimed: he had never seen it
 */
export const draftUtterances = (annotated: AnnotatedDocument, view: View, taken: readonly Draft[]): Draft[] => {
  const { tag, text, lemma, quotation } = annotated.tokens
  const added: Draft[] = []
  if (view.length === 0) return added
  const within = range(view.token[0], view.token[view.length - 1] + 1)
  for (let i = 1; i < view.length - 2; i++) {
    const verb = view.token[i]
    const learned = /^(?:learn|hear)$/.test(lemma[verb]) && text[verb + 1] === 'from'
    const sure = view.level[i] >= surely || (view.usualLevel[i] > surely && view.level[i] >= candidateLevel)
    const goesOn = tag[verb] === 'VBG' && lemma[verb - 1] === 'be' && text[verb + 1] === 'that' && view.level[i] > candidateLevel
    const used = tag[verb] === 'VB' && text[verb - 1] === 'to' && text[verb - 2] === 'used'
    if (!(sure || goesOn || used || (learned && view.level[i] >= candidateLevel)) || !(/^VB[DZPN]$/.test(tag[verb]) || goesOn || used))
      continue
    if (!learned && !utteringVerbs.has(lemma[verb])) continue
    const sentence = sentenceAt(annotated, verb)
    const least = Math.max(sentence.first, within.first)
    const inner = quotation[verb] >= 0 ? annotated.quotations[quotation[verb]].last : within.last
    const limit = Math.min(quotation[verb] >= 0 ? inner : sentence.last, within.last)
    let first = verb
    if (used) first = verb - 2
    while (first > least && /^(?:VB[DZPN]|VB|MD|RB)$/.test(tag[first - 1]) && text[first - 1] !== 'else') first--
    while (first < verb && /^RB/.test(tag[first])) first++
    let passive = false
    for (let t = first; t < verb; t++) if (lemma[t] === 'be') passive = true
    let source: TokenRange | null
    let from = verb + 1
    const cue = [range(first, verb + 1)]
    if (learned) {
      from = verb + 2
      while (from < Math.min(limit, verb + 8) && text[from] !== 'that' && text[from] !== ',') from++
      source = text[from] === 'that' && from > verb + 2 ? range(verb + 2, from) : null
      cue[0] = range(first, verb + 2)
    } else if (passive) {
      if (text[verb + 1] !== 'by' || !addressing.test(lemma[verb])) continue
      from = phraseEnd(annotated, verb + 2, limit)
      source = from > verb + 2 ? range(verb + 2, from) : null
      cue[0] = range(first, verb + 2)
    } else {
      if (/^(?:RP)$/.test(tag[from])) from++
      if (text[from] === 'to' && objects.test(text[from + 1])) from += 2
      if (addressing.test(lemma[verb])) from = objects.test(text[from]) ? from + 1 : phraseEnd(annotated, from, limit)
      source = (goesOn ? findSubject(annotated, verb, within)?.range : null) ?? phraseBefore(annotated, first, least)
    }
    if (source === null) continue
    const content = contentAfter(annotated, verb, from, limit, addressing.test(lemma[verb]) && from > verb + 1)
    if (content === null) continue
    const all = [source, ...cue, content]
    if ([...taken, ...added].some(d => sharedTokens([...d.cue, ...d.content], all) > 0 || sharedTokens(d.source, cue) > 0)) continue
    added.push(draftOf('verb of uttering', [source], cue, [content]))
  }
  return added
}
