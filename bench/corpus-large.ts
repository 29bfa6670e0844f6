import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openStore } from '../src/corpus/index.ts'
import { packTrace } from '../src/corpus/packing.ts'
import { startServer } from '../src/http/index.ts'
import type { Document } from '../src/model/document.ts'
import type { TracedDocument } from '../src/model/trace.ts'
import { loadModel } from '../src/node.ts'
import { readText } from '../src/read/text.ts'
import { countTrace } from '../src/report/tally.ts'
import { trace } from '../src/trace.ts'
import { makeArticles } from './corpus-texts.ts'

// How long a large corpus takes to open and to be searched, through HTTP and in Chromium. Its articles are the twenty invented ones of bench/articles, each
// traced once and told again with an ending of its own, by forty outlets over three years. A page is timed from the start of its navigation, in a browser that
// runs; the first time it has nothing of the pages in its cache.

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '100000' },
    corpus: { type: 'string' },
    times: { type: 'string', default: '20' },
  },
})
const [count, times] = [values.articles, values.times].map(Number)
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const rare = (n: number): string => `brindleford${n.toString(36)}`
const outletOf = (n: number): string => `Outlet ${1 + (n % 40)}`

interface Pattern {
  readonly document: Document
  readonly traced: TracedDocument
}

const readPatterns = async (): Promise<readonly Pattern[]> => {
  const folder = fileURLToPath(new URL('articles/', import.meta.url))
  const model = await loadModel()
  const names = readdirSync(folder).filter(name => name.endsWith('.txt'))
  return names.sort().map(name => {
    const document = readText(readFileSync(join(folder, name), 'utf8'), { input: name })
    return { document, traced: trace(document, model) }
  })
}

/** The pattern told again: the same words with an ending, so that what was traced stands where it stood. */
const retell = ({ document, traced }: Pattern, n: number, ending: string) => {
  const id = n.toString(16).padStart(64, '0')
  const publishedAt = new Date(Date.UTC(2023, 0, 1) + (n % 1095) * 86_400_000).toISOString()
  const told = {
    ...{ id, key: `large-${n}`, input: 'large.jsonl', text: `${document.text}\n\n${ending} ${rare(n)}.\n` },
    ...{ title: `${document.title ?? 'Untitled'}, ${n}`, provenance: { ...document.provenance, publisher: outletOf(n), publishedAt } },
  }
  return { id: id.slice(-32), document: { ...document, ...told }, traced: { ...traced, document: { ...traced.document, ...told } } }
}

const fill = async (path: string): Promise<void> => {
  const store = await openStore(path, 'create')
  const patterns = await readPatterns()
  const endings = makeArticles(60)
  for (let from = 0; from < count; from += 500) {
    const made = Array.from({ length: Math.min(500, count - from) }, (_, i) =>
      retell(patterns[(from + i) % patterns.length], from + i, endings.next().value.text),
    )
    await store.addPublications(made)
    await store.claimJobs({ owner: 'bench', now: 0, until: 1 }, made.length)
    const keys = Uint32Array.of(1)
    await store.completeJobs(
      made.map(({ id, traced }) => ({
        publication: id,
        model: 'bench',
        trace: packTrace(traced),
        tally: countTrace(traced),
        keys,
        words: 500,
      })),
    )
  }
  await store.close()
}

const describe = (name: string, taken: readonly number[]): void => {
  const sorted = taken.toSorted((a, b) => a - b)
  const [first, median, last] = [taken[0], sorted[sorted.length >> 1], sorted[sorted.length - 1]].map(ms =>
    `${ms.toFixed(0)} ms`.padStart(9),
  )
  console.log(`${name.padEnd(52)}${first}${median}${last}`)
}

const measure = async (name: string, ask: (n: number) => Promise<unknown>): Promise<void> => {
  const taken: number[] = []
  for (let n = 0; n < times; n++) {
    const begun = performance.now()
    await ask(n)
    taken.push(performance.now() - begun)
  }
  describe(name, taken)
}

const measureInterface = async (url: string): Promise<void> => {
  const get = async (path: string) => {
    const answer = await fetch(url + path)
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const find = (fields: Record<string, string>) => get(`/api/search?${new URLSearchParams({ limit: '200', ...fields })}`)
  const q = 'the minister said'
  const [from, to] = ['2024-03-01', '2024-03-31']
  await measure('what the corpus holds', () => get('/api'))
  await measure('the first 200 articles', () => get('/api/publications?limit=200'))
  await measure('the last 200 articles', () => get(`/api/publications?limit=200&offset=${count - 200}`))
  await measure('one outlet', n => get(`/api/publications?limit=200&publisher=${encodeURIComponent(outletOf(n))}`))
  await measure('one month', () => get(`/api/publications?limit=200&from=${from}&to=${to}`))
  await measure('figures', () => get('/api/figures'))
  await measure('search: a rare word', n => find({ q: rare(n * 997) }))
  await measure(`search: ${q}`, () => find({ q }))
  await measure('search: the', () => find({ q: 'the' }))
  await measure('search: "the minister"', () => find({ q: '"the minister"' }))
  await measure(`search: ${q}, one outlet`, n => find({ q, publisher: outletOf(n) }))
  await measure(`search: ${q}, one month`, () => find({ q, from, to }))
  await measure(`search: ${q}, rows 1000 to 1200`, () => find({ q, offset: '1000' }))
  await measure('a trace', n => get(`/api/publications/large-${(n * 997) % count}/trace`))
}

const measurePages = async (url: string): Promise<void> => {
  if (!existsSync(executablePath)) return console.log('no Chromium here: the pages are not measured')
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const page = await browser.newPage()
  const open = async (name: string, path: string, ...shown: readonly string[]): Promise<void> => {
    const taken: number[] = []
    for (let n = 0; n < times; n++) {
      await page.goto('about:blank')
      await page.goto(url + path, { waitUntil: 'commit' })
      const there = await page.waitForFunction(
        selectors => selectors.every(selector => document.querySelector(selector)) && performance.now(),
        shown,
      )
      taken.push(Number(await there.jsonValue()))
    }
    describe(`page: ${name}`, taken)
  }
  await open('corpus, the list of articles and the figures', '/', '.frame li', '.charts rect.part')
  await open('search, what was found', '/?q=the+minister+said', '.frame li mark')
  await open('article, its text and its sources', '/articles/large-997', '.reading .ref', '.source-row')
  await browser.close()
}

const folder = mkdtempSync(join(tmpdir(), 'hearsay-large-'))
const path = values.corpus ?? join(folder, 'large.db')
try {
  if (!existsSync(path)) await fill(path)
  const server = await startServer({ host: '127.0.0.1', port: 0, token: null, corpus: path, report: console.error })
  console.log(`${count} made-up articles, Node ${process.version}\n${''.padEnd(52)}    first   median  slowest`)
  await measureInterface(server.url)
  const begun = performance.now()
  await (await fetch(`${server.url}/api/sources?limit=1`)).arrayBuffer()
  console.log(
    `${'a first look at the whole, which sources wait for'.padEnd(52)}${((performance.now() - begun) / 1000).toFixed(1).padStart(6)} s`,
  )
  await measurePages(server.url)
  await server.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
