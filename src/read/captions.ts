import { agencies } from '../lexicon/en/agencies.ts'
import { captionLabels, captionPositions, pictureAgencies, posingVerbs } from '../lexicon/en/photo-credits.ts'
import type { BlockKind } from '../model/document.ts'
import { isGivenName, isNameShape, isOutletName, isPersonShape } from './names.ts'
import type { Segment } from './segments.ts'

const CREDITED: ReadonlySet<string> = new Set([...pictureAgencies, ...agencies.flat()].map(name => name.toLowerCase()))
const LABELS: ReadonlySet<string> = new Set(captionLabels)
const LABEL = /^([\p{L} ]{3,20}?)s?\s*[:|©/]/u
const BRACKETED =
  /^[[(]\s*(?:photo|video|image|picture|chart|map|graphic|graph|caption|illustration|audio|gallery|slideshow|cartoon)s?\s*[:|–—-]/i
const PHOTO_BY =
  /^(?:photo|photos|photograph|photographs|image|images|picture|pictures|illustration|video|graphic)s?\s+(?:by|courtesy|via|from|credit|supplied|taken)\b[^“"]{0,140}$/i
// … outside the court. Photograph: Pellow Rovers FC
const CLOSING_CREDIT =
  /[.!?”"’')\]]\s+(?:photo|photograph|picture|pic|image|illustration|credit|video|copyright)s?(?: credit| by| courtesy(?: of)?)?\s*[:|]\s*[^.:!?“”]{2,70}$/i
// … a farmer said. Per Holm for The Meridian Post
const CLOSING_NAME =
  /(?:[.!?][”"’')]*|[)\]])\s+((?:\p{Lu}[\p{L}'’.-]*\s+){1,3}\p{Lu}[\p{L}'’-]+)(?:\s*(?:\/|,|\||\bfor\b)\s*(?:the )?(\p{Lu}[^.,“”"]{1,40}))?$/u
const PARENTHESIS = /[([]([^()[\]]{3,150})[)\]]\.?$/
const PHOTO_WORD = /^(?:file )?(?:photo|image|picture|photograph|credit|pic|courtesy|screenshot|screengrab|handout)s?\b/i
const ARCHIVE = /\b(?:archives?|file|file photo|library|collection|handout|supplied|museum|photo|photos|image|images|pictures?)$/i
// COURIER FILE PHOTO
const FILED =
  /^(?:[\p{L}'’.&-]+ ){0,4}(?:file|staff|courtesy|archive|contributed|submitted|supplied|stock|library|FILE|STAFF) (?:photo|image|picture|PHOTO|IMAGE|PICTURE)[sS]?$/u
const WIRE_PHOTO = /^(?:AP|AFP|Reuters|PA|EPA|dpa|UPI)[ /](?:photo|file|pool|images?)/i
const MODIFIER = /(?:\s+|^)(?:images?|photos?|file|pool|pictures?|(?:19|20)\d\d)$/i
const PHOTO_SIGN = /\b(?:AFP|AP|EPA|Reuters) ?(?:PHOTO|Photo)\b|\bORIG FILE ID\b|\bGetty Images\b/
const FILE_START =
  /^(?:file\s?(?:photo)?\s*[-–—:]|(?:in )?this [^.]{0,40}\b(?:file|handout|undated|booking|combination) (?:photo|image|picture))/i
const FILE_PHOTO =
  /^file\s?(?:photo)?\s*[-–—:]|\bin (?:this|an?) (?:\p{L}{3,9}\.? \d{1,2}, \d{4},? )?(?:(?:undated|file|still|combination|recent|booking|courtroom|handout|combo|composite) )*(?:photo|image|picture|photograph|sketch|frame grab|screen ?grab|video grab)\b(?! of\b)/iu
const PICTURE = /photo|image|pic|sketch|grab|file/i
const MORE = /(?:\.\.\.)?\s+(?:less|more|hide caption)$/
const SPOKEN = /\b(?:said|says|told|added|asked|replied|insisted|warned|claimed|according to)\b/i
const SAID = /\b(?:said|told|added|asked)\b/
const POSITION = new RegExp(
  `\\((?:${captionPositions.join('|')})\\)|, (?:${captionPositions.join('|')}), |^(?:from (?:the )?(?:top )?left|left to right|clockwise from|pictured|top|above|below|l-r|inset)\\b[^.]{0,30}[:,]`,
  'i',
)
const DATED =
  /\b(?:on|last|this|early|late|during|in) (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|month|year|(?:january|february|march|april|june|july|august|september|october|november|december))\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:\p{Lu}[\p{L}]{2,8}\.? \d|\d)/iu
const NOUN_BEFORE = /^(?:an?|the|his|her|their|its|to|of|for|in|on|after|before|this|that|no|first|last|next|who|which)$|ly$|['’]s?$/i
const POSES: ReadonlySet<string> = new Set(posingVerbs)

const isCredited = (words: string): boolean => {
  let name = words.trim().replace(/^the /i, '').toLowerCase()
  for (let step = 0; step < 3; step++) {
    if (CREDITED.has(name)) return true
    const shorter = name.replace(MODIFIER, '')
    if (shorter === name || shorter === '') return false
    name = shorter
  }
  return CREDITED.has(name)
}

/** Ada Brun | AFP | Getty Images; Lena Marsh/Velanews via AP: what stands behind the last bar, slash, comma or "via". */
const endsInCredit = (tail: string): boolean => {
  if (!/[|/©,—–]|\b(?:via|for)\b/.test(tail)) return false
  const words = tail.replace(/[\s).]+$/, '').slice(-90)
  const parts = words.split(/\s*(?:[|/©,]|\bvia\b|\bfor\b| — | – )\s*/)
  return (
    parts.length > 1 &&
    (isCredited(parts[parts.length - 1]) ||
      (parts.length > 2 && /^(?:file|pool|(?:19|20)\d\d)?$/i.test(parts[parts.length - 1]) && isCredited(parts[parts.length - 2])))
  )
}

const startsWithCredit = (plain: string): boolean => {
  const bar = plain.slice(0, 40).search(/\s*[/|]\s*\S/)
  return bar > 0 && isCredited(plain.slice(0, bar)) && /^\p{Lu}/u.test(plain)
}

const isCreditParenthesis = (tail: string): boolean => {
  const last = tail.endsWith('.') ? tail[tail.length - 2] : tail[tail.length - 1]
  const inner = last === ')' || last === ']' ? PARENTHESIS.exec(tail.slice(-160))?.[1] : null
  if (!inner) return false
  return (
    endsInCredit(inner) ||
    WIRE_PHOTO.test(inner) ||
    PHOTO_WORD.test(inner) ||
    (ARCHIVE.test(inner) && isNameShape(inner) && inner.split(' ').length <= 5) ||
    /^(?:\p{Lu}[\p{L}.'’-]*\s+){1,3}\p{Lu}[\p{L}'’-]+\s*\/\s*[^()/]{2,60}$/u.test(inner) ||
    inner.split(/\s*(?:\/|\||,| via | for | — | – )\s*/).some((part, index) => index > 0 && isCredited(part))
  )
}

const hasQuotes = (words: string): boolean => words.includes('“') || words.includes('”') || words.includes('"')

/** Ada Brun speaks to reporters outside the court on Tuesday. Ada Brun (left) and her deputy wait on the quay. */
const isPose = (plain: string): boolean => {
  if (plain.length > 320 || plain.length < 20 || hasQuotes(plain)) return false
  const verb = plain.length > 220 ? 0 : findPose(plain)
  if (verb === 0 && !POSITION.test(plain)) return false
  if (SPOKEN.test(plain)) return false
  return POSITION.test(plain) || (DATED.test(plain) && !/\b(?:was|were|had|has|have|is|are|will|would)\b/.test(plain))
}

/** The place of the verb that tells what somebody does in a picture, after a name: "Ada Brun speaks to …"; 0 where there is none. */
const findPose = (plain: string): number => {
  const words = plain.split(' ', 14)
  const verb = words.findIndex((word, index) => index > 0 && POSES.has(word) && !NOUN_BEFORE.test(words[index - 1]))
  return verb > 0 && words.slice(0, verb).some(word => /^\p{Lu}/u.test(word)) ? verb : 0
}

/** … Ottilie Ferrante for the Lantern: a name behind the last sentence, no stop after it. */
const endsInName = (plain: string): boolean => {
  const match = '.!?]'.includes(plain[plain.length - 1]) ? null : CLOSING_NAME.exec(plain.slice(-110))
  if (
    !match ||
    plain.split(' ').length < 7 ||
    /(?:^| )(?:Sen|Rep|Gov|Dr|Mr|Mrs|Ms|St|Prof|Gen|Col|Lt|Capt|Sgt|Rev|Hon|Pres|vs?|Inc|Co|Ltd|No|U\.S|[A-Z])\.$/.test(
      plain.slice(0, -match[0].length + 1),
    ) ||
    !isPersonShape(match[1].replace(/^(?:Photo|Image) /, ''))
  )
    return false
  return match[2] ? /^(?:\p{Lu}|\d)/u.test(match[2]) && (isNameShape(match[2]) || isOutletName(match[2])) : isGivenName(match[1])
}

/** Captions and picture credits: "Photo: …", "… at the quay. (Lena Marsh / Velanews)", "Ada Brun | AFP | Getty Images". */
export const isCaption = (segment: Segment): boolean => {
  const { plain, long } = segment
  const label = /[:|©/]/.test(plain.slice(0, 30)) ? LABEL.exec(plain) : null
  if (label && (LABELS.has(label[1].toLowerCase()) || LABELS.has(`${label[1].toLowerCase()}s`))) return true
  if (BRACKETED.test(plain) || (PHOTO_BY.test(plain) && !SPOKEN.test(plain)) || /^(?:image|media) (?:caption|copyright)\b/i.test(plain))
    return true
  if (long || plain.length < 12) return false
  const tail = /(?:less|more|caption)$/.test(segment.tail.slice(-7)) ? segment.tail.replace(MORE, '') : segment.tail
  if (plain.length < 900 && isCreditParenthesis(tail)) return true
  if (plain.length < 110 && !SPOKEN.test(plain) && !/^by\b/i.test(plain) && (endsInCredit(tail) || startsWithCredit(plain))) return true
  if (plain.length < 600 && (FILE_START.test(plain) || (/[:|]/.test(tail.slice(-75)) && CLOSING_CREDIT.test(tail)) || endsInName(plain)))
    return true
  if (plain.length < 500 && !/[“"]/.test(plain) && PICTURE.test(plain) && FILE_PHOTO.test(plain)) return true
  if (isPose(plain) || (plain.length < 60 && FILED.test(plain))) return true
  return plain.length < 700 && /PHOTO|Photo|ORIG|Getty/.test(tail) && PHOTO_SIGN.test(tail) && !SAID.test(plain) && !/[“"]/.test(plain)
}

/** A line under a picture that has its credit in the next line: marks it as a caption, too. */
export const markCredited = (
  text: string,
  segments: readonly Segment[],
  kinds: readonly (BlockKind | null)[],
  body: number,
): (BlockKind | null)[] =>
  kinds.map((kind, index) => {
    if (index < body) return kind
    const next = segments[index + 1]
    if (kind !== null || kinds[index + 1] !== 'caption' || next.plain.length > 60 || /[.!?]$/.test(next.plain)) return kind
    const { plain, long, end } = segments[index]
    const apart =
      /\n\s*\n/.test(text.slice(end, next.start)) ||
      (index > 0 && !/\n\s*\n/.test(text.slice(segments[index - 1].end, segments[index].start)))
    return long || apart || plain.length > 300 || SPOKEN.test(plain) || /[“”"]/.test(plain) ? kind : 'caption'
  })
