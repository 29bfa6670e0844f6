import { HearsayError } from '../model/error.ts'
import { renderPage } from '../report/index.ts'
import { findPublication, readTerminal, withCorpus } from './corpus.ts'
import { writeOut } from './output.ts'

export interface ShowOptions {
  readonly corpus: string
  readonly json: boolean
}

/** Prints the trace of one publication, as hearsay trace does. */
export const showPublication = (name: string, { corpus, json }: ShowOptions): Promise<number> =>
  withCorpus(corpus, 'read', async store => {
    const { publication, state, error } = await findPublication(store, name)
    const [found] = await store.readPublications([publication])
    if (!found)
      throw new HearsayError(
        'trace-missing',
        state === 'failed'
          ? `${publication} could not be traced: ${error?.message}; hearsay retrace tries again`
          : `${publication} is not traced yet; run hearsay add --corpus ${corpus} to finish`,
      )
    await writeOut(json ? `${JSON.stringify(found.trace)}\n` : `${renderPage(found.trace, readTerminal())}\n`)
    return 0
  })
