import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import { type Draft, draftOf, range, sharedTokens } from './draft.ts'
import { sentenceAt } from './sentences.ts'
import type { View } from './view.ts'

const finite = /^(?:VB[DPZ]|MD)$/
const subject = /^nsubj(?:pass)?$/
const longest = 25
const longestAside = 12
/** The level of words that are cues more often than not. */
const surely = 6

/** Whether token `t` hangs, through any number of steps, on `top`. */
const hangsOn = (head: readonly number[], t: number, top: number): boolean => {
  let at = t
  for (let steps = 0; steps < 60 && at >= 0; steps++) {
    if (at === top) return true
    at = head[at]
  }
  return false
}

/** Where the subject begins that ends before token `end` and belongs to the verb of token `verb`; -1 where there is none. */
const subjectStart = ({ tokens }: AnnotatedDocument, from: number, end: number, verb: number): number => {
  const { tag, head, relation } = tokens
  const governors = [verb, head[verb]].filter(t => t >= verb)
  for (let t = end - 1; t >= from; t--) {
    if (!subject.test(relation[t]) || !governors.includes(head[t])) continue
    let start = t
    while (start > from && hangsOn(head, start - 1, t)) start--
    if (hangsOn(head, end - 1, t)) return start
  }
  for (let t = from; t < end; t++) if (finite.test(tag[t])) return -1
  return from
}

/** Where the clause goes on after words that interrupt it between commas: the comma's token, from `cue` on; -1 where it does not. */
const resumeAfter = ({ tokens }: AnnotatedDocument, cue: number, last: number): number => {
  for (let t = cue + 1; t < Math.min(last, cue + longestAside); t++) {
    if (finite.test(tokens.tag[t])) return -1
    if (tokens.text[t] !== ',') continue
    let verb = t + 1
    while (verb < last - 1 && /^RB/.test(tokens.tag[verb])) verb++
    return finite.test(tokens.tag[verb]) ? t : -1
  }
  return -1
}

/**
 * Finds who is told of between the subject of what is said and its verb.
 *   But the bridge over the Tarn, engineers told the Harbour Gazette, would not reopen before May.        → the bridge over the Tarn … would not reopen before May
 */
export const draftInterrupted = (annotated: AnnotatedDocument, view: View, taken: readonly Draft[]): Draft[] => {
  const { text, tag, quotation } = annotated.tokens
  const found: Draft[] = []
  for (let i = 2; i < view.length; i++) {
    const cue = view.token[i]
    if (view.usualLevel[i] < surely || !finite.test(tag[cue]) || quotation[cue] >= 0) continue
    const { first, last } = sentenceAt(annotated, cue)
    let from = cue
    while (from > first && text[from - 1] !== ',' && !finite.test(tag[from - 1])) from--
    if (from === cue || from <= first + 1 || text[from - 1] !== ',' || !/^(?:DT|JJ|NN|PRP|CD)/.test(tag[from])) continue
    const comma = resumeAfter(annotated, cue, last)
    if (comma < 0) continue
    const told = [range(from, comma)]
    if (taken.some(d => sharedTokens([...d.source, ...d.cue], told) > 0)) continue
    found.push(draftOf('interrupted', [range(from, cue)], [range(cue, cue + 1)], [range(comma + 1, last)]))
  }
  return found
}

/** What was found as content is the subject alone: its verb comes after who says so. */
const resume = (annotated: AnnotatedDocument, draft: Draft, told: number, drafts: readonly Draft[]): void => {
  const { text, tag, quotation } = annotated.tokens
  const [{ first, last }] = draft.content
  if (text[last - 1] !== ',' && text[last] !== ',') return
  for (let t = first; t < last; t++) if (finite.test(tag[t]) || quotation[t] >= 0) return
  const sentence = sentenceAt(annotated, first)
  const comma = resumeAfter(annotated, told - 1, sentence.last)
  if (comma < 0) return
  const after = [range(comma + 1, sentence.last)]
  if (drafts.some(d => d !== draft && sharedTokens([...d.source, ...d.cue, ...d.content], after) > 0)) return
  draft.content = [range(tag[first] === 'CC' ? first + 1 : first, last), ...after]
}

/** Whether a piece outside quotation marks begins its sentence with a conjunction, which is the writer's: “But the bridge”. */
const isJoined = (annotated: AnnotatedDocument, { first, last }: TokenRange): boolean => {
  const { tag, quotation } = annotated.tokens
  return tag[first] === 'CC' && last - first > 1 && quotation[first] < 0 && sentenceAt(annotated, first).first === first
}

/**
 * The subject before the words that tell who says so belongs to what is said.
 *   The museum, Mr Brell said, celebrated several of his heroes        → the museum … celebrated several of his heroes
 */
export const completeInterrupted = (annotated: AnnotatedDocument, drafts: readonly Draft[], within: TokenRange): void => {
  const { text, tag, quotation } = annotated.tokens
  for (const draft of drafts) {
    if (draft.cue.length === 0 || draft.source.length === 0) continue
    const [piece, next] = draft.content
    if (draft.content.length === 2 && isJoined(annotated, piece) && next.first > draft.cue[0].first)
      draft.content[0] = range(piece.first + 1, piece.last)
    if (draft.content.length !== 1) continue
    const told = [...draft.source, ...draft.cue]
    const from = Math.min(...told.map(r => r.first))
    if (piece.last <= from) {
      resume(annotated, draft, Math.max(...told.map(r => r.last)), drafts)
      continue
    }
    if (piece.first < from || text[from - 1] !== ',' || text[piece.first - 1] !== ',' || quotation[piece.first] >= 0) continue
    let verb = piece.first
    while (verb < piece.last - 1 && /^RB/.test(tag[verb])) verb++
    if (!finite.test(tag[verb])) continue
    let first = Math.max(within.first, sentenceAt(annotated, from).first)
    while (first < from && /^(?:CC|``|")$/.test(tag[first])) first++
    const end = from - 1
    if (end <= first || quotation[end - 1] >= 0) continue
    const start = subjectStart(annotated, first, end, verb)
    if (start < 0 || end - start > longest || !/^(?:NN|PRP|DT|CD|VBG)/.test(tag[end - 1])) continue
    const before = [range(start, end)]
    if (drafts.some(d => sharedTokens([...d.source, ...d.cue], before) > 0)) continue
    draft.content = [...before, piece]
  }
}
