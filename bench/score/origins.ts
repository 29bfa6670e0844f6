import { readFile } from 'node:fs/promises'
import { groupClaims } from '../../src/compare/claim.ts'
import { findReuse } from '../../src/compare/reuse.ts'
import { readStatements } from '../../src/compare/statement.ts'
import type { Origins } from '../../src/model/claim.ts'
import type { Publication } from '../../src/model/publication.ts'
import { countOrigins } from '../../src/origins/index.ts'
import { readRecord } from '../../src/read/records.ts'
import { type Model, trace } from '../../src/trace.ts'

/** A small story with what a reader would count, in the form of `bench/origins/stories.jsonl`. */
interface SmallStory {
  readonly story: string
  readonly documents: readonly { readonly id: string; readonly publisher: string; readonly publishedAt: string; readonly url: string }[]
  readonly gold: {
    readonly claim: {
      readonly keyText: string
      readonly members: readonly string[]
      readonly says?: Readonly<Record<string, string>>
      readonly notMembers: readonly string[]
      readonly origins: { readonly least: number; readonly most: number }
      readonly circular: readonly (readonly string[])[]
    }
  }
}

/** How many of the stories came out as expected; `faults` says where not. */
export interface OriginScore {
  readonly stories: number
  readonly members: number
  readonly range: number
  readonly neverTooMany: number
  readonly rings: number
  readonly ringsFound: number
  readonly falseRings: number
  readonly faults: readonly string[]
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])

/** The share of the phrase's words that the text has. */
const nearness = (text: string, phrases: readonly string[]): number => {
  const words = wordsOf(text)
  return Math.max(...phrases.map(phrase => [...wordsOf(phrase)].filter(word => words.has(word)).length / wordsOf(phrase).size))
}

const readPublications = (story: SmallStory, model: Model): Publication[] =>
  story.documents.map(({ id, url, publisher, publishedAt }, index) => {
    const document = readRecord('stories', { number: index + 1, text: JSON.stringify(story.documents[index]), cut: false }).document()
    return { id, key: id, url, publisher, publishedAt, seenAt: null, trace: trace(document, model) }
  })

interface Outcome {
  readonly members: readonly string[]
  readonly origins: Origins
  readonly rings: readonly string[]
}

const ringOf = (publishers: readonly string[]): string => [...new Set(publishers)].sort().join(' > ')

const findOutcome = (story: SmallStory, model: Model): Outcome | null => {
  const publications = readPublications(story, model)
  const { keyText, says = {}, members } = story.gold.claim
  const statements = publications.flatMap(readStatements)
  const reuse = publications.flatMap((a, index) => publications.slice(index + 1).flatMap(b => findReuse(a, b) ?? []))
  const known = new Map(publications.map(publication => [publication.id, publication]))
  const ranked = groupClaims(statements)
    .map(group => ({ group, near: nearness(group.text, [keyText, ...Object.values(says)]) }))
    .filter(({ near }) => near >= 0.6)
    .map(({ group, near }) => {
      const found = [...new Set(group.members.map(index => statements[index].publication))]
      return { group, found, rank: found.filter(id => members.includes(id)).length + near / 2 }
    })
    .sort((a, b) => b.rank - a.rank)
  if (ranked.length === 0) return null
  const { group, found } = ranked[0]
  const { origins, circular } = countOrigins(
    group.members.map(index => statements[index]),
    { publications: known, reuse },
  )
  return { members: found, origins, rings: circular.map(ring => ringOf(ring.map(id => known.get(id)!.publisher!))) }
}

/** Reads, traces and compares each story by itself, and scores the claim that it is about. Stories `from` to `to`, `to` exclusive. */
export const scoreOrigins = async (path: URL | string, model: Model, from = 0, to = Number.POSITIVE_INFINITY): Promise<OriginScore> => {
  const stories = (await readFile(path, 'utf8'))
    .split('\n')
    .filter(Boolean)
    .slice(from, to)
    .map(line => JSON.parse(line) as SmallStory)
  const score = { stories: stories.length, members: 0, range: 0, neverTooMany: 0, rings: 0, ringsFound: 0, falseRings: 0 }
  const faults: string[] = []
  for (const story of stories) {
    const { claim } = story.gold
    const outcome = findOutcome(story, model)
    const wanted = claim.circular.map(ringOf)
    score.rings += wanted.length
    if (outcome === null) {
      score.neverTooMany++
      faults.push(`${story.story}: claim not found`)
      continue
    }
    const { least, most } = outcome.origins
    const lost = claim.members.filter(id => !outcome.members.includes(id))
    const extra = claim.notMembers.filter(id => outcome.members.includes(id))
    if (lost.length + extra.length === 0) score.members++
    else faults.push(`${story.story}: lost ${lost.join(' ') || 'none'}, too many ${extra.join(' ') || 'none'}`)
    if (least === claim.origins.least && most === claim.origins.most) score.range++
    else faults.push(`${story.story}: ${least} to ${most} origins, should be ${claim.origins.least} to ${claim.origins.most}`)
    if (least <= claim.origins.least && most <= claim.origins.most) score.neverTooMany++
    else faults.push(`${story.story}: too many`)
    score.ringsFound += wanted.filter(ring => outcome.rings.includes(ring)).length
    const wrong = outcome.rings.filter(ring => !wanted.includes(ring))
    score.falseRings += new Set(wrong).size
    if (wrong.length > 0 || wanted.some(ring => !outcome.rings.includes(ring)))
      faults.push(`${story.story}: rings ${outcome.rings.join(', ') || 'none'}, should be ${wanted.join(', ') || 'none'}`)
  }
  return { ...score, faults }
}
