import type { Entry, FailedInput } from '../model/entry.ts'
import { describeCounts, renderEntries, renderFailures } from '../report/index.ts'
import { type PageWords, readPages, readTerminal, withCorpus } from './corpus.ts'
import { writeNote, writeOut } from './output.ts'

export interface ListOptions extends PageWords {
  readonly corpus: string
  readonly json: boolean
  readonly failed: boolean
  readonly publisher?: string
}

/** Lines of a table that people are shown unless they ask for more. */
export const SHOWN = 100

/** Lists the publications of a corpus, in the order in which they were added, or what failed. */
export const listPublications = (options: ListOptions): Promise<number> =>
  withCorpus(options.corpus, 'read', async store => {
    const { json, failed, publisher, limit = json ? undefined : SHOWN, offset = 0 } = options
    const filter = { ...(failed ? { state: 'failed' as const } : {}), ...(publisher === undefined ? {} : { publisher }) }
    const entries: Entry[] = []
    const inputs: FailedInput[] = []
    if (failed) {
      for await (const input of readPages(page => store.listFailedInputs(page), { limit, offset })) {
        if (json) await writeOut(`${JSON.stringify({ format: 'hearsay/1', ...input })}\n`)
        else inputs.push(input)
      }
    }
    for await (const entry of readPages(page => store.listEntries(filter, page), { limit, offset })) {
      if (json) await writeOut(`${JSON.stringify(entry)}\n`)
      else entries.push(entry)
    }
    if (json) return 0
    const text = failed ? renderFailures(inputs, entries, readTerminal()) : renderEntries(entries, readTerminal())
    if (entries.length + inputs.length > 0) await writeOut(`${text}\n`)
    const rest = entries.length === limit ? `; ${offset + entries.length} shown, --offset ${offset + entries.length} shows more` : ''
    writeNote(`${describeCounts(await store.countAll())}${rest}`)
    return 0
  })
