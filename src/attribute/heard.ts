import { audienceNouns } from '../lexicon/en/audience-nouns.ts'
import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import { type Draft, draftOf, range, sharedTokens } from './draft.ts'

/** The words ", a jury heard" in a sentence, with those who listen and the verb. */
const findHeard = (annotated: AnnotatedDocument, sentence: TokenRange): { source: TokenRange; cue: TokenRange } | null => {
  const { text, lower, tag } = annotated.tokens
  for (let t = sentence.last - 2; t > sentence.first + 4; t--) {
    const heard = text[t] === 'heard'
    if (!heard && !(text[t] === 'told' && /^(?:was|were)$/.test(text[t - 1]))) continue
    const end = heard ? (/^(?:has|have|had)$/.test(text[t - 1]) ? t - 1 : t) : t - 1
    if (!/^(?:,|\.|--|on|in|at|yesterday|today|earlier|during|this|last)$/.test(text[t + 1])) continue
    let first = end
    while (first > sentence.first && end - first < 7 && (/^(?:DT|NN|JJ|POS)/.test(tag[first - 1]) || /^(?:in|at)$/.test(text[first - 1])))
      first--
    const place = lower.slice(first, end).findIndex(word => word === 'in' || word === 'at')
    if (first === end || text[first - 1] !== ',' || !audienceNouns.has(lower[(place > 0 ? first + place : end) - 1])) continue
    return { source: range(first, end), cue: range(end, t + 1) }
  }
  return null
}

/**
 * What those who listen heard is the sentence before the comma, whoever speaks in it; what was found there is found again as speech within speech.
 *   She was ordered to burn the books, a jury heard on Wednesday.        → a jury: heard: She was ordered to burn the books
 *   The treasurer told her clerk to burn the ledgers, a jury in Dunmere heard.        → a jury: heard: The treasurer told her clerk to burn the ledgers
 */
export const giveHeard = (annotated: AnnotatedDocument, drafts: Draft[]): void => {
  const { tokens, sentences } = annotated
  for (const sentence of sentences) {
    const heard = findHeard(annotated, sentence)
    if (!heard || tokens.quotation[sentence.first] >= 0) continue
    const content = range(sentence.first, heard.source.first - 1)
    if (drafts.some(draft => sharedTokens(draft.cue, [heard.cue]) > 0 && sharedTokens(draft.content, [content]) > 0)) continue
    const whole = range(sentence.first, heard.cue.last)
    for (const other of [...drafts])
      if (sharedTokens([...other.source, ...other.cue, ...other.content], [whole]) > 0) drafts.splice(drafts.indexOf(other), 1)
    drafts.push(draftOf('heard', [heard.source], [heard.cue], [content]))
  }
}
