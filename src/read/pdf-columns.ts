import { joinRow, makeRows, type Stretch } from './pdf-lines.ts'

interface Interval {
  readonly from: number
  readonly to: number
}

const DEEPEST = 16
const HEADING = 1.25

const medianOf = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

/** The size of most of the letters. */
export const commonSize = (stretches: readonly { readonly text: string; readonly size: number }[]): number => {
  const letters = new Map<number, number>()
  for (const { text, size } of stretches) {
    const key = Math.round(size * 4) / 4
    letters.set(key, (letters.get(key) ?? 0) + text.length)
  }
  let common = 0
  let most = 0
  for (const [size, count] of letters) if (count > most) [common, most] = [size, count]
  return common
}

const topOf = ({ y, size }: Stretch) => y - size * 0.72
const bottomOf = ({ y, size }: Stretch) => y + size * 0.18

/** What of `free` is still free when `taken` is. */
const subtract = (free: readonly Interval[], taken: Interval): Interval[] =>
  free.flatMap(({ from, to }) =>
    taken.to <= from || taken.from >= to
      ? [{ from, to }]
      : [
          { from, to: Math.min(to, taken.from) },
          { from: Math.max(from, taken.to), to },
        ].filter(interval => interval.to - interval.from > 0.5),
  )

const findFree = (stretches: readonly Stretch[]): Interval[] => {
  const sorted = [...stretches].sort((a, b) => a.x - b.x)
  const free: Interval[] = []
  let reach = sorted[0]?.right ?? 0
  for (const { x, right } of sorted) {
    if (x > reach) free.push({ from: reach, to: x })
    reach = Math.max(reach, right)
  }
  return free
}

const rowsOf = (stretches: readonly Stretch[]): number => makeRows(stretches).length

/** Whether what stands beside a gap is a column, and not the marks or names that hang before the lines of a list or an interview. */
const isColumn = (part: readonly Stretch[], beside: readonly Stretch[], gap: number, em: number): boolean => {
  const rows = rowsOf(part)
  if (rows < (gap > em * 1.5 ? 2 : 3)) return false
  const left = Math.min(...part.map(({ x }) => x))
  const right = Math.max(...part.map(stretch => stretch.right))
  if (right - left < em * 5) return false
  const letters = part.reduce((sum, { text }) => sum + text.length, 0) / rows
  if (letters < 8) return false
  if (right - left > em * 9) return true
  const aligned = part.filter(({ y }) => beside.some(other => Math.abs(other.y - y) < em * 0.15)).length
  return !(aligned > part.length * 0.85 && rows < rowsOf(beside) * 0.6)
}

/** Whether most rows begin at one edge, or one indentation from it: gaps that chance puts one above the other do not. */
const isFlush = (part: readonly Stretch[], em: number): boolean => {
  const facing = part.filter(({ x, y }) => !part.some(other => other.x < x - em && Math.abs(other.y - y) < em * 0.8))
  const starts = facing.map(({ x }) => x)
  const edge = Math.min(...starts)
  const near = (from: number) => starts.filter(start => Math.abs(start - from) < em * 0.35).length
  return starts.some(start => start - edge < em * 3 && near(start) >= starts.length * 0.5)
}

/** The columns that empty strips from top to bottom cut stretches into, from left to right; one where there are none. */
const cutColumns = (stretches: readonly Stretch[], em: number): Stretch[][] => {
  const columns: Stretch[][] = []
  let rest = stretches
  for (const { from, to } of findFree(stretches)) {
    if (to - from < Math.max(em * 0.55, 3)) continue
    const left = rest.filter(({ x }) => x < from)
    const right = rest.filter(({ x }) => x >= to)
    if (
      left.length === 0 ||
      right.length === 0 ||
      !isColumn(left, right, to - from, em) ||
      !isColumn(right, left, to - from, em) ||
      !isFlush(right, em)
    )
      continue
    columns.push(left)
    rest = right
  }
  return [...columns, [...rest]]
}

/** Cuts at every height at which nothing stands. */
const cutBands = (stretches: readonly Stretch[]): Stretch[][] => {
  const sorted = [...stretches].sort((a, b) => topOf(a) - topOf(b))
  const bands: Stretch[][] = []
  let bottom = Number.NEGATIVE_INFINITY
  for (const stretch of sorted) {
    if (topOf(stretch) > bottom - 0.5) bands.push([stretch])
    else bands[bands.length - 1].push(stretch)
    bottom = Math.max(bottom, bottomOf(stretch))
  }
  return bands
}

/** Where a new story begins: a headline after a gap that crosses all columns. */
const cutStories = (bands: readonly Stretch[][], em: number): Stretch[][] => {
  const stories: Stretch[][] = [[...bands[0]]]
  for (let at = 1; at < bands.length; at++) {
    const above = Math.max(...bands[at - 1].map(bottomOf))
    const opens = bands[at].every(({ size }) => size > em * HEADING) && Math.min(...bands[at].map(topOf)) - above > em * 0.8
    const story = stories[stories.length - 1]
    if (opens && rowsOf(story) > 4 && story.some(({ size }) => size < em * HEADING)) stories.push([...bands[at]])
    else story.push(...bands[at])
  }
  return stories
}

/** Joins bands to runs: the longest that have columns together, and between them what spans the page. */
const groupBands = (bands: readonly Stretch[][], em: number): Stretch[][] => {
  const groups: { readonly columned: boolean; readonly stretches: Stretch[] }[] = []
  for (let first = 0; first < bands.length; first++) {
    let free: readonly Interval[] = [{ from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }]
    let last = first
    let members: Stretch[] = []
    for (let at = first; at < bands.length; at++) {
      for (const { x, right } of bands[at]) free = subtract(free, { from: x, to: right })
      if (!free.some(({ from, to }) => Number.isFinite(from) && Number.isFinite(to) && to - from >= em * 0.55) && at > first) break
      members = members.concat(bands[at])
      last = at
    }
    // the end of a headline, over the first column only
    const isHeadline = groups.length > 0 && bands[first].every(({ size }) => size > em * 1.15)
    if (!isHeadline && cutColumns(members, em).length > 1) {
      groups.push({ columned: true, stretches: members })
      first = last
      continue
    }
    const group = groups.at(-1)
    if (group && !group.columned) group.stretches.push(...bands[first])
    else groups.push({ columned: false, stretches: [...bands[first]] })
  }
  return groups.map(({ stretches }) => stretches)
}

const cut = (stretches: readonly Stretch[], depth: number): Stretch[][] => {
  if (stretches.length < 4 || depth > DEEPEST) return [[...stretches]]
  const em = commonSize(stretches)
  const bands = cutBands(stretches)
  const stories = cutStories(bands, em)
  if (stories.length > 1) return stories.flatMap(story => cut(story, depth + 1))
  const columns = cutColumns(stretches, em)
  if (columns.length > 1) return columns.flatMap(column => cut(column, depth + 1))
  const groups = groupBands(bands, em)
  return groups.length > 1 ? groups.flatMap(group => cut(group, depth + 1)) : [[...stretches]]
}

/** Whether columns that no straight cut parts stand in one region: then the order of the file is the best there is. */
const isTangled = (rows: readonly Stretch[][], em: number): boolean => {
  const parted = rows.filter(row => row.some((stretch, at) => at > 0 && stretch.x - row[at - 1].right > em * 1.5)).length
  return rows.length >= 6 && parted > rows.length * 0.4
}

/**
 * Puts a page's stretches into columns and those into reading order: recursive cuts along empty strips, columns before bands
 * (after Nagy and Seth's X-Y cut), but what spans several columns first parts what is above it from what is below.
 */
export const readColumns = (stretches: readonly Stretch[]): Stretch[][] =>
  cut(stretches, 0).map(region => {
    const em = medianOf(region.map(({ size }) => size))
    const rows = makeRows(region)
    if (isTangled(rows, em)) return [...region].sort((a, b) => a.order - b.order)
    const width = Math.max(...region.map(({ right }) => right)) - Math.min(...region.map(({ x }) => x))
    return rows.flatMap(row => joinRow(row, width))
  })
