import { cleanHyphens, joinLineTexts, type Vocabulary } from './pdf-hyphens.ts'
import type { Stretch } from './pdf-lines.ts'

/** A line in its column. `left` is where it would begin without an initial beside it. */
export interface Line extends Stretch {
  readonly page: number
  readonly left: number
}

/** Lines that belong together. */
export interface Paragraph {
  readonly lines: readonly Line[]
  readonly text: string
  readonly size: number
  readonly font: string | null
  readonly page: number
  /** Where its column's text begins and ends. */
  readonly columnLeft: number
  readonly columnRight: number
}

/** What holds for the whole document: the size of its text, and how far lines of a size stand apart, in sizes. */
export interface Measure {
  readonly size: number
  readonly leading: number
  readonly vocabulary: Vocabulary
}

const STOP = /[.!?…:][”’"'»)\]*_]*$|[”"»]$/
const BULLET = /^(?:[•‣◦▪●*]|\d{1,2}[.)])\s+\S/

/** Whether the first word of `below` would have stood on the line `above` too, so that the break was meant. */
const leavesRoom = (above: Line, below: Line, right: number): boolean => {
  const first = below.text.search(/ |$/)
  const letter = (below.right - below.x) / Math.max(1, below.text.length)
  return above.right + above.size * 0.25 + first * letter * 1.12 < right - above.size * 0.3
}

const areSameSize = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(a, b) * 0.09

interface Column {
  readonly left: number
  readonly right: number
  /** Its paragraphs begin with an indented line. */
  readonly indented: boolean
}

const boundColumn = (lines: readonly Line[], like: Line): Column => {
  const same = lines.filter(({ size }) => areSameSize(size, like.size))
  const counts = new Map<number, number>()
  for (const { left } of same) counts.set(Math.round(left / 2), (counts.get(Math.round(left / 2)) ?? 0) + 1)
  const least = Math.max(2, same.length * 0.12)
  const edges = [...counts].filter(([, count]) => count >= least).map(([edge]) => edge * 2)
  const lefts = same.map(({ left }) => left)
  const left = edges.length > 0 ? Math.min(...edges) : Math.min(...lefts)
  const indents = same.filter((line, at) => line.left > left + line.size * 0.6 && same[at + 1]?.left < left + line.size * 0.5)
  return { left, right: Math.max(...same.map(line => line.right)), indented: indents.length > 1 }
}

/** Whether a new paragraph begins between two lines of one column. `first` is the line that the paragraph above begins with. */
const breaksBetween = (first: Line, above: Line, below: Line, next: Line | undefined, column: Column, measure: Measure): boolean => {
  if (!areSameSize(above.size, below.size)) return true
  const em = below.size
  const gap = (below.y - above.y) / em
  if (gap < 0.5 || gap > measure.leading * 1.2 + (em > measure.size * 1.2 ? 0.15 : 0)) return true
  if (BULLET.test(below.text) && below.left <= first.left + em * 0.3 && (STOP.test(above.text) || BULLET.test(first.text))) return true
  const room = leavesRoom(above, below, column.right)
  const uniform = above.font !== null && below.font !== null && above.font !== below.font
  if (uniform && (STOP.test(above.text) || (room && !/^\p{Ll}/u.test(below.text)))) return true
  if (em > measure.size * 1.2) return false
  const hanging = BULLET.test(first.text) && first === above
  const indent = below.left - above.left
  const alone = next !== undefined && next.left < below.left - em * 0.5 && !/^\p{Ll}/u.test(below.text)
  if (below.left > column.left + em * 0.6 && !hanging) {
    if (indent > em * 0.6 && (STOP.test(above.text) || room || alone)) return true
    if (first === above && Math.abs(indent) < em * 0.3 && (STOP.test(above.text) || alone || column.indented)) return true
  }
  if (indent < -em * 0.6 && first !== above && STOP.test(above.text)) return true
  if (!room) return false
  // By Jane Roe / Harbour Gazette
  return STOP.test(above.text) || (above.right - above.left < (column.right - column.left) * 0.55 && /^[\p{Lu}\p{N}“"‘]/u.test(below.text))
}

const joinLines = (lines: readonly Line[], vocabulary: Vocabulary): string =>
  lines.slice(1).reduce((text, line) => joinLineTexts(text, line.text, vocabulary), lines[0].text)

const toParagraph = (lines: readonly Line[], column: Column, vocabulary: Vocabulary): Paragraph => {
  const fonts = new Set(lines.map(({ font }) => font))
  return {
    lines,
    text: joinLines(lines, vocabulary),
    size: lines[0].size,
    font: fonts.size === 1 ? lines[0].font : null,
    page: lines[0].page,
    columnLeft: column.left,
    columnRight: column.right,
  }
}

/** Cuts the lines of one column into paragraphs: by distance, size, indentation, and lines that end before they must. */
export const cutParagraphs = (lines: readonly Line[], measure: Measure): Paragraph[] => {
  const paragraphs: Paragraph[] = []
  let first = 0
  for (let at = 1; at <= lines.length; at++) {
    const column = boundColumn(lines, lines[at - 1])
    if (at < lines.length && !breaksBetween(lines[first], lines[at - 1], lines[at], lines[at + 1], column, measure)) continue
    paragraphs.push(toParagraph(lines.slice(first, at), column, measure.vocabulary))
    first = at
  }
  return paragraphs
}

const isBody = (paragraph: Paragraph, measure: Measure): boolean => areSameSize(paragraph.size, measure.size)

/** Whether a quotation is still open at the end. */
const isOpen = (text: string): boolean =>
  text.lastIndexOf('“') > text.lastIndexOf('”') || (!text.includes('“') && (text.match(/"/g)?.length ?? 0) % 2 === 1)

/** Whether a paragraph goes on in another column or on another page: it ends in mid-sentence, or on a full line before one that is not indented. */
const goesOn = (above: Paragraph, below: Paragraph, indents: boolean, leading: number): boolean => {
  if (!areSameSize(above.size, below.size)) return false
  if (above.font !== null && below.font !== null && above.font !== below.font && above.page === below.page) return false
  const last = above.lines[above.lines.length - 1]
  const next = below.lines[0]
  const short = last.right + last.size * 2 < above.columnRight
  const gap = (next.y - last.y) / last.size
  // a column that begins or ends beside the lines has cut them apart
  if (above.page === below.page && gap > leading * 0.8 && gap < leading * 1.2 && Math.abs(next.left - last.left) < last.size * 0.5)
    return !leavesRoom(last, next, Math.max(above.columnRight, below.columnRight)) || !STOP.test(last.text)
  if (!STOP.test(last.text))
    return /^[\p{Ll}\p{N}“"‘'(—–]/u.test(next.text) || /[-\u00ad\u2010,]$/.test(last.text) || (!short && above.lines.length > 1)
  if (/^\p{Ll}/u.test(next.text)) return true
  if (isOpen(above.text) && !/^[“"‘']/.test(next.text)) return true
  if (short || above.lines.length < 2 || leavesRoom(last, next, above.columnRight)) return false
  if (!indents) return above.lines.length > 2 && above.lines.every(({ right }) => right > above.columnRight - last.size * 0.15)
  return next.left < below.columnLeft + next.size * 0.5
}

/** Joins paragraphs that a column's or a page's end cut in two; what stands between the halves follows them. */
export const joinParagraphs = (columns: readonly (readonly Paragraph[])[], measure: Measure): Paragraph[] => {
  const all = columns.flat()
  const body = all.filter(paragraph => isBody(paragraph, measure) && paragraph.lines.length > 1)
  const indented = body.filter(
    ({ lines, columnLeft, size }) => lines[0].left > columnLeft + size * 0.6 && lines[1].left < columnLeft + size * 0.5,
  )
  const indents = indented.length > body.length * 0.4
  const result: Paragraph[] = []
  for (const column of columns)
    for (const [at, paragraph] of column.entries()) {
      const joins = at <= 3 && isBody(paragraph, measure) && column.slice(0, at).every(other => !isBody(other, measure))
      let open = -1
      if (joins)
        for (let back = result.length - 1; back >= Math.max(0, result.length - 8) && open < 0; back--)
          if (isBody(result[back], measure)) open = back
      const above = result[open]
      const beside = open === result.length - 1
      if (
        above &&
        above.lines.at(-1) !== undefined &&
        !column.includes(above) &&
        goesOn(above, paragraph, indents, measure.leading) &&
        (beside || !STOP.test(above.text))
      )
        result[open] = {
          ...above,
          lines: [...above.lines, ...paragraph.lines],
          text: joinLineTexts(above.text, paragraph.text, measure.vocabulary),
          columnLeft: paragraph.columnLeft,
          columnRight: paragraph.columnRight,
        }
      else result.push(paragraph)
    }
  return result.map(paragraph => ({ ...paragraph, text: cleanHyphens(paragraph.text) }))
}

/** How far lines of the common size stand apart, in sizes: the least distance that a good part of them keeps. */
export const measureLeading = (columns: readonly (readonly Line[])[], size: number): number => {
  const counts = new Map<number, number>()
  let all = 0
  for (const lines of columns)
    for (let at = 1; at < lines.length; at++) {
      const [above, below] = [lines[at - 1], lines[at]]
      const gap = (below.y - above.y) / below.size
      if (!areSameSize(above.size, size) || !areSameSize(below.size, size) || gap < 0.8 || gap > 2.6) continue
      const key = Math.round(gap * 20)
      counts.set(key, (counts.get(key) ?? 0) + 1)
      all++
    }
  const usual = [...counts].filter(([key, count]) => count + (counts.get(key + 1) ?? 0) >= all * 0.12).map(([key]) => key / 20)
  return usual.length > 0 ? Math.min(...usual) : 1.3
}
