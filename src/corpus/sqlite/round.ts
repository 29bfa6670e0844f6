import { sql } from 'kysely'
import type { Reuse } from '../../model/reuse.ts'
import { unpackKeys } from '../packing.ts'
import type { Candidate, Frequency, Round, Uncompared } from '../store.ts'
import type { KeyIndex } from './key-index.ts'
import { readPublications, readTexts } from './publications.ts'
import { addPairs, listReuse } from './reuse.ts'
import type { Change, Database } from './schema.ts'

/** What is to be kept of the publications of a round, written together. */
interface Pending {
  readonly seqs: number[]
  readonly pairs: Reuse[]
  /** Of a key so many that have it are kept; null where nothing was compared. */
  common: number | null
}

const writePending = async (change: Change, { seqs, pairs }: Pending): Promise<void> => {
  if (seqs.length === 0) return
  const list = sql`(select value from json_each(${JSON.stringify(seqs.splice(0))}))`
  await sql`update sketch set compared = 1 where seq in ${list}`.execute(change)
  await addPairs(change, pairs.splice(0))
}

/** How many rare and frequent keys others share, by their number. */
const countKeys = (
  index: KeyIndex,
  keys: Uint32Array,
  isWanted: (seq: number) => boolean,
  { frequent, common, least }: Frequency,
): ReadonlyMap<number, { rare: number; frequent: number }> => {
  const counts = new Map<number, { rare: number; frequent: number }>()
  const full: (readonly number[])[] = []
  for (const key of keys) {
    const holders = index.list(key, common).filter(isWanted)
    if (holders.length >= frequent) {
      full.push(holders)
      continue
    }
    for (const holder of holders) {
      const count = counts.get(holder)
      if (count) count.rare++
      else counts.set(holder, { rare: 1, frequent: 0 })
    }
  }
  const mayTell = full.length >= least
  for (const holders of full)
    for (const holder of holders) {
      const count = counts.get(holder)
      if (count) count.frequent++
      else if (mayTell) counts.set(holder, { rare: 0, frequent: 1 })
    }
  for (const [holder, count] of counts) if (count.rare === 0 && count.frequent < least) counts.delete(holder)
  return counts
}

const openRound = (change: Change, index: KeyIndex, pending: Pending): Round => {
  const seqs = new Map<string, number>()
  const listUncompared = async (limit: number): Promise<Uncompared[]> => {
    const { rows } = await sql<{ seq: number; id: string; keys: Uint8Array; compared: number }>`
      select sketch.seq, publication.id, sketch.keys, sketch.compared
      from sketch join publication on publication.seq = sketch.seq
      where sketch.compared <> 1 and sketch.seq < coalesce((select min(seq) from job), 9e15)
      order by sketch.seq limit ${limit}`.execute(change)
    const waiting = rows.map(({ id, keys, compared }) => ({ publication: id, keys: unpackKeys(keys), again: compared === 2 }))
    for (const { seq, id } of rows) seqs.set(id, seq)
    if (rows.length > 0)
      await index.prepare(
        change,
        waiting.map(({ keys }) => keys),
      )
    return waiting
  }
  const findCandidates = async ({ publication, keys, again }: Uncompared, frequency: Frequency): Promise<Candidate[]> => {
    const own = seqs.get(publication)
    if (own === undefined) return []
    // What failed at first and is traced later stands before publications that are compared already.
    const counts = countKeys(index, keys, seq => (again ? seq < own : seq !== own), frequency)
    if (counts.size === 0) return []
    const { rows } = await sql<{ seq: number; id: string; words: number }>`
      select seq, id, words from publication
      where seq in (select value from json_each(${JSON.stringify([...counts.keys()])})) order by seq`.execute(change)
    return rows.map(({ seq, id, words }) => ({
      publication: id,
      earlier: seq < own,
      words,
      ...(counts.get(seq) ?? { rare: 0, frequent: 0 }),
    }))
  }
  const storeComparison = async ({ publication, keys, again }: Uncompared, pairs: readonly Reuse[]): Promise<void> => {
    const seq = seqs.get(publication)
    if (seq === undefined) return
    await sql`delete from reuse where b = ${seq}`.execute(change)
    await sql`delete from reuse where a = ${seq}`.execute(change)
    pending.seqs.push(seq)
    pending.pairs.push(...pairs)
    if (!again) index.add(seq, keys)
  }
  return {
    readPublications: ids => readPublications(change, ids),
    readTexts: ids => readTexts(change, ids),
    listReuse: async (publication, page) => {
      await writePending(change, pending)
      return listReuse(change, publication, page)
    },
    listUncompared: async limit => {
      await writePending(change, pending)
      return listUncompared(limit)
    },
    findCandidates,
    storeComparison: async (publication, pairs, common) => {
      // Pairs of one that is compared again may be waiting to be written.
      if (publication.again) await writePending(change, pending)
      await storeComparison(publication, pairs)
      pending.common = common
    },
  }
}

/** Runs `work` as one transaction; see `Store`. */
export const compare = <T>(database: Database, index: KeyIndex, work: (round: Round) => Promise<T>): Promise<T> =>
  database.transaction().execute(async change => {
    const pending: Pending = { seqs: [], pairs: [], common: null }
    const result = await work(openRound(change, index, pending))
    await writePending(change, pending)
    if (pending.common !== null) await index.settle(change, pending.common)
    return result
  })
