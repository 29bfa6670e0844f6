import { sql } from 'kysely'
import type { Ref } from '../../model/publication.ts'
import type { Direction, Reuse, Sharing } from '../../model/reuse.ts'
import { toPlain, unpackKeys } from '../packing.ts'
import type { Candidate, Page, Round, Uncompared } from '../store.ts'
import { readPublications, readTexts } from './publications.ts'
import type { Change, Database } from './schema.ts'

const listUncompared = async (database: Database, limit: number): Promise<Uncompared[]> => {
  const { rows } = await sql<{ id: string; keys: Uint8Array; compared: number }>`
    select publication.id, sketch.keys, sketch.compared
    from sketch join publication on publication.seq = sketch.seq
    where sketch.compared <> 1 and sketch.seq < coalesce((select min(seq) from job), 9e15)
    order by sketch.seq limit ${limit}`.execute(database)
  return rows.map(({ id, keys, compared }) => ({ publication: id, keys: unpackKeys(keys), again: compared === 2 }))
}

const findHolders = async (database: Database, keys: Uint32Array, range: ReturnType<typeof sql>, limit: number): Promise<number[][]> => {
  const { rows } = await sql<{ holders: string }>`
    select (select json_group_array(seq) from (
      select posting.seq from posting where posting.key = wanted.value and ${range} order by posting.seq limit ${limit})) as holders
    from json_each(${JSON.stringify([...keys])}) as wanted`.execute(database)
  return rows.map(({ holders }) => JSON.parse(holders) as number[])
}

const readSeq = async (database: Database, publication: string): Promise<number> => {
  const row = await database.selectFrom('publication').select('seq').where('id', '=', publication).executeTakeFirst()
  return row?.seq ?? -1
}

const findCandidates = async (database: Database, { publication, keys, again }: Uncompared, common: number): Promise<Candidate[]> => {
  const seq = await readSeq(database, publication)
  const lists = await findHolders(database, keys, sql`posting.seq < ${seq}`, common)
  // What failed at first and is traced later stands before publications that are compared already.
  if (!again) {
    const later = await database.selectFrom('sketch').select('seq').where('seq', '>', seq).where('compared', '>', 0).limit(1).execute()
    if (later.length > 0) lists.push(...(await findHolders(database, keys, sql`posting.seq > ${seq}`, common)))
  }
  const counts = new Map<number, { rare: number; frequent: number }>()
  for (const holders of lists)
    for (const holder of holders) {
      const count = counts.get(holder) ?? { rare: 0, frequent: 0 }
      count[holders.length < common ? 'rare' : 'frequent']++
      counts.set(holder, count)
    }
  const { rows } = await sql<{ seq: number; id: string }>`
    select seq, id from publication where seq in (select value from json_each(${JSON.stringify([...counts.keys()])})) order by seq`.execute(
    database,
  )
  return rows.map(row => ({ publication: row.id, earlier: row.seq < seq, ...(counts.get(row.seq) ?? { rare: 0, frequent: 0 }) }))
}

const addPostings = async (change: Change, seq: number, keys: Uint32Array, common: number): Promise<void> => {
  await sql`
    insert or ignore into posting (key, seq)
    select value, ${seq} from json_each(${JSON.stringify([...keys])}) as wanted
    where (select count(*) from (select 1 from posting where posting.key = wanted.value limit ${common})) < ${common}`.execute(change)
}

const addPairs = async (change: Change, pairs: readonly Reuse[]): Promise<void> => {
  if (pairs.length === 0) return
  const rows = pairs.map(({ a, b, containment, sharing, direction, passages, reasons }) => ({
    ...{ a: a.publication, b: b.publication, containment, sharing, direction },
    body: toPlain(JSON.stringify({ passages, reasons })),
  }))
  await sql`
    insert into reuse (a, b, containment, sharing, direction, body)
    select pa.seq, pb.seq, row.value ->> 'containment', row.value ->> 'sharing', row.value ->> 'direction', row.value ->> 'body'
    from json_each(${JSON.stringify(rows)}) as row
    join publication as pa on pa.id = row.value ->> 'a' join publication as pb on pb.id = row.value ->> 'b'`.execute(change)
}

const storeComparison = async (
  change: Change,
  { publication, keys }: Uncompared,
  pairs: readonly Reuse[],
  common: number,
): Promise<void> => {
  const seq = await readSeq(change, publication)
  if (seq < 0) return
  await change.deleteFrom('reuse').where('a', '=', seq).execute()
  await change.deleteFrom('reuse').where('b', '=', seq).execute()
  await addPairs(change, pairs)
  await addPostings(change, seq, keys, common)
  await change.updateTable('sketch').set({ compared: 1 }).where('seq', '=', seq).execute()
}

interface PairRow {
  readonly containment: number
  readonly sharing: Sharing
  readonly direction: Direction
  readonly body: string
  readonly a: string
  readonly b: string
}

const side = (name: 'a' | 'b') =>
  sql`json_object('publication', ${sql.ref(`p${name}.id`)}, 'key', ${sql.ref(`p${name}.key`)}, 'publisher', ${sql.ref(`p${name}.publisher`)},
    'publishedAt', ${sql.ref(`p${name}.published_at`)})`

export const listReuse = async (database: Database, publication: string | null, { limit, offset }: Page): Promise<Reuse[]> => {
  const seq = publication === null ? null : await readSeq(database, publication)
  const pairs =
    seq === null
      ? sql`select * from reuse order by b, a limit ${limit} offset ${offset}`
      : sql`select * from reuse where b = ${seq} union all select * from reuse where a = ${seq} order by b, a limit ${limit} offset ${offset}`
  const { rows } = await sql<PairRow>`
    select pair.containment, pair.sharing, pair.direction, pair.body, ${side('a')} as a, ${side('b')} as b
    from (${pairs}) as pair join publication as pa on pa.seq = pair.a join publication as pb on pb.seq = pair.b
    order by pair.b, pair.a`.execute(database)
  return rows.map(({ a, b, containment, sharing, direction, body }) => {
    const { passages, reasons } = JSON.parse(body) as Pick<Reuse, 'passages' | 'reasons'>
    return { a: JSON.parse(a) as Ref, b: JSON.parse(b) as Ref, containment, sharing, passages, direction, reasons }
  })
}

export const compare = <T>(database: Database, work: (round: Round) => Promise<T>): Promise<T> =>
  database.transaction().execute(change =>
    work({
      readPublications: ids => readPublications(change, ids),
      readTexts: ids => readTexts(change, ids),
      listReuse: (publication, page) => listReuse(change, publication, page),
      listUncompared: limit => listUncompared(change, limit),
      findCandidates: (publication, common) => findCandidates(change, publication, common),
      storeComparison: (publication, pairs, common) => storeComparison(change, publication, pairs, common),
    }),
  )
