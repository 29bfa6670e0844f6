import type { Document } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import { classOf, isWordClass, LETTER, SPACE } from './character.ts'
import { datelineEnd } from './dateline.ts'

/** A paragraph of the body before it has tokens: its stretches of text (several where the page's layout cut it), and where it comes from. */
export interface Passage extends Span {
  readonly pieces: readonly Span[]
  readonly block: number
  readonly quoted: boolean
}

const isSpace = (text: string, i: number): boolean => classOf(text.charCodeAt(i)) === SPACE

const trim = (text: string, from: number, to: number): Span => {
  let start = from
  let end = to
  while (start < end && isSpace(text, start)) start++
  while (end > start && isSpace(text, end - 1)) end--
  return { start, end }
}

/** The stretches between empty lines from `from` to `to`, without the white space around them. */
const splitAtEmptyLines = (text: string, from: number, to: number): Span[] => {
  const out: Span[] = []
  let start = from
  for (let i = text.indexOf('\n', from); i >= 0 && i < to; i = text.indexOf('\n', i + 1)) {
    let j = i + 1
    while (j < to && text[j] !== '\n' && isSpace(text, j)) j++
    if (j >= to || text[j] !== '\n') continue
    const piece = trim(text, start, i)
    if (piece.end > piece.start) out.push(piece)
    start = j
    i = j
  }
  const last = trim(text, start, to)
  if (last.end > last.start) out.push(last)
  return out
}

/** Whether a stretch stops in mid-sentence: a letter, digit or comma at its end, closing marks aside. */
const breaksOff = (text: string, span: Span): boolean => {
  let k = span.end - 1
  while (k > span.start && /["'”’»)\]]/.test(text[k])) k--
  return isWordClass(classOf(text.charCodeAt(k))) || text[k] === ',' || text[k] === '-'
}

/** Whether a stretch begins with a word in small letters, as no sentence does. */
const beginsSmall = (text: string, span: Span): boolean => {
  let k = span.start
  for (let n = 0; k < span.end && n < 30 && classOf(text.charCodeAt(k)) === LETTER; k++, n++) {
    if (text[k] !== text[k].toLowerCase()) return false
  }
  return (
    k > span.start &&
    text[span.start] !== text[span.start].toUpperCase() &&
    (k === span.end || !/[.@:/_]/.test(text[k]) || isSpace(text, k + 1))
  )
}

const hasWord = (text: string, { start, end }: Span): boolean => {
  for (let k = start; k < end; k++) if (isWordClass(classOf(text.charCodeAt(k)))) return true
  return false
}

interface Draft extends Passage {
  end: number
  readonly pieces: Span[]
}

/** The paragraphs of the body in text order, datelines left out. "…to the" and "authorities." of two blocks are one where the page cut them apart. */
export const findPassages = (document: Document): Passage[] => {
  const { text, blocks } = document
  const out: Draft[] = []
  let joinable = false
  for (let block = 0; block < blocks.length; block++) {
    const { kind, start, end } = blocks[block]
    if (kind !== 'paragraph' && kind !== 'quote') {
      if (kind !== 'caption' && kind !== 'boilerplate') joinable = false
      continue
    }
    const quoted = kind === 'quote'
    for (const piece of splitAtEmptyLines(text, start, end)) {
      const last = out.at(-1)
      if (joinable && last !== undefined && last.quoted === quoted && breaksOff(text, last) && beginsSmall(text, piece)) {
        last.pieces.push(piece)
        last.end = piece.end
        continue
      }
      joinable = true
      const from = quoted ? piece.start : datelineEnd(text, piece.start, piece.end)
      const body = trim(text, from, piece.end)
      if (hasWord(text, body)) out.push({ ...body, pieces: [body], block, quoted })
    }
  }
  return out
}
