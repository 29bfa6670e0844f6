import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { Document as Article, Block, Diagnostic } from '../model/document.ts'
import { HearsayError } from '../model/error.ts'
import { dropBlocks, makeDocument, type ReadOptions } from './document.ts'
import { isUnruly } from './html-guard.ts'
import { readMetadata } from './html-metadata.ts'
import { gatherPieces, isSkippedTag, joinPieces, type Piece } from './html-pieces.ts'
import { stripTags } from './html-strip.ts'

const HEAD = 400_000

/** What was had of a page; `flat` where it was read tag by tag. */
interface Page {
  readonly pieces: readonly Piece[]
  readonly metadata: ReturnType<typeof readMetadata> | null
  readonly flat: boolean
}

const parsePage = (html: string): Document =>
  parseHTML(/<html[\s>]/i.test(html.slice(0, 5000)) ? html : `<!doctype html><html><body>${html}</body></html>`)
    .document as unknown as Document

/** The pieces of a tree, without scripts and controls. */
const walkTree = (root: Node): readonly Piece[] => {
  const gatherer = gatherPieces()
  const visit = (node: Node) => {
    if (node.nodeType === 3) gatherer.add(node.nodeValue ?? '')
    else if (node.nodeType === 1) {
      const name = node.nodeName.toLowerCase()
      if (isSkippedTag(name)) return
      gatherer.open(name)
      for (let child = node.firstChild; child; child = child.nextSibling) visit(child)
      gatherer.close(name)
    } else for (let child = node.firstChild; child; child = child.nextSibling) visit(child)
  }
  visit(root)
  return gatherer.pieces()
}

const readTree = (html: string): Page => {
  const page = parsePage(html)
  const metadata = readMetadata(page)
  const article = new Readability<Node>(page, { serializer: node => node, keepClasses: false, disableJSONLD: true }).parse()
  const pieces = article?.content ? walkTree(article.content) : []
  if (pieces.some(piece => piece.words.length > 80)) return { pieces, metadata, flat: false }
  const whole = parsePage(html)
  return { pieces: walkTree(whole.body ?? whole), metadata, flat: false }
}

/** What can be had of a page whose tree would be too deep or too large. */
const readFlat = (html: string): Page => {
  const body = html.slice(0, HEAD).search(/<body[\s>]/i)
  const head = body > 0 ? html.slice(0, body) : ''
  return {
    pieces: stripTags(html),
    flat: true,
    metadata: head && !isUnruly(head) ? readMetadata(parsePage(`${head}</head><body></body></html>`)) : null,
  }
}

const readPage = (html: string): Page => {
  if (isUnruly(html)) return readFlat(html)
  try {
    return readTree(html)
  } catch (error) {
    if (error instanceof RangeError) return readFlat(html)
    throw error
  }
}

const FLAT: Diagnostic = {
  code: 'html-flat',
  message: 'The page is too deep or has too many tags to tell its main text from the rest; all of its words were read.',
  span: null,
}

const letters = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/**
 * Reads an HTML page: its main text, without headline and byline, and what its markup and its lines say of where it comes from.
 * Scripts are never run; a page too deep or too large for a tree is read tag by tag.
 */
export const readHtml = (html: string, options: ReadOptions, diagnostics: readonly Diagnostic[] = []): Article => {
  const { pieces, metadata, flat } = readPage(html)
  if (pieces.length === 0)
    throw new HearsayError('empty-input', `${options.input} is a page without text. Give a page with an article in it.`)
  const notes = flat ? [...diagnostics, FLAT] : diagnostics
  const headline = metadata?.headline ? letters(metadata.headline) : null
  const { text, segments } = joinPieces(pieces)
  const document = makeDocument(text, segments, options, { declared: metadata?.declared, language: metadata?.language, diagnostics: notes })
  const isFurniture = (block: Block): boolean =>
    block.kind === 'title' ||
    block.kind === 'byline' ||
    block.kind === 'metadata' ||
    (headline !== null && block.end - block.start < 400 && letters(document.text.slice(block.start, block.end)) === headline)
  return document.blocks.every(isFurniture) ? document : dropBlocks(document, isFurniture)
}
