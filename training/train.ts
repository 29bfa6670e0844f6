import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type AnnotationModel, annotate } from '../src/annotate/index.ts'
import { encodeCues } from '../src/attribute/model.ts'
import type { RoleSpan } from '../src/attribute/tags.ts'
import { packBundle } from '../src/learn/bundle.ts'
import { encodeChoice } from '../src/learn/choice.ts'
import { encodeCrf } from '../src/learn/crf.ts'
import { encodeLogistic } from '../src/learn/logistic.ts'
import { decodeNames } from '../src/learn/names.ts'
import { decodeParser } from '../src/learn/parser.ts'
import { decodeTagger } from '../src/learn/tagger.ts'
import { readText } from '../src/read/index.ts'
import {
  buildLexicon,
  crossTag,
  type ReadArticle,
  type TaggerOptions,
  trainConfidence,
  trainCueing,
  trainLinks,
  trainRoles,
  weighArticles,
} from './attribution.ts'
import { readGold, readSilver, type SilverArticle } from './corpus.ts'
import { trainNames } from './names.ts'
import { trainParser } from './parser.ts'
import { trainTagger } from './tagger.ts'

const { values } = parseArgs({
  options: { data: { type: 'string' }, out: { type: 'string', default: 'models/en/en.hearsay' }, cache: { type: 'string' } },
})
if (!values.data || !existsSync(values.data)) {
  console.error(`no training data at ${JSON.stringify(values.data ?? '')}: say where PolNeAR lies, npm run train -- --data FOLDER`)
  process.exit(2)
}

const started = performance.now()
const log = (message: string): void => console.error(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${message}`)

/** Trains a part, or takes it from the cache folder where one is given: a part that is to be learned anew must be removed from it. */
const make = (name: string, train: () => Uint8Array): Uint8Array => {
  const path = values.cache && join(values.cache, `${name}.bin`)
  const cached = path && existsSync(path)
  const bytes = cached ? readFileSync(path) : train()
  if (path && !cached) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
  }
  log(`${name}: ${bytes.length} bytes${cached ? ', from the cache' : ''}`)
  return bytes
}

const gold = readGold(values.data, 'train')
const silver = readSilver(values.data, 'train')

const trainAnnotation = (articles: readonly SilverArticle[], suffix: string) => {
  const tagger = make(`tagger${suffix}`, () => trainTagger(articles))
  const names = make(`names${suffix}`, () => trainNames(articles))
  const parser = make(`parser${suffix}`, () => trainParser(articles))
  const model: AnnotationModel = { tagger: decodeTagger(tagger), names: decodeNames(names), parser: decodeParser(parser) }
  return { tagger, names, parser, model }
}
const { tagger, names, parser } = trainAnnotation(silver, '')

/** Articles are annotated by models that have not seen them, so that attribution learns from annotation as good and as bad as it will meet. */
const folds = 3
const foldOf = new Map(gold.map(({ id }, i) => [id, i % folds]))
const unweighed: ReadArticle[] = []
for (let fold = 0; fold < folds; fold++) {
  const { model } = trainAnnotation(
    silver.filter(s => foldOf.get(s.doc) !== fold),
    `-${fold + 1}`,
  )
  for (const g of gold)
    if (foldOf.get(g.id) === fold) unweighed.push({ gold: g, annotated: annotate(readText(g.text, { input: g.id }), model) })
}
log(`${unweighed.length} articles annotated`)

const options: TaggerOptions = { unaryBits: 21, rowBits: 16, pairBits: 12, epochs: 5, rate: 0.02, l2: 1e-5, seed: 1 }
const lexicon = buildLexicon(unweighed)
const cueing = trainCueing(unweighed, lexicon)
const articles = weighArticles(unweighed, folds)
log('words of saying weighed where they stand')
const roles = make('roles', () =>
  encodeCrf(
    trainRoles(articles, options, epoch => log(`roles: epoch ${epoch + 1} of ${options.epochs}`)),
    options.rowBits,
  ),
)
const unseen = make('unseen', () => new TextEncoder().encode(JSON.stringify(crossTag(articles, 2, { ...options, epochs: 4 }))))
const found = JSON.parse(new TextDecoder().decode(unseen)) as RoleSpan[][]
log('articles tagged by models that had not seen them')
const links = trainLinks(articles, i => found[i], 1)

const confidence = trainConfidence(articles, i => found[i], links)

const bundle = packBundle({
  tagger,
  names,
  parser,
  roles,
  cues: encodeCues(lexicon),
  cueing: encodeChoice(cueing),
  links: encodeChoice(links),
  confidence: encodeLogistic(confidence),
})
mkdirSync(dirname(values.out), { recursive: true })
writeFileSync(values.out, bundle)
log(`${values.out}: ${bundle.length} bytes`)
