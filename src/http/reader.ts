import { type Filter, openStore, type Page } from '../corpus/index.ts'
import { HearsayError } from '../model/error.ts'
import type { Figures } from '../model/tally.ts'
import { loadModel } from '../node.ts'
import { trace } from '../trace.ts'

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
  let tallied = false
  let counted: { readonly at: string; readonly figures: Promise<Figures> } | null = null
  return {
    /** Counted again when the corpus has grown. */
    figures: async (): Promise<Figures> => {
      tallied ||= (await store.listUntallied(1)).length === 0
      const at = JSON.stringify(await store.countAll())
      if (counted?.at !== at || !tallied) counted = { at, figures: store.countFigures() }
      return counted.figures
    },
    count: () => store.countAll(),
    list: (wanted: Filter, page: Page) => store.listEntries(wanted, cut(page)),
    search: (query: string, wanted: Filter, page: Page) => store.search(query, cut(page), wanted),
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
