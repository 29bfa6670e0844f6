import type { Evidence } from '../model/document.ts'
import { findDate } from './dates.ts'
import type { Fields } from './html-fields.ts'

const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'datepublished',
  'date_published',
  'parsely-pub-date',
  'sailthru.date',
  'pub_date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'published_at',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'dc.date',
  'dcterms.date',
  'citation_publication_date',
  'citation_date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'article.published',
  'article_date_original',
  'og:published_time',
  'originalpublicationdate',
  'bt:pubdate',
  'rnews:datepublished',
  'weibo:article:create_at',
  'date',
  'created',
]
const UPDATED = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'date_modified',
  'lastmod',
  'last-modified',
  'dcterms.modified',
  'dc.date.modified',
  'article.updated',
  'updated_time',
  'modified',
]
const IN_ADDRESS = /\/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)|[/-]((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_.-]|$)/

/** A date of a page's metadata as ISO 8601; null where it is none. */
export const normaliseDate = (value: string | null | undefined): string | null => {
  const words = value ? value.replace(/\s+/g, ' ').trim().slice(0, 80) : ''
  const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d):?(\d\d).*)?$/.exec(words)
  const american = /\b(\d{1,2})\/(\d{1,2})\/((?:19|20)\d\d)\b/.exec(words)
  const found = findDate(
    compact
      ? `${compact[1]}-${compact[2]}-${compact[3]}`
      : american && !findDate(words)
        ? `${american[3]}-${american[1].padStart(2, '0')}-${american[2].padStart(2, '0')}`
        : words,
  )
  return found && found.start <= 8 && !/^\d/.test(words.slice(found.end)) ? found.value : null
}

const dateInAddress = (address: string | null): string | null => {
  const match = address ? IN_ADDRESS.exec(address) : null
  return match
    ? normaliseDate(`${match[1] ?? match[4]}-${(match[2] ?? match[5]).padStart(2, '0')}-${(match[3] ?? match[6]).padStart(2, '0')}`)
    : null
}

/** Chooses when a page was published and updated: what is made for machines first, then times shown, then the lines under the headline, its address last. */
export const chooseDates = (
  fields: Fields,
  lines: readonly string[],
  address: string | null,
): { publishedAt: string | null; updatedAt: string | null; evidence: readonly Evidence[] } => {
  const { linked, metas, properties, times } = fields
  const published: { value: string; from: string }[] = []
  const updated: { value: string; from: string }[] = []
  const add = (list: { value: string; from: string }[], value: string | null | undefined, from: string) => {
    const date = normaliseDate(value)
    if (date) list.push({ value: date, from })
  }
  add(published, linked?.publishedAt, 'json-ld')
  add(updated, linked?.updatedAt, 'json-ld')
  for (const name of PUBLISHED) add(published, metas.get(name)?.[0], `meta ${name}`)
  for (const name of UPDATED) add(updated, metas.get(name)?.[0], `meta ${name}`)
  for (const value of properties.get('datepublished') ?? []) add(published, value, 'microdata')
  for (const value of properties.get('datemodified') ?? []) add(updated, value, 'microdata')
  const within = times.filter(({ inArticle }) => inArticle)
  const isUpdate = (names: string) => /updat|modif|edited/.test(names) && !/publi|post|creat/.test(names)
  for (const { value, names } of within.length > 0 ? within : times) add(isUpdate(names) ? updated : published, value, 'time element')
  for (const line of lines) {
    const date = line.length < 160 ? findDate(line) : null
    if (date)
      (isUpdate(line.slice(0, date.start).toLowerCase()) ? updated : published).push({ value: date.value, from: 'line under the headline' })
  }
  const addressed = dateInAddress(address)
  if (addressed) published.push({ value: addressed, from: 'address' })
  const evidence: Evidence[] = []
  const choose = (field: string, list: readonly { value: string; from: string }[]): string | null => {
    if (list.length === 0) return null
    evidence.push({ field, span: null, from: list[0].from })
    const seen = new Set([list[0].value.slice(0, 10)])
    for (const { value, from } of list) {
      if (seen.has(value.slice(0, 10)) || seen.size > 3) continue
      seen.add(value.slice(0, 10))
      evidence.push({ field, span: null, from: `${from}, lost: ${value}` })
    }
    return list[0].value
  }
  const publishedAt = choose('publishedAt', published)
  return { publishedAt: publishedAt ?? updated[0]?.value ?? null, updatedAt: choose('updatedAt', updated), evidence }
}
