import { type Comparison, compareWords, type DirectionContext, judgePair, mayShare, readWords, type Words } from '../compare/index.ts'
import type { Publication } from '../model/publication.ts'
import type { Reuse } from '../model/reuse.ts'
import type { Candidate, Round, Store, Uncompared } from './store.ts'

/** A key that so many publications have tells little: set phrases, rights blocks. Of more than `COMMON` that have it the first alone are asked. */
const FREQUENT = 30
const COMMON = 200
/** The look-up keys of a text, to its words: two of each window's seventeen grams. */
const KEYS = 2 / 17
/** Of the shorter's keys, half of those that a pair shares that has enough in common to be a copy. */
const TELLING = 0.075
/** Publications compared in one transaction. */
const ROUND = 32
/** Texts kept cut into words. */
const KEPT = 1000

/** Cuts texts into words, and keeps those that were asked for last. */
const createShelf = () => {
  const shelf = new Map<string, Words>()
  const keep = (id: string, words: Words): Words => {
    shelf.delete(id)
    shelf.set(id, words)
    if (shelf.size > KEPT) shelf.delete(shelf.keys().next().value as string)
    return words
  }
  return async (round: Round, ids: readonly string[]): Promise<ReadonlyMap<string, Words>> => {
    const texts = await round.readTexts(ids.filter(id => !shelf.has(id)))
    const found = new Map<string, Words>()
    for (const id of ids) {
      const words = shelf.get(id) ?? (texts.has(id) ? readWords(texts.get(id) as string) : undefined)
      if (words) found.set(id, keep(id, words))
    }
    return found
  }
}

type Shelf = ReturnType<typeof createShelf>

/** Boilerplate, and what everybody quotes, has a few keys that many have; a copy of what many copied has more of the shorter text's. */
const isLikely = ({ rare, frequent, words }: Candidate, keys: number): boolean =>
  rare > 0 || rare + frequent >= TELLING * Math.min(keys, words * KEYS)

/** Those to compare a publication with: which of them were added earlier. */
const chooseOthers = async (round: Round, publication: Uncompared): Promise<ReadonlyMap<string, boolean>> => {
  const candidates = await round.findCandidates(publication, { frequent: FREQUENT, common: COMMON, least: 2 })
  const others = new Map(
    candidates.filter(candidate => isLikely(candidate, publication.keys.length)).map(({ publication: id, earlier }) => [id, earlier]),
  )
  if (!publication.again) return others
  const known = await round.listReuse(publication.publication, { limit: Number.MAX_SAFE_INTEGER, offset: 0 })
  for (const { a, b } of known) if (a.publication === publication.publication) others.set(b.publication, false)
  return others
}

/** Another publication that shares text, and what; `earlier` where it was added before. */
interface Match {
  readonly id: string
  readonly earlier: boolean
  readonly comparison: Comparison
}

const findMatches = async (round: Round, shelf: Shelf, publication: Uncompared): Promise<Match[]> => {
  const others = await chooseOthers(round, publication)
  if (others.size === 0) return []
  const words = await shelf(round, [publication.publication, ...others.keys()])
  const own = words.get(publication.publication)
  return [...others].flatMap(([id, earlier]) => {
    const theirs = words.get(id)
    if (!own || !theirs) return []
    const comparison = earlier ? compareWords(theirs, own) : compareWords(own, theirs)
    return mayShare(comparison) ? [{ id, earlier, comparison }] : []
  })
}

/** Publications read while a round lasts, and what is known beside them. */
interface Desk {
  readonly publications: Map<string, Publication>
  readonly context: DirectionContext
}

const findPairs = async (round: Round, shelf: Shelf, { publications, context }: Desk, publication: Uncompared): Promise<Reuse[]> => {
  const matches = await findMatches(round, shelf, publication)
  if (matches.length === 0) return []
  const wanted = [publication.publication, ...matches.map(({ id }) => id)].filter(id => !publications.has(id))
  for (const read of await round.readPublications(wanted)) publications.set(read.id, read)
  const here = publications.get(publication.publication)
  return matches.flatMap(({ id, earlier, comparison }) => {
    const there = publications.get(id)
    if (!here || !there) return []
    return (earlier ? judgePair(there, here, comparison, context) : judgePair(here, there, comparison, context)) ?? []
  })
}

/** Compares what is traced and not compared yet, round by round, each with what was compared before; gives how many were, each time it is called. */
export const createComparer = (store: Store, context: DirectionContext = {}): (() => Promise<number>) => {
  const shelf = createShelf()
  const compareRound = (round: Round): Promise<number> =>
    round.listUncompared(ROUND).then(async waiting => {
      const desk: Desk = { publications: new Map(), context }
      for (const publication of waiting) await round.storeComparison(publication, await findPairs(round, shelf, desk, publication), COMMON)
      return waiting.length
    })
  return async () => {
    let total = 0
    for (let done = ROUND; done === ROUND; total += done) done = await store.compare(compareRound)
    return total
  }
}
