import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadModel } from '../src/node.ts'
import { readText } from '../src/read/text.ts'
import { trace } from '../src/trace.ts'
import { scoreArticle } from './score/article.ts'
import { scoreChain } from './score/chain.ts'
import { type GoldArticle, type GoldChain, type GoldPassage, readArticle, readCases } from './score/gold.ts'
import { scorePassage } from './score/passage.ts'
import { Tally } from './score/tally.ts'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: fileURLToPath(new URL('.', import.meta.url)) },
    held: { type: 'boolean', default: false },
    model: { type: 'string' },
    quiet: { type: 'boolean', default: false },
  },
})
const folder = values.cases
if (!existsSync(folder)) {
  console.error(`no folder ${JSON.stringify(folder)}: give one with chains.jsonl, articles.gold.jsonl or passages.jsonl in it`)
  process.exit(2)
}
const model = await loadModel(values.model)

/** Traces and scores each case, prints what is wrong with which, and gives the figures. */
const score = <T>(cases: readonly T[], nameOf: (one: T, i: number) => string, scoreOne: (one: T, tally: Tally) => string[]): Tally => {
  const tally = new Tally()
  cases.forEach((one, i) => {
    const faults = scoreOne(one, tally)
    if (faults.length > 0 && !values.quiet) console.log([nameOf(one, i), ...faults.map(fault => `  ${fault}`)].join('\n'))
  })
  return tally
}

const chains = readCases<GoldChain>(folder, 'chains')
const articles = readCases<GoldArticle>(folder, 'articles.gold')
const passages = readCases<GoldPassage>(folder, 'passages').filter(({ part }) => values.held || part === 'open')

const chainTally = score(
  chains,
  ({ text }, i) => `chain ${i + 1}: ${text}`,
  (gold, tally) => scoreChain(gold, trace(gold.text, model), tally),
)
const articleTally = score(
  articles,
  ({ file }) => file,
  (gold, tally) => scoreArticle(gold, trace(readText(readArticle(folder, gold.file), { input: gold.file }), model), tally),
)
const passageTally = score(
  passages,
  ({ id, text }) => `${id}: ${text}`,
  (gold, tally) => scorePassage(gold, trace(readText(gold.text, { input: gold.id, record: { publishedAt: gold.date } }), model), tally),
)

if (chains.length > 0) console.log([`${chains.length} short texts, chains`, ...chainTally.lines()].join('\n'))
if (articles.length > 0) {
  console.log(`${articles.length} articles`)
  console.log(`  ${'f1'.padEnd(16)}${articleTally.mean('precision', 'recall').toFixed(1).padStart(6)}`)
  console.log(articleTally.lines().join('\n'))
}
if (passages.length > 0) console.log([`${passages.length} passages`, ...passageTally.lines()].join('\n'))
