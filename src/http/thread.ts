import { parentPort, Worker } from 'node:worker_threads'
import { HearsayError } from '../model/error.ts'

/** What a thread can be asked, by name. Questions and answers are plain values. */
// biome-ignore lint/suspicious/noExplicitAny: a function of any arguments
export type Questions = Readonly<Record<string, (...words: any[]) => Promise<unknown>>>

interface Asked {
  readonly number: number
  readonly name: string
  readonly words: readonly unknown[]
}

type Answered = { readonly number: number } & (
  | { readonly value: unknown }
  | { readonly error: { readonly code: string; readonly message: string } }
)

/** What a thread is told to end with: between two questions, for a thread that is stopped within a query may take the process with it. */
const ending = 'end'

/** How long a thread may go on with its last question before it is stopped, in milliseconds. */
const grace = 5_000

/** In a thread: answers what it is asked, one question after another as they come. */
export const answerQuestions = (prepare: () => Promise<Questions>): void => {
  const ready = prepare()
  ready.catch(() => undefined)
  parentPort?.on('message', async ({ number, name, words }: Asked) => {
    if (name === ending) process.exit()
    const answer = (answered: Answered): void => parentPort?.postMessage(answered)
    try {
      answer({ number, value: await (await ready)[name](...words) })
    } catch (error) {
      const known = error instanceof HearsayError
      const message = error instanceof Error ? (known ? error.message : (error.stack ?? error.message)) : String(error)
      answer({ number, error: { code: known ? error.code : 'internal', message } })
    }
  })
}

export interface Thread<Q extends Questions> {
  readonly ask: <K extends keyof Q & string>(name: K, ...words: Parameters<Q[K]>) => ReturnType<Q[K]>
  readonly close: () => Promise<void>
}

interface Waiting {
  readonly resolve: (value: never) => void
  readonly reject: (error: Error) => void
}

/** Most questions that may wait for one thread. */
const patience = 2000

/** Starts a thread to ask. One that dies fails what it was asked, and is started anew at the next question. */
export const startThread = <Q extends Questions>(script: URL, workerData: unknown): Thread<Q> => {
  let worker: Worker | null = null
  let number = 0
  const waiting = new Map<number, Waiting>()
  const fail = (error: Error): void => {
    worker = null
    for (const one of waiting.values()) one.reject(error)
    waiting.clear()
  }
  const start = (): Worker => {
    const started = new Worker(script, { workerData, resourceLimits: { maxOldGenerationSizeMb: 4096 } })
    started.unref()
    started.on('message', (answered: Answered) => {
      const one = waiting.get(answered.number)
      waiting.delete(answered.number)
      if ('value' in answered) one?.resolve(answered.value as never)
      else if (answered.error.code === 'internal') one?.reject(new Error(answered.error.message))
      else one?.reject(new HearsayError(answered.error.code, answered.error.message))
    })
    started.on('error', fail)
    started.on('exit', () => fail(new HearsayError('too-busy', 'the thread that answers this ended; ask again')))
    return started
  }
  const ask = (name: string, ...words: readonly unknown[]): Promise<never> =>
    new Promise((resolve, reject) => {
      if (waiting.size >= patience) return reject(new HearsayError('too-busy', `${waiting.size} questions wait; ask again in a second`))
      worker ??= start()
      number++
      waiting.set(number, { resolve, reject })
      worker.postMessage({ number, name, words } satisfies Asked)
    })
  return {
    ask: ask as unknown as Thread<Q>['ask'],
    close: async () => {
      const last = worker
      if (!last) return
      const ended = new Promise<void>(resolve => last.once('exit', () => resolve()))
      last.postMessage({ number: 0, name: ending, words: [] } satisfies Asked)
      const stop = setTimeout(() => last.terminate(), grace)
      await ended
      clearTimeout(stop)
    },
  }
}
