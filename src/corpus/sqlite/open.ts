import { existsSync, statSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { HearsayError } from '../../model/error.ts'
import { describeFailure } from './failure.ts'
import { migrate, migrations, readVersion } from './migrations.ts'

/** How a file is opened: to be read alone, to be written to, or also made where there is none. */
export type Access = 'read' | 'write' | 'create'

/** Milliseconds to wait while opening for another process that writes. */
const PATIENCE = 20_000

/** Loads `node:sqlite`, which warns that it is an experiment. */
const loadSqlite = async (): Promise<typeof import('node:sqlite')> => {
  const { emitWarning } = process
  process.emitWarning = ((warning: string | Error, ...rest: never[]) => {
    if (!String(warning).startsWith('SQLite is an experimental feature')) emitWarning.call(process, warning, ...rest)
  }) as typeof emitWarning
  try {
    return await import('node:sqlite')
  } finally {
    process.emitWarning = emitWarning
  }
}

const checkFile = (path: string, access: Access): void => {
  const shown = JSON.stringify(path)
  if (!existsSync(path)) {
    if (access === 'create') return
    throw new HearsayError(
      'corpus-not-found',
      `corpus ${shown}: there is no such file; check the path, or make it with hearsay add --corpus ${path} INPUT`,
    )
  }
  if (!statSync(path).isFile()) throw new HearsayError('corpus-invalid', `corpus ${shown}: it is no file; name a file after --corpus`)
  if (access !== 'create' && statSync(path).size === 0)
    throw new HearsayError('corpus-invalid', `corpus ${shown}: it is an empty file; fill it with hearsay add --corpus ${path} INPUT`)
}

const configure = (database: DatabaseSync, path: string): void => {
  readVersion(database, path)
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma journal_size_limit = 67108864')
  database.exec('pragma cache_size = -65536; pragma temp_store = memory')
  migrate(database, path)
  database.exec('pragma busy_timeout = 0')
}

/** Where neither the file nor its folder may be written to and no log lies beside it, what is in the file is all there is. */
const openFrozen = ({ DatabaseSync }: typeof import('node:sqlite'), path: string): DatabaseSync => {
  const url = pathToFileURL(path)
  url.searchParams.set('immutable', '1')
  const database = new DatabaseSync(url, { readOnly: true })
  if (readVersion(database, path) === migrations.length) return database
  database.close()
  throw new HearsayError(
    'corpus-read-only',
    `corpus ${JSON.stringify(path)}: its schema is of an older hearsay and the file may not be written to; open a copy`,
  )
}

const isReadOnly = (failure: unknown): boolean =>
  failure instanceof HearsayError && ['corpus-read-only', 'corpus-unreadable'].includes(failure.code)

/** Opens a corpus file and brings its schema up to date. Throws a `HearsayError` whose code begins with `corpus-`. */
export const openDatabase = async (path: string, access: Access): Promise<DatabaseSync> => {
  checkFile(path, access)
  const sqlite = await loadSqlite()
  let database: DatabaseSync | null = null
  try {
    database = new sqlite.DatabaseSync(path, { timeout: PATIENCE })
    configure(database, path)
    return database
  } catch (error) {
    if (database?.isOpen) database.close()
    const failure = describeFailure(error, path)
    if (access === 'read' && isReadOnly(failure) && !existsSync(`${path}-wal`)) return openFrozen(sqlite, path)
    throw failure
  }
}
