import type { Document } from '../model/document.ts'
import type { Counts, Entry, FailedInput, Failure, Hit } from '../model/entry.ts'
import type { Publication } from '../model/publication.ts'
import type { Reuse } from '../model/reuse.ts'
import type { Figures, Tally } from '../model/tally.ts'

/** A publication before it is traced. */
export interface NewPublication {
  readonly id: string
  readonly document: Document
}

export interface Page {
  readonly limit: number
  readonly offset: number
}

/** Which entries to list; everything where nothing is asked for. `from` and `to` are days as ISO 8601, both included; what has no date is in no period. */
export interface Filter {
  readonly state?: Entry['state']
  readonly publisher?: string
  readonly from?: string
  readonly to?: string
}

/** Jobs are leased to one owner until they are completed, failed, given back, or the lease runs out. Times are milliseconds since 1970. */
export interface Lease {
  readonly owner: string
  readonly now: number
  readonly until: number
}

/** A publication to be traced: its text, and its `Document` as `packDocument` packs it. */
export interface Job {
  readonly publication: string
  readonly text: string
  readonly document: string
}

/** What became of a job: the trace, packed by `packTrace`, and what it comes to; the text's look-up keys and its number of words. */
export interface Traced {
  readonly publication: string
  readonly model: string
  readonly trace: Uint8Array
  readonly tally: Tally
  readonly keys: Uint32Array
  readonly words: number
}

/** A job that did not come to an end. `retry` leaves it to be tried again, until it has been tried `attempts` times. */
export interface FailedJob {
  readonly publication: string
  readonly error: Failure
  readonly retry: boolean
}

/** A publication whose text is to be compared with others; `again` where its pairs are known but its trace is new. */
export interface Uncompared {
  readonly publication: string
  readonly keys: Uint32Array
  readonly again: boolean
}

/** Another publication with look-up keys in common. */
export interface Candidate {
  readonly publication: string
  /** Whether it was added earlier. */
  readonly earlier: boolean
  readonly words: number
  /** How many keys it shares that few publications have. */
  readonly rare: number
  /** How many keys it shares that many publications have; of a key that very many have, only the first are told. */
  readonly frequent: number
}

/** How many publications make a key frequent, and of how many that have it the first alone are told; how many frequent keys tell something alone. */
export interface Frequency {
  readonly frequent: number
  readonly common: number
  readonly least: number
}

/** What may be asked and kept while publications are compared. */
export interface Round extends Pick<Store, 'readPublications' | 'readTexts' | 'listReuse'> {
  /** Traced publications that are not compared yet, in the order in which they were added, up to the first that is still to be traced. */
  listUncompared(limit: number): Promise<readonly Uncompared[]>
  /**
   * Those compared before that have a rare key in common with one that `listUncompared` gave, or at least `least` frequent ones. Where pairs are known, only
   * those that were added earlier.
   */
  findCandidates(publication: Uncompared, frequency: Frequency): Promise<readonly Candidate[]>
  /** Keeps the pairs of a publication, in place of those found before, and its keys for those that follow; of a key at least the first `common` that have it are kept. */
  storeComparison(publication: Uncompared, pairs: readonly Reuse[], common: number): Promise<void>
}

/**
 * Where a corpus is kept. Every method that writes is one transaction, on the disk when its promise resolves; several processes may use one store.
 * Publications are listed in the order in which they were added. Failures that a person can act on are `HearsayError`s whose code begins with `corpus-`.
 */
export interface Store {
  /** Keeps what is not there yet, each with a job to trace it; tells for each whether it was new. */
  addPublications(publications: readonly NewPublication[]): Promise<readonly boolean[]>
  addFailedInputs(failures: readonly FailedInput[]): Promise<void>
  /** Forgets publications and all that was found of them; ids that are not there are passed over. */
  removePublications(ids: readonly string[]): Promise<number>

  countAll(): Promise<Counts>
  listEntries(filter: Filter, page: Page): Promise<readonly Entry[]>
  listFailedInputs(page: Page): Promise<readonly FailedInput[]>
  /** Entries that hold all the words, or the phrases between quotation marks, the best first. */
  search(query: string, page: Page, filter?: Filter): Promise<readonly Hit[]>
  /** The entries with this id, else with this key, else whose id begins so; at most `limit`. */
  findEntries(name: string, limit: number): Promise<readonly Entry[]>
  /** Publications with their traces, in the order in which they were added; ids that are not there or have no trace are left out. */
  readPublications(ids: readonly string[]): Promise<readonly Publication[]>
  /** The ids of what has a trace, in the order in which they were added. */
  listTraced(): Promise<readonly string[]>
  /** What all traces come to, by month and publisher; from tallies alone, so that it is quick. */
  countFigures(): Promise<Figures>
  /** The ids of what was traced before tallies were kept; at most `limit`. */
  listUntallied(limit: number): Promise<readonly string[]>
  /** Keeps tallies, by publication; those of what has no trace are passed over. */
  keepTallies(tallies: ReadonlyMap<string, Tally>): Promise<void>
  readTexts(ids: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Publications as they were read, before they were traced, by id; ids that are not there are left out. */
  readDocuments(ids: readonly string[]): Promise<ReadonlyMap<string, Document>>

  /** Leases jobs that nobody holds, in the order in which their publications were added. */
  claimJobs(lease: Lease, limit: number): Promise<readonly Job[]>
  /** Holds on to everything that the lease's owner has. */
  renewLeases(lease: Lease): Promise<void>
  completeJobs(results: readonly Traced[]): Promise<void>
  /** Tells which publications are given up: those that are not to be tried again, or were tried `attempts` times. */
  failJobs(failures: readonly FailedJob[], attempts: number): Promise<readonly string[]>
  /** Who holds jobs, leases that ran out included. */
  listOwners(): Promise<readonly string[]>
  /** Gives back all that an owner holds. */
  releaseLeases(owner: string): Promise<void>
  /** Makes jobs of publications that have a trace or failed: those given, else those that failed or were traced with another model. Tells how many. */
  requestTraces(ids: readonly string[] | null, model: string | null): Promise<number>

  /** Runs `work` as one transaction during which nobody else compares. Within it only the round may be asked, not the store. */
  compare<T>(work: (round: Round) => Promise<T>): Promise<T>
  /** Pairs that share text, in the order in which `b`, then `a` was added: all, or those of one publication. */
  listReuse(publication: string | null, page: Page): Promise<readonly Reuse[]>

  close(): Promise<void>
}
