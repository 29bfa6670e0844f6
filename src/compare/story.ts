import { hashString } from '../learn/hash.ts'
import { emptyWords } from '../lexicon/en/empty-words.ts'
import type { Story } from '../model/claim.ts'
import type { Publication } from '../model/publication.ts'
import { stemOf } from './statement-words.ts'

/** The cosine that two groups of articles must reach on average to be about one event; the form was chosen, with the figures below, on two halves of the rumours by turns, in `bench/`. */
const TOGETHER = 0.28
/** And the share of what the looser of two groups of three or more has within itself: related events are liked less across than within. */
const COHESION = 0.5
/** Words of an article that are read, and how many of its heaviest terms find it others. */
const LONGEST = 400
const HEAVIEST = 40
/** A word with a capital counts so often, a word among the first so often, and a pair of words so much of one. */
const NAME = 2
const LEAD = 100
const LEADING = 2
const PAIR = 0.5
/** How much more a rare term weighs than by its inverse document frequency alone, where there are articles enough to tell which is rare. */
const RARITY = 2
const ENOUGH = 100
/** An article takes on the terms of so many that are nearest to it, at least so alike, together weighing so much against its own; of them all it keeps the heaviest. */
const NEAREST = 5
const LEAST_NEAR = 0.08
const TAKEN_ON = 2
const KEPT = 400
/** A term in more articles than this finds none. */
const LONGEST_LIST = 400

/** Terms by number, their weights of unit length. */
type Vector = ReadonlyMap<number, number>

const word = /\p{L}[\p{L}\p{M}]*|\d+(?:[.,]\d+)*/gu

const countTerms = (publication: Publication): Map<string, number> => {
  const { title, text } = publication.trace.document
  const counts = new Map<string, number>()
  const add = (term: string, times: number) => counts.set(term, (counts.get(term) ?? 0) + times)
  let read = 0
  let last = ''
  for (const match of `${title ?? ''}\n${text}`.matchAll(word)) {
    if (read++ > LONGEST) break
    const lower = match[0].toLowerCase()
    if (emptyWords.has(lower) || lower.length < 2) {
      last = ''
      continue
    }
    const stem = stemOf(lower)
    add(stem, (/^\p{Lu}/u.test(match[0]) ? NAME : 1) * (read < LEAD ? LEADING : 1))
    if (last !== '') add(`${last} ${stem}`, 1)
    last = stem
  }
  return counts
}

const scale = (terms: Iterable<readonly [number, number]>): Vector => {
  const vector = new Map(terms)
  let square = 0
  for (const weight of vector.values()) square += weight * weight
  const length = Math.sqrt(square) || 1
  for (const [term, weight] of vector) vector.set(term, weight / length)
  return vector
}

/** Vectors of the terms of each publication: log frequency by inverse document frequency (Salton and Buckley), of unit length. */
const makeVectors = (publications: readonly Publication[]): Vector[] => {
  const counts = publications.map(countTerms)
  const inDocuments = new Map<string, number>()
  for (const terms of counts) for (const term of terms.keys()) inDocuments.set(term, (inDocuments.get(term) ?? 0) + 1)
  const numbers = new Map<string, number>()
  const rarity = RARITY * Math.min(1, Math.log(publications.length) / Math.log(ENOUGH))
  return counts.map(terms => {
    const vector = new Map<number, number>()
    for (const [term, times] of terms) {
      const documents = inDocuments.get(term)!
      if (documents < 2 && term.includes(' ')) continue
      const weight = (1 + Math.log(times)) * Math.log(1 + publications.length / documents) ** rarity * (term.includes(' ') ? PAIR : 1)
      const number = numbers.get(term) ?? numbers.size
      numbers.set(term, number)
      vector.set(number, weight)
    }
    return scale(vector)
  })
}

interface Cluster {
  readonly members: readonly number[]
  /** The sum of the members' vectors. */
  readonly sum: Vector
}

const dot = (a: Vector, b: Vector): number => {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [term, weight] of short) sum += weight * (long.get(term) ?? 0)
  return sum
}

/** The mean cosine between members of the one and of the other. */
const averageOf = (a: Cluster, b: Cluster): number => dot(a.sum, b.sum) / (a.members.length * b.members.length)

/** The mean cosine between different members; 0 for fewer than three, which say little of how alike members are. */
const cohesionOf = ({ members, sum }: Cluster): number => {
  const count = members.length
  return count < 3 ? 0 : (dot(sum, sum) - count) / (count * (count - 1))
}

const merge = (a: Cluster, b: Cluster): Cluster => {
  const [large, small] = a.sum.size >= b.sum.size ? [a, b] : [b, a]
  const sum = new Map(large.sum)
  for (const [term, weight] of small.sum) sum.set(term, (sum.get(term) ?? 0) + weight)
  return { members: [...a.members, ...b.members].sort((x, y) => x - y), sum }
}

/** For each article the others that share its heaviest terms. */
const findNeighbours = (vectors: readonly Vector[]): Set<number>[] => {
  const lists = new Map<number, number[]>()
  const heaviest = vectors.map(vector =>
    [...vector]
      .sort((a, b) => b[1] - a[1])
      .slice(0, HEAVIEST)
      .map(([term]) => term),
  )
  heaviest.forEach((terms, index) => {
    for (const term of terms) {
      const list = lists.get(term)
      if (list === undefined) lists.set(term, [index])
      else list.push(index)
    }
  })
  return heaviest.map((terms, index) => {
    const found = new Map<number, number>()
    for (const term of terms) {
      const list = lists.get(term)!
      if (list.length <= LONGEST_LIST) for (const other of list) if (other !== index) found.set(other, (found.get(other) ?? 0) + 1)
    }
    return new Set([...found].filter(([, shared]) => shared >= 2).map(([other]) => other))
  })
}

/** Vectors that have taken on the terms of the nearest (document expansion, Singhal and Pereira 1999): two accounts in other words meet in a third. */
const expand = (vectors: readonly Vector[], neighbours: readonly ReadonlySet<number>[]): Vector[] =>
  vectors.map((vector, index) => {
    const near = [...neighbours[index]]
      .map(other => ({ other, likeness: dot(vector, vectors[other]) }))
      .filter(({ likeness }) => likeness >= LEAST_NEAR)
      .sort((a, b) => b.likeness - a.likeness || a.other - b.other)
      .slice(0, NEAREST)
    const sum = new Map(vector)
    for (const { other } of near)
      for (const [term, weight] of vectors[other]) sum.set(term, (sum.get(term) ?? 0) + (weight * TAKEN_ON) / NEAREST)
    return scale([...sum].sort((a, b) => b[1] - a[1]).slice(0, KEPT))
  })

interface Candidate {
  readonly a: number
  readonly b: number
  readonly likeness: number
}

/** A heap of candidates, the likest on top. */
const openHeap = () => {
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

/** Average-link clustering of the neighbours, down to `together`. */
const cluster = (vectors: readonly Vector[], found: readonly ReadonlySet<number>[], together: number): readonly (readonly number[])[] => {
  const clusters = new Map<number, Cluster>(vectors.map((sum, index) => [index, { members: [index], sum }]))
  const neighbours = new Map(found.map((near, index) => [index, new Set(near)]))
  const heap = openHeap()
  for (const [a, found] of neighbours)
    for (const b of found) {
      if (b <= a && neighbours.get(b)!.has(a)) continue
      const likeness = averageOf(clusters.get(a)!, clusters.get(b)!)
      if (likeness >= together) heap.push({ a, b, likeness })
    }
  let next = vectors.length
  for (let best = heap.pop(); best !== undefined; best = heap.pop()) {
    const [one, other] = [clusters.get(best.a), clusters.get(best.b)]
    if (one === undefined || other === undefined || best.likeness < COHESION * Math.min(cohesionOf(one), cohesionOf(other))) continue
    const merged = merge(one, other)
    const around = new Set([...neighbours.get(best.a)!, ...neighbours.get(best.b)!])
    around.delete(best.a)
    around.delete(best.b)
    clusters.delete(best.a)
    clusters.delete(best.b)
    for (const near of around) {
      const set = neighbours.get(near)!
      set.delete(best.a)
      set.delete(best.b)
      set.add(next)
      const likeness = averageOf(merged, clusters.get(near)!)
      if (likeness >= together) heap.push({ a: Math.min(near, next), b: Math.max(near, next), likeness })
    }
    neighbours.delete(best.a)
    neighbours.delete(best.b)
    neighbours.set(next, around)
    clusters.set(next, merged)
    next++
  }
  return [...clusters.values()].map(({ members }) => members)
}

const titleOf = ({ trace }: Publication): string => trace.document.title ?? trace.document.text.trim().split('\n')[0].slice(0, 120)

/** Groups publications by the event or rumour that they are about; every publication is in one story. */
export const groupStories = (publications: readonly Publication[], together = TOGETHER): Story[] => {
  const own = makeVectors(publications)
  const neighbours = findNeighbours(own)
  const vectors = expand(own, neighbours)
  return cluster(vectors, neighbours, together)
    .map(members => {
      const centre = members.reduce<Cluster>((sum, index) => merge(sum, { members: [index], sum: vectors[index] }), {
        members: [],
        sum: new Map(),
      })
      const middle = members.reduce((best, index) => (dot(vectors[index], centre.sum) > dot(vectors[best], centre.sum) ? index : best))
      const first = members.reduce((best, index) => (publications[index].id < publications[best].id ? index : best))
      return {
        id: hashString(publications[first].id).toString(16).padStart(8, '0'),
        title: titleOf(publications[middle]),
        members: members.map(index => {
          const { id, key, publisher, publishedAt } = publications[index]
          return { publication: id, key, publisher, publishedAt }
        }),
      }
    })
    .sort((a, b) => b.members.length - a.members.length)
}
