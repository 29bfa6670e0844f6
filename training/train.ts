import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { encodeCues } from '../src/attribute/model.ts'
import type { RoleSpan } from '../src/attribute/tags.ts'
import { packBundle } from '../src/learn/bundle.ts'
import { encodeChoice } from '../src/learn/choice.ts'
import { encodeCrf } from '../src/learn/crf.ts'
import { encodeLogistic } from '../src/learn/logistic.ts'
import {
  buildLexicon,
  crossTag,
  taggerOptions as options,
  trainConfidence,
  trainCueing,
  trainLinks,
  trainRoles,
  weighArticles,
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
