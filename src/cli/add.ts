import { type IngestOptions, ingest, type Stored } from '../corpus/index.ts'
import { expandInputs } from '../input/index.ts'
import type { Counts } from '../model/entry.ts'
import { countNoun, describeCounts } from '../report/index.ts'
import { openAccount } from './account.ts'
import { withCorpus } from './corpus.ts'
import { INTERRUPTED, stopOnInterrupt } from './interruption.ts'
import { writeNote, writeOut } from './output.ts'
import { createProgress } from './progress.ts'
import { readRegister } from './register.ts'

export interface AddOptions {
  readonly corpus: string
  readonly json: boolean
  readonly workers: number
  readonly quiet: boolean
  readonly follow: boolean
  readonly allowPrivate: boolean
  readonly register?: string
}

/** What to say at the end of a run. */
const summarise = (tally: Readonly<Record<'added' | 'known' | 'unread' | 'untraced', number>>, counts: Counts): string => {
  const parts = [
    `${countNoun(tally.added, 'publication')} added`,
    ...(tally.known > 0 ? [`${tally.known} known already`] : []),
    ...(tally.unread > 0 ? [`${countNoun(tally.unread, 'input')} not read`] : []),
    ...(tally.untraced > 0 ? [`${tally.untraced} not traced`] : []),
  ]
  return `${parts.join(', ')}; the corpus holds ${describeCounts(counts)}`
}

/** Stores what inputs hold in a corpus, traces it and compares it; gives the exit status: 1 where something failed, 130 where it was interrupted. */
export const addInputs = async (
  inputNames: readonly string[],
  { corpus, json, workers, quiet, follow, allowPrivate, register }: AddOptions,
): Promise<number> =>
  withCorpus(corpus, 'create', async store => {
    const names = register === undefined ? undefined : await readRegister(register)
    const { signal, release } = stopOnInterrupt('what is stored stays, run the same command again to finish')
    const { watch, describePassed } = openAccount('stored')
    const inputs = expandInputs(inputNames, { follow, allowPrivate, signal, watch })
    const progress = createProgress()
    const tally = { added: 0, known: 0, unread: 0, untraced: 0, traced: 0 }
    const show = (): void => {
      if (!quiet) progress.show(`${tally.added + tally.known} stored, ${tally.traced} traced`)
    }
    const options: IngestOptions = {
      workers,
      signal,
      ...(names ? { register: names } : {}),
      stored: async (publications: readonly Stored[]) => {
        for (const { id, document, added } of publications) {
          tally[added ? 'added' : 'known']++
          const line = { publication: id, key: document.key, input: document.input, state: added ? 'added' : 'known' }
          if (json) await writeOut(`${JSON.stringify(line)}\n`)
        }
        show()
      },
      unread: async ({ input, key, error }) => {
        tally.unread++
        if (json) await writeOut(`${JSON.stringify({ format: 'hearsay/1', input, key, error })}\n`)
        progress.note(error.message)
      },
      traced: publications => {
        tally.traced += publications.length
        show()
      },
      untraced: async ({ publication, error }) => {
        tally.untraced++
        const [entry] = await store.findEntries(publication, 1)
        const { input = '', key = null } = entry ?? {}
        if (json) await writeOut(`${JSON.stringify({ format: 'hearsay/1', input, key, publication, error })}\n`)
        progress.note(`${JSON.stringify(input)}${key === null ? '' : `, ${JSON.stringify(key)}`}: ${error.message}`)
      },
    }
    try {
      await ingest(store, inputs, options)
      progress.end()
      const passed = describePassed()
      if (!quiet) writeNote(summarise(tally, await store.countAll()) + (passed ? `; ${passed}` : ''))
    } finally {
      progress.end()
      release()
    }
    if (signal.aborted) return INTERRUPTED
    return tally.unread + tally.untraced > 0 ? 1 : 0
  })
