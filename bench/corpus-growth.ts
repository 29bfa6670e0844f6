import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sketchText } from '../src/compare/index.ts'
import { createComparer } from '../src/corpus/comparison.ts'
import { identifyPublication } from '../src/corpus/identity.ts'
import { type NewPublication, openStore, type Store } from '../src/corpus/index.ts'
import { packTrace } from '../src/corpus/packing.ts'
import type { TracedDocument } from '../src/model/trace.ts'
import { readText } from '../src/read/text.ts'
import { countTrace } from '../src/report/tally.ts'
import { makeArticles } from './corpus-texts.ts'

// What it costs to add to a small corpus and to a large one. Tracing does not depend on the corpus and is left out: every publication gets an empty trace.

const { values } = parseArgs({
  options: {
    small: { type: 'string', default: '10000' },
    large: { type: 'string', default: '100000' },
    window: { type: 'string', default: '2000' },
    words: { type: 'string', default: '600' },
  },
})
const [small, large, window, words] = [values.small, values.large, values.window, values.words].map(Number)
const batch = 200
const folder = mkdtempSync(join(tmpdir(), 'hearsay-growth-'))
const path = join(folder, 'growth.hearsay')

const spent = { read: 0, store: 0, jobs: 0, sketch: 0, complete: 0, compare: 0 }
type Step = keyof typeof spent

/** Milliseconds that this process has kept the processor busy: other work on the machine does not count, waiting for the disk neither. */
const readClock = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const time = async <T>(step: Step, work: () => T | Promise<T>): Promise<T> => {
  const start = readClock()
  try {
    return await work()
  } finally {
    spent[step] += readClock() - start
  }
}

const addBatch = async (
  store: Store,
  compare: () => Promise<number>,
  texts: readonly { id: string; publisher: string; text: string }[],
) => {
  const publications = await time('read', () =>
    texts.map(({ id, publisher, text }): NewPublication => {
      const document = readText(text, { input: 'bench', key: id, record: { publisher, publishedAt: '2026-01-02T03:04:05Z' } })
      return { id: identifyPublication(document), document }
    }),
  )
  await time('store', () => store.addPublications(publications))
  await time('jobs', () => store.claimJobs({ owner: 'bench', now: 0, until: 1 }, batch))
  const traced = await time('sketch', () =>
    publications.map(({ id, document }) => {
      const { blocks: _, diagnostics, ...published } = document
      const nothing = { attributions: [], sources: [], chains: [], unattributed: [] }
      const { keys, words: count } = sketchText(document.text)
      const trace: TracedDocument = { format: 'hearsay/1', document: published, ...nothing, diagnostics }
      return {
        publication: id,
        model: 'none',
        trace: packTrace(trace),
        tally: countTrace(trace),
        keys: Uint32Array.from(keys),
        words: count,
      }
    }),
  )
  await time('complete', () => store.completeJobs(traced))
  await time('compare', compare)
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]

/** How long it takes to list the pairs of one publication, in milliseconds: the median and the slowest of 200. */
const measureReuse = async (store: Store, size: number): Promise<string> => {
  const times: number[] = []
  for (let i = 0; i < 200; i++) {
    const [{ publication }] = await store.listEntries({}, { limit: 1, offset: Math.floor((i * size) / 200) })
    const start = performance.now()
    await store.listReuse(publication, { limit: 1000, offset: 0 })
    times.push(performance.now() - start)
  }
  return `reuse of one publication ${median(times).toFixed(2)} ms, slowest of 200 ${Math.max(...times).toFixed(1)} ms`
}

/** How long it takes to find the best twenty of one outlet's publications that hold two words, in milliseconds: the median and the slowest of 20. */
const measureSearch = async (store: Store, word: string): Promise<string> => {
  const times: number[] = []
  for (let i = 1; i <= 20; i++) {
    const start = performance.now()
    await store.search(`morning ${word}`, { limit: 20, offset: 0 }, { publisher: `Outlet ${i}` })
    times.push(performance.now() - start)
  }
  return `search of one outlet ${median(times).toFixed(1)} ms, slowest of 20 ${Math.max(...times).toFixed(1)} ms`
}

try {
  const store = await openStore(path, 'create')
  const compare = createComparer(store)
  const articles = makeArticles(words)
  const costs: number[] = []
  let began = performance.now()
  let size = 0
  let peak = 0
  for (const goal of [small, large]) {
    const begin = goal - window
    while (size < goal) {
      if (size === begin) {
        for (const step of Object.keys(spent) as Step[]) spent[step] = 0
        began = performance.now()
      }
      const texts = Array.from({ length: Math.min(batch, (size < begin ? begin : goal) - size) }, () => articles.next().value)
      await addBatch(store, compare, texts)
      size += texts.length
      peak = Math.max(peak, process.memoryUsage().rss)
    }
    const own = Object.entries(spent).filter(([step]) => step !== 'read')
    costs.push(own.reduce((sum, [, ms]) => sum + ms, 0) / window)
    const parts = Object.entries(spent).map(([step, ms]) => `${step} ${(ms / window).toFixed(2)}`)
    const { pairs } = await store.countAll()
    const disk = Math.round(statSync(path).size / 1e6)
    console.log(
      `${size} publications of ${words} words, ${pairs} pairs, ${disk} MB on disk, ${Math.round(peak / 1e6)} MB in memory at most`,
    )
    const elapsed = ((performance.now() - began) / window).toFixed(2)
    console.log(
      `  the last ${window}, processor ms each: ${parts.join(', ')}; without reading ${costs.at(-1)?.toFixed(2)}; by the wall ${elapsed} in all`,
    )
    console.log(`  ${await measureReuse(store, size)}; ${await measureSearch(store, 'letter')}`)
  }
  console.log(`adding at ${large} costs ${(costs[1] / costs[0]).toFixed(2)} times what it costs at ${small}; no publication was traced`)
  await store.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
