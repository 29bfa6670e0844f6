import { utteringVerbs } from '../lexicon/en/uttering-verbs.ts'
import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import { type Draft, range, sharedTokens } from './draft.ts'
import { sentenceAt } from './sentences.ts'

const longest = 25

/** Whether the words before what was found as content are somebody else's saying so: a noun phrase, a verb of uttering, “that”. */
const isSaying = ({ tokens }: AnnotatedDocument, { first, last }: TokenRange, content: number): boolean => {
  const { tag, text, lemma, quotation } = tokens
  const that = text[last - 1] === 'that' || text[content] === 'that'
  const verb = text[last - 1] === 'that' ? last - 2 : last - 1
  if (
    verb <= first ||
    !/^VB[DZPN]$/.test(tag[verb]) ||
    !utteringVerbs.has(lemma[verb]) ||
    !(that || text[content] === 'to' || lemma[verb] === 'suggest')
  )
    return false
  let from = verb
  while (from > first && /^(?:VB[DZP]|MD|RB)/.test(tag[from - 1])) from--
  for (let t = first; t < from; t++)
    if (/^(?:VB[DZP]|MD|CC)$/.test(tag[t]) || /^[,;:"]$|^--$/.test(text[t]) || quotation[t] >= 0) return false
  return from > first && /^(?:NN|PRP$)/.test(tag[from - 1])
}

/**
 * Who speaks within what somebody says belongs to what is said, and is found again there as speech within speech.
 *   The trust has promised to pay for a survey, according to Ada Tate.        → Ada Tate: The trust has promised to pay for a survey
 *   Per Holm told the Gazette that posts by the rebels suggest they are leaving.        → Per Holm: posts by the rebels suggest they are leaving
 */
export const widenSwallowed = (annotated: AnnotatedDocument, drafts: readonly Draft[]): void => {
  const { text, quotation } = annotated.tokens
  for (const draft of drafts) {
    const [piece] = draft.content
    const told = [...draft.source, ...draft.cue]
    if (draft.content.length !== 1 || draft.cue.length === 0 || draft.source.length === 0 || quotation[piece.first] >= 0) continue
    const sentence = sentenceAt(annotated, piece.first)
    let first = -1
    if (told.every(r => r.first >= piece.last)) first = sentence.first
    else if (told.every(r => r.last <= piece.first && r.first >= sentence.first))
      for (let t = Math.max(...told.map(r => r.last)); t < piece.first - 2 && first < 0; t++) if (text[t] === 'that') first = t + 1
    if (first < 0 || piece.first - first < 2 || piece.first - first > longest) continue
    const before = range(first, piece.first)
    if (drafts.some(d => sharedTokens([...d.source, ...d.cue, ...d.content], [before]) > 0)) continue
    if (!isSaying(annotated, before, piece.first)) continue
    draft.content = [range(first, piece.last)]
    draft.by += ', widened'
  }
}
