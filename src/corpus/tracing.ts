import { Worker } from 'node:worker_threads'
import { HearsayError } from '../model/error.ts'
import type { FailedJob, Job, Traced } from './store.ts'
import type { Answer } from './tracer.ts'

/** Milliseconds for one text, many times what the longest takes. */
const PATIENCE = 300_000
/** Megabytes of one thread's heap; the longest text that is traced needs about half of it. */
const HEAP = 2048

export interface Tracers {
  /** Traces a publication on the thread that has least to do. Fails only where no thread can work at all. */
  readonly trace: (job: Job) => Promise<Traced | FailedJob>
  readonly close: () => Promise<void>
}

interface Task {
  readonly job: Job
  readonly resolve: (result: Traced | FailedJob) => void
  readonly reject: (error: Error) => void
}

interface Thread {
  readonly worker: Worker
  readonly tasks: Task[]
  isReady: boolean
  timer: NodeJS.Timeout | undefined
  verdict: string
}

const crash = 'tracing it brought a thread down'
const script = new URL(import.meta.url.endsWith('.ts') ? './tracing-worker.ts' : './tracing-worker.js', import.meta.url)

/** Starts threads that trace. A text that brings its thread down or takes for ever fails alone, and may be tried again. */
export const startTracers = (count: number): Tracers => {
  const threads = new Set<Thread>()
  let broken: HearsayError | null = null
  let isClosing = false

  const watch = (thread: Thread): void => {
    clearTimeout(thread.timer)
    if (thread.tasks.length === 0) return
    thread.timer = setTimeout(() => {
      thread.verdict = `tracing it took more than ${PATIENCE / 1000} seconds`
      void thread.worker.terminate()
    }, PATIENCE)
  }
  const give = (thread: Thread, task: Task): void => {
    thread.tasks.push(task)
    thread.worker.postMessage(task.job)
    if (thread.tasks.length === 1) watch(thread)
  }
  const assign = (task: Task): void => {
    const [first] = [...threads].sort((a, b) => a.tasks.length - b.tasks.length)
    if (broken || !first) task.reject(broken ?? new HearsayError('tracing-stopped', 'tracing was stopped; run the command again'))
    else give(first, task)
  }
  const hear = (thread: Thread, answer: Answer): void => {
    if ('ready' in answer) thread.isReady = true
    else if ('broken' in answer) broken = new HearsayError(answer.broken.code, answer.broken.message)
    else {
      thread.tasks.shift()?.resolve('traced' in answer ? answer.traced : answer.failed)
      watch(thread)
    }
    if (broken) for (const task of thread.tasks.splice(0)) task.reject(broken)
  }
  const mourn = (thread: Thread): void => {
    clearTimeout(thread.timer)
    threads.delete(thread)
    const [culprit, ...others] = thread.tasks.splice(0)
    if (!thread.isReady)
      broken ??= new HearsayError('tracing-broken', `no thread can be started to trace (${thread.verdict}); free some memory`)
    if (!isClosing && !broken) start()
    culprit?.resolve({ publication: culprit.job.publication, error: { code: 'trace-failed', message: thread.verdict }, retry: true })
    for (const task of others) assign(task)
  }
  const start = (): void => {
    const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: HEAP } })
    const thread: Thread = { worker, tasks: [], isReady: false, timer: undefined, verdict: crash }
    worker.on('message', (answer: Answer) => hear(thread, answer))
    worker.on('error', error => {
      thread.verdict = `${crash} (${error instanceof Error ? error.message : String(error)})`
    })
    worker.on('exit', () => mourn(thread))
    threads.add(thread)
  }
  for (let i = 0; i < count; i++) start()

  return {
    trace: job => new Promise((resolve, reject) => assign({ job, resolve, reject })),
    close: async () => {
      isClosing = true
      await Promise.all([...threads].map(({ worker }) => worker.terminate()))
    },
  }
}
