import type { Document } from '../model/document.ts'
import { HearsayError } from '../model/error.ts'
import { decodeBytes } from './decode.ts'
import type { ReadOptions } from './document.ts'
import { readFeedDate } from './feed-dates.ts'
import type { Declared } from './provenance.ts'
import { readText } from './text.ts'

/** An entry of a feed: what the feed says of the article, and `read` for as much of it as the feed holds. */
export interface FeedEntry {
  readonly key: string | null
  readonly url: string | null
  readonly declared: Declared
  readonly read: () => Promise<Document>
}

interface Content {
  readonly value: string
  readonly isPlain: boolean
  readonly isWhole: boolean
}

/** What the kinds of feeds have in common. */
interface Item {
  readonly key: string | null
  readonly link: string | null
  readonly title: string | null
  readonly authors: readonly string[]
  readonly publisher: string | null
  readonly publishedAt: string | null
  readonly updatedAt: string | null
  readonly language: string | null
  readonly keywords: readonly string[]
  readonly content: Content | null
}

type Feed = Awaited<ReturnType<typeof parse>>
type FeedOf<Format extends Feed['format']> = Extract<Feed, { format: Format }>['feed']
type Text = { readonly value?: string; readonly type?: string } | undefined

const mostEntries = 20_000
const shortText = 1000
const markup = /<[a-z!/][^<>]{0,2000}>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i

const parse = async (text: string, input: string) => {
  const { parseFeed } = await import('feedsmith')
  if (!text.trimStart().startsWith('{')) return parseFeed(text)
  const value = JSON.parse(text) as { readonly items?: unknown }
  if (Array.isArray(value.items) && value.items.length > mostEntries) throw tooMany(input)
  return parseFeed(value)
}

const tooMany = (input: string): HearsayError =>
  new HearsayError('input-too-large', `${JSON.stringify(input)}: a feed of more than ${mostEntries} entries; split it`)

const present = (value: string | undefined | null): string | null => {
  const words = value?.replace(/\s+/g, ' ').trim()
  return words ? words : null
}

const names = (values: readonly (string | undefined)[] | undefined): string[] =>
  (values ?? []).flatMap(value => present(value) ?? []).filter(name => !/^\S+@\S+$/.test(name))

const chooseContent = (whole: string | undefined, part: string | undefined, isPlain = false): Content | null => {
  if (whole?.trim()) return { value: whole, isPlain, isWhole: true }
  return part?.trim() ? { value: part, isPlain, isWhole: false } : null
}

const rssItems = (feed: FeedOf<'rss'>): Item[] =>
  (feed.items ?? []).map(item => ({
    key: present(item.guid?.value) ?? present(item.link),
    link: present(item.link) ?? (item.guid?.isPermaLink === false ? null : present(item.guid?.value)),
    title: present(item.title) ?? present(item.dc?.titles?.[0]),
    authors: names(item.dc?.creators ?? item.authors?.map(author => (typeof author === 'string' ? author : author.name))),
    publisher: present(item.source?.title) ?? present(item.dc?.publishers?.[0]) ?? present(feed.title),
    publishedAt: readFeedDate(item.pubDate ?? item.dc?.dates?.[0]),
    updatedAt: readFeedDate(item.atom?.updated ?? item.dcterms?.modified?.[0]),
    language: present(feed.language),
    keywords: names(item.categories?.map(category => category.name)),
    content: chooseContent(item.content?.encoded, item.description),
  }))

const rdfItems = (feed: FeedOf<'rdf'>): Item[] =>
  (feed.items ?? []).map(item => ({
    key: present(item.rdf?.about) ?? present(item.link),
    link: present(item.link),
    title: present(item.title),
    authors: names(item.dc?.creators),
    publisher: present(item.dc?.publishers?.[0]) ?? present(feed.title),
    publishedAt: readFeedDate(item.dc?.dates?.[0]),
    updatedAt: null,
    language: present(feed.dc?.languages?.[0]),
    keywords: names(item.dc?.subjects),
    content: chooseContent(item.content?.encoded, item.description),
  }))

const plainTitle = (text: Text): string | null =>
  present(text?.type === 'html' || text?.type === 'xhtml' ? decodeMarkup(text.value ?? '') : text?.value)

const decodeMarkup = (value: string): string =>
  value
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;|&apos;/g, '’')
    .replace(/&amp;/g, '&')
    .replace(/<[^<>]{0,500}>/g, '')

const atomItems = (feed: FeedOf<'atom'>): Item[] =>
  (feed.entries ?? []).map(entry => {
    const link = entry.links?.find(({ rel, type }) => (rel ?? 'alternate') === 'alternate' && /html|^$/.test(type ?? ''))
    const isPlain = (text: Text) => text?.type === undefined || text.type === 'text'
    const whole = entry.content?.value?.trim() ? entry.content : undefined
    const people = entry.authors ?? entry.source?.authors ?? feed.authors
    return {
      key: present(entry.id) ?? present(link?.href),
      link: present(link?.href),
      title: plainTitle(entry.title),
      authors: names(people?.map(author => author.name)),
      publisher: plainTitle(entry.source?.title) ?? plainTitle(feed.title),
      publishedAt: readFeedDate(entry.published ?? entry.dc?.dates?.[0]) ?? readFeedDate(entry.updated),
      updatedAt: entry.published ? readFeedDate(entry.updated) : null,
      language: present(entry.xml?.lang) ?? present(feed.xml?.lang),
      keywords: names(entry.categories?.map(category => category.label ?? category.term)),
      content: chooseContent(whole?.value, entry.summary?.value, isPlain(whole ?? entry.summary)),
    }
  })

const jsonItems = (feed: FeedOf<'json'>): Item[] =>
  (feed.items ?? []).map(item => {
    const people = item.authors ?? feed.authors
    return {
      key: present(item.id) ?? present(item.url),
      link: present(item.url) ?? present(item.external_url),
      title: present(item.title),
      authors: names(people?.map(author => author.name)),
      publisher: present(feed.title),
      publishedAt: readFeedDate(item.date_published),
      updatedAt: readFeedDate(item.date_modified),
      language: present(item.language) ?? present(feed.language),
      keywords: names(item.tags),
      content: item.content_html ? chooseContent(item.content_html, undefined) : chooseContent(item.content_text, item.summary, true),
    }
  })

const listItems = (feed: Feed): Item[] => {
  if (feed.format === 'rss') return rssItems(feed.feed)
  if (feed.format === 'atom') return atomItems(feed.feed)
  return feed.format === 'rdf' ? rdfItems(feed.feed) : jsonItems(feed.feed)
}

const homeOf = ({ format, feed }: Feed): string | null => {
  if (format === 'json') return present(feed.home_page_url)
  if (format !== 'atom') return present(feed.link)
  return present(feed.links?.find(({ rel }) => (rel ?? 'alternate') === 'alternate')?.href)
}

/** An address as a link of the feed, absolute where the feed's own address is known; null for what is no web page. */
const resolveLink = (link: string | null, base: string | null): string | null => {
  if (link === null) return null
  try {
    const { protocol, href } = new URL(link, base ?? undefined)
    return protocol === 'https:' || protocol === 'http:' ? href : null
  } catch {
    return null
  }
}

const SUMMARY = {
  code: 'summary',
  message: 'The feed gives a summary of this article; --follow reads the page that it links to.',
  span: null,
}

const readContent = async (item: Item, options: ReadOptions): Promise<Document> => {
  const { content } = item
  if (!content)
    throw new HearsayError(
      'empty-input',
      `${JSON.stringify(options.input)}: the entry ${JSON.stringify(item.title ?? item.key ?? '')} has no text; --follow reads the page that it links to`,
    )
  const notes = !content.isWhole && item.link && content.value.length < shortText ? [SUMMARY] : []
  if (content.isPlain || !markup.test(content.value)) return readText(content.value.trim(), options, notes)
  const { readHtml } = await import('./html.ts')
  return readHtml(`<html><body><article>${content.value}</article></body></html>`, options, notes)
}

const told = (item: Item): Declared['evidence'] =>
  (['title', 'publisher', 'publishedAt', 'updatedAt', 'authors'] as const)
    .filter(field => item[field] !== null && item[field].length > 0)
    .map(field => ({ field, span: null, from: 'feed' }))

const declare = (item: Item, seenAt: string | null): Declared => ({
  title: item.title,
  publisher: item.publisher,
  publishedAt: item.publishedAt,
  updatedAt: item.updatedAt,
  seenAt,
  ...(item.authors.length > 0 ? { authors: item.authors } : {}),
  tags: item.keywords.slice(0, 50).map(value => ({ kind: 'keyword', value })),
  evidence: told(item),
})

const invalid = (input: string, what: string, cause?: unknown): HearsayError =>
  new HearsayError('feed-invalid', `${JSON.stringify(input)}: ${what}`, { cause })

const countEntries = (text: string): number => {
  let count = 0
  for (const _ of text.matchAll(/<(?:item|entry)\b/gi)) if (++count > mostEntries) break
  return count
}

const checkFeed = (input: string, text: string): void => {
  const subset = /<!DOCTYPE[^[>]{0,500}\[/i.exec(text.slice(0, 10_000))
  if (subset && /<!ENTITY\s+(?:%\s+)?[^\s>]{1,200}\s+(?:SYSTEM\b|PUBLIC\b|["'][^"'>]{0,2000}&\w)/i.test(text.slice(subset.index, 200_000)))
    throw invalid(input, 'the feed defines text by other text or by files (entities), which is not expanded; remove its document type')
  if (countEntries(text) > mostEntries) throw tooMany(input)
}

/**
 * Reads an RSS, Atom or JSON feed: its entries, in order. Throws a `HearsayError` for what is no feed, has too many entries or expands entities.
 * What the feed says of an article stands in its provenance; the feed's title is the publisher where an entry names no other.
 */
export const readFeed = async (bytes: Uint8Array, options: ReadOptions & { readonly charset?: string | null }): Promise<FeedEntry[]> => {
  const { input } = options
  const { text } = await decodeBytes(bytes, input, options.charset)
  checkFeed(input, text)
  let items: Item[]
  let base: string | null
  try {
    const feed = await parse(text, input)
    items = listItems(feed)
    base = options.url ?? homeOf(feed)
  } catch (error) {
    if (error instanceof HearsayError) throw error
    throw invalid(input, 'it looks like a feed and is none (RSS, Atom and JSON feeds are read); check that it is whole', error)
  }
  return items.map(item => {
    const url = resolveLink(item.link, base)
    const declared = declare(item, options.record?.seenAt ?? null)
    return {
      key: item.key,
      url,
      declared,
      read: () => readContent(item, { input, key: item.key, url, language: item.language, record: declared }),
    }
  })
}
