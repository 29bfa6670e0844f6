import { sql } from 'kysely'
import type { Ref } from '../../model/publication.ts'
import type { Direction, Reuse, Sharing } from '../../model/reuse.ts'
import { toPlain } from '../packing.ts'
import type { Page } from '../store.ts'
import type { Change, Database } from './schema.ts'

const readSeq = async (database: Database, publication: string): Promise<number> => {
  const row = await database.selectFrom('publication').select('seq').where('id', '=', publication).executeTakeFirst()
  return row?.seq ?? -1
}

export const addPairs = async (change: Change, pairs: readonly Reuse[]): Promise<void> => {
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
