import type { Document as Article, Block, Diagnostic } from '../model/document.ts'
import { HearsayError } from '../model/error.ts'
import { dropBlocks, makeDocument, type ReadOptions } from './document.ts'
import { gatherFields } from './html-fields.ts'
import { isMute, isSide } from './html-furniture.ts'
import { findMain, type Main } from './html-main.ts'
import { readLanguage, readMetadata } from './html-metadata.ts'
import { findNotices } from './html-notices.ts'
import { findOpening, NEAR } from './html-opening.ts'
import { dropLinks, gatherPieces, joinPieces, type Piece } from './html-pieces.ts'
import { chooseTitle } from './html-title.ts'
import { type Element, parseTree, type Tree, wordsOf } from './html-tree.ts'

const LEAST = 80
const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3'])

const letters = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
/** Whether words have these letters, all in small letters, and no others. */
const isSpelt = (words: string, spelt: string): boolean => words.length >= spelt.length && letters(words) === spelt
const hasProse = (pieces: readonly Piece[]) => pieces.some(({ words }) => words.length > LEAST)

const bodyOf = (tree: Tree) => tree.elements.find(({ name }) => name === 'body') ?? tree.root

/** The headings that have a page's headline, and all that is around them. */
const findAround = (tree: Tree, title: string | null): Set<Element> => {
  const spelt = title === null ? null : letters(title)
  const around = new Set<Element>()
  let found = 0
  for (const element of tree.elements) {
    if (!HEADINGS.has(element.name)) continue
    if (element.name !== 'h1' && (spelt === null || !isSpelt(wordsOf(element, 400), spelt))) continue
    for (let at = element.parent; at; at = at.parent) around.add(at)
    if (++found === 9) break
  }
  return around
}

/** A page's article: of what is shown first, of all then, of the whole page where no part of it is an article. */
const readArticle = (tree: Tree, readAll: () => readonly Piece[]): { main: Main | null; article: readonly Piece[] } => {
  for (const strict of [true, false]) {
    const main = findMain(tree, strict)
    const article = main ? dropLinks(gatherPieces(main.roots, main.isOut)) : []
    if (hasProse(article)) return { main, article }
  }
  return { main: null, article: readAll() }
}

/** The lines that a page shows under its headline: without those about other articles, unless its headline stands there. */
const findLines = (
  tree: Tree,
  article: readonly Piece[],
  title: string | null,
  headline: string | null,
  readAll: () => readonly Piece[],
): readonly string[] => {
  const around = findAround(tree, title)
  const spelt = (headline && letters(headline)) || null
  const isTitled = ({ level, words }: Piece) => level > 0 && spelt !== null && isSpelt(words, spelt)
  let below = -1
  const isEnough = (piece: Piece) => (below >= 0 || isTitled(piece)) && ++below > NEAR
  const isOut = (element: Element) => isMute(element) || (isSide(element) && !around.has(element))
  const lines = gatherPieces([bodyOf(tree)], isOut, isEnough)
  return findOpening(below >= 0 || !readAll().some(isTitled) ? lines : readAll(), article, headline)
}

/**
 * Reads an HTML page: its main text, without headline and byline, and what its markup and its lines say of where it comes from.
 * Scripts are never run; the time and memory for a page grow with its length alone.
 */
export const readHtml = (html: string, options: ReadOptions, diagnostics: readonly Diagnostic[] = []): Article => {
  const tree = parseTree(html)
  let whole: readonly Piece[] | null = null
  const readAll = () => (whole ??= gatherPieces([bodyOf(tree)], isMute))
  const { main, article } = readArticle(tree, readAll)
  if (article.length === 0)
    throw new HearsayError('empty-input', `${options.input} is a page without text. Give a page with an article in it.`)
  const fields = gatherFields(tree)
  const publisher = fields.linked?.publisher ?? fields.metas.get('og:site_name')?.[0] ?? null
  const { title, shown, evidence: titleEvidence } = chooseTitle(fields, publisher)
  const lines = findLines(tree, article, title, shown ?? title, readAll)
  const metadata = readMetadata(fields, lines, options.url ?? null)
  const declared = { ...metadata, title, evidence: [...(metadata.evidence ?? []), ...titleEvidence] }
  const notes = [...diagnostics, ...findNotices(tree, main, article, readAll, fields.linked)]
  const headline = title ? letters(shown ?? title) : null
  const { text, segments } = joinPieces(article)
  const made = makeDocument(text, segments, options, { declared, language: readLanguage(fields), diagnostics: notes })
  const document = {
    ...made,
    diagnostics: made.diagnostics.filter(({ code }, index, list) => list.findIndex(other => other.code === code) === index),
  }
  const { evidence, credits } = document.provenance
  const proofs = [...evidence.filter(({ field }) => field === 'original' || field === 'rights'), ...credits].map(({ span }) => span)
  const isProof = (block: Block) => proofs.some(span => span && span.start >= block.start && span.end <= block.end)
  const isFurniture = (block: Block): boolean =>
    block.kind === 'title' ||
    block.kind === 'byline' ||
    block.kind === 'metadata' ||
    block.kind === 'caption' ||
    (block.kind === 'boilerplate' && !isProof(block)) ||
    (headline !== null && block.end - block.start < 400 && isSpelt(document.text.slice(block.start, block.end), headline))
  return document.blocks.every(isFurniture) ? document : dropBlocks(document, isFurniture)
}
