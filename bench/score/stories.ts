import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { groupStories } from '../../src/compare/story.ts'
import type { Publication } from '../../src/model/publication.ts'
import { readText } from '../../src/read/text.ts'

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

/** The half of the rumours that the threshold is tuned on, or the other: whole clusters, by the parity of their number. */
export const readRumours = async (path: string, half: 0 | 1): Promise<Rumour[]> =>
  gunzipSync(await readFile(path))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Rumour)
    .filter(({ cluster }) => Number(/\d+$/.exec(cluster)?.[0] ?? 0) % 2 === half)

/** Groups the articles and compares with their clusters. */
export const scoreStories = (rumours: readonly Rumour[], together?: number): StoryScore => {
  const publications = rumours.map(toPublication)
  const start = performance.now()
  const stories = groupStories(publications, together)
  const seconds = (performance.now() - start) / 1000
  const gold = new Map<string, Set<string>>()
  for (const { id, cluster } of rumours) gold.set(cluster, (gold.get(cluster) ?? new Set()).add(id))
  const clusterOf = new Map(rumours.map(({ id, cluster }) => [id, gold.get(cluster)!]))
  let precision = 0
  let recall = 0
  for (const { members } of stories)
    for (const { publication } of members) {
      const truth = clusterOf.get(publication)!
      const common = members.filter(other => truth.has(other.publication)).length
      precision += common / members.length
      recall += common / truth.size
    }
  precision /= rumours.length
  recall /= rumours.length
  return { articles: rumours.length, precision, recall, f1: (2 * precision * recall) / (precision + recall), seconds }
}
