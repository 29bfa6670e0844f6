import type { Evidence } from '../model/document.ts'
import { readByline, readNames } from './byline.ts'
import { findDate } from './dates.ts'
import type { BylineMark, Fields } from './html-fields.ts'
import { agencyOf, isGivenName, isOutletName, isPersonShape, isRole, isSameOutlet } from './names.ts'

const AUTHOR_METAS = [
  'author',
  'parsely-author',
  'sailthru.author',
  'article:author',
  'article:author_name',
  'og:article:author',
  'dc.creator',
  'dcterms.creator',
  'byl',
  'cxenseparse:author',
  'article.author',
  'rbauthors',
  'citation_author',
  'twitter:data1',
]
const NOBODY =
  /^(?:(?:the )?(?:admin(?:istrator)?|(?:web|news|online|digital|copy|sports?|national|city|metro|editorial)? ?(?:desk|editors?|staff|team|newsroom|writers?|reporters?|correspondents?)|staff (?:writers?|reporters?|reports?)|special to|guest(?: (?:author|writer|post|contributor))?|contributors?|contributing (?:writer|author)|webmaster|user|unknown|none|null|undefined|anonymous|wordpress|root|author|press release|redaktion|see more|more|follow|about|home|n\/a|various|our correspondent|by))$/i
const LEAD =
  /^(?:[^|]{0,30}\|\s*)?(?:(?:written|story|posted|published|reported|reporting|words|text|article|analysis|opinion|column|review|reviewed|produced|created|submitted|by)(?: and (?:\w+ed|photos|photographs|illustrations))?\s+by|by|authors?|byline|words|writer|from|view all posts by|posts? by|articles? by|more (?:articles |stories )?by)\s*[:|]?\s+/i
/** Where the names of a byline end: "Jane Roe Published: 3 March", "Jane Roe | Editor | Updated". */
const AFTER =
  /\s*[|,·•—–-]?\s*\b(?:published|updated|posted|last (?:updated|modified)|edited by|photos? by|photograph(?:s|y|ed) by|illustrations? by|follow|contact|e-?mail|read more|see (?:more|full)|view (?:all|profile|bio)|for (?:the )?(?:mailonline|dailymail)|special to|about the author|\d+ (?:min|hours?|days?|comments?)|(?:mon|tues|wednes|thurs|fri|satur|sun)day,|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b|\d{1,2}[/. ]\d{1,2}[/. ]\d{2,4}|@\w).*$/i
const TOLD = /\b(?:as told to|with|additional reporting by)\b/i

const collapse = (words: string) => words.replace(/[\s\u00a0]+/g, ' ').trim()
const isUrl = (words: string) => /^(?:https?:)?\/\/|^www\.|\.(?:com|org|net)\/|^facebook\.com/i.test(words)
const key = (name: string) =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
const unshout = (name: string): string =>
  /^\P{Ll}+$/u.test(name) && name.includes(' ') && isPersonShape(name) && name.length > 6
    ? name.toLowerCase().replace(/(?<=^|[\s'’.-])\p{L}/gu, letter => letter.toUpperCase())
    : name

/** The people or bodies that words name as authors; none where they name the site itself, by one of the names in `sites`, a role alone or nobody. "By Jane Roe | Editor | Updated" → Jane Roe. */
export const readAuthors = (value: string, sites: readonly string[]): string[] => {
  let words = collapse(value)
  if (!words || isUrl(words) || words.length > 240) return []
  words = words.replace(LEAD, '').replace(AFTER, '')
  words = collapse(words.replace(/^[\s|,;:•·–—-]+|[\s|,;:•·–—-]+$/g, ''))
  if (!words || isUrl(words) || /^@|^\d|^[\w.+-]+@\w/.test(words) || NOBODY.test(words)) return []
  const isSite = (name: string) => sites.some(site => isSameOutlet(name, site))
  if (isSite(words)) return []
  const told = words.split(TOLD)[0].trim()
  const parts = told
    .split(/\s*\|\s*/)
    .filter(part => part !== '' && !NOBODY.test(part) && !isSite(part) && !(isRole(part) && !isPersonShape(part)))
  const names = parts.flatMap(part => {
    const { authors } = readNames(part)
    if (authors.length > 0) return authors
    return part.split(' ').length <= 4 && /^\p{Lu}/u.test(part) && !/[.!?:]$/.test(part) ? [part] : []
  })
  const kept = names
    .map(name => unshout(name.replace(/^(?:by|dr\.?|mr\.?|mrs\.?|ms\.?|prof\.?) (?=\p{Lu}\S+ \p{Lu})/iu, '').trim()))
    .filter(name => name.length > 1 && !isSite(name) && !NOBODY.test(name) && !/^(?:and|the|by|with)$/i.test(name))
  const people = kept.filter(name => !isBody(name))
  return [...new Map((people.length > 0 ? people : kept).map(name => [key(name), name])).values()]
}

interface Candidate {
  readonly names: readonly string[]
  readonly from: string
  /** Words that a reader of the page sees. */
  readonly seen: boolean
}

const ROLE =
  /\b(?:columnist|correspondent|reporter|editor|writer|contributor|analyst|producer|critic|photographer|journalist|staff|team|fellow|professor)s?\b/i

const isBody = (name: string): boolean => !isPersonShape(name) || isOutletName(name) || agencyOf(name) !== null || ROLE.test(name)

/** The first byline on a page, with those that follow in elements of the same names. */
const firstMarks = (marks: readonly BylineMark[], sites: readonly string[]): string[] => {
  const first = marks.findIndex(mark => readAuthors(mark.words, sites).length > 0)
  if (first < 0) return []
  const names: string[] = []
  for (const mark of marks.slice(first, first + 8)) {
    if (mark.names !== marks[first].names) break
    names.push(...readAuthors(mark.words, sites))
  }
  // Jane Roe | Harbour Gazette, each in an element of its own
  const people = names.filter(name => !isOutletName(name) || agencyOf(name) !== null)
  return [...new Map((people.length > 0 ? people : names).map(name => [key(name), name])).values()]
}

// By Jane Roe; ByJane Roe; Dec 19, 2023 by Jane Roe; Jane Roe (above a date)
const readLine = (line: string, next: string, sites: readonly string[]): string[] => {
  if (line.length > 160) return []
  const date = findDate(line)
  const words = (date && date.start < 4 ? line.slice(date.end).replace(/^[\s|,•·–—-]+/, '') : line).replace(/^By(?=\p{Lu}\p{Ll})/u, 'By ')
  if (readByline(words)) return readAuthors(words, sites)
  const alone = isPersonShape(line) && !isBody(line) && line.split(' ').length <= 4 && next.length < 60 && findDate(next)?.start === 0
  return alone ? [line] : []
}

/** Chooses a page's authors among what its metadata, its markup and the lines under its headline say; what lost is in the evidence. */
export const chooseAuthors = (
  fields: Fields,
  lines: readonly string[],
  sites: readonly string[],
): { authors: readonly string[]; evidence: readonly Evidence[] } => {
  const { linked, metas, bylines, properties } = fields
  const candidates: Candidate[] = []
  const add = (names: readonly string[], from: string, seen: boolean) => {
    if (names.length > 0) candidates.push({ names, from, seen })
  }
  const unique = (names: readonly string[]) => [...new Map(names.map(name => [key(name), name])).values()]
  add(unique((linked?.authors ?? []).flatMap(name => readAuthors(name, sites))), 'json-ld', false)
  const line = lines.map((words, index) => readLine(words, lines[index + 1] ?? '', sites)).find(names => names.length > 0)
  add(line ?? [], 'byline under the headline', true)
  add(
    firstMarks(
      bylines.filter(mark => mark.sure),
      sites,
    ),
    'author markup',
    true,
  )
  add(
    firstMarks(
      bylines.filter(mark => !mark.sure),
      sites,
    ),
    'byline element',
    true,
  )
  add(unique((properties.get('author') ?? []).slice(0, 6).flatMap(value => readAuthors(value, sites))), 'microdata', false)
  for (const name of AUTHOR_METAS) {
    if (name === 'twitter:data1' && !/written by|author/i.test(metas.get('twitter:label1')?.[0] ?? '')) continue
    add(unique((metas.get(name) ?? []).flatMap(value => readAuthors(value, sites))), `meta ${name}`, false)
  }
  if (candidates.length === 0) return { authors: [], evidence: [] }
  const shown = key([...lines, ...bylines.map(({ words }) => words)].join(' '))
  const isShown = (name: string) => shown.includes(key(name))
  const withPeople = candidates.filter(({ names }) => !names.every(isBody))
  let chosen = withPeople[0] ?? candidates.find(({ seen }) => seen) ?? candidates[0]
  // What only the metadata names loses to what a reader sees, and a body that nobody sees is nobody: "Gazette Media Group".
  const real = chosen.names.some(name => !isBody(name) && isGivenName(name))
  if (!chosen.seen && !chosen.names.some(isShown))
    chosen = candidates.find(({ seen, names }) => seen && !(real && names.every(isBody))) ?? chosen
  const bodies = new Set((linked?.bodies ?? []).map(key))
  if (chosen.names.every(name => (isBody(name) || bodies.has(key(name))) && agencyOf(name) === null && !isShown(name)))
    return { authors: [], evidence: [{ field: 'authors', span: null, from: `${chosen.from}, lost: ${chosen.names.join(', ')}` }] }
  const keys = chosen.names.map(key)
  const wider = candidates.find(
    ({ names, seen }) =>
      seen &&
      names.length > keys.length &&
      names.length <= 6 &&
      !names.some(isBody) &&
      keys.every(one => names.some(name => key(name) === one)),
  )
  chosen = wider ?? chosen
  const told = (names: readonly string[]) => names.map(key).sort().join()
  const evidence: Evidence[] = [{ field: 'authors', span: null, from: chosen.from }]
  for (const other of candidates)
    if (other !== chosen && told(other.names) !== told(chosen.names))
      evidence.push({ field: 'authors', span: null, from: `${other.from}, lost: ${other.names.join(', ')}` })
  return { authors: chosen.names.slice(0, 20), evidence: evidence.slice(0, 8) }
}
