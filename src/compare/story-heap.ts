/** Two groups that may be joined, by number. */
export interface Candidate {
  readonly a: number
  readonly b: number
  readonly likeness: number
}

/** A heap of candidates, the likest on top. */
export const openHeap = () => {
  const rows: Candidate[] = []
  const isBefore = (x: Candidate, y: Candidate) =>
    x.likeness > y.likeness || (x.likeness === y.likeness && (x.a < y.a || (x.a === y.a && x.b < y.b)))
  const swap = (i: number, j: number) => {
    const row = rows[i]
    rows[i] = rows[j]
    rows[j] = row
  }
  return {
    push: (candidate: Candidate): void => {
      rows.push(candidate)
      for (let at = rows.length - 1; at > 0; ) {
        const up = (at - 1) >> 1
        if (!isBefore(rows[at], rows[up])) break
        swap(at, up)
        at = up
      }
    },
    pop: (): Candidate | undefined => {
      const top = rows[0]
      const last = rows.pop()
      if (rows.length > 0 && last !== undefined) {
        rows[0] = last
        for (let at = 0; ; ) {
          const [left, right] = [2 * at + 1, 2 * at + 2]
          let best = at
          if (left < rows.length && isBefore(rows[left], rows[best])) best = left
          if (right < rows.length && isBefore(rows[right], rows[best])) best = right
          if (best === at) break
          swap(at, best)
          at = best
        }
      }
      return top
    },
  }
}
