import type { Evidence } from '../model/document.ts'
import { readNames } from './byline.ts'
import { findDate } from './dates.ts'
import { gatherFields } from './html-fields.ts'
import type { Tree } from './html-tree.ts'
import { agencyOf, isRole, isSameOutlet } from './names.ts'
import type { Declared } from './provenance.ts'

const DATE_NAMES = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'datepublished',
  'date_published',
  'parsely-pub-date',
  'sailthru.date',
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
]
const UPDATE_NAMES = [
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
const AUTHOR_NAMES = [
  'author',
  'article:author',
  'og:article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'byl',
  'article:author_name',
  'cxenseparse:author',
  'article.author',
  'rbauthors',
  'twitter:data1',
]
const SITE_NAMES = [
  'og:site_name',
  'dc.publisher',
  'dcterms.publisher',
  'article:publisher_name',
  'publisher',
  'application-name',
  'apple-mobile-web-app-title',
  'cre',
  'copyright-holder',
]
const TITLE_NAMES = ['og:title', 'twitter:title', 'dc.title', 'parsely-title', 'sailthru.title', 'title']
const SECTION_NAMES = ['article:section', 'parsely-section', 'section', 'cxenseparse:category']
const KEYWORD_NAMES = ['article:tag', 'parsely-tags', 'news_keywords', 'keywords', 'sailthru.tags']

const collapse = (words: string | null | undefined): string => (words ?? '').replace(/[\s\u00a0]+/g, ' ').trim()
const isUrl = (words: string) => /^(?:https?:)?\/\/|^www\./i.test(words)
const letters = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** A date of a page's metadata as ISO 8601; null where it is none. */
export const normaliseDate = (value: string | null | undefined): string | null => {
  const found = value ? findDate(collapse(value).slice(0, 80)) : null
  return found && found.start <= 8 ? found.value : null
}

const authorNames = (value: string, publisher: string | null): string[] => {
  const words = collapse(value).replace(/^(?:by|written by|story by|author|posted by):?\s+/i, '')
  if (!words || isUrl(words) || words.length > 200 || /@|^\d/.test(words)) return []
  if ((publisher && isSameOutlet(words, publisher)) || isRole(words) || /\b(?:company|team|staff|desk|office)$/i.test(words)) return []
  if (
    /^(?:admin|administrator|editor|editors|staff|newsroom|webmaster|guest|user|unknown|none|null|undefined|anonymous|wordpress|root)$/i.test(
      words,
    )
  )
    return []
  const { authors } = readNames(words)
  return authors.length > 0
    ? authors.filter(name => !(publisher && isSameOutlet(name, publisher)))
    : words.split(' ').length <= 4 && /^\p{Lu}/u.test(words)
      ? [words]
      : []
}

/** A page's title without its site's name: "Ferry sold | Harbour Gazette" → "Ferry sold". */
const cutSite = (title: string, publisher: string | null): string => {
  const parts = title.split(/\s+(?:[|»•·—–-]|::)\s+/)
  if (parts.length < 2) return title
  const last = parts[parts.length - 1]
  const site = publisher !== null && (isSameOutlet(last, publisher) || letters(publisher).includes(letters(last)))
  if (site || (/[|»]/.test(title.slice(-last.length - 3, -last.length)) && last.split(' ').length <= 5))
    return title.slice(0, title.lastIndexOf(last)).replace(/\s*(?:[|»•·—–-]|::)\s*$/, '')
  return title
}

/** Reads what a page's head and markup declare: JSON-LD first, then meta tags, microdata, links and time elements. */
export const readMetadata = (tree: Tree): { declared: Declared; headline: string | null; language: string | null } => {
  const { metas, linked, properties, links, times, bylines, headings, pageTitle, language } = gatherFields(tree)
  const evidence: Evidence[] = []
  const note = (field: string, from: string) => evidence.push({ field, span: null, from })
  const metaOf = (field: string, names: readonly string[], fits: (value: string) => boolean = () => true): string | null => {
    for (const name of names) {
      const value = metas.get(name)?.find(fits)
      if (value === undefined) continue
      note(field, `meta ${name}`)
      return value
    }
    return null
  }
  const property = (name: string) => properties.get(name.toLowerCase())?.[0] ?? ''

  if (linked?.publisher) note('publisher', 'json-ld')
  const publisher = linked?.publisher ?? metaOf('publisher', SITE_NAMES, value => !isUrl(value) && value.length < 80)

  const linkedDate = normaliseDate(linked?.publishedAt)
  if (linkedDate) note('publishedAt', 'json-ld')
  const metaDate = linkedDate ? null : normaliseDate(metaOf('publishedAt', DATE_NAMES, value => normaliseDate(value) !== null))
  const marked = linkedDate ?? metaDate ?? normaliseDate(property('datePublished'))
  const time = marked ? null : (times.find(mark => mark.inArticle) ?? times[0])
  const publishedAt = marked ?? normaliseDate(time?.value)
  if (time && publishedAt) note('publishedAt', 'time element')
  const updatedAt =
    normaliseDate(linked?.updatedAt) ??
    normaliseDate(metaOf('updatedAt', UPDATE_NAMES, value => normaliseDate(value) !== null)) ??
    normaliseDate(property('dateModified'))

  let authors = (linked?.authors ?? []).flatMap(name => authorNames(name, publisher))
  if (authors.length > 0) note('authors', 'json-ld')
  for (const name of AUTHOR_NAMES) {
    if (authors.length > 0) break
    if (name === 'twitter:data1' && !/written by|author/i.test(metas.get('twitter:label1')?.[0] ?? '')) continue
    authors = (metas.get(name) ?? []).flatMap(value => authorNames(value, publisher))
    if (authors.length > 0) note('authors', `meta ${name}`)
  }
  if (authors.length === 0) {
    for (const mark of bylines) {
      if (authors.length > 0 || mark.words.length > 90) break
      authors = authorNames(mark.words, publisher)
      if (authors.length > 0) note('authors', mark.from)
    }
  }

  const named = metaOf('title', TITLE_NAMES)
  const declaredTitles = [linked?.headline ?? '', named ?? '', pageTitle].filter(Boolean)
  const heading =
    headings.find(
      words =>
        words.length > 8 &&
        declaredTitles.some(title => letters(title).includes(letters(words)) || letters(words).includes(letters(title))),
    ) ?? (declaredTitles.length === 0 && headings.length === 1 && headings[0].split(' ').length > 2 ? headings[0] : null)
  const title =
    heading ?? linked?.headline ?? (named ? cutSite(named, publisher) : null) ?? (pageTitle ? cutSite(pageTitle, publisher) : null)

  const sections = [...(linked?.section ?? []), ...SECTION_NAMES.flatMap(name => metas.get(name) ?? [])].filter(
    words => words && !isUrl(words),
  )
  const keywords = [
    ...(linked?.keywords ?? []),
    ...KEYWORD_NAMES.flatMap(name => metas.get(name) ?? []).flatMap(value => value.split(/\s*[,;]\s*/)),
  ].filter(words => words && words.length < 60)
  const canonical = links.get('canonical') ?? metas.get('og:url')?.[0] ?? null
  const source = metaOf('original', ['original-source', 'syndication-source'])
  const original = linked?.basedOn ?? (source ? { publisher: isUrl(source) ? null : source, url: isUrl(source) ? source : null } : null)
  const people = authors.filter(name => agencyOf(name) === null && !/\b(?:for|of) [\w.]+\.(?:com|org|net)$/i.test(name))
  const credit = authors.find(name => agencyOf(name) !== null && !(publisher && isSameOutlet(name, publisher)))
  return {
    declared: {
      url: canonical && /^https?:/i.test(canonical) ? canonical : null,
      publisher,
      publishedAt,
      updatedAt,
      title,
      authors: [...new Set(people.length > 0 ? people : authors)].slice(0, 20),
      tags: [
        ...[...new Set(sections)].map(value => ({ kind: 'section', value })),
        ...[...new Set(keywords)].slice(0, 60).map(value => ({ kind: 'keyword', value })),
      ],
      original: original
        ? { ...original, publishedAt: null, earlier: null }
        : credit
          ? { publisher: credit, publishedAt: null, url: null, earlier: null }
          : null,
      rightsHolder: linked?.holder ?? metas.get('dcterms.rightsholder')?.[0] ?? null,
      evidence,
    },
    headline: heading ?? title,
    language: language || linked?.language || metas.get('content-language')?.[0] || metas.get('og:locale')?.[0] || null,
  }
}
