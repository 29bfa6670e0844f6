import { outletNouns } from '../lexicon/en/outlet-words.ts'
import type { Hop } from '../model/chain.ts'
import type { Publication } from '../model/publication.ts'
import type { TracedDocument } from '../model/trace.ts'
import { type Directory, writeKey } from './register.ts'

/** Words that many outlets' names have. */
const common = new Set(
  'news radio tv television daily weekly press agency channel media online today service times post paper newspaper website sunday'.split(
    ' ',
  ),
)

const initials = (words: readonly string[]): string => words.map(word => word[0]).join('')

/** Whether a short name stands for an outlet: "the Chronicle" for "National Chronicle", "Skerry" for "Skerry News Service", "BBC". */
const isShortFor = (short: string, long: string): boolean => {
  if (short === long) return true
  const [a, b] = [short.split(' '), long.split(' ')]
  if (short.replaceAll(' ', '') === long.replaceAll(' ', '')) return true
  if (a.length > b.length || (a.every(word => common.has(word)) && a.length < 2)) return false
  if (a.length === 1 && b.length > 1 && a[0].length > 1 && a[0] === initials(b)) return true
  return a.every(word => b.includes(word)) && (a[0] === b[0] || a.at(-1) === b.at(-1))
}

/** Where a text credits another in short: "(Norrin Press)" or "Source: Norrin Press" at its end, "From Norrin Press" on top, "CRAY, June 4 (Norrin) - ". */
const readCredits = (text: string): readonly string[] => {
  const lines = text
    .trim()
    .split('\n')
    .filter(line => line.trim() !== '')
  const last = lines.at(-1) ?? ''
  const found = [
    /^(?:From|By)\s+(\p{Lu}[^.,!?]{2,40})$/u.exec(lines[0] ?? '')?.[1],
    /^[^()\n]{0,60}\((\p{Lu}[^()]{1,40})\)\s*[-–—]/u.exec(lines[0] ?? '')?.[1],
    /\((\p{Lu}[^()]{1,40})\)[.\s]*$/u.exec(last)?.[1],
    /^(?:Source|Via|With|From):?\s+(\p{Lu}[^.!?]{1,40})\.?$/u.exec(last)?.[1],
    lines.length > 1 && /^(?:\p{Lu}[\p{L}.'’&-]*\s*){1,5}$/u.test(last) ? last : undefined,
  ]
  return found.filter(name => name !== undefined).map(name => name.trim())
}

const credited = new WeakMap<TracedDocument, readonly string[]>()

/** `readCredits`, once for each page: it carries many claims. */
const creditsOf = ({ trace }: Publication): readonly string[] => {
  const known = credited.get(trace) ?? readCredits(trace.document.text)
  credited.set(trace, known)
  return known
}

/** Who published what, in one claim. */
export interface Outlets {
  /** The outlet's key where the hop is one; null for people, bodies and documents. */
  readonly find: (hop: Hop, own: string | null) => string | null
  /** The key of a publication's outlet; its id where no publisher is known. */
  readonly publisherOf: (publication: Publication) => string
  /** Where the page says that it has its text from, if it says so. */
  readonly originalOf: (publication: Publication) => string | null
}

/** Knows the outlets of these publications by the names that others call them. */
export const openOutlets = (publications: readonly Publication[], directory: Directory): Outlets => {
  const publisherOf = ({ publisher, id }: Publication): string => (publisher === null ? id : directory.keyOf(publisher))
  const published = [...new Set(publications.map(publisherOf))]
  const keyOf = (name: string): string =>
    directory.keyOf(name.replace(/^(?:[Tt]he )?(?:news )?(?:agency|newspaper|daily|weekly|broadcaster|magazine|website)\s+(?=\p{Lu})/u, ''))
  const match = (name: string, own: string | null): string | null => {
    const key = keyOf(name)
    if (key === '') return null
    if (own !== null && isShortFor(key, own)) return own
    if (published.includes(key)) return key
    const fitting = published.filter(other => isShortFor(key, other) || (isShortFor(other, key) && other.includes(' ')))
    return fitting.length === 1 ? fitting[0] : null
  }
  const isOwn = (name: string): boolean =>
    /^(?:this|our|the) (?:news)?(?:paper|newspaper|magazine|station|site|website|programme)$/i.test(name) || /^(?:us|we)$/i.test(name)
  return {
    publisherOf,
    find: (hop, own) => {
      if (own !== null && isOwn(hop.name)) return own
      if (hop.identity !== 'named') return null
      const found = match(hop.name, own)
      if (found !== null) return found
      if (hop.kind !== 'outlet' && !directory.has(hop.name)) return null
      const key = keyOf(hop.name)
      return outletNouns.has(key) ? null : key
    },
    originalOf: publication => {
      const { original, authors } = publication.trace.document.provenance
      const own = publisherOf(publication)
      const names = [original?.publisher ?? null, ...authors, ...creditsOf(publication)].filter(name => name !== null)
      for (const name of names) {
        const key =
          match(name, null) ??
          (name === original?.publisher || directory.has(name) || /\b(?:agency|news service|press|newswire|wire)$/i.test(name)
            ? directory.keyOf(name)
            : null)
        if (key !== null && key !== own && !isShortFor(key, own) && !/\b(?:staff|desk|reporters?)$/i.test(name)) return key
      }
      return null
    },
  }
}

const owning = new WeakMap<Directory, WeakMap<TracedDocument, ReadonlySet<string>>>()

/** The owners that a publication itself tells of: its rights holder, "part of Riverine Newspapers". */
export const findOwners = (publication: Publication, directory: Directory): ReadonlySet<string> => {
  const known = owning.get(directory) ?? new WeakMap<TracedDocument, ReadonlySet<string>>()
  owning.set(directory, known)
  const found = known.get(publication.trace) ?? readOwners(publication, directory)
  known.set(publication.trace, found)
  return found
}

const readOwners = (publication: Publication, directory: Directory): ReadonlySet<string> => {
  const { document } = publication.trace
  const found = new Set<string>()
  const add = (name: string | null | undefined): void => {
    const key = writeKey(name ?? '')
    if (key !== '') found.add(key)
  }
  add(publication.publisher === null ? null : directory.ownerOf(publication.publisher))
  const holder = document.provenance.rights?.holder
  if (
    holder !== null &&
    holder !== undefined &&
    (publication.publisher === null || directory.keyOf(holder) !== directory.keyOf(publication.publisher))
  )
    add(holder)
  const edges = `${document.text.slice(0, 300)}\n${document.text.slice(-600)}`
  const told =
    /(?:part of|owned by|belongs? to|published by|a (?:title|member|subsidiary|paper|brand) of|©\s*(?:\d{4}\s*)?)\s*(?:the )?(\p{Lu}[\p{L}&'’-]*(?:\s+(?:and |& )?\p{Lu}[\p{L}&'’-]*)*)/gu
  for (const match of edges.matchAll(told)) {
    const key = writeKey(match[1])
    if (publication.publisher === null || key !== directory.keyOf(publication.publisher)) add(match[1])
  }
  return found
}
