import { countNoun } from '../report/index.ts'
import { findPublication, withCorpus } from './corpus.ts'
import { writeNote, writeOut } from './output.ts'

export interface RemoveOptions {
  readonly corpus: string
  readonly json: boolean
}

/** Removes publications, and all that was found of them; none where one of the names fits nothing. */
export const removePublications = (names: readonly string[], { corpus, json }: RemoveOptions): Promise<number> =>
  withCorpus(corpus, 'write', async store => {
    const ids = new Set<string>()
    for (const name of names) ids.add((await findPublication(store, name)).publication)
    const removed = await store.removePublications([...ids])
    if (json) for (const publication of ids) await writeOut(`${JSON.stringify({ publication, state: 'removed' })}\n`)
    writeNote(`${countNoun(removed, 'publication')} removed`)
    return 0
  })
