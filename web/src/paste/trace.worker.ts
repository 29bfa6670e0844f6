import { HearsayError } from '../../../src/model/error.ts'
import type { TracedDocument } from '../../../src/model/trace.ts'
import type { Model } from '../../../src/trace.ts'

/** What the page asks of the worker, and what it is told. */
export type Question =
  | { readonly kind: 'model'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'trace'; readonly number: number; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'traced'; readonly number: number; readonly traced: TracedDocument; readonly milliseconds: number }
  | { readonly kind: 'failed'; readonly number: number; readonly code: string; readonly message: string }

const loading = import('./core.ts')
loading.catch(() => undefined)
let model: Model | null = null
const answer = (value: Answer): void => postMessage(value)

const fail = (number: number, error: unknown): void => {
  const known = error instanceof HearsayError
  answer({ kind: 'failed', number, code: known ? error.code : 'internal', message: error instanceof Error ? error.message : String(error) })
}

const traceBytes = async (number: number, name: string, bytes: Uint8Array): Promise<void> => {
  try {
    if (model === null) throw new HearsayError('model-not-found', 'the model has not arrived yet; wait for it, then try again')
    const { readInput, trace } = await loading
    const begun = performance.now()
    const traced = trace(await readInput(bytes, name), model, { explain: true })
    answer({ kind: 'traced', number, traced, milliseconds: performance.now() - begun })
  } catch (error) {
    fail(number, error)
  }
}

const takeModel = async (bytes: Uint8Array): Promise<void> => {
  try {
    const { decodeModel } = await loading
    model = decodeModel(bytes)
    answer({ kind: 'ready' })
  } catch (error) {
    fail(0, error)
  }
}

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  if (data.kind === 'trace') traceBytes(data.number, data.name, data.bytes)
  else takeModel(data.bytes)
})
