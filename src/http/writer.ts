import { randomUUID } from 'node:crypto'
import { ingest, openStore, type Readable } from '../corpus/index.ts'
import { expandInputs } from '../input/index.ts'
import { HearsayError } from '../model/error.ts'
import { readBytes } from '../read/index.ts'
import { readRecord } from '../read/records.ts'
import { countTrace } from '../report/tally.ts'
import type { Addition, Job } from './schema.ts'

/** Publications tallied at once. */
const batch = 100
/** Jobs remembered, and jobs that may wait. */
const remembered = 1000
const patience = 100
/** Most characters of a text that is added that it goes by. */
const nameLength = 60

type Draft = { -readonly [K in keyof Job]: Job[K] } & { readonly addition: Addition }

/** The first words of a text, which it goes by where it has no headline. */
const nameText = (text: string): string => {
  const whole = text.trim()
  if (whole.length <= nameLength) return whole === '' ? 'untitled' : whole.replaceAll(/\s+/gu, ' ')
  const begun = whole.slice(0, nameLength).replaceAll(/\s+/gu, ' ')
  return `${begun.slice(0, Math.max(begun.lastIndexOf(' '), nameLength / 2))} …`
}

async function* readAddition(addition: Addition): AsyncGenerator<Readable> {
  if ('fetch' in addition) yield* expandInputs([addition.fetch])
  else if ('file' in addition) {
    const { name, base64 } = addition.file
    yield { name, key: null, read: () => readBytes(Buffer.from(base64, 'base64'), { input: name }) }
  } else {
    const name = nameText(addition.text)
    const { key, document } = readRecord(name, { number: 1, text: JSON.stringify(addition), cut: false })
    yield { name, key, read: async () => document() }
  }
}

const show = ({ addition: _, ...job }: Draft): Job => ({ ...job })

/** What adds to a corpus, one job after another. */
export const createWriter = async (path: string) => {
  const store = await openStore(path, 'create')
  const jobs = new Map<string, Draft>()
  let last: Promise<void> = Promise.resolve()
  let waiting = 0
  const run = async (job: Draft): Promise<void> => {
    const own = new Set<string>()
    try {
      await ingest(store, readAddition(job.addition), {
        workers: 1,
        signal: new AbortController().signal,
        stored: publications => {
          for (const { id, added } of publications) {
            own.add(id)
            if (added) job.stored++
            else job.known++
          }
          job.publications = [...own]
        },
        unread: ({ error }) => {
          job.failed++
          job.errors = [...job.errors, error].slice(-100)
        },
        traced: ids => {
          job.traced += ids.filter(id => own.has(id)).length
        },
        untraced: ({ publication, error }) => {
          if (!own.has(publication)) return
          job.failed++
          job.errors = [...job.errors, error].slice(-100)
        },
      })
      job.state = job.failed > 0 && job.stored + job.known === 0 ? 'failed' : 'done'
    } catch (error) {
      job.state = 'failed'
      const code = error instanceof HearsayError ? error.code : 'internal'
      job.errors = [...job.errors, { code, message: error instanceof Error ? error.message : String(error) }]
    }
  }
  return {
    /** Counts what was traced before tallies were kept. */
    tally: async (): Promise<void> => {
      for (let ids = await store.listUntallied(batch); ids.length > 0; ids = await store.listUntallied(batch)) {
        const publications = await store.readPublications(ids)
        await store.keepTallies(new Map(publications.map(({ id, trace }) => [id, countTrace(trace)])))
        await new Promise(resolve => setImmediate(resolve))
      }
    },
    add: async (addition: Addition): Promise<Job> => {
      if (waiting >= patience) throw new HearsayError('too-busy', `${waiting} jobs wait; add again once some are done`)
      const job: Draft = {
        id: randomUUID(),
        state: 'running',
        stored: 0,
        known: 0,
        traced: 0,
        failed: 0,
        publications: [],
        errors: [],
        addition,
      }
      jobs.set(job.id, job)
      if (jobs.size > remembered) jobs.delete(jobs.keys().next().value ?? '')
      waiting++
      last = last.then(async () => {
        await run(job)
        waiting--
      })
      return show(job)
    },
    job: async (id: string): Promise<Job> => {
      const job = jobs.get(id)
      if (!job) throw new HearsayError('not-found', `there is no job ${JSON.stringify(id)}; jobs are forgotten when the server ends`)
      return show(job)
    },
  }
}

export type Writer = Awaited<ReturnType<typeof createWriter>>
