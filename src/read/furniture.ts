import { agencies } from '../lexicon/en/agencies.ts'
import { boilerplate } from '../lexicon/en/boilerplate.ts'
import { buttonWords } from '../lexicon/en/button-words.ts'
import { captionLabels, pictureAgencies } from '../lexicon/en/photo-credits.ts'
import { findDate } from './dates.ts'
import { agencyOf } from './names.ts'
import type { Segment } from './segments.ts'

const OPENING = new RegExp(`^(?:${boilerplate.opening.join('|')})`, 'i')
const ANYWHERE = new RegExp(boilerplate.anywhere.join('|'), 'i')
const CLOSING = new RegExp(boilerplate.closing.join('|'), 'i')
const BUTTONS = new Set(buttonWords)
const PICTURED: ReadonlySet<string> = new Set(pictureAgencies)
const CREDITED = [...new Set([...pictureAgencies, ...agencies.flat()])].map(name => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|')
const LABELLED = new RegExp(`^(?:${captionLabels.join('|')})s?\\s*(?::|\\||©|/)`, 'i')
const PHOTO_BY =
  /^(?:photo|photos|photograph|photographs|image|images|picture|pictures|illustration|video|graphic)s?\s+(?:by|courtesy|via|from|credit|supplied|taken)\b[^“"]{0,140}$/i
const CREDIT_PARENTHESIS = new RegExp(
  `\\((?:[^()]{0,80}(?:/|\\bvia\\b|\\||,| for | — | – )\\s*(?:the )?(?:${CREDITED})(?:[ /,][^()]{0,60})?|(?:AP|AFP|Reuters|PA|EPA|dpa|UPI)[ /](?:photo|file|pool|images?)[^()]{0,60}|(?:file )?(?:photo|image|picture|photograph|credit|pic|courtesy|screenshot|screengrab|handout)s?\\b[^()]{0,100}|(?:\\p{Lu}[\\p{L}.'’-]*\\s+){1,3}\\p{Lu}[\\p{L}'’-]+\\s*/\\s*[^()/]{2,60})\\)\\.?$`,
  'iu',
)
const CREDIT_TAIL = new RegExp(
  `(?:[|/]|\\bvia|\\bfor|©|,)\\s*(?:the )?(?:${CREDITED})(?:\\s+(?:images?|photos?|file|pool))?(?:[ ,/|]+(?:file|pool|getty images|afp|images?|via [\\w ]+|ap|\\d{4}))*\\s*[).]?$`,
  'i',
)
const CREDIT_HEAD = new RegExp(`^(?:${CREDITED})\\s*[/|]\\s*\\S`)
const PHOTO_SIGN = /\b(?:AFP|AP|EPA|Reuters) ?(?:PHOTO|Photo)\b|\bORIG FILE ID\b|\bGetty Images\b/
const CONTACT =
  /^(?:[\p{L}&' -]{0,40}[:|]?\s*)?(?:https?:\/\/\S+|www\.\S+|[\w-]+\.(?:com|org|net)|[\w.+-]+@[\w-]+\.[\w.-]+|[+(]?\d[\d\s().-]{6,18}\d)[\s.|,;]*$/iu
const ADDRESS =
  /^\d{1,5} [\p{Lu}\w'’ .-]{2,40}\b(?:street|st|road|rd|avenue|ave|lane|ln|square|quay|boulevard|blvd|drive|way|house|suite|floor)\b[^.“"]{0,80}$/iu
const STAGE = /^[([][\p{Lu}\p{N}\s'’"“”.,:&-]{3,80}[)\]]$/u
const FILE_START =
  /^(?:file\s?(?:photo)?\s*[-–—:]|(?:in )?this [^.]{0,40}\b(?:file|handout|undated|booking|combination) (?:photo|image|picture))/i
const FILE_PHOTO =
  /^file\s?(?:photo)?\s*[-–—:]|\bin (?:this|an?) (?:[\p{L}.]+ \d{1,2}, \d{4},? )?(?:(?:undated|file|still|combination|recent|booking|courtroom|handout|combo|composite) )*(?:photo|image|picture|photograph|sketch|frame grab|screen ?grab|video grab)\b/iu
const RULE = /^[^\p{L}\p{N}]{1,200}$/u
const SHOUTED =
  /^(?:ADVERTISEMENT|SHARE|PRINT|EMAIL|COMMENTS?|PHOTOS?|VIDEO|WATCH|LIVE|BREAKING(?: NEWS)?|EXCLUSIVE|UPDATED?|OPINION|ANALYSIS|NEWS|SPORT|POLITICS|WORLD|BUSINESS)$/i
const SPOKEN = /\b(?:said|says|told|added|asked|replied|insisted|warned|claimed|according to)\b/i
const DATE_WORDS =
  /\b(?:published|publish|posted|updated?|last|modified|first|created|date|on|at|the|time|local|edition|et|pt|ct|gmt|bst|utc|est|edt|pst|pdt|ist|a\.?m|p\.?m|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|\d{1,2}[:.]\d\d|min(?:ute)?s? read|hours?|minutes?|days?|ago|hrs?)\b/gi

/** Share bars, player controls and the like: "Share on Facebook Share on Twitter", "CancelSend". */
const isButtons = (line: string): boolean => {
  if (line.length > 140 || /[.?]$/.test(line.replace(/\.{3}$/, ''))) return false
  const words = line.split(/[^\p{L}\p{N}+-]+/u).filter(Boolean)
  const known = (word: string) => BUTTONS.has(word.toLowerCase()) || /^\d+k?$/.test(word)
  if (words.length === 0 || words.every(word => /^\d/.test(word))) return false
  return words.every(
    word =>
      known(word) ||
      word
        .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
        .split(' ')
        .every(known),
  )
}

/** A line that is a date and nothing else: "Wednesday, October 22, 2025", "Updated 4:46 am PDT, July 16, 2018". */
export const isDateLine = (line: string): boolean => {
  if (line.length > 120) return false
  const date = findDate(line)
  const rest = date ? `${line.slice(0, date.start)} ${line.slice(date.end)}` : line
  if (!date && !/\d{1,2}[:.]\d\d|\bago$|^(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|^updated$/i.test(line)) return false
  const second = date ? findDate(rest) : null
  const bare = second ? `${rest.slice(0, second.start)} ${rest.slice(second.end)}` : rest
  const words = bare.replace(DATE_WORDS, ' ')
  return !/\p{L}{2}/u.test(
    date ? words : words.replace(/\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/gi, ' '),
  )
}

/** Captions and picture credits: "Photo: …", "… at the quay. (Lena Marsh / Velanews)", "Ada Brun | AFP | Getty Images". */
export const isCaption = (segment: Segment): boolean => {
  const { plain, long } = segment
  if (LABELLED.test(plain) || (PHOTO_BY.test(plain) && !SPOKEN.test(plain)) || /^(?:image|media) (?:caption|copyright)\b/i.test(plain))
    return true
  if (long) return false
  const tail = segment.tail.replace(/(?:\.\.\.)?\s+(?:less|more|hide caption)$/, '')
  if (CREDIT_PARENTHESIS.test(tail) && plain.length < 900) return true
  if (plain.length < 110 && !SPOKEN.test(plain) && !/^by\b/i.test(plain) && (CREDIT_TAIL.test(tail) || CREDIT_HEAD.test(plain))) return true
  if (plain.length < 600 && FILE_START.test(plain)) return true
  if (plain.length < 500 && !/[“"]/.test(plain) && FILE_PHOTO.test(plain)) return true
  return !/\b(?:said|told|added|asked)\b/.test(plain) && PHOTO_SIGN.test(tail) && plain.length < 700 && !/[“"]/.test(plain)
}

/** What a segment is to the page by its own words alone; null for anything that may be the article's own text. */
export const classifyFurniture = (segment: Segment): 'metadata' | 'caption' | 'boilerplate' | null => {
  const { plain, long } = segment
  if (plain === '' || (!long && RULE.test(plain))) return 'metadata'
  if (!long && plain.length <= 160) {
    if (isButtons(plain) || SHOUTED.test(plain) || isDateLine(plain) || STAGE.test(plain)) return 'metadata'
    if (!PICTURED.has(plain) && agencyOf(plain.replace(/^(?:[/|–—•-]\s*|source:\s*)+/i, '')) !== null) return 'metadata'
    if (CONTACT.test(plain) || ADDRESS.test(plain)) return 'boilerplate'
  }
  if (!/^(?:©|\(c\)|copyright\b)/i.test(plain) && isCaption(segment)) return 'caption'
  if (OPENING.test(plain)) return 'boilerplate'
  return null
}

/** Whether a paragraph speaks of the page rather than of its subject: rights, disclaimers, pleas. */
export const isAboutPage = (segment: Segment, closing: boolean): boolean => {
  const { plain } = segment
  if (!closing && (/[“"]/.test(plain) || SPOKEN.test(plain))) return false
  if (/\b(?:he|she|they|who) (?:said|says|told|added)\b/.test(plain)) return false
  if (ANYWHERE.test(plain)) return true
  return closing && !segment.long && plain.length < 700 && CLOSING.test(plain) && !/\b(?:said|told)\b/.test(plain)
}
