import { getResolvedPDFJS } from 'unpdf'
import { HearsayError } from '../model/error.ts'
import { checkPdf } from './pdf-guard.ts'

/** A stretch of glyphs on one baseline. Points from the page's upper left corner, `y` downwards to the baseline. */
export interface Run {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
  readonly font: string
  /** White space was written before it. */
  readonly spaced: boolean
}

/** A clickable area of a page, in the same points. */
export interface PdfLink {
  readonly url: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface PdfPage {
  readonly width: number
  readonly height: number
  /** In the order in which the file writes them. */
  readonly runs: readonly Run[]
  readonly links: readonly PdfLink[]
}

/** What a file says of itself; every part may be missing or wrong. */
export interface PdfInfo {
  readonly title: string | null
  readonly author: string | null
  readonly createdAt: string | null
  readonly creator: string | null
  readonly language: string | null
  readonly url: string | null
}

export interface PdfContent {
  readonly pages: readonly PdfPage[]
  readonly info: PdfInfo
}

export const PAGE_LIMIT = 400
const RUN_LIMIT = 400_000
const LETTER_LIMIT = 4_000_000
/** Milliseconds that all pages of one file may take. */
const TIME_LIMIT = 30_000

type Library = Awaited<ReturnType<typeof getResolvedPDFJS>>
type File = Awaited<ReturnType<Library['getDocument']>['promise']>
type Sheet = Awaited<ReturnType<File['getPage']>>
type Matrix = readonly number[]

const times = (m: Matrix, n: Matrix): number[] => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
]

interface Glyphs {
  readonly text: string
  readonly matrix: Matrix
  readonly width: number
  readonly font: string
  readonly spaced: boolean
}

const quarterOf = (matrix: Matrix): number => ((Math.round(Math.atan2(matrix[1], matrix[0]) / (Math.PI / 2)) % 4) + 4) % 4
const isUpright = (matrix: Matrix): boolean => {
  const turn = Math.atan2(matrix[1], matrix[0]) / (Math.PI / 2)
  return Math.abs(turn - Math.round(turn)) < 0.04
}

/** The turn by quarters that makes the lines of a page run from left to right. */
const turnOf = (quarter: number, width: number, height: number): Matrix =>
  [
    [1, 0, 0, 1, 0, 0],
    [0, -1, 1, 0, 0, width],
    [-1, 0, 0, -1, width, height],
    [0, 1, -1, 0, height, 0],
  ][quarter]

const makeRuns = (glyphs: readonly Glyphs[], width: number, height: number): { runs: Run[]; turn: Matrix; quarter: number } => {
  const letters = [0, 0, 0, 0]
  for (const { text, matrix } of glyphs) letters[quarterOf(matrix)] += text.length
  const quarter = letters.indexOf(Math.max(...letters))
  const turn = turnOf(quarter, width, height)
  const runs: Run[] = []
  const seen = new Set<string>()
  for (const { text, matrix, width: advance, font, spaced } of glyphs) {
    if (!isUpright(matrix) || quarterOf(matrix) !== quarter) continue
    const placed = times(turn, matrix)
    const size = Math.hypot(placed[2], placed[3])
    const [x, y] = [placed[4], placed[5]]
    if (![x, y, size, advance].every(Number.isFinite) || size < 2 || size > 2000) continue
    // A word printed twice, a hair apart, to look bold.
    const key = `${text} ${Math.round(x / Math.max(1, size * 0.15))} ${Math.round(y / Math.max(1, size * 0.15))}`
    if (text.length > 1 && seen.has(key)) continue
    seen.add(key)
    // left column      right column   (one string, padded with spaces)
    const parts = [...text.matchAll(/\S+(?: {1,2}\S+)*/g)]
    const unit = Math.abs(advance) / text.length
    for (const part of parts)
      runs.push({
        text: part[0],
        x: x + part.index * unit,
        right: parts.length === 1 ? x + Math.abs(advance) : x + (part.index + part[0].length) * unit,
        y,
        size,
        font,
        spaced: spaced || part.index > 0,
      })
  }
  return { runs, turn, quarter }
}

const readLinks = async (sheet: Sheet, place: Matrix): Promise<PdfLink[]> => {
  const annotations = await sheet.getAnnotations()
  const links: PdfLink[] = []
  for (const { subtype, url, rect } of annotations.slice(0, 2000) as { subtype?: string; url?: unknown; rect?: unknown }[]) {
    if (subtype !== 'Link' || typeof url !== 'string' || !/^https?:\/\//i.test(url) || !Array.isArray(rect) || rect.length !== 4) continue
    const corners = [times(place, [1, 0, 0, 1, rect[0], rect[1]]), times(place, [1, 0, 0, 1, rect[2], rect[3]])]
    const xs = corners.map(corner => corner[4])
    const ys = corners.map(corner => corner[5])
    links.push({ url, left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) })
  }
  return links
}

const clean = (text: string): string =>
  text
    .replace(/[\ufb00-\ufb06]/g, ligature => ligature.normalize('NFKC'))
    .replace(/[\u0000-\u0008\u000b\u000e-\u001f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff\ue000-\uf8ff]/g, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\s\u00a0\u2000-\u200a\u202f]/g, ' ')

/** Reads one page; `spend` throws when there is too much of it. */
const readPage = async (sheet: Sheet, spend: (runs: number, letters: number) => void): Promise<PdfPage> => {
  const { width, height, transform } = sheet.getViewport({ scale: 1 })
  const reader = sheet.streamTextContent().getReader() as ReadableStreamDefaultReader<{ items: Record<string, unknown>[] }>
  const glyphs: Glyphs[] = []
  let spaced = false
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      for (const item of value.items) {
        if (typeof item.str !== 'string' || !Array.isArray(item.transform)) continue
        const text = clean(item.str)
        if (/\S/.test(text)) {
          glyphs.push({
            text,
            matrix: times(transform, item.transform as number[]),
            width: Number(item.width),
            font: String(item.fontName),
            spaced: spaced || text.startsWith(' '),
          })
          spaced = text.endsWith(' ')
          spend(1, text.length)
        } else spaced ||= text.length > 0
        if (item.hasEOL) spaced = true
      }
      spend(0, 0)
    }
  } catch (error) {
    await reader.cancel(new Error('stopped')).catch(() => {})
    throw error
  }
  const { runs, turn, quarter } = makeRuns(glyphs, width, height)
  const links = await readLinks(sheet, times(turn, transform)).catch(() => [])
  return quarter % 2 === 0 ? { width, height, runs, links } : { width: height, height: width, runs, links }
}

// D:20260304102000+01'00'
const readPdfDate = (value: unknown): string | null => {
  const match =
    typeof value === 'string'
      ? /^(?:D:)?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?(?:(Z)|([+-]\d\d)'?(\d\d)?'?)?)?/.exec(value.replace(/(\d)[-:T](?=\d)/g, '$1'))
      : null
  if (!match) return null
  const [, year, month, day, hour, minute, second, z, zone, minutes] = match
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null
  const date = `${year}-${month}-${day}`
  return hour === undefined ? date : `${date}T${hour}:${minute}:${second ?? '00'}${z ?? (zone ? `${zone}:${minutes ?? '00'}` : '')}`
}

const wordsOf = (value: unknown): string | null => {
  const words = (Array.isArray(value) ? value : [value])
    .filter(part => typeof part === 'string')
    .join(', ')
    .slice(0, 500)
  return clean(words).replace(/ +/g, ' ').trim() || null
}

const readInfo = async (file: File): Promise<PdfInfo> => {
  const { info, metadata } = await file.getMetadata()
  const fields = (info ?? {}) as Record<string, unknown>
  const more = (name: string): string | null => wordsOf(metadata?.get(name))
  const url = ['prism:url', 'dc:identifier'].map(more).find(value => value !== null && /^https?:\/\/\S+$/i.test(value)) ?? null
  return {
    title: wordsOf(fields.Title) ?? more('dc:title'),
    author: wordsOf(fields.Author) ?? more('dc:creator'),
    createdAt: readPdfDate(fields.CreationDate) ?? readPdfDate(more('xmp:createdate')),
    creator: [wordsOf(fields.Creator), wordsOf(fields.Producer)].filter(Boolean).join(' / ') || null,
    language: wordsOf(fields.Language),
    url,
  }
}

const overtime = (input: string): HearsayError =>
  new HearsayError('pdf-too-slow', `${input} takes more than ${TIME_LIMIT / 1000} seconds to read. Print only the pages of the article.`)

const within = async <T>(promise: Promise<T>, end: number, input: string): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(overtime(input)), Math.max(0, end - performance.now()))
  })
  promise.catch(() => {})
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

const explain = (error: unknown, input: string): HearsayError => {
  if (error instanceof HearsayError) return error
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) }
  if (name === 'PasswordException')
    return new HearsayError('pdf-encrypted', `${input} is a PDF that asks for a password. Save it without one.`, { cause: error })
  return new HearsayError(
    'pdf-invalid',
    `${input} is no readable PDF: ${message.slice(0, 200).replace(/\.$/, '')}. Save or print it anew.`,
    { cause: error },
  )
}

/** Reads the words of a PDF, with their places, and what the file says of itself. Throws a `HearsayError` for one that is encrypted, broken, hostile or too large. */
export const readPages = async (bytes: Uint8Array, input: string): Promise<PdfContent> => {
  const end = performance.now() + TIME_LIMIT
  await checkPdf(bytes, input)
  const { getDocument } = await getResolvedPDFJS()
  const task = getDocument({
    data: bytes.slice(),
    verbosity: 0,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    useWasm: false,
  })
  try {
    const file = await within(task.promise, end, input)
    if (file.numPages > PAGE_LIMIT)
      throw new HearsayError(
        'input-too-large',
        `${input} has ${file.numPages} pages; at most ${PAGE_LIMIT} are read. Split it, or print only the pages of the article.`,
      )
    let [runs, letters] = [0, 0]
    const spend = (moreRuns: number, moreLetters: number) => {
      runs += moreRuns
      letters += moreLetters
      if (runs > RUN_LIMIT || letters > LETTER_LIMIT)
        throw new HearsayError('input-too-large', `${input} has more text than an article can have. Print only the pages of the article.`)
      if (performance.now() > end) throw overtime(input)
    }
    const info = await within(readInfo(file), end, input)
    const pages: PdfPage[] = []
    for (let number = 1; number <= file.numPages; number++) {
      const sheet = await within(file.getPage(number), end, input)
      pages.push(await within(readPage(sheet, spend), end, input))
      sheet.cleanup()
    }
    return { pages, info }
  } catch (error) {
    throw explain(error, input)
  } finally {
    await task.destroy().catch(() => {})
  }
}
