import { hashString } from '../learn/hash.ts'
import type { Story } from '../model/claim.ts'
import type { Publication, Ref } from '../model/publication.ts'
import { type Candidate, openHeap } from './story-heap.ts'
import { expand, findLinks, findNeighbours } from './story-neighbours.ts'
import { countTerms } from './story-terms.ts'
import { clear, gatherVectors, type Vectors } from './story-vectors.ts'

/** The cosine that two groups of articles must reach on average to be about one event; it and the figures that neighbours are found by were chosen on two halves of the rumours by turns, in `bench/`. */
const TOGETHER = 0.28
/** And the share of what the looser of two groups of three or more has within itself: related events are liked less across than within. */
const COHESION = 0.5

interface Cluster {
  readonly members: readonly number[]
  /** The sum of the members' vectors, by term; null for one member alone. */
  readonly sum: { readonly terms: Uint32Array; readonly weights: Float32Array } | null
  /** What the sum's dot product with itself is. */
  readonly square: number
}

/** The mean cosine between different members; 0 for fewer than three, which say little of how alike members are. */
const cohesionOf = ({ members: { length }, square }: Cluster): number => (length < 3 ? 0 : (square - length) / (length * (length - 1)))

/** Average-link clustering of what is linked, down to `together`. */
const cluster = (vectors: Vectors, links: readonly Candidate[], together: number): readonly (readonly number[])[] => {
  const clusters = new Map<number, Cluster>()
  const neighbours = new Map<number, Set<number>>()
  for (let index = 0; index < vectors.length; index++) clusters.set(index, { members: [index], sum: null, square: 1 })
  const neighboursOf = (number: number): Set<number> => {
    const known = neighbours.get(number) ?? new Set()
    neighbours.set(number, known)
    return known
  }
  const heap = openHeap()
  for (const link of links) {
    neighboursOf(link.a).add(link.b)
    neighboursOf(link.b).add(link.a)
    heap.push(link)
  }
  const dense = new Float32Array(vectors.terms)
  const touched: number[] = []
  const spread = ({ members, sum }: Cluster): void => {
    if (sum === null) vectors.spread(members[0], 1, dense, touched)
    sum?.terms.forEach((term, at) => {
      if (dense[term] === 0) touched.push(term)
      dense[term] += sum.weights[at]
    })
  }
  const dot = ({ members, sum }: Cluster): number =>
    sum === null ? vectors.dot(members[0], dense) : sum.terms.reduce((total, term, at) => total + sum.weights[at] * dense[term], 0)
  const merge = (a: Cluster, b: Cluster): Cluster => {
    spread(a)
    const between = dot(b)
    spread(b)
    const terms = Uint32Array.from(touched).sort()
    return {
      members: [...a.members, ...b.members],
      sum: { terms, weights: Float32Array.from(terms, term => dense[term]) },
      square: a.square + b.square + 2 * between,
    }
  }
  let next = vectors.length
  for (let best = heap.pop(); best !== undefined; best = heap.pop()) {
    const [one, other] = [clusters.get(best.a), clusters.get(best.b)]
    if (one === undefined || other === undefined || best.likeness < COHESION * Math.min(cohesionOf(one), cohesionOf(other))) continue
    const merged = merge(one, other)
    const around = new Set([...neighboursOf(best.a), ...neighboursOf(best.b)])
    around.delete(best.a)
    around.delete(best.b)
    clusters.delete(best.a)
    clusters.delete(best.b)
    for (const near of around) {
      const set = neighboursOf(near)
      set.delete(best.a)
      set.delete(best.b)
      set.add(next)
      const its = clusters.get(near)!
      const likeness = dot(its) / (merged.members.length * its.members.length)
      if (likeness >= together) heap.push({ a: Math.min(near, next), b: Math.max(near, next), likeness })
    }
    clear(dense, touched)
    neighbours.delete(best.a)
    neighbours.delete(best.b)
    neighbours.set(next, around)
    clusters.set(next, merged)
    next++
  }
  return Array.from(clusters.values(), ({ members }) => [...members].sort((x, y) => x - y))
}

const linkArticles = (vectors: Vectors, together: number) => {
  const neighbours = findNeighbours(vectors)
  const expanded = expand(vectors, neighbours)
  return { expanded, links: findLinks(expanded, neighbours, together) }
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
  const articles = gatherVectors()
  const refs: Ref[] = []
  const titles: string[] = []
  const findMiddle = (members: readonly number[], vectors: Vectors, dense: Float32Array): number => {
    if (members.length < 2) return members[0]
    const touched: number[] = []
    for (const index of members) vectors.spread(index, 1, dense, touched)
    const nearness = members.map(index => vectors.dot(index, dense))
    clear(dense, touched)
    return members[nearness.indexOf(Math.max(...nearness))]
  }
  const tell = (members: readonly number[], middle: number): Story => {
    const first = members.reduce((best, index) => (refs[index].publication < refs[best].publication ? index : best))
    return {
      id: hashString(refs[first].publication).toString(16).padStart(8, '0'),
      title: titles[middle],
      members: members.map(index => refs[index]),
    }
  }
  return {
    add: ({ publication, key, publisher, publishedAt, title, text }: StoryArticle): void => {
      articles.add(countTerms(title, text))
      refs.push({ publication, key, publisher, publishedAt })
      titles.push(title ?? cutOff(text.trimStart().slice(0, 120).split('\n')[0].trimEnd()))
    },
    list: (together = TOGETHER): Story[] => {
      const { expanded, links } = linkArticles(articles.finish(), together)
      const dense = new Float32Array(expanded.terms)
      return cluster(expanded, links, together)
        .map(members => tell(members, findMiddle(members, expanded, dense)))
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
