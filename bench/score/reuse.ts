import { readFileSync } from 'node:fs'
import { compareWords, findReuse, readWords, sketchWords } from '../../src/compare/index.ts'
import type { Publication } from '../../src/model/publication.ts'
import type { Direction, Reuse } from '../../src/model/reuse.ts'

/** A figure with what it comes to and what it should. */
export interface Row {
  readonly figure: string
  readonly value: string
  readonly wanted: string
}

/** A publication of one of the stories, and its story's name. */
export interface StoryPublication extends Publication {
  readonly story: string
}

/** Two publications of different publishers on one story. `exact` is the containment by the contract's words, reckoned apart from the code. */
interface Pair {
  readonly a: StoryPublication
  readonly b: StoryPublication
  readonly exact: number
  readonly met: boolean
  readonly found: Reuse | null
}

const readGrams = (text: string): Set<string> => {
  const words =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}']+/gu) ?? []
  return new Set(words.slice(4).map((_, index) => words.slice(index, index + 5).join(' ')))
}

const measure = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  const [shorter, longer] = one.size <= other.size ? [one, other] : [other, one]
  let common = 0
  for (const gram of shorter) if (longer.has(gram)) common++
  return shorter.size === 0 ? 0 : common / shorter.size
}

/** All pairs of different publishers within a story; only those that have a look-up key in common are compared. */
export const pairPublications = (publications: readonly StoryPublication[]): Pair[] => {
  const grams = publications.map(({ trace }) => readGrams(trace.document.text))
  const keys = publications.map(({ trace }) => sketchWords(readWords(trace.document.text)).keys)
  const sets = keys.map(list => new Set(list))
  return publications.flatMap((a, index) =>
    publications.slice(0, index).flatMap((b, other): Pair[] => {
      if (a.story !== b.story || a.publisher === b.publisher) return []
      const met = keys[index].some(key => sets[other].has(key))
      return [{ a, b, exact: measure(grams[index], grams[other]), met, found: met ? findReuse(a, b) : null }]
    }),
  )
}

const share = (part: number, whole: number): string => `${whole === 0 ? '–' : ((100 * part) / whole).toFixed(1)}% of ${whole}`

/** How many of the pairs with much in common are found. */
export const countFound = (pairs: readonly Pair[]): Row[] =>
  [0.5, 0.25, 0.15].map(least => {
    const gold = pairs.filter(({ exact }) => exact >= least)
    const found = gold.filter(pair => pair.found !== null)
    return {
      figure: `pairs with a containment of ${least} or more, found`,
      value: share(found.length, gold.length),
      wanted: least === 0.5 ? '99%' : least === 0.25 ? '95%' : '',
    }
  })

/** How many are called copies that share little. */
export const countOvercalled = (pairs: readonly Pair[]): Row[] => {
  const called = pairs.filter(({ found }) => found?.sharing === 'copy' || found?.sharing === 'excerpt')
  const little = called.filter(({ exact }) => exact < 0.15)
  return [
    { figure: 'called copy or excerpt with a containment below 0.15', value: share(little.length, called.length), wanted: 'under 1%' },
  ]
}

interface Label {
  readonly story: string
  readonly a: string
  readonly b: string
  readonly direction: Direction
  readonly set: 'random' | 'named'
}

const flip: Readonly<Record<Direction, Direction>> = {
  'a-from-b': 'b-from-a',
  'b-from-a': 'a-from-b',
  'common-origin': 'common-origin',
  unknown: 'unknown',
}

/** Directions against the labels read from credits and text before the code was written; failures of the odd ones were not looked at. */
export const scoreDirections = (pairs: readonly Pair[], labelFile: string): Row[] => {
  const labels = readFileSync(labelFile, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as Label)
  const index = new Map(pairs.map(pair => [`${pair.a.story} ${pair.a.key} ${pair.b.key}`, pair]))
  const directionOf = ({ story, a, b }: Label): Direction => {
    const straight = index.get(`${story} ${a} ${b}`)
    return straight ? (straight.found?.direction ?? 'unknown') : flip[index.get(`${story} ${b} ${a}`)?.found?.direction ?? 'unknown']
  }
  const parts: readonly [string, (label: Label, at: number) => boolean][] = [
    ['100 drawn at random', ({ set }) => set === 'random'],
    ['the odd ones of them', ({ set }, at) => set === 'random' && at % 2 === 1],
    ['8 more in which one names the other', ({ set }) => set === 'named'],
  ]
  return parts.flatMap(([name, accept]) => {
    const asked = labels.filter(accept)
    const telling = asked.filter(({ direction }) => direction !== 'unknown')
    const given = asked.filter(label => directionOf(label) !== 'unknown')
    const right = given.filter(label => directionOf(label) === label.direction)
    const answered = telling.filter(label => directionOf(label) !== 'unknown')
    return [
      { figure: `direction right, of those given; ${name}`, value: share(right.length, given.length), wanted: '95%' },
      { figure: `direction given, of those with evidence; ${name}`, value: share(answered.length, telling.length), wanted: '70%' },
    ]
  })
}

/** What sketches and comparisons cost. */
export const timeReuse = (publications: readonly StoryPublication[], pairs: readonly Pair[]): Row[] => {
  const texts = publications.map(({ trace }) => trace.document.text)
  const words = texts.reduce((sum, text) => sum + readWords(text).start.length, 0)
  let started = performance.now()
  for (const text of texts) sketchWords(readWords(text))
  const sketching = ((performance.now() - started) / words) * 600
  const met = pairs.filter(pair => pair.met)
  const cut = new Map(publications.map(({ id, trace }) => [id, readWords(trace.document.text)]))
  started = performance.now()
  for (const { a, b } of met) compareWords(cut.get(a.id)!, cut.get(b.id)!)
  const comparing = (performance.now() - started) / met.length
  const sharing = met.filter(({ found }) => found !== null)
  started = performance.now()
  for (const { a, b } of sharing) findReuse(a, b)
  const judging = (performance.now() - started) / sharing.length
  return [
    { figure: 'sketch of 600 words', value: `${sketching.toFixed(3)} ms`, wanted: 'under 1 ms' },
    { figure: 'aligning a pair', value: `${comparing.toFixed(3)} ms`, wanted: '' },
    { figure: 'a pair that shares text, kind and direction with it', value: `${judging.toFixed(3)} ms`, wanted: 'under 1 ms' },
  ]
}
