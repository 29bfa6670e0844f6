import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { annotate } from '../src/annotate/index.ts'
import { attribute, decodeAttributionModel } from '../src/attribute/index.ts'
import { unpackBundle } from '../src/learn/bundle.ts'
import { decodeNames } from '../src/learn/names.ts'
import { decodeParser } from '../src/learn/parser.ts'
import { decodeTagger } from '../src/learn/tagger.ts'
import { readText } from '../src/read/index.ts'
import { readGold, readSilver } from '../training/corpus.ts'
import { newFigures, outermostOf, printFigures, rulerOf, scoreReading } from './polnear.ts'
import { type Answer, areaUnderCurve, calibrationError } from './score/calibration.ts'
import { countErrors, type Errors, printErrors } from './score/errors.ts'

const { values } = parseArgs({
  options: { data: { type: 'string' }, model: { type: 'string', default: 'models/en/en.hearsay' }, show: { type: 'string' } },
})
if (!values.data || !existsSync(values.data)) {
  console.error(`no articles at ${JSON.stringify(values.data ?? '')}: say where PolNeAR lies, npm run bench:accuracy -- --data FOLDER`)
  process.exit(2)
}

const parts = unpackBundle(readFileSync(values.model))
const annotation = { tagger: decodeTagger(parts.tagger), names: decodeNames(parts.names), parser: decodeParser(parts.parser) }
const model = decodeAttributionModel(parts)
const silver = new Map(readSilver(values.data, 'dev').map(s => [s.doc, s]))
const figures = newFigures()
const answers: Answer[] = []
const errors: Errors = new Map()
let words = 0

const seconds = performance.now()
for (const { id, text, annotations } of readGold(values.data, 'dev')) {
  const parsed = silver.get(id)
  if (!parsed) continue
  const annotated = annotate(readText(text, { input: id }), annotation)
  words += annotated.tokens.start.length
  const { outermost, relations: found } = outermostOf(text, attribute(annotated, model).attributions)
  const ruler = rulerOf(parsed, text)
  for (const reading of annotations) {
    const right = scoreReading(figures, ruler, reading.attributions, found)
    countErrors(errors, ruler, reading.attributions, found)
    outermost.forEach(({ confidence }, i) => {
      answers.push({ confidence, right: right.has(i) })
    })
  }
}
console.log(`PolNeAR dev, from plain text, ${words} tokens`)
console.log(printFigures(figures))
const share = answers.filter(({ right }) => right).length / Math.max(1, answers.length)
console.log('confidence of the outermost, content at IoU .5 and source right')
console.log(
  `  right ${share.toFixed(3)}, calibration error ${calibrationError(answers).toFixed(3)}, AUROC ${areaUnderCurve(answers).toFixed(3)}`,
)
console.log(printErrors(errors))
console.error(`${((performance.now() - seconds) / 1000).toFixed(1)} s`)
