import { LEADING_ABBREVIATIONS, TRAILING_ABBREVIATIONS } from '../lexicon/en/abbreviations.ts'
import { SENTENCE_STARTERS, SPEECH_VERBS, TIME_WORDS } from '../lexicon/en/sentence-starters.ts'
import type { Sentence } from '../model/annotation.ts'
import { CLOSING, OPENING } from './quotations.ts'
import type { TokenRows } from './tokens.ts'

const NO = 0
/** A full stop. */
const STOP = 1
/** A question or exclamation mark, which a sentence in quotation marks may hold in its middle. */
const CRY = 2
/** Dots: they end a sentence only where a new one visibly begins. */
const DOTS = 3
/** An abbreviation with its own stop. */
const ABBREVIATION = 4

const terminalOf = (word: string): number => {
  const last = word.charCodeAt(word.length - 1)
  if (last === 46) return word.length === 1 ? STOP : word === '...' ? DOTS : ABBREVIATION
  if (last === 63 || last === 33) return word.charCodeAt(0) === last || word.charCodeAt(0) === 33 || word.charCodeAt(0) === 63 ? CRY : NO
  return word === '。' || word === '؟' ? STOP : NO
}

const isUpperStart = (word: string): boolean => {
  const ch = word.charAt(0)
  return ch !== ch.toLowerCase()
}
const isLowerStart = (word: string): boolean => {
  const ch = word.charAt(0)
  return ch !== ch.toUpperCase()
}
const isBracket = (word: string): boolean => word === ')' || word === ']' || word === '}'

/** "Dr.", "J." never end one; "U.S." does before "The", "a.m." before any capital that is no zone or day. */
const endsAfterAbbreviation = (word: string, previous: string, next: string, opening: boolean): boolean => {
  const plain = word.slice(0, -1)
  const lower = plain.toLowerCase()
  if (LEADING_ABBREVIATIONS.has(lower)) return false
  if (lower === 'a.m' || lower === 'p.m') return opening || (isUpperStart(next) && !TIME_WORDS.has(next))
  if (plain.length === 1 && isUpperStart(plain)) return SENTENCE_STARTERS.has(next) && !isUpperStart(previous) && previous !== '&'
  if (TRAILING_ABBREVIATIONS.has(lower) && lower === 'etc') return opening || isUpperStart(next)
  return opening || SENTENCE_STARTERS.has(next)
}

/** '"Why?" Greta Holm asked': a name or noun of up to four words and a verb of speech go on with the sentence. */
const goesOnWithSpeaker = (rows: TokenRows, from: number, last: number): boolean => {
  for (let t = from; t < Math.min(last, from + 5); t++) {
    const word = rows.text[t]
    if (t > from && SPEECH_VERBS.has(word)) return true
    if (!isUpperStart(word) && !(t === from + 1 && word === 'of')) return false
    if (t === from && SENTENCE_STARTERS.has(word) && !/^(?:He|She|They|It|I|We|The|A|An)$/.test(word)) return false
    if (t === from && /^(?:He|She|They|It|I|We|The|A|An)$/.test(word)) return false
  }
  return false
}

/** The tokens after which a sentence ends, between `first` and `last`. */
const findEnds = (rows: TokenRows, roles: Uint8Array, first: number, last: number): number[] => {
  const ends: number[] = []
  for (let t = first; t < last; t++) {
    let kind = terminalOf(rows.text[t])
    if (kind === NO) continue
    const word = rows.text[t]
    let k = t + 1
    let quoted = false
    while (k < last) {
      const follows = rows.text[k]
      if (roles[k] === CLOSING) quoted = true
      else if (isBracket(follows)) quoted = true
      else {
        const more = terminalOf(follows)
        if (more !== STOP && more !== CRY && more !== DOTS) break
        if (kind === ABBREVIATION || more === CRY) kind = more
      }
      k++
    }
    if (k >= last) break
    const next = rows.text[k]
    const opening = roles[k] === OPENING || next === '(' || next === '['
    const target = opening && k + 1 < last ? rows.text[roles[k + 1] === OPENING && k + 2 < last ? k + 2 : k + 1] : next
    const capital = isUpperStart(target) || /^[\d$£€#@]/.test(target)
    let ends_ = false
    if (kind === ABBREVIATION) {
      ends_ =
        k > t + 1 && quoted
          ? capital && !SPEECH_VERBS.has(next)
          : endsAfterAbbreviation(word, t > first ? rows.text[t - 1] : '', target, opening && isUpperStart(target))
    } else if (kind === DOTS) ends_ = capital && (opening || isUpperStart(target)) && (SENTENCE_STARTERS.has(target) || opening || quoted)
    else if (isLowerStart(target)) ends_ = kind === STOP && !quoted && !opening && rows.start[k] > rows.end[k - 1]
    else if (kind === CRY && quoted) ends_ = !/^[,;:]$|^--$/.test(next) && !goesOnWithSpeaker(rows, k, last)
    else ends_ = capital || opening || !/^[,;:]$|^--$/.test(next)
    if (ends_) ends.push(k)
    t = k - 1
  }
  return ends
}

/** No sentence is longer, in tokens: a text without stops is cut into pieces of this length. */
const LONGEST = 400

/** The sentences of the tokens `first` to `last`, all of paragraph `paragraph`, appended to `out`. */
export const splitSentences = (
  rows: TokenRows,
  roles: Uint8Array,
  first: number,
  last: number,
  paragraph: number,
  out: Sentence[],
): void => {
  let from = first
  for (const end of [...findEnds(rows, roles, first, last), last])
    while (from < end) {
      const to = Math.min(end, from + LONGEST)
      out.push({ start: rows.start[from], end: rows.end[to - 1], first: from, last: to, paragraph })
      from = to
    }
}
