import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import { type Draft, draftOf, sharedTokens, sizeOf } from './draft.ts'
import { indexAt, sentenceIndexAt } from './sentences.ts'

/** Whether a quotation is speech rather than a quoted word or title: it holds a verb and a stop, or is long. */
const isSpeech = (annotated: AnnotatedDocument, range: TokenRange): boolean => {
  const { tag } = annotated.tokens
  let verb = false
  let stop = false
  for (let i = range.first; i < range.last; i++) {
    if (tag[i].startsWith('VB') || tag[i] === 'MD') verb = true
    if (tag[i] === '.') stop = true
  }
  return range.last - range.first > 5 && verb && (stop || range.last - range.first > 12)
}

/** The draft that covers most of a range; null where none covers half. */
const coverOf = (drafts: readonly Draft[], range: TokenRange): Draft | null => {
  let best: Draft | null = null
  let most = (range.last - range.first) / 2
  for (const draft of drafts) {
    const shared = sharedTokens(draft.content, [range])
    if (shared >= most) {
      best = draft
      most = shared
    }
  }
  return best
}

/**
 * Quotations that the tagger left alone. One that runs on from another follows it:
 *   “The doors were locked,” she said. “Nobody had a key.”        → the second follows the first
 * and so does each paragraph of a speech that opens with a mark. Any other becomes an attribution with no cue, whose source is for others to find:
 *   Hana Petrov described the scene. “The doors were locked.”
 */
export const draftQuotations = (annotated: AnnotatedDocument, drafts: readonly Draft[]): Draft[] => {
  const { quotations } = annotated
  const added: Draft[] = []
  const byQuotation = new Map<number, Draft>()
  const sorted = drafts.map(draft => ({ draft, at: Math.min(...draft.content.map(c => c.first)) })).sort((a, b) => a.at - b.at)
  let low = 0
  quotations.forEach((quotation, q) => {
    if (quotation.parent >= 0) return
    while (low < sorted.length && Math.max(...sorted[low].draft.content.map(c => c.last)) < quotation.first - 400) low++
    const close = sorted.slice(low, low + 40).map(x => x.draft)
    const cover = coverOf(close, quotation)
    if (cover) {
      byQuotation.set(q, cover)
      return
    }
    const touched = close.some(d => sharedTokens([...d.content, ...d.cue, ...d.source], [quotation]) > 0)
    if (touched || !isSpeech(annotated, quotation)) return
    const draft = draftOf('quotation', [], [], [{ first: quotation.first, last: quotation.last }])
    const previous = quotation.continues >= 0 ? quotation.continues : q - 1
    const before = byQuotation.get(previous)
    const gap = previous >= 0 ? sentenceIndexAt(annotated, quotation.first) - sentenceIndexAt(annotated, quotations[previous].last - 1) : 9
    if (before && (quotation.continues >= 0 || (gap <= 1 && sameParagraph(annotated, quotations[previous], quotation))))
      draft.follows = before.follows ?? before
    byQuotation.set(q, draft)
    added.push(draft)
  })
  return added
}

const sameParagraph = (annotated: AnnotatedDocument, a: TokenRange, b: TokenRange): boolean =>
  indexAt(annotated.paragraphs, a.first) === indexAt(annotated.paragraphs, b.last - 1)

/**
 * Lets a content that covers most of a quotation, from its opening mark on, reach to its end where nothing else claims the rest. What was found wholly inside
 * that quotation is speech within speech, and is left to be found there: it is taken out of the list.
 */
export const completeQuotations = (annotated: AnnotatedDocument, drafts: readonly Draft[]): Draft[] => {
  const gone = new Set<Draft>()
  const spans = (d: Draft): TokenRange[] => [...d.source, ...d.cue, ...d.content]
  for (const draft of drafts) {
    if (gone.has(draft)) continue
    draft.content = draft.content.map(piece => {
      let outer = annotated.tokens.quotation[Math.min(piece.first + 1, piece.last - 1)]
      if (outer < 0) return piece
      while (annotated.quotations[outer].parent >= 0 && annotated.quotations[outer].first < piece.first)
        outer = annotated.quotations[outer].parent
      const quotation = annotated.quotations[outer]
      if (Math.abs(quotation.first - piece.first) > 1 || piece.last >= quotation.last) return piece
      const rest = { first: piece.last, last: quotation.last }
      if (sizeOf([rest]) > 3 * sizeOf([piece]) && !quotation.closed) return piece
      if (draft.cue.some(c => c.first >= quotation.first && c.last <= quotation.last)) return piece
      const inner = drafts.filter(d => d !== draft && !gone.has(d) && sharedTokens(spans(d), [rest]) > 0)
      const claimed =
        inner.some(d => spans(d).some(r => r.first < quotation.first || r.last > quotation.last)) ||
        sharedTokens(
          draft.content.filter(c => c !== piece),
          [rest],
        ) > 0
      if (claimed) return piece
      for (const d of inner) gone.add(d)
      return { first: piece.first, last: quotation.last }
    })
  }
  return drafts.filter(d => !gone.has(d))
}
