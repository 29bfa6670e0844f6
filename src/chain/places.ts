import type { Span } from '../model/span.ts'

/** A stretch of the text and the id of whom it speaks of. */
export interface Place {
  readonly span: Span
  readonly id: string
}

/** Places in text order, to be looked up by offset. */
export interface Places {
  readonly add: (span: Span, id: string) => void
  /** The places that begin before `offset`, the nearest first, `most` at the utmost. */
  readonly listBefore: (offset: number, most: number) => readonly Place[]
}

export const openPlaces = (initial: readonly Place[]): Places => {
  const rows = [...initial].sort((a, b) => a.span.start - b.span.start)
  const countBefore = (offset: number): number => {
    let low = 0
    let high = rows.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (rows[middle].span.start < offset) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    add: (span, id) => {
      rows.splice(countBefore(span.start), 0, { span, id })
    },
    listBefore: (offset, most) => {
      const count = countBefore(offset)
      return rows.slice(Math.max(0, count - most), count).reverse()
    },
  }
}
