import { headerLabels } from '../lexicon/en/header-labels.ts'
import type { BlockKind, Evidence } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import { readByline, readNames, readSignature } from './byline.ts'
import { findDate, findDates } from './dates.ts'
import { isDateLine } from './furniture.ts'
import { findHeadline, isHeadlineShape, LABEL } from './headline.ts'
import { findLinks, type Link } from './markdown.ts'
import { agencyOf, isCertainOutlet, isGivenName, isNameShape, isOutletName, isPersonShape, isRole } from './names.ts'
import { isMotto, isSectionName } from './navigation.ts'
import type { Segment } from './segments.ts'

/** A line that names an outlet, with the date beside it: "World Ledger, March 14, 2026". */
export interface Masthead {
  readonly name: string
  readonly date: string | null
  readonly url: string | null
  readonly span: Span
  readonly from: string
}

/** What the lines above the article say. */
export interface Header {
  readonly kinds: readonly (BlockKind | null)[]
  readonly title: { readonly value: string; readonly span: Span } | null
  readonly mastheads: readonly Masthead[]
  readonly publishedAt: { readonly value: string; readonly span: Span } | null
  readonly updatedAt: { readonly value: string; readonly span: Span } | null
  /** A day without its year: "May 30 at 2:44 PM". */
  readonly partialDate: { readonly words: string; readonly span: Span } | null
  readonly authors: readonly string[]
  readonly bylineOutlet: { readonly name: string; readonly span: Span } | null
  readonly tags: readonly { readonly kind: string; readonly value: string }[]
  readonly url: string | null
  readonly evidence: readonly Evidence[]
}

const SEPARATOR = /\s*(?:\||•|·|—|–|»|›| - |\/|;)\s*|,\s+/
const spanOf = (segment: Segment): Span => ({ start: segment.start, end: segment.end })

/** The values of a tag line: its links, else what stands between commas. */
const readTags = (raw: string, words: string): string[] => {
  const links = findLinks(raw)
  const values = links.length > 0 ? links.map(link => link.text) : words.split(/\s*[,;|•·]\s*/)
  return values.map(value => value.replace(/^[#[\s]+|[\],\s]+$/g, '')).filter(Boolean)
}

/** A line of nothing but links: "[War Agenda](#)". */
const linksOnly = (raw: string): Link[] | null => {
  const links = findLinks(raw)
  if (links.length === 0) return null
  const rest = raw.replace(/!?\[(?:[^[\]]|\\.)*\]\([^()\s]*\)/g, '')
  return /^[\s*_,;|•·()]*$/.test(rest) ? links : null
}

/** Reads the lines of `text` above the article's first paragraph, which is at `body`. `furniture` is what each is by its own words alone. */
export const readHeader = (
  text: string,
  segments: readonly Segment[],
  furniture: readonly (BlockKind | null)[],
  nameplate: number,
  body: number,
): Header => {
  const headline = findHeadline(text, segments, furniture, nameplate, body)
  const kinds: (BlockKind | null)[] = segments.map((_, index) => furniture[index])
  const mastheads: Masthead[] = []
  const authors: string[] = []
  const tags: { kind: string; value: string }[] = []
  const evidence: Evidence[] = []
  let title: Header['title'] = null
  let publishedAt: Header['publishedAt'] = null
  let updatedAt: Header['updatedAt'] = null
  let partialDate: Header['partialDate'] = null
  let bylineOutlet: Header['bylineOutlet'] = null
  let url: string | null = null
  let openTag = false

  const addDate = (value: string, segment: Segment, updated: boolean) => {
    if (updated) updatedAt ??= { value, span: spanOf(segment) }
    else if (!publishedAt) publishedAt = { value, span: spanOf(segment) }
    else evidence.push({ field: 'publishedAt', span: spanOf(segment), from: `date line, lost: ${value}` })
  }
  const addAuthors = (names: readonly string[], segment: Segment, from: string) => {
    for (const name of names) if (!authors.includes(name)) authors.push(name)
    evidence.push({ field: 'authors', span: spanOf(segment), from })
  }

  const readLabel = (segment: Segment, raw: string): BlockKind | null => {
    const match = LABEL.exec(segment.plain)
    if (!match || segment.plain.length > 600) return null
    const label = match[1].toLowerCase().trim()
    const field = headerLabels[label]
    if (!field || !match[2]) return null
    const value = match[2].replace(/^["'“‘](.*)["'”’]$/, '$1')
    const span = spanOf(segment)
    if (field === 'title') {
      title ??= { value, span }
      return 'title'
    }
    if (field === 'subtitle') return 'heading'
    if (field === 'date' || field === 'updated') {
      const date = findDate(value)
      if (date) addDate(date.value, segment, field === 'updated')
    } else if (field === 'publisher')
      mastheads.push({ name: value, date: null, url: findLinks(raw)[0]?.url ?? null, span, from: 'publisher line' })
    else if (field === 'author') {
      const names = readNames(value)
      if (names.authors.length > 0) addAuthors(names.authors, segment, 'author line')
      return names.authors.length > 0 ? 'byline' : 'metadata'
    } else if (field === 'url') url ??= /https?:\/\/\S+/.exec(value)?.[0] ?? null
    else if (field === 'tag') {
      for (const tag of readTags(raw.slice(raw.indexOf(':') + 1), value)) if (!/^\d+ \w+$/.test(tag)) tags.push({ kind: label, value: tag })
      evidence.push({ field: 'tags', span, from: `${label} line` })
      openTag = !/,\s*$/.test(raw)
    }
    return 'metadata'
  }

  // "World Ledger, March 14, 2026"; "Jane Roe | Lakeside Courier | 3 March 2026"; "The Wider World — Press review"
  const readMasthead = (segment: Segment, raw: string, besideDate: string | null, headlineFollows: boolean): BlockKind | null => {
    const line = segment.plain
    if (line.length > 140 || /[!?]$/.test(line) || (/\.$/.test(line) && line.split(' ').length > 6)) return null
    const dates = findDates(line)
    const date = dates[0] ?? null
    let words = line
    for (const found of [...dates].reverse()) words = `${words.slice(0, found.start)} | ${words.slice(found.end)}`
    const parts = words
      .split(SEPARATOR)
      .map(part =>
        part
          .replace(/^(?:published|posted|updated|from|source:)\s+/i, '')
          .replace(/\s+(?:published|posted|updated)\b.*$|[\s:.,]+$/gi, '')
          .trim(),
      )
      .map(part => (date ? part.replace(/^(?:in|on|by) /i, '') : part))
      .filter(part => /\p{L}/u.test(part) && !/^(?:published|posted|updated|on|at|am|pm|[ecmp][sd]t|gmt|by|first|last)$/i.test(part))
    if (parts.length === 0 || parts.length > 4) return null
    const outlet = parts.find(isOutletName) ?? null
    const person = parts.find(part => !isOutletName(part) && isPersonShape(part)) ?? null
    // Rina Patel / TNN / Mar 9, 2026
    if (date && !outlet && title && person && (isGivenName(person) || parts.length === 2)) {
      addAuthors([person], segment, 'name beside the date')
      addDate(date.value, segment, false)
      return 'byline'
    }
    const lone = parts.length === 1 && isNameShape(parts[0]) && parts[0].split(' ').length <= 6
    const linked = findLinks(raw)[0] ?? null
    let name = outlet
    if (!name && date && lone && !isRole(parts[0])) {
      if (linked || parts[0].split(' ').length > 1 || agencyOf(parts[0]) || !/,\s*$/.test(line.slice(0, date.start))) name = parts[0]
    }
    if (!name || (!date && parts.length > 2) || (!date && !outlet)) return null
    if (!date && line.split(' ').length > 8) return null
    if (!date && !title && !/^The /.test(line) && line.split(' ').length > 2 && !headlineFollows) return null
    // Morning Watch, Monday 2 March 2026   (under the name of the station)
    if (date && nameplate >= 0 && !linked && !isCertainOutlet(name)) {
      addDate(date.value, segment, false)
      return 'metadata'
    }
    mastheads.push({ name, date: date?.value ?? besideDate, url: linked?.url ?? null, span: spanOf(segment), from: 'masthead' })
    if (person && date) addAuthors([person], segment, 'masthead')
    return 'metadata'
  }

  segments.forEach((segment, index) => {
    const raw = text.slice(segment.start, Math.min(segment.end, segment.start + 1200))
    if (furniture[index] === 'metadata' && index !== nameplate) {
      const line = segment.plain
      const dates = isDateLine(line) || (index !== nameplate && line.length <= 120) ? findDates(line) : []
      if (dates.length === 0 && isDateLine(line)) partialDate ??= { words: line, span: spanOf(segment) }
      for (const date of dates) {
        const lead = line.slice(0, date.start)
        addDate(date.value, segment, /\b(?:updated?|modified)\b[^\d]*$/i.test(lead))
      }
      return
    }
    if (furniture[index] === 'boilerplate' && /^(?:originally|first) (?:published|posted)\b/i.test(segment.plain)) {
      const date = findDate(segment.plain)
      if (date) addDate(date.value, segment, false)
    }
    // Ada Brun and Tom Vale, Velanews   (under the headline; elsewhere such a line credits a picture)
    const credited =
      furniture[index] === 'caption' &&
      title !== null &&
      kinds[index - 1] === 'title' &&
      / and |, (?:The )?Associated Press$/.test(segment.plain)
    if (
      index !== nameplate &&
      furniture[index] !== null &&
      !(credited && !/[():/|]/.test(segment.plain) && readNames(segment.plain).outlet)
    )
      return
    if (index === nameplate) {
      mastheads.push({ name: segment.plain, date: null, url: findLinks(raw)[0]?.url ?? null, span: spanOf(segment), from: 'nameplate' })
      kinds[index] = 'metadata'
      return
    }
    const label = readLabel(segment, raw)
    if (label) {
      kinds[index] = label
      return
    }
    const links = linksOnly(raw)
    const previous = tags.at(-1)
    if (links && previous && kinds[index - 1] === 'metadata') {
      if (openTag) tags[tags.length - 1] = { kind: previous.kind, value: `${previous.value} ${links[0].text}` }
      for (const link of openTag ? links.slice(1) : links) tags.push({ kind: previous.kind, value: link.text })
      kinds[index] = 'metadata'
      return
    }
    const line = segment.plain
    const besideAt = [nextWritten(segments, index, -1), nextWritten(segments, index, 1)].filter(at => at >= 0)
    const besideDate = besideAt
      .map(at => (furniture[at] === 'metadata' ? (findDate(segments[at].plain)?.value ?? null) : null))
      .find(date => date !== null)
    const byline =
      (credited ? readNames(line) : null) ??
      readByline(line) ??
      (title || index > 0 ? readSignature(line, title !== null && besideDate !== undefined) : null)
    if (byline) {
      kinds[index] = 'byline'
      addAuthors(byline.authors, segment, byline.authors.length > 0 ? 'byline' : 'byline with a role only')
      if (byline.outlet && !/[|•·]/.test(line)) bylineOutlet ??= { name: byline.outlet, span: spanOf(segment) }
      const date = findDate(line)
      if (date && byline.outlet && /[|•·—–]/.test(line))
        mastheads.push({ name: byline.outlet, date: date.value, url: null, span: spanOf(segment), from: 'masthead' })
      else if (date) addDate(date.value, segment, false)
      return
    }
    if (/^by$/i.test(line) || (isRole(line) && line.split(' ').length <= 6) || /^(?:compiled|edited|written|produced) by\b/i.test(line)) {
      kinds[index] = 'byline'
      return
    }
    const besideByline = besideAt.some(
      at => /^by$/i.test(segments[at].plain) || (at > index && segments[at].plain.length < 60 && isRole(segments[at].plain)),
    )
    // Ada Brun   (under "Opinion", or told of below: "Ada Brun is a columnist …")
    const isColumnist = (name: string, at: number) =>
      (at > 0 &&
        isSectionName(segments[at - 1].plain) &&
        /opinion|comment|column|letter|review|perspective|analysis/i.test(segments[at - 1].plain)) ||
      (text.includes(`${name} is a`) && text.lastIndexOf(`${name} is a`) > text.length / 2 && Math.abs(headline - at) <= 2)
    const isPerson = isPersonShape(line) && !isOutletName(line) && !/^The /.test(line) && line.split(' ').length <= 4
    const underTitle = title !== null && kinds.slice(0, index).findLast(kind => kind !== 'metadata' && kind !== 'caption') === 'title'
    if (
      isPerson &&
      (besideByline || (besideDate && (title || isGivenName(line))) || (underTitle && isGivenName(line)) || isColumnist(line, index))
    ) {
      kinds[index] = 'byline'
      addAuthors([line], segment, besideByline ? 'byline' : besideDate ? 'name beside the date' : 'name under the headline')
      return
    }
    const rest = segments.slice(index + 1)
    const restFurniture = furniture.slice(index + 1)
    const headlineFollows = rest.some((other, at) => restFurniture[at] === null && isHeadlineShape(other))
    const masthead = readMasthead(segment, raw, besideDate ?? null, headlineFollows)
    if (masthead) {
      kinds[index] = masthead
      return
    }
    // BuzzFeed•   (above the date)
    const marked = line.replace(/\s*[•|·]$/, '')
    if (besideDate && title && marked !== line && isNameShape(marked)) {
      mastheads.push({ name: marked, date: besideDate, url: null, span: spanOf(segment), from: 'masthead' })
      kinds[index] = 'metadata'
      return
    }
    if (!title && index === headline) {
      // Ferry sold to rival | Harbour Gazette
      const bar = /^(.{8,}?)\s+[|»–—-]\s+([^|»]{3,50})$/.exec(line)
      const site = bar && isOutletName(bar[2]) && (/[|»]/.test(line) || bar[1].split(' ').length > 3) ? bar[2] : null
      title = { value: site ? bar![1] : line, span: spanOf(segment) }
      if (site) mastheads.push({ name: site, date: null, url: null, span: spanOf(segment), from: 'title' })
      kinds[index] = 'title'
      return
    }
    kinds[index] =
      title && line === title.value
        ? 'title'
        : title
          ? 'heading'
          : line.split(' ').length >= 8 && (headline < 0 || /[.!?…]["”’')]*$/.test(line)) && !isMotto(line)
            ? 'paragraph'
            : 'metadata'
  })

  return { kinds, title, mastheads, publishedAt, updatedAt, partialDate, authors, bylineOutlet, tags, url, evidence }
}

/** The nearest line above or below that has a letter or a digit; -1 where there is none. */
const nextWritten = (segments: readonly Segment[], index: number, step: 1 | -1): number => {
  for (let at = index + step; at >= 0 && at < segments.length; at += step) if (/[\p{L}\p{N}]/u.test(segments[at].plain)) return at
  return -1
}
