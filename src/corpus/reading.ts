import type { Publication } from '../model/publication.ts'
import type { Reuse } from '../model/reuse.ts'
import type { Store } from './store.ts'

/** Publications read at a time. */
const PUBLICATIONS = 50
const PAIRS = 1000

/** The traced publications of a corpus, or those of the ids given, a few in memory at a time. */
export async function* readAll(store: Store, ids?: readonly string[]): AsyncGenerator<Publication> {
  const wanted = ids ?? (await store.listTraced())
  for (let from = 0; from < wanted.length; from += PUBLICATIONS)
    yield* await store.readPublications(wanted.slice(from, from + PUBLICATIONS))
}

/** All pairs that share text, or those of one publication. */
export async function* readPairs(store: Store, publication: string | null = null): AsyncGenerator<Reuse> {
  for (let offset = 0; ; ) {
    const page = await store.listReuse(publication, { limit: PAIRS, offset })
    yield* page
    if (page.length < PAIRS) return
    offset += page.length
  }
}
