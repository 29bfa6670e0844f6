import { boilerplate } from '../lexicon/en/boilerplate.ts'
import { buttonWords } from '../lexicon/en/button-words.ts'
import { pictureAgencies } from '../lexicon/en/photo-credits.ts'
import { isCaption } from './captions.ts'
import { findDate } from './dates.ts'
import { agencyOf } from './names.ts'
import { isSectionName } from './navigation.ts'
import { makeOpeningTest } from './openings.ts'
import type { Segment } from './segments.ts'

const opensAsBoilerplate = makeOpeningTest(boilerplate.opening)
/** A word of each of the patterns that are sought anywhere, so that most paragraphs need not be searched. */
const ABOUT =
  /check out|no longer|rights|permi|may (?:not |freely |only )?be|copyright|fair use|creative|licen|responsib|liab|answerable|necessarily|author|writer|contribut|purposes|advice|follow|find h|reach|contact|e-?mail|tweet|deliver|sign|subscri|comments|push|tax-ded|paper you|found (?:at|on)|leave/i
const ANYWHERE = new RegExp(boilerplate.anywhere.join('|'), 'i')
const CLOSING = new RegExp(boilerplate.closing.join('|'), 'i')
const BUTTONS = new Set(buttonWords)
const PICTURED: ReadonlySet<string> = new Set(pictureAgencies)
const CONTACT =
  /^(?:[\p{L}&' -]{0,40}[:|]?\s*)?(?:https?:\/\/\S+|www\.\S+|[\w-]+\.(?:com|org|net)|[\w.+-]+@[\w-]+\.[\w.-]+|[+(]?\d[\d\s().-]{6,18}\d)[\s.|,;]*$/iu
/** What one of these has, so that most lines need not be searched. */
const REACHED = /@|:\/\/|www\.|\.(?:com|org|net)|\d[\d\s().-]{6}/i
const ADDRESS =
  /^\d{1,5} [\p{Lu}\w'’ .-]{2,40}\b(?:street|st|road|rd|avenue|ave|lane|ln|square|quay|boulevard|blvd|drive|way|house|suite|floor)\b[^.“"]{0,80}$/iu
const STAGE = /^[([][\p{Lu}\p{N}\s'’"“”.,:&-]{3,80}[)\]]$/u
const RULE = /^[^\p{L}\p{N}]{1,200}$|^[-–—#*]{1,6} ?(?:30|ends?) ?[-–—#*]{1,6}$|^ENDS\.?$/u
const SHOUTED =
  /^(?:ADVERTISEMENT|SHARE|PRINT|EMAIL|COMMENTS?|PHOTOS?|VIDEO|WATCH|LIVE|BREAKING(?: NEWS)?|EXCLUSIVE|UPDATED?|OPINION|ANALYSIS|NEWS|SPORT|POLITICS|WORLD|BUSINESS)$/i
const SPOKEN = /\b(?:said|says|told|added|asked|replied|insisted|warned|claimed|according to)\b/i
const DATE_WORDS =
  /\b(?:vol(?:ume)?|issue|no|number|published|publish|posted|updated?|last|modified|first|created|date|on|at|the|time|local|edition|et|pt|ct|gmt|bst|utc|est|edt|pst|pdt|ist|a\.?m|p\.?m|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|\d{1,2}[:.]\d\d|min(?:ute)?s? read|hours?|minutes?|days?|ago|hrs?)\b/gi

const isButtonWord = (word: string): boolean => BUTTONS.has(word) || BUTTONS.has(word.toLowerCase()) || /^\d+k?$/.test(word)

// CancelSend
const isButtonRun = (word: string): boolean =>
  isButtonWord(word) ||
  (/\p{Ll}\p{Lu}/u.test(word) &&
    word
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .split(' ')
      .every(isButtonWord))

const isButtonToken = (token: string): boolean =>
  isButtonWord(token) ||
  (!/^[\p{L}\p{N}]$/u.test(token) && token.split(/[^\p{L}\p{N}+-]+/u).every(word => word === '' || isButtonRun(word)))

/** Share bars, player controls and the like: "Share on Facebook Share on Twitter", "CancelSend". */
const isButtons = (line: string): boolean => {
  if (line.length > 140 || line.endsWith('?') || (line.endsWith('.') && !line.endsWith('...'))) return false
  const tokens = line.split(' ')
  return tokens.every(isButtonToken) && tokens.some(token => /^[^\d]*\p{L}/u.test(token))
}

/** A line that is a date and nothing else: "Wednesday, October 22, 2025", "Updated 4:46 am PDT, July 16, 2018". */
export const isDateLine = (line: string): boolean => {
  if (line.length > 120 || (!/\d/.test(line) && !/^(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|^updated$|\bago$/i.test(line))) return false
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

/** What a segment is to the page by its own words alone; null for anything that may be the article's own text. */
export const classifyFurniture = (segment: Segment): 'metadata' | 'caption' | 'boilerplate' | null => {
  const { plain, long } = segment
  if (plain === '' || (!long && RULE.test(plain))) return 'metadata'
  if (!long && plain.length <= 160) {
    if (
      segment.menu ||
      isSectionName(plain) ||
      isButtons(plain) ||
      SHOUTED.test(plain) ||
      isDateLine(plain) ||
      (/^[([]/.test(plain) && STAGE.test(plain))
    )
      return 'metadata'
    if (!PICTURED.has(plain) && agencyOf(plain.replace(/^(?:[/|–—•-]\s*|source:\s*)+/i, '')) !== null) return 'metadata'
    if ((REACHED.test(plain) && CONTACT.test(plain)) || (/^\d/.test(plain) && ADDRESS.test(plain))) return 'boilerplate'
  }
  if (!/^(?:©|\(c\)|copyright\b)/i.test(plain) && isCaption(segment)) return 'caption'
  if (opensAsBoilerplate(plain)) return 'boilerplate'
  return null
}

/** Whether a paragraph speaks of the page rather than of its subject: rights, disclaimers, pleas. */
export const isAboutPage = (segment: Segment, closing: boolean): boolean => {
  const { plain } = segment
  if (!closing && (plain.includes('“') || plain.includes('"'))) return false
  const about = ABOUT.test(plain)
  if (!closing && (!about || SPOKEN.test(plain))) return false
  if (/\b(?:he|she|they|who) (?:said|says|told|added)\b/.test(plain)) return false
  if (about && ANYWHERE.test(plain)) return true
  return closing && !segment.long && plain.length < 700 && !/\b(?:said|told)\b/.test(plain) && CLOSING.test(plain)
}
