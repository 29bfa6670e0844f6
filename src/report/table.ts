import { cleanText, measureColumns } from './layout.ts'

export interface Column {
  readonly title: string
  readonly align?: 'right'
  /** Is cut where the table is too wide, those with the larger number first; others never are. */
  readonly gives?: number
}

const GAP = 2
const NARROWEST = 8

const cut = (text: string, width: number): string => {
  if (measureColumns(text) <= width) return text
  let used = 0
  let kept = ''
  for (const character of text) {
    used += measureColumns(character)
    if (used >= width) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}

const shareWidth = (columns: readonly Column[], natural: readonly number[], width: number): number[] => {
  const widths = [...natural]
  const order = columns
    .map(({ gives = 0 }, index) => ({ gives, index }))
    .filter(({ gives }) => gives > 0)
    .sort((a, b) => b.gives - a.gives)
  for (const { index } of order) {
    const excess = widths.reduce((sum, size) => sum + size, GAP * (columns.length - 1)) - width
    if (excess > 0) widths[index] = Math.max(Math.min(NARROWEST, widths[index]), widths[index] - excess)
  }
  return widths
}

/** A table as lines, its head first, no wider than `width` where its columns allow it. Text is cleaned of what terminals obey. */
export const layOutTable = (columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string[] => {
  const cells = rows.map(row => row.map(cleanText))
  const natural = columns.map(({ title }, index) =>
    cells.reduce((most, row) => Math.max(most, measureColumns(row[index])), measureColumns(title)),
  )
  const widths = shareWidth(columns, natural, width)
  const print = (row: readonly string[]): string =>
    row
      .map((text, index) => {
        const shown = cut(text, widths[index])
        const pad = ' '.repeat(Math.max(0, widths[index] - measureColumns(shown)))
        return columns[index].align === 'right' ? pad + shown : shown + pad
      })
      .join(' '.repeat(GAP))
      .trimEnd()
  return [print(columns.map(({ title }) => title)), ...cells.map(print)]
}
