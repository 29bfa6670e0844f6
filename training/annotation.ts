import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { decodeTagger } from '../src/learn/tagger.ts'
import { readSilver, type SilverArticle } from './corpus.ts'
import { trainNames } from './names.ts'
import { trainTagger } from './tagger.ts'
import { plainWord } from './words.ts'

const { values } = parseArgs({ options: { data: { type: 'string' }, out: { type: 'string' } } })
if (values.data === undefined || values.out === undefined) {
  console.error(
    'usage: node training/annotation.ts --data FOLDER --out FOLDER\nthe first holds train.corenlp.jsonl.gz and dev.corenlp.jsonl.gz, the second can be the --cache of npm run train',
  )
  process.exit(2)
}

const measureTagger = (bytes: Uint8Array, articles: readonly SilverArticle[]): number => {
  const tagger = decodeTagger(bytes)
  let right = 0
  let all = 0
  for (const { tokens, pos } of articles.flatMap(a => a.sentences)) {
    const tags: string[] = []
    tagger.tag(tokens.map(plainWord), 0, tokens.length, tags)
    for (let i = 0; i < pos.length; i++) if (tags[i] === pos[i]) right++
    all += pos.length
  }
  return right / all
}

const train = readSilver(values.data, 'train')
mkdirSync(values.out, { recursive: true })
for (const [name, learn] of [['tagger', trainTagger] as const, ['names', trainNames] as const]) {
  const began = performance.now()
  const bytes = learn(train)
  writeFileSync(join(values.out, `${name}.bin`), bytes)
  console.log(`${name}.bin: ${bytes.length} bytes, ${((performance.now() - began) / 1000).toFixed(1)} s`)
  if (name === 'tagger') console.log(`tags right on dev: ${(measureTagger(bytes, readSilver(values.data, 'dev')) * 100).toFixed(2)} %`)
}
