import { HearsayError } from '../../../src/model/error.ts'
import type { TracedDocument } from '../../../src/model/trace.ts'
import { keepModel, type ModelFile, readModel } from '../offline/keep.ts'
import { startWorker } from '../shell/worker.ts'
import type { Answer, Question } from './trace.worker.ts'
import workerUrl from './trace.worker.ts?worker&url'

export interface Traced {
  readonly traced: TracedDocument
  readonly milliseconds: number
}

interface Waiting {
  readonly resolve: (value: Traced) => void
  readonly reject: (error: Error) => void
}

/** Traces articles in a worker of the page. Nothing is sent anywhere once the model is there. */
export interface Tracer {
  readonly ready: Promise<void>
  readonly trace: (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<Traced>
  readonly close: () => void
}

const fetchModel = async (url: string, total: number, onprogress: (share: number) => void): Promise<Uint8Array<ArrayBuffer>> => {
  const kept = await readModel(url)
  if (kept) return kept
  const answer = await fetch(url)
  if (!answer.ok || !answer.body)
    throw new HearsayError('model-not-found', `the server answered ${answer.status} for the model; start it again`)
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for (const reader = answer.body.getReader(); ; ) {
    const { done, value } = await reader.read()
    if (done) break
    parts.push(value)
    size += value.length
    onprogress(Math.min(1, size / total))
  }
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer())
  await keepModel(url, bytes)
  return bytes
}

/** Starts the worker and gives it the model, which is fetched from this site unless it was kept. `ready` rejects where that fails. */
export const startTracer = (model: ModelFile, onprogress: (share: number) => void): Tracer => {
  const worker = startWorker(workerUrl)
  const waiting = new Map<number, Waiting>()
  let number = 0
  const send = (question: Question): void => worker.postMessage(question)
  const ready = new Promise<void>((resolve, reject) => {
    worker.addEventListener('error', event => {
      const error = new HearsayError('internal', `the worker failed: ${event.message || 'it could not be loaded'}; load the page again`)
      reject(error)
      for (const one of waiting.values()) one.reject(error)
      waiting.clear()
    })
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if (data.kind === 'ready') return resolve()
      const one = waiting.get(data.number)
      waiting.delete(data.number)
      if (data.kind === 'traced') one?.resolve(data)
      else if (one) one.reject(new HearsayError(data.code, data.message))
      else reject(new HearsayError(data.code, data.message))
    })
    fetchModel(model.url, model.bytes, onprogress)
      .then(bytes => send({ kind: 'model', bytes }))
      .catch(reject)
  })
  return {
    ready,
    trace: async (name, bytes) => {
      await ready
      number++
      const mine = number
      return new Promise((resolve, reject) => {
        waiting.set(mine, { resolve, reject })
        send({ kind: 'trace', number: mine, name, bytes })
      })
    },
    close: () => worker.terminate(),
  }
}
