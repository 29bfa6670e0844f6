/** What JSON-LD on a page says of its article. */
export interface LinkedArticle {
  readonly headline: string | null
  readonly publishedAt: string | null
  readonly updatedAt: string | null
  readonly authors: readonly string[]
  /** Those of its authors that it says are organisations. */
  readonly bodies: readonly string[]
  readonly publisher: string | null
  readonly section: readonly string[]
  readonly keywords: readonly string[]
  readonly holder: string | null
  readonly basedOn: { readonly publisher: string | null; readonly url: string | null } | null
  /** The organisation that it says it is from. */
  readonly source: string | null
  readonly language: string | null
  /** False where it says that not everybody may read it. */
  readonly free: boolean
  readonly live: boolean
  readonly words: number | null
}

type Node = { readonly [key: string]: unknown }

const ARTICLE = /(?:Article|BlogPosting|Report|Review|LiveBlogPosting|SocialMediaPosting|Analysis|Opinion)$/
const SIZE = 2_000_000
const SALVAGED = 200_000

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value])

const words = (value: unknown): string | null => {
  if (typeof value !== 'string') return null
  const text = value
    .replace(/<[^<>]{0,300}>/g, '')
    .replace(/&(?:amp|#38);/g, '&')
    .replace(/&(?:quot|#34);/g, '"')
    .replace(/&(?:#0?39|#x27|apos|rsquo|#8217);/gi, '’')
    .replace(/\s+/g, ' ')
    .trim()
  return text || null
}

const typesOf = (node: Node): string[] => list(node['@type']).filter(type => typeof type === 'string')

const parse = (source: string): unknown => {
  const text = source
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[|\/\/<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>|\/\/\]\]>)\s*;?\s*$/g, '')
    .trim()
  if (!text || text.length > SIZE) return null
  for (const attempt of [text, text.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1')]) {
    try {
      return JSON.parse(attempt)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
    }
  }
  return salvage(text)
}

/** What can be had of JSON-LD that no repair makes JSON: the fields that an article has, each by its own pattern. */
const salvage = (source: string): Node | null => {
  const text = source.slice(0, SALVAGED)
  const type = /"@type"\s*:\s*\[?\s*"(\w{4,40})"/.exec(text)?.[1]
  const field = (name: string) => new RegExp(`"${name}"\\s*:\\s*"((?:[^"\\\\\\n]|\\\\.){1,400})"`).exec(text)?.[1]
  const names = (name: string) => {
    const part = new RegExp(`"${name}"\\s*:\\s*(\\{[^{}]{0,600}|\\[[^\\]]{0,2000}|"[^"\\n]{1,200}")`).exec(text)?.[1] ?? ''
    return part.startsWith('"') ? [part.slice(1, -1)] : [...part.matchAll(/"name"\s*:\s*"([^"\n]{1,200})"/g)].map(match => match[1])
  }
  if (!type || !ARTICLE.test(type)) return null
  return {
    '@type': type,
    headline: field('headline'),
    datePublished: field('datePublished'),
    dateModified: field('dateModified'),
    author: names('author'),
    publisher: names('publisher')[0],
  }
}

const collect = (value: unknown, nodes: Node[], depth = 0) => {
  if (depth > 6 || nodes.length > 2000) return
  for (const item of list(value)) {
    if (!isNode(item)) continue
    nodes.push(item)
    collect(item['@graph'], nodes, depth + 1)
    collect(item.mainEntity, nodes, depth + 1)
    collect(item.mainEntityOfPage, nodes, depth + 1)
  }
}

/** Reads the JSON-LD scripts of a page; null where none of them describes an article. */
export const readJsonLd = (scripts: readonly string[]): LinkedArticle | null => {
  const nodes: Node[] = []
  for (const script of scripts.slice(0, 50)) collect(parse(script), nodes)
  const article =
    nodes.find(node => typesOf(node).some(type => ARTICLE.test(type))) ?? nodes.find(node => node.headline && node.datePublished)
  if (!article) return null
  const resolve = (value: unknown): unknown =>
    isNode(value) && value['@id'] && !value.name ? (nodes.find(node => node['@id'] === value['@id'] && node.name) ?? value) : value
  const name = (value: unknown): string | null => {
    const found = resolve(value)
    return words(isNode(found) ? list(found.name)[0] : found)
  }
  const names = (value: unknown) =>
    list(value)
      .map(name)
      .filter(item => item !== null)
  const keywords = list(article.keywords).flatMap(value => (typeof value === 'string' ? value.split(/\s*[,;]\s*/) : (name(value) ?? [])))
  const based = list(article.isBasedOn ?? article.isBasedOnUrl)[0]
  return {
    headline: words(article.headline) ?? words(article.name),
    publishedAt: words(article.datePublished) ?? words(article.dateCreated),
    updatedAt: words(article.dateModified),
    authors: names(article.author ?? article.creator),
    bodies: names(
      list(article.author ?? article.creator)
        .map(resolve)
        .filter(author => isNode(author) && typesOf(author).some(type => /Organization$/.test(type))),
    ),
    publisher: name(list(article.publisher)[0]),
    section: names(article.articleSection),
    keywords: keywords.map(words).filter(item => item !== null),
    holder: name(list(article.copyrightHolder)[0]),
    basedOn: based
      ? {
          publisher: isNode(based) ? name(based.publisher) : null,
          url: typeof based === 'string' ? based : isNode(based) ? words(based.url) : null,
        }
      : null,
    source: name(list(article.sourceOrganization)[0]),
    language: words(article.inLanguage),
    free: !/^(?:false|no)$/i.test(String(article.isAccessibleForFree ?? 'true')),
    live: typesOf(article).includes('LiveBlogPosting'),
    words: Number(article.wordCount) > 0 ? Number(article.wordCount) : null,
  }
}
