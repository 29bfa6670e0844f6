import { parentPort } from 'node:worker_threads'
import { sketchText } from '../compare/index.ts'
import type { Document } from '../model/document.ts'
import { HearsayError } from '../model/error.ts'
import { identifyModel, loadModel } from '../node.ts'
import { countTrace } from '../report/tally.ts'
import { trace } from '../trace.ts'
import { packTrace } from './packing.ts'
import type { FailedJob, Job, Traced } from './store.ts'

/** What a thread says: that it can begin, that it never can, or what became of a job. */
export type Answer =
  | { readonly ready: true }
  | { readonly broken: FailedJob['error'] }
  | { readonly traced: Traced }
  | { readonly failed: FailedJob }

const describe = (error: unknown): FailedJob['error'] =>
  error instanceof HearsayError
    ? { code: error.code, message: error.message }
    : {
        code: 'internal',
        message: `could not be traced (${error instanceof Error ? error.message : String(error)}); please report it with the text`,
      }

const answer = (message: Answer): void => parentPort?.postMessage(message)

const start = async (): Promise<void> => {
  const model = await loadModel()
  const name = await identifyModel()
  parentPort?.on('message', ({ publication, document }: Job) => {
    try {
      const read = JSON.parse(document) as Document
      const { words, keys } = sketchText(read.text)
      const found = trace(read, model)
      const kept = { trace: packTrace(found), tally: countTrace(found), keys: Uint32Array.from(keys), words }
      answer({ traced: { publication, model: name, ...kept } })
    } catch (error) {
      answer({ failed: { publication, error: describe(error), retry: false } })
    }
  })
  answer({ ready: true })
}

start().catch(error => answer({ broken: describe(error) }))
