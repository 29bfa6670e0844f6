/** Rows of a table before its first position and after its last, so that a template may look two positions to either side. */
const MARGIN = 2

/** What a learner looks at: a 32-bit number for each position and each column. Column `c` at position `i` is `cells[c * stride + margin + i]`. */
export interface Table {
  readonly length: number
  readonly stride: number
  readonly cells: Int32Array
}

/** Up to three cells, each by its column and its place in that column seen from a position, whose numbers together are one feature; column -1 is none. */
export interface Template {
  readonly salt: number
  readonly columnA: number
  readonly placeA: number
  readonly columnB: number
  readonly placeB: number
  readonly columnC: number
  readonly placeC: number
}

/** An empty table, and for each column the cell of its first position. Beyond its ends a column has the number that `edges` gives it, else 0. */
export const openTable = <Column extends string>(
  columns: readonly Column[],
  length: number,
  edges: Readonly<Partial<Record<Column, number>>>,
): { readonly table: Table; readonly at: Readonly<Record<Column, number>> } => {
  const stride = length + 2 * MARGIN
  const cells = new Int32Array(columns.length * stride)
  const at = {} as Record<Column, number>
  columns.forEach((column, k) => {
    at[column] = k * stride + MARGIN
    const edge = edges[column] ?? 0
    if (edge === 0) return
    cells.fill(edge, k * stride, k * stride + MARGIN)
    cells.fill(edge, (k + 1) * stride - MARGIN, (k + 1) * stride)
  })
  return { table: { length, stride, cells }, at }
}

const none = { column: -1, place: 0 }

/**
 * Reads templates as they are written down: `tag-1 tag` looks at the column `tag` one position before and at the position itself.
 * Throws a `RangeError` for a column that there is not, for more than three places and for a shift beyond the margins.
 */
export const readTemplates = (columns: readonly string[], written: readonly string[], firstNumber: number): Template[] =>
  written.map((template, k) => {
    const places = template.split(' ').map(place => {
      const [, name, shift] = /^(\w+?)([+-]\d)?$/.exec(place) ?? []
      const column = columns.indexOf(name)
      if (column < 0 || Math.abs(Number(shift ?? 0)) > MARGIN)
        throw new RangeError(`template ${JSON.stringify(template)}: ${JSON.stringify(place)} is no column within ${MARGIN} positions`)
      return { column, place: MARGIN + Number(shift ?? 0) }
    })
    if (places.length > 3) throw new RangeError(`template ${JSON.stringify(template)}: at most three places`)
    const [a, b = none, c = none] = places
    return {
      salt: Math.imul(firstNumber + k, 0x27d4eb2f),
      columnA: a.column,
      placeA: a.place,
      columnB: b.column,
      placeB: b.place,
      columnC: c.column,
      placeC: c.place,
    }
  })

/** Spreads what was combined over all 32 bits: one round of MurmurHash3's finaliser (Appleby), which is enough for values that are hashes themselves. */
const finish = (h: number): number => {
  const x = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  return x ^ (x >>> 13)
}

const first = (value: number, salt: number): number => finish(Math.imul(value, 0x9e3779b1) ^ salt)
const second = (a: number, b: number, salt: number): number => finish(Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77) ^ salt)
const third = (a: number, b: number, c: number, salt: number): number =>
  finish(Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77) ^ Math.imul(c, 0xc2b2ae3d) ^ salt)

/** Writes the hash of a template's cells at every position to `out`. */
export const hashTemplate = ({ length, stride, cells }: Table, template: Template, out: Int32Array): void => {
  const { salt } = template
  const a = template.columnA * stride + template.placeA
  const b = template.columnB * stride + template.placeB
  const c = template.columnC * stride + template.placeC
  if (c >= 0) for (let i = 0; i < length; i++) out[i] = third(cells[a + i], cells[b + i], cells[c + i], salt)
  else if (b >= 0) for (let i = 0; i < length; i++) out[i] = second(cells[a + i], cells[b + i], salt)
  else for (let i = 0; i < length; i++) out[i] = first(cells[a + i], salt)
}

/** Writes the hash of a template's cells at some positions to `out`. */
export const hashPlaces = ({ stride, cells }: Table, template: Template, positions: Int32Array, out: Int32Array): void => {
  const { salt } = template
  const a = template.columnA * stride + template.placeA
  const b = template.columnB * stride + template.placeB
  const c = template.columnC * stride + template.placeC
  for (let k = 0; k < positions.length; k++) {
    const i = positions[k]
    out[k] =
      c >= 0
        ? third(cells[a + i], cells[b + i], cells[c + i], salt)
        : b >= 0
          ? second(cells[a + i], cells[b + i], salt)
          : first(cells[a + i], salt)
  }
}

/** Brings `width` columns, each written by `fill`, into the order of positions: `width` numbers for each. */
export const gatherColumns = (length: number, width: number, fill: (k: number, out: Int32Array) => void): Int32Array => {
  const column = new Int32Array(length)
  const out = new Int32Array(length * width)
  for (let k = 0; k < width; k++) {
    fill(k, column)
    for (let i = 0; i < length; i++) out[i * width + k] = column[i]
  }
  return out
}
