import { creditingWords } from '../lexicon/en/crediting-words.ts'
import { outletNameEnds } from '../lexicon/en/outlet-words.ts'
import type { Publication } from '../model/publication.ts'
import type { Span } from '../model/span.ts'
import { findLinks, NAME } from './credits.ts'
import type { Outlets } from './outlet.ts'

/** Words with which a page names another outlet in its text, and whether they stand among the words that the two share. */
export interface Citation {
  readonly span: Span
  readonly shared: boolean
  readonly via: 'words' | 'link' | 'told'
}

/** A citation farther from what is shared than this many characters speaks of something else. */
const NEAR = 500

const distance = (one: Span, other: Span): number => Math.max(0, other.start - one.end, one.start - other.end)

const isPublisherRole = (role: string): boolean => role === 'publisher' || role === 'original-publisher'

const CREDITING = new RegExp(`(?:^|[^\\p{L}])(?:${creditingWords.join('|')})(?![\\p{L}])`, 'iu')
/** So many characters before and after a name are read for a word of crediting. */
const BESIDE = 60

const escapeWords = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

// The lorries will go on rolling all summer, the Onderby Courier reports.
const findNames = (text: string, name: string, ownName: string | null): Span[] => {
  const bare = name.replace(/^the\s+/i, '')
  if (bare.length < 3 || !/^[\p{Lu}\d]/u.test(bare)) return []
  const last = bare.split(/\s+/).at(-1)!
  if (!text.includes(last)) return []
  const short =
    last !== bare && outletNameEnds.has(last.toLowerCase()) && !ownName?.endsWith(last) ? `|(?:[Tt]he ${escapeWords(last)})` : '' // The Courier was first with the news.
  return [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${escapeWords(bare)}${short})(?![\\p{L}\\p{N}]|\\s\\p{Lu})`, 'gu'))]
    .map(match => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => {
      const before = text.slice(Math.max(0, start - BESIDE), start).replace(/^.*[.!?\n](?=\s)/s, '')
      const after = text.slice(end, end + BESIDE).replace(/[.!?\n](?=\s|$).*$/s, '')
      return CREDITING.test(before) || CREDITING.test(after)
    })
}

/** Strips what addresses of one page differ by. */
const plainUrl = (url: string): string =>
  url
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')

// according to the Onderby Courier | first reported by the Courier | The Onderby Courier reports
const CITED = new RegExp(
  `(?:[Aa]ccording to|(?:reported|revealed|published|disclosed) (?:by|in)) (${NAME})|(?<![\\p{L}\\p{N}])(${NAME}) (?:first )?(?:reports|reported|writes|wrote|revealed|has (?:learned|learnt|reported))(?![\\p{L}])`,
  'gu',
)

interface Named {
  readonly name: string
  readonly span: Span
}

const named = new WeakMap<Publication['trace'], readonly Named[]>()

/** Outlets that a text cites by its words; a publication is asked for each that it shares text with. */
const findCited = ({ trace }: Publication): readonly Named[] => {
  const known =
    named.get(trace) ??
    [...trace.document.text.matchAll(CITED)].map(match => ({
      name: match[1] ?? match[2],
      span: { start: match.index, end: match.index + match[0].length },
    }))
  named.set(trace, known)
  return known
}

const isAmong = (span: Span, passages: readonly Span[]): boolean =>
  passages.some(passage => passage.start <= span.start && span.end <= passage.end)

/** Outlets that a page cites in words of its own beside what it shares with another; `passages` are its side of that. */
export const findCitedOutlets = (publication: Publication, passages: readonly Span[], outlets: Outlets): Named[] => {
  const { trace, publisher } = publication
  const isOther = (name: string): boolean => outlets.isOutlet(name) && !(publisher !== null && outlets.isSame(name, publisher))
  const hops = trace.chains.flatMap(chain => chain.hops)
  return [
    ...hops.flatMap(({ role, name, mention }) => (role === 'outlet' && mention !== null ? [{ name, span: mention }] : [])),
    ...findCited(publication),
  ].filter(({ name, span }) => isOther(name) && !isAmong(span, passages) && passages.some(passage => distance(span, passage) <= NEAR))
}

/** Where `citing` names the outlet of `cited` at the passages, by the chains of its trace and its links. `passages` are its own side of what they share. */
export const findCitations = (citing: Publication, cited: Publication, passages: readonly Span[], outlets: Outlets): Citation[] => {
  const { publisher, url } = cited
  const { trace } = citing
  const found: Citation[] = []
  const note = (span: Span, via: Citation['via']): void => {
    found.push({ span, via, shared: isAmong(span, passages) })
  }
  const isNear = (span: Span): boolean => passages.some(passage => distance(span, passage) <= NEAR)
  for (const link of findLinks(trace.document.text)) {
    if (url !== null && plainUrl(link.url) === plainUrl(url)) note(link.span, 'link')
    else if (publisher !== null && isNear(link.span) && outlets.isSame(link.url, publisher)) note(link.span, 'link')
  }
  if (publisher === null) return found
  for (const span of findNames(trace.document.text, publisher, citing.publisher)) if (isNear(span)) note(span, 'words')
  const contents = new Map(trace.attributions.map(({ id, content }) => [id, content]))
  for (const { attribution, hops } of trace.chains)
    for (const { role, kind, name, via, mention } of hops) {
      if (mention === null || isPublisherRole(role) || (role !== 'outlet' && kind !== 'outlet') || !outlets.isSame(name, publisher))
        continue
      const about = [mention, ...(contents.get(attribution) ?? [])]
      if (about.some(isNear)) note(mention, /\b(?:told|learned|interview)/.test(via) ? 'told' : 'words')
    }
  return found
}
