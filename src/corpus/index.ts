export { type IngestOptions, ingest } from './ingest.ts'
export type { Readable, Stored } from './intake.ts'
export { openSqliteStore as openStore } from './sqlite/store.ts'
export type { FailedJob, Filter, Page, Store } from './store.ts'
