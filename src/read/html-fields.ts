import { isByline, isSide, namesOf } from './html-furniture.ts'
import { attributeOf, type Element, type Tree, wordsOf } from './html-tree.ts'
import { type LinkedArticle, readJsonLd } from './json-ld.ts'

/** A time that a page's markup gives, with the names of its element and of those around it. */
export interface TimeMark {
  readonly value: string
  readonly names: string
  readonly inArticle: boolean
}

/** Words that a page's markup marks as a byline; `sure` where the mark is made for authors: rel=author, itemprop. */
export interface BylineMark {
  readonly words: string
  readonly sure: boolean
  /** The class names of its element. */
  readonly names: string
}

/** What a page's markup declares, before anybody chooses between it. */
export interface Fields {
  readonly metas: ReadonlyMap<string, readonly string[]>
  readonly linked: LinkedArticle | null
  /** Microdata and RDFa: the values of each property, by its name in small letters. */
  readonly properties: ReadonlyMap<string, readonly string[]>
  readonly links: ReadonlyMap<string, string>
  readonly times: readonly TimeMark[]
  readonly bylines: readonly BylineMark[]
  readonly headings: readonly string[]
  readonly pageTitle: string
  readonly language: string | null
}

const PROPERTIES: ReadonlySet<string> = new Set(
  'headline name datepublished datecreated datemodified author creator publisher isbasedon isbasedonurl sourceorganization copyrightholder license'.split(
    ' ',
  ),
)
const ARTICLES: ReadonlySet<string> = new Set(['article', 'main', 'header'])
const MOST = 60

const collapse = (words: string | null | undefined): string => (words ?? '').replace(/[\s\u00a0]+/g, ' ').trim()

/** The words of an element that holds few. */
const nearWords = (element: Element): string => {
  const words = wordsOf(element, 80)
  return words.length <= 80 ? words : ''
}

/** An element's words, a bar between those of different elements in it: "By Jane Roe | Staff writer". */
const partsOf = (element: Element): string => {
  const parts: string[] = []
  const visit = (node: Element) => {
    for (const child of node.children) {
      if (typeof child !== 'string') visit(child)
      else if (/\S/.test(child) && parts.length < 40) parts.push(child)
    }
  }
  visit(element)
  return parts
    .join(' | ')
    .replace(/\s+/g, ' ')
    .replace(/\b(by:?|and|&|with) \| /gi, '$1 ')
    .replace(/ \| (and |& |, ?|with )/gi, ' $1')
    .replace(/, \| /g, ', ')
}

/** Gathers what a page's head and markup declare, in one pass. */
export const gatherFields = (tree: Tree): Fields => {
  const metas = new Map<string, string[]>()
  const properties = new Map<string, string[]>()
  const links = new Map<string, string>()
  const times: TimeMark[] = []
  const bylines: BylineMark[] = []
  const headings: string[] = []
  const scripts: string[] = []
  let pageTitle = ''
  let language: string | null = null
  const taken = new Set<Element>()
  const add = (map: Map<string, string[]>, name: string, value: string) => {
    const values = map.get(name)
    if (!values) map.set(name, [value])
    else if (values.length < MOST) values.push(value)
  }
  const isTaken = (element: Element): boolean => {
    for (let at: Element | null = element.parent, up = 0; at && up < 6; at = at.parent, up++) if (taken.has(at)) return true
    return false
  }
  const asides = new Map<Element, boolean>()
  const isAside = (element: Element): boolean => {
    const before = asides.get(element)
    if (before !== undefined) return before
    const aside = isSide(element) || (element.parent !== null && isAside(element.parent))
    asides.set(element, aside)
    return aside
  }
  const markedValue = (element: Element): string =>
    collapse(attributeOf(element, 'content') ?? attributeOf(element, 'datetime') ?? (wordsOf(element, 300) || attributeOf(element, 'href')))

  for (const element of tree.elements) {
    const { name, attributes } = element
    if (name === 'meta') {
      const value = collapse(attributeOf(element, 'content') ?? attributeOf(element, 'value'))
      if (!value) continue
      for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
        const key = attributeOf(element, attribute)?.toLowerCase().trim()
        if (key) add(metas, key, value)
        if (key && attribute === 'itemprop' && PROPERTIES.has(key)) add(properties, key, value)
      }
      continue
    }
    if (name === 'script') {
      if (element.children.length > 0) scripts.push(element.children.join(''))
      continue
    }
    if (name === 'link' || (name === 'a' && attributeOf(element, 'rel') !== null)) {
      const href = attributeOf(element, 'href') ?? ''
      for (const relation of (attributeOf(element, 'rel') ?? '').toLowerCase().split(/\s+/))
        if (relation && !links.has(relation) && /^https?:/i.test(href)) links.set(relation, href)
    }
    if (name === 'title' && pageTitle === '' && element.parent?.name !== 'svg') pageTitle = wordsOf(element)
    else if (name === 'html') language ??= attributeOf(element, 'lang') ?? attributeOf(element, 'xml:lang')
    else if (name === 'h1' && headings.length < MOST) {
      const words = wordsOf(element, 500)
      if (words) headings.push(words)
    }
    if (attributes.length === 0) continue
    const marked = (attributeOf(element, 'itemprop') ?? attributeOf(element, 'property') ?? '')
      .toLowerCase()
      .replace(/\b(?:schema|dc|dcterms|rnews):/g, '')
    for (const property of marked ? marked.split(/\s+/) : []) if (PROPERTIES.has(property)) add(properties, property, markedValue(element))
    if (name === 'time' || attributeOf(element, 'datetime') !== null) {
      const value = attributeOf(element, 'datetime') ?? ''
      if (value && times.length < MOST && !isAside(element)) {
        const parent = element.parent
        let inArticle = false
        for (let at: Element | null = parent; at; at = at.parent) inArticle ||= ARTICLES.has(at.name)
        times.push({
          value,
          inArticle,
          names: `${namesOf(element)} ${parent ? `${namesOf(parent)} ${nearWords(parent)}` : ''} ${marked}`.toLowerCase(),
        })
      }
    }
    const rel = attributeOf(element, 'rel') ?? ''
    const sure = /\bauthor\b/.test(rel) || /\bauthor\b/.test(marked)
    if (name === 'link' || bylines.length >= MOST) continue
    if ((sure || isByline(element)) && !isTaken(element) && !isAside(element)) {
      const words = collapse(attributeOf(element, 'content') ?? partsOf(element))
      if (words.length > 2 && words.length < 160) {
        bylines.push({ words, sure, names: namesOf(element) })
        taken.add(element)
      }
    }
  }
  return { metas, properties, links, times, bylines, headings, pageTitle: collapse(pageTitle), language, linked: readJsonLd(scripts) }
}
