import { femaleNames, maleNames } from '../lexicon/en/given-names.ts'
import { honorifics } from '../lexicon/en/honorifics.ts'
import { opposites } from '../lexicon/en/opposites.ts'
import type { Variant } from '../model/claim.ts'
import type { Statement } from '../model/statement.ts'
import { stemOf, stripMarks } from './statement-words.ts'

/** How much two statements have in common, 0 to 1, and in what they disagree; `words` are those that differ, first a's, then b's. */
export interface Likeness {
  /** Weighted Dice coefficient of their words. */
  readonly dice: number
  /** Share of the lighter one's weight that the other has too. */
  readonly containment: number
  readonly shared: number
  /** How many of the shared words are neither names nor numbers, and what they weigh. */
  readonly plain: number
  readonly plainWeight: number
  readonly differs: Variant['differs'] | 'tense' | null
  readonly words: readonly [readonly string[], readonly string[]]
}

/** What a word weighs: the rarer among the statements compared, the more; `half` is half of what one weighs that a single statement has. */
export type Weigh = ((word: string) => number) & { readonly half?: number }

const stemmedOpposites: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...opposites].map(([word, others]) => [stemOf(word), new Set([...others].map(stemOf))]),
)

const without = (list: readonly string[], other: readonly string[]): string[] => list.filter(item => !other.includes(item))

const amountOf = (number: string): string => number.slice(0, number.indexOf(' '))
const unitOf = (number: string): string => number.slice(number.indexOf(' ') + 1)

const isTitle = (name: string): boolean => honorifics.has(name) || maleNames.has(name) || femaleNames.has(name)

/** Statements that share so much of their words say the same in whatever tense. */
const NEARLY = 0.7

/** "07-01" and "06-10" can differ, "07-01" and "monday" cannot. */
const dateKind = (date: string): string => (/^\d{4}$/.test(date) ? 'year' : /^\d\d/.test(date) ? 'date' : 'day')

type Difference = readonly [Variant['differs'] | 'tense', readonly string[], readonly string[]]

const compareNumbers = (a: Statement, b: Statement): Difference | null => {
  const values = [a, b].map(({ particulars }) => particulars.numbers.map(amountOf))
  const left = [without(values[0], values[1]), without(values[1], values[0])]
  if (left[0].length > 0 && left[1].length > 0) return ['number', left[0], left[1]]
  for (const number of a.particulars.numbers)
    for (const other of b.particulars.numbers)
      if (
        unitOf(number) !== '' &&
        unitOf(number) === unitOf(other) &&
        amountOf(number) !== amountOf(other) &&
        left.some(side => side.length > 0)
      ) {
        const same = (list: readonly string[], one: string) => list.filter(item => unitOf(item) === unitOf(one)).length
        if (same(a.particulars.numbers, number) === 1 && same(b.particulars.numbers, other) === 1) return ['number', [number], [other]]
      }
  return null
}

const compareDates = (a: readonly string[], b: readonly string[]): Difference | null => {
  const left = [without(a, b), without(b, a)]
  for (const date of left[0]) {
    const other = left[1].filter(
      item => dateKind(item) === dateKind(date) && !(dateKind(date) === 'date' && (item.startsWith(date) || date.startsWith(item))),
    )
    if (other.length > 0 && !a.some(item => dateKind(item) === dateKind(date) && b.includes(item))) return ['date', [date], other]
  }
  return null
}

const isDenied = ({ stance, particulars }: Statement): boolean => (stance === 'denied') !== particulars.negated

const charges: ReadonlySet<string> = new Set(['accuse', 'charge', 'suspect', 'allegation', 'allege'].map(stemOf))
/** "Accused of hacking it", or "the jury accused them of hacking it", leaves as much open as "allegedly hacked it". */
const isCharged = ({ particulars, hops }: Statement): boolean =>
  particulars.words.some(word => charges.has(word)) || hops.some(({ via }) => charges.has(stemOf(via)))

const compareOpposites = (left: readonly (readonly string[])[]): Difference | null => {
  for (const word of left[0]) {
    const other = left[1].filter(item => stemmedOpposites.get(word)?.has(item))
    if (other.length > 0) return ['negation', [word], other]
  }
  return null
}

const preposition = /\b(?:in|at|near|off|from|of|to|on|below|above)\s+(?:the\s+)?(?:\p{Lu}[\p{L}'’-]*\s+)*$/u
const isPlace = (text: string, name: string): boolean => {
  const plain = stripMarks(text)
  const at = plain.toLowerCase().indexOf(name)
  return at > 0 && preposition.test(plain.slice(Math.max(0, at - 30), at))
}

/** A name stands for another where both are alone in their place but for so many words in all. */
const WIDEST_SLOT = 3

/** The shared words before and after one that is not shared; null where more words than a name has stand between them. */
const slotOf = (words: readonly string[], name: string, left: readonly string[]): readonly [string, string] | null => {
  const at = words.indexOf(name)
  let [before, after] = [at - 1, at + 1]
  while (left.includes(words[before])) before--
  while (left.includes(words[after])) after++
  return after - before - 1 > WIDEST_SLOT ? null : [words[before] ?? '', words[after] ?? '']
}

/** "The dam at Upper Marl broke" and "the dam at Lower Marl broke": another name in the same place. */
const compareNames = (a: Statement, b: Statement, left: readonly (readonly string[])[]): Difference | null => {
  const names = [a, b].map(({ particulars }, side) => particulars.names.filter(name => !isTitle(name) && left[side].includes(stemOf(name))))
  for (const name of names[0])
    for (const other of names[1]) {
      const one = slotOf(a.particulars.words, stemOf(name), left[0])
      const two = slotOf(b.particulars.words, stemOf(other), left[1])
      if (one === null || two === null) continue
      if ((one[0] === two[0] && (one[0] !== '' || one[1] === two[1])) || (one[1] === two[1] && one[1] !== ''))
        return [isPlace(a.text, name) || isPlace(b.text, other) ? 'place' : 'name', [name], [other]]
    }
  return null
}

/** Compares two statements word by word. What has to agree (numbers, dates, negation and stance, names, opposites, doubt, tense) comes back in `differs`. */
export const compareStatements = (a: Statement, b: Statement, weigh: Weigh): Likeness => {
  const [one, other] = [a.particulars, b.particulars]
  let common = 0
  let shared = 0
  let plain = 0
  let plainWeight = 0
  const sum = (words: readonly string[]) => words.reduce((total, word) => total + weigh(word), 0)
  const set = new Set(other.words)
  const names = new Set([...one.names, ...other.names].map(stemOf))
  for (const word of one.words)
    if (set.has(word)) {
      common += weigh(word)
      shared++
      if ((names.has(word) && weigh(word) < (weigh.half ?? 0)) || /^\d/.test(word)) continue
      plain++
      plainWeight += weigh(word)
    }
  const [weightA, weightB] = [sum(one.words), sum(other.words)]
  const left = [without(one.words, other.words), without(other.words, one.words)]
  const difference: Difference | null =
    compareNumbers(a, b) ??
    compareDates(one.dates, other.dates) ??
    (isDenied(a) === isDenied(b) ? null : (['negation', [], []] as const)) ??
    compareNames(a, b, left) ??
    compareOpposites(left) ??
    (one.hedged === other.hedged || isCharged(one.hedged ? b : a) ? null : (['hedge', [], []] as const)) ??
    (2 * common < NEARLY * (weightA + weightB) && one.tense !== other.tense && one.tense !== 'open' && other.tense !== 'open'
      ? (['tense', [], []] as const)
      : null)
  return {
    dice: (2 * common) / (weightA + weightB || 1),
    containment: common / (Math.min(weightA, weightB) || 1),
    shared,
    plain,
    plainWeight,
    differs: difference?.[0] ?? null,
    words: [difference?.[1] ?? [], difference?.[2] ?? []],
  }
}
