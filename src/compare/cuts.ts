import type { Publication } from '../model/publication.ts'
import type { Span } from '../model/span.ts'
import type { Comparison } from './passages.ts'

/** A text all but so many of whose words the other has adds nothing of its own. */
const ADDED = 0.1
/** The words that the other goes on for where one breaks off. */
const ONWARD = 5
/** The words that may follow the break: a button, the page's end. */
const AFTER = 4

/**
 * Where one text breaks off in the middle of a sentence that the other goes on with: which of the two, and the last words of it. Such a text is cut from
 * the other, or from what the other was made of. Null where neither does.
 */
export const findBreak = (a: Publication, b: Publication, { runs, words }: Comparison): { side: 'a' | 'b'; span: Span } | null => {
  const shared = runs.reduce((sum, { length }) => sum + length, 0)
  for (const side of ['a', 'b'] as const) {
    const other = side === 'a' ? 'b' : 'a'
    const [own, others] = [words[side], words[other]]
    const last = runs.reduce((best, run) => (run[side] + run.length > best[side] + best.length ? run : best))
    const end = last[side] + last.length
    if (shared < own.start.length * (1 - ADDED) || own.start.length - end > AFTER) continue
    const onward = last[other] + last.length
    if (onward + ONWARD > others.start.length) continue
    const { text } = (side === 'a' ? a : b).trace.document
    const { text: otherText } = (side === 'a' ? b : a).trace.document
    const rest = text.slice(own.end[end - 1], own.end[end - 1] + 3)
    const next = otherText.slice(others.end[onward - 1], others.start[onward])
    if (/^["”’')\]]*[.!?:]/.test(rest) || /[.!?:\n]/.test(next)) continue
    return { side, span: { start: own.start[Math.max(0, end - ONWARD)], end: own.end[end - 1] } }
  }
  return null
}
