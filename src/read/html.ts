import type { Document as Article, Block, Diagnostic } from '../model/document.ts'
import { HearsayError } from '../model/error.ts'
import { dropBlocks, makeDocument, type ReadOptions } from './document.ts'
import { gatherFields } from './html-fields.ts'
import { isMute, isSide } from './html-furniture.ts'
import { findMain, type Main } from './html-main.ts'
import { readLanguage, readMetadata } from './html-metadata.ts'
import { findNotices } from './html-notices.ts'
import { findOpening } from './html-opening.ts'
import { dropLinks, gatherPieces, joinPieces, type Piece } from './html-pieces.ts'
import { chooseTitle } from './html-title.ts'
import { type Element, parseTree, type Tree, wordsOf } from './html-tree.ts'

const LEAST = 80

const letters = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
const hasProse = (pieces: readonly Piece[]) => pieces.some(({ words }) => words.length > LEAST)

const bodyOf = (tree: Tree) => tree.elements.find(({ name }) => name === 'body') ?? tree.root
const isHeadline = (element: Element, title: string | null): boolean =>
  element.name === 'h1' || (title !== null && /^h[23]$/.test(element.name) && letters(wordsOf(element, 400)) === letters(title))
const readAll = (tree: Tree): readonly Piece[] => gatherPieces([bodyOf(tree)], isMute)

/** A page's article: of what is shown first, of all then, of the whole page where no part of it is an article. */
const readArticle = (tree: Tree, all: readonly Piece[]): { main: Main | null; article: readonly Piece[] } => {
  for (const strict of [true, false]) {
    const main = findMain(tree, strict)
    const article = main ? dropLinks(gatherPieces(main.roots, main.isOut)) : []
    if (hasProse(article)) return { main, article }
  }
  return { main: null, article: all }
}

/**
 * Reads an HTML page: its main text, without headline and byline, and what its markup and its lines say of where it comes from.
 * Scripts are never run; the time and memory for a page grow with its length alone.
 */
export const readHtml = (html: string, options: ReadOptions, diagnostics: readonly Diagnostic[] = []): Article => {
  const tree = parseTree(html)
  const all = readAll(tree)
  const { main, article } = readArticle(tree, all)
  if (article.length === 0)
    throw new HearsayError('empty-input', `${options.input} is a page without text. Give a page with an article in it.`)
  const fields = gatherFields(tree)
  const publisher = fields.linked?.publisher ?? fields.metas.get('og:site_name')?.[0] ?? null
  const { title, shown, evidence: titleEvidence } = chooseTitle(fields, publisher)
  const around = new Set<Element>()
  for (const heading of tree.elements.filter(element => isHeadline(element, title)).slice(0, 9))
    for (let at = heading.parent; at; at = at.parent) around.add(at)
  const isTitled = ({ level, words }: Piece) => level > 0 && title !== null && letters(words) === letters(shown ?? title)
  const shownLines = gatherPieces([bodyOf(tree)], element => isMute(element) || (isSide(element) && !around.has(element)))
  const lines = findOpening(shownLines.some(isTitled) || !all.some(isTitled) ? shownLines : all, article, shown ?? title)
  const metadata = readMetadata(fields, lines, options.url ?? null)
  const declared = { ...metadata, title, evidence: [...(metadata.evidence ?? []), ...titleEvidence] }
  const notes = [...diagnostics, ...findNotices(tree, main, article, all, fields.linked)]
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
    (headline !== null && block.end - block.start < 400 && letters(document.text.slice(block.start, block.end)) === headline)
  return document.blocks.every(isFurniture) ? document : dropBlocks(document, isFurniture)
}
