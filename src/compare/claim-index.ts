import { hashString, mix } from '../learn/hash.ts'
import type { Statement } from '../model/statement.ts'
import {
  CONTAINED_DICE,
  identifyUnit,
  LEAST_SHARED,
  LIKELY,
  LONGEST_LIST,
  RAREST,
  WHOLE,
  WHOLE_DICE,
  WHOLE_PLAIN,
  type WordCounts,
  weighCount,
} from './claim.ts'
import { openNumbering, openWholes } from './rows.ts'

/** Statements that may say the same, or nearly, as one of the others here and as none elsewhere: by number, in the order of adding. */
export type Neighbourhood = Uint32Array

/** What an index of statements comes to. */
export interface IndexedStatements {
  /** To be given to `groupStatements` with the statements of a neighbourhood: then it finds the groups that it finds among all. */
  readonly counts: WordCounts
  /** In the order of their first statements; those of one publication alone are left out unless `all`. */
  readonly list: (all: boolean) => Generator<Neighbourhood>
}

const hashKey = (text: string): number => {
  const hash = hashString(text)
  return (mix(hash, text.length + Math.imul(hashString(text.slice(text.length >> 1)), 31)) & 0x1fffff) * 4294967296 + hash + 1
}

/** Takes statements one by one, a few dozen bytes each, and then tells which of them must be looked at together. */
export const indexStatements = () => {
  const vocabulary = new Map<string, number>()
  const units = openNumbering()
  /** By statement: its unit, publication and place. */
  const rows = { unit: openWholes(), publication: openWholes(), start: openWholes(), end: openWholes() }
  /** By unit: where its words begin, and how many statements it stands for. */
  const [begins, sizes, firsts] = [openWholes(), openWholes(), openWholes()]
  const words = openWholes()
  const counts = openWholes()
  let publications = 0
  let last = ''

  const numberWord = (word: string): number => {
    const known = vocabulary.get(word)
    if (known !== undefined) return known
    const number = vocabulary.size
    vocabulary.set(word, number)
    counts.push(0)
    return number
  }

  const add = (statement: Statement): void => {
    if (statement.publication !== last) {
      last = statement.publication
      publications++
    }
    const unit = units.number(hashKey(identifyUnit(statement)))
    if (unit === begins.length()) {
      begins.push(words.length())
      sizes.push(0)
      firsts.push(rows.unit.length())
      for (const word of statement.keys) {
        const number = numberWord(word)
        words.push(number)
        counts.view()[number]++
      }
    }
    sizes.view()[unit]++
    rows.unit.push(unit)
    rows.publication.push(publications)
    rows.start.push(statement.span.start)
    rows.end.push(statement.span.end)
  }

  /** Two that stand in one place once each: a sentence and its clause. */
  const isPart = (a: number, b: number): boolean => {
    if (sizes.at(a) > 1 || sizes.at(b) > 1) return false
    const [one, other] = [firsts.at(a), firsts.at(b)]
    return (
      rows.publication.at(one) === rows.publication.at(other) &&
      rows.start.at(one) < rows.end.at(other) &&
      rows.start.at(other) < rows.end.at(one)
    )
  }

  /** By unit, one that stands for all it is linked with. */
  const linkUnits = (): Uint32Array => {
    const total = units.length()
    const count = counts.view()
    const weights = Float64Array.from(count, times => weighCount(total, times))
    const wordsOf = (unit: number) => words.view().subarray(begins.at(unit), unit + 1 < total ? begins.at(unit + 1) : words.length())
    // Who has a word, for words that few have: rows one behind the other.
    const ends = new Float64Array(count.length)
    let room = 0
    count.forEach((times, word) => {
      ends[word] = room
      room += times <= LONGEST_LIST ? times : 0
    })
    const holders = new Uint32Array(room)
    const starts = ends.slice()
    const root = Uint32Array.from({ length: total }, (_, unit) => unit)
    const findRoot = (unit: number): number => {
      let top = unit
      while (root[top] !== top) top = root[top]
      for (let at = unit; root[at] !== top; ) [root[at], at] = [top, root[at]]
      return top
    }
    const scores = new Float64Array(total)
    const mine = new Uint8Array(count.length)
    const isLinked = (unit: number, other: number, weight: number): boolean => {
      let [common, shared, theirs] = [0, 0, 0]
      for (const word of wordsOf(other)) {
        theirs += weights[word]
        if (mine[word] === 0) continue
        common += weights[word]
        shared++
      }
      const dice = (2 * common) / (weight + theirs)
      const isWhole = common >= WHOLE * Math.min(weight, theirs) && dice >= WHOLE_DICE && shared >= WHOLE_PLAIN
      return shared >= LEAST_SHARED && (dice >= CONTAINED_DICE || isWhole) && !isPart(unit, other)
    }
    for (let unit = 0; unit < total; unit++) {
      const own = wordsOf(unit)
      const rare = own.filter(word => count[word] <= LONGEST_LIST).sort((x, y) => count[x] - count[y])
      const met: number[] = []
      for (const word of rare.subarray(0, RAREST))
        for (let at = starts[word]; at < ends[word]; at++) {
          if (scores[holders[at]] === 0) met.push(holders[at])
          scores[holders[at]] += weights[word]
        }
      const weight = own.reduce((sum, word) => sum + weights[word], 0)
      for (const word of own) mine[word] = 1
      for (const other of met) {
        const score = scores[other]
        scores[other] = 0
        if (score < LIKELY * weight || findRoot(other) === findRoot(unit) || !isLinked(unit, other, weight)) continue
        const [one, two] = [findRoot(other), findRoot(unit)]
        root[Math.max(one, two)] = Math.min(one, two)
      }
      for (const word of own) mine[word] = 0
      for (const word of rare) holders[ends[word]++] = unit
    }
    return root.map((_, unit) => findRoot(unit))
  }

  const finish = (): IndexedStatements => {
    const roots = linkUnits()
    const rootOf = (statement: number): number => roots[rows.unit.at(statement)]
    const total = rows.unit.length()
    const size = new Uint32Array(roots.length)
    for (let statement = 0; statement < total; statement++) size[rootOf(statement)]++
    const ends = new Uint32Array(roots.length)
    for (let at = 0, sum = 0; at < size.length; at++) {
      ends[at] = sum
      sum += size[at]
    }
    const members = new Uint32Array(total)
    for (let statement = 0; statement < total; statement++) members[ends[rootOf(statement)]++] = statement
    return {
      counts: { units: roots.length, countOf: word => counts.at(vocabulary.get(word) ?? -1) || 1 },
      list: function* (all) {
        for (const [at, end] of ends.entries()) {
          const found = members.subarray(end - size[at], end)
          const publication = rows.publication.at(found[0])
          if (found.length > 0 && (all || found.some(member => rows.publication.at(member) !== publication))) yield found
        }
      },
    }
  }
  return { add, finish }
}
