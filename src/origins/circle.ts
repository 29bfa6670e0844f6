import type { Rest } from './rest.ts'

/** More outlets than this are not searched for rings: what cites each other in rings is few. */
const LARGEST = 200
const LONGEST = 6
const MOST = 50

const timeOf = ({ publication }: Rest): number => {
  const time = Date.parse(publication.publishedAt ?? '')
  return Number.isNaN(time) ? 0 : time
}

/** Rings of publications for one claim, each having it from the next one's outlet, the last from the first one's: "A cites B, B cites A". */
export const findCircles = (rests: readonly Rest[]): string[][] => {
  const present = new Set(rests.map(({ outlet }) => outlet))
  const cites = new Map<string, Map<string, Rest>>()
  for (const rest of rests) {
    if (rest.from === null || rest.from === rest.outlet || rest.via !== 'cited' || !present.has(rest.from)) continue
    const targets = cites.get(rest.outlet) ?? new Map<string, Rest>()
    if (!targets.has(rest.from)) targets.set(rest.from, rest)
    cites.set(rest.outlet, targets)
  }
  const outlets = [...cites.keys()].slice(0, LARGEST)
  const rings: string[][] = []
  const walk = (start: string, path: readonly string[], edges: readonly Rest[]): void => {
    for (const [next, rest] of cites.get(path.at(-1)!) ?? []) {
      if (rings.length >= MOST) return
      if (next === start) rings.push(closeRing([...edges, rest], rests))
      else if (!path.includes(next) && path.length < LONGEST && outlets.indexOf(next) > outlets.indexOf(start))
        walk(start, [...path, next], [...edges, rest])
    }
  }
  for (const start of outlets) walk(start, [start], [])
  return rings
}

/** The ring begins with its latest publication, and ends with the one in which its outlet had the claim first, where that is another. */
const closeRing = (edges: readonly Rest[], rests: readonly Rest[]): string[] => {
  const latest = edges.reduce((best, edge, index) => (timeOf(edge) > timeOf(edges[best]) ? index : best), 0)
  const ordered = [...edges.slice(latest), ...edges.slice(0, latest)]
  const earlier = rests
    .filter(rest => rest.outlet === ordered[0].outlet && timeOf(rest) < timeOf(ordered.at(-1)!))
    .sort((a, b) => timeOf(a) - timeOf(b))[0]
  const ids = ordered.map(({ statement }) => statement.publication)
  return earlier === undefined || ids.includes(earlier.statement.publication) ? ids : [...ids, earlier.statement.publication]
}
