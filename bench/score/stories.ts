import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { groupStories } from '../../src/compare/story.ts'
import type { Publication } from '../../src/model/publication.ts'
import { readText } from '../../src/read/text.ts'
import { groupPlainly } from './plain-stories.ts'

/** An article on a rumour, and which rumour. */
interface Rumour {
  readonly id: string
  readonly cluster: string
  readonly text: string
}

/** B-cubed precision, recall and F1 (Bagga and Baldwin 1998) of grouping articles into rumours, and how long it took. */
export interface StoryScore {
  readonly articles: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly seconds: number
}

const toPublication = ({ id, text }: Rumour): Publication => {
  const { blocks: _, diagnostics, ...document } = readText(text, { input: 'rumours' })
  return {
    id,
    key: id,
    url: null,
    publisher: null,
    publishedAt: null,
    seenAt: null,
    trace: {
      format: 'hearsay/1',
      document: { ...document, title: null, text },
      attributions: [],
      sources: [],
      chains: [],
      unattributed: [],
      diagnostics,
    },
  }
}

/** One half of the rumours or the other: whole clusters, by the parity of their number. */
export const readRumours = async (path: string, half: 0 | 1): Promise<Rumour[]> =>
  gunzipSync(await readFile(path))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Rumour)
    .filter(({ cluster }) => Number(/\d+$/.exec(cluster)?.[0] ?? 0) % 2 === half)

/** Compares groups of articles, by their places, with their rumours. */
const compareGroups = (rumours: readonly Rumour[], groups: readonly (readonly number[])[], seconds: number): StoryScore => {
  const sizes = new Map<string, number>()
  for (const { cluster } of rumours) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1)
  let precision = 0
  let recall = 0
  for (const group of groups)
    for (const member of group) {
      const { cluster } = rumours[member]
      const common = group.filter(other => rumours[other].cluster === cluster).length
      precision += common / group.length
      recall += common / sizes.get(cluster)!
    }
  precision /= rumours.length
  recall /= rumours.length
  return { articles: rumours.length, precision, recall, f1: (2 * precision * recall) / (precision + recall), seconds }
}

/** Groups the articles and compares with their rumours. */
export const scoreStories = (rumours: readonly Rumour[], together?: number): StoryScore => {
  const publications = rumours.map(toPublication)
  const start = performance.now()
  const stories = groupStories(publications, together)
  const seconds = (performance.now() - start) / 1000
  const places = new Map(rumours.map(({ id }, index) => [id, index]))
  return compareGroups(
    rumours,
    stories.map(({ members }) => members.map(({ publication }) => places.get(publication)!)),
    seconds,
  )
}

/** The same for plain TF-IDF. */
export const scorePlainly = (rumours: readonly Rumour[], together: number): StoryScore => {
  const start = performance.now()
  const groups = groupPlainly(
    rumours.map(({ text }) => text),
    together,
  )
  return compareGroups(rumours, groups, (performance.now() - start) / 1000)
}
