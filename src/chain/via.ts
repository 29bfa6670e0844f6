import { addressingVerbs } from '../lexicon/en/addressing-verbs.ts'
import { statementNouns } from '../lexicon/en/exchange-nouns.ts'
import type { AnnotatedDocument } from '../model/annotation.ts'
import type { Attribution } from '../model/attribution.ts'
import { findSentence, tokensOf } from './position.ts'

const OCCASION = new Set(['in', 'on', 'via', 'by'])
const WROTE = new Set(['write', 'tweet', 'post', 'blog', 'text'])
const SAID = new Set(['tell', 'say', 'quote', 'cite', 'be', 'have', 'accord', 'according', 'call', 'describe', 'state', 'put', 'carry'])

const PAST: ReadonlyMap<string, string> = new Map([
  ['see', 'seen'],
  ['get', 'obtained'],
  ['read', 'read'],
  ['run', 'run'],
  ['show', 'shown'],
  ['give', 'given'],
  ['send', 'sent'],
  ['broadcast', 'broadcast'],
  ['carry', 'carried'],
  ['say', 'said'],
  ['tell', 'told'],
  ['write', 'wrote'],
  ['find', 'found'],
  ['understand', 'understood'],
  ['make', 'made'],
  ['hear', 'heard'],
  ['leak', 'leaked'],
])

/** A verb's past participle, or its past tense. */
export const pastOf = (lemma: string): string =>
  PAST.get(lemma) ?? (lemma.endsWith('e') ? `${lemma}d` : /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${lemma}ed`)

/** How the origin passed it on: "in a statement", "wrote", "warned"; `plain` where the cue only says that it was said. */
export const tellVia = (annotated: AnnotatedDocument, attribution: Attribution, plain: 'said' | 'reported'): string => {
  const { tokens } = annotated
  const occasion = findOccasion(annotated, attribution)
  if (occasion !== null) return occasion
  for (const span of attribution.cue) {
    const { first, last } = tokensOf(annotated, span)
    for (let i = last - 1; i >= first; i--) {
      if (!tokens.tag[i].startsWith('VB')) continue
      const lemma = tokens.lemma[i]
      if (WROTE.has(lemma)) return 'wrote'
      if (SAID.has(lemma) || (addressingVerbs.has(lemma) && isPassive(annotated, first, i))) return plain
      const particle = tokens.tag[i + 1] === 'RP' && i + 1 < last ? ` ${tokens.lower[i + 1]}` : ''
      return `${tokens.lower[i]}${particle}`
    }
  }
  return plain
}

const NOUNS = new Set(['NN', 'NNS', 'NNP'])

/** The words from a preposition to its noun; whose interview it was is no part of them: "in a Radio Lune interview" is "in an interview". */
const nameOccasion = ({ tokens, document }: AnnotatedDocument, first: number, last: number): string => {
  const noun = tokens.lower[last]
  for (let i = first + 1; i < last; i++)
    if (tokens.name[i] >= 0 || tokens.tag[i] === 'POS')
      return `${tokens.lower[first]} ${tokens.tag[last] === 'NNS' ? '' : /^[aeiou]/.test(noun) ? 'an ' : 'a '}${noun}`
  return document.text.slice(tokens.start[first], tokens.end[last]).toLowerCase().replace(/\s+/g, ' ')
}

/** "in a statement", "in a post": the form in which the source spoke, near its cue and outside its content. */
const findOccasion = (annotated: AnnotatedDocument, attribution: Attribution): string | null => {
  const { tokens, sentences } = annotated
  const cue = attribution.cue[0]
  if (cue === undefined) return null
  const { first, last } = tokensOf(annotated, cue)
  const sentence = sentences[findSentence(annotated, first)]
  if (sentence === undefined) return null
  const from = Math.max(sentence.first, first - 25)
  const to = Math.min(sentence.last, last + 25)
  const content = attribution.content.map(span => tokensOf(annotated, span))
  const source = attribution.source.map(span => tokensOf(annotated, span))
  for (let i = from; i + 1 < to; i++) {
    if (tokens.tag[i] !== 'IN' || !OCCASION.has(tokens.lower[i])) continue
    if ([...content, ...source].some(range => range.first <= i && i < range.last)) continue
    for (let j = i + 1; j < Math.min(i + 5, to); j++) {
      if (!/^(DT|JJ|NN|NNS|NNP|VBN|PRP\$|CD|POS)$/.test(tokens.tag[j])) break
      const lemma = tokens.lemma[j]
      if (statementNouns.has(lemma) && tokens.name[j] < 0 && !NOUNS.has(tokens.tag[j + 1] ?? '')) return nameOccasion(annotated, i, j)
    }
  }
  return null
}

/** "was informed by" */
const isPassive = ({ tokens }: AnnotatedDocument, first: number, at: number): boolean => {
  for (let i = first; i < at; i++) if (tokens.lemma[i] === 'be') return true
  return false
}
