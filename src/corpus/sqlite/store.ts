import { Kysely } from 'kysely'
import type { Store } from '../store.ts'
import { createDialect } from './connection.ts'
import * as jobs from './jobs.ts'
import { openKeyIndex } from './key-index.ts'
import { type Access, openDatabase } from './open.ts'
import * as publications from './publications.ts'
import * as reuse from './reuse.ts'
import * as round from './round.ts'
import type { Schema } from './schema.ts'
import * as tally from './tally.ts'

/** Opens the store in a SQLite file. Throws a `HearsayError` whose code begins with `corpus-` where that cannot be. */
export const openSqliteStore = async (path: string, access: Access): Promise<Store> => {
  const database = new Kysely<Schema>({ dialect: createDialect(await openDatabase(path, access)) })
  const index = openKeyIndex()
  return {
    addPublications: items => publications.addPublications(database, items),
    addFailedInputs: failures => publications.addFailedInputs(database, failures),
    removePublications: ids => publications.removePublications(database, ids),
    countAll: () => publications.countAll(database),
    listEntries: (filter, page) => publications.listEntries(database, filter, page),
    listFailedInputs: page => publications.listFailedInputs(database, page),
    search: (query, page, filter = {}) => publications.search(database, query, filter, page),
    findEntries: (name, limit) => publications.findEntries(database, name, limit),
    readPublications: ids => publications.readPublications(database, ids),
    listTraced: () => publications.listTraced(database),
    countFigures: () => tally.countFigures(database),
    listUntallied: limit => tally.listUntallied(database, limit),
    keepTallies: tallies => tally.keepTallies(database, tallies),
    readTexts: ids => publications.readTexts(database, ids),
    readDocuments: ids => publications.readDocuments(database, ids),
    claimJobs: (lease, limit) => jobs.claimJobs(database, lease, limit),
    renewLeases: lease => jobs.renewLeases(database, lease),
    completeJobs: results => jobs.completeJobs(database, results),
    failJobs: (failures, attempts) => jobs.failJobs(database, failures, attempts),
    listOwners: () => jobs.listOwners(database),
    releaseLeases: owner => jobs.releaseLeases(database, owner),
    requestTraces: (ids, model) => jobs.requestTraces(database, ids, model),
    compare: work => round.compare(database, index, work),
    listReuse: (publication, page) => reuse.listReuse(database, publication, page),
    close: () => database.destroy(),
  }
}
