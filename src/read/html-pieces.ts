import type { BlockKind } from '../model/document.ts'
import { isCaptioned, isEmbed } from './html-furniture.ts'
import type { Element } from './html-tree.ts'
import { makeSegment, type Segment } from './segments.ts'

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

/** The pieces of text in some elements, in page order: a block tag ends a piece, a double line break too, and white space is collapsed. `isOut` says which elements are left out. */
export const gatherPieces = (roots: readonly Element[], isOut: (element: Element) => boolean): Piece[] => {
  const pieces: Piece[] = []
  let parts: string[] = []
  let letters = 0
  let links = 0
  let breaks = 0
  const around = { quotes: 0, captions: 0, level: 0, lists: 0, links: 0, paragraphs: 0 }

  const flush = () => {
    breaks = 0
    if (parts.length === 0) return
    const words = parts
      .join('')
      .replace(/[ \t\r\n\f\u00a0\u200b\u2028\u2029\u00ad\ufeff]+/g, ' ')
      .trim()
    const { quotes, captions, level, lists, paragraphs } = around
    const kind =
      captions > 0 ? 'caption' : level > 0 ? 'heading' : quotes > 0 ? 'quote' : paragraphs > 0 && words.length >= LONG ? 'paragraph' : null
    if (words) pieces.push({ words, kind, level, listed: lists > 0, linked: links / Math.max(1, letters) })
    parts = []
    letters = 0
    links = 0
  }

  const visit = (element: Element) => {
    const { name } = element
    if (name === 'br') {
      if (++breaks >= 2) flush()
      else parts.push(' ')
      return
    }
    const apart = BLOCKS.has(name)
    if (apart) flush()
    const before = { ...around }
    if (name === 'blockquote' || (apart && isEmbed(element))) around.quotes++
    else if (name === 'figcaption' || (apart && isCaptioned(element))) around.captions++
    else if (HEADING.test(name)) around.level = Number(name[1])
    else if (name === 'p') around.paragraphs++
    else if (name === 'li') around.lists++
    else if (name === 'a') around.links++
    for (const child of element.children) {
      if (typeof child !== 'string') {
        if (!isOut(child)) visit(child)
        continue
      }
      const length = child.replace(/\s+/g, '').length
      if (length > 0) breaks = 0
      letters += length
      if (around.links > 0) links += length
      parts.push(child)
    }
    if (apart) flush()
    Object.assign(around, before)
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
