import { sql } from 'kysely'
import { packKeys, toPlain } from '../packing.ts'
import type { FailedJob, Job, Lease, Traced } from '../store.ts'
import { removePostings } from './publications.ts'
import type { Change, Database } from './schema.ts'
import { storeTally } from './tally.ts'

export const claimJobs = (database: Database, { owner, now, until }: Lease, limit: number): Promise<Job[]> =>
  database.transaction().execute(async change => {
    const rows = await change
      .selectFrom('job')
      .innerJoin('publication', 'publication.seq', 'job.seq')
      .innerJoin('content', 'content.seq', 'job.seq')
      .select(['job.seq', 'publication.id', 'content.text', 'content.document'])
      .where(({ eb, or }) => or([eb('job.owner', 'is', null), eb('job.until', '<', now)]))
      .orderBy('job.seq')
      .limit(limit)
      .execute()
    const list = JSON.stringify(rows.map(({ seq }) => seq))
    await sql`update job set owner = ${owner}, until = ${until} where seq in (select value from json_each(${list}))`.execute(change)
    return rows.map(({ id, text, document }) => ({ publication: id, text, document }))
  })

export const renewLeases = async (database: Database, { owner, until }: Lease): Promise<void> => {
  await database.updateTable('job').set({ until }).where('owner', '=', owner).execute()
}

const findSeq = async (change: Change, publication: string): Promise<number | undefined> =>
  (await change.selectFrom('publication').select('seq').where('id', '=', publication).executeTakeFirst())?.seq

const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, index) => byte === b[index])

/** A publication that a trace is to be kept of, and its sketch where it was traced before. */
interface Known {
  readonly id: string
  readonly seq: number
  readonly keys: Uint8Array | null
  readonly compared: 0 | 1 | 2 | null
  readonly indexed: 0 | 1 | null
}

const readKnown = async (change: Change, ids: readonly string[]): Promise<ReadonlyMap<string, Known>> => {
  const { rows } = await sql<Known>`
    select publication.id, publication.seq, sketch.keys, sketch.compared, sketch.indexed
    from publication left join sketch on sketch.seq = publication.seq
    where publication.id in (select value from json_each(${JSON.stringify(ids)}))`.execute(change)
  return new Map(rows.map(row => [row.id, row]))
}

/** Keeps the keys; a publication that was compared before is compared again. */
const storeSketch = async (change: Change, known: Known, keys: Uint8Array): Promise<void> => {
  const stays = known.keys !== null && isSame(known.keys, keys)
  if (known.keys !== null && !stays) await removePostings(change, known.seq)
  const [compared, indexed] = [stays && known.compared ? 2 : 0, stays ? (known.indexed ?? 0) : 0]
  await sql`insert or replace into sketch (seq, keys, compared, indexed) values (${known.seq}, ${keys}, ${compared}, ${indexed})`.execute(
    change,
  )
}

export const completeJobs = (database: Database, results: readonly Traced[]): Promise<void> =>
  database.transaction().execute(async change => {
    const known = await readKnown(
      change,
      results.map(({ publication }) => publication),
    )
    const done: { readonly seq: number; readonly words: number }[] = []
    for (const { publication, model, trace, tally, keys, words } of results) {
      const there = known.get(publication)
      if (!there) continue
      await sql`insert or replace into trace (seq, model, body) values (${there.seq}, ${model}, ${trace})`.execute(change)
      await storeTally(change, there.seq, tally)
      await storeSketch(change, there, packKeys(keys))
      done.push({ seq: there.seq, words })
    }
    const list = JSON.stringify(done)
    await sql`
      update publication set state = 'traced', words = row.value ->> 'words', error_code = null, error_message = null
      from json_each(${list}) as row where seq = row.value ->> 'seq'`.execute(change)
    await sql`delete from job where seq in (select value ->> 'seq' from json_each(${list}))`.execute(change)
  })

const failJob = async (change: Change, { publication, error, retry }: FailedJob, most: number): Promise<boolean> => {
  const seq = await findSeq(change, publication)
  if (seq === undefined) return false
  const job = await change.selectFrom('job').select('attempts').where('seq', '=', seq).executeTakeFirst()
  const attempts = (job?.attempts ?? 0) + 1
  if (retry && attempts < most) {
    await change.updateTable('job').set({ attempts, owner: null, until: null }).where('seq', '=', seq).execute()
    return false
  }
  await change.deleteFrom('job').where('seq', '=', seq).execute()
  await change
    .updateTable('publication')
    .set({ state: 'failed', error_code: error.code, error_message: toPlain(error.message) })
    .where('seq', '=', seq)
    .execute()
  return true
}

export const failJobs = (database: Database, failures: readonly FailedJob[], attempts: number): Promise<string[]> =>
  database.transaction().execute(async change => {
    const lost: string[] = []
    for (const failure of failures) if (await failJob(change, failure, attempts)) lost.push(failure.publication)
    return lost
  })

export const listOwners = async (database: Database): Promise<string[]> => {
  const rows = await database.selectFrom('job').select('owner').distinct().where('owner', 'is not', null).orderBy('owner').execute()
  return rows.flatMap(({ owner }) => owner ?? [])
}

export const releaseLeases = async (database: Database, owner: string): Promise<void> => {
  await database.updateTable('job').set({ owner: null, until: null }).where('owner', '=', owner).execute()
}

export const requestTraces = (database: Database, ids: readonly string[] | null, model: string | null): Promise<number> =>
  database.transaction().execute(async change => {
    const wanted =
      ids === null
        ? sql`publication.state = 'failed' or trace.model is not ${model}`
        : sql`publication.id in (select value from json_each(${JSON.stringify(ids)}))`
    const { numAffectedRows } = await sql`
      insert or ignore into job (seq)
      select publication.seq from publication left join trace on trace.seq = publication.seq where ${wanted}`.execute(change)
    await sql`
      update publication set state = 'waiting', error_code = null, error_message = null
      where state = 'failed' and seq in (select seq from job)`.execute(change)
    return Number(numAffectedRows ?? 0)
  })
