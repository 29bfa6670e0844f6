import { type Filter, openStore, type Page } from '../corpus/index.ts'
import { HearsayError } from '../model/error.ts'

/** Most rows that one question reads. */
const most = 1000

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
    list: (filter: Filter, page: Page) => store.listEntries(filter, cut(page)),
    search: (query: string, page: Page) => store.search(query, cut(page)),
    entry: (name: string) => findOne(name),
    /** The trace as JSON. */
    trace: async (name: string): Promise<string> => {
      const entry = await findOne(name)
      const [publication] = await store.readPublications([entry.publication])
      if (publication) return JSON.stringify(publication.trace)
      const why = entry.state === 'failed' ? `it could not be traced: ${entry.error?.message}` : 'it is not traced yet; ask again later'
      throw new HearsayError('not-found', `there is no trace of ${JSON.stringify(name)}: ${why}`)
    },
    reuse: async (name: string | null, page: Page) => store.listReuse(name === null ? null : (await findOne(name)).publication, cut(page)),
  }
}

export type Reader = Awaited<ReturnType<typeof createReader>>
