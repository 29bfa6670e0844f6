import { HearsayError } from '../../model/error.ts'

/** By SQLite's primary result code. */
const causes: Readonly<Record<number, readonly [code: string, what: string]>> = {
  5: ['corpus-busy', 'another process is writing to it; wait until that is done and run this again'],
  6: ['corpus-busy', 'another process is writing to it; wait until that is done and run this again'],
  8: ['corpus-read-only', 'it may not be written to; change its permissions or work on a copy'],
  10: ['corpus-unreadable', 'the disk does not read or write it; what was acknowledged is kept, run this again when the disk is well'],
  11: ['corpus-damaged', 'its content is damaged; restore it from a copy, or make it again with hearsay add'],
  13: ['corpus-full', 'the disk is full; what was acknowledged is kept, make room and run this again'],
  14: ['corpus-unreadable', 'it cannot be opened; check that it is a file, that its folder exists and that both may be written to'],
  26: ['corpus-invalid', 'it is no hearsay corpus; name another file after --corpus'],
}

interface SqliteError extends Error {
  readonly errcode: number
}

const isSqliteError = (error: unknown): error is SqliteError => error instanceof Error && 'errcode' in error

/** Says of a failure of SQLite's what it is and what to do; other errors are given back as they are. */
export const describeFailure = (error: unknown, path: string): unknown => {
  if (!isSqliteError(error)) return error
  const cause = causes[error.errcode & 0xff]
  if (!cause) return error
  return new HearsayError(cause[0], `corpus ${JSON.stringify(path)}: ${cause[1]} (${error.message})`, { cause: error })
}
