import type { PdfLink, Run } from './pdf-pages.ts'

/** Words on one baseline without a wide gap between them; `order` is where the file writes them. */
export interface Stretch {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
  /** The font of all of its words; null where there are several. */
  readonly font: string | null
  readonly order: number
  readonly links: readonly { readonly words: string; readonly url: string }[]
}

const WORD_GAP = 0.12
const CHAIN_GAP = 0.6
const JOIN_GAP = 0.45

const joinTexts = (left: string, right: string, gap: number, size: number, spaced: boolean): string =>
  left.endsWith(' ') || right.startsWith(' ') || gap > size * (spaced ? 0.04 : WORD_GAP)
    ? `${left.trimEnd()} ${right.trimStart()}`
    : left + right

const heavier = (a: Stretch, b: Stretch): number => (a.text.length >= b.text.length ? a.size : b.size)

const attach = (a: Stretch, b: Stretch, spaced: boolean): Stretch => ({
  text: joinTexts(a.text, b.text, b.x - a.right, Math.max(a.size, b.size), spaced),
  x: Math.min(a.x, b.x),
  right: Math.max(a.right, b.right),
  y: a.text.length >= b.text.length ? a.y : b.y,
  size: heavier(a, b),
  font: a.font === b.font ? a.font : null,
  order: Math.min(a.order, b.order),
  links: b.links.length > 0 ? [...a.links, ...b.links] : a.links,
})

/** Whether two sizes may stand on one line: a raised figure beside its word, but no initial beside its text. */
const areOfOneLine = (a: Stretch, b: Stretch): boolean => {
  const small = Math.min(a.size, b.size)
  const large = Math.max(a.size, b.size)
  if (large > small * 1.7) return false
  const drop = Math.abs(a.y - b.y)
  return drop < small * 0.2 || (large > small * 1.15 && drop < large * 0.45)
}

/** The words of a run that lie on links. */
const findLinks = (links: readonly PdfLink[], { text, x, right, y, size }: Run): Stretch['links'] =>
  links
    .filter(
      link => link.left < right - size * 0.2 && link.right > x + size * 0.2 && link.top < y - size * 0.3 && link.bottom > y - size * 0.3,
    )
    .map(({ left, right: end, url }) => {
      const letter = (right - x) / text.length
      const words = [...text.matchAll(/\S+/g)].filter(({ index, 0: word }) => {
        const middle = x + (index + word.length / 2) * letter
        return middle > left && middle < end
      })
      return { words: words.map(([word]) => word).join(' '), url }
    })
    .filter(({ words }) => words !== '')

/** Joins runs to stretches: first those that the file writes one after the other, then what lies close on one baseline. */
export const joinRuns = (runs: readonly Run[], links: readonly PdfLink[]): Stretch[] => {
  const chained: Stretch[] = []
  const spaces: boolean[] = []
  for (const [order, run] of runs.entries()) {
    const { text, x, right, y, size, font, spaced } = run
    const stretch: Stretch = { text, x, right, y, size, font, order, links: links.length > 0 ? findLinks(links, run) : [] }
    const last = chained.at(-1)
    const gap = last ? x - last.right : 0
    const em = last ? Math.max(size, last.size) : 0
    if (last && areOfOneLine(last, stretch) && gap > -em * 0.3 && gap < em * CHAIN_GAP)
      chained[chained.length - 1] = attach(last, stretch, spaced)
    else {
      chained.push(stretch)
      spaces.push(spaced)
    }
  }
  const sorted = chained.map((stretch, at) => ({ stretch, spaced: spaces[at] })).sort((a, b) => a.stretch.x - b.stretch.x)
  const rows = new Map<number, number[]>()
  const joined: Stretch[] = []
  for (const { stretch, spaced } of sorted) {
    const row = Math.round(stretch.y / 4)
    let best = -1
    for (const near of [row - 2, row - 1, row, row + 1, row + 2])
      for (const at of rows.get(near)?.slice(-12) ?? []) {
        const gap = stretch.x - joined[at].right
        const em = Math.max(stretch.size, joined[at].size)
        if (
          gap > -em * 0.3 &&
          gap < em * JOIN_GAP &&
          areOfOneLine(joined[at], stretch) &&
          (best < 0 || joined[at].right > joined[best].right)
        )
          best = at
      }
    if (best >= 0) joined[best] = attach(joined[best], stretch, spaced)
    else {
      rows.set(row, [...(rows.get(row) ?? []), joined.length])
      joined.push(stretch)
    }
  }
  return joined.map(stretch => ({ ...stretch, text: stretch.text.replace(/ +/g, ' ').trim() })).filter(({ text }) => text !== '')
}

/** Groups stretches that stand on one baseline, top first, each row from left to right. */
export const makeRows = (stretches: readonly Stretch[]): Stretch[][] => {
  const rows: Stretch[][] = []
  for (const stretch of [...stretches].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1)
    if (row && areOfOneLine(row[0], stretch)) row.push(stretch)
    else rows.push([stretch])
  }
  return rows.map(row => row.sort((a, b) => a.x - b.x))
}

const isJustified = (gaps: readonly number[], widest: number): boolean => gaps.length === 0 || Math.max(...gaps) > widest * 0.5

/** Joins a row's stretches to lines: one where words are spread to fill it, several where a gap parts what does not belong together. */
export const joinRow = (row: readonly Stretch[], width: number): Stretch[] => {
  const lines: Stretch[] = [row[0]]
  const gaps = row.slice(1).map((stretch, at) => stretch.x - row[at].right)
  for (const [at, stretch] of row.slice(1).entries()) {
    const last = lines[lines.length - 1]
    const em = Math.max(stretch.size, last.size)
    const others = gaps.filter((_, other) => other !== at)
    const single = row.length === 2 && /\S \S/.test(`${last.text}|${stretch.text}`)
    // By Jane Roe                              3 March 2026
    const apart = gaps[at] > em * 2.5 && (width > em * 22 || single) && !(others.length > 0 && isJustified(others, gaps[at]))
    if (apart && !/^(?:[•‣◦▪●*–-]|\d{1,2}[.)]|\p{L}[\p{L} .]{0,18}:)$/u.test(last.text)) lines.push(stretch)
    else lines[lines.length - 1] = attach(last, stretch, true)
  }
  return lines
}
