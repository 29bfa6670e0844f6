import type { BlockKind } from '../model/document.ts'
import { isCaptioned, isEmbed } from './html-furniture.ts'
import type { Element } from './html-tree.ts'
import { makeSegment, type Segment } from './segments.ts'
import { countVisible } from './white-space.ts'

/** A stretch of a page's words with what its markup says that it is. */
export interface Piece {
  readonly words: string
  readonly kind: BlockKind | null
  /** 1 to 6 for a heading, else 0. */
  readonly level: number
  readonly listed: boolean
  /** The share of its letters that are links' or shout, 0 to 1. */
  readonly linked: number
}

const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
/** A shorter paragraph may be a byline, a caption or a button. */
const LONG = 60
const HEADING = /^h[1-6]$/
const SPREAD = /[\t\r\n\f\u00a0\u200b\u2028\u2029\u00ad\ufeff]| {2}/
const SPACES = /[ \t\r\n\f\u00a0\u200b\u2028\u2029\u00ad\ufeff]+/g

const collapse = (words: string): string => (SPREAD.test(words) ? words.replace(SPACES, ' ') : words).trim()

/**
 * The pieces of text in some elements, in page order: a block tag ends a piece, a double line break too, and white space is collapsed. `isOut` says which
 * elements are left out; nothing is gathered after the piece that `isEnough`.
 */
export const gatherPieces = (
  roots: readonly Element[],
  isOut: (element: Element) => boolean,
  isEnough: (piece: Piece) => boolean = () => false,
): Piece[] => {
  const pieces: Piece[] = []
  let words = ''
  let letters = 0
  let linked = 0
  let breaks = 0
  let [quotes, captions, level, lists, links, paragraphs] = [0, 0, 0, 0, 0, 0]
  let done = false

  const flush = () => {
    breaks = 0
    if (words === '') return
    const line = collapse(words)
    if (line !== '') {
      const prose = paragraphs > 0 && line.length >= LONG
      const kind = captions > 0 ? 'caption' : level > 0 ? 'heading' : quotes > 0 ? 'quote' : prose ? 'paragraph' : null
      const piece: Piece = { words: line, kind, level, listed: lists > 0, linked: linked / Math.max(1, letters) }
      pieces.push(piece)
      done = isEnough(piece)
    }
    words = ''
    letters = 0
    linked = 0
  }

  const visit = (element: Element) => {
    const { name, children } = element
    if (name === 'br') {
      if (++breaks >= 2) flush()
      else words += ' '
      return
    }
    const apart = BLOCKS.has(name)
    if (apart) flush()
    const outer = level
    const quote = name === 'blockquote' || (apart && isEmbed(element))
    const caption = !quote && (name === 'figcaption' || (apart && isCaptioned(element)))
    const other = !quote && !caption
    if (quote) quotes++
    else if (caption) captions++
    else if (HEADING.test(name)) level = Number(name[1])
    else if (name === 'p') paragraphs++
    else if (name === 'li') lists++
    else if (name === 'a') links++
    for (const child of children) {
      if (done) return
      if (typeof child !== 'string') {
        if (!isOut(child)) visit(child)
        continue
      }
      const length = countVisible(child)
      if (length > 0) breaks = 0
      letters += length
      if (links > 0) linked += length
      words += child
    }
    if (apart) flush()
    level = outer
    if (quote) quotes--
    else if (caption) captions--
    else if (other && name === 'p') paragraphs--
    else if (other && name === 'li') lists--
    else if (other && name === 'a') links--
  }
  for (const root of roots) {
    visit(root)
    flush()
  }
  return pieces
}

/** Leaves out what only leads elsewhere, or stands there twice: paragraphs that are a link and nothing else, headings over nothing, paragraphs again. */
export const dropLinks = (pieces: readonly Piece[]): Piece[] => {
  const kept = pieces.filter(
    ({ linked, kind, words, listed }) => !(linked > 0.9 && (kind === null || kind === 'paragraph') && !listed && words.length < 200),
  )
  const seen = new Set<string>()
  const single = kept.filter(({ words }) => {
    if (words.length <= 80) return true
    const again = seen.has(words)
    seen.add(words)
    return !again
  })
  const led: Piece[] = []
  let next: Piece | null = null
  for (const piece of single.reverse()) {
    const leads = piece.level === 0 || (next !== null && !(next.level > 1 && next.level <= piece.level))
    if (leads) led.push(piece)
    if (piece.kind !== 'caption') next = piece
  }
  return led.reverse()
}

/** Joins pieces to a text, a blank line between two, with a segment for each. */
export const joinPieces = (pieces: readonly Piece[]): { text: string; segments: Segment[] } => {
  const text = pieces.map(piece => piece.words).join('\n\n')
  let at = 0
  const segments = pieces.map(piece => {
    const segment = makeSegment(text, at, at + piece.words.length, piece.kind, piece.listed)
    at += piece.words.length + 2
    return segment
  })
  return { text, segments }
}
