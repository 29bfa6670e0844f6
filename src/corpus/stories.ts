import { gatherStories, groupFamilies } from '../compare/index.ts'
import type { Appearance, StoryAccount } from '../model/account.ts'
import type { Story } from '../model/claim.ts'
import type { Reuse } from '../model/reuse.ts'
import { type ClaimOptions, gatherClaims } from './claims.ts'
import { readAll, readPairs } from './reading.ts'
import type { Store } from './store.ts'

/** Documents read at a time. */
const DOCUMENTS = 100

/** The events and rumours of a corpus, those that most publications are about first. Of each article little more than its heaviest terms is in memory. */
export const findStories = async (store: Store): Promise<Story[]> => {
  const stories = gatherStories()
  const ids = await store.listTraced()
  for (let from = 0; from < ids.length; from += DOCUMENTS) {
    const part = ids.slice(from, from + DOCUMENTS)
    const documents = await store.readDocuments(part)
    for (const publication of part) {
      const document = documents.get(publication)
      if (document === undefined) continue
      const { key, title, text, provenance } = document
      stories.add({ publication, key, publisher: provenance.publisher, publishedAt: provenance.publishedAt, title, text })
    }
  }
  return stories.list()
}

/** The story that the publications, the best first, are about: the one that most of them are in, the better the more. */
export const chooseStory = (stories: readonly Story[], publications: readonly string[]): Story | null => {
  const weights = new Map(publications.map((id, rank) => [id, 1 / (rank + 1)]))
  let best: Story | null = null
  let most = 0
  for (const story of stories) {
    const weight = story.members.reduce((sum, { publication }) => sum + (weights.get(publication) ?? 0), 0)
    if (weight > most) {
      best = story
      most = weight
    }
  }
  return best
}

/** When it was published, or where nobody says so, when it was seen; milliseconds, without end where neither is known. */
const timeOf = ({ publishedAt, seenAt }: Appearance): number => {
  const time = Date.parse(publishedAt ?? seenAt ?? '')
  return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time
}

const compareTimes = (a: Appearance, b: Appearance): number => {
  const [one, other] = [timeOf(a), timeOf(b)]
  return one === other ? 0 : one - other
}

/** Tells a story: who carried it first, who copied whom, what is claimed and on how many origins each claim rests. */
export const tellStory = async (store: Store, story: Story, options: Pick<ClaimOptions, 'register'> = {}): Promise<StoryAccount> => {
  const ids = story.members.map(({ publication }) => publication)
  const inside = new Set(ids)
  const pairs: Reuse[] = []
  for (const id of ids)
    for await (const pair of readPairs(store, id)) if (pair.a.publication === id && inside.has(pair.b.publication)) pairs.push(pair)
  const publications: Appearance[] = []
  const claims = gatherClaims()
  for await (const publication of readAll(store, ids)) {
    claims.add(publication)
    const { id, key, publisher, publishedAt, seenAt, trace } = publication
    publications.push({ publication: id, key, publisher, publishedAt, seenAt, title: trace.document.title })
  }
  return {
    story,
    outlets: [...new Set(publications.flatMap(({ publisher }) => publisher ?? []))],
    publications: publications.sort(compareTimes),
    pairs,
    families: groupFamilies(pairs),
    claims: claims.find(pairs, options),
  }
}
