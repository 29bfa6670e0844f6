import type { AnnotatedDocument } from '../model/annotation.ts'
import type { Attribution } from '../model/attribution.ts'
import type { Span } from '../model/span.ts'
import { findToken, isWord } from './position.ts'

/** A sentence with more than this share of its words under attributions is attributed. */
const COVERED = 0.4
/** Fewer words than this say nothing by themselves. */
const LEAST_WORDS = 4

/** The sentences that the page asserts in its own voice: in the body, with a verb, no questions, and no attribution that has most of their words. */
export const findUnattributed = (annotated: AnnotatedDocument, attributions: readonly Attribution[]): Span[] => {
  const { tokens, document } = annotated
  const covered = new Uint8Array(tokens.start.length)
  for (const { source, cue, content } of attributions)
    for (const span of [...source, ...cue, ...content])
      for (let i = findToken(annotated, span.start); i < covered.length && tokens.start[i] < span.end; i++) covered[i] = 1
  const found: Span[] = []
  let block = 0
  for (const sentence of annotated.sentences) {
    while (block < document.blocks.length - 1 && document.blocks[block].end <= sentence.start) block++
    const kind = document.blocks[block]?.kind
    if (kind !== undefined && kind !== 'paragraph' && kind !== 'quote') continue
    let words = 0
    let own = 0
    let verb = false
    for (let i = sentence.first; i < sentence.last; i++) {
      if (!isWord(tokens.text[i])) continue
      words++
      if (covered[i] === 1 || isQuoted(annotated, i)) continue
      own++
      verb ||= tokens.tag[i].startsWith('VB') || tokens.tag[i] === 'MD'
    }
    if (words < LEAST_WORDS || own < words * (1 - COVERED) || !verb || isQuestion(annotated, sentence)) continue
    found.push({ start: sentence.start, end: sentence.end })
  }
  return found
}

const isQuoted = (annotated: AnnotatedDocument, token: number): boolean => {
  const quotation = annotated.quotations[annotated.tokens.quotation[token]]
  return quotation !== undefined && quotation.last - quotation.first > LEAST_WORDS
}

const isQuestion = (annotated: AnnotatedDocument, sentence: { readonly first: number; readonly last: number }): boolean => {
  for (let i = sentence.last - 1; i >= Math.max(sentence.first, sentence.last - 3); i--)
    if (annotated.tokens.text[i].includes('?')) return true
  return false
}
