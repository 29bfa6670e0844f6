/**
 * How well and how fast HTML pages are read: `npm run bench:read -- --data DIR [--list text|title|authors|date] [--half 1|2] [--no-trace]`.
 *
 * DIR holds `aeb/` and `naeb/`, folders of `ID.html.gz`, each with its `….ground-truth.json` beside it. Figures:
 * - text: the multisets of 4-word shingles of what was read and of the gold; precision and recall are means over pages, F1 is of these means,
 *   as article-extraction-benchmark's `evaluate.py` has it. The same for both sets.
 * - title: letter for letter but for white space and the shape of quotation marks and dashes.
 * - authors: over the pages with a gold author, all of them and nobody else, case and a leading "The" aside; none: pages without one given none.
 * - date: the day of `publishedAt` is the gold's, over the pages whose source has the gold date as YYYY-MM-DD.
 * - read, trace: milliseconds a page, median; `total` is both. Readability alone on the same parser is timed beside it, page by page.
 * The pages are halved by their place in the order of their ids, odd and even; `--list` shows failures, of one half with `--half`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { Document as Article } from '../src/model/document.ts'
import { loadModel } from '../src/node.ts'
import { readBytes } from '../src/read/index.ts'
import { trace } from '../src/trace.ts'
import { areSameAuthors, averageOverlaps, compareTexts, isSameTitle, type Overlap } from './score/read.ts'

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    list: { type: 'string' },
    half: { type: 'string' },
    set: { type: 'string' },
    'no-trace': { type: 'boolean', default: false },
  },
})
const folder = values.data ?? ''
const sets = ['aeb', 'naeb'].filter(set => existsSync(join(folder, `${set}.ground-truth.json`)) && (!values.set || values.set === set))
if (sets.length === 0) {
  console.error(`No pages in ${JSON.stringify(folder)}: give --data a folder with aeb.ground-truth.json or naeb.ground-truth.json`)
  process.exit(2)
}

interface Gold {
  readonly articleBody: string
  readonly title?: string
  readonly authors?: string
  readonly date?: string
}

interface Result {
  readonly id: string
  readonly half: number
  readonly text: Overlap
  readonly peer: Overlap
  readonly article: Article | null
  readonly gold: Gold
  /** Null where the gold gives no such field, or a date that the page's source has not. */
  readonly title: boolean | null
  readonly authors: boolean | null
  readonly none: boolean | null
  readonly date: boolean | null
  readonly times: { readonly peer: number; readonly read: number; readonly trace: number }
}

const model = values['no-trace'] ? null : await loadModel()

const readPeer = (html: string): string => {
  const { document } = parseHTML(html)
  return new Readability(document as unknown as Document).parse()?.textContent ?? ''
}

const measure = async (set: string, id: string, gold: Gold, half: number): Promise<Result> => {
  const bytes = gunzipSync(readFileSync(join(folder, set, `${id}.html.gz`)))
  const source = bytes.toString('utf8')
  const start = performance.now()
  const peer = readPeer(source)
  const peerDone = performance.now()
  const article = await readBytes(bytes, { input: id, kind: 'html' }).catch((error: Error) => {
    console.error(`${set} ${id}: ${error.message}`)
    return null
  })
  const readDone = performance.now()
  if (article && model) trace(article, model)
  const traceDone = performance.now()
  const authors = article?.provenance.authors ?? []
  return {
    id,
    half,
    gold,
    article,
    text: compareTexts(article?.text ?? '', gold.articleBody),
    peer: compareTexts(peer, gold.articleBody),
    title: gold.title === undefined ? null : isSameTitle(article?.title ?? null, gold.title),
    authors: gold.authors ? areSameAuthors(authors, gold.authors) : null,
    none: gold.authors === '' ? authors.length === 0 : null,
    date: gold.date && source.includes(gold.date) ? article?.provenance.publishedAt?.slice(0, 10) === gold.date : null,
    times: { peer: peerDone - start, read: readDone - peerDone, trace: traceDone - readDone },
  }
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN
const share = (results: readonly Result[], field: 'title' | 'authors' | 'none' | 'date'): string => {
  const known = results.filter(result => result[field] !== null)
  const right = known.filter(result => result[field]).length
  return known.length === 0 ? '' : `${((100 * right) / known.length).toFixed(1)}% (${right}/${known.length})`
}
const score = (overlaps: readonly Overlap[]): string => {
  const { precision, recall, f1 } = averageOverlaps(overlaps)
  return `${f1.toFixed(3)} (P ${precision.toFixed(3)} R ${recall.toFixed(3)})`
}

const list = (set: string, results: readonly Result[]): void => {
  for (const { id, article, gold, ...result } of results) {
    const { both, extra, missed } = result.text
    if (values.list === 'text' && both < 0.9)
      console.log(`${set} ${id} text: right ${both.toFixed(2)} extra ${extra.toFixed(2)} missed ${missed.toFixed(2)}`)
    if (values.list === 'title' && result.title === false)
      console.log(`${set} ${id} title:\n  read ${JSON.stringify(article?.title)}\n  gold ${JSON.stringify(gold.title)}`)
    if (values.list === 'authors' && (result.authors === false || result.none === false))
      console.log(`${set} ${id} authors: read ${JSON.stringify(article?.provenance.authors)} gold ${JSON.stringify(gold.authors)}`)
    if (values.list === 'date' && result.date === false)
      console.log(`${set} ${id} date: read ${article?.provenance.publishedAt} gold ${gold.date}`)
  }
}

for (const set of sets) {
  const golds = JSON.parse(readFileSync(join(folder, `${set}.ground-truth.json`), 'utf8')) as Record<string, Gold>
  const ids = readdirSync(join(folder, set))
    .map(name => name.replace(/\.html\.gz$/, ''))
    .filter(id => golds[id])
    .sort()
  const results: Result[] = []
  for (const [index, id] of ids.entries()) results.push(await measure(set, id, golds[id], (index % 2) + 1))
  if (values.list) list(set, values.half ? results.filter(({ half }) => half === Number(values.half)) : results)
  const groups = { all: results, 'half 1': results.filter(({ half }) => half === 1), 'half 2': results.filter(({ half }) => half === 2) }
  console.log(`${set}, ${results.length} pages`)
  for (const [name, group] of Object.entries(groups)) {
    console.log(`  ${name.padEnd(7)} text F1 ${score(group.map(({ text }) => text))}   Readability ${score(group.map(({ peer }) => peer))}`)
    const fields = (['title', 'authors', 'none', 'date'] as const).map(field => [field, share(group, field)]).filter(([, value]) => value)
    if (fields.length > 0) console.log(`          ${fields.map(([field, value]) => `${field} ${value}`).join('   ')}`)
  }
  const of = (pick: (times: Result['times']) => number) => median(results.map(({ times }) => pick(times)))
  const [peer, read, traced, total] = [of(t => t.peer), of(t => t.read), of(t => t.trace), of(t => t.read + t.trace)]
  const ratio = median(results.map(({ times }) => times.read / times.peer)).toFixed(2)
  console.log(
    `  ms a page, median: read ${read.toFixed(1)}, trace ${traced.toFixed(1)}, total ${total.toFixed(1)}; Readability alone ${peer.toFixed(1)} (read takes ${ratio} times as long)`,
  )
}
