import { openStore, type Store } from '../corpus/index.ts'
import type { Entry } from '../model/entry.ts'
import { HearsayError } from '../model/error.ts'
import type { ReportOptions } from '../report/index.ts'
import { endOnClosedPipe, wantsColor, writeNote } from './output.ts'

/** Opens a corpus, works with it, closes it, and gives the exit status: 2 where it cannot be opened or nothing fits the words given, 1 where the work failed. */
export const withCorpus = async (
  path: string,
  access: 'read' | 'write' | 'create',
  work: (store: Store) => Promise<number>,
): Promise<number> => {
  endOnClosedPipe()
  let store: Store | null = null
  try {
    store = await openStore(path, access)
    return await work(store)
  } catch (error) {
    if (!(error instanceof HearsayError)) throw error
    writeNote(error.message)
    return store === null || error.code.startsWith('publication-') ? 2 : 1
  } finally {
    await store?.close()
  }
}

/** The one publication that somebody names by its id, the beginning of its id, or its key. */
export const findPublication = async (store: Store, name: string): Promise<Entry> => {
  const found = await store.findEntries(name, 6)
  if (found.length === 1) return found[0]
  const shown = JSON.stringify(name)
  if (found.length === 0)
    throw new HearsayError('publication-not-found', `no publication ${shown}; give an id, its beginning, or a key that hearsay list shows`)
  const ids = found.slice(0, 5).map(({ publication }) => publication.slice(0, 12))
  throw new HearsayError(
    'publication-ambiguous',
    `several publications are called ${shown}; give the id of one: ${ids.join(', ')}${found.length > 5 ? ' …' : ''}`,
  )
}

/** Every page of a long answer, one after the other. */
export async function* readPages<T>(
  read: (page: { readonly limit: number; readonly offset: number }) => Promise<readonly T[]>,
  { limit = Number.POSITIVE_INFINITY, offset = 0 }: PageWords,
): AsyncGenerator<T> {
  const size = 500
  for (let from = offset, left = limit; left > 0; ) {
    const page = await read({ limit: Math.min(size, left), offset: from })
    yield* page
    if (page.length < Math.min(size, left)) return
    from += page.length
    left -= page.length
  }
}

/** How people see it: on this terminal. */
export const readTerminal = (): ReportOptions => ({
  width: process.stdout.columns || Number(process.env.COLUMNS) || 80,
  color: wantsColor(process.env, process.stdout.isTTY ?? false),
})

export interface PageWords {
  readonly limit?: number
  readonly offset?: number
}
