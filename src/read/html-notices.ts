import type { Diagnostic } from '../model/document.ts'
import { isFurniture } from './html-furniture.ts'
import type { Main } from './html-main.ts'
import type { Piece } from './html-pieces.ts'
import type { Element, Tree } from './html-tree.ts'
import type { LinkedArticle } from './json-ld.ts'

const WALL =
  /^(?:(?:subscribe|sign in|log in|register|become a (?:member|subscriber))\b.{0,40}\bto (?:continue|keep|read|unlock|access)\b|to (?:continue|keep) reading\b|(?:continue|keep) reading (?:this|the|your|with)\b|this (?:article|content|story) is (?:for|only (?:for|available)|reserved|exclusive)\b|(?:unlock|read) (?:this|the (?:full|rest)).{0,30}\b(?:article|story)\b|you(?:.ve| have) (?:reached|read) your\b.{0,30}\b(?:limit|free|articles?)\b|already a subscriber\b|want to read more\?|the rest of this (?:article|story) is\b)/i
const BROKEN = /(?:…|\.\.\.|,)$/
const SHORT = 900
const ARTICLE = 800
const MOST = 50

const wordsIn = (text: string): number => text.split(/\s+/).length

const isWalled = (all: readonly Piece[]): boolean => all.some(({ words }) => words.length < 200 && WALL.test(words))

const isCut = (article: readonly Piece[], linked: LinkedArticle | null): boolean => {
  const text = article.map(({ words }) => words).join('\n')
  const last = article.findLast(({ kind, words }) => kind !== 'caption' && kind !== 'heading' && words.length > 40)?.words ?? ''
  if (linked?.words && linked.words > 80) return linked.words > wordsIn(text) * 1.6
  return text.length < SHORT || BROKEN.test(last)
}

const hasHeading = (element: Element): boolean =>
  /^h[1-3]$/.test(element.name) || element.children.some(child => typeof child !== 'string' && hasHeading(child))

/** How many articles with a headline of their own a page holds side by side. */
const countArticles = (tree: Tree, { weights }: Main): number => {
  const found = tree.elements
    .filter(element => element.name === 'article' && (weights.get(element)?.prose ?? 0) >= ARTICLE && !isFurniture(element))
    .slice(0, MOST)
    .filter(hasHeading)
  const nested = new Set(found.filter(element => found.some(other => other !== element && isIn(other, element))))
  return found.length - nested.size
}

const isIn = (element: Element, holder: Element): boolean => {
  for (let at = element.parent; at; at = at.parent) if (at === holder) return true
  return false
}

/** What a reader of the trace should know of the page: that a paywall cuts it, that it holds several articles or a live blog, that it was too deep for its tree. */
export const findNotices = (
  tree: Tree,
  main: Main | null,
  article: readonly Piece[],
  readAll: () => readonly Piece[],
  linked: LinkedArticle | null,
): Diagnostic[] => {
  const notices: Diagnostic[] = []
  const add = (code: string, message: string) => notices.push({ code, message, span: null })
  if (tree.flat)
    add('html-flat', 'The page is too deep or has too many tags to keep each in its place; its text may hold more than its article.')
  if (isCut(article, linked) && (linked?.free === false || isWalled(readAll())))
    add('paywall', 'The page asks for a subscription; the article is cut short.')
  if (linked?.live) add('live-blog', 'The page is a live blog: many short posts, each with its own time and perhaps its own author.')
  const articles = main ? countArticles(tree, main) : 0
  if (articles > 1 && !linked?.live)
    add('several-articles', `The page holds ${articles} articles, each with a headline; the text may be that of one or of several of them.`)
  return notices
}
