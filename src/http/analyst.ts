import { type Findings, findAll, findCopied, gatherSources, openStore, type Store } from '../corpus/index.ts'
import type { Claim, Origins, Story } from '../model/claim.ts'
import { HearsayError } from '../model/error.ts'
import type { Publication } from '../model/publication.ts'
import type { Reuse } from '../model/reuse.ts'

/** Publications read at once. */
const batch = 100
/** The most whose claims and stories are grouped: they are held in memory together. */
const grouped = 20_000
/** Reuse pairs read at once. */
const pairs = 10_000

/** How far a look at the whole corpus is. */
export interface Progress {
  readonly done: number
  readonly total: number
}

/** A story with how many publishers carry it, and the origins of the claim that most of its publications make. */
export interface StorySummary extends Story {
  readonly outlets: number
  readonly origins: Pick<Origins, 'least' | 'most'> | null
  readonly claim: string | null
}

const countPublications = ({ members }: Claim): number => new Set(members.map(({ publication }) => publication)).size

const summarize = (story: Story, claims: readonly Claim[]): StorySummary => {
  const own = new Set(story.members.map(({ publication }) => publication))
  const inside = claims.filter(({ members }) => members.some(({ publication }) => own.has(publication)))
  const main = inside.reduce<Claim | null>(
    (best, claim) => (best && countPublications(best) >= countPublications(claim) ? best : claim),
    null,
  )
  const carried = main !== null && countPublications(main) > 1 ? main : null
  return {
    ...story,
    outlets: new Set(story.members.map(({ publisher }) => publisher).filter(name => name !== null)).size,
    origins: carried && { least: carried.origins.least, most: carried.origins.most },
    claim: carried?.id ?? null,
  }
}

interface Look {
  readonly findings: Findings | null
  readonly sources: Findings['sources']
  readonly reuse: readonly Reuse[]
}

const readReuse = async (store: Store): Promise<Reuse[]> => {
  const all: Reuse[] = []
  for (;;) {
    const some = await store.listReuse(null, { limit: pairs, offset: all.length })
    all.push(...some)
    if (some.length < pairs) return all
  }
}

const lookAt = async (store: Store, most: number, progress: (progress: Progress) => void): Promise<Look> => {
  const ids = await store.listTraced()
  const reuse = await readReuse(store)
  const kept: Publication[] = []
  const sources = gatherSources(findCopied(reuse))
  for (let at = 0; at < ids.length; at += batch) {
    progress({ done: at, total: ids.length })
    for (const publication of await store.readPublications(ids.slice(at, at + batch))) {
      if (ids.length <= most) kept.push(publication)
      else sources.add(publication)
    }
    await new Promise(resolve => setImmediate(resolve))
  }
  progress({ done: ids.length, total: ids.length })
  const findings = ids.length <= most ? findAll(kept, reuse) : null
  return { findings, sources: findings?.sources ?? sources.list(), reuse }
}

const refuse = (total: number, most: number): never => {
  throw new HearsayError('too-large', `the corpus has ${total} traced publications; claims and stories are grouped for up to ${most}`)
}

/**
 * Looks at a whole corpus, anew whenever it has grown. What it is asked waits for the first look; later ones give what the last look saw until they are done.
 * Claims and stories of more than `most` publications are refused at once.
 */
export const createAnalyst = async (path: string, most = grouped) => {
  const store = await openStore(path, 'read')
  let seen = ''
  let look: Promise<Look> | null = null
  let running = false
  let progress: Progress = { done: 0, total: 0 }
  const refresh = async (): Promise<Look> => {
    const now = JSON.stringify(await store.countAll())
    if (look === null || (now !== seen && !running)) {
      seen = now
      running = true
      const next = lookAt(store, most, value => {
        progress = value
      }).finally(() => {
        running = false
      })
      if (look === null) look = next
      else
        next.then(
          () => {
            look = next
          },
          () => undefined,
        )
      next.catch(() => {
        if (look === next) look = null
      })
    }
    return look
  }
  const findings = async (): Promise<Findings> => {
    const { publications, waiting, failed } = await store.countAll()
    const traced = publications - waiting - failed
    return traced > most ? refuse(traced, most) : ((await refresh()).findings ?? refuse(progress.total, most))
  }
  let summarized: { readonly of: Findings; readonly stories: readonly StorySummary[] } | null = null
  const summaries = async (): Promise<readonly StorySummary[]> => {
    const of = await findings()
    if (summarized?.of !== of) {
      const byPublication = new Map<string, Claim[]>()
      for (const claim of of.claims)
        for (const id of new Set(claim.members.map(({ publication }) => publication))) {
          const own = byPublication.get(id)
          if (own) own.push(claim)
          else byPublication.set(id, [claim])
        }
      const stories = of.stories
        .map(story => summarize(story, [...new Set(story.members.flatMap(({ publication }) => byPublication.get(publication) ?? []))]))
        .sort((a, b) => b.members.length - a.members.length)
      summarized = { of, stories }
    }
    return summarized.stories
  }
  return {
    progress: async (): Promise<Progress & { readonly running: boolean }> => {
      refresh().catch(() => undefined)
      await store.countAll()
      return { ...progress, running }
    },
    claims: async (story: string | null, all: boolean, limit: number, offset: number) => {
      const { claims, stories } = await findings()
      const inStory = story === null ? null : new Set(stories.find(({ id }) => id === story)?.members.map(({ publication }) => publication))
      return claims
        .filter(({ members }) => all || new Set(members.map(({ publication }) => publication)).size > 1)
        .filter(({ members }) => inStory === null || members.some(({ publication }) => inStory.has(publication)))
        .sort((a, b) => b.members.length - a.members.length)
        .slice(offset, offset + limit)
    },
    claim: async (id: string) => (await findings()).claims.find(claim => claim.id === id) ?? null,
    stories: async (limit: number, offset: number) => (await summaries()).slice(offset, offset + limit),
    story: async (id: string) => (await summaries()).find(story => story.id === id) ?? null,
    sources: async (publisher: string | null, limit: number, offset: number) =>
      (await refresh()).sources.filter(use => publisher === null || use.publisher === publisher).slice(offset, offset + limit),
    reuseAmong: async (ids: readonly string[]) => {
      const wanted = new Set(ids)
      return (await refresh()).reuse.filter(({ a, b }) => wanted.has(a.publication) && wanted.has(b.publication))
    },
  }
}

export type Analyst = Awaited<ReturnType<typeof createAnalyst>>
