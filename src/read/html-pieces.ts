import type { BlockKind } from '../model/document.ts'
import { makeSegment, type Segment } from './segments.ts'

/** A stretch of a page's words with what its markup says that it is. */
export interface Piece {
  readonly words: string
  readonly kind: BlockKind | null
}

const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
const SKIPPED = new Set(
  'script style noscript template svg math button select option input textarea iframe object embed canvas audio video head map nav form dialog'.split(
    ' ',
  ),
)

/** Gathers pieces of text from the tags and words of a page, in page order. */
export interface Gatherer {
  readonly open: (name: string) => void
  readonly close: (name: string) => void
  readonly add: (words: string) => void
  readonly pieces: () => readonly Piece[]
}

/** Whether a tag's content is no text of the page. */
export const isSkippedTag = (name: string): boolean => SKIPPED.has(name)

/** Makes a gatherer: a block tag ends a piece, a double line break too, and white space is collapsed. */
export const gatherPieces = (): Gatherer => {
  const pieces: Piece[] = []
  let words: string[] = []
  let quotes = 0
  let captions = 0
  let heading = 0
  let breaks = 0

  const flush = () => {
    breaks = 0
    if (words.length === 0) return
    const text = words
      .join('')
      .replace(/[ \t\r\n\f\u00a0\u200b]+/g, ' ')
      .trim()
    words = []
    if (text) pieces.push({ words: text, kind: captions > 0 ? 'caption' : heading > 0 ? 'heading' : quotes > 0 ? 'quote' : null })
  }

  return {
    open: name => {
      if (name === 'br') {
        if (++breaks >= 2) flush()
        else words.push(' ')
        return
      }
      if (!BLOCKS.has(name)) return
      flush()
      if (name === 'blockquote') quotes++
      else if (name === 'figcaption') captions++
      else if (/^h[1-6]$/.test(name)) heading++
    },
    close: name => {
      if (!BLOCKS.has(name)) return
      flush()
      if (name === 'blockquote') quotes = Math.max(0, quotes - 1)
      else if (name === 'figcaption') captions = Math.max(0, captions - 1)
      else if (/^h[1-6]$/.test(name)) heading = Math.max(0, heading - 1)
    },
    add: text => {
      if (!text) return
      if (/\S/.test(text)) breaks = 0
      words.push(text)
    },
    pieces: () => {
      flush()
      return pieces
    },
  }
}

/** Joins pieces to a text, a blank line between two, with a segment for each. */
export const joinPieces = (pieces: readonly Piece[]): { text: string; segments: Segment[] } => {
  const text = pieces.map(piece => piece.words).join('\n\n')
  let at = 0
  const segments = pieces.map(piece => {
    const segment = makeSegment(text, at, at + piece.words.length, piece.kind)
    at += piece.words.length + 2
    return segment
  })
  return { text, segments }
}
