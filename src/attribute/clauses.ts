import { timeNouns } from '../lexicon/en/time-nouns.ts'
import { classifyMention } from '../mention/index.ts'
import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import type { CueLexicon } from './candidates.ts'
import { type Draft, draftOf, sharedTokens } from './draft.ts'
import { sentenceAt } from './sentences.ts'
import { findSubject, findSubtree } from './subjects.ts'
import type { View } from './view.ts'

/** From this level on a verb with a subject and a clause or a quotation is a cue even where the tagger missed it. */
const sureLevel = 4

const addressing = /^(?:tell|inform|assure|remind|warn)$/

/**
 * What follows the hearer, where no “that” tells them apart: a new noun phrase begins, and a finite verb comes.
 *   told him in February the ship would leave        → the ship would leave
 *   told the Gazette the department's consultation had drawn replies        → the department's consultation had drawn replies
 */
export const toldClause = (annotated: AnnotatedDocument, verb: number, sentence: TokenRange): TokenRange | null => {
  const { tag, text, lower } = annotated.tokens
  const opensPhrase = /^(?:DT|PRP\$?|EX|WP|WRB|WDT)$/
  let start = verb + 1
  if (/^(?:DT|PRP\$?)$/.test(tag[start])) start++
  if (tag[start - 1] !== 'PRP') {
    const head = start
    while (
      start < sentence.last &&
      /^(?:NN|JJ|CD|POS)/.test(tag[start]) &&
      !(start > head && tag[start - 1] === 'NNS' && /^NNPS?$/.test(tag[start]))
    )
      start++
    if (start === head && tag[verb + 1] !== 'PRP') return null
  }
  if (/^(?:in|on|at|last|this)$/.test(text[start]))
    for (let t = start + 1; t < Math.min(start + 4, sentence.last); t++)
      if (timeNouns.has(lower[t]) || (tag[t] === 'CD' && /^\d{4}$/.test(text[t]))) {
        start = t + 1
        break
      }
  if (text[start] === 'that') start++
  else if (!opensPhrase.test(tag[start]) && !/^NN/.test(tag[start])) return null
  let last = sentence.last
  if (tag[last - 1] === '.') last--
  for (let t = start + 1; t < last; t++) {
    if (/^[;:]$|^--$/.test(text[t])) return null
    if (/^VB[DZP]$|^MD$/.test(tag[t])) return last - start >= 3 ? { first: start, last } : null
  }
  return null
}

/**
 * An email warned colleagues: “One wet weekend and we are in the papers.”        → the quotation after the colon
 */
const colonQuotation = (annotated: AnnotatedDocument, verb: number, sentence: TokenRange): TokenRange | null => {
  const { text, tag, quotation } = annotated.tokens
  for (let t = verb + 1; t + 1 < sentence.last; t++) {
    if (/^VB[DZP]$/.test(tag[t]) || text[t] === '"') return null
    if (text[t] !== ':') continue
    const q = quotation[t + 1]
    if (q < 0 || annotated.quotations[q].first !== t + 1 || q === quotation[verb]) return null
    return { first: t + 1, last: annotated.quotations[q].last }
  }
  return null
}

/** The clause that a verb takes, or the one that it is put into as an aside; null where it has neither. */
const findClause = (annotated: AnnotatedDocument, verb: number, sentence: TokenRange): TokenRange | null => {
  const { head, relation, text, quotation } = annotated.tokens
  const { quotations } = annotated
  const next = verb + 1 < sentence.last && text[verb + 1] === ',' ? verb + 2 : verb + 1
  if (next < sentence.last && quotation[next] >= 0 && quotations[quotation[next]].first === next && quotation[verb] !== quotation[next]) {
    const { first, last } = quotations[quotation[next]]
    if (last - first > 4) return { first, last }
  }
  const colon = colonQuotation(annotated, verb, sentence)
  if (colon) return colon
  const told = addressing.test(annotated.tokens.lemma[verb]) ? toldClause(annotated, verb, sentence) : null
  if (told) return told
  for (let t = sentence.first; t < sentence.last; t++) {
    if (head[t] !== verb || relation[t] !== 'ccomp') continue
    const { first, last } = findSubtree(annotated, t, sentence)
    return first < verb && last > verb ? { first, last: verb } : { first, last }
  }
  const up = head[verb]
  if (relation[verb] === 'parataxis' && up >= sentence.first && up < verb) {
    const aside = findSubtree(annotated, verb, sentence)
    return { first: findSubtree(annotated, up, sentence).first, last: aside.first }
  }
  return null
}

/**
 * The claim by the treasurer, Idris Pellow, that the fund is empty …        → the treasurer, Idris Pellow: claim: the fund is empty
 * Ingrid Szabolci's warning that the dyke is hollow …        → Ingrid Szabolci: warning: the dyke is hollow
 */
const draftNounClause = (annotated: AnnotatedDocument, noun: number, sentence: TokenRange): Draft | null => {
  const { head, relation, text } = annotated.tokens
  let source: TokenRange | null = null
  let content: TokenRange | null = null
  for (let t = sentence.first; t < sentence.last; t++) {
    if (head[t] !== noun) continue
    const below = findSubtree(annotated, t, sentence)
    if ((relation[t] === 'ccomp' || relation[t].startsWith('acl')) && t > noun && text[below.first] === 'that')
      content = { first: below.first + 1, last: below.last }
    else if (relation[t] === 'nmod:poss' && t < noun)
      source = { first: below.first, last: /^(?:'s|')$/.test(text[below.last - 1]) ? below.last - 1 : below.last }
    else if (relation[t] === 'nmod' && t > noun && /^(?:by|from)$/.test(text[below.first]))
      source = { first: below.first + 1, last: below.last }
  }
  if (!source || !content || content.last - content.first < 3) return null
  if (source.last > content.first - 1 && source.first < content.first) source = { first: source.first, last: content.first - 1 }
  if (source.last > source.first && text[source.last - 1] === ',') source = { first: source.first, last: source.last - 1 }
  return source.last > source.first ? draftOf('clause of a noun', [source], [{ first: noun, last: noun + 1 }], [content]) : null
}

/**
 * Attributions that the tagger missed and the parse shows: a sure cue with a subject and a clause or a quotation; any verb where a document speaks or a quotation follows a colon.
 *   Tomas Brandt said the union's lawyer had told him the contract was void.        → the union's lawyer: the contract was void
 *   My gran used to say “never trust a dry spring”.        → My gran: never trust a dry spring
 *   The ship's log records that the engines stopped.        → The ship's log: the engines stopped
 *   Two tankers had collided, the agency Sealine said.        → the agency Sealine: Two tankers had collided
 * Works on one level of a view: `taken` are the drafts found there.
 */
export const draftClauses = (annotated: AnnotatedDocument, view: View, cues: CueLexicon, taken: readonly Draft[]): Draft[] => {
  const { tag, text, start, end, head, relation } = annotated.tokens
  const used = new Set<number>()
  for (const draft of taken)
    for (const list of [draft.cue, draft.content]) for (const r of list) for (let t = r.first; t < r.last; t++) used.add(t)
  const within = view.length === 0 ? { first: 0, last: 0 } : { first: view.token[0], last: view.token[view.length - 1] + 1 }
  const added: Draft[] = []
  for (let i = 0; i < view.length; i++) {
    const verb = view.token[i]
    if (used.has(verb)) continue
    const level = cues.get(view.lemma[i]) ?? 0
    if (level >= sureLevel && /^NN/.test(tag[verb])) {
      const draft = draftNounClause(annotated, verb, sentenceAt(annotated, verb))
      const ranges = draft ? [...draft.source, ...draft.content] : []
      if (
        draft &&
        ranges.every(r => r.first >= within.first && r.last <= within.last) &&
        [...taken, ...added].every(d => sharedTokens([...d.content, ...d.cue], ranges) === 0)
      )
        added.push(draft)
      continue
    }
    if (!/^VB/.test(tag[verb])) continue
    const sentence = sentenceAt(annotated, verb)
    if (level < sureLevel && !hasClause(annotated, verb, sentence) && !colonQuotation(annotated, verb, sentence)) continue
    const content = findClause(annotated, verb, sentence)
    if (!content) continue
    const clipped = { first: Math.max(content.first, within.first), last: Math.min(content.last, within.last) }
    const isQuoted =
      annotated.tokens.quotation[clipped.first] >= 0 &&
      annotated.quotations[annotated.tokens.quotation[clipped.first]].first === clipped.first
    if (!isQuoted && !tag.slice(clipped.first, clipped.last).some(x => /^VB|^MD$/.test(x))) continue
    if (clipped.last - clipped.first < 3 || (clipped.first <= verb && verb < clipped.last)) continue
    const subject = findSubject(annotated, verb, within)
    if (!subject || subject.by === 'modified noun') continue
    const source = subject.range
    if (source.first < within.first || source.last > within.last || sharedTokens([source], [clipped]) > 0) continue
    if (
      level < sureLevel &&
      !colonQuotation(annotated, verb, sentence) &&
      classifyMention(annotated, { start: start[source.first], end: end[source.last - 1] }).kind !== 'document'
    )
      continue
    let from = verb
    while (
      from - 1 >= sentence.first &&
      head[from - 1] === verb &&
      /^(?:aux|auxpass|neg|advmod)$/.test(relation[from - 1]) &&
      text[from - 1] !== ','
    )
      from--
    if (from < source.last && source.first < verb) from = Math.max(source.last, from)
    const draft = draftOf(`clause of the ${subject.by}`, [source], [{ first: from, last: verb + 1 }], [clipped])
    if ([...taken, ...added].some(d => sharedTokens([...d.content, ...d.cue], draft.content) > 0)) continue
    added.push(draft)
  }
  return added
}

const hasClause = (annotated: AnnotatedDocument, verb: number, sentence: TokenRange): boolean => {
  const { head, relation } = annotated.tokens
  for (let t = sentence.first; t < sentence.last; t++) if (head[t] === verb && relation[t] === 'ccomp') return true
  return false
}
