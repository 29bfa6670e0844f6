import type { Span } from '../../../src/model/span.ts'

/** Something to be marked in a text, in one or several pieces. Of two layers on the same words the one with the lower `rank` is the outer. */
export interface Layer {
  readonly key: string
  readonly rank: number
  readonly spans: readonly Span[]
}

export interface TextRun {
  readonly start: number
  readonly end: number
  readonly layer: null
}

/** A stretch of one layer. `opens` where the layer's first piece begins, `closes` where its last one ends: a layer cut by another has several runs. */
export interface MarkRun<L extends Layer> {
  readonly start: number
  readonly end: number
  readonly layer: L
  readonly opens: boolean
  readonly closes: boolean
  readonly runs: readonly Run<L>[]
}

export type Run<L extends Layer> = TextRun | MarkRun<L>

export interface Paragraph<L extends Layer> {
  readonly start: number
  readonly end: number
  readonly runs: readonly Run<L>[]
}

interface Piece<L extends Layer> {
  readonly start: number
  readonly end: number
  readonly layer: L
}

/** Whether a paragraph's lines were broken by a mail or text program, and not by the writer: all but the last are long. */
export const isWrapped = (text: string): boolean => {
  const lines = text.split('\n')
  return lines.length > 1 && lines.slice(0, -1).every(line => line.length >= 45)
}

/** The paragraphs of a text: what blank lines part, without the white space around them. */
export const cutParagraphs = (text: string): Span[] => {
  const spans: Span[] = []
  let start = 0
  const take = (end: number): void => {
    const part = text.slice(start, end)
    const trimmed = part.trim()
    if (trimmed !== '') {
      const from = start + part.indexOf(trimmed)
      spans.push({ start: from, end: from + trimmed.length })
    }
  }
  for (const gap of text.matchAll(/\n[^\S\n]*\n/g)) {
    take(gap.index)
    start = gap.index
  }
  take(text.length)
  return spans
}

const nest = <L extends Layer>(start: number, end: number, pieces: readonly Piece<L>[]): Run<L>[] => {
  const runs: Run<L>[] = []
  const fill = (to: number): void => {
    if (at < to) runs.push({ start: at, end: to, layer: null })
  }
  let at = start
  while (at < end) {
    const open = pieces.filter(piece => piece.start < end && piece.end > at)
    if (open.length === 0) break
    const next = Math.min(...open.map(piece => Math.max(piece.start, at)))
    fill(next)
    at = next
    const here = open.filter(piece => piece.start <= at)
    const outer = here.reduce((best, piece) => (piece.layer.rank < best.layer.rank ? piece : best))
    const intruder = open.filter(piece => piece.layer.rank < outer.layer.rank && piece.start > at).map(piece => piece.start)
    const stop = Math.min(end, outer.end, ...intruder)
    const inner = pieces.filter(piece => piece !== outer && piece.start < stop && piece.end > at && piece.layer.rank >= outer.layer.rank)
    runs.push({
      start: at,
      end: stop,
      layer: outer.layer,
      opens: at === outer.layer.spans[0].start,
      closes: stop === outer.layer.spans.at(-1)?.end,
      runs: nest(at, stop, inner),
    })
    at = stop
  }
  fill(end)
  return runs
}

/**
 * Cuts a text into paragraphs of nested runs. The runs of a paragraph cover it from end to end, so that joined they are the text again; layers that cross
 * are cut where an outer one begins or ends.
 */
export const segmentText = <L extends Layer>(text: string, layers: readonly L[]): Paragraph<L>[] => {
  const pieces = layers
    .flatMap(layer => layer.spans.map((span): Piece<L> => ({ start: span.start, end: span.end, layer })))
    .filter(piece => piece.start < piece.end)
    .sort((a, b) => a.start - b.start)
  let first = 0
  let waiting: Piece<L>[] = []
  return cutParagraphs(text).map(({ start, end }) => {
    while (first < pieces.length && pieces[first].start < end) waiting.push(pieces[first++])
    waiting = waiting.filter(piece => piece.end > start)
    return { start, end, runs: nest(start, end, waiting) }
  })
}
