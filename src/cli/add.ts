import { type IngestOptions, ingest, type Readable, type Stored } from '../corpus/index.ts'
import type { Counts } from '../model/entry.ts'
import { countNoun, describeCounts } from '../report/index.ts'
import { withCorpus } from './corpus.ts'
import { writeNote, writeOut } from './output.ts'
import { createProgress } from './progress.ts'

export interface AddOptions {
  readonly corpus: string
  readonly json: boolean
  readonly workers: number
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

/** Ends a run at the next safe place when somebody presses Ctrl-C; a second time ends it at once. */
export const stopOnInterrupt = (): { readonly signal: AbortSignal; readonly release: () => void } => {
  const controller = new AbortController()
  const stop = (): void => {
    writeNote('stopping; what is stored stays, run the same command again to finish')
    controller.abort()
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  return {
    signal: controller.signal,
    release: () => {
      process.removeListener('SIGINT', stop)
      process.removeListener('SIGTERM', stop)
    },
  }
}

/** The exit status of a shell's interrupted command. */
const INTERRUPTED = 130

/** Stores what inputs hold in a corpus, traces it and compares it; gives the exit status: 1 where something failed, 130 where it was interrupted. */
export const addInputs = async (inputs: AsyncIterable<Readable>, { corpus, json, workers }: AddOptions): Promise<number> =>
  withCorpus(corpus, 'create', async store => {
    const { signal, release } = stopOnInterrupt()
    const progress = createProgress()
    const tally = { added: 0, known: 0, unread: 0, untraced: 0, traced: 0 }
    const show = (): void => progress.show(`${tally.added + tally.known} stored, ${tally.traced} traced`)
    const options: IngestOptions = {
      workers,
      signal,
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
      writeNote(summarise(tally, await store.countAll()))
    } finally {
      progress.end()
      release()
    }
    if (signal.aborted) return INTERRUPTED
    return tally.unread + tally.untraced > 0 ? 1 : 0
  })
