import type { Identity } from '../../../src/model/source.ts'
import type { Cell } from '../../../src/model/tally.ts'

/** What figures are drawn of: which measure, whether copies count, and which publications. Months are `2025-10`, both ends included. */
export interface View {
  readonly measure: 'words' | 'claims'
  readonly copies: boolean
  readonly publisher: string | null
  readonly from: string | null
  readonly to: string | null
}

/** One bar: how much rests on each identity. */
export interface Bar {
  readonly label: string
  readonly values: Readonly<Record<Identity, number>>
  readonly total: number
}

const nothing = (): Record<Identity, number> => ({ named: 0, unnamed: 0, anonymous: 0, unspecified: 0 })

/** The cells that a view looks at. */
export const chooseCells = (cells: readonly Cell[], { copies, publisher, from, to }: View): Cell[] =>
  cells.filter(
    cell =>
      (copies || !cell.copies) &&
      (publisher === null || cell.publisher === publisher) &&
      (from === null || (cell.month !== null && cell.month >= from.slice(0, 7))) &&
      (to === null || (cell.month !== null && cell.month <= to.slice(0, 7))),
  )

/** Adds cells up to bars by what `labelOf` says of them; those without a label are left out. */
export const addUp = (cells: readonly Cell[], labelOf: (cell: Cell) => string | null, measure: View['measure']): Bar[] => {
  const bars = new Map<string, Record<Identity, number>>()
  for (const cell of cells) {
    const label = labelOf(cell)
    if (label === null) continue
    const values = bars.get(label) ?? nothing()
    for (const identity of Object.keys(values) as Identity[]) values[identity] += cell[measure][identity]
    bars.set(label, values)
  }
  return [...bars].map(([label, values]) => ({ label, values, total: Object.values(values).reduce((sum, value) => sum + value, 0) }))
}

/** Months from the first to the last, also those without publications, at most `most` of the latest. */
export const fillMonths = (bars: readonly Bar[], most = 36): Bar[] => {
  const known = new Map(bars.map(bar => [bar.label, bar]))
  const labels = [...known.keys()].filter(label => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(label)).sort()
  const last = labels.at(-1)
  if (last === undefined) return []
  const filled: Bar[] = []
  for (let [year, month] = last.split('-').map(Number); filled.length < most; ) {
    const label = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
    if (label < labels[0]) break
    filled.push(known.get(label) ?? { label, values: nothing(), total: 0 })
    month--
    if (month === 0) [year, month] = [year - 1, 12]
  }
  return filled.reverse()
}

/** A table as CSV (RFC 4180). What a spreadsheet would take for a formula is kept from being one. */
export const writeCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  rows
    .map(row =>
      row
        .map(value => {
          const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
          return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
        })
        .join(','),
    )
    .join('\r\n')
    .concat('\r\n')
