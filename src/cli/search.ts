import type { Hit } from '../model/entry.ts'
import { renderHits } from '../report/index.ts'
import { type PageWords, readPages, readTerminal, withCorpus } from './corpus.ts'
import { writeNote, writeOut } from './output.ts'

export interface SearchOptions extends PageWords {
  readonly corpus: string
  readonly json: boolean
}

/** Hits that people are shown unless they ask for more. */
const SHOWN = 10

/** Finds the publications that hold all the words, the best first. */
export const searchCorpus = (words: readonly string[], { corpus, json, limit, offset }: SearchOptions): Promise<number> =>
  withCorpus(corpus, 'read', async store => {
    const most = limit ?? (json ? undefined : SHOWN)
    const hits: Hit[] = []
    for await (const hit of readPages(page => store.search(words.join(' '), page), { limit: most, offset })) {
      if (json) await writeOut(`${JSON.stringify({ ...hit, excerpt: hit.excerpt.replace(/[\u0001\u0002]/g, '') })}\n`)
      else hits.push(hit)
    }
    if (json) return 0
    if (hits.length === 0) writeNote(`no publication holds ${words.join(' ')}`)
    else await writeOut(`${renderHits(hits, readTerminal())}\n`)
    if (hits.length === most) writeNote(`there may be more: --offset ${(offset ?? 0) + hits.length}`)
    return 0
  })
