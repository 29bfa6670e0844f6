import { audienceNouns } from '../lexicon/en/audience-nouns.ts'
import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import { type Draft, range, sharedTokens } from './draft.ts'
import { sentenceAt } from './sentences.ts'

/** The words ", a jury heard" in a sentence, with those who listen and the verb. */
const findHeard = (annotated: AnnotatedDocument, sentence: TokenRange): { source: TokenRange; cue: TokenRange } | null => {
  const { text, lower, tag } = annotated.tokens
  for (let t = sentence.last - 2; t > sentence.first + 4; t--) {
    const heard = text[t] === 'heard'
    if (!heard && !(text[t] === 'told' && /^(?:was|were)$/.test(text[t - 1]))) continue
    const end = heard ? (/^(?:has|have|had)$/.test(text[t - 1]) ? t - 1 : t) : t - 1
    if (!/^(?:,|\.|--|on|in|at|yesterday|today|earlier|during|this|last)$/.test(text[t + 1])) continue
    let first = end
    while (first > sentence.first && end - first < 6 && /^(?:DT|NN|JJ|POS)/.test(tag[first - 1])) first--
    if (first === end || text[first - 1] !== ',' || !audienceNouns.has(lower[end - 1])) continue
    return { source: range(first, end), cue: range(end, t + 1) }
  }
  return null
}

/**
 * What those who listen heard is the sentence before the comma, whoever speaks in it; what was found there is found again as speech within speech.
 *   She was ordered to burn the books, a jury heard on Wednesday.        → a jury: heard: She was ordered to burn the books
 */
export const giveHeard = (annotated: AnnotatedDocument, drafts: Draft[]): void => {
  for (const draft of [...drafts]) {
    const [piece] = draft.content
    if (draft.content.length !== 1 || annotated.tokens.quotation[piece.first] >= 0 || !drafts.includes(draft)) continue
    const sentence = sentenceAt(annotated, piece.first)
    const heard = findHeard(annotated, sentence)
    if (!heard || heard.source.first <= piece.first || heard.cue.last > piece.last) continue
    const content = range(sentence.first, heard.source.first - 1)
    for (const other of [...drafts])
      if (other !== draft && sharedTokens([...other.source, ...other.cue, ...other.content], [content]) > 0)
        drafts.splice(drafts.indexOf(other), 1)
    draft.source = [heard.source]
    draft.cue = [heard.cue]
    draft.content = [content]
    draft.by = 'heard'
  }
}
