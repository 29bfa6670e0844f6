import { sql } from 'kysely'
import { unpackKeys } from '../packing.ts'
import type { Change } from './schema.ts'

/** The keys of at least so many publications, and of one in so many of all, are moved into the table together. */
const FEWEST = 2000
const PART = 16
/** Rows written by one statement. */
const ROWS = 20_000
/** Where so many that move at once have a key, it is looked up first how many have it already. */
const MANY = 8

/** By key, who has it: one or several. */
type Holders = Map<number, number | number[]>

const addHolder = (holders: Holders, key: number, seq: number): void => {
  const known = holders.get(key)
  if (known === undefined) holders.set(key, seq)
  else if (typeof known === 'number') holders.set(key, [known, seq])
  else known.push(seq)
}

/** The index of look-up keys, within a transaction. Publications are told by their `seq`. */
export interface KeyIndex {
  /** Gets ready to tell who has these keys. */
  readonly prepare: (change: Change, lists: readonly Uint32Array[]) => Promise<void>
  /** Who has a key that was prepared: the first `common`, in order. */
  readonly list: (key: number, common: number) => readonly number[]
  /** Takes in a publication that is compared. */
  readonly add: (seq: number, keys: Uint32Array) => void
  /** Moves what has gathered into the table once it is enough; of a key that `common` have there, no more is kept. */
  readonly settle: (change: Change, common: number) => Promise<void>
}

/**
 * Opens the index: the table `posting`, and the keys of the publications that were compared last, which stand with their sketches until enough have gathered
 * to be moved into the table in its own order. Moved one by one, nearly each key would change another page of it.
 */
export const openKeyIndex = (): KeyIndex => {
  let recent: Holders = new Map()
  let gathered = new Set<number>()
  let stored: ReadonlyMap<number, readonly number[]> = new Map()

  const forget = (): void => {
    recent = new Map()
    gathered = new Set()
  }
  const add = (seq: number, keys: Uint32Array): void => {
    if (gathered.has(seq)) return
    gathered.add(seq)
    for (const key of keys) addHolder(recent, key, seq)
  }
  /** Learns what others have compared, moved or removed since, and what was rolled back. */
  const refresh = async (change: Change): Promise<void> => {
    const { rows } = await sql<{ list: string }>`
      select json_group_array(seq) as list from (select seq from sketch where compared > 0 and indexed = 0 order by seq)`.execute(change)
    const present = JSON.parse(rows[0].list) as number[]
    const known = new Set(present)
    if (![...gathered].every(seq => known.has(seq))) forget()
    const missing = present.filter(seq => !gathered.has(seq))
    if (missing.length === 0) return
    const found = await sql<{ seq: number; keys: Uint8Array }>`
      select seq, keys from sketch where seq in (select value from json_each(${JSON.stringify(missing)})) order by seq`.execute(change)
    for (const { seq, keys } of found.rows) add(seq, unpackKeys(keys))
  }
  const countStored = async (change: Change, keys: readonly number[]): Promise<ReadonlyMap<number, number>> => {
    const { rows } = await sql<{ key: number; count: number }>`
      select wanted.value as key, (select count(*) from posting where posting.key = wanted.value) as count
      from json_each(${JSON.stringify(keys)}) as wanted`.execute(change)
    return new Map(rows.map(({ key, count }) => [key, count]))
  }
  const write = (change: Change, rows: readonly string[]): Promise<unknown> =>
    sql`insert or ignore into posting (key, seq) select value ->> 0, value ->> 1 from json_each(${`[${rows.join()}]`})`.execute(change)

  return {
    add,
    prepare: async (change, lists) => {
      await refresh(change)
      const keys = [...new Set(lists.flatMap(list => [...list]))].sort((a, b) => a - b)
      const { rows } = await sql<{ key: number; holders: string }>`
        select wanted.value as key, group_concat(posting.seq) as holders
        from json_each(${JSON.stringify(keys)}) as wanted cross join posting on posting.key = wanted.value
        group by wanted.key`.execute(change)
      stored = new Map(rows.map(({ key, holders }) => [key, holders.split(',').map(Number)]))
    },
    list: (key, common) => {
      const late = recent.get(key)
      const holders = [...(stored.get(key) ?? []), ...(late === undefined ? [] : typeof late === 'number' ? [late] : late)]
      return holders.sort((a, b) => a - b).slice(0, common)
    },
    settle: async (change, common) => {
      const last = await change.selectFrom('sketch').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst()
      if (gathered.size < Math.max(FEWEST, (last?.seq ?? 0) / PART)) return
      const sorted = [...recent].sort(([a], [b]) => a - b)
      const counts = await countStored(
        change,
        sorted.flatMap(([key, holders]) => (typeof holders === 'number' || holders.length < MANY ? [] : [key])),
      )
      let rows: string[] = []
      for (const [key, holders] of sorted) {
        const late = typeof holders === 'number' ? [holders] : holders
        for (const seq of late.slice(0, Math.max(0, common - (counts.get(key) ?? 0)))) rows.push(`[${key},${seq}]`)
        if (rows.length < ROWS) continue
        await write(change, rows)
        rows = []
      }
      await write(change, rows)
      await sql`update sketch set indexed = 1 where compared > 0 and indexed = 0`.execute(change)
      forget()
    },
  }
}
