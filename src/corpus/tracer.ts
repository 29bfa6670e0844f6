import { parentPort } from 'node:worker_threads'
import { sketchText } from '../compare/index.ts'
import { HearsayError } from '../model/error.ts'
import { identifyModel, loadModel } from '../node.ts'
import { countTrace } from '../report/tally.ts'
import { trace } from '../trace.ts'
import { packTrace, unpackDocument } from './packing.ts'
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

const answer = (message: Answer, moved: readonly ArrayBuffer[] = []): void => parentPort?.postMessage(message, moved)

const start = async (): Promise<void> => {
  const model = await loadModel()
  const name = await identifyModel()
  parentPort?.on('message', ({ publication, text, document }: Job) => {
    try {
      const read = unpackDocument(document, text)
      const { words, keys } = sketchText(read.text)
      const found = trace(read, model)
      const [packed, sketch] = [new Uint8Array(packTrace(found)), new Uint32Array(keys)]
      const traced = { publication, model: name, trace: packed, tally: countTrace(found), keys: sketch, words }
      answer({ traced }, [packed.buffer, sketch.buffer])
    } catch (error) {
      answer({ failed: { publication, error: describe(error), retry: false } })
    }
  })
  answer({ ready: true })
}

start().catch(error => answer({ broken: describe(error) }))
