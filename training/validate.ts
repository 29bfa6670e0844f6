import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { newFigures, outermostOf, printFigures, rulerOf, scoreReading } from '../bench/polnear.ts'
import { attribute, decodeAttributionModel } from '../src/attribute/index.ts'
import { encodeCues } from '../src/attribute/model.ts'
import { tagView } from '../src/attribute/tags.ts'
import { unpackBundle } from '../src/learn/bundle.ts'
import { encodeChoice } from '../src/learn/choice.ts'
import { decodeCrf, encodeCrf } from '../src/learn/crf.ts'
import {
  buildLexicon,
  type TaggerOptions,
  taggerOptions,
  trainCueing,
  trainEdges,
  trainRoles,
  weighArticles,
  weighWith,
  wholeView,
} from './attribution.ts'
import { readGold, readSilver } from './corpus.ts'
import { annotateUnseen, folds, openWorkshop } from './parts.ts'

/*
 * Tries out settings of the role tagger on the training articles alone, end to end: for some of six parts, taggers that learned from the five others; their
 * spans' ends moved by what was learned on the other parts that are looked at. Links and confidence are the shipped model's. Prints what `bench:accuracy` does.
 */

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    cache: { type: 'string' },
    model: { type: 'string', default: 'models/en/en.hearsay' },
    parts: { type: 'string', default: '0,1,2' },
    options: { type: 'string', default: '{}' },
  },
})
if (!values.data || !existsSync(values.data)) {
  console.error(
    `no training data at ${JSON.stringify(values.data ?? '')}: node training/validate.ts --data FOLDER [--parts 0,1,2] [--options '{"seed":2}']`,
  )
  process.exit(2)
}

const options: TaggerOptions = { ...taggerOptions, ...JSON.parse(values.options) }
const workshop = openWorkshop(values.cache)
const silver = new Map(readSilver(values.data, 'train').map(article => [article.doc, article]))
const places = new Map(readGold(values.data, 'train').map(({ id }, place) => [id, place]))
const annotated = annotateUnseen(workshop, values.data).sort((a, b) => places.get(a.gold.id)! - places.get(b.gold.id)!)
const shipped = unpackBundle(readFileSync(values.model))
const parts = values.parts.split(',').map(Number)

const learned = parts.map(part => {
  const rest = annotated.filter((_, i) => i % 6 !== part)
  const cues = buildLexicon(rest)
  const cueing = trainCueing(rest, cues)
  const roles = encodeCrf(trainRoles(weighArticles(rest, folds), options), options.rowBits)
  workshop.log(`part ${part}: tagger`)
  const crf = decodeCrf(roles)
  const held = annotated.filter((_, i) => i % 6 === part).map(article => weighWith(article, cues, cueing))
  return {
    parts: { ...shipped, roles, cues: encodeCues(cues), cueing: encodeChoice(cueing) },
    held,
    tagged: held.map(article => tagView(wholeView(article), crf)),
  }
})

const figures = newFigures()
for (const one of learned) {
  const others = learned.filter(other => other !== one)
  const tagged = others.flatMap(other => other.tagged)
  const edges = trainEdges(
    others.flatMap(other => other.held),
    i => tagged[i],
  )
  const model = decodeAttributionModel({ ...one.parts, edges: encodeChoice(edges) })
  for (const { gold, annotated } of one.held) {
    const parsed = silver.get(gold.id)
    if (!parsed) continue
    const { relations } = outermostOf(gold.text, attribute(annotated, model).attributions)
    for (const { attributions } of gold.annotations) scoreReading(figures, rulerOf(parsed, gold.text), attributions, relations)
  }
}
console.log(`${parts.length} of six parts of PolNeAR's training articles, by models that had not seen them`)
console.log(printFigures(figures))
