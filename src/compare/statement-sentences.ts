import { CAPITAL_ABBREVIATIONS, LEADING_ABBREVIATIONS, NUMBER_ABBREVIATIONS, TRAILING_ABBREVIATIONS } from '../lexicon/en/abbreviations.ts'
import { SENTENCE_STARTERS } from '../lexicon/en/sentence-starters.ts'
import type { Span } from '../model/span.ts'

/** A longer stretch is no sentence that anybody would compare. */
const LONGEST = 900

const ending = /[.!?…]+["”’')\]]*(?=\s|$)|\n+/g
const lastWord = /([\p{L}\p{N}][\p{L}\p{N}.'’-]*)$/u
const nextWord = /^\s*["“‘'([]*([\p{L}\p{N}][\p{L}\p{N}’']*)/u

/** Whether a full stop after `before` belongs to an abbreviation that the sentence goes on after. */
const isAbbreviation = (before: string, after: string): boolean => {
  const word = lastWord.exec(before)?.[1]
  const next = nextWord.exec(after)?.[1]
  if (word === undefined || next === undefined) return false
  const lower = word.toLowerCase()
  if (LEADING_ABBREVIATIONS.has(lower)) return true
  if (NUMBER_ABBREVIATIONS.has(lower)) return /^\d/.test(next)
  if (/^\p{Lu}$/u.test(word)) return /^\p{Lu}/u.test(next) && !SENTENCE_STARTERS.has(next)
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word) || TRAILING_ABBREVIATIONS.has(lower) || CAPITAL_ABBREVIATIONS.has(word))
    return !SENTENCE_STARTERS.has(next)
  return false
}

/** The sentences of a text, in order, without the white space around them; a line break always ends one. */
export const splitSentences = (text: string): Span[] => {
  const found: Span[] = []
  let start = 0
  const close = (end: number): void => {
    let from = start
    let to = Math.min(end, from + LONGEST)
    while (from < to && /\s/.test(text[from])) from++
    while (to > from && /\s/.test(text[to - 1])) to--
    if (to > from) found.push({ start: from, end: to })
    start = end
  }
  for (const match of text.matchAll(ending)) {
    const end = match.index + match[0].length
    if (match[0][0] !== '\n') {
      const next = nextWord.exec(text.slice(end, end + 40))?.[1] ?? ''
      if (/^\p{Ll}/u.test(next) && !/^\s*\n/.test(text.slice(end, end + 4))) continue
      if (match[0][0] === '.' && isAbbreviation(text.slice(Math.max(0, match.index - 24), match.index), text.slice(end, end + 40))) continue
    }
    close(end)
  }
  close(text.length)
  return found
}
