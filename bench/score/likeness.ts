import type { Span } from '../../src/model/span.ts'
import type { Pair } from './gold.ts'

/** The words of a text, lower-cased, without the genitive's "'s". */
export const wordsOf = (text: string | null | undefined): string[] =>
  (text ?? '')
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .match(/[\p{L}\p{N}_]+/gu) ?? []

/** Intersection over union; 0 for two empty sets. */
export const likeness = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number => {
  let both = 0
  for (const one of a) if (b.has(one)) both++
  const union = a.size + b.size - both
  return union === 0 ? 0 : both / union
}

/** How much of `inner` lies in `outer`; 0 for nothing. */
export const shareIn = <T>(inner: ReadonlySet<T>, outer: ReadonlySet<T>): number => {
  let both = 0
  for (const one of inner) if (outer.has(one)) both++
  return inner.size === 0 ? 0 : both / inner.size
}

export const union = <T>(sets: readonly ReadonlySet<T>[]): Set<T> => new Set(sets.flatMap(set => [...set]))

export const pairsOf = (spans: readonly Span[]): Pair[] => spans.map(({ start, end }): Pair => [start, end])

/** The offsets that spans cover, without white space and quotation marks. */
export const charactersOf = (text: string, pairs: readonly Pair[]): Set<number> => {
  const out = new Set<number>()
  for (const [start, end] of pairs) for (let i = start; i < end; i++) if (!/[\s“”"‘’'«»„]/.test(text[i] ?? ' ')) out.add(i)
  return out
}

/** Where the pieces of a phrase stand in a text, one behind the other. Throws a `RangeError` where it has them not. */
export const findPieces = (text: string, pieces: string | readonly string[]): Pair[] => {
  let from = 0
  return [pieces].flat().map((piece): Pair => {
    const start = text.indexOf(piece, from)
    if (start < 0) throw new RangeError(`${JSON.stringify(piece)} is not in ${JSON.stringify(text)}; mend the case`)
    from = start + piece.length
    return [start, from]
  })
}

/** Whether a date or an interval that was read is the expected one: a day, its first digits, or `from..to`, in which any day is right. */
export const datesAgree = (expected: string, read: { readonly value: string; readonly precision: string } | null): boolean => {
  const days: readonly string[] = read?.value.match(/\d{4}(?:-\d\d){0,2}/g) ?? []
  const [from, to] = expected.split('..')
  if (to === undefined) return days.length > 0 && days[0].slice(0, from.length) === from
  const long = read?.precision === 'month' || read?.precision === 'interval'
  return days.some(day => (day.length === 10 ? from <= day && day <= to : long && from.slice(0, 7) <= day && day <= to.slice(0, 7)))
}

/** Whether two reasons have at least half their words in common. */
export const reasonsAgree = (expected: string, read: string | null | undefined): boolean =>
  likeness(new Set(wordsOf(expected)), new Set(wordsOf(read))) >= 0.5
