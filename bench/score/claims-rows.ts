import { existsSync, readFileSync } from 'node:fs'
import { groupClaims } from '../../src/compare/claim.ts'
import { readStatements } from '../../src/compare/statement.ts'
import type { Publication } from '../../src/model/publication.ts'
import type { Model } from '../../src/trace.ts'
import { type SamePair, scoreSame } from './claims-same.ts'
import { scoreOrigins } from './origins.ts'
import type { Row } from './reuse.ts'
import { readRumours, scorePlainly, scoreStories } from './stories.ts'

const of = (part: number, whole: number): string => `${part} of ${whole}`

/** Rows for the articles of one story: labelled pairs of statements found together, and how long it took. */
export const measureClaims = (publications: readonly Publication[], labels: string): Row[] => {
  const pairs = readFileSync(labels, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as SamePair)
  const start = performance.now()
  const statements = publications.flatMap(readStatements)
  const groups = groupClaims(statements)
  const seconds = (performance.now() - start) / 1000
  const texts = new Map(publications.map(({ key, trace }) => [key ?? '', trace.document.text]))
  const { found, unknown } = scoreSame(pairs, texts, statements, groups)
  const shared = groups.filter(({ members }) => new Set(members.map(index => statements[index].publication)).size > 1).length
  const missing = unknown.length === 0 ? '' : `, ${unknown.length} with other texts`
  return [
    { figure: 'statements labelled as the same, found together', value: of(found, pairs.length) + missing, wanted: 'at least 75 of 100' },
    {
      figure: 'statements; claims that several publications carry; seconds',
      value: `${statements.length}; ${shared}; ${seconds.toFixed(1)}`,
      wanted: '',
    },
  ]
}

/** Thresholds that are tried on one half, for the other. */
const THRESHOLDS = {
  ours: [0.24, 0.28, 0.32],
  plain: [0.16, 0.18, 0.2, 0.22],
}

/** Rows for articles into rumours: each half with the threshold that is best on the other, and plain TF-IDF likewise. */
export const measureStories = async (path: string): Promise<Row[]> => {
  if (!existsSync(path)) return [{ figure: `no rumours at ${path}`, value: 'not measured', wanted: '' }]
  const halves = [await readRumours(path, 0), await readRumours(path, 1)]
  const rows: Row[] = []
  for (const [name, thresholds, score, wanted] of [
    ['articles', THRESHOLDS.ours, scoreStories, 'at least .960'],
    ['by plain TF-IDF, articles', THRESHOLDS.plain, scorePlainly, ''],
  ] as const) {
    const scores = halves.map(rumours => thresholds.map(together => score(rumours, together)))
    for (const half of [0, 1]) {
      const other = scores[1 - half]
      const best = other.reduce((at, { f1 }, index) => (f1 > other[at].f1 ? index : at), 0)
      const { precision, recall, f1, articles, seconds } = scores[half][best]
      rows.push({
        figure: `${name} into rumours, B-cubed F1, half ${half + 1} at ${thresholds[best]}, best on the other (${articles}, ${seconds.toFixed(1)} s)`,
        value: `${f1.toFixed(3)} (${precision.toFixed(3)}, ${recall.toFixed(3)})`,
        wanted,
      })
    }
  }
  return rows
}

/** Rows for the small stories written for the project, the last 14 of which were kept unread until the first measurement. */
export const measureOrigins = async (path: string, model: Model): Promise<Row[]> => {
  const { stories, members, range, neverTooMany, rings, ringsFound, falseRings, faults } = await scoreOrigins(path, model)
  for (const fault of faults) console.log(`  ${fault}`)
  return [
    {
      figure: 'small stories: least and most origins both right',
      value: of(range, stories),
      wanted: stories === 40 ? 'at least 34 of 40' : '',
    },
    {
      figure: 'small stories: never more origins than there are',
      value: of(neverTooMany, stories),
      wanted: stories === 40 ? 'at least 39 of 40' : '',
    },
    { figure: 'small stories: members right', value: of(members, stories), wanted: '' },
    { figure: 'small stories: circles found; false circles', value: `${of(ringsFound, rings)}; ${falseRings}`, wanted: '' },
  ]
}
