import { commonSize } from './pdf-columns.ts'
import { makeRows, type Stretch } from './pdf-lines.ts'

/** A page with its words joined to stretches. */
export interface Sheet {
  readonly width: number
  readonly height: number
  readonly stretches: readonly Stretch[]
}

/** What stood at the edges of pages: what a browser prints there, and the words that run along. */
export interface Furniture {
  readonly url: string | null
  /** Day and time of the print as printed. */
  readonly printed: string | null
  readonly title: string | null
  /** One of each running head and foot. */
  readonly heads: readonly string[]
}

interface EdgeRow {
  readonly page: number
  readonly zone: 'top' | 'bottom'
  /** 0 for the outermost. */
  readonly rank: number
  readonly place: number
  readonly row: readonly Stretch[]
  readonly text: string
}

const EDGE_ROWS = 3
const EDGE = 0.15
const MARGIN = 0.07
const PRINTED = /^\p{L}{0,10}\.?,? ?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?$/iu
const ADDRESS = /^(?:https?:\/\/|file:\/\/|data:|about:|www\.)\S*$/i
const FRACTION = /^(?:page )?\d{1,4}\s?(?:\/|of|von|sur|de)\s?\d{1,4}$/i
const NUMBER = /^(?:(?:page|p\.?|pg\.?) ?)?[-–—•| ]{0,3}(?:[A-Z]?\d{1,4}|[ivxl]{1,6})[-–—•| ]{0,3}$/i

const keyOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\d+/g, '#')
    .replace(/[^\p{L}#]+/gu, ' ')
    .trim()
const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}]+/gu, '')

const findEdges = (sheet: Sheet, page: number): EdgeRow[] => {
  const rows = makeRows(sheet.stretches)
  const edges: EdgeRow[] = []
  const add = (row: readonly Stretch[], rank: number, zone: EdgeRow['zone']) => {
    const place = row[0].y / sheet.height
    if (zone === 'top' ? place < EDGE : place > 1 - EDGE)
      edges.push({ page, zone, rank, place, row, text: row.map(({ text }) => text).join(' ') })
  }
  for (const [rank, row] of rows.slice(0, EDGE_ROWS).entries()) add(row, rank, 'top')
  for (const [rank, row] of rows.slice(-EDGE_ROWS).reverse().entries()) add(row, rank, 'bottom')
  return edges
}

/** Edge rows that come again on other pages, their figures aside, about as far from the edge. */
const findRepeated = (edges: readonly EdgeRow[]): Set<EdgeRow> => {
  const groups = new Map<string, EdgeRow[]>()
  for (const edge of edges) {
    const key = `${edge.zone} ${keyOf(edge.text)}`
    groups.set(key, [...(groups.get(key) ?? []), edge])
  }
  const repeated = new Set<EdgeRow>()
  for (const [key, group] of groups) {
    if (!/\p{L}{2}|#/u.test(key.replace(/^\w+ /, ''))) continue
    for (const edge of group)
      if (group.some(other => other.page !== edge.page && Math.abs(other.place - edge.place) < 0.03)) repeated.add(edge)
  }
  return repeated
}

/** The rows that a browser prints at a page's edges: "04/03/2026, 10:20    Ferry sold", "https://harbour.example/ferry    1/3". */
const isPrintRow = ({ row, rank, zone, place }: EdgeRow): boolean => {
  if (rank > 1) return false
  const outer = zone === 'top' ? place < MARGIN : place > 1 - MARGIN
  const last = row.map(({ text }) => text)
  const has = (pattern: RegExp) => last.some(text => pattern.test(text))
  if (has(PRINTED) && (outer || has(FRACTION))) return true
  return outer && (has(ADDRESS) || has(FRACTION)) && (row.length > 1 || rank === 0)
}

const splitTail = (stretch: Stretch): Stretch[] => {
  // https://harbour.example/ferry Page 1 of 3
  const match = /^((?:https?|file):\S+) ((?:page )?\d{1,4}(?:\/| of )\d{1,4}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4},? \d.*)$/i.exec(stretch.text)
  return match
    ? [
        { ...stretch, text: match[1] },
        { ...stretch, text: match[2] },
      ]
    : [stretch]
}

/** Takes running heads and feet, page numbers and what a browser prints at the edges out of the pages. */
export const removeFurniture = (sheets: readonly Sheet[]): { readonly sheets: readonly Sheet[]; readonly furniture: Furniture } => {
  const edges = sheets.flatMap(findEdges)
  const repeated = findRepeated(edges)
  const size = commonSize(sheets.flatMap(({ stretches }) => stretches))
  const first = new Set(
    makeRows(sheets[0]?.stretches ?? [])
      .slice(0, 12)
      .map(row => lettersOf(row.map(({ text }) => text).join('')))
      .filter(letters => letters.length > 5),
  )
  const removed = new Set<Stretch>()
  const heads = new Set<string>()
  let [url, printed, title]: (string | null)[] = [null, null, null]
  for (const edge of edges) {
    const row = edge.row.flatMap(splitTail)
    const isPrint = isPrintRow({ ...edge, row })
    const numbered = edge.rank < 2 && NUMBER.test(edge.text)
    const small = edge.row.every(stretch => stretch.size < size * 1.5)
    const isHead = repeated.has(edge) && (small || edge.rank === 0)
    // "Ferry sold    3" on page 3 of what page 1 calls "Ferry sold"
    const again = edge.page > 0 && edge.rank === 0 && /\d/.test(edge.text) && small && first.has(lettersOf(edge.text))
    if (!isPrint && !numbered && !isHead && !again) continue
    for (const stretch of edge.row) removed.add(stretch)
    if (isPrint)
      for (const { text } of row) {
        if (PRINTED.test(text)) printed ??= text
        else if (ADDRESS.test(text)) url ??= /^https?:/i.test(text) && !/…|\.\.\.$/.test(text) ? text : null
        else if (!FRACTION.test(text)) title ??= text
      }
    else if (!numbered && heads.size < 12 && ![...heads].some(head => keyOf(head) === keyOf(edge.text)))
      heads.add(edge.row.map(({ text }) => text).join(' | '))
  }
  return {
    sheets: sheets.map(sheet => ({ ...sheet, stretches: sheet.stretches.filter(stretch => !removed.has(stretch)) })),
    furniture: { url, printed, title, heads: [...heads] },
  }
}
