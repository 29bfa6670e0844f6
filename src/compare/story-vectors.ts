import { openWholes } from './rows.ts'
import { openTermRows, type TermRows } from './story-rows.ts'
import { isPair, type Terms } from './story-terms.ts'

/** A pair of words counts so much of a word. */
const PAIR = 0.5
/** How much more a rare term weighs than by its inverse document frequency alone, where there are articles enough to tell which is rare. */
const RARITY = 2
const ENOUGH = 100
/** An article's vector is that of its heaviest terms. */
const OWN = 300
/** Counts and weights are kept as whole numbers up to these. */
const LARGEST_COUNT = 255
const LARGEST_WEIGHT = 65535
/** Terms are counted in so many parts, by the highest bits of their hashes. */
const PARTS = 64

/** Vectors of unit length over numbered terms, read by way of a dense row that has a place for every term. */
export interface Vectors {
  readonly length: number
  /** How many different terms there are. */
  readonly terms: number
  /** Adds a vector so many times to the dense row; `touched` takes the places that were zero. */
  readonly spread: (index: number, times: number, dense: Float32Array, touched: number[]) => void
  readonly dot: (index: number, dense: Float32Array) => number
}

/** Empties the places of a dense row, and the list of them. */
export const clear = (dense: Float32Array, touched: number[]): void => {
  for (const term of touched) dense[term] = 0
  touched.length = 0
}

/** Of the terms touched the heaviest, in rising order; of equals the first. */
export const findHeaviest = (touched: readonly number[], dense: Float32Array, count: number): Uint32Array => {
  const terms = Uint32Array.from(touched).sort()
  if (terms.length <= count) return terms
  const weights = Float32Array.from(terms, term => dense[term])
  const least = weights.slice().sort()[terms.length - count]
  let equals = count
  for (const weight of weights) if (weight > least) equals--
  return terms.filter((_, at) => weights[at] > least || (weights[at] === least && equals-- > 0))
}

/** The terms that weigh anything, by their hashes in rising order, and how many articles have each: pairs of words that one article alone has do not. */
const countDocuments = (articles: TermRows): { readonly known: Uint32Array; readonly documents: Uint32Array } => {
  const [known, documents] = [openWholes(), openWholes()]
  const total = articles.length()
  const next = new Uint32Array(total)
  const part = openWholes()
  for (let number = 1; number <= PARTS; number++) {
    part.clear()
    const limit = (number * 4294967296) / PARTS
    for (let index = 0; index < total; index++) {
      const { block, start, end } = articles.find(index)
      let at = start + next[index]
      for (; at < end && block.terms[at] < limit; at++) part.push(block.terms[at])
      next[index] = at - start
    }
    const all = part.view().sort()
    for (let from = 0; from < all.length; ) {
      let to = from
      while (to < all.length && all[to] === all[from]) to++
      if (to - from > 1 || !isPair(all[from])) {
        known.push(all[from])
        documents.push(to - from)
      }
      from = to
    }
  }
  return { known: known.take(), documents: documents.take() }
}

/** Takes the terms of articles one by one, then gives a vector of each: log frequency by inverse document frequency (Salton and Buckley), of unit length. */
export const gatherVectors = () => {
  const articles = openTermRows(1)
  return {
    add: ({ terms, counts }: Terms): void =>
      articles.push(
        terms,
        counts.map(count => Math.min(count, LARGEST_COUNT)),
      ),
    finish: (): Vectors => makeVectors(articles),
  }
}

const makeVectors = (articles: TermRows): Vectors => {
  const total = articles.length()
  const { known, documents } = countDocuments(articles)
  const rarity = RARITY * Math.min(1, Math.log(total) / Math.log(ENOUGH))
  const scale = Float32Array.from(documents, (count, term) => Math.log(1 + total / count) ** rarity * (isPair(known[term]) ? PAIR : 1))
  const often = Float32Array.from({ length: LARGEST_COUNT + 1 }, (_, count) => 1 + Math.log(Math.max(1, count)))
  const rows = openTermRows(1)
  const lengths = new Float32Array(total)
  const [terms, counts, weights]: [number[], number[], number[]] = [[], [], []]
  for (let index = 0; index < total; index++) {
    const { block, start, end } = articles.find(index)
    terms.length = counts.length = weights.length = 0
    let sum = 0
    for (let at = start, term = 0; at < end; at++) {
      term = findPlace(known, block.terms[at], term)
      if (known[term] !== block.terms[at]) continue
      terms.push(term)
      counts.push(block.values[at])
      weights.push(often[block.values[at]] * scale[term])
      sum += weights[weights.length - 1] ** 2
    }
    lengths[index] = Math.sqrt(sum) || 1
    const least = terms.length <= OWN ? 0 : Float32Array.from(weights).sort()[terms.length - OWN]
    const isHeavy = (_: number, at: number): boolean => Math.fround(weights[at]) >= least
    rows.push(terms.filter(isHeavy), counts.filter(isHeavy))
    articles.dropBefore(index + 1)
  }
  return {
    length: total,
    terms: known.length,
    spread: (index, times, dense, touched) => {
      const { block, start, end } = rows.find(index)
      for (let at = start; at < end; at++) {
        const term = block.terms[at]
        if (dense[term] === 0) touched.push(term)
        dense[term] += (times * often[block.values[at]] * scale[term]) / lengths[index]
      }
    },
    dot: (index, dense) => {
      const { block, start, end } = rows.find(index)
      let sum = 0
      for (let at = start; at < end; at++) sum += often[block.values[at]] * scale[block.terms[at]] * dense[block.terms[at]]
      return sum / lengths[index]
    },
  }
}

/** The first place from `low` on whose number is not less; the last place where all are. */
const findPlace = (sorted: Uint32Array, number: number, from: number): number => {
  let [low, high] = [from, sorted.length - 1]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle] < number) low = middle + 1
    else high = middle
  }
  return low
}

/** Takes the heaviest terms of dense rows as vectors of unit length. */
export const gatherHeaviest = (terms: number, count: number) => {
  const rows = openTermRows(2)
  return {
    add: (dense: Float32Array, touched: readonly number[]): void => {
      const heaviest = findHeaviest(touched, dense, count)
      let sum = 0
      for (const term of heaviest) sum += dense[term] ** 2
      const length = Math.sqrt(sum) || 1
      rows.push(
        heaviest,
        Uint16Array.from(heaviest, term => Math.max(1, Math.round((LARGEST_WEIGHT * dense[term]) / length))),
      )
    },
    finish: (): Vectors => ({
      length: rows.length(),
      terms,
      spread: (index, times, dense, touched) => {
        const { block, start, end } = rows.find(index)
        for (let at = start; at < end; at++) {
          const term = block.terms[at]
          if (dense[term] === 0) touched.push(term)
          dense[term] += (times * block.values[at]) / LARGEST_WEIGHT
        }
      },
      dot: (index, dense) => {
        const { block, start, end } = rows.find(index)
        let sum = 0
        for (let at = start; at < end; at++) sum += block.values[at] * dense[block.terms[at]]
        return sum / LARGEST_WEIGHT
      },
    }),
  }
}
