/** What a character is to the tokeniser. */
export const OTHER = 0
export const SPACE = 1
export const LETTER = 2
export const DIGIT = 3
/** A single quotation mark or apostrophe, any variant. */
export const SINGLE = 4
/** A double quotation mark, any variant. */
export const DOUBLE = 5
export const DASH = 6

const singles = "'‘’‚‛`´′ʼ＇‹›"
const doubles = '"“”„‟«»″＂〝〞〟'
const dashes = '–—―‒⸺⸻'
const spaces = '\u200b\u200c\u200e\u200f\u2060\u2028\u2029\ufeff'

const classOfAny = (code: number): number => {
  const ch = String.fromCharCode(code)
  if (singles.includes(ch)) return SINGLE
  if (doubles.includes(ch)) return DOUBLE
  if (dashes.includes(ch)) return DASH
  if (spaces.includes(ch) || /\s/.test(ch)) return SPACE
  if (/[\p{L}\p{M}\xad\u200d]/u.test(ch)) return LETTER
  if (/\p{Nd}/u.test(ch)) return DIGIT
  if (code < 32) return SPACE
  return OTHER
}

const TABLE_SIZE = 0x2100
const table = Uint8Array.from({ length: TABLE_SIZE }, (_, code) => classOfAny(code))

/** The class of a UTF-16 unit; halves of a surrogate pair are OTHER. */
export const classOf = (code: number): number =>
  code < TABLE_SIZE ? table[code] : code >= 0xd800 && code < 0xe000 ? OTHER : classOfAny(code)

export const isWordClass = (kind: number): boolean => kind === LETTER || kind === DIGIT

/** The low half of a surrogate pair. */
export const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code < 0xe000
