import type { Register } from '../origins/index.ts'
import { createComparer } from './comparison.ts'
import { type IntakeEvents, type Readable, storeInputs } from './intake.ts'
import { isGone, nameOwner } from './owner.ts'
import type { FailedJob, Lease, Store, Traced } from './store.ts'
import { startTracers, type Tracers } from './tracing.ts'

export interface IngestEvents extends IntakeEvents {
  readonly traced?: (publications: readonly string[]) => Promise<void> | void
  readonly untraced?: (failure: FailedJob) => Promise<void> | void
  readonly compared?: (count: number) => Promise<void> | void
}

export interface IngestOptions extends IngestEvents {
  /** Threads that trace. */
  readonly workers: number
  /** Other names of outlets beside the built-in ones: who credits whom depends on them. */
  readonly register?: Register
  readonly signal: AbortSignal
}

/** Milliseconds that a lease holds; a process that stalls for longer loses it. */
const LEASE = 60_000
/** How often a text may bring a thread down. */
const ATTEMPTS = 2
/** Jobs that a thread has at most; half of them last while the results of a batch are kept. */
const AHEAD = 20
/** Results kept in one transaction, unless they have waited for so many milliseconds. */
const BATCH = { results: 48, milliseconds: 500 }
/** Milliseconds between looks for jobs that others left. */
const IDLE = 200

const keepResults = async (store: Store, results: readonly (Traced | FailedJob)[], events: IngestEvents): Promise<void> => {
  const failures: FailedJob[] = []
  const traced: Traced[] = []
  for (const result of results)
    if ('error' in result) failures.push(result)
    else traced.push(result)
  if (traced.length > 0) await store.completeJobs(traced)
  const lost = failures.length > 0 ? await store.failJobs(failures, ATTEMPTS) : []
  if (traced.length > 0) await events.traced?.(traced.map(({ publication }) => publication))
  for (const failure of failures) if (lost.includes(failure.publication)) await events.untraced?.(failure)
}

/** Wakes whoever waits, or lets them go on after a while. */
const createBell = () => {
  let ring = (): void => {}
  return {
    ring: (): void => ring(),
    wait: (milliseconds: number): Promise<void> =>
      new Promise(resolve => {
        const timer = setTimeout(resolve, milliseconds)
        ring = () => {
          clearTimeout(timer)
          resolve()
        }
      }),
  }
}

/** Traces what waits in a store and compares it, until nothing is left and `isFilled`, or the signal ends it. */
const traceWaiting = async (store: Store, tracers: Tracers, isFilled: () => boolean, options: IngestOptions): Promise<void> => {
  const owner = nameOwner()
  const bell = createBell()
  const compare = createComparer(store, options.register ? { aliases: options.register.aliases } : {})
  const lease = (): Lease => ({ owner, now: Date.now(), until: Date.now() + LEASE })
  const room = options.workers * AHEAD
  let results: (Traced | FailedJob)[] = []
  let broken: unknown = null
  let running = 0
  let kept = performance.now()
  options.signal.addEventListener('abort', bell.ring)
  const renewal = setInterval(() => {
    store.renewLeases(lease()).catch(error => {
      broken ??= error
    })
  }, LEASE / 4)
  try {
    for (const name of await store.listOwners()) if (isGone(name)) await store.releaseLeases(name)
    while (!options.signal.aborted) {
      if (broken) throw broken
      const wasFilled = isFilled()
      const jobs = running <= room / 2 ? await store.claimJobs(lease(), room - running) : []
      running += jobs.length
      for (const job of jobs)
        tracers
          .trace(job)
          .then(result => results.push(result))
          .catch(error => {
            broken ??= error
          })
          .finally(() => {
            running--
            bell.ring()
          })
      if (results.length >= BATCH.results || (results.length > 0 && (running === 0 || performance.now() - kept > BATCH.milliseconds))) {
        const done = results
        results = []
        await keepResults(store, done, options)
        const compared = await compare()
        await options.compared?.(compared)
        kept = performance.now()
      } else if (running === 0 && jobs.length === 0) {
        if (wasFilled) break
        await bell.wait(IDLE)
      } else await bell.wait(IDLE)
    }
    if (options.signal.aborted) return
    const compared = await compare()
    await options.compared?.(compared)
  } finally {
    clearInterval(renewal)
    options.signal.removeEventListener('abort', bell.ring)
    await store.releaseLeases(owner)
  }
}

/**
 * Stores what inputs hold, then traces it on worker threads and compares it with all that is there; takes up what an earlier run left.
 * What is told as stored, traced or compared is on the disk.
 */
export const ingest = async (store: Store, inputs: AsyncIterable<Readable>, options: IngestOptions): Promise<void> => {
  const tracers = startTracers(options.workers)
  const stop = new AbortController()
  const signal = AbortSignal.any([options.signal, stop.signal])
  let isFilled = false
  const filling = storeInputs(store, inputs, options, signal).finally(() => {
    isFilled = true
  })
  const parts = [filling, traceWaiting(store, tracers, () => isFilled, { ...options, signal })]
  try {
    await Promise.all(parts)
  } finally {
    stop.abort()
    await Promise.allSettled(parts)
    await tracers.close()
  }
}
