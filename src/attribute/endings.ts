import { documentNouns } from '../lexicon/en/document-nouns.ts'
import { thinkingVerbs, utteringVerbs } from '../lexicon/en/uttering-verbs.ts'
import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import { finite } from './clause-words.ts'
import { type Draft, draftOf, range, sharedTokens, sizeOf } from './draft.ts'
import { sentenceIndexAt } from './sentences.ts'
import type { View } from './view.ts'

/** The level of words that are cues more often than not. */
const surely = 6
const longestSource = 18
const shortestClaim = 4

const inPhrase = /^(?:DT|PDT|NN|NNS|NNP|NNPS|JJ|JJR|JJS|CD|POS|PRP|PRP\$|VBN|VBG|FW|RB|\$)$/
const preposition = /^(?:of|for|from|in|at|with|by|to|on|near|close|inside|within|behind|and|&)$/
const subordinate = /^(?:when|while|as|after|before|if|because|although|though|since|until|once|unless|that|whether)$/

/** Whether a verb is one by which a sentence's speaker, or a document, says something. */
export const isStating = (annotated: AnnotatedDocument, view: View, i: number): boolean => {
  const t = view.token[i]
  const { lemma: lemmas, tag } = annotated.tokens
  const lemma = lemmas[t]
  // …, a Meridex poll found.
  const closes = tag[t] === 'VBN' && tag[t + 1] === '.' && documentNouns.has(lemmas[t - 1])
  return (closes || Math.max(view.level[i], view.usualLevel[i]) >= surely) && (utteringVerbs.has(lemma) || thinkingVerbs.has(lemma))
}

const some = ({ first, last }: TokenRange, test: (token: number) => boolean): boolean => {
  for (let t = first; t < last; t++) if (test(t)) return true
  return false
}

/** Where the noun phrase begins that ends before a verb and has a comma before it; -1 where there is none. */
const phraseStart = ({ tokens }: AnnotatedDocument, verb: number, least: number): number => {
  const { tag, text, lower, name } = tokens
  const isInside = (t: number): boolean => name[t] >= 0 || inPhrase.test(tag[t]) || preposition.test(lower[t])
  let first = verb
  while (first > least && verb - first < longestSource && isInside(first - 1)) first--
  if (first === verb || text[first - 1] !== ',' || preposition.test(lower[first]) || subordinate.test(lower[first])) return -1
  return some(range(first, verb), t => /^(?:NN|PRP$|CD)/.test(tag[t])) ? first : -1
}

/** Whether what follows the verb says nothing more: whom it was said to, when, in what form, or an aside after a comma. */
const endsThere = ({ tokens }: AnnotatedDocument, verb: number, last: number): boolean => {
  const { tag, text } = tokens
  for (let t = verb + 1; t < last; t++) {
    if (finite.test(tag[t]) || tag[t] === 'TO' || /^(?:that|whether|if|:|;|"|--)$/.test(text[t]))
      return tag[t] === 'TO' && !/^VB/.test(tag[t + 1])
    if (text[t] === ',')
      return /^(?:VBG|WP|WDT|CC)$/.test(tag[t + 1]) || !some(range(t + 1, last), k => finite.test(tag[k]) || text[k] === '"')
  }
  return true
}

const readEnding = (annotated: AnnotatedDocument, verb: number, sentence: TokenRange): Draft | null => {
  const { tag, lower, text, quotation } = annotated.tokens
  if (!finite.test(tag[verb]) && !(tag[verb] === 'VBN' && tag[verb + 1] === '.')) return null
  let { first, last } = sentence
  while (last > verb && tag[last - 1] === '.') last--
  const start = phraseStart(annotated, verb, first + shortestClaim)
  if (start < 0 || !endsThere(annotated, verb, last)) return null
  if (tag[first] === 'CC') first++
  const claim = range(first, start - 1)
  if (sizeOf([claim]) < shortestClaim || quotation[first] !== quotation[verb] || quotation[start - 1] !== quotation[verb]) return null
  if (!some(claim, t => finite.test(tag[t])) || some(claim, t => /^(?:"|:|;)$/.test(text[t]))) return null
  if (subordinate.test(lower[first]) && !some(claim, t => text[t] === ',')) return null
  return draftOf('end of the sentence', [range(start, verb)], [range(verb, verb + 1)], [claim])
}

const partsOf = (draft: Draft): TokenRange[] => [...draft.source, ...draft.cue, ...draft.content]

/**
 * Gives a sentence that ends with who says so its claim: all before the comma.
 *   The aircraft was seized in May, court papers show.        → court papers: show: The aircraft was seized in May
 *   Up to 400 homes were without power, the utility Brightgrid said.        → the utility Brightgrid: said: Up to 400 homes were without power
 *   The engineer is under arrest, two people told Kestrel, asking not to be named.        → two people: told: The engineer is under arrest
 * What was found within the claim is left to be found there again.
 */
export const applyEndings = (annotated: AnnotatedDocument, view: View, drafts: readonly Draft[]): Draft[] => {
  let kept = [...drafts]
  for (let i = 0; i < view.length; i++) {
    if (!isStating(annotated, view, i)) continue
    const verb = view.token[i]
    const { first, last } = annotated.sentences[sentenceIndexAt(annotated, verb)]
    const sentence = range(Math.max(first, view.token[0]), Math.min(last, view.token[view.length - 1] + 1))
    const ending = readEnding(annotated, verb, sentence)
    if (!ending) continue
    const told = [...ending.source, ...ending.cue]
    const own = kept.find(d => d.cue.some(c => c.first <= verb && verb < c.last))
    const size = sizeOf(ending.content)
    if (own && own.source.length > 0 && 3 * sharedTokens(own.content, ending.content) >= 2 * size && sharedTokens(own.content, told) === 0)
      continue
    const whole = [range(sentence.first, verb + 1)]
    if (
      kept.some(
        d => d !== own && sharedTokens(d.content, [range(verb, verb + 1)]) > 0 && sharedTokens(partsOf(d), whole) < sizeOf(partsOf(d)),
      )
    )
      continue
    kept = kept.filter(d => d !== own && sharedTokens(partsOf(d), whole) === 0)
    kept.push(ending)
  }
  return kept
}
