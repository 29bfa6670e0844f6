import { hedgePhrases, hedgeWords, modalHedges, numberHedges } from '../lexicon/en/hedges.ts'
import { numberWords } from '../lexicon/en/numbers.ts'
import { tokensOf } from '../mention/index.ts'
import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import type { Span } from '../model/span.ts'

/** Phrases by their first word, the longest first. */
const phrases = new Map<string, readonly (readonly string[])[]>()
for (const phrase of hedgePhrases.map(words => words.split(' '))) {
  const rows = [...(phrases.get(phrase[0]) ?? []), phrase].sort((a, b) => b.length - a.length)
  phrases.set(phrase[0], rows)
}

/** Phrases that hedge a number and nothing else: "close to 40 people". */
const ROUGH =
  /^(up to|at least|at most|as (many|much|few) as|(more|less|fewer) than|no (more|fewer) than|close to|in the region of|an estimated)$/

const isNumber = (annotated: AnnotatedDocument, token: number, last: number): boolean => {
  const { tag, text, lower } = annotated.tokens
  for (let i = token; i < Math.min(last, token + 3); i++) {
    if (
      tag[i] === 'CD' ||
      numberWords.has(lower[i]) ||
      /^\d/.test(text[i]) ||
      /^(half|dozens?|hundreds?|thousands?|millions?|billions?|double|twice|all|every)$/i.test(text[i])
    )
      return true
    if (!/^[$£€#]$|^(a|an|the|another|us)$/i.test(text[i])) return false
  }
  return false
}

/** How many tokens at `i` hedge; 0 for none. */
const measureHedge = (annotated: AnnotatedDocument, i: number, last: number): number => {
  const { text, lower, tag, lemma } = annotated.tokens
  const word = lower[i]
  for (const phrase of phrases.get(word) ?? []) {
    if (i + phrase.length > last || !phrase.every((part, k) => lower[i + k] === part)) continue
    if (!ROUGH.test(phrase.join(' ')) || isNumber(annotated, i + phrase.length, last)) return phrase.length
  }
  if (modalHedges.has(word)) {
    if (
      tag[i] !== 'MD' &&
      !(text[i] === word && /^(VB|RB|have|not|also|well)$/.test(/^VB$|^RB/.test(tag[i + 1] ?? '') ? 'VB' : (lower[i + 1] ?? '')))
    )
      return 0
    return text[i] === 'May' && tag[i] !== 'MD' ? 0 : 1
  }
  if (hedgeWords.has(word)) return 1
  if (numberHedges.has(word) && isNumber(annotated, i + 1, last)) return 1
  // "seems shut", "appeared dead": with an adjective or a verb's "to" after it.
  if (
    /^(seem|appear)$/.test(lemma[i]) &&
    tag[i].startsWith('VB') &&
    /^(TO|JJ|RB|IN|VBN)$/.test(tag[i + 1] ?? '') &&
    !/^(in|on|at|before|for|with|by|from)$/i.test(text[i + 1] ?? '')
  )
    return lower[i + 1] === 'to' ? 2 : 1
  return 0
}

const longestGap = 3

/** "The vase [is believed] to be a copy, she said": pieces of one content with a few words between them that nobody says are read as one. */
const closeGaps = ({ tokens: { text } }: AnnotatedDocument, ranges: readonly TokenRange[], cues: readonly TokenRange[]): TokenRange[] => {
  const out: TokenRange[] = []
  for (const range of ranges) {
    const before = out.at(-1)
    const gap = before && !cues.includes(before) && !cues.includes(range) ? text.slice(before.last, range.first) : []
    if (before && gap.length > 0 && gap.length <= longestGap && gap.every(word => /^\p{L}/u.test(word)))
      out[out.length - 1] = { first: before.first, last: range.last }
    else out.push(range)
  }
  return out
}

/** The words in content and cue that keep a claim from being flat: "may", "allegedly", "up to", "is believed to". In text order, without overlaps. */
export const findHedges = (annotated: AnnotatedDocument, content: readonly Span[], cue: readonly Span[]): Span[] => {
  const { start, end } = annotated.tokens
  const cues = cue.map(span => tokensOf(annotated, span))
  const ranges = closeGaps(
    annotated,
    [...content.map(span => tokensOf(annotated, span)), ...cues].sort((a, b) => a.first - b.first),
    cues,
  )
  const found: Span[] = []
  let done = 0
  ranges.forEach((range, r) => {
    const { first, last } = range
    // "could not confirm": a modal of the cue says nothing of the content.
    const inCue = cues.includes(range)
    // "is believed to" begins in the cue and ends in the content.
    const limit = ranges[r + 1]?.first === last ? ranges[r + 1].last : last
    for (let i = Math.max(first, done); i < last; ) {
      const length = inCue && modalHedges.has(annotated.tokens.lower[i]) ? 0 : measureHedge(annotated, i, limit)
      if (length > 0) found.push({ start: start[i], end: end[i + length - 1] })
      i += Math.max(1, length)
      done = i
    }
  })
  return found
}
