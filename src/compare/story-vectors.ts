import { isPair, type Terms } from './story-terms.ts'

/** A pair of words counts so much of a word. */
const PAIR = 0.5
/** How much more a rare term weighs than by its inverse document frequency alone, where there are articles enough to tell which is rare. */
const RARITY = 2
const ENOUGH = 100

/** Terms by their hashes in rising order, with their weights. */
export interface Vector {
  readonly terms: Uint32Array
  readonly weights: Float32Array
}

export const emptyVector: Vector = { terms: new Uint32Array(0), weights: new Float32Array(0) }

export const dot = (a: Vector, b: Vector): number => {
  let sum = 0
  for (let i = 0, j = 0; i < a.terms.length && j < b.terms.length; ) {
    const [one, other] = [a.terms[i], b.terms[j]]
    if (one === other) sum += a.weights[i++] * b.weights[j++]
    else if (one < other) i++
    else j++
  }
  return sum
}

/** The sum of two vectors, the second so many times. */
export const addVectors = (a: Vector, b: Vector, times = 1): Vector => {
  const terms = new Uint32Array(a.terms.length + b.terms.length)
  const weights = new Float32Array(terms.length)
  let at = 0
  let [i, j] = [0, 0]
  while (i < a.terms.length || j < b.terms.length) {
    const one = i < a.terms.length ? a.terms[i] : Number.POSITIVE_INFINITY
    const other = j < b.terms.length ? b.terms[j] : Number.POSITIVE_INFINITY
    terms[at] = Math.min(one, other)
    weights[at++] = (one <= other ? a.weights[i] : 0) + (other <= one ? times * b.weights[j] : 0)
    if (one <= other) i++
    if (other <= one) j++
  }
  return { terms: terms.slice(0, at), weights: weights.slice(0, at) }
}

/** The places of the heaviest terms of a vector, the heaviest first. */
export const findHeaviest = ({ weights }: Vector, count: number): Uint32Array =>
  Uint32Array.from(weights.keys())
    .sort((x, y) => weights[y] - weights[x] || x - y)
    .subarray(0, count)

/** The vector of the heaviest terms alone, of unit length. */
export const keepHeaviest = (vector: Vector, count: number): Vector => {
  const places = vector.terms.length <= count ? vector.terms.map((_, at) => at) : findHeaviest(vector, count).sort()
  return scale({ terms: places.map(at => vector.terms[at]), weights: Float32Array.from(places, at => vector.weights[at]) })
}

const scale = ({ terms, weights }: Vector): Vector => {
  const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1
  return { terms, weights: weights.map(weight => weight / length) }
}

/** How many of the articles have a term: in rising order, those that two or more have. */
const countDocuments = (articles: readonly Terms[]): ((term: number) => number) => {
  const all = new Uint32Array(articles.reduce((sum, { terms }) => sum + terms.length, 0))
  let end = 0
  for (const { terms } of articles) {
    all.set(terms, end)
    end += terms.length
  }
  all.sort()
  let kept = 0
  for (let from = 0; from < end; ) {
    let to = from
    while (to < end && all[to] === all[from]) to++
    if (to - from > 1) kept++
    from = to
  }
  const known = new Uint32Array(kept)
  const counts = new Uint32Array(kept)
  let at = 0
  for (let from = 0; from < end; ) {
    let to = from
    while (to < end && all[to] === all[from]) to++
    if (to - from > 1) {
      known[at] = all[from]
      counts[at++] = to - from
    }
    from = to
  }
  return term => {
    let [low, high] = [0, known.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (known[middle] < term) low = middle + 1
      else high = middle
    }
    return low < known.length && known[low] === term ? counts[low] : 1
  }
}

/** Vectors of the terms of each article: log frequency by inverse document frequency (Salton and Buckley), of unit length. Empties the list, to make room. */
export const makeVectors = (articles: Terms[]): Vector[] => {
  const total = articles.length
  const documentsOf = countDocuments(articles)
  const rarity = RARITY * Math.min(1, Math.log(total) / Math.log(ENOUGH))
  const weigh = ({ terms, counts }: Terms): Vector => {
    const documents = terms.map(documentsOf)
    const places = Uint32Array.from(terms.keys()).filter(at => documents[at] > 1 || !isPair(terms[at]))
    const weights = Float32Array.from(
      places,
      at => (1 + Math.log(counts[at])) * Math.log(1 + total / documents[at]) ** rarity * (isPair(terms[at]) ? PAIR : 1),
    )
    return scale({ terms: places.map(at => terms[at]), weights })
  }
  const vectors: Vector[] = []
  for (let index = 0; index < total; index++) {
    vectors.push(weigh(articles[index]))
    articles[index] = { terms: new Uint32Array(0), counts: new Uint16Array(0) }
  }
  return vectors
}
