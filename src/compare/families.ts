import type { Reuse } from '../model/reuse.ts'

/** Publications of one text, in whole or in part: ids, in the order in which the pairs name them. `root` is the one that others have it from and that has it from none. */
export interface Family {
  readonly members: readonly string[]
  readonly root: string | null
}

/** Two groups are one family where more than this part of the pairs between them share text. */
const LINKED = 0.5

type Counts = Map<number, number>

const giverOf = ({ direction, a, b }: Reuse): { taker: string; giver: string } | null =>
  direction === 'a-from-b'
    ? { taker: a.publication, giver: b.publication }
    : direction === 'b-from-a'
      ? { taker: b.publication, giver: a.publication }
      : null

/**
 * Groups copies and excerpts into families: average linkage over who shares text with whom, so that a round-up of two stories does not make them one. Excerpts
 * of different parts of one text share nothing with each other; they are joined by having it from the same publication, where they have text from no stranger to it.
 */
export const groupFamilies = (pairs: readonly Reuse[]): Family[] => {
  const copies = pairs.filter(({ sharing }) => sharing === 'copy' || sharing === 'excerpt')
  const ids = [...new Set(copies.flatMap(({ a, b }) => [a.publication, b.publication]))]
  const numbers = new Map(ids.map((id, index) => [id, index]))
  const links = copies
    .map(pair => {
      const [a, b] = [numbers.get(pair.a.publication)!, numbers.get(pair.b.publication)!]
      const told = giverOf(pair)
      return { a, b, giver: told ? numbers.get(told.giver)! : null, weight: pair.containment }
    })
    .sort((one, other) => other.weight - one.weight)
  const linked = new Set(links.map(({ a, b }) => (a < b ? a * ids.length + b : b * ids.length + a)))
  const isLinked = (a: number, b: number): boolean => a === b || linked.has(a < b ? a * ids.length + b : b * ids.length + a)

  const group = ids.map((_, index) => index)
  const find = (index: number): number => {
    let top = index
    while (group[top] !== top) top = group[top]
    for (let at = index; group[at] !== top; ) [group[at], at] = [top, group[at]]
    return top
  }
  const size = ids.map(() => 1)
  const between: Counts[] = ids.map(() => new Map())
  const add = (counts: Counts, at: number, count: number): void => void counts.set(at, (counts.get(at) ?? 0) + count)
  for (const { a, b } of links) {
    add(between[a], b, 1)
    add(between[b], a, 1)
  }
  const givers: number[][] = ids.map(() => [])
  for (const { a, b, giver } of links) if (giver !== null) givers[giver === a ? b : a].push(giver)

  const merge = (one: number, other: number): void => {
    const [into, out] = between[one].size >= between[other].size ? [one, other] : [other, one]
    for (const [neighbour, count] of between[out]) {
      between[neighbour].delete(out)
      if (neighbour === into) continue
      add(between[into], neighbour, count)
      add(between[neighbour], into, count)
    }
    between[into].delete(out)
    between[out].clear()
    group[out] = into
    size[into] += size[out]
  }

  for (let merged = true; merged; ) {
    merged = false
    for (const { a, b, giver } of links) {
      const [one, other] = [find(a), find(b)]
      if (one === other) continue
      const taker = giver === a ? b : a
      const alike = (between[one].get(other) ?? 0) > LINKED * size[one] * size[other]
      const given = giver !== null && size[find(taker)] === 1 && givers[taker].every(third => isLinked(third, giver))
      if (!alike && !given) continue
      merge(one, other)
      merged = true
    }
  }

  const members = new Map<number, number[]>()
  for (const index of ids.keys()) members.set(find(index), [...(members.get(find(index)) ?? []), index])
  return [...members.values()]
    .filter(group => group.length > 1)
    .map(group => {
      const inside = new Set(group)
      const giving = new Set(group.flatMap(index => givers[index].filter(giver => inside.has(giver))))
      const roots = group.filter(index => giving.has(index) && !givers[index].some(giver => inside.has(giver)))
      return { members: group.map(index => ids[index]), root: roots.length === 1 ? ids[roots[0]] : null }
    })
}
