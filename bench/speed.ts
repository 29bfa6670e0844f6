import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import compromise from 'compromise'
import winkModel from 'wink-eng-lite-web-model'
import wink from 'wink-nlp'
import { annotate } from '../src/annotate/index.ts'
import { attribute } from '../src/attribute/index.ts'
import { buildChains } from '../src/chain/index.ts'
import { loadModel } from '../src/node.ts'
import { readText } from '../src/read/text.ts'
import { resolve } from '../src/resolve/index.ts'
import { trace } from '../src/trace.ts'
import { countWords, readArticles, takeWords } from './texts.ts'

const { values } = parseArgs({
  options: { data: { type: 'string' }, words: { type: 'string', default: '50000' }, rounds: { type: 'string', default: '7' } },
})
const articles = readArticles(values.data)
if (articles.length === 0) {
  const found = existsSync(values.data ?? '') ? 'no text in' : 'no folder'
  console.error(`${found} ${JSON.stringify(values.data)}: give a folder of .txt or .jsonl files, or leave --data out`)
  process.exit(2)
}
const texts = takeWords(articles, Number(values.words))
const words = texts.reduce((n, text) => n + countWords(text), 0)
const model = await loadModel()
const nlp = wink(winkModel, ['sbd', 'pos'])

const documents = texts.map(text => readText(text, { input: '' }))
const annotated = documents.map(document => annotate(document, model.annotation))
const attributed = annotated.map(document => attribute(document, model.attribution).attributions)
const resolved = annotated.map((document, i) => resolve(document, attributed[i]))

/** What is measured: each takes all the texts once. */
const subjects: Readonly<Record<string, () => unknown[]>> = {
  trace: () => texts.map(text => trace(text, model)),
  read: () => texts.map(text => readText(text, { input: '' })),
  annotate: () => documents.map(document => annotate(document, model.annotation)),
  attribute: () => annotated.map(document => attribute(document, model.attribution)),
  resolve: () => annotated.map((document, i) => resolve(document, attributed[i])),
  chain: () => annotated.map((document, i) => buildChains(document, attributed[i], resolved[i])),
  'wink-nlp, tokens and tags': () => texts.map(text => nlp.readDoc(text).tokens().out(nlp.its.pos)),
  'compromise, quotations': () => texts.map(text => compromise(text).quotations().out('array')),
}

const rounds = new Map(Object.keys(subjects).map(name => [name, [] as number[]]))
for (let round = -1; round < Number(values.rounds); round++)
  for (const [name, work] of Object.entries(subjects)) {
    const start = performance.now()
    const done = work()
    const seconds = (performance.now() - start) / 1000
    if (done.length !== texts.length) throw new RangeError(`${name} did ${done.length} of ${texts.length} texts`)
    if (round >= 0) rounds.get(name)!.push(seconds)
  }

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]
const whole = rounds.get('trace')!
console.log(
  `${words} words in ${texts.length} articles (${articles.length} different), ${whole.length} rounds after one to warm up, one thread`,
)
console.log(`${''.padEnd(28)}words/s   slowest   fastest   times the whole trace's speed`)
for (const [name, seconds] of rounds) {
  const speed = (s: number): string => Math.round(words / s).toLocaleString('en')
  const ratio = median(seconds.map((s, round) => whole[round] / s))
  const row = [median(seconds), Math.max(...seconds), Math.min(...seconds)].map(s => speed(s).padStart(10)).join('')
  console.log(`${name.padEnd(25)}${row}   ${ratio.toFixed(2)}`)
}
