import type { AnnotatedDocument } from '../model/annotation.ts'
import { type Draft, range } from './draft.ts'

const ordering = /^(?:tell|ask|order|urge|warn|advise|instruct|beg|command|encourage|invite|implore|persuade|press|remind|direct)$/

/**
 * Whom somebody orders to do something is part of what is ordered:
 *   told her clerk to burn the ledgers        → her clerk to burn the ledgers
 */
export const takeInOrdered = ({ tokens }: AnnotatedDocument, drafts: readonly Draft[]): void => {
  const { tag, lemma } = tokens
  for (const draft of drafts) {
    const cue = draft.cue.at(-1)
    const [piece] = draft.content
    if (!cue || !piece || tag[piece.first] !== 'TO' || cue.last >= piece.first || piece.first - cue.last > 6) continue
    let verb = cue.last - 1
    while (verb > cue.first && !tag[verb].startsWith('VB')) verb--
    if (!ordering.test(lemma[verb])) continue
    const whom = Array.from({ length: piece.first - cue.last }, (_, k) => tag[cue.last + k])
    if (whom.every(t => /^(?:DT|PRP|NN|JJ|CD|POS)/.test(t)) && whom.at(-1)!.startsWith('NN'))
      draft.content = [range(cue.last, piece.last), ...draft.content.slice(1)]
  }
}
