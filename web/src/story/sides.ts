import type { Span } from '../../../src/model/span.ts'

/** A row of two texts side by side: what both have, or what one has in place of what the other has. */
export interface Row {
  readonly kind: 'same' | 'changed' | 'added' | 'cut'
  readonly a: Span | null
  readonly b: Span | null
}

const gap = (text: string, start: number, end: number): Span | null => (text.slice(start, end).trim() === '' ? null : { start, end })

const short = 6
const listWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? []

/** Whether one stretch says the other in other words: few words both, or a quarter of the shorter one's in common. */
const areAlike = (a: string, b: string): boolean => {
  const [fewer, more] = [listWords(a), listWords(b)].sort((x, y) => x.length - y.length)
  if (more.length <= short) return true
  const known = new Set(more)
  return fewer.filter(word => known.has(word)).length * 4 >= fewer.length
}

/**
 * Lays two texts side by side along the passages that they share. Passages that cross those before them are passed over, so that both texts are read from
 * top to bottom. `added` is what only `b` has, `cut` what only `a` has.
 */
export const layOutSides = (a: string, b: string, passages: readonly { readonly a: Span; readonly b: Span }[]): Row[] => {
  const rows: Row[] = []
  const between = (aEnd: number, bEnd: number): void => {
    const left = gap(a, atA, aEnd)
    const right = gap(b, atB, bEnd)
    if (left && right && areAlike(a.slice(left.start, left.end), b.slice(right.start, right.end)))
      return void rows.push({ kind: 'changed', a: left, b: right })
    if (left) rows.push({ kind: 'cut', a: left, b: null })
    if (right) rows.push({ kind: 'added', a: null, b: right })
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
