import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { isMainThread, Worker, workerData } from 'node:worker_threads'
import { runCommand } from '../src/cli/program.ts'
import { loadModel } from '../src/node.ts'
import { trace } from '../src/trace.ts'
import { cutArticles, mixArticles } from './adding-texts.ts'
import { readArticles } from './texts.ts'

// How fast `hearsay add` takes articles in, beside the same texts traced by as many threads and not kept. Each run is a process of its own, from its start
// to its end, so that both pay for starting and for compiling.

interface Shared {
  readonly texts: readonly string[]
  /** The number of the next text, for all threads. */
  readonly next: Int32Array
}

interface Run {
  readonly seconds: number
  readonly processor: number
  readonly memory: number
}

const traceShared = async ({ texts, next }: Shared): Promise<void> => {
  const model = await loadModel()
  for (let at = Atomics.add(next, 0, 1); at < texts.length; at = Atomics.add(next, 0, 1)) trace(texts[at], model)
}

const traceFile = async (path: string, workers: number): Promise<void> => {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
  const texts = lines.map(line => (JSON.parse(line) as { readonly text: string }).text)
  const shared: Shared = { texts, next: new Int32Array(new SharedArrayBuffer(4)) }
  const threads = Array.from({ length: workers }, () => new Worker(new URL(import.meta.url), { workerData: shared }))
  await Promise.all(
    threads.map(
      thread =>
        new Promise<void>((resolve, reject) => {
          thread.once('exit', () => resolve())
          thread.once('error', reject)
        }),
    ),
  )
}

const runRole = async (role: string, path: string, corpus: string, workers: number): Promise<void> => {
  if (role === 'trace') await traceFile(path, workers)
  else if ((await runCommand(['add', '--quiet', '--workers', String(workers), '--corpus', corpus, path])) !== 0) process.exit(1)
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  process.stdout.write(JSON.stringify({ processor: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 }))
}

const startRole = (words: readonly string[], env: NodeJS.ProcessEnv): Promise<Run> =>
  new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), ...words], { stdio: ['ignore', 'pipe', 'inherit'], env })
    let said = ''
    child.stdout.on('data', chunk => {
      said += chunk
    })
    child.on('error', reject)
    child.on('close', status => {
      if (status === 0) resolve({ seconds: (performance.now() - start) / 1000, ...(JSON.parse(said) as Omit<Run, 'seconds'>) })
      else reject(new Error(`${words[1]} ended with status ${status}`))
    })
  })

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    articles: { type: 'string', default: '1200' },
    words: { type: 'string', default: '600' },
    workers: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '3' },
    role: { type: 'string' },
    file: { type: 'string', default: '' },
    corpus: { type: 'string', default: '' },
  },
})

const measure = async (): Promise<void> => {
  const [count, words, workers, rounds] = [values.articles, values.words, values.workers, values.rounds].map(Number)
  const found = readArticles(values.data)
  if (found.length === 0) {
    const what = existsSync(values.data ?? '') ? 'no text in' : 'no folder'
    console.error(`${what} ${JSON.stringify(values.data)}: give a folder of .txt or .jsonl files, or leave --data out`)
    process.exit(2)
  }
  const texts = values.data === undefined ? mixArticles(found, words, count) : cutArticles(found, words, count)
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-adding-'))
  try {
    const file = join(folder, 'articles.jsonl')
    const write = (chosen: readonly string[]): void =>
      writeFileSync(file, chosen.map((text, id) => `${JSON.stringify({ id: `${id}`, publisher: `Outlet ${id % 40}`, text })}\n`).join(''))
    const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') }
    const run = (role: string, round: number): Promise<Run> =>
      startRole(['--role', role, '--workers', values.workers, '--file', file, '--corpus', join(folder, `${round}.hearsay`)], env)
    write(texts.slice(0, 20))
    for (const role of ['trace', 'add']) await run(role, -1)
    write(texts)
    const runs: { readonly alone: Run; readonly adding: Run }[] = []
    for (let round = 0; round < rounds; round++) runs.push({ alone: await run('trace', round), adding: await run('add', round) })
    console.log(
      `${texts.length} articles of ${words} words, ${workers} threads, ${rounds} rounds, each from the start of a process to its end`,
    )
    for (const role of ['alone', 'adding'] as const) {
      const [seconds, processor, memory] = (['seconds', 'processor', 'memory'] as const).map(key =>
        median(runs.map(pair => pair[role][key])),
      )
      const speed = `${(texts.length / seconds).toFixed(0)} articles/s`
      const cost = `${((processor / texts.length) * 1000).toFixed(1)} ms of processor each, ${memory.toFixed(0)} MB at most`
      console.log(`${(role === 'alone' ? 'tracing alone' : 'adding').padEnd(13)}  ${speed}, ${cost}`)
    }
    const ratio = (key: 'seconds' | 'processor'): string => median(runs.map(({ alone, adding }) => adding[key] / alone[key])).toFixed(2)
    console.log(`adding takes ${ratio('seconds')} times the time of tracing alone, ${ratio('processor')} times the processor`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (!isMainThread) await traceShared(workerData as Shared)
else if (values.role) await runRole(values.role, values.file, values.corpus, Number(values.workers))
else await measure()
