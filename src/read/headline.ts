import { headerLabels } from '../lexicon/en/header-labels.ts'
import type { BlockKind } from '../model/document.ts'
import { readByline, readSignature } from './byline.ts'
import { findDate } from './dates.ts'
import { isDateLine } from './furniture.ts'
import { agencyOf, isGivenName, isOutletName, isPersonShape, isRole } from './names.ts'
import { isMotto } from './navigation.ts'
import type { Segment } from './segments.ts'

export const LABEL = /^([A-Za-z][A-Za-z() -]{1,24}?)\s*:\s*(.*)$/
const NAME =
  /^(?:The |My |Our )?\p{Lu}[\p{L}\p{N}&'’.-]*(?: (?:[\p{Lu}\p{N}][\p{L}\p{N}&'’.-]*|of|the|and|for|in|on|from|to|at|by|with|my|our|a|&|de|la|le|du|des|el|al))*(?<!\.)$/u
const EDITION = /^(?:vol(?:ume|\.)|issue|no\.|edition|number) ?\d/i
const TAIL = 14

/** Whether a line says what it holds: "Words: Corin Blakey", "Theme: Ports". */
export const isLabelled = (line: string): boolean => labelOf(line) !== null

const labelOf = (line: string): string | null => {
  const match = LABEL.exec(line)
  const label = match ? match[1].toLowerCase().trim() : ''
  return match?.[2] && Object.hasOwn(headerLabels, label) ? headerLabels[label] : null
}

/** Sellin Morning Post | Karvenia's oldest daily */
const isNamed = (line: string): boolean => {
  if (line.length > 90 || !/[|•·–—]/.test(line)) return false
  const parts = line.split(/\s*[|•·–—]\s*/)
  return parts.length > 1 && isOutletName(parts[0])
}

/** Whether a line may be a headline, so that a shorter one above it ("Harbour", "On the Quay") is none. */
export const isHeadlineShape = ({ plain }: Segment): boolean =>
  plain.length <= 220 && plain.split(' ').length >= 4 && !isMotto(plain) && !readByline(plain) && !findDate(plain) && !LABEL.test(plain)

/** "Why Do Ferries Keep Sinking? Maybe Because Nobody Looks." */
export const isTitleCase = (line: string): boolean => {
  const words = line.split(/\s+/).filter(word => /^[\p{L}]{4,}/u.test(word))
  return line.length <= 200 && words.length >= 3 && words.filter(word => /^\p{Lu}/u.test(word)).length >= words.length * 0.8
}

const lettersOf = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Whether no blank line stands between two segments. */
const adjoins = (text: string, above: Segment, below: Segment): boolean => !/\n\s*\n/.test(text.slice(above.end, below.start))

/** The line at a page's top that is the newspaper's name; -1 where the page has none. "THE SATURDAY LANTERN", over sections, a motto, or a rights line that repeats it. */
export const findNameplate = (text: string, segments: readonly Segment[], furniture: readonly (BlockKind | null)[]): number => {
  const agency = segments.length > 2 && agencyOf(segments[0].plain) !== null && furniture[1] === null && isHeadlineShape(segments[1])
  const index = agency ? 0 : furniture.indexOf(null)
  if (index < 0 || index > 12) return -1
  const segment = segments[index]
  const name = segment.plain
  if (segment.kind !== null || segment.long || name.length > 50 || name.split(' ').length > 6) return -1
  if (!NAME.test(name) || findDate(name) || LABEL.test(name) || readByline(name) || /[?!:,]/.test(name)) return -1
  const outlet = isOutletName(name)
  if (!outlet && isPersonShape(name) && isGivenName(name)) return -1
  const others = segments.slice(index + 1, index + 12)
  const headline = others.some((other, at) => furniture[index + 1 + at] === null && isHeadlineShape(other))
  if (!headline) return -1
  const next = others[0]
  if (outlet) return index
  if (next.menu || isMotto(next.plain) || EDITION.test(next.plain)) return index
  const key = lettersOf(name.replace(/^the /i, ''))
  if (key.length < 4) return -1
  for (let at = Math.max(index + 3, segments.length - TAIL); at < segments.length; at++) {
    const { plain, long } = segments[at]
    if (!long && (furniture[at] === 'boilerplate' || /[©@]/.test(plain)) && lettersOf(plain).includes(key)) return index
  }
  return /^the /i.test(name) && name.split(' ').length >= 3 && adjoins(text, segment, next) ? index : -1
}

const stemsOf = (words: string): string[] =>
  words
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word.length >= 4)
    .map(word => word.slice(0, 5))

/** The line above the article that is its headline, weighed by form, place and the words that it shares with the article; -1 where there is none. */
export const findHeadline = (
  text: string,
  segments: readonly Segment[],
  furniture: readonly (BlockKind | null)[],
  nameplate: number,
  body: number,
): number => {
  if (segments.some(({ plain }) => labelOf(plain) === 'title')) return -1
  const start = segments[body]?.start ?? text.length
  const article = text.slice(start, start + 4000).toLowerCase()
  const dated = segments.map(({ plain }, index) => furniture[index] === 'metadata' && isDateLine(plain))
  const first = furniture.findIndex((kind, index) => kind === null && index !== nameplate)
  const signs = segments.map(
    ({ plain }, index) =>
      dated[index] ||
      (furniture[index] === null &&
        (readByline(plain) !== null || readSignature(plain, index > first && (dated[index - 1] || dated[index + 1])) !== null)),
  )
  let best = -1
  let most = 0
  let order = 0
  let signed = false
  for (let index = 0; index < segments.length; index++) {
    const segment = segments[index]
    const line = segment.plain
    if (signs[index] && furniture[index] === null) signed = true
    if (furniture[index] !== null || index === nameplate || signs[index] || isLabelled(line)) continue
    if (isNamed(line) || line.length > 220 || /[:,]$|^[—–]|\(@/.test(line) || !/\p{L}/u.test(line)) continue
    if (segment.kind === null && /[^.]\.$/.test(line) && !/[.?!] /.test(line) && !isTitleCase(line)) continue
    if (/^by$/i.test(line) || (isRole(line) && line.split(' ').length <= 6)) continue
    const words = line.split(' ').length
    const stems = [...new Set(stemsOf(line))]
    let score = (4 * stems.filter(stem => article.includes(stem)).length) / Math.max(4, stems.length)
    if (/: |[‘“]|[?]$/.test(line)) score += 0.5
    if (segment.kind === 'title') score += 10
    else if (segment.kind === 'heading') score += 5
    score += words >= 5 ? 4 : words === 4 ? 3 : words === 3 ? 1 : 0
    if (isMotto(line)) score -= 5
    if (nameplate >= 0 && index === nameplate + 1 && adjoins(text, segments[nameplate], segment) && words <= 10) score -= 2
    if (isOutletName(line) || agencyOf(line)) score -= 4
    if (isPersonShape(line) && isGivenName(line)) score -= 3
    if (findDate(line) && words <= 12) score -= 6
    if (/^\p{Ll}/u.test(line)) score -= 3
    if (line.length > 130) score -= 1
    if (signed) score -= 2
    if (signs.slice(index + 1, index + 4).some(Boolean)) score += 2
    score -= Math.min(order, 4) * 1.5
    order++
    if (score > most) {
      most = score
      best = index
    }
  }
  return best
}
