import type { Generated, Kysely, Transaction } from 'kysely'

/** A row for each publication, in the order of `seq`; small, so that lists are quick. */
interface PublicationTable {
  readonly seq: Generated<number>
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
  readonly state: 'waiting' | 'traced' | 'failed'
  readonly error_code: string | null
  readonly error_message: string | null
}

/** The text, and the rest of the document as JSON. */
interface ContentTable {
  readonly seq: number
  readonly title: string
  readonly text: string
  readonly document: string
}

interface TraceTable {
  readonly seq: number
  readonly model: string
  readonly body: Uint8Array
}

/**
 * Look-up keys; `compared` is 1 once the pairs are known, 2 where the trace is newer than the pairs. `indexed` is 1 where the keys have been moved into
 * `posting`; those of others that are compared are to be looked for here.
 */
interface SketchTable {
  readonly seq: number
  readonly keys: Uint8Array
  readonly compared: 0 | 1 | 2
  readonly indexed: Generated<0 | 1>
}

/** The index of look-up keys, but for those of the publications that were compared last. */
interface PostingTable {
  readonly key: number
  readonly seq: number
}

/** What a trace comes to; the columns that count are named by `tally.ts`. */
interface TallyTable {
  readonly seq: number
  readonly original: string | null
}

interface ReuseTable {
  readonly a: number
  readonly b: number
  readonly containment: number
  readonly sharing: string
  readonly direction: string
  readonly body: string
}

/** Publications to be traced; `owner` is null where nobody holds the job. */
interface JobTable {
  readonly seq: number
  readonly attempts: number
  readonly owner: string | null
  readonly until: number | null
}

interface FailedInputTable {
  readonly input: string
  readonly key: string
  readonly code: string
  readonly message: string
}

export interface Schema {
  readonly publication: PublicationTable
  readonly content: ContentTable
  readonly trace: TraceTable
  readonly sketch: SketchTable
  readonly posting: PostingTable
  readonly tally: TallyTable
  readonly reuse: ReuseTable
  readonly job: JobTable
  readonly failed_input: FailedInputTable
}

export type Database = Kysely<Schema>
export type Change = Transaction<Schema>
