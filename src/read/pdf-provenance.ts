import type { Document, Evidence, Original, Provenance } from '../model/document.ts'
import { readNames } from './byline.ts'
import { findDate } from './dates.ts'
import { isNameShape, isOutletName, isPersonShape, isSameOutlet } from './names.ts'
import type { Furniture } from './pdf-furniture.ts'
import type { PdfInfo } from './pdf-pages.ts'
import type { Declared } from './provenance.ts'

/** Words of the text that are a link, and where it leads. */
export interface TextLink {
  readonly words: string
  readonly url: string
}

const BROWSER = /mozilla|chrom|skia|webkit|safari|firefox|quartz|wkhtml|prince/i
const NO_TITLE =
  /^(?:untitled|unknown|document\d*|layout ?\d*|page ?\d*|about:blank|no title|new document|print|.*\.(?:docx?|indd|qxp|qxd|pdf|html?|txt|rtf|odt|pages|pub|p65|eps|ai))$|^https?:|^microsoft word/i
const NO_AUTHOR = /^(?:admin|administrator|user|owner|editor|unknown|anonymous|author|root|default|pc|desktop)\b/i

const pad = (value: string): string => value.padStart(2, '0')

/**
 * The day and time at which a browser printed a page. "3/4/26, 9:24 PM" is a March day, as half the clock is counted in America; "4/3/2026, 21:24"
 * is one too, unless the file was made on the other day that the figures may mean.
 */
export const readPrintTime = (printed: string, createdAt: string | null): string | null => {
  const match = /(\d{1,4})[./-](\d{1,2})[./-](\d{2,4}),?\s+(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?\s?([ap])?/i.exec(printed)
  if (!match) return null
  const [, first, second, third, hour, minute, half] = match
  const year = first.length === 4 ? first : third.length === 2 ? `20${third}` : third
  const readings =
    first.length === 4
      ? [[second, third]]
      : half
        ? [
            [first, second],
            [second, first],
          ]
        : [
            [second, first],
            [first, second],
          ]
  const days = readings
    .filter(([month, day]) => Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31)
    .map(([month, day]) => `${year}-${pad(month)}-${pad(day)}`)
  const day = days.find(one => createdAt?.startsWith(one)) ?? days[0]
  if (!day || year.length !== 4 || Number(hour) > 23) return null
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour)
  return `${day}T${pad(String(hours))}:${minute}`
}

/** A title that somebody gave, without the name of its site; null for what programs put there: "Microsoft Word - ferry2.docx". */
export const readTitle = (title: string | null): { readonly words: string; readonly site: string | null } | null => {
  if (!title || NO_TITLE.test(title.trim())) return null
  const match = /^(.{8,}?)\s+(?:[|»•·—–-]|::)\s+([^|»•·—–]{2,60})$/.exec(title)
  const site = match && (isOutletName(match[2]) || (/[|»]/.test(title) && isNameShape(match[2]) && !/\d/.test(match[2]))) ? match[2] : null
  return { words: site ? match![1] : title, site }
}

const lettersOf = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** What stands beside the text as surely as in it: the address and time that a browser prints, and where the headline leads. */
export const declareFurniture = (furniture: Furniture, info: PdfInfo, headline: TextLink | null): Declared => {
  const seenAt = furniture.printed ? readPrintTime(furniture.printed, info.createdAt) : null
  const url = furniture.url ?? info.url ?? headline?.url ?? null
  const from = furniture.url ? 'print footer' : info.url ? 'pdf metadata' : 'link of the headline'
  const evidence: Evidence[] = []
  if (url) evidence.push({ field: 'url', span: null, from })
  if (seenAt) evidence.push({ field: 'seenAt', span: null, from: 'print header' })
  return { url, seenAt, evidence }
}

const linkOriginals = (original: Original | null, links: readonly TextLink[]): Original | null =>
  original && {
    ...original,
    url: original.url ?? links.find(({ words }) => original.publisher !== null && isSameOutlet(words, original.publisher))?.url ?? null,
    earlier: linkOriginals(original.earlier, links),
  }

/** Fills in what the text leaves open from running heads and from the file's own fields; where they disagree with the text, they lose and are noted. Its author field is noted alone: it never makes a byline. */
export const addWeakEvidence = (document: Document, furniture: Furniture, info: PdfInfo, links: readonly TextLink[]): Document => {
  const { provenance } = document
  const evidence: Evidence[] = []
  const offer = <T>(
    field: string,
    own: T | null,
    value: T | null,
    from: string,
    isSame: (a: T, b: T) => boolean = (a, b) => a === b,
  ): T | null => {
    if (value === null) return own
    if (own === null) evidence.push({ field, span: null, from })
    else if (!isSame(own, value)) evidence.push({ field, span: null, from: `${from}, lost: ${value}` })
    return own ?? value
  }
  const print = readTitle(furniture.title)
  const given = readTitle(info.title)
  const isSameTitle = (a: string, b: string) => lettersOf(a).startsWith(lettersOf(b)) || lettersOf(b).startsWith(lettersOf(a))
  let title = offer('title', document.title, print?.words ?? null, 'print header', isSameTitle)
  title = offer('title', title, given?.words ?? null, 'pdf metadata', isSameTitle)

  const heads = furniture.heads.flatMap(head =>
    head.split(/\s*[|•·—–]\s*|\s{2,}|,\s+/).map(part => part.replace(/^\d+\s+|\s+\d+$/g, '').trim()),
  )
  let publisher = provenance.publisher
  for (const head of heads) if (isOutletName(head)) publisher = offer('publisher', publisher, head, 'running head', isSameOutlet)
  for (const site of [print?.site, given?.site])
    if (site) publisher = offer('publisher', publisher, site, 'title of the print', isSameOutlet)

  let publishedAt = provenance.publishedAt
  const isSameDay = (a: string, b: string) => a.slice(0, 10) === b.slice(0, 10)
  for (const head of furniture.heads)
    publishedAt = offer('publishedAt', publishedAt, findDate(head)?.value ?? null, 'running head', isSameDay)
  if (!furniture.printed && !BROWSER.test(info.creator ?? ''))
    publishedAt = offer('publishedAt', publishedAt, info.createdAt, 'pdf creation date', isSameDay)

  const names = info.author && !NO_AUTHOR.test(info.author) ? readNames(info.author).authors.filter(isPersonShape) : []
  // Who saved the file may be anybody: the byline stays as the page has it.
  const isKnown = names.some(name => provenance.authors.includes(name))
  if (names.length > 0 && !isKnown) evidence.push({ field: 'authors', span: null, from: `pdf metadata, lost: ${names.join(', ')}` })
  const filled: Provenance = {
    ...provenance,
    publisher,
    publishedAt,
    original: linkOriginals(provenance.original, links),
    evidence: [...provenance.evidence, ...evidence],
  }
  return { ...document, title, provenance: filled }
}
