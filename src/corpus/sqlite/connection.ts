import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { describeFailure } from './failure.ts'

const STATEMENTS = 200

/** Milliseconds to wait for another that writes, and between two looks whether it is done. */
const PATIENCE = 20_000
const PAUSE = 20

const isBusy = (error: unknown): boolean => error instanceof Error && 'errcode' in error && ((error.errcode as number) & 0xff) === 5

/** Runs Kysely's queries on one open database; each statement is prepared once. */
class Connection implements DatabaseConnection {
  readonly #database: DatabaseSync
  readonly #statements = new Map<string, { readonly statement: StatementSync; readonly reads: boolean }>()

  constructor(database: DatabaseSync) {
    this.#database = database
  }

  /** Does something that may find the database locked, and then does it again: whoever locks it may be in this very process. */
  async #insist<T>(work: () => T): Promise<T> {
    const end = performance.now() + PATIENCE
    for (;;)
      try {
        return work()
      } catch (error) {
        if (!isBusy(error) || this.#database.isTransaction || performance.now() > end)
          throw describeFailure(error, this.#database.location() ?? '')
        await new Promise(resolve => setTimeout(resolve, PAUSE))
      }
  }

  run(sql: string): Promise<void> {
    return this.#insist(() => this.#database.exec(sql))
  }

  #prepare(sql: string): { readonly statement: StatementSync; readonly reads: boolean } {
    const known = this.#statements.get(sql)
    if (known) return known
    if (this.#statements.size >= STATEMENTS) this.#statements.clear()
    const statement = this.#database.prepare(sql)
    const prepared = { statement, reads: statement.columns().length > 0 }
    this.#statements.set(sql, prepared)
    return prepared
  }

  executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    return this.#insist(() => {
      const { statement, reads } = this.#prepare(sql)
      if (reads) return { rows: statement.all(...(parameters as SQLInputValue[])) as R[] }
      const { changes, lastInsertRowid } = statement.run(...(parameters as SQLInputValue[]))
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
    })
  }

  // Long answers are read page by page.
  streamQuery(): AsyncIterableIterator<never> {
    throw new Error('queries are not streamed')
  }
}

/** One connection that queries take in turn: what is not part of a transaction waits until it ends. */
class SqliteDriver implements Driver {
  readonly #database: DatabaseSync
  readonly #connection: Connection
  #turn: Promise<void> = Promise.resolve()
  #done: () => void = () => {}

  constructor(database: DatabaseSync) {
    this.#database = database
    this.#connection = new Connection(database)
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<Connection> {
    const before = this.#turn
    let done = (): void => {}
    this.#turn = new Promise(resolve => {
      done = resolve
    })
    await before
    this.#done = done
    return this.#connection
  }

  // A transaction that begins by reading and then writes fails at once where another process wrote in between; this one waits instead.
  async beginTransaction(connection: Connection): Promise<void> {
    await connection.run('begin immediate')
  }

  async commitTransaction(connection: Connection): Promise<void> {
    await connection.run('commit')
  }

  // Some failures, such as a full disk, have rolled back already.
  async rollbackTransaction(connection: Connection): Promise<void> {
    if (this.#database.isTransaction) await connection.run('rollback')
  }

  async releaseConnection(): Promise<void> {
    this.#done()
  }

  async destroy(): Promise<void> {
    if (this.#database.isOpen) this.#database.close()
  }
}

/** Lets Kysely use a database of `node:sqlite`. */
export const createDialect = (database: DatabaseSync): Dialect => ({
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => new SqliteDriver(database),
  createIntrospector: db => new SqliteIntrospector(db),
  createQueryCompiler: () => new SqliteQueryCompiler(),
})
