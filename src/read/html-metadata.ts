import type { Evidence, Original } from '../model/document.ts'
import { chooseAuthors } from './html-authors.ts'
import { chooseDates } from './html-dates.ts'
import type { Fields } from './html-fields.ts'
import { agencyOf, isPersonShape, isSameOutlet } from './names.ts'
import type { Declared } from './provenance.ts'

const SITE_NAMES = [
  'og:site_name',
  'dc.publisher',
  'dcterms.publisher',
  'article:publisher_name',
  'citation_publisher',
  'publisher',
  'application-name',
  'apple-mobile-web-app-title',
  'cre',
  'copyright-holder',
]
const SECTION_NAMES = ['article:section', 'parsely-section', 'section', 'cxenseparse:category']
const KEYWORD_NAMES = ['article:tag', 'parsely-tags', 'news_keywords', 'keywords', 'sailthru.tags']
const SOURCE_NAMES = ['syndication-source', 'original-source', 'dc.source', 'dcterms.source', 'article:source', 'og:article:source']
const ANYBODY = /\b(?:agenc(?:y|ies)|wires?|staff|web ?desk|news desk|bureau)\b/i
/** An agency by its initials is a credit, not who wrote: "ANI |", "PTI". */
const INITIALS = /^\p{Lu}{2,5}$/u

const isUrl = (words: string) => /^(?:https?:)?\/\/|^www\./i.test(words)
const hostOf = (address: string | null): string | null =>
  /^https?:\/\/(?:www\.|amp\.|m\.)?([\w.-]+)/i.exec(address ?? '')?.[1].toLowerCase() ?? null

/** Whether two hosts are one site's: the same but for subdomains. */
const isSameSite = (a: string, b: string): boolean => a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`)

interface Chosen {
  readonly value: string | null
  readonly evidence: readonly Evidence[]
}

const choosePublisher = ({ linked, metas, properties }: Fields): Chosen => {
  const candidates = [{ value: linked?.publisher ?? null, from: 'json-ld' }]
  for (const name of SITE_NAMES)
    candidates.push({ value: metas.get(name)?.find(value => !isUrl(value) && value.length < 80) ?? null, from: `meta ${name}` })
  candidates.push({
    value: properties.get('publisher')?.find(value => value !== '' && !isUrl(value) && value.length < 60) ?? null,
    from: 'microdata',
  })
  const named = candidates.flatMap(({ value, from }) => (value ? [{ value, from }] : []))
  if (named.length === 0) return { value: null, evidence: [] }
  const [first, ...others] = named
  const evidence: Evidence[] = [{ field: 'publisher', span: null, from: first.from }]
  const seen = [first.value]
  for (const { value, from } of others) {
    if (seen.some(known => isSameOutlet(known, value)) || seen.length > 3) continue
    seen.push(value)
    evidence.push({ field: 'publisher', span: null, from: `${from}, lost: ${value}` })
  }
  return { value: first.value, evidence }
}

/** Where the metadata says that the page has its text from; `own` are the hosts that are the page's own. */
const findOriginals = (
  { linked, metas, links }: Fields,
  publisher: string | null,
  own: readonly string[],
): { original: Original; from: string }[] => {
  const found: { original: Original; from: string }[] = []
  const add = (name: string | null, url: string | null, from: string) => {
    const host = hostOf(url)
    if (host && own.some(one => isSameSite(one, host))) return
    const publisherName = name ?? host
    if (!publisherName || (publisher && isSameOutlet(publisherName, publisher))) return
    found.push({ original: { publisher: publisherName, publishedAt: null, url, earlier: null }, from })
  }
  for (const name of SOURCE_NAMES)
    for (const value of metas.get(name)?.slice(0, 2) ?? [])
      add(isUrl(value) ? null : value.slice(0, 80), isUrl(value) ? value : null, `meta ${name}`)
  for (const name of ['syndication-source', 'original-source']) if (links.has(name)) add(null, links.get(name)!, `link ${name}`)
  if (linked?.basedOn) add(linked.basedOn.publisher, linked.basedOn.url, 'json-ld isBasedOn')
  if (linked?.source) add(linked.source, null, 'json-ld sourceOrganization')
  const canonical = links.get('canonical') ?? null
  if (canonical && own.length > 0) add(null, canonical, 'canonical link')
  return found
}

/** Whether a byline shown names an agency beside the page's own writer, who had its report and wrote another: "By Jane Roe and The Associated Press". */
const isShared = (agency: string, shown: readonly string[]): boolean =>
  shown.some(words => {
    const [before, after] = words.split(/ (?:and|with|&) (?:the )?/i)
    return after !== undefined && isSameOutlet(after.trim(), agency) && isPersonShape(before.replace(/^By:? /i, '').trim())
  })

/** What a page's head and markup say of it. `lines` are those shown under its headline, `address` where it was read from. */
export const readMetadata = (fields: Fields, lines: readonly string[], address: string | null): Declared => {
  const { linked, metas, links } = fields
  const canonical = links.get('canonical') ?? metas.get('og:url')?.[0] ?? null
  const publisher = choosePublisher(fields)
  const sites = [publisher.value, ...(metas.get('og:site_name') ?? [])].filter(name => name !== null)
  const { authors, evidence: authorEvidence } = chooseAuthors(fields, lines, sites)
  const dates = chooseDates(fields, lines, address ?? canonical)
  const own = [hostOf(address), hostOf(metas.get('og:url')?.[0] ?? null)].filter(host => host !== null)
  const originals = findOriginals(fields, publisher.value, own)
  const agency = authors.find(name => agencyOf(name) !== null && !(publisher.value && isSameOutlet(name, publisher.value)))
  const shared = agency !== undefined && isShared(agency, [...lines, ...fields.bylines.map(({ words }) => words)])
  if (agency && !shared) originals.push({ original: { publisher: agency, publishedAt: null, url: null, earlier: null }, from: 'byline' })
  const people = authors.filter(
    name => agencyOf(name) === null && !(ANYBODY.test(name) && authors.length > 1) && !/\b(?:for|of) [\w.]+\.(?:com|org|net)$/i.test(name),
  )
  const sections = [...(linked?.section ?? []), ...SECTION_NAMES.flatMap(name => metas.get(name) ?? [])].filter(
    words => words && !isUrl(words),
  )
  const keywords = [
    ...(linked?.keywords ?? []),
    ...KEYWORD_NAMES.flatMap(name => metas.get(name) ?? []).flatMap(value => value.split(/\s*[,;]\s*/)),
  ].filter(words => words && words.length < 60)
  return {
    url: canonical && /^https?:/i.test(canonical) ? canonical : null,
    publisher: publisher.value,
    publishedAt: dates.publishedAt,
    updatedAt: dates.updatedAt,
    authors: people.length > 0 ? people : authors.filter(name => !INITIALS.test(name)),
    tags: [
      ...[...new Set(sections)].map(value => ({ kind: 'section', value })),
      ...[...new Set(keywords)].slice(0, 60).map(value => ({ kind: 'keyword', value })),
    ],
    original: originals[0]?.original ?? null,
    rightsHolder: linked?.holder ?? metas.get('dcterms.rightsholder')?.[0] ?? null,
    evidence: [
      ...publisher.evidence,
      ...dates.evidence,
      ...authorEvidence,
      ...originals.map(({ original, from }, index) => ({
        field: 'original',
        span: null,
        from: index === 0 ? from : `${from}: ${original.publisher}`,
      })),
      ...(shared ? [{ field: 'original', span: null, from: `shared byline, lost: ${agency}` }] : []),
    ],
  }
}

/** The language that a page declares itself to be in. */
export const readLanguage = ({ language, linked, metas }: Fields): string | null =>
  language || linked?.language || metas.get('content-language')?.[0] || metas.get('og:locale')?.[0] || null
