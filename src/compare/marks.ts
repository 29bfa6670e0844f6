import { boilerplate } from '../lexicon/en/boilerplate.ts'
import type { Publication } from '../model/publication.ts'
import type { Span } from '../model/span.ts'
import type { TracedDocument } from '../model/trace.ts'
import type { Words } from './words.ts'

/** What the words of a publication are to it: one byte a word. */
export const OWN = 0
export const QUOTED = 1
export const FURNITURE = 2

const OPENING = new RegExp(`^\\W{0,4}(?:${boilerplate.opening.join('|')})`, 'i')
const ANYWHERE = new RegExp(boilerplate.anywhere.join('|'), 'i')
const CLOSING = new RegExp(boilerplate.closing.join('|'), 'i')
/** A longer line is a paragraph of the article. */
const LINE = 600

const quoteLimit = 3000

// "We will not," he said. "Not now." | an unclosed quotation runs to the end of its line
const findDoubles = (line: string, from: number, spans: Span[]): void => {
  let open = -1
  for (const { 0: mark, index } of line.matchAll(/["“”„«»]/g)) {
    const opens = mark === '“' || mark === '„' || mark === '«' || (mark === '"' && open < 0)
    if (opens && open < 0) open = index
    else if (!opens && open >= 0) {
      spans.push({ start: from + open, end: from + index + 1 })
      open = -1
    }
  }
  if (open >= 0 && line.length - open < quoteLimit) spans.push({ start: from + open, end: from + line.length })
}

// 'Not a single lorry,' she said.
const SINGLES = /(?<![\p{L}\p{N}])['‘](?=[\p{Lu}\d“"])[^\n]{3,600}?[.,!?…]['’](?![\p{L}\p{N}])/gu

// — Mara Quill (@maraquill) July 3, 2026 | the post stands in the paragraph before
const POST = /^\s*[—–-]{1,2}\s*[^\n()]{2,80}\(@\w{2,30}\)/

// The minister's statement in full: | Read the full text of the letter:
const IN_FULL = /\b(?:in full|full (?:text|transcript|statement|speech|letter|remarks)|transcript)\b[^.!?]{0,80}:$/i
// She said in a statement: | The letter reads:
const INTRODUCES =
  /\b(?:statement|letter|speech|address|remarks|declaration|resolution|message|post|appeal|note|memo|wrote|writes|reads|said)\b[^.!?]{0,40}:$/i

const isOutlet = (trace: TracedDocument, sourceId: string | null): boolean =>
  sourceId !== null && trace.sources.some(({ id, kind }) => id === sourceId && kind === 'outlet')

/** Stretches that somebody else says word for word. What is quoted from an outlet is not: those words are the outlet's text. */
const findQuotations = ({ trace }: Publication): Span[] => {
  const { text } = trace.document
  const spans: Span[] = []
  let before: Span | null = null
  let introduced: 'no' | 'next' | 'rest' = 'no'
  for (let start = 0; start < text.length; ) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 ? text.length : stop
    const line = text.slice(start, end)
    if (line.startsWith('> ')) spans.push({ start, end })
    findDoubles(line, start, spans)
    for (const match of line.matchAll(SINGLES)) spans.push({ start: start + match.index, end: start + match.index + match[0].length })
    if (before && POST.test(line)) spans.push(before)
    const words = line.trim()
    if (words !== '') {
      before = { start, end }
      if (introduced !== 'no') spans.push(before)
      if (introduced === 'next') introduced = 'no'
      if (words.length < 240 && introduced !== 'rest') introduced = IN_FULL.test(words) ? 'rest' : INTRODUCES.test(words) ? 'next' : 'no'
    }
    start = end + 1
  }
  for (const { kind, content } of trace.attributions) if (kind === 'direct') spans.push(...content)
  const fromOutlets = trace.attributions
    .filter(({ kind, sourceId }) => kind !== 'indirect' && isOutlet(trace, sourceId))
    .flatMap(({ content }) => content)
  return fromOutlets.length === 0
    ? spans
    : spans.filter(span => !fromOutlets.some(content => content.start < span.end && span.start < content.end))
}

/** Whether a line is the page speaking of itself; `closing` where it stands near the end. */
const isFurniture = (line: string, closing: boolean): boolean =>
  line.length <= LINE &&
  (OPENING.test(line) || ANYWHERE.test(line) || (closing && CLOSING.test(line) && !/[“"]|\b(?:said|told)\b/.test(line)))

/** What was found of a publication, which is compared with many others. */
interface Found {
  readonly quotations: readonly Span[]
  /** By where a line starts, whether it is furniture. */
  readonly lines: Map<number, boolean>
}

const found = new WeakMap<TracedDocument, Found>()

const findOnce = (publication: Publication): Found => {
  const known = found.get(publication.trace) ?? { quotations: findQuotations(publication), lines: new Map() }
  found.set(publication.trace, known)
  return known
}

const markSpan = (marks: Uint8Array, words: Words, { start, end }: Span, mark: number): void => {
  let low = 0
  for (let high = words.start.length; low < high; ) {
    const middle = (low + high) >> 1
    if (words.start[middle] < start) low = middle + 1
    else high = middle
  }
  for (let row = low; row < marks.length && words.start[row] < end; row++) marks[row] = mark
}

/** Marks the words of a publication; furniture is sought only in the lines of the rows that `asked` holds a 1 for. */
export const markWords = (publication: Publication, words: Words, asked: Uint8Array): Uint8Array => {
  const { text, provenance } = publication.trace.document
  const marks = new Uint8Array(words.start.length)
  const { quotations, lines } = findOnce(publication)
  for (const span of quotations) markSpan(marks, words, span, QUOTED)
  for (const { field, span } of provenance.evidence) if (field === 'rights' && span) markSpan(marks, words, span, FURNITURE)
  const tail = text.length * 0.7
  for (let row = 0; row < marks.length; ) {
    const start = text.lastIndexOf('\n', words.start[row]) + 1
    const stop = text.indexOf('\n', words.start[row])
    const end = stop < 0 ? text.length : stop
    let last = row
    let wanted = false
    for (; last < marks.length && words.start[last] < end; last++) if (asked[last] === 1) wanted = true
    if (wanted && !lines.has(start)) lines.set(start, isFurniture(text.slice(start, end).trim(), start > tail))
    if (wanted && lines.get(start)) marks.fill(FURNITURE, row, last)
    row = last
  }
  return marks
}
