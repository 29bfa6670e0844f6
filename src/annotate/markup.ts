import type { Span } from '../model/span.ts'
import { classOf, isWordClass, SPACE } from './character.ts'

const LONGEST_LABEL = 600
const LONGEST_URL = 2000
const LONGEST_TAG = 300
const NONE: readonly Span[] = []

const isSpaceAt = (text: string, i: number, from: number, to: number): boolean =>
  i < from || i >= to || classOf(text.charCodeAt(i)) === SPACE
const isWordAt = (text: string, i: number, from: number, to: number): boolean =>
  i >= from && i < to && isWordClass(classOf(text.charCodeAt(i)))

/** Index of `wanted` between `from` and `to` before an empty line or `stop` comes; -1 if there is none. */
const indexBefore = (text: string, wanted: string, stop: string, from: number, to: number): number => {
  for (let i = from; i < to; i++) {
    const ch = text[i]
    if (ch === wanted) return i
    if (ch === stop || (ch === '\n' && text[i + 1] === '\n')) return -1
  }
  return -1
}

const isLineStart = (text: string, i: number, from: number): boolean => {
  let k = i - 1
  while (k >= from && (text[k] === ' ' || text[k] === '\t')) k--
  return k < from || text[k] === '\n'
}

/** "[the report](https://a.example/b)": the brackets and the address, not the words; an image as a whole. */
const linkSpans = (text: string, i: number, from: number, to: number): readonly Span[] => {
  const close = indexBefore(text, ']', '[', i + 1, Math.min(to, i + LONGEST_LABEL))
  if (close < 0 || text[close + 1] !== '(') return NONE
  const end = indexBefore(text, ')', '[', close + 2, Math.min(to, close + LONGEST_URL))
  if (end < 0) return NONE
  if (i > from && text[i - 1] === '!') return [{ start: i - 1, end: end + 1 }]
  return [
    { start: i, end: i + 1 },
    { start: close, end: end + 1 },
  ]
}

/** "**bold**", "_so_": the marks; "a * b", "___" and "snake_case" stay. A star, bullet or angle that begins a line goes too. */
const emphasisEnd = (text: string, i: number, from: number, to: number): number => {
  let j = i + 1
  while (j < to && text[j] === text[i]) j++
  const open = isSpaceAt(text, i - 1, from, to)
  const close = isSpaceAt(text, j, from, to)
  if (open && close) return text[i] === '*' && j === i + 1 && isLineStart(text, i, from) ? j : i
  if ((open || close) && /[.,;:]/.test(text[open ? j : i - 1])) return i
  if (text[i] === '_' && isWordAt(text, i - 1, from, to) && isWordAt(text, j, from, to)) return i
  return j
}

const tagEnd = (text: string, i: number, to: number): number => {
  if (!/[a-z/]/i.test(text[i + 1] ?? '')) return i
  const end = indexBefore(text, '>', '<', i + 1, Math.min(to, i + LONGEST_TAG))
  return end < 0 ? i : end + 1
}

/** The characters between `from` and `to` that are markup and no text, in order and apart. */
export const findMarkup = (text: string, from: number, to: number): readonly Span[] => {
  let spans: Span[] | null = null
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    let found = NONE
    if (code === 91) found = linkSpans(text, i, from, to)
    else if (code === 42 || code === 95) {
      const end = emphasisEnd(text, i, from, to)
      if (end > i) found = [{ start: i, end }]
      else while (i + 1 < to && text.charCodeAt(i + 1) === code) i++
    } else if (code === 60) {
      const end = tagEnd(text, i, to)
      if (end > i) found = [{ start: i, end }]
    } else if (code === 92 && /[*_[\]()#.!`-]/.test(text[i + 1] ?? '')) found = [{ start: i, end: i + 1 }]
    else if ((code === 62 || code === 0x2022) && isLineStart(text, i, from)) found = [{ start: i, end: i + 1 }]
    if (found === NONE) continue
    spans ??= []
    for (const span of found) spans.push(span)
    if (found.length === 1) i = Math.max(i, found[0].end - 1)
  }
  return spans === null ? NONE : order(spans)
}

/** A link's closing half comes before the emphasis inside its words: puts them in order and drops what lies inside another. */
const order = (spans: readonly Span[]): readonly Span[] => {
  const sorted = spans.toSorted((a, b) => a.start - b.start)
  const out: Span[] = []
  for (const span of sorted) {
    const last = out.at(-1)
    if (last === undefined || span.start >= last.end) out.push(span)
    else if (span.end > last.end) out[out.length - 1] = { start: last.start, end: span.end }
  }
  return out
}
