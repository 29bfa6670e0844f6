import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Role, roles, spansOfLabels, tagRoles } from '../src/attribute/tags.ts'
import { decodeCrf, encodeCrf } from '../src/learn/crf.ts'
import { labelReading, type TrainingArticle, taggerOptions, trainRoles, weighArticles, wholeView } from './attribution.ts'
import { readGold } from './corpus.ts'
import { annotateUnseen, folds, openWorkshop } from './parts.ts'

/*
 * Tries out settings of the role tagger on the training articles alone: five sixths to learn from, the sixth to measure on. Prints the exact F1 of source, cue
 * and content spans, on our own tokens.
 */

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    cache: { type: 'string' },
    seeds: { type: 'string', default: '1' },
    rows: { type: 'string', default: String(taggerOptions.rowBits) },
    epochs: { type: 'string', default: String(taggerOptions.epochs) },
  },
})
if (!values.data || !existsSync(values.data)) {
  console.error(
    `no training data at ${JSON.stringify(values.data ?? '')}: node training/validate.ts --data FOLDER [--seeds 1,2,3] [--rows 17,16]`,
  )
  process.exit(2)
}

const workshop = openWorkshop(values.cache)
const places = new Map(readGold(values.data, 'train').map(({ id }, place) => [id, place]))
const annotated = annotateUnseen(workshop, values.data).sort((a, b) => places.get(a.gold.id)! - places.get(b.gold.id)!)
const articles = weighArticles(annotated, folds)
const parts = 6
const held = articles.filter((_, i) => i % parts === 0)
const rest = articles.filter((_, i) => i % parts !== 0)

const score = (
  found: ReturnType<typeof tagRoles>,
  { gold, annotated }: TrainingArticle,
  tally: Record<Role, [number, number, number]>,
): void => {
  for (const { attributions } of gold.annotations) {
    const right = spansOfLabels(labelReading(annotated, attributions), null)
    for (const role of roles) {
      const wanted = new Set(right.filter(span => span.role === role).map(({ from, to }) => `${from}-${to}`))
      const ours = found.filter(span => span.role === role)
      tally[role][0] += ours.filter(({ from, to }) => wanted.has(`${from}-${to}`)).length
      tally[role][1] += ours.length
      tally[role][2] += wanted.size
    }
  }
}

for (const rowBits of values.rows.split(',').map(Number))
  for (const seed of values.seeds.split(',').map(Number)) {
    const crf = decodeCrf(encodeCrf(trainRoles(rest, { ...taggerOptions, rowBits, seed, epochs: Number(values.epochs) }), rowBits))
    const tally: Record<Role, [number, number, number]> = { source: [0, 0, 0], cue: [0, 0, 0], content: [0, 0, 0] }
    for (const article of held) score(tagRoles(wholeView(article), crf), article, tally)
    const figures = roles.map(role => `${role} ${((200 * tally[role][0]) / (tally[role][1] + tally[role][2])).toFixed(1)}`)
    console.log(`rows ${rowBits}, seed ${seed}: ${figures.join(', ')}`)
  }
