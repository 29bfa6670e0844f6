import { type Filter, openStore, type Page } from '../corpus/index.ts'
import type { Entry } from '../model/entry.ts'
import { HearsayError } from '../model/error.ts'
import { loadModel } from '../node.ts'
import { trace } from '../trace.ts'

/** Most rows that one question reads. */
const most = 1000

/** Most rows that are looked at for those that a filter keeps. */
const patience = 200_000

/** Which publications; dates are ISO 8601, both ends included. What has no date is in no period. */
export interface Wanted extends Filter {
  readonly from?: string
  readonly to?: string
}

type ReadPage = (page: Page) => Promise<readonly Entry[]>

/** The page of those that are kept, where the store itself cannot tell which are. */
const filterPages = async (read: ReadPage, isKept: (entry: Entry) => boolean, { limit, offset }: Page): Promise<readonly Entry[]> => {
  const kept: Entry[] = []
  for (let at = 0; at < patience && kept.length < offset + limit; at += most) {
    const entries = await read({ limit: most, offset: at })
    kept.push(...entries.filter(isKept))
    if (entries.length < most) break
  }
  return kept.slice(offset, offset + limit)
}

const isWanted =
  ({ publisher, state, from, to }: Wanted) =>
  (entry: Entry): boolean => {
    const day = entry.publishedAt?.slice(0, 10)
    return (
      (publisher === undefined || entry.publisher === publisher) &&
      (state === undefined || entry.state === state) &&
      (from === undefined || (day !== undefined && day >= from)) &&
      (to === undefined || (day !== undefined && day <= to))
    )
  }

/** What the pages and programs ask of a corpus that is quick to answer. A publication may be named by its id, its key, or the beginning of its id. */
export const createReader = async (path: string) => {
  const store = await openStore(path, 'read')
  const findOne = async (name: string) => {
    const [entry, other] = await store.findEntries(name, 2)
    if (!entry)
      throw new HearsayError('not-found', `there is no publication ${JSON.stringify(name)}; /api/publications lists what there is`)
    if (other && entry.publication !== name)
      throw new HearsayError('not-found', `${JSON.stringify(name)} may be ${entry.publication} or ${other.publication}; give the whole id`)
    return entry
  }
  const cut = (page: Page): Page => ({ ...page, limit: Math.min(page.limit, most) })
  return {
    count: () => store.countAll(),
    list: ({ from, to, ...filter }: Wanted, page: Page) =>
      from === undefined && to === undefined
        ? store.listEntries(filter, cut(page))
        : filterPages(part => store.listEntries(filter, part), isWanted({ from, to }), cut(page)),
    search: (query: string, wanted: Wanted, page: Page) =>
      Object.values(wanted).every(value => value === undefined)
        ? store.search(query, cut(page))
        : filterPages(part => store.search(query, part), isWanted(wanted), cut(page)),
    entry: (name: string) => findOne(name),
    /** The trace as JSON; with its reasons it is made anew, with the model that is here. */
    trace: async (name: string, explain: boolean): Promise<string> => {
      const entry = await findOne(name)
      const document = explain ? (await store.readDocuments([entry.publication])).get(entry.publication) : undefined
      if (document) return JSON.stringify(trace(document, await loadModel(), { explain }))
      const [publication] = await store.readPublications([entry.publication])
      if (publication) return JSON.stringify(publication.trace)
      const why = entry.state === 'failed' ? `it could not be traced: ${entry.error?.message}` : 'it is not traced yet; ask again later'
      throw new HearsayError('not-found', `there is no trace of ${JSON.stringify(name)}: ${why}`)
    },
    reuse: async (name: string | null, page: Page) => store.listReuse(name === null ? null : (await findOne(name)).publication, cut(page)),
  }
}

export type Reader = Awaited<ReturnType<typeof createReader>>
