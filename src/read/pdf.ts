import type { BlockKind, Diagnostic, Document } from '../model/document.ts'
import { HearsayError } from '../model/error.ts'
import { readByline } from './byline.ts'
import { readDateline } from './datelines.ts'
import { makeDocument, type ReadOptions } from './document.ts'
import { isOutletName } from './names.ts'
import { commonSize, readColumns } from './pdf-columns.ts'
import { removeFurniture } from './pdf-furniture.ts'
import { collectWords } from './pdf-hyphens.ts'
import { placeInitials } from './pdf-initials.ts'
import { joinRuns, type Stretch } from './pdf-lines.ts'
import { readPages } from './pdf-pages.ts'
import { cutParagraphs, joinParagraphs, type Line, type Measure, measureLeading, type Paragraph } from './pdf-paragraphs.ts'
import { addWeakEvidence, declareFurniture, readTitle, type TextLink } from './pdf-provenance.ts'
import { makeSegment } from './segments.ts'

const LARGE = 1.15
const lettersOf = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
const countWords = (words: string): number => words.split(' ').length

/** The paragraph that is the headline: the one that the file or the print calls so, else the largest words of the first page. */
const findTitle = (paragraphs: readonly Paragraph[], size: number, names: readonly string[]): Paragraph | null => {
  const first = paragraphs.filter(({ page, text }) => page === paragraphs[0].page && text.length <= 300)
  const keys = names.map(lettersOf).filter(key => key.length > 5)
  const named = first.filter(({ text }) => lettersOf(text).length > 5 && keys.some(key => key === lettersOf(text)))
  const large = first.filter(({ text, size: own }) => own > size * 1.25 && countWords(text) >= 3 && !isOutletName(text))
  return [...named, ...large].reduce<Paragraph | null>(
    (best, one) => (best === null || (one.size > best.size && !named.includes(best)) ? one : best),
    null,
  )
}

/** What the type of a paragraph says that it is; null where the words must tell. */
const kindOf = (
  paragraph: Paragraph,
  { size }: Measure,
  title: Paragraph | null,
  fonts: ReadonlySet<string>,
  begun: boolean,
): BlockKind | null => {
  if (paragraph === title) return 'title'
  if (!begun) return null
  const words = countWords(paragraph.text)
  const ends = /[.!?…]["”’')]*$/.test(paragraph.text)
  if (paragraph.size > size * LARGE && words <= 25 && !ends) return 'heading'
  const other = paragraph.font !== null && !fonts.has(paragraph.font)
  if (other && words <= 10 && !ends && paragraph.size > size * 0.95) return 'heading'
  const indent = Math.min(...paragraph.lines.map(({ left }) => left)) - paragraph.columnLeft
  if (paragraph.lines.length > 1 && indent > size * 1.2 && Math.abs(paragraph.size - size) < size * 0.2) return 'quote'
  return null
}

/** The fonts that a good part of the text is set in. */
const findFonts = (columns: readonly (readonly Stretch[])[], size: number): Set<string> => {
  const letters = new Map<string, number>()
  let all = 0
  for (const { font, text, size: own } of columns.flat())
    if (Math.abs(own - size) < size * 0.09) {
      all += text.length
      if (font !== null) letters.set(font, (letters.get(font) ?? 0) + text.length)
    }
  return new Set([...letters].filter(([, count]) => count > all * 0.15).map(([font]) => font))
}

const NEAR = 3

/** How many headlines have text of their own below them: large ones, and smaller ones with a byline or a dateline under them. */
const countArticles = (paragraphs: readonly Paragraph[], { size }: Measure): number => {
  let articles = 0
  let open = false
  for (const [at, paragraph] of paragraphs.entries()) {
    const isLine = countWords(paragraph.text) >= 3 && !/[.…]["”’)]*$/.test(paragraph.text) && !isOutletName(paragraph.text)
    const below = paragraphs.slice(at + 1, at + 1 + NEAR)
    const signed = below.some(({ text }) => readByline(text) !== null || readDateline(text) !== null)
    if (isLine && (paragraph.size > size * 1.45 || (paragraph.size > size * 1.1 && signed))) open = true
    else if (open && Math.abs(paragraph.size - size) < size * 0.09 && paragraph.lines.length > 2) {
      articles++
      open = false
    }
  }
  return articles
}

const notice = (paragraphs: readonly Paragraph[], measure: Measure, pages: number, empty: number): Diagnostic[] => {
  const notes: Diagnostic[] = []
  const note = (code: string, message: string) => notes.push({ code, message, span: null })
  if (empty > 0)
    note(
      'pages-without-text',
      `${empty} of ${pages} pages hold no text; if they are scanned, run optical character recognition (OCR) on them first.`,
    )
  const replaced = paragraphs.reduce((sum, { text }) => sum + (text.match(/\ufffd/g)?.length ?? 0), 0)
  if (replaced > 0) note('encoding', `${replaced} glyphs have no letter; each is read as U+FFFD.`)
  const articles = countArticles(paragraphs, measure)
  if (articles > 1) note('several-articles', `The pages hold about ${articles} articles; they are read as one, after the first headline.`)
  return notes
}

/**
 * Reads a PDF: its text in reading order, in paragraphs, words that line ends cut made whole, without running heads, page numbers and what browsers print at
 * the edges. Throws a `HearsayError` for one that is encrypted, broken, hostile, too large, or a picture of a text.
 */
export const readPdf = async (bytes: Uint8Array, options: ReadOptions): Promise<Document> => {
  const { pages, info } = await readPages(bytes, options.input)
  const joined = pages.map(({ width, height, runs, links }) => ({ width, height, stretches: joinRuns(runs, links) }))
  const empty = joined.filter(({ stretches }) => stretches.length === 0).length
  const { sheets, furniture } = removeFurniture(joined)
  const size = commonSize(sheets.flatMap(({ stretches }) => stretches))
  const vocabulary = collectWords(sheets.flatMap(({ stretches }) => stretches.map(({ text }) => text)))
  const columns = sheets.flatMap(({ stretches }, page) =>
    stretches.length === 0
      ? []
      : readColumns(stretches).map(column =>
          placeInitials(
            column.map((stretch): Line => ({ ...stretch, page, left: stretch.x })),
            size,
            vocabulary.words,
          ),
        ),
  )
  if (!columns.flat().some(({ text }) => /[\p{L}\p{N}]/u.test(text)))
    throw new HearsayError(
      'pdf-no-text',
      `${options.input} is a PDF of ${pages.length} ${pages.length === 1 ? 'page' : 'pages'} without a text layer. If it is scanned, run optical character recognition (OCR) on it first.`,
    )
  const measure: Measure = { size, leading: measureLeading(columns, size), vocabulary }
  const paragraphs = joinParagraphs(
    columns.map(column => cutParagraphs(column, measure)),
    measure,
  ).filter(({ text }) => text !== '')
  const names = [readTitle(furniture.title)?.words, furniture.title, readTitle(info.title)?.words, info.title].filter(
    name => typeof name === 'string',
  )
  const title = findTitle(paragraphs, size, names)
  const fonts = findFonts(columns, size)
  const start = paragraphs.findIndex(
    paragraph =>
      paragraph !== title && Math.abs(paragraph.size - size) < size * 0.09 && (paragraph.lines.length > 2 || paragraph.text.length > 160),
  )
  const text = paragraphs.map(paragraph => paragraph.text).join('\n\n')
  let end = -2
  const segments = paragraphs.map((paragraph, at) => {
    const begin = end + 2
    end = begin + paragraph.text.length
    return makeSegment(text, begin, end, kindOf(paragraph, measure, title, fonts, start >= 0 && at > start))
  })
  const links: TextLink[] = paragraphs.flatMap(({ lines }) => lines.flatMap(line => line.links))
  const headline = title?.lines.flatMap(line => line.links)[0] ?? null
  const document = makeDocument(text, segments, options, {
    declared: declareFurniture(furniture, info, headline),
    language: info.language,
    diagnostics: notice(paragraphs, measure, pages.length, empty),
  })
  return addWeakEvidence(document, furniture, info, links)
}
