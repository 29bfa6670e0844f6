import type { Piece } from './html-pieces.ts'

/** How many pieces below a headline may be lines of its own. */
export const NEAR = 24
const letters = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** The lines that a page shows between its headline and its article's first paragraph, each cut to 300 letters. */
export const findOpening = (all: readonly Piece[], article: readonly Piece[], headline: string | null): readonly string[] => {
  const own = headline ? letters(headline) : ''
  const headings = all.flatMap((piece, index) =>
    piece.level === 1 || (own && piece.level > 0 && letters(piece.words) === own) ? [index] : [],
  )
  const at = headings.find(index => own !== '' && letters(all[index].words) === own) ?? headings[0]
  if (at === undefined) return []
  const first = article.find(({ kind, words }) => (kind === null || kind === 'paragraph') && words.length > 60)?.words
  const lines: string[] = []
  for (const piece of all.slice(at + 1, at + 1 + NEAR)) {
    if (piece.words === first) break
    lines.push(piece.words.slice(0, 300))
  }
  return lines
}
