import type { BlockKind } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import { groupLines, type Line, splitLines } from './lines.ts'
import { cleanMarkdown } from './markdown.ts'
import { isNameShape } from './names.ts'
import { isNavigation } from './navigation.ts'

/** A run of lines that belong together, before anybody asks what it is. */
export interface Segment extends Span {
  /** The words without Markdown, at most `PLAIN` characters of them; `long` when there are more. */
  readonly plain: string
  readonly long: boolean
  /** The last words, for what stands at a paragraph's end. */
  readonly tail: string
  /** A menu or a trail of sections. */
  readonly menu: boolean
  /** An item of a list. */
  readonly listed: boolean
  /** What the markup already says that it is. */
  readonly kind: BlockKind | null
}

const PLAIN = 1200
const FULL = 160
const TERMINAL = /[.!?…:;][”’"'»)\]*_]*$|[”"»][*_]*$/
const LIST = /^(?:[*+•‣◦▪●–-]|\d{1,2}[.)])\s+(?=\S)/
const QUOTED = /^(?:>\s?)+/
const ATX = /^#{1,6}\s+\S/
const LABEL = /^(?:\*\*)?(?:Q|A|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})(?:\*\*)?\s?:(?:\*\*)?\s/
const HEADER_LINE =
  /^(?:[>*_#[ ]*)(?:by |©|\(c\)|copyright\b|photo\b|image\b|picture\b|caption\b|articles by|disclaimer|region:|theme:|tags?:|published\b|updated\b|posted\b|advertisement$)/i

/** Makes a segment of `text` from `start` to `end`. */
export const makeSegment = (text: string, start: number, end: number, kind: BlockKind | null = null, listed = false): Segment => {
  const raw = text.slice(start, Math.min(end, start + PLAIN))
  const plain = cleanMarkdown(raw)
  const long = end - start > PLAIN
  const menu = raw.length <= 240 && isNavigation(raw)
  return { start, end, plain, long, tail: long ? cleanMarkdown(text.slice(end - 300, end)) : plain.slice(-300), menu, listed, kind }
}

const ends = (text: string, line: Line) => TERMINAL.test(text.slice(Math.max(line.start, line.end - 6), line.end))

/** The column at which the file breaks its lines, so that a line is no paragraph; 0 where it does not. */
const findColumn = (text: string, lines: readonly Line[]): number => {
  let column = 0
  let broken = 0
  let closed = 0
  let long = 0
  for (let index = 0; index + 1 < lines.length; index++) {
    const line = lines[index]
    if (line.blank || lines[index + 1].blank) continue
    const width = line.end - line.start
    if (width < 40) continue
    if (width > 130) long++
    else if (ends(text, line)) closed++
    else {
      broken++
      column = Math.max(column, width)
    }
  }
  return broken >= 3 && broken > closed && broken > long * 4 ? column : 0
}

/** "Elmbrook Notes" over "one resident, no budget"; "22 comments" over "anon42: …". */
const standsAlone = (line: string, first: boolean): boolean =>
  /^\d+ (?:comments?|repl(?:y|ies)|responses?)$/i.test(line) || (first && line.length <= 40 && isNameShape(line))

const openBracket = (words: string): boolean => {
  const last = words.lastIndexOf('[')
  return last >= 0 && words.indexOf(']', last) < 0
}

/** Cuts plain text or Markdown into segments: at blank lines, and at line breaks where the file has a paragraph a line. */
export const cutSegments = (text: string): Segment[] => {
  const lines = splitLines(text)
  const column = findColumn(text, lines)
  const wrapped = column > 0
  const segments: Segment[] = []

  const push = (first: number, last: number) => {
    let start = lines[first].start
    const end = lines[last - 1].end
    const opening = text.slice(start, Math.min(end, start + 40))
    const quote = QUOTED.exec(opening)
    const mark = quote ?? (LIST.test(opening) ? LIST.exec(opening) : null)
    if (mark && mark[0].length < end - start) start += mark[0].length
    while (start < end && /\s/.test(text[start])) start++
    if (start < end)
      segments.push(makeSegment(text, start, end, quote ? 'quote' : ATX.test(opening) ? 'heading' : null, !quote && mark !== null))
  }

  const cutGroup = (first: number, last: number) => {
    let longest = 0
    for (let index = first; index < last; index++) longest = Math.max(longest, lines[index].end - lines[index].start)
    const width = column > 0 ? Math.max(longest, column - 6) : longest
    let begin = first
    for (let index = first + 1; index < last; index++) {
      const before = lines[index - 1]
      const line = lines[index]
      const previous = text.slice(before.start, Math.min(before.end, before.start + FULL))
      const next = text.slice(line.start, Math.min(line.end, line.start + 60))
      const length = before.end - before.start
      let joined = false
      if (ATX.test(previous) || ATX.test(next) || standsAlone(previous, segments.length === 0 && index === first + 1)) joined = false
      else if (QUOTED.test(next)) joined = wrapped && QUOTED.test(previous) && length > width * 0.7
      else if (openBracket(text.slice(Math.max(before.start, before.end - FULL), before.end))) joined = true
      else if (LIST.test(next) || LABEL.test(next))
        joined = wrapped && !LIST.test(previous) && !LABEL.test(previous) && !ends(text, before) && length > width * 0.8
      else if (wrapped && width <= 130) {
        const word = next.search(/\s/) < 0 ? next.length : next.search(/\s/)
        const full = length + 1 + word > width - 6
        joined = full ? true : !ends(text, before) && /^[\p{Ll}\d]/u.test(next) && length > 30
        if (line.indent >= 2 && lines[index - 1].indent < line.indent && ends(text, before)) joined = false
        if (begin === index - 1 && length < width * 0.7 && (HEADER_LINE.test(previous) || HEADER_LINE.test(next))) joined = false
      } else
        joined = length <= 130 && !ends(text, before) && /^\p{Ll}/u.test(next) && !HEADER_LINE.test(next) && !HEADER_LINE.test(previous)
      if (joined) continue
      push(begin, index)
      begin = index
    }
    push(begin, last)
  }

  for (const group of groupLines(lines)) cutGroup(group.first, group.last)
  return segments
}
