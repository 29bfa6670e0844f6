import { hashString, mix } from '../learn/hash.ts'
import type { Variant } from '../model/claim.ts'
import type { ClaimGroup, Statement } from '../model/statement.ts'
import { compareStatements, type Likeness, type Weigh } from './claim-likeness.ts'
import { findParts, overlaps } from './claim-parts.ts'
import { describeVariant } from './claim-variant.ts'

/** What two statements must have in common to say the same; measured on the labelled pairs and on clusters read. */
const SAME_DICE = 0.62
const SAME_CONTAINMENT = 0.8
export const CONTAINED_DICE = 0.56
/** One that says all that the other says, and more. */
export const WHOLE = 0.93
export const WHOLE_DICE = 0.36
export const WHOLE_PLAIN = 4
/** Two that share so many words need less of what else they have. */
const LONG = 7
const LONGER = 12
/** Two that share three words only must share nearly all. */
const FEW = 4
const FEW_DICE = 0.78
/** What their plain words must weigh, in words that one statement alone has. */
const TELLING = 1.1
const ALL_BUT_EQUAL = 0.95
/** What clusters must have in common on average to be joined. */
const AVERAGE = 0.56
/** The share of pairs of members that may differ in place, date or tense where the clusters are joined all the same; none may in number, name, negation or doubt. */
const DOUBTFUL = 0.2
const hard: ReadonlySet<Likeness['differs']> = new Set(['number', 'negation', 'name', 'hedge'])
/** What statements must have in common to be variants of each other. */
const VARIANT_DICE = 0.62
export const LEAST_SHARED = 3
/** Of these, words that are neither names nor numbers. */
const LEAST_PLAIN = 2

/** A statement is looked up under so many of its rarest words, and a word leads to at most so many statements. */
export const RAREST = 12
/** What these must weigh of all, for two to be compared. */
export const LIKELY = 0.22
export const LONGEST_LIST = 400
/** How many members of a cluster are compared with those of another. */
const COMPARED = 8

/** Statements with the same particulars: copies, mostly. Compared as one. */
interface Unit {
  readonly statement: Statement
  readonly members: number[]
}

/** What statements have in common that are compared as one. */
export const identifyUnit = ({ particulars: { words, negated, hedged, tense }, stance }: Statement): string =>
  `${words.join(' ')}|${negated}|${hedged}|${tense}|${stance}`

const gatherUnits = (statements: readonly Statement[]): Unit[] => {
  const units = new Map<string, Unit>()
  statements.forEach((statement, index) => {
    const key = identifyUnit(statement)
    const unit = units.get(key)
    if (unit === undefined) units.set(key, { statement, members: [index] })
    else unit.members.push(index)
  })
  return [...units.values()]
}

/** Whether the one is a part of the other wherever it stands: a clause of that sentence. Such two say different things, however many words they share. */
const isPart = (statements: readonly Statement[], one: Unit, other: Unit): boolean => {
  const [few, many] = one.members.length <= other.members.length ? [one, other] : [other, one]
  return few.members.every(index => many.members.some(at => overlaps(statements[index], statements[at])))
}

/** How many statements there are, those with the same particulars counted once, and how many of them have a word. */
export interface WordCounts {
  readonly units: number
  readonly countOf: (word: string) => number
}

const countWords = (units: readonly Unit[]): WordCounts => {
  const counts = new Map<string, number>()
  for (const { statement } of units) for (const word of statement.keys) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { units: units.length, countOf: word => counts.get(word) ?? 1 }
}

/** What a word weighs that so many of all have: the natural logarithm of one more than how many of them there are to each that has it. */
export const weighCount = (units: number, count: number): number => Math.log(1 + units / count)

const openScale = ({ units, countOf }: WordCounts): Weigh => {
  const weights = new Map<string, number>()
  const weigh = (word: string): number => {
    const known = weights.get(word)
    if (known !== undefined) return known
    const weight = weighCount(units, countOf(word))
    weights.set(word, weight)
    return weight
  }
  return Object.assign(weigh, { half: weighCount(units, 1) / 2 })
}

interface Pair {
  readonly a: number
  readonly b: number
  readonly likeness: Likeness
}

const strengthOf = ({ dice, containment }: Likeness): number => dice / 2 + containment / 2

/** `least` is what words that are neither names nor numbers must weigh: two that share only what the whole corpus talks of share nothing. */
const isSame = ({ dice, containment, shared, plain, plainWeight, differs }: Likeness, least: number): boolean => {
  if (differs !== null || shared < LEAST_SHARED || plain < LEAST_PLAIN) return false
  if (shared < FEW && dice < FEW_DICE) return false
  if (plainWeight < least && dice < ALL_BUT_EQUAL) return false
  return (
    dice >= SAME_DICE ||
    (containment >= SAME_CONTAINMENT && dice >= CONTAINED_DICE) ||
    (containment >= WHOLE && dice >= WHOLE_DICE && (plain >= WHOLE_PLAIN || (plain >= LEAST_SHARED && shared >= LONG))) ||
    (dice >= CONTAINED_DICE && shared >= LONGER && plain >= LONG)
  )
}

/** The pairs that may say the same: those that share rare words. */
const findPairs = (statements: readonly Statement[], units: readonly Unit[], weigh: Weigh, { countOf }: WordCounts): Pair[] => {
  const lists = new Map<string, number[]>()
  const pairs: Pair[] = []
  units.forEach(({ statement }, index) => {
    const rare = [...statement.keys].filter(word => countOf(word) <= LONGEST_LIST).sort((x, y) => countOf(x) - countOf(y))
    const scores = new Map<number, number>()
    for (const word of rare.slice(0, RAREST))
      for (const other of lists.get(word) ?? []) scores.set(other, (scores.get(other) ?? 0) + weigh(word))
    const total = statement.keys.reduce((sum, word) => sum + weigh(word), 0)
    for (const [other, score] of scores) {
      if (score < LIKELY * total || isPart(statements, units[other], units[index])) continue
      const likeness = compareStatements(units[other].statement, statement, weigh)
      if (likeness.shared >= LEAST_SHARED && likeness.dice >= WHOLE_DICE) pairs.push({ a: other, b: index, likeness })
    }
    for (const word of rare) {
      const list = lists.get(word)
      if (list === undefined) lists.set(word, [index])
      else list.push(index)
    }
  })
  return pairs.sort((x, y) => strengthOf(y.likeness) - strengthOf(x.likeness) || x.a - y.a || x.b - y.b)
}

/** Joins pairs, the likest first, where the clusters they stand in agree as a whole, so that no stranger gets in by way of a third. */
const joinPairs = (
  statements: readonly Statement[],
  units: readonly Unit[],
  pairs: readonly Pair[],
  weigh: Weigh,
  total: number,
): number[] => {
  const cluster = units.map((_, index) => index)
  const members = new Map<number, number[]>(cluster.map(index => [index, [index]]))
  const least = TELLING * weighCount(total, 1)
  for (const { a, b, likeness } of pairs) {
    if (!isSame(likeness, least)) continue
    const [into, from] = [cluster[a], cluster[b]].sort((x, y) => x - y)
    if (into === from) continue
    let sum = 0
    let compared = 0
    let apart = 0
    for (const one of members.get(into)!.slice(0, COMPARED))
      for (const other of members.get(from)!.slice(0, COMPARED)) {
        if (isPart(statements, units[one], units[other])) continue
        const found = compareStatements(units[one].statement, units[other].statement, weigh)
        if (found.differs !== null) apart += hard.has(found.differs) ? Number.POSITIVE_INFINITY : 1
        sum += strengthOf(found)
        compared++
      }
    if (apart > compared * DOUBTFUL || sum / compared < AVERAGE) continue
    for (const unit of members.get(from)!) cluster[unit] = into
    members.set(into, [...members.get(into)!, ...members.get(from)!])
    members.delete(from)
  }
  return cluster
}

const writeHash = (text: string): string => {
  const hash = hashString(text)
  return (
    hash.toString(16).padStart(8, '0') +
    mix(hash, hashString([...text].reverse().join('')))
      .toString(16)
      .padStart(8, '0')
  )
}

/** "His meeting with Ida Voss", "They warned him not to repeat the mistakes of his meeting with Ida Voss": what is denied is what the longer has beside it. */
const isDeniedApart = (a: Statement, b: Statement, { differs, words, containment }: Likeness): boolean =>
  differs === 'negation' &&
  words[0].length === 0 &&
  a.stance === b.stance &&
  containment >= WHOLE &&
  Math.abs(a.keys.length - b.keys.length) >= LEAST_SHARED

/** The one that stands for the group: what most say word for word, then the one of middling length, in the third person where there is one. */
const chooseText = (statements: readonly Statement[], units: readonly Unit[], members: readonly number[]): string => {
  const kept = units.filter(unit => unit.members.some(index => members.includes(index)))
  const inFirst = (text: string) => (/\b(?:I|we|my|our)\b/i.test(text) ? 1 : 0)
  const lengths = kept.map(({ statement }) => statement.keys.length).sort((x, y) => x - y)
  const middle = lengths[Math.floor((lengths.length - 1) / 2)]
  const best = kept.sort(
    (x, y) =>
      y.members.length - x.members.length ||
      inFirst(x.statement.text) - inFirst(y.statement.text) ||
      Math.abs(x.statement.keys.length - middle) - Math.abs(y.statement.keys.length - middle) ||
      x.members[0] - y.members[0],
  )[0]
  return statements[best.members[0]].text
}

/** Of two members of one publication that overlap, the longer. */
const dropOverlaps = (statements: readonly Statement[], members: readonly number[]): number[] =>
  members.filter(index => {
    const { span } = statements[index]
    return !members.some(other => {
      if (other === index || !overlaps(statements[other], statements[index])) return false
      const longer = statements[other].span.end - statements[other].span.start - (span.end - span.start)
      return longer > 0 || (longer === 0 && other < index)
    })
  })

/**
 * Groups statements of any publications that say the same, and links those that say nearly the same as variants. Every statement is in one group at most.
 * Where these are a part of more, `known` counts all.
 */
export const groupStatements = (statements: readonly Statement[], known?: WordCounts): ClaimGroup[] => {
  const units = gatherUnits(statements)
  const counts = known ?? countWords(units)
  const weigh = openScale(counts)
  const pairs = findPairs(statements, units, weigh, counts)
  const cluster = joinPairs(statements, units, pairs, weigh, counts.units)
  const grouped = new Map<number, Unit[]>()
  for (const [index, unit] of units.entries()) grouped.set(cluster[index], [...(grouped.get(cluster[index]) ?? []), unit])
  const ids = new Map<number, string>()
  const groups = [...grouped].map(([at, found]) => {
    const members = dropOverlaps(
      statements,
      found.flatMap(({ members }) => members).sort((x, y) => x - y),
    )
    const keys = members
      .map(index => `${statements[index].publication} ${statements[index].span.start} ${statements[index].span.end}`)
      .sort()
    ids.set(at, writeHash(keys[0]))
    return { at, members, text: chooseText(statements, found, members), variants: new Map<string, Variant>() }
  })
  const place = new Map(groups.map(group => [group.at, group]))
  for (const { a, b, likeness } of pairs) {
    const [one, other] = [cluster[a], cluster[b]]
    if (one === other || likeness.differs === null || likeness.dice < VARIANT_DICE || likeness.plain < LEAST_PLAIN) continue
    if (isDeniedApart(units[a].statement, units[b].statement, likeness)) continue
    for (const [mine, its, isFirst] of [[one, other, true] as const, [other, one, false] as const]) {
      const variant = describeVariant(units[isFirst ? a : b].statement, units[isFirst ? b : a].statement, likeness, isFirst)
      const list = place.get(mine)!.variants
      const claim = ids.get(its)!
      if (variant !== null && !list.has(claim)) list.set(claim, { claim, ...variant })
    }
  }
  return groups.map(({ at, members, text, variants }) => ({ id: ids.get(at)!, text, members, variants: [...variants.values()] }))
}

/** The groups of these statements, but for those that say nothing apart from the sentences that their members stand in. */
export const groupClaims = (statements: readonly Statement[]): ClaimGroup[] => {
  const groups = groupStatements(statements)
  const parts = findParts(statements, groups)
  return groups.filter(group => !parts.has(group))
}
