import { buttonWords } from '../lexicon/en/button-words.ts'
import { sectionNames } from '../lexicon/en/section-names.ts'
import { findDate } from './dates.ts'
import { agencyOf } from './names.ts'

const BUTTONS: ReadonlySet<string> = new Set(buttonWords)
const SEPARATED = /[|›»>→·•‣●\t]|\s\/\s|\s{3}/
const SEPARATOR = /\s*[|›»>→·•‣●\t\n]+\s*|\s+\/\s+|\s{3,}/
const TRAIL = /[›»>→]|\s\/\s/
const SMALL: ReadonlySet<string> = new Set(['and', 'the', 'of', 'on', 'for', 'in', 'a', 'to'])
const MOTTO =
  /\bsince (?:1[789]|20)\d\d\b|\best(?:d|ablished)?\.? (?:in )?(?:1[789]|20)\d\d\b|^(?:an? |the )?(?:\w+ )?(?:independent|award-winning|leading|trusted|oldest|online|free|non-?profit|weekly|daily|monthly|local) (?:\w+ ){0,3}(?:news\w*|journal\w*|voice|paper|weekly|daily|magazine|source|reporting|guide)\b|\bnewsletter (?:of|on|for|about|from|by)\b|\byour (?:\w+,? ){0,3}(?:paper|town|news|voice|city|valley|county|community|home|guide|window|source)\b|^(?:the )?voice of\b|^all the news\b|\bnews(?:,| and| &) (?:\w+ ){0,2}(?:views|analysis|comment|opinion|culture|features)\b|\bjournalism (?:that|for|you|in|without|since)\b|\b(?:no|zero) (?:budget|ads|spin|agenda|paywall)s?\b|^(?:where|because) .{0,60}\b(?:news|journalism|truth|facts|stories)\b/i

const wordsOf = (item: string): string[] =>
  item
    .toLowerCase()
    .split(/[^\p{L}\p{N}’'$-]+/u)
    .filter(word => word && !SMALL.has(word))

const isSectionWord = (word: string) => sectionNames.has(word) || BUTTONS.has(word)

/** Whether words name a section of a newspaper: "Science & Environment", "The Long Interview". */
export const isSectionName = (item: string): boolean => {
  if (item.length > 48 || !/^[\p{Lu}&]/u.test(item) || /[.?!:]$/.test(item)) return false
  if (item.split(/\s+/).some(word => /^\p{Ll}/u.test(word) && !SMALL.has(word))) return false
  const words = wordsOf(item)
  return words.length > 0 && words.length <= 4 && words.some(word => sectionNames.has(word)) && words.every(isSectionWord)
}

const startsAsSection = (item: string): boolean => wordsOf(item).some(isSectionWord)

/** Menus and trails: "News | Weather | Obituaries", "Home » Archive » Seas", "World   Europe   Papers". `raw` keeps the runs of spaces. */
export const isNavigation = (raw: string): boolean => {
  if (raw.length > 240 || !SEPARATED.test(raw) || /[.!?:;,“”"@]\s*$|[“”"@©]|^\s*by /i.test(raw)) return false
  const items = raw.split(SEPARATOR).filter(Boolean)
  if (items.length < 2 || items.some(item => item.length > 40 || wordsOf(item).length > 4)) return false
  if (!items.every(item => /^[\p{Lu}\p{N}$#]|^\p{L}+$/u.test(item)) || items.some(item => agencyOf(item) !== null) || findDate(raw))
    return false
  const named = items.filter(startsAsSection).length
  if (TRAIL.test(raw)) return startsAsSection(items[0])
  return items.length === 2 ? items.every(isSectionName) : named * 3 >= items.length
}

/** Whether a line under a newspaper's name is its motto: "Independent news and analysis since 1998". */
export const isMotto = (line: string): boolean => line.length <= 100 && MOTTO.test(line)
