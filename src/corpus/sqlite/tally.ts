import { type RawBuilder, sql } from 'kysely'
import type { Identity, SourceKind } from '../../model/source.ts'
import type { Cell, Figures, Tally } from '../../model/tally.ts'
import { toPlain } from '../packing.ts'
import type { Change, Database } from './schema.ts'

const identities = ['named', 'unnamed', 'anonymous', 'unspecified'] as const satisfies readonly Identity[]
const kinds = ['person', 'group', 'organization', 'outlet', 'document', 'unknown'] as const satisfies readonly SourceKind[]
const groups = { claims: identities, words: identities, kinds } as const
type Group = keyof typeof groups

const counts = (Object.keys(groups) as Group[]).flatMap(group => groups[group].map(name => ({ group, name, column: `${group}_${name}` })))

export const storeTally = async (change: Change, seq: number, tally: Tally): Promise<void> => {
  const numbers = counts.map(({ group, name }) => (tally[group] as Readonly<Record<string, number>>)[name])
  const original = tally.original === null ? null : toPlain(tally.original)
  await sql`
    insert or replace into tally (seq, original, ${sql.join(counts.map(({ column }) => sql.ref(column)))})
    values (${seq}, ${original}, ${sql.join(numbers)})`.execute(change)
}

/** Publications that have their text from another: those that the evidence says, else the later one; of equals the second. */
const copies = sql`
  select distinct case
    when pair.direction = 'a-from-b' or
      (pair.direction <> 'b-from-a' and julianday(pa.published_at) > julianday(pb.published_at)) then pair.a else pair.b end as seq
  from reuse as pair join publication as pa on pa.seq = pair.a join publication as pb on pb.seq = pair.b
  where pair.sharing = 'copy'`

const sums: RawBuilder<unknown> = sql.join(counts.map(({ column }) => sql`sum(${sql.ref(column)}) as ${sql.ref(column)}`))

interface CellRow extends Readonly<Record<string, unknown>> {
  readonly month: string | null
  readonly publisher: string | null
  readonly copy: 0 | 1
  readonly publications: number
  readonly republished: number
}

const readGroup = <G extends Group>(row: CellRow, group: G): Cell[G] =>
  Object.fromEntries(groups[group].map(name => [name, row[`${group}_${name}`]])) as unknown as Cell[G]

export const countFigures = async (database: Database): Promise<Figures> => {
  const { rows } = await sql<CellRow>`
    with copied as materialized (${copies})
    select substr(published_at, 1, 7) as month, publisher, seq in copied as copy, count(*) as publications, count(original) as republished, ${sums}
    from tally join publication using (seq) group by month, publisher, copy order by min(seq)`.execute(database)
  const originals = await sql<Figures['originals'][number]>`
    with copied as materialized (${copies})
    select original as publisher, count(*) as publications, sum(seq not in copied) as "withoutCopies"
    from tally where original is not null group by original order by publications desc, original`.execute(database)
  return {
    cells: rows.map(row => ({
      month: row.month,
      publisher: row.publisher,
      copies: row.copy === 1,
      publications: row.publications,
      republished: row.republished,
      claims: readGroup(row, 'claims'),
      words: readGroup(row, 'words'),
      kinds: readGroup(row, 'kinds'),
    })),
    originals: originals.rows,
  }
}

/** Traced publications, in the order in which they were added, that were traced before tallies were kept. */
export const listUntallied = async (database: Database, limit: number): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select publication.id from trace indexed by trace_model join publication using (seq)
    where seq not in (select seq from tally) order by seq limit ${limit}`.execute(database)
  return rows.map(({ id }) => id)
}

/** Keeps tallies of publications that have a trace. */
export const keepTallies = (database: Database, tallies: ReadonlyMap<string, Tally>): Promise<void> =>
  database.transaction().execute(async change => {
    for (const [id, tally] of tallies) {
      const row = await change
        .selectFrom('publication')
        .innerJoin('trace', 'trace.seq', 'publication.seq')
        .select('publication.seq')
        .where('publication.id', '=', id)
        .executeTakeFirst()
      if (row) await storeTally(change, row.seq, tally)
    }
  })
