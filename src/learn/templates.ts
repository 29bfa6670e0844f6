/** Rows of a table before its first position and after its last, so that a template may look two positions to either side. */
const MARGIN = 2

/** What a learner looks at: a 32-bit number for each position and each column. Column `c` at position `i` is `cells[c * stride + margin + i]`. */
export interface Table {
  readonly length: number
  readonly stride: number
  readonly cells: Int32Array
}

/** Up to three cells, by column and how many positions away, whose numbers together are one feature. */
export interface Template {
  readonly salt: number
  readonly places: readonly { readonly column: number; readonly shift: number }[]
}

/** An empty table. */
export const createTable = (columns: number, length: number): Table => {
  const stride = length + 2 * MARGIN
  return { length, stride, cells: new Int32Array(columns * stride) }
}

/** One column of a table, its margins filled with `edge`; position `i` is at `at(0) + i`. */
export const columnStart = ({ stride, cells }: Table, column: number, edge: number): number => {
  const start = column * stride
  if (edge !== 0)
    for (let i = 0; i < MARGIN; i++) {
      cells[start + i] = edge
      cells[start + stride - 1 - i] = edge
    }
  return start + MARGIN
}

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
      return { column, shift: Number(shift ?? 0) }
    })
    if (places.length > 3) throw new RangeError(`template ${JSON.stringify(template)}: at most three places`)
    return { salt: Math.imul(firstNumber + k, 0x27d4eb2f), places }
  })

/** Spreads what was combined over all 32 bits: one round of MurmurHash3's finaliser (Appleby), which is enough for values that are hashes themselves. */
const finish = (h: number): number => {
  const x = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  return x ^ (x >>> 13)
}

/** Writes the hash of a template's cells at each position to `out`. */
export const hashTemplate = ({ length, stride, cells }: Table, { salt, places }: Template, out: Int32Array): void => {
  const [a, b, c] = places.map(({ column, shift }) => column * stride + MARGIN + shift)
  if (c !== undefined)
    for (let i = 0; i < length; i++)
      out[i] = finish(
        Math.imul(cells[a + i], 0x9e3779b1) ^ Math.imul(cells[b + i], 0x85ebca77) ^ Math.imul(cells[c + i], 0xc2b2ae3d) ^ salt,
      )
  else if (b !== undefined)
    for (let i = 0; i < length; i++) out[i] = finish(Math.imul(cells[a + i], 0x9e3779b1) ^ Math.imul(cells[b + i], 0x85ebca77) ^ salt)
  else for (let i = 0; i < length; i++) out[i] = finish(Math.imul(cells[a + i], 0x9e3779b1) ^ salt)
}
