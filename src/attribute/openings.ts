import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import { finite } from './clause-words.ts'
import { toldClause } from './clauses.ts'
import { type Draft, draftOf, range, sharedTokens, sizeOf } from './draft.ts'
import { isStating } from './endings.ts'
import { sentenceIndexAt } from './sentences.ts'
import type { View } from './view.ts'

const longestSource = 24
const shortestClaim = 3

const inPhrase = /^(?:DT|PDT|NN|NNS|NNP|NNPS|JJ|JJR|JJS|CD|POS|PRP|PRP\$|VBN|VBG|FW|RB|IN|TO|CC|,|\$)$/
const opensPhrase = /^(?:DT|PDT|NN|NNS|NNP|NNPS|JJ|JJR|JJS|CD|PRP|PRP\$)$/
const addressing = /^(?:tell|inform|assure|remind|warn)$/
/** A plural that is a verb where a clause follows: “The ship's log records that”. */
const pluralVerb = /^(?:records|shows|notes|states|reports|claims|documents|details)$/

const some = ({ first, last }: TokenRange, test: (token: number) => boolean): boolean => {
  for (let t = first; t < last; t++) if (test(t)) return true
  return false
}

/** The clause after a verb of saying: after “that”, or one that begins at once with a noun phrase. */
const clauseAfter = (annotated: AnnotatedDocument, verb: number, last: number): TokenRange | null => {
  const { tag, text, lemma, quotation } = annotated.tokens
  if (addressing.test(lemma[verb])) return toldClause(annotated, verb, range(verb, last + 1))
  let first = verb + 1
  if (text[first] === 'that') first++
  else if (!opensPhrase.test(tag[first]) && !/^(?:EX|VBG)$/.test(tag[first])) return null
  for (let t = first; t < last; t++) {
    if (/^[;:"]$|^--$/.test(text[t]) || quotation[t] !== quotation[verb]) return null
    if (t > first && finite.test(tag[t])) return last - first >= shortestClaim ? range(first, last) : null
  }
  return null
}

/** Who speaks, with which verb, and what, in a sentence that begins with its speaker; null where it does not. */
const readOpening = (annotated: AnnotatedDocument, view: View, from: number, sentence: TokenRange): Draft | null => {
  const { tag, lower, text, quotation } = annotated.tokens
  let { first, last } = sentence
  if (tag[first] === 'CC') first++
  while (last > first && tag[last - 1] === '.') last--
  if (!opensPhrase.test(tag[first])) return null
  for (let i = from + (first - sentence.first) + 1; i < view.length && view.token[i] < Math.min(last, first + longestSource); i++) {
    const t = view.token[i]
    if (quotation[t] !== quotation[first]) return null
    const plural = tag[t] === 'NNS' && pluralVerb.test(lower[t]) && text[t + 1] === 'that' && tag[t - 1] === 'NN'
    if (!finite.test(tag[t]) && !plural) {
      if (!inPhrase.test(tag[t]) || /^(?:that|because|if|when|while|although|whether)$/.test(lower[t])) return null
      continue
    }
    if (tag[t] === 'MD' || !(plural || isStating(annotated, view, i))) return null
    const source = range(first, text[t - 1] === ',' ? t - 1 : t)
    if (!some(source, k => /^(?:NN|PRP$|CD)/.test(tag[k]))) return null
    const claim = clauseAfter(annotated, t, last)
    return claim && draftOf('beginning of the sentence', [source], [range(t, t + 1)], [claim])
  }
  return null
}

/**
 * Sentences that begin with who says so, where nothing was found of it.
 *   A statement issued by the palace on Tuesday said the swans were well.        → A statement issued by the palace on Tuesday: said: the swans were well
 *   The ship's log records that the engines stopped.        → The ship's log: records: the engines stopped
 */
export const draftOpenings = (annotated: AnnotatedDocument, view: View, taken: readonly Draft[]): Draft[] => {
  const added: Draft[] = []
  let before = -1
  for (let i = 0; i < view.length; i++) {
    const at = sentenceIndexAt(annotated, view.token[i])
    if (at === before) continue
    before = at
    const { last } = annotated.sentences[at]
    const opening = readOpening(annotated, view, i, range(view.token[i], Math.min(last, view.token[view.length - 1] + 1)))
    if (!opening) continue
    const told = [...opening.source, ...opening.cue]
    const all = [...told, ...opening.content]
    const parts = (d: Draft): TokenRange[] => [...d.source, ...d.cue, ...d.content]
    if (taken.some(d => sharedTokens(parts(d), told) > 0)) continue
    if (taken.some(d => sharedTokens(parts(d), all) > 0 && sharedTokens(parts(d), opening.content) < sizeOf(parts(d)))) continue
    added.push(opening)
  }
  return added
}

/** The token after an aside between two commas or dashes that begins at `first`; `first` itself where there is none. */
const skipAside = ({ tokens }: AnnotatedDocument, first: number, limit: number): number => {
  const mark = tokens.text[first]
  if (!/^(?:,|-|--)$/.test(mark)) return first
  for (let t = first + 1; t < Math.min(limit, first + longestAside); t++) if (tokens.text[t] === mark) return t + 1
  return first
}

const longestAside = 16

/**
 * Lets what is said reach to its sentence's end where only the subject of its clause was found.
 *   Freya Monck doubts that the slope will survive another winter.        → the slope will survive another winter
 *   The mayor said the tunnel - which she calls “a hole” - makes no sense.        → the tunnel - which she calls “a hole” - makes no sense
 */
export const completeClauses = (annotated: AnnotatedDocument, drafts: readonly Draft[], within: TokenRange): readonly Draft[] => {
  const { tag, text, quotation } = annotated.tokens
  const asides = new Set<Draft>()
  for (const draft of drafts) {
    const [piece] = draft.content
    const cue = draft.cue.at(-1)
    if (draft.content.length !== 1 || !cue || piece.first < cue.last || piece.first - cue.last > 1 || piece.last - piece.first > 12)
      continue
    if (draft.source.some(s => s.first >= piece.last)) continue
    const verb = skipAside(annotated, piece.last, annotated.sentences[sentenceIndexAt(annotated, cue.first)].last)
    if (!finite.test(tag[verb] ?? '') || quotation[verb] !== quotation[cue.first] || some(piece, t => finite.test(tag[t]))) continue
    if (!/^(?:NN|PRP)/.test(tag[piece.last - 1]) || some(piece, t => quotation[t] !== quotation[cue.first])) continue
    let last = Math.min(annotated.sentences[sentenceIndexAt(annotated, cue.first)].last, within.last)
    while (last > piece.last && tag[last - 1] === '.') last--
    for (let t = verb; t < last; t++) if (/^[;:"]$|^--$/.test(text[t])) last = t
    const rest = [range(verb, last)]
    const parts = (d: Draft): TokenRange[] => [...d.source, ...d.cue, ...d.content]
    // what the aside says is found again within the claim
    const inAside = drafts.filter(d => parts(d).every(r => r.first >= piece.last) && parts(d).some(r => r.first < verb))
    if (drafts.some(d => d !== draft && !inAside.includes(d) && sharedTokens(parts(d), rest) > 0)) continue
    for (const d of inAside) asides.add(d)
    draft.content = [range(piece.first, last)]
    draft.by += ', completed'
  }
  return drafts.filter(draft => !asides.has(draft))
}
