import { type RawBuilder, sql } from 'kysely'
import type { Document } from '../../model/document.ts'
import type { Counts, Entry, FailedInput, Hit } from '../../model/entry.ts'
import type { Publication } from '../../model/publication.ts'
import { packDocument, toPlain, unpackDocument, unpackKeys, unpackTrace } from '../packing.ts'
import type { Filter, NewPublication, Page } from '../store.ts'
import { quoteQuery } from './query.ts'
import type { Change, Database } from './schema.ts'

const columns = [
  'id',
  'key',
  'url',
  'publisher',
  'published_at',
  'seen_at',
  'title',
  'input',
  'language',
  'words',
  'state',
  'error_code',
  'error_message',
] as const

interface Row {
  readonly id: string
  readonly key: string | null
  readonly url: string | null
  readonly publisher: string | null
  readonly published_at: string | null
  readonly seen_at: string | null
  readonly title: string | null
  readonly input: string
  readonly language: string
  readonly words: number
  readonly state: Entry['state']
  readonly error_code: string | null
  readonly error_message: string | null
}

const toEntry = (row: Row): Entry => ({
  publication: row.id,
  key: row.key,
  url: row.url,
  publisher: row.publisher,
  publishedAt: row.published_at,
  seenAt: row.seen_at,
  title: row.title,
  input: row.input,
  language: row.language,
  words: row.words,
  state: row.state,
  error: row.error_code === null ? null : { code: row.error_code, message: row.error_message ?? '' },
})

/** `toPlain`, for what may be missing. */
const plain = (text: string | null): string | null => (text === null ? null : toPlain(text))

/** Keeps a publication without its job; gives its row, null where it was there before. */
const addPublication = async (change: Change, { id, document }: NewPublication): Promise<number | null> => {
  const { key, input, title, language, text, provenance } = document
  const { numInsertedOrUpdatedRows, insertId } = await change
    .insertInto('publication')
    .values({
      id,
      key: plain(key),
      url: plain(provenance.url),
      publisher: plain(provenance.publisher),
      published_at: plain(provenance.publishedAt),
      seen_at: plain(provenance.seenAt),
      title: plain(title),
      input: toPlain(input),
      language: toPlain(language),
      words: 0,
      state: 'waiting',
      error_code: null,
      error_message: null,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return null
  const seq = Number(insertId)
  await sql`insert into content (seq, title, text, document) values (${seq}, ${plain(title) ?? ''}, ${toPlain(text)}, ${packDocument(document)})`.execute(
    change,
  )
  return seq
}

export const addPublications = (database: Database, publications: readonly NewPublication[]): Promise<readonly boolean[]> =>
  database.transaction().execute(async change => {
    const rows: (number | null)[] = []
    for (const publication of publications) rows.push(await addPublication(change, publication))
    const added = JSON.stringify(rows.filter(row => row !== null))
    await sql`insert into job (seq) select value from json_each(${added})`.execute(change)
    const read = JSON.stringify(publications.map(({ document: { input, key } }) => ({ input: toPlain(input), key: plain(key) ?? '' })))
    await sql`
      delete from failed_input
      where (input, key) in (select value ->> 'input', value ->> 'key' from json_each(${read}))`.execute(change)
    return rows.map(row => row !== null)
  })

export const addFailedInputs = (database: Database, failures: readonly FailedInput[]): Promise<void> =>
  database.transaction().execute(async change => {
    for (const { input, key, error } of failures)
      await change
        .insertInto('failed_input')
        .values({ input: toPlain(input), key: plain(key) ?? '', code: error.code, message: toPlain(error.message) })
        .onConflict(conflict => conflict.columns(['input', 'key']).doUpdateSet({ code: error.code, message: toPlain(error.message) }))
        .execute()
  })

export const removePublications = (database: Database, ids: readonly string[]): Promise<number> =>
  database.transaction().execute(async change => {
    let removed = 0
    for (const id of ids) {
      const row = await change.selectFrom('publication').select('seq').where('id', '=', id).executeTakeFirst()
      if (!row) continue
      const { seq } = row
      await removePostings(change, seq)
      for (const table of ['job', 'sketch', 'tally', 'trace', 'content', 'publication'] as const)
        await change.deleteFrom(table).where('seq', '=', seq).execute()
      await change.deleteFrom('reuse').where('a', '=', seq).execute()
      await change.deleteFrom('reuse').where('b', '=', seq).execute()
      removed++
    }
    return removed
  })

/** Takes a publication's keys out of the index. */
export const removePostings = async (change: Change, seq: number): Promise<void> => {
  const sketch = await change.selectFrom('sketch').select('keys').where('seq', '=', seq).executeTakeFirst()
  if (!sketch) return
  for (const key of unpackKeys(sketch.keys)) await change.deleteFrom('posting').where('key', '=', key).where('seq', '=', seq).execute()
}

// Whatever is not traced is few, and has an index that is used where the query says so.
export const countAll = async (database: Database): Promise<Counts> => {
  const { rows } = await sql<Record<keyof Counts, number>>`select
    (select count(*) from publication) as publications,
    (select count(*) from publication where state <> 'traced' and state = 'waiting') as waiting,
    (select count(*) from publication where state <> 'traced' and state = 'failed') as failed,
    (select count(*) from failed_input) as "failedInputs",
    (select count(*) from reuse) as pairs`.execute(database)
  return { ...rows[0] }
}

/** What a row must be to be asked for. */
const describeFilter = ({ state, publisher, from, to }: Filter): RawBuilder<unknown> => {
  const day = sql`substr(publication.published_at, 1, 10)`
  const wanted = [
    ...(state === undefined ? [] : [sql`publication.state = ${state}`]),
    ...(publisher === undefined ? [] : [sql`publication.publisher = ${publisher}`]),
    ...(from === undefined ? [] : [sql`${day} >= ${from}`]),
    ...(to === undefined ? [] : [sql`${day} <= ${to}`]),
  ]
  return wanted.length === 0 ? sql`true` : sql.join(wanted, sql` and `)
}

export const listEntries = async (database: Database, filter: Filter, { limit, offset }: Page): Promise<Entry[]> => {
  const rows = await database
    .selectFrom('publication')
    .select(columns)
    .where(describeFilter(filter) as RawBuilder<boolean>)
    .orderBy('seq')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(toEntry)
}

export const listFailedInputs = async (database: Database, { limit, offset }: Page): Promise<FailedInput[]> => {
  const rows = await database.selectFrom('failed_input').selectAll().orderBy('input').orderBy('key').limit(limit).offset(offset).execute()
  return rows.map(({ input, key, code, message }) => ({ input, key: key === '' ? null : key, error: { code, message } }))
}

// Excerpts are made of what is shown alone: they cost more than all the rest.
export const search = async (database: Database, query: string, filter: Filter, { limit, offset }: Page): Promise<Hit[]> => {
  const words = quoteQuery(query)
  if (words === '') return []
  const { rows } = await sql<Row & { readonly excerpt: string }>`
    with hit as materialized (
      select content_index.rowid as seq, bm25(content_index, 4.0, 1.0) as score
      from content_index cross join publication on publication.seq = content_index.rowid
      where content_index match ${words} and ${describeFilter(filter)}
      order by score, content_index.rowid
      limit ${limit} offset ${offset}
    )
    select ${sql.join(columns.map(column => sql.ref(`publication.${column}`)))},
      snippet(content_index, 1, char(1), char(2), '…', 24) as excerpt
    from hit cross join content_index on content_index.rowid = hit.seq join publication on publication.seq = hit.seq
    where content_index match ${words}
    order by hit.score, hit.seq`.execute(database)
  return rows.map(row => ({ ...toEntry(row), excerpt: row.excerpt }))
}

/** The first text that sorts after all that begin with a prefix of hexadecimal digits. */
const afterPrefix = (prefix: string): string => `${prefix}g`

export const findEntries = async (database: Database, name: string, limit: number): Promise<Entry[]> => {
  const find = database.selectFrom('publication').select(columns).orderBy('seq').limit(limit)
  const ways = [
    find.where('id', '=', name),
    find.where('key', '=', name),
    ...(/^[0-9a-f]{4,}$/.test(name) ? [find.where('id', '>=', name).where('id', '<', afterPrefix(name))] : []),
  ]
  for (const way of ways) {
    const rows = await way.execute()
    if (rows.length > 0) return rows.map(toEntry)
  }
  return []
}

export const readPublications = async (database: Database, ids: readonly string[]): Promise<Publication[]> => {
  const rows = await database
    .selectFrom('publication')
    .innerJoin('content', 'content.seq', 'publication.seq')
    .innerJoin('trace', 'trace.seq', 'publication.seq')
    .select(['publication.id', 'content.text', 'content.document', 'trace.body'])
    .where('publication.id', 'in', sql<string>`(select value from json_each(${JSON.stringify(ids)}))`)
    .orderBy('publication.seq')
    .execute()
  return rows.map(({ id, text, document, body }) => {
    const trace = unpackTrace(body, unpackDocument(document, text))
    const { key, provenance } = trace.document
    const { url, publisher, publishedAt, seenAt } = provenance
    return { id, key, url, publisher, publishedAt, seenAt, trace }
  })
}

export const listTraced = async (database: Database): Promise<string[]> => {
  const rows = await database
    .selectFrom('publication')
    .innerJoin('trace', 'trace.seq', 'publication.seq')
    .select('id')
    .orderBy('publication.seq')
    .execute()
  return rows.map(({ id }) => id)
}

export const readTexts = async (database: Database, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await database
    .selectFrom('publication')
    .innerJoin('content', 'content.seq', 'publication.seq')
    .select(['id', 'text'])
    .where('id', 'in', sql<string>`(select value from json_each(${JSON.stringify(ids)}))`)
    .execute()
  return new Map(rows.map(({ id, text }) => [id, text]))
}

export const readDocuments = async (database: Database, ids: readonly string[]): Promise<ReadonlyMap<string, Document>> => {
  const rows = await database
    .selectFrom('publication')
    .innerJoin('content', 'content.seq', 'publication.seq')
    .select(['id', 'text', 'document'])
    .where('id', 'in', sql<string>`(select value from json_each(${JSON.stringify(ids)}))`)
    .execute()
  return new Map(rows.map(({ id, text, document }) => [id, unpackDocument(document, text)]))
}
