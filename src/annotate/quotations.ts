import type { Quotation } from '../model/annotation.ts'
import { pairDoubles, type Stretch } from './doubles.ts'
import { findMarks, type Mark } from './marks.ts'
import type { Passage } from './paragraphs.ts'
import { pairSingles } from './singles.ts'
import type { TokenRows } from './tokens.ts'

/** What a mark token is to the quotations; 0 where it is none, an apostrophe. */
export const OPENING = 1
export const CLOSING = 2

export interface QuotationRows {
  readonly quotations: Quotation[]
  /** For each token the index of its innermost quotation, -1 outside. */
  readonly innermost: number[]
  /** For each token OPENING or CLOSING where it is a quotation's mark, else 0. */
  readonly roles: Uint8Array
}

interface Draft {
  readonly stretch: Stretch
  readonly mark: Quotation['mark']
  readonly parent: number
  readonly continues: number
  closed: boolean
}

/** For each paragraph the tokens `bounds[p]` to `bounds[p + 1]`. */
type Bounds = readonly number[]

const byPlace = (a: Stretch, b: Stretch): number => a.first - b.first || b.last - a.last || Number(a.single) - Number(b.single)

/** Singles by the double quotation that holds them, each level on its own. */
const pairLevels = (
  rows: TokenRows,
  doubles: readonly Stretch[],
  singles: readonly Mark[],
  first: number,
  last: number,
  taken: boolean,
): Stretch[] => {
  if (singles.length === 0) return []
  const levels = new Map<Stretch | null, Mark[]>()
  const stack: Stretch[] = []
  let next = 0
  for (const mark of singles) {
    while (next < doubles.length && doubles[next].first < mark.token) stack.push(doubles[next++])
    while (stack.length > 0 && stack[stack.length - 1].last <= mark.token) stack.pop()
    const holder = stack.at(-1) ?? null
    const level = levels.get(holder)
    if (level === undefined) levels.set(holder, [mark])
    else level.push(mark)
  }
  const out: Stretch[] = []
  for (const [holder, marks] of levels) {
    const from = holder === null ? first : holder.first + (holder.opened ? 1 : 0)
    const to = holder === null ? last : holder.last - (holder.closed ? 1 : 0)
    for (const stretch of pairSingles(rows, marks, from, to, taken)) out.push(stretch)
  }
  return out
}

/** Keeps what nests: a stretch that crosses one that began before it is cut at that one's end. */
const nest = (stretches: readonly Stretch[]): Stretch[] => {
  const out: Stretch[] = []
  const stack: Stretch[] = []
  for (const stretch of stretches.toSorted(byPlace)) {
    while (stack.length > 0 && stack[stack.length - 1].last <= stretch.first) stack.pop()
    const holder = stack.at(-1)
    if (holder !== undefined && stretch.last > holder.last) {
      stretch.last = holder.last
      stretch.closed = false
    }
    out.push(stretch)
    stack.push(stretch)
  }
  return out
}

const beginsWithSingle = (text: string, rows: TokenRows, first: number, last: number): boolean => {
  for (let t = first; t < Math.min(last, first + 2); t++) {
    if (rows.text[t] === "'" && text[rows.start[t]] !== '’') return true
    if (rows.text[t] !== '"') return false
  }
  return false
}

/** Whether a quotation's own marks hold the whole paragraph, or it opens one: then a quote block needs no mark of its own. */
const isMarked = (stretches: readonly Stretch[], first: number): boolean => stretches.some(s => s.first === first && s.opened)

/** The quotations of a paragraph, nested in order. */
const pairParagraph = (text: string, rows: TokenRows, bounds: Bounds, p: number, carried: boolean): Stretch[] => {
  const first = bounds[p]
  const last = bounds[p + 1]
  const marks = findMarks(text, rows, first, last)
  const doubles = pairDoubles(
    text,
    rows.start,
    marks.filter(m => !m.single),
    first,
    last,
    carried,
  )
  const singles = marks.filter(m => m.single)
  if (marks.length === 0) return []
  const taken = p + 2 < bounds.length && beginsWithSingle(text, rows, bounds[p + 1], bounds[p + 2])
  return nest([...doubles, ...pairLevels(rows, doubles.toSorted(byPlace), singles, first, last, taken)])
}

/** The quotations of all paragraphs, in text order, each knowing the one around it and the one it runs on from. */
export const findQuotations = (text: string, rows: TokenRows, passages: readonly Passage[], bounds: Bounds): QuotationRows => {
  const drafts: Draft[] = []
  const roles = new Uint8Array(rows.start.length)
  const innermost = new Array<number>(rows.start.length).fill(-1)
  let left: { index: number; single: boolean }[] = []
  let block = -1
  for (let p = 0; p < passages.length; p++) {
    const first = bounds[p]
    const last = bounds[p + 1]
    const stretches = pairParagraph(
      text,
      rows,
      bounds,
      p,
      left.some(l => !l.single),
    )
    const unmarked = passages[p].quoted && first < last && !isMarked(stretches, first)
    const follows = unmarked && block >= 0 && p > 0 && passages[p - 1].block === passages[p].block ? block : -1
    block = -1
    const whole = unmarked ? drafts.length : -1
    if (unmarked) {
      drafts.push({
        stretch: { first, last, single: false, opened: false, closed: true },
        mark: 'block',
        parent: -1,
        continues: follows,
        closed: true,
      })
      block = whole
    }
    const open: number[] = whole >= 0 ? [whole] : []
    let lead = first
    const carried: typeof left = []
    for (const stretch of stretches) {
      while (open.length > 0 && drafts[open[open.length - 1]].stretch.last <= stretch.first) open.pop()
      const taken = stretch.first === lead ? left.find(l => l.single === stretch.single) : undefined
      if (stretch.first === lead && stretch.opened) lead++
      const index = drafts.length
      const parent = open.at(-1) ?? -1
      drafts.push({ stretch, mark: stretch.single ? 'single' : 'double', parent, continues: taken?.index ?? -1, closed: stretch.closed })
      if (stretch.opened) roles[stretch.first] = OPENING
      if (stretch.closed) roles[stretch.last - 1] = CLOSING
      else if (stretch.last === last) carried.push({ index, single: stretch.single })
      open.push(index)
    }
    for (let d = drafts.length - stretches.length - (whole >= 0 ? 1 : 0); d < drafts.length; d++)
      innermost.fill(d, drafts[d].stretch.first, drafts[d].stretch.last)
    left = carried
  }
  for (let d = drafts.length - 1; d >= 0; d--) {
    const { continues, closed } = drafts[d]
    if (continues >= 0 && closed) drafts[continues].closed = true
  }
  const quotations = drafts.map(({ stretch, mark, parent, continues, closed }) => ({
    start: rows.start[stretch.first],
    end: rows.end[stretch.last - 1],
    first: stretch.first,
    last: stretch.last,
    mark,
    closed,
    parent,
    continues,
  }))
  return { quotations, innermost, roles }
}
