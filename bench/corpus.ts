import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadModel } from '../src/node.ts'
import { readRecord } from '../src/read/records.ts'
import { trace } from '../src/trace.ts'
import { measureClaims, measureOrigins, measureStories } from './score/claims-rows.ts'
import {
  countFound,
  countOvercalled,
  pairPublications,
  type Row,
  type StoryPublication,
  scoreDirections,
  timeReuse,
} from './score/reuse.ts'

const { values } = parseArgs({ options: { data: { type: 'string' }, model: { type: 'string' } } })
const folder = join(values.data ?? '', 'stories')
if (!values.data || !existsSync(folder)) {
  console.error(
    `no articles at ${JSON.stringify(folder)}: say where the folder with the stories lies, npm run bench:corpus -- --data FOLDER`,
  )
  process.exit(2)
}
const model = await loadModel(values.model)
const readLines = (path: string): string[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')

const publications = ['summit', 'census', 'spotify'].flatMap(story =>
  readLines(join(folder, `${story}.jsonl`)).map((text, index): StoryPublication => {
    const { key, document } = readRecord(story, { number: index + 1, text, cut: false })
    const traced = trace(document(), model)
    const { publisher, publishedAt, seenAt, url } = traced.document.provenance
    return { id: `${story} ${key}`, key, url, publisher, publishedAt, seenAt, trace: traced, story }
  }),
)
const pairs = pairPublications(publications)
console.log(`${publications.length} articles, ${pairs.length} pairs of different publishers`)

const labels = (name: string): string => fileURLToPath(new URL(`labels/${name}`, import.meta.url))
const show = ({ figure, value, wanted }: Row): void =>
  console.log(`${figure.padEnd(76)} ${value.padStart(16)}${wanted ? `   (${wanted})` : ''}`)
countFound(pairs).forEach(show)
countOvercalled(pairs).forEach(show)
scoreDirections(pairs, labels('direction.jsonl')).forEach(show)
timeReuse(publications, pairs).forEach(show)
measureClaims(
  publications.filter(({ story }) => story === 'summit'),
  labels('claims.jsonl'),
).forEach(show)
;(await measureStories(join(values.data, 'claims', 'rumours.jsonl.gz'))).forEach(show)
for (const file of ['stories', 'later-stories'])
  (await measureOrigins(fileURLToPath(new URL(`origins/${file}.jsonl`, import.meta.url)), model)).forEach(show)
