import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { refineEdges } from '../src/attribute/edges.ts'
import { encodeCues } from '../src/attribute/model.ts'
import { spansOfLabels } from '../src/attribute/spans.ts'
import { tagView } from '../src/attribute/tags.ts'
import { packBundle } from '../src/learn/bundle.ts'
import { encodeChoice } from '../src/learn/choice.ts'
import { decodeCrf, encodeCrf } from '../src/learn/crf.ts'
import { encodeLogistic } from '../src/learn/logistic.ts'
import {
  buildLexicon,
  taggerOptions as options,
  trainConfidence,
  trainCueing,
  trainEdges,
  trainLinks,
  trainRoles,
  weighArticles,
  wholeView,
} from './attribution.ts'
import { readSilver } from './corpus.ts'
import { annotateUnseen, folds, openWorkshop, trainAnnotation } from './parts.ts'

const { values } = parseArgs({
  options: { data: { type: 'string' }, out: { type: 'string', default: 'models/en/en.hearsay' }, cache: { type: 'string' } },
})
if (!values.data || !existsSync(values.data)) {
  console.error(`no training data at ${JSON.stringify(values.data ?? '')}: say where PolNeAR lies, npm run train -- --data FOLDER`)
  process.exit(2)
}

/** Into how many parts the articles are cut for what learns from spans that a tagger found. */
const halves = 2

const workshop = openWorkshop(values.cache)
const { log, make } = workshop
const { tagger, names, parser } = trainAnnotation(workshop, readSilver(values.data, 'train'), '')
const unweighed = annotateUnseen(workshop, values.data)

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
const crossed = Array.from({ length: halves }, (_, half) => {
  const rest = articles.filter((_, i) => i % halves !== half)
  return decodeCrf(make(`roles-${half + 1}`, () => encodeCrf(trainRoles(rest, options), options.rowBits)))
})
const tagged = articles.map((article, i) => tagView(wholeView(article), crossed[i % halves]))
log('articles tagged by models that had not seen them')
const edges = trainEdges(articles, i => tagged[i])
const found = articles.map((article, i) => {
  const { labels, marginals } = tagged[i] ?? { labels: new Uint8Array(0), marginals: new Float64Array(0) }
  return refineEdges(wholeView(article), spansOfLabels(labels, marginals), marginals, edges)
})
const links = trainLinks(articles, i => found[i], 1)

const confidence = trainConfidence(articles, i => found[i], links)

const bundle = packBundle({
  tagger,
  names,
  parser,
  roles,
  cues: encodeCues(lexicon),
  cueing: encodeChoice(cueing),
  edges: encodeChoice(edges),
  links: encodeChoice(links),
  confidence: encodeLogistic(confidence),
})
mkdirSync(dirname(values.out), { recursive: true })
writeFileSync(values.out, bundle)
log(`${values.out}: ${bundle.length} bytes`)
