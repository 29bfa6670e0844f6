import { alike } from '../lexicon/en/alike.ts'
import { doubtWords, emptyWords, negatingWords } from '../lexicon/en/empty-words.ts'
import { honorifics } from '../lexicon/en/honorifics.ts'
import { irregularNouns, irregularVerbs } from '../lexicon/en/irregular-lemmas.ts'
import { numberWords } from '../lexicon/en/numbers.ts'
import type { Particulars } from '../model/statement.ts'

const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const DAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ')
const ORDINALS = 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ')
const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['m', 1e6],
  ['bn', 1e9],
])

const token = /\p{L}+-?\d+(?!\p{L})|\d+(?:st|nd|rd|th)\b|\p{L}[\p{L}\p{M}’']*|\d+(?:[.,:]\d+)*|%/gu

/** "There won't be a deal, I don't think": denies nothing more. */
const aside = /,? I (?:don['’]t|do not) think$/

/** "Jouni Kärki (YOH-nee KAR-kee)": how a name is spoken. */
const spoken = / \((?:[\p{L}-]+ )*\p{Lu}{2,}-\p{Ll}[\p{L} -]*\)/gu

/** "No matter how well it goes": denies nothing. */
const noMatter = /\bno matter\b/gi

/** "Kärki" and "Karki" are compared as one. */
export const stripMarks = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '')

/** What stands before "n't" in "can't", "won't", "shan't". */
const irregularAuxiliaries: ReadonlyMap<string, string> = new Map([
  ['ca', 'can'],
  ['wo', 'will'],
  ['sha', 'shall'],
])

const undouble = (stem: string): string =>
  stem.length > 3 && stem.at(-1) === stem.at(-2) && !/[lsz]$/.test(stem) ? stem.slice(0, -1) : stem

const cutEnding = (word: string): string => {
  let stem = word
  if (stem.length > 4 && stem.endsWith('ies')) stem = `${stem.slice(0, -3)}y`
  else if (stem.length > 3 && /[^siu]s$/.test(stem)) stem = stem.slice(0, -1)
  if (stem.length > 5 && stem.endsWith('ing') && /[aeiouy]/.test(stem.slice(0, -3))) stem = undouble(stem.slice(0, -3))
  else if (stem.length > 4 && stem.endsWith('ed') && /[aeiouy]/.test(stem.slice(0, -2))) stem = undouble(stem.slice(0, -2))
  else if (stem.length > 5 && stem.endsWith('ly')) stem = stem.slice(0, -2)
  return stem.length > 3 && stem.endsWith('e') ? stem.slice(0, -1) : stem
}

const baseOf = (word: string): string => cutEnding(irregularVerbs.get(word) ?? irregularNouns.get(word) ?? word)

const likeBase: ReadonlyMap<string, string> = new Map([...alike].map(([word, first]) => [baseOf(word), baseOf(first)]))
const likePhrase: ReadonlyMap<string, string> = new Map(
  [...alike]
    .filter(([word]) => word.includes('-'))
    .map(([phrase, first]) => [`${baseOf(phrase.slice(0, phrase.indexOf('-')))}${phrase.slice(phrase.indexOf('-'))}`, baseOf(first)]),
)
const particles: ReadonlySet<string> = new Set([...likePhrase.keys()].map(phrase => phrase.slice(phrase.indexOf('-') + 1)))

/** "Brought up" in the form under which `alike` has it: "bring-up"; null where it has none. */
const phrasalStem = (word: string, particle: string | undefined): string | null =>
  particle !== undefined && particles.has(particle) ? (likePhrase.get(`${baseOf(word)}-${particle}`) ?? null) : null

const stems = new Map<string, string>()
const LARGEST = 50_000

/** The form under which a lower-case word is compared: its stem, or that of the word that stands for all that mean nearly the same. */
export const stemOf = (word: string): string => {
  let stem = stems.get(word)
  if (stem === undefined) {
    const base = baseOf(word)
    // "Firmly" is no company.
    stem = (word.endsWith('ly') ? likeBase.get(word) : likeBase.get(base)) ?? base
    if (stems.size >= LARGEST) stems.clear()
    stems.set(word, stem)
  }
  return stem
}

/** "Karsian", "Karsians" and "Karsia" are compared as one. */
const nameStem = (word: string): string => (word.length > 5 && /[aeiou]ns?$/.test(word) ? word.replace(/ns?$/, '') : word)

interface Token {
  readonly text: string
  readonly lower: string
  readonly isCapital: boolean
  readonly isFirst: boolean
}

const cutTokens = (text: string): Token[] => {
  const tokens: Token[] = []
  const plainText = stripMarks(text.replace(aside, '').replace(spoken, '').replace(noMatter, 'however'))
  for (const match of plainText.matchAll(token)) {
    const plain = match[0]
      .replaceAll('’', "'")
      .replace(/'s?$/, '')
      .replace(/-(?=\d)/, '')
    const negative = /^(.+)n't$/.exec(plain.toLowerCase())
    const isFirst =
      tokens.length === 0 || /["“‘:]\s*$|[.!?]["”’]?\s+["“‘]?$/.test(plainText.slice(Math.max(0, match.index - 4), match.index))
    const base = irregularAuxiliaries.get(negative?.[1] ?? '') ?? negative?.[1] ?? plain.replace(/(?<=.)'(?:re|ll|ve|d|m)$/i, '')
    if (base !== '') tokens.push({ text: base, lower: base.toLowerCase(), isCapital: /^\p{Lu}/u.test(plain), isFirst })
    if (negative !== null) tokens.push({ text: "n't", lower: "n't", isCapital: false, isFirst: false })
  }
  return tokens
}

const plainNumber = (text: string): number =>
  Number(/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text.replace(',', '.'))

/** "twenty-five" and "25", "3.4 million": the value and how many tokens it takes; null where no number begins. "One" is too often no number. */
const readNumber = (tokens: readonly Token[], at: number): { value: number; length: number } | null => {
  const { lower } = tokens[at]
  let value: number
  let length = 1
  if (/^\d/.test(lower) && !/[a-z]/.test(lower)) value = plainNumber(lower)
  else if (numberWords.has(lower) && lower !== 'one' && lower !== 'both' && lower !== 'hundred') {
    value = numberWords.get(lower)!
    const unit = numberWords.get(tokens[at + 1]?.lower ?? '')
    if (value >= 20 && value % 10 === 0 && unit !== undefined && unit < 10) {
      value += unit
      length = 2
    }
  } else return null
  if (Number.isNaN(value)) return null
  for (
    let scale = SCALES.get(tokens[at + length]?.lower ?? '');
    scale !== undefined;
    scale = SCALES.get(tokens[at + length]?.lower ?? '')
  ) {
    value *= scale
    length++
  }
  return { value, length }
}

const dayOf = (text: string | undefined): number | null => {
  const match = text === undefined ? null : /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(text)
  const day = match === null ? ORDINALS.indexOf(text ?? '') : Number(match[1])
  return day >= 1 && day <= 31 ? day : null
}

/** "June 7", "7 June", "the first of July", "July": the date and how many tokens it takes. */
const readDate = (tokens: readonly Token[], at: number): { value: string; length: number } | null => {
  const write = (month: number, day: number | null) =>
    `${month + 1}`.padStart(2, '0') + (day === null ? '' : `-${`${day}`.padStart(2, '0')}`)
  const month = tokens[at].isCapital
    ? MONTHS.findIndex(
        name =>
          name === tokens[at].lower || (tokens[at].lower.length >= 3 && tokens[at].lower.length <= 4 && name.startsWith(tokens[at].lower)),
      )
    : -1
  if (month >= 0) {
    let next = at + 1
    if (tokens[next]?.lower === 'the') next++
    const day = dayOf(tokens[next]?.lower)
    if (day !== null) {
      const suffix = /^(?:st|nd|rd|th)$/.test(tokens[next + 1]?.lower ?? '') ? 1 : 0
      return { value: write(month, day), length: next + 1 + suffix - at }
    }
    return tokens[at].lower === 'may' && tokens[at].isFirst ? null : { value: write(month, null), length: 1 }
  }
  const day = dayOf(tokens[at].lower)
  if (day === null) return null
  let next = at + 1
  if (/^(?:st|nd|rd|th)$/.test(tokens[next]?.lower ?? '')) next++
  if (tokens[next]?.lower === 'day' && tokens[next + 1]?.lower === 'of') next++
  if (tokens[next]?.lower === 'of') next++
  const named = tokens[next]?.isCapital ? MONTHS.indexOf(tokens[next].lower) : -1
  return named < 0 ? null : { value: write(named, day), length: next + 1 - at }
}

const weekdayOf = (lower: string, publishedAt: string | null): string | null => {
  if (DAYS.includes(lower)) return lower
  const shift = lower === 'today' || lower === 'tonight' ? 0 : lower === 'yesterday' ? -1 : lower === 'tomorrow' ? 1 : null
  const date = publishedAt === null ? null : Date.parse(publishedAt.slice(0, 10))
  return shift === null || date === null || Number.isNaN(date) ? null : DAYS[new Date(date + shift * 86_400_000).getUTCDay()]
}

const future =
  /\b(?:will|shall|would|won't|(?:is|are|was|were) to|going to|(?:plan|hope|intend|want|expect|vow|pledge|promise)(?:s|ed)? to|set to|expected to)\b|['’]ll\b/
const present = /\b(?:is|are|am|be)\b|\w['’]s (?!own)/
const past = /\b(?:was|were|had|has|have|did)\b/

/** Whether the finite verbs, as far as their forms tell, speak of what is to come or of what has been. */
const readTense = (text: string): Particulars['tense'] => {
  if (future.test(text)) return 'future'
  if (past.test(text)) return 'past'
  if (present.test(text)) return 'open'
  const isPast = (word: string) => /..ed$/.test(word) || (irregularVerbs.get(word) ?? word) !== word
  return (text.match(/\b\p{Ll}{3,}\b/gu) ?? []).some(word => !/(?:s|ing)$/.test(word) && isPast(word)) ? 'past' : 'open'
}

/** The words that a text writes with a capital within a sentence, in small letters: names, that are known at the start of a sentence too. */
export const findNames = (text: string): ReadonlySet<string> =>
  new Set((text.match(/(?<=\p{Ll},? )\p{Lu}[\p{L}\p{M}]+/gu) ?? []).map(name => stripMarks(name).toLowerCase()))

/** "Twelve Officers Charged For Meddling In Election": where nearly all words have a capital, none is a name for that. */
const isHeadline = (tokens: readonly Token[]): boolean => {
  const long = tokens.filter(({ lower }) => /^\p{L}{4}/u.test(lower))
  return long.length >= 5 && long.filter(({ isCapital }) => isCapital).length >= 0.8 * long.length
}

/** Reads what a statement is compared by. "Today" and its kin are reckoned from `publishedAt`; `known` are names in small letters. */
export const readParticulars = (text: string, publishedAt: string | null, known: ReadonlySet<string> = new Set()): Particulars => {
  const tokens = cutTokens(text)
  const headline = isHeadline(tokens)
  const words: string[] = []
  const numbers: string[] = []
  const names: string[] = []
  const dates: string[] = []
  let negations = 0
  let pending: string[] = []
  const push = (word: string): void => {
    for (const number of pending) numbers.push(`${number} ${word}`)
    pending = []
    words.push(word)
  }
  for (let at = 0; at < tokens.length; ) {
    const { lower, isCapital, isFirst } = tokens[at]
    const date = readDate(tokens, at)
    if (date !== null) {
      dates.push(date.value)
      words.push(date.value)
      at += date.length
      continue
    }
    const number = readNumber(tokens, at)
    if (number !== null) {
      if (number.length === 1 && /^(?:19|20)\d\d$/.test(lower)) {
        dates.push(lower)
        words.push(lower)
      } else {
        for (const other of pending) numbers.push(`${other} `)
        pending = [`${number.value}`]
        words.push(`${number.value}`)
      }
      at += number.length
      continue
    }
    at++
    if (negatingWords.has(lower)) negations++
    const day = weekdayOf(lower, publishedAt)
    if (day !== null) {
      dates.push(day)
      continue
    }
    if (lower === '%' || lower === 'percent' || (lower === 'per' && tokens[at]?.lower === 'cent')) {
      if (lower === 'per') at++
      push('percent')
      continue
    }
    if (emptyWords.has(lower) || negatingWords.has(lower) || lower.length < 2) continue
    const isName =
      isCapital &&
      ((!isFirst && !headline) || known.has(lower) || (!headline && tokens[at]?.isCapital === true && !emptyWords.has(tokens[at].lower)))
    if (isName && !honorifics.has(lower)) names.push(nameStem(lower))
    const phrase = isName ? null : phrasalStem(lower, tokens[at]?.lower)
    if (phrase !== null) at++
    push(phrase ?? stemOf(isName ? nameStem(lower) : lower))
  }
  for (const number of pending) numbers.push(`${number} `)
  const unique = (list: readonly string[]) => [...new Set(list)]
  return {
    words: unique(words),
    numbers: unique(numbers),
    names: unique(names),
    dates: unique(dates),
    negated: negations % 2 === 1,
    hedged: doubtWords.test(text.charAt(0).toLowerCase() + text.slice(1)),
    tense: readTense(text),
  }
}
