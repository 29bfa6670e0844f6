import { existsSync, readFileSync } from 'node:fs'
import { groupClaims } from '../../src/compare/claim.ts'
import { readStatements } from '../../src/compare/statement.ts'
import type { Publication } from '../../src/model/publication.ts'
import type { Model } from '../../src/trace.ts'
import { type SamePair, scoreSame } from './claims-same.ts'
import { scoreOrigins } from './origins.ts'
import type { Row } from './reuse.ts'
import { readRumours, scoreStories } from './stories.ts'

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

/** Rows for articles into rumours: the half that the threshold was tuned on, and the other. */
export const measureStories = async (rumours: string): Promise<Row[]> => {
  if (!existsSync(rumours)) return [{ figure: `no rumours at ${rumours}`, value: 'not measured', wanted: '' }]
  const rows: Row[] = []
  for (const half of [0, 1] as const) {
    const { precision, recall, f1, seconds, articles } = scoreStories(await readRumours(rumours, half))
    const figure = `articles into rumours, B-cubed F1, ${half === 0 ? 'tuned on these' : 'the other half'} (${articles} articles, ${seconds.toFixed(1)} s)`
    const value = `${f1.toFixed(3)} (${precision.toFixed(3)}, ${recall.toFixed(3)})`
    rows.push({ figure, value, wanted: half === 0 ? '' : 'at least .960' })
  }
  return rows
}

/** Rows for the small stories written for the project, the last 14 of which were kept unread until the first measurement. */
export const measureOrigins = async (path: string, model: Model): Promise<Row[]> => {
  const { stories, members, range, neverTooMany, rings, ringsFound, falseRings, faults } = await scoreOrigins(path, model)
  for (const fault of faults) console.log(`  ${fault}`)
  return [
    { figure: 'small stories: least and most origins both right', value: of(range, stories), wanted: 'at least 34 of 40' },
    { figure: 'small stories: never more origins than there are', value: of(neverTooMany, stories), wanted: 'at least 39 of 40' },
    { figure: 'small stories: members right', value: of(members, stories), wanted: '' },
    { figure: 'small stories: circles found; false circles', value: `${of(ringsFound, rings)}; ${falseRings}`, wanted: '' },
  ]
}
