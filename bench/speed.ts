import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { openSubject, type SubjectName, subjectNames } from './speed-subjects.ts'
import { countWords, readArticles, takeWords } from './texts.ts'

/** Runs one subject, once for each message, and answers with the seconds that it took. */
const serve = async ({ name, texts }: { name: SubjectName; texts: string[] }): Promise<void> => {
  const work = await openSubject(name, texts)
  parentPort!.on('message', () => {
    const start = performance.now()
    const done = work()
    const seconds = (performance.now() - start) / 1000
    if (done.length !== texts.length) throw new RangeError(`${name} did ${done.length} of ${texts.length} texts`)
    parentPort!.postMessage(seconds)
  })
  parentPort!.postMessage(0)
}

const answer = (worker: Worker): Promise<number> =>
  new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]

const measure = async (): Promise<void> => {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, words: { type: 'string', default: '50000' }, rounds: { type: 'string', default: '9' } },
  })
  const articles = readArticles(values.data)
  if (articles.length === 0) {
    const found = existsSync(values.data ?? '') ? 'no text in' : 'no folder'
    console.error(`${found} ${JSON.stringify(values.data)}: give a folder of .txt or .jsonl files, or leave --data out`)
    process.exit(2)
  }
  const texts = takeWords(articles, Number(values.words))
  const words = texts.reduce((n, text) => n + countWords(text), 0)
  const workers = new Map(subjectNames.map(name => [name, new Worker(new URL(import.meta.url), { workerData: { name, texts } })]))
  await Promise.all([...workers.values()].map(answer))
  const rounds = new Map(subjectNames.map(name => [name, [] as number[]]))
  const warm = 12
  for (let round = -warm; round < Number(values.rounds); round++)
    for (const [name, worker] of workers) {
      worker.postMessage('')
      const seconds = await answer(worker)
      if (round >= 0) rounds.get(name)!.push(seconds)
    }
  for (const worker of workers.values()) await worker.terminate()

  const whole = rounds.get('trace')!
  console.log(
    `${words} words in ${texts.length} articles (${articles.length} different), ${whole.length} rounds after ${warm} to warm up, each subject in a thread of its own, in turn`,
  )
  console.log(`${''.padEnd(28)}words/s   slowest   fastest   times the whole trace's speed`)
  for (const [name, seconds] of rounds) {
    const speed = (s: number): string => Math.round(words / s).toLocaleString('en')
    const ratio = median(seconds.map((s, round) => whole[round] / s))
    const row = [median(seconds), Math.max(...seconds), Math.min(...seconds)].map(s => speed(s).padStart(10)).join('')
    console.log(`${name.padEnd(25)}${row}   ${ratio.toFixed(2)}`)
  }
}

await (isMainThread ? measure() : serve(workerData))
