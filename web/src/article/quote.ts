import type { Span } from '../../../src/model/span.ts'

/** Words of a text with what stands around them, after the Web Annotation model's TextQuoteSelector; `text` is the id of the text they were taken from. */
export interface QuoteSelector {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  readonly text: string
}

/** Where the words stand now: `changed` tells that the text around them is another than when they were taken. */
export interface QuotePlace {
  readonly span: Span | null
  readonly changed: boolean
}

const around = 32
const longest = 300

/** Selects the words of a span; of very long ones the beginning. */
export const selectQuote = (text: string, id: string, span: Span): QuoteSelector => {
  const end = Math.min(span.end, span.start + longest)
  return {
    exact: text.slice(span.start, end),
    prefix: text.slice(Math.max(0, span.start - around), span.start),
    suffix: text.slice(end, end + around),
    text: id.slice(0, 16),
  }
}

/** The part of an address after `#` that carries a selector. */
export const writeQuote = ({ exact, prefix, suffix, text }: QuoteSelector): string =>
  new URLSearchParams({ quote: exact, before: prefix, after: suffix, text }).toString()

/** What `writeQuote` wrote; null for any other fragment. */
export const readQuote = (fragment: string): QuoteSelector | null => {
  const fields = new URLSearchParams(fragment.replace(/^#/, ''))
  const exact = fields.get('quote')
  if (exact === null || exact === '') return null
  return { exact, prefix: fields.get('before') ?? '', suffix: fields.get('after') ?? '', text: fields.get('text') ?? '' }
}

const sharedEnd = (a: string, b: string): number => {
  let n = 0
  while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n++
  return n
}

const sharedStart = (a: string, b: string): number => {
  let n = 0
  while (n < a.length && n < b.length && a[n] === b[n]) n++
  return n
}

/** Finds the words again: of several places the one whose surroundings are most alike. `span` is null where the words are gone. */
export const findQuote = (text: string, id: string, selector: QuoteSelector): QuotePlace => {
  const { exact, prefix, suffix } = selector
  let best: Span | null = null
  let score = -1
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    const end = at + exact.length
    const alike =
      sharedEnd(text.slice(Math.max(0, at - prefix.length), at), prefix) + sharedStart(text.slice(end, end + suffix.length), suffix)
    if (alike > score) {
      best = { start: at, end }
      score = alike
    }
  }
  return { span: best, changed: selector.text !== '' && !id.startsWith(selector.text) }
}
