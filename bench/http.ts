import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isMainThread, Worker, workerData } from 'node:worker_threads'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { ingest, openStore } from '../src/corpus/index.ts'
import { startServer } from '../src/http/index.ts'
import { readText } from '../src/read/index.ts'

interface Load {
  readonly url: string
  readonly paths: readonly string[]
  readonly clients: number
  readonly seconds: number
}

interface Outcome {
  readonly times: readonly number[]
  readonly errors: readonly string[]
}

/** One client: asks one thing after another on one connection until the time is up. */
const runClient = async ({ url, paths, seconds }: Load, index: number, times: number[], errors: string[]): Promise<void> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const end = performance.now() + seconds * 1000
  for (let n = index; performance.now() < end; n++) {
    const begun = performance.now()
    await new Promise<void>(resolve => {
      const asked = request(url + paths[n % paths.length], { agent }, answer => {
        answer.on('error', error => errors.push(error.message))
        answer.on('end', () => {
          if (answer.statusCode === 200) times.push(performance.now() - begun)
          else errors.push(`${paths[n % paths.length]}: ${answer.statusCode}`)
          resolve()
        })
        answer.resume()
      })
      asked.on('error', error => {
        errors.push(error.message)
        resolve()
      })
      asked.end()
    })
  }
  agent.destroy()
}

const press = (load: Load): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: load })
    worker.once('message', resolve)
    worker.once('error', reject)
  })

const describe = (name: string, { times, errors }: Outcome, seconds: number): void => {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): string =>
    `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(1)} ms`.padStart(10)
  const rate = Math.round(times.length / seconds)
  console.log(`${name.padEnd(34)}${String(rate).padStart(7)}/s${at(0.5)}${at(0.99)}${String(errors.length).padStart(8)}`)
  for (const error of new Set(errors.slice(0, 100))) console.log(`  ${error}`)
}

const townOf = (n: number): string => `${['Mere', 'Wexcombe', 'Lorne', 'Tull', 'Carrow'][n % 5]} ${n % 97}`

/** A made-up article; no two are the same. */
const writeArticle = (n: number): string =>
  `The lock at ${townOf(n)} will open on day ${n}, the keeper, Ida Brandt, said on Monday.\n\n"We have waited ${n % 40} weeks," she told the Echo. A memo says that repairs cost ${n * 17} crowns.\n\nResidents of ${townOf(n)} reportedly doubt it.\n`

const fill = async (path: string, count: number): Promise<void> => {
  const store = await openStore(path, 'create')
  async function* inputs() {
    for (let n = 0; n < count; n++)
      yield {
        name: `${n}`,
        key: `m${n}`,
        read: async () => readText(writeArticle(n), { input: `${n}`, key: `m${n}`, record: { publisher: `Outlet ${n % 50}` } }),
      }
  }
  await ingest(store, inputs(), { workers: 2, signal: new AbortController().signal })
  await store.close()
}

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      clients: { type: 'string', default: '200' },
      seconds: { type: 'string', default: '30' },
      articles: { type: 'string', default: '1000' },
    },
  })
  const [clients, seconds, articles] = [values.clients, values.seconds, values.articles].map(Number)
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-'))
  const plain = new Hono().get('/', context => context.json({ hello: 'world' }))
  const plainServer = serve({ fetch: plain.fetch, port: 0, hostname: '127.0.0.1' })
  await once(plainServer, 'listening')
  const plainUrl = `http://127.0.0.1:${(plainServer.address() as AddressInfo).port}`
  try {
    const path = join(folder, 'corpus.db')
    await fill(path, articles)
    const server = await startServer({ host: '127.0.0.1', port: 0, token: null, corpus: path, report: console.error })
    const traces = Array.from({ length: 50 }, (_, n) => `/api/publications/m${(n * 19) % articles}/trace`)
    const searches = Array.from({ length: 50 }, (_, n) => `/api/search?q=keeper+${townOf(n).split(' ')[0]}&limit=20`)
    console.log(`${clients} clients, ${seconds} s each, ${articles} made-up articles, Node ${process.version}\n`)
    console.log(`${''.padEnd(34)}     rate      p50       p99  errors`)
    const runs: readonly (readonly [string, string, readonly string[]])[] = [
      ['plain Hono route', plainUrl, ['/']],
      ['GET /api/publications/{id}/trace', server.url, traces],
      ['GET /api/search', server.url, searches],
      ['GET / (the page)', server.url, ['/']],
    ]
    for (const [name, url, paths] of runs) describe(name, await press({ url, paths, clients, seconds }), seconds)
    await server.close()
  } finally {
    plainServer.close()
    rmSync(folder, { recursive: true })
  }
}

if (isMainThread) await main()
else {
  const load = workerData as Load
  const times: number[] = []
  const errors: string[] = []
  await Promise.all(Array.from({ length: load.clients }, (_, index) => runClient(load, index, times, errors)))
  const { parentPort } = await import('node:worker_threads')
  parentPort?.postMessage({ times, errors } satisfies Outcome)
}
