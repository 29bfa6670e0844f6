import type { Document } from '../model/document.ts'
import { HearsayError } from '../model/error.ts'

/** One document to read. `read` fails with a `HearsayError` for what cannot be read. */
export interface Input {
  readonly name: string
  readonly key: string | null
  readonly read: () => Promise<Document>
}

/** Hears of what is passed over and of how far the work is. */
export interface Watch {
  /** Something that is no article was passed over; `reason` says in the plural what it was: `images`. */
  readonly skip: (reason: string) => void
  /** So many files, addresses and lists are to be opened in all, and how large they are together: bytes, or a guess at these. */
  readonly expect: (places: number, size: number) => void
  /** The next of them is opened. */
  readonly enter: (size: number) => void
  /** So much of it is done, from 0 to 1. */
  readonly advance: (fraction: number) => void
}

export interface InputOptions {
  /** Fetch from private and loopback addresses too. */
  readonly allowPrivate?: boolean
  /** Read the articles that a feed's entries link to instead of what the feed holds of them. */
  readonly follow?: boolean
  /** Ends the work: nothing more is opened, what is being fetched is given up. */
  readonly signal?: AbortSignal
  readonly watch?: Watch
}

export type Bytes = AsyncIterable<Uint8Array>

const causes: Readonly<Record<string, readonly [code: string, what: string, remedy: string]>> = {
  ENOENT: ['input-not-found', 'there is no such file or folder', 'check the path'],
  ENOTDIR: ['input-not-found', 'there is no such file or folder', 'check the path'],
  EACCES: ['input-unreadable', 'reading it is not permitted', 'change its permissions or run as somebody who may read it'],
  EPERM: ['input-unreadable', 'reading it is not permitted', 'change its permissions or run as somebody who may read it'],
  Z_BUF_ERROR: ['input-damaged', 'its compressed data breaks off', 'fetch or copy it again'],
  Z_DATA_ERROR: ['input-damaged', 'its compressed data is damaged', 'fetch or copy it again'],
}

/** Makes of whatever went wrong with an input an error that a person can act on. */
export const describeFailure = (name: string, error: unknown): HearsayError => {
  if (error instanceof HearsayError) return error
  const systemCode = ((error as NodeJS.ErrnoException)?.code ?? '').replace(/^ERR__ERROR_FORMAT.*/, 'Z_DATA_ERROR')
  if (systemCode === '') {
    const message = error instanceof Error ? error.message : String(error)
    return new HearsayError('internal', `${JSON.stringify(name)}: could not be read (${message}); please report it with the input`, {
      cause: error,
    })
  }
  const [code, what, remedy] = causes[systemCode] ?? ['input-unreadable', `it cannot be read (${systemCode})`, 'try another file']
  return new HearsayError(code, `${JSON.stringify(name)}: ${what}; ${remedy}`, { cause: error })
}

export const failWith = (name: string, error: HearsayError, key: string | null = null): Input => ({
  name,
  key,
  read: () => Promise.reject(error),
})

export const refuse = (name: string, code: string, message: string, key: string | null = null): Input =>
  failWith(name, new HearsayError(code, `${JSON.stringify(name)}: ${message}`), key)
