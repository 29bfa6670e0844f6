import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadModel } from '../src/node.ts'
import { readText } from '../src/read/text.ts'
import { trace } from '../src/trace.ts'
import { type GoldSourcing, scoreSourcing } from './score/sourcing.ts'
import { Tally } from './score/tally.ts'

const { values } = parseArgs({
  options: { data: { type: 'string' }, model: { type: 'string' }, list: { type: 'boolean', default: false } },
})
const path = join(values.data ?? '', 'sourcing.jsonl')
if (!values.data || !existsSync(path)) {
  console.error(`no articles at ${JSON.stringify(path)}: say where the sourcing benchmark lies, npm run bench:sourcing -- --data FOLDER`)
  process.exit(2)
}
const model = await loadModel(values.model)
const tally = new Tally()
const articles = readFileSync(path, 'utf8')
  .split('\n')
  .filter(line => line.trim() !== '')
  .map(line => JSON.parse(line) as GoldSourcing)
let predicted = 0
for (const article of articles) {
  const traced = trace(readText(article.text, { input: String(article.id) }), model)
  predicted += traced.attributions.length
  const faults = scoreSourcing(article, traced, tally)
  if (values.list) console.log([`article ${article.id}`, ...faults.map(fault => `  ${fault}`)].join('\n'))
}
console.log(`${articles.length} articles, ${predicted} attributions predicted`)
console.log(tally.lines().join('\n'))
