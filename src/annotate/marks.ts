import type { TokenRows } from './tokens.ts'

/** A quotation mark of a paragraph: its token, and on which sides of it stands what a quotation begins or ends with. */
export interface Mark {
  readonly token: number
  readonly char: string
  readonly single: boolean
  /** The character before it and the marks next to it, '' at the paragraph's start. */
  readonly before: string
  /** The character behind it and the marks next to it, '' at the paragraph's end. */
  readonly after: string
  /** 1 when only an opening mark can stand so, -1 when only a closing one can, 0 when both or neither. */
  readonly side: 1 | 0 | -1
  /** Where its place allows both: the side that has no space. */
  readonly lean: 1 | 0 | -1
}

const MARKS = '"“”„‟«»＂〝〞〟\'‘’‚‛`´‹›＇'
const MEASURES = '′″'
const isGap = (ch: string): boolean => ch === '' || /[\s\u200b\ufeff]/.test(ch)
const opensAfter = (ch: string): boolean => isGap(ch) || '([{—–―-/…*_>'.includes(ch)
const closesBefore = (ch: string): boolean => isGap(ch) || '.,;:!?)]}—–―-…*_</'.includes(ch)

const sideOf = (before: string, after: string): 1 | 0 | -1 => {
  const opens = opensAfter(before)
  const closes = closesBefore(after)
  if (opens !== closes) return opens ? 1 : -1
  return 0
}

const leanOf = (before: string, after: string): 1 | 0 | -1 => (isGap(before) === isGap(after) ? 0 : isGap(before) ? 1 : -1)

/** The marks among the tokens from `first` to `last`, in order; signs for feet and inches are none. */
export const findMarks = (text: string, rows: TokenRows, first: number, last: number): Mark[] => {
  const out: Mark[] = []
  if (first === last) return out
  const from = rows.start[first]
  const to = rows.end[last - 1]
  let leftOfGroup = -1
  for (let t = first; t < last; t++) {
    const plain = rows.text[t]
    if (plain !== '"' && plain !== "'") continue
    const start = rows.start[t]
    if (MEASURES.includes(text[start])) continue
    if (out.length === 0 || out[out.length - 1].token !== t - 1 || rows.end[t - 1] !== start) leftOfGroup = start
    let right = rows.end[t]
    while (right < to && right - start < 12 && MARKS.includes(text[right])) right++
    const before = leftOfGroup > from ? text[leftOfGroup - 1] : ''
    const after = right < to ? text[right] : ''
    out.push({
      token: t,
      char: text[start],
      single: plain === "'",
      before,
      after,
      side: sideOf(before, after),
      lean: leanOf(before, after),
    })
  }
  return out
}
