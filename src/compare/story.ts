import { hashString } from '../learn/hash.ts'
import type { Story } from '../model/claim.ts'
import type { Publication, Ref } from '../model/publication.ts'
import { type Candidate, openHeap } from './story-heap.ts'
import { countTerms, type Terms } from './story-terms.ts'
import { addVectors, dot, emptyVector, findHeaviest, keepHeaviest, makeVectors, type Vector } from './story-vectors.ts'

/** The cosine that two groups of articles must reach on average to be about one event; the form was chosen, with the figures below, on two halves of the rumours by turns, in `bench/`. */
const TOGETHER = 0.28
/** And the share of what the looser of two groups of three or more has within itself: related events are liked less across than within. */
const COHESION = 0.5
/** How many of its heaviest terms find an article others; a term in more articles than this finds none. */
const HEAVIEST = 40
const LONGEST_LIST = 400
/** Of the others that share two of them, those that share most. */
const OTHERS = 200
/** An article takes on the terms of so many that are nearest to it, at least so alike, together weighing so much against its own; of them all it keeps the heaviest. */
const NEAREST = 5
const LEAST_NEAR = 0.08
const TAKEN_ON = 2
const KEPT = 400

interface Cluster {
  readonly members: readonly number[]
  /** The sum of the members' vectors. */
  readonly sum: Vector
}

/** The mean cosine between members of the one and of the other. */
const averageOf = (a: Cluster, b: Cluster): number => dot(a.sum, b.sum) / (a.members.length * b.members.length)

/** The mean cosine between different members; 0 for fewer than three, which say little of how alike members are. */
const cohesionOf = ({ members, sum }: Cluster): number => {
  const count = members.length
  return count < 3 ? 0 : (dot(sum, sum) - count) / (count * (count - 1))
}

const merge = (a: Cluster, b: Cluster): Cluster => ({
  members: [...a.members, ...b.members].sort((x, y) => x - y),
  sum: addVectors(a.sum, b.sum),
})

/** For each article the others that share two or more of its heaviest terms. */
const findNeighbours = (vectors: readonly Vector[]): Uint32Array[] => {
  const heaviest = vectors.map(vector => findHeaviest(vector, HEAVIEST).map(at => vector.terms[at]))
  const lists = new Map<number, number[]>()
  heaviest.forEach((terms, index) => {
    for (const term of terms) {
      const list = lists.get(term)
      if (list === undefined) lists.set(term, [index])
      else if (list.length <= LONGEST_LIST) list.push(index)
    }
  })
  for (const [term, list] of lists) if (list.length < 2 || list.length > LONGEST_LIST) lists.delete(term)
  return heaviest.map((terms, index) => {
    const found = new Map<number, number>()
    for (const term of terms) for (const other of lists.get(term) ?? []) if (other !== index) found.set(other, (found.get(other) ?? 0) + 1)
    const several = [...found].filter(([, shared]) => shared >= 2)
    const most = several.length <= OTHERS ? several : several.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, OTHERS)
    return Uint32Array.from(most, ([other]) => other)
  })
}

/** Vectors that have taken on the terms of the nearest (document expansion, Singhal and Pereira 1999): two accounts in other words meet in a third. */
const expand = (vectors: readonly Vector[], neighbours: readonly Uint32Array[]): Vector[] =>
  vectors.map((vector, index) => {
    const near = Array.from(neighbours[index], other => ({ other, likeness: dot(vector, vectors[other]) }))
      .filter(({ likeness }) => likeness >= LEAST_NEAR)
      .sort((a, b) => b.likeness - a.likeness || a.other - b.other)
      .slice(0, NEAREST)
    return keepHeaviest(
      near.reduce((sum, { other }) => addVectors(sum, vectors[other], TAKEN_ON / NEAREST), vector),
      KEPT,
    )
  })

/** The neighbours that are as alike as a group must be on average: two groups without any such pair are less. */
const findLinks = (vectors: readonly Vector[], neighbours: readonly Uint32Array[], together: number): Candidate[] =>
  neighbours.flatMap((near, a) =>
    [...near].flatMap(b => {
      if (b <= a && neighbours[b].includes(a)) return []
      const likeness = dot(vectors[a], vectors[b])
      return likeness >= together ? [{ a, b, likeness }] : []
    }),
  )

/** Average-link clustering of what is linked, down to `together`. */
const cluster = (vectors: readonly Vector[], links: readonly Candidate[], together: number): readonly (readonly number[])[] => {
  const clusters = new Map<number, Cluster>(vectors.map((sum, index) => [index, { members: [index], sum }]))
  const neighbours = new Map<number, Set<number>>(vectors.map((_, index) => [index, new Set()]))
  const heap = openHeap()
  for (const link of links) {
    neighbours.get(link.a)!.add(link.b)
    neighbours.get(link.b)!.add(link.a)
    heap.push(link)
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

/** A string of its own, that does not hold on to the text it was cut from. */
const cutOff = (text: string): string => JSON.parse(JSON.stringify(text))

/** What a story's member is told by. */
export interface StoryArticle extends Ref {
  readonly title: string | null
  readonly text: string
}

/** Takes articles one by one, of which it keeps a few kilobytes each, then groups them by the event or rumour that they are about; every one is in one story. */
export const gatherStories = () => {
  const articles: Terms[] = []
  const refs: Ref[] = []
  const titles: string[] = []
  const tell = (members: readonly number[], vectors: readonly Vector[]): Story => {
    const centre = members.reduce((sum, index) => addVectors(sum, vectors[index]), emptyVector)
    const middle = members.reduce((best, index) => (dot(vectors[index], centre) > dot(vectors[best], centre) ? index : best))
    const first = members.reduce((best, index) => (refs[index].publication < refs[best].publication ? index : best))
    return {
      id: hashString(refs[first].publication).toString(16).padStart(8, '0'),
      title: titles[middle],
      members: members.map(index => refs[index]),
    }
  }
  return {
    add: ({ publication, key, publisher, publishedAt, title, text }: StoryArticle): void => {
      articles.push(countTerms(title, text))
      refs.push({ publication, key, publisher, publishedAt })
      titles.push(title ?? cutOff(text.trimStart().slice(0, 120).split('\n')[0].trimEnd()))
    },
    list: (together = TOGETHER): Story[] => {
      const own = makeVectors(articles.splice(0))
      const neighbours = findNeighbours(own)
      const vectors = expand(own, neighbours)
      own.length = 0
      return cluster(vectors, findLinks(vectors, neighbours, together), together)
        .map(members => tell(members, vectors))
        .sort((a, b) => b.members.length - a.members.length)
    },
  }
}

/** Groups publications by the event or rumour that they are about; every publication is in one story. */
export const groupStories = (publications: readonly Publication[], together?: number): Story[] => {
  const stories = gatherStories()
  for (const { id, key, publisher, publishedAt, trace } of publications)
    stories.add({ publication: id, key, publisher, publishedAt, title: trace.document.title, text: trace.document.text })
  return stories.list(together)
}
