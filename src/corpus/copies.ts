import type { Reuse } from '../model/reuse.ts'
import type { Span } from '../model/span.ts'

/** Whether a pair means that one has it from the other, or both from a third. */
export const isCopied = ({ sharing }: Reuse): boolean => sharing === 'copy' || sharing === 'excerpt'

/** Who of a pair has it from the other: the one that the evidence says, else the later one; of equals the second. */
export const findCopier = ({ a, b, direction }: Reuse): 'a' | 'b' => {
  if (direction === 'a-from-b') return 'a'
  if (direction === 'b-from-a') return 'b'
  const [one, other] = [Date.parse(a.publishedAt ?? ''), Date.parse(b.publishedAt ?? '')]
  return one > other ? 'a' : 'b'
}

/** Takes pairs one by one, then tells the stretches that each publication has from another one, by its id. */
export const gatherCopied = () => {
  const copied = new Map<string, Span[]>()
  return {
    add: (pair: Reuse): void => {
      if (!isCopied(pair)) return
      const side = findCopier(pair)
      const spans = pair.passages.map(passage => passage[side])
      const known = copied.get(pair[side].publication)
      if (known) known.push(...spans)
      else copied.set(pair[side].publication, spans)
    },
    list: (): ReadonlyMap<string, readonly Span[]> => copied,
  }
}

/** The stretches that each publication has from another one, by its id. */
export const findCopied = (pairs: readonly Reuse[]): ReadonlyMap<string, readonly Span[]> => {
  const copied = gatherCopied()
  for (const pair of pairs) copied.add(pair)
  return copied.list()
}
