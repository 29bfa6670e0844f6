import type { Candidate } from './story-heap.ts'
import { clear, findHeaviest, gatherHeaviest, type Vectors } from './story-vectors.ts'

/** How many of its heaviest terms find an article others; a term in more articles than this finds none. */
const HEAVIEST = 40
const LONGEST_LIST = 400
/** Of the others that share two of them, those that share most. */
const OTHERS = 200
/** An article takes on the terms of so many that are nearest to it, at least so alike, together weighing so much against its own; of them all it keeps the heaviest. */
const NEAREST = 5
const LEAST_NEAR = 0.08
const TAKEN_ON = 2
const KEPT = 300

/** For each article the others that share two or more of its heaviest terms. */
export const findNeighbours = (vectors: Vectors): Uint32Array[] => {
  const dense = new Float32Array(vectors.terms)
  const touched: number[] = []
  const counts = new Uint32Array(vectors.terms)
  const heaviest = Array.from({ length: vectors.length }, (_, index) => {
    vectors.spread(index, 1, dense, touched)
    const terms = findHeaviest(touched, dense, HEAVIEST)
    clear(dense, touched)
    for (const term of terms) counts[term]++
    return terms
  })
  const ends = new Uint32Array(vectors.terms)
  let room = 0
  const isFinding = (term: number): boolean => counts[term] > 1 && counts[term] <= LONGEST_LIST
  counts.forEach((count, term) => {
    ends[term] = room
    room += isFinding(term) ? count : 0
  })
  const holders = new Uint32Array(room)
  heaviest.forEach((terms, index) => {
    for (const term of terms) if (isFinding(term)) holders[ends[term]++] = index
  })
  const shared = new Uint16Array(vectors.length)
  return heaviest.map((terms, index) => {
    const met: number[] = []
    for (const term of terms)
      if (isFinding(term))
        for (let at = ends[term] - counts[term]; at < ends[term]; at++)
          if (holders[at] !== index && shared[holders[at]]++ === 0) met.push(holders[at])
    const several = met.filter(other => shared[other] > 1)
    const most = several.length <= OTHERS ? several : several.sort((a, b) => shared[b] - shared[a] || a - b).slice(0, OTHERS)
    const found = Uint32Array.from(most)
    for (const other of met) shared[other] = 0
    return found
  })
}

/** Vectors that have taken on the terms of the nearest (document expansion, Singhal and Pereira 1999): two accounts in other words meet in a third. */
export const expand = (vectors: Vectors, neighbours: readonly Uint32Array[]): Vectors => {
  const dense = new Float32Array(vectors.terms)
  const touched: number[] = []
  const expanded = gatherHeaviest(vectors.terms, KEPT)
  for (let index = 0; index < vectors.length; index++) {
    vectors.spread(index, 1, dense, touched)
    const near = Array.from(neighbours[index], other => ({ other, likeness: vectors.dot(other, dense) }))
      .filter(({ likeness }) => likeness >= LEAST_NEAR)
      .sort((a, b) => b.likeness - a.likeness || a.other - b.other)
      .slice(0, NEAREST)
    for (const { other } of near) vectors.spread(other, TAKEN_ON / NEAREST, dense, touched)
    expanded.add(dense, touched)
    clear(dense, touched)
  }
  return expanded.finish()
}

/** The neighbours that are as alike as a group must be on average: two groups without any such pair are less. */
export const findLinks = (vectors: Vectors, neighbours: readonly Uint32Array[], together: number): Candidate[] => {
  const dense = new Float32Array(vectors.terms)
  const touched: number[] = []
  const links: Candidate[] = []
  neighbours.forEach((near, a) => {
    if (near.length === 0) return
    vectors.spread(a, 1, dense, touched)
    for (const b of near) {
      if (b <= a && neighbours[b].includes(a)) continue
      const likeness = vectors.dot(b, dense)
      if (likeness >= together) links.push({ a, b, likeness })
    }
    clear(dense, touched)
  })
  return links
}
