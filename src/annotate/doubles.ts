import type { Mark } from './marks.ts'

/** A quotation of one paragraph: tokens from `first`, `last` exclusive. `opened` and `closed` say whether a mark stands at each end. */
export interface Stretch {
  readonly first: number
  last: number
  readonly single: boolean
  readonly opened: boolean
  closed: boolean
}

const isAngle = (ch: string): boolean => ch === '«' || ch === '»'

/** What the mark's own shape says: 1 opens, -1 closes, 0 either. */
const shapeOf = (ch: string): 1 | 0 | -1 => {
  if (ch === '“' || ch === '„' || ch === '‟' || ch === '«' || ch === '〝' || ch === '`' || ch === '‘') return 1
  if (ch === '”' || ch === '»' || ch === '〞' || ch === '〟' || ch === '’') return -1
  return 0
}

/** 1 to open, -1 to close, 0 as things stand: where shape and place disagree, place wins. */
const intentOf = (mark: Mark): 1 | 0 | -1 => mark.side || shapeOf(mark.char) || mark.lean

const isMeasure = (text: string, marks: readonly Mark[], m: number, starts: readonly number[], open: boolean): boolean => {
  const mark = marks[m]
  if (mark.char !== '"' || !/\d/.test(mark.before)) return false
  const at = starts[mark.token]
  // 'He is 6\'2" tall'
  if (/\d['’] ?\d{1,2}$/.test(text.slice(Math.max(0, at - 6), at))) return true
  if (!open) return mark.side === -1
  const follows = marks[m + 1]
  return follows !== undefined && intentOf(follows) === -1 && /\s/.test(mark.after) && /[a-z]/.test(text[at + 2] ?? '')
}

/** The quotations in double marks of one paragraph, from its double marks only. `carried` says that the paragraph before left one open. */
export const pairDoubles = (
  text: string,
  starts: readonly number[],
  marks: readonly Mark[],
  first: number,
  last: number,
  carried: boolean,
): Stretch[] => {
  const out: Stretch[] = []
  const open: { stretch: Stretch; angle: boolean }[] = []
  for (let m = 0; m < marks.length; m++) {
    const mark = marks[m]
    if (isMeasure(text, marks, m, starts, open.length > 0)) continue
    const angle = isAngle(mark.char)
    let intent = intentOf(mark)
    if (intent === 0) intent = open.length > 0 ? -1 : 1
    const same = open.findLastIndex(o => o.angle === angle)
    // "‘‘no talks, ‘‘ he said": an opening shape before a space, with something open, closes.
    if (intent === 1 && mark.side === 0 && same >= 0 && /\s/.test(mark.after)) intent = -1
    if (intent === 1) {
      const nested = same >= 0 && m + 2 < marks.length && intentOf(marks[m + 1]) === -1 && intentOf(marks[m + 2]) === -1
      if (same >= 0 && !nested) for (const left of open.splice(same)) left.stretch.last = mark.token
      const stretch: Stretch = { first: mark.token, last, single: false, opened: true, closed: false }
      out.push(stretch)
      open.push({ stretch, angle })
    } else if (same >= 0) {
      const [closing, ...above] = open.splice(same)
      for (const left of above) left.stretch.last = mark.token
      closing.stretch.last = mark.token + 1
      closing.stretch.closed = true
    } else if (carried && out.length === 0 && mark.token > first) {
      out.push({ first, last: mark.token + 1, single: false, opened: false, closed: true })
    }
  }
  return out
}
