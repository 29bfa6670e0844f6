import type { Span } from '../../../src/model/span.ts'

/** A row of two texts side by side: what both have, or what one has in place of what the other has. */
export interface Row {
  readonly kind: 'same' | 'changed' | 'added' | 'cut'
  readonly a: Span | null
  readonly b: Span | null
}

const gap = (text: string, start: number, end: number): Span | null => (text.slice(start, end).trim() === '' ? null : { start, end })

/**
 * Lays two texts side by side along the passages that they share. Passages that cross those before them are passed over, so that both texts are read from
 * top to bottom. `added` is what only `b` has, `cut` what only `a` has.
 */
export const layOutSides = (a: string, b: string, passages: readonly { readonly a: Span; readonly b: Span }[]): Row[] => {
  const rows: Row[] = []
  const between = (aEnd: number, bEnd: number): void => {
    const left = gap(a, atA, aEnd)
    const right = gap(b, atB, bEnd)
    if (left && right) rows.push({ kind: 'changed', a: left, b: right })
    else if (left) rows.push({ kind: 'cut', a: left, b: null })
    else if (right) rows.push({ kind: 'added', a: null, b: right })
  }
  let atA = 0
  let atB = 0
  for (const passage of [...passages].sort((p, q) => p.a.start - q.a.start)) {
    if (passage.a.start < atA || passage.b.start < atB) continue
    between(passage.a.start, passage.b.start)
    atA = passage.a.end
    atB = passage.b.end
    while (atA < a.length && atB < b.length && a[atA] === b[atB]) {
      atA++
      atB++
    }
    rows.push({ kind: 'same', a: { start: passage.a.start, end: atA }, b: { start: passage.b.start, end: atB } })
  }
  between(a.length, b.length)
  return rows
}
