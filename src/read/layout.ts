import type { Block, BlockKind } from '../model/document.ts'
import { readByline, readSignature } from './byline.ts'
import { markCredited } from './captions.ts'
import { readDateline } from './datelines.ts'
import { classifyFurniture, isAboutPage, isDateLine } from './furniture.ts'
import { type Header, readHeader } from './header.ts'
import { findNameplate, isLabelled, isTitleCase } from './headline.ts'
import { isMotto } from './navigation.ts'
import { findPullQuotes } from './pull-quotes.ts'
import type { Segment } from './segments.ts'
import { markTeasers } from './teasers.ts'
import { countSpaced } from './white-space.ts'

/** A text with every segment's kind: the article's own text lies from `body` on and before `footer`. */
export interface Layout {
  readonly segments: readonly Segment[]
  readonly kinds: readonly BlockKind[]
  readonly header: Header
  readonly body: number
  readonly footer: number
}

const STOP = /[.!?…]["”’'»)\]*_]*$/
const SENTENCES = /[.!?]["”’')]*\s+["“‘'(]?\p{Lu}/u
const SPEAKER = /^(?:Q|A|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})\s?:\s+\S/
const isTurn = (plain: string) => SPEAKER.test(plain) && !/^(?:contact|e-?mail|related|disclaimer|read more|see also)/i.test(plain)
const SAYS = /\b(?:said|told|added|asked|replied|insisted|warned|according to|tweeted|wrote)\b/
const HEADER_REACH = 60
const LATE_HEADER = 8
const SELF =
  'states?|stresses|notes|accepts?|takes?|assumes?|bears?|grants?|permits?|allows?|reserves?|welcomes?|invites?|encourages?|does not|do not|is not|are not|cannot|will not|shall not|may not|can not|is (?:published|printed|owned|edited|a member|regulated|part|supported|funded|compiled|translated|produced|brought|an?|the)|cannot|can(?: )?not|takes no|relies|depends|thanks|retains|disclaims|asks (?:its )?readers'
const asPattern = (words: string) => words.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')

/** Labels that take turns ("ANNA: … BEN: … ANNA: …") make a transcript; its turns are paragraphs. */
const isTranscript = (segments: readonly Segment[]): boolean => {
  const counts = new Map<string, number>()
  let turns = 0
  for (const segment of segments.slice(0, 400)) {
    if (!SPEAKER.test(segment.plain)) continue
    turns++
    const label = segment.plain.slice(0, segment.plain.indexOf(':'))
    counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  return turns >= 3 && [...counts.values()].some(count => count > 1)
}

/** Headlines drop articles and auxiliaries; a first sentence seldom does. "Rebels leave Qazmir after talks." but "The rebels have left." */
const isHeadlineSentence = (line: string): boolean =>
  line.length <= 130 &&
  !SENTENCES.test(line) &&
  !/^(?:the|a|an) /i.test(line) &&
  !/[“"].*[”"]/.test(line) &&
  !/\b(?:was|were|has|have|had|said|told|is|are|will be|would|the \w+ (?:of|that)|who|which)\b/.test(line)

const isProse = (segment: Segment, first: boolean): boolean => {
  const { plain } = segment
  if (segment.kind === 'heading' || segment.kind === 'title') return false
  if (segment.long || segment.kind === 'quote' || segment.kind === 'paragraph' || readDateline(plain)) return true
  if (segment.listed && !first) return countSpaced(plain) >= 4
  if (plain.length > (first ? 220 : 160)) return true
  if (/^[“"]/.test(plain) && SAYS.test(plain)) return true
  if (plain.endsWith(':') && !isLabelled(plain) && countSpaced(plain) >= (SENTENCES.test(plain) ? 6 : 10)) return true
  if (!STOP.test(plain)) return false
  if (first && isTitleCase(plain)) return false
  if (first) return !(plain.endsWith('?') || plain.endsWith('!')) && countSpaced(plain) >= 5
  return countSpaced(plain) >= 3
}

/** The index of the first segment that is the article's own text. */
const findBody = (
  segments: readonly Segment[],
  furniture: readonly (BlockKind | null)[],
  transcript: boolean,
  nameplate: number,
): number => {
  const reach = Math.min(segments.length, HEADER_REACH)
  let first = true
  for (let index = 0; index < reach; index++) {
    const segment = segments[index]
    if (furniture[index] !== null || index === nameplate || (first && isMotto(segment.plain))) continue
    if (isLabelled(segment.plain) && !STOP.test(segment.plain)) continue
    if (readByline(segment.plain) || (!first && readSignature(segment.plain))) continue
    if (transcript && !first && SPEAKER.test(segment.plain)) return index
    const signed = segments.slice(index + 1, index + 3).some(({ plain }) => readByline(plain) !== null || isDateLine(plain))
    if (isProse(segment, first) && !(first && signed && segment.plain.length <= 160)) {
      const next = segments.slice(index + 1, index + 6).find((_, offset) => furniture[index + 1 + offset] === null)
      if (!first || !next || segment.kind === 'paragraph' || !isHeadlineSentence(segment.plain) || next.plain.length < segment.plain.length)
        return index
    }
    if (index !== nameplate + 1 || nameplate < 0 || countSpaced(segment.plain) >= 4) first = false
  }
  const only = furniture.indexOf(null)
  return only < 0 ? segments.length : segments.length - only > 1 && segments[only].plain.length <= 220 ? only + 1 : only
}

/** Where the lines below the article begin: at the first rights line, source line or disclaimer that only little other text follows. */
const findFooter = (
  segments: readonly Segment[],
  furniture: readonly (BlockKind | null)[],
  body: number,
  isOwnWord: (segment: Segment) => boolean,
): number => {
  let prose = 0
  for (let index = body; index < segments.length; index++) if (furniture[index] === null) prose++
  let seen = 0
  let last = segments.length
  for (let index = body; index < segments.length; index++) {
    if (furniture[index] === null) {
      seen++
      continue
    }
    const strong =
      /^(?:©|\(c\)|copyright|all rights|disclaimer|the original source|articles? by|this (?:article|story|report)|(?:originally|first) published|reprinted|republished|for media)/i.test(
        segments[index].plain,
      )
    if (strong && furniture[index] === 'boilerplate' && seen > 0 && prose - seen <= 2 && prose - seen <= seen / 2) {
      last = index
      break
    }
  }
  while (last > body && (furniture[last - 1] !== null || isAboutPage(segments[last - 1], true) || isOwnWord(segments[last - 1]))) last--
  return Math.max(last, body)
}

/** A subhead: a short line without a stop that the next line does not carry on. */
const isHeading = (segment: Segment, next: Segment | undefined): boolean => {
  const { plain } = segment
  if (segment.kind === 'heading' || /^\p{Lu}[\p{Lu} ]{2,28}\.?$/u.test(plain)) return true
  if (
    segment.long ||
    segment.listed ||
    segment.kind === 'paragraph' ||
    plain.length > 90 ||
    !next ||
    /^\p{Ll}/u.test(next.plain) ||
    STOP.test(plain) ||
    /[,:;]$/.test(plain)
  )
    return false
  if (/^[\p{Ll}—–]/u.test(plain) || /["“”@]/.test(plain) || SAYS.test(plain)) return false
  return countSpaced(plain) <= 14
}

/** Decides what every segment is to the page. */
export const layOut = (text: string, segments: readonly Segment[]): Layout => {
  const transcript = isTranscript(segments)
  const own = segments.map(segment => {
    if (segment.kind === 'caption' || segment.kind === 'boilerplate' || segment.kind === 'metadata') return segment.kind
    const kind = classifyFurniture(segment)
    return kind === 'boilerplate' && transcript && isTurn(segment.plain) ? null : kind
  })
  const nameplate = findNameplate(text, segments, own)
  const body = findBody(segments, own, transcript, nameplate)
  const furniture = markCredited(text, segments, markTeasers(segments, own, body), body)
  const late = Math.min(segments.length, body + LATE_HEADER)
  const above = furniture
    .slice(0, late)
    .map((kind, index) => (index >= body && (kind !== null || !readByline(segments[index].plain)) ? (kind ?? 'paragraph') : kind))
  const header = readHeader(text, segments.slice(0, late), above, nameplate, body)
  const isBio = (segment: Segment) =>
    header.authors.some(
      author =>
        segment.plain === author ||
        new RegExp(`^(?:${asPattern(author)} )?${asPattern(author)}(?:, [^,]{2,60},)? (?:is|was|writes|reports|covers|works)\\b`, 'i').test(
          segment.plain,
        ),
    )
  const isSelf = (segment: Segment) =>
    header.mastheads.some(({ name }) =>
      new RegExp(`^(?:the )?${asPattern(name.replace(/^the /i, ''))} (?:${SELF})\\b`, 'i').test(segment.plain),
    )
  const footer = findFooter(segments, furniture, body, segment => isBio(segment) || isSelf(segment))
  const title = header.title?.value ?? null
  const kinds: BlockKind[] = segments.map((segment, index) => {
    if (index < body) return header.kinds[index] ?? 'metadata'
    const kind = furniture[index]
    if (kind) return kind
    if (header.kinds[index] === 'byline') return 'byline'
    if (index >= footer) return segment.kind === 'quote' ? 'quote' : isCredit(segment.plain) ? 'byline' : 'boilerplate'
    if (isAboutPage(segment, false)) return 'boilerplate'
    if (segment.kind === 'quote') return 'quote'
    if (title && segment.plain === title) return 'title'
    if (isCredit(segment.plain)) return 'byline'
    if (transcript && SPEAKER.test(segment.plain)) return 'paragraph'
    return isHeading(segment, segments[index + 1]) ? 'heading' : 'paragraph'
  })
  const pulled = findPullQuotes(text, segments, kinds)
  return { segments, kinds: kinds.map((kind, index) => (pulled.has(index) ? 'caption' : kind)), header, body, footer }
}

// (Reporting by Ada Brun in Tarsk; Editing by Tom Vale)
const isCredit = (plain: string): boolean =>
  plain.length < 500 &&
  (/^[([—–-]*\s*(?:(?:additional |with )?(?:reporting|writing|editing|research|translation|compiled|reported|written)(?: and (?:writing|editing|reporting))? by|with (?:files|reporting|additional reporting|inputs|agency inputs)) /i.test(
    plain,
  ) ||
    (countSpaced(plain) < 12 && readByline(plain) !== null && !STOP.test(plain))) &&
  !/\b(?:said|says|told|found|shows?)\b/.test(plain)

export const toBlocks = (layout: Layout): Block[] =>
  layout.segments.map((segment, index) => ({ start: segment.start, end: segment.end, kind: layout.kinds[index] }))
