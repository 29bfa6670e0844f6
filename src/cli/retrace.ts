import { identifyModel } from '../node.ts'
import { addInputs } from './add.ts'
import { findPublication, withCorpus } from './corpus.ts'
import { writeNote } from './output.ts'

export interface RetraceOptions {
  readonly corpus: string
  readonly json: boolean
  readonly all: boolean
  readonly workers: number
  readonly register?: string
}

/** Traces again: the publications named, else all, else those that failed or whose trace another model made. */
export const retrace = async (names: readonly string[], { corpus, json, all, workers, register }: RetraceOptions): Promise<number> => {
  const status = await withCorpus(corpus, 'write', async store => {
    const ids: string[] = []
    for (const name of names) ids.push((await findPublication(store, name)).publication)
    const asked = await store.requestTraces(names.length > 0 ? ids : null, all ? null : await identifyModel())
    writeNote(asked === 0 ? 'every trace is of this model; --all traces all the same' : `${asked} to be traced`)
    return 0
  })
  return status === 0 ? addInputs([], { corpus, json, workers, register, quiet: false, follow: false, allowPrivate: false }) : status
}
