import { CLIPPED_ENDS, CLIPPED_STARTS, DOUBTFUL_CLIPPED_STARTS } from '../lexicon/en/abbreviations.ts'
import { classOf, DASH, DIGIT, DOUBLE, isLowSurrogate, isWordClass, LETTER, SINGLE, SPACE } from './character.ts'
import { findMarkup } from './markup.ts'
import { normalizeToken } from './spelling.ts'
import { splitWord, wordEnd } from './word.ts'

/** Tokens as they are found: where they stand and their plain form. */
export interface TokenRows {
  readonly start: number[]
  readonly end: number[]
  readonly text: string[]
}

export const createRows = (): TokenRows => ({ start: [], end: [], text: [] })

const push = (rows: TokenRows, source: string, start: number, end: number): void => {
  rows.start.push(start)
  rows.end.push(end)
  rows.text.push(normalizeToken(source, start, end))
}

const runEnd = (text: string, from: number, to: number, code: number): number => {
  let j = from + 1
  while (j < to && text.charCodeAt(j) === code) j++
  return j
}

/** Letters from `from`, lower-cased; at most eight, for look-up in lists of clipped words. */
const lettersFrom = (text: string, from: number, to: number): string => {
  let j = from
  while (j < to && j - from < 8 && classOf(text.charCodeAt(j)) === LETTER) j++
  return text.slice(from, j).toLowerCase()
}

/** Where the word that begins with a mark at `i` ends, if the mark is an apostrophe ("'em", "the '50s", "rock 'n' roll"); else -1. */
const clippedEnd = (text: string, i: number, to: number): number => {
  const mark = text[i]
  const next = classOf(text.charCodeAt(i + 1))
  if (next === DIGIT) {
    let j = i + 1
    while (j < to && classOf(text.charCodeAt(j)) === DIGIT) j++
    if (j - i !== 3) return -1
    const decade = text[j] === 's' && !isWordClass(classOf(text.charCodeAt(j + 1)))
    if (decade) return j + 1
    return mark === '’' && !isWordClass(classOf(text.charCodeAt(j))) ? j : -1
  }
  if (next !== LETTER) return -1
  const letters = lettersFrom(text, i + 1, to)
  const end = i + 1 + letters.length
  if (end < to && isWordClass(classOf(text.charCodeAt(end)))) return -1
  if (!(CLIPPED_STARTS.has(letters) || (mark === '’' && DOUBTFUL_CLIPPED_STARTS.has(letters)))) return -1
  return letters === 'n' && end < to && classOf(text.charCodeAt(end)) === SINGLE ? end + 1 : end
}

/** Where the dots or spaced dots that begin at `i` end. */
const dotsEnd = (text: string, i: number, to: number): number => {
  let j = runEnd(text, i, to, 46)
  if (j - i > 1) return j
  while (j + 1 < to && (text[j] === ' ' || text[j] === '\xa0') && text[j + 1] === '.') j += 2
  return j - i >= 5 ? j : i + 1
}

/** So many equal quotation marks in a row quote nothing: they are an ornament, one token. */
const ORNAMENT = 4

const scanMark = (rows: TokenRows, text: string, i: number, from: number, to: number): number => {
  if (i + 1 < to && text[i + 1] === text[i] && text[i] !== '‹' && text[i] !== '›') {
    push(rows, text, i, i + 2)
    return i + 2
  }
  const opening = i === from || !isWordClass(classOf(text.charCodeAt(i - 1)))
  const end = opening ? clippedEnd(text, i, to) : -1
  if (end > 0) {
    push(rows, text, i, end)
    return end
  }
  push(rows, text, i, i + 1)
  return i + 1
}

/** A number sign with its number: "-9", "+9", ".5" after a space or bracket; otherwise `i`. */
const signedEnd = (text: string, i: number, from: number, to: number): number => {
  if (classOf(text.charCodeAt(i + 1)) !== DIGIT) return i
  if (i > from && isWordClass(classOf(text.charCodeAt(i - 1)))) return i
  return wordEnd(text, i + 1, to)
}

const scanWord = (rows: TokenRows, text: string, i: number, to: number): number => {
  const end = wordEnd(text, i, to)
  const last = text.charCodeAt(end)
  if (end < to && end - i <= 4 && classOf(last) === SINGLE && !isWordClass(classOf(text.charCodeAt(end + 1)))) {
    if (CLIPPED_ENDS.has(text.slice(i, end).toLowerCase()) && text[end + 1] === ' ') {
      push(rows, text, i, end + 1)
      return end + 1
    }
  }
  splitWord(text, i, end, (a, b) => push(rows, text, a, b))
  return end
}

const scanOther = (rows: TokenRows, text: string, i: number, from: number, to: number): number => {
  const code = text.charCodeAt(i)
  let end = i + 1
  if (code === 46) {
    end = dotsEnd(text, i, to)
    if (end === i + 1 && (i === from || classOf(text.charCodeAt(i - 1)) === SPACE)) end = Math.max(end, signedEnd(text, i, from, to))
  } else if (code === 45 || code === 43) {
    end = code === 45 ? runEnd(text, i, to, 45) : end
    if (end === i + 1) end = Math.max(end, signedEnd(text, i, from, to))
  } else if (code === 33 || code === 63) {
    while (end < to && (text[end] === '!' || text[end] === '?')) end++
  } else if (code === 64 || code === 35) {
    while (end < to && (isWordClass(classOf(text.charCodeAt(end))) || text[end] === '_')) end++
  } else if (code === 95 || code === 42 || code === 126 || code === 61) {
    end = runEnd(text, i, to, code)
  } else if (code >= 0xd800 && code < 0xdc00 && end < to && isLowSurrogate(text.charCodeAt(end))) end++
  push(rows, text, i, end)
  return end
}

/**
 * Appends the tokens of `text` from `from` to `to` to `rows`: Penn Treebank style, hyphenated words whole, markup left out.
 * Offsets are exact; tokens stand in order and do not overlap.
 */
export const tokenize = (text: string, from: number, to: number, rows: TokenRows): void => {
  const skips = findMarkup(text, from, to)
  let next = 0
  let i = from
  while (i < to) {
    if (next < skips.length && i >= skips[next].start) {
      i = Math.max(i, skips[next++].end)
      continue
    }
    const limit = next < skips.length ? skips[next].start : to
    const kind = classOf(text.charCodeAt(i))
    if (kind === SPACE) i++
    else if (kind === LETTER || kind === DIGIT) i = scanWord(rows, text, i, limit)
    else if (kind === SINGLE || kind === DOUBLE) {
      const run = runEnd(text, i, limit, text.charCodeAt(i))
      if (run - i >= ORNAMENT || kind === DOUBLE) {
        const end = run - i >= ORNAMENT ? run : i + 1
        push(rows, text, i, end)
        i = end
      } else i = scanMark(rows, text, i, from, limit)
    } else if (kind === DASH) {
      let j = i + 1
      while (j < limit && classOf(text.charCodeAt(j)) === DASH) j++
      push(rows, text, i, j)
      i = j
    } else i = scanOther(rows, text, i, from, limit)
  }
}
