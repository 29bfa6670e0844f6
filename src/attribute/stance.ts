import { doubtedWhenNegated, openWhenNegated, stanceWords } from '../lexicon/en/stance-verbs.ts'
import { tokensOf } from '../mention/index.ts'
import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import type { Stance } from '../model/attribution.ts'
import type { Span } from '../model/span.ts'

const NEGATIONS = new Set(['not', "n't", 'never', 'n’t', 'neither', 'nor', 'hardly', 'cannot', 'without', 'no'])
/** Whose belief is nearly everybody's doubt. */
const NOBODY = new Set(['few', 'nobody', 'none', 'neither', 'hardly'])
/** Verbs that negate what they govern: "refused to accept", "stopped short of denying". */
const REFUSALS = new Set(['refuse', 'decline', 'fail', 'stop', 'avoid'])

const covers = (ranges: readonly TokenRange[], token: number): boolean => ranges.some(range => range.first <= token && token < range.last)

/** How many words before the cue may negate it: auxiliaries and adverbs. */
const REACH = 4

/** Whether the words from `first` up to `head`, or the auxiliaries before them, negate the head. */
const isNegated = (annotated: AnnotatedDocument, first: number, head: number, content: readonly TokenRange[]): boolean => {
  const { tokens } = annotated
  for (let i = head - 1; i >= first; i--) {
    const word = tokens.lower[i]
    if (NEGATIONS.has(word) || REFUSALS.has(tokens.lemma[i])) return true
  }
  for (let i = first - 1; i >= Math.max(0, first - REACH); i--) {
    const word = tokens.lower[i]
    if (covers(content, i)) return false
    if (NEGATIONS.has(word)) return true
    if (REFUSALS.has(tokens.lemma[i]) && tokens.tag[first] !== 'VBD') return true
    if (!/^(MD|RB|TO|VB|VBD|VBZ|VBP|VBN)$/.test(tokens.tag[i])) return false
  }
  return false
}

/** The first word of the content that is no quotation mark. */
const firstWord = (annotated: AnnotatedDocument, content: readonly TokenRange[]): number => {
  const { tokens } = annotated
  for (const { first, last } of content) for (let i = first; i < last; i++) if (/[\p{L}\p{N}]/u.test(tokens.text[i])) return i
  return -1
}

/** Whether the content is one question and nothing else. */
const isQuestion = (annotated: AnnotatedDocument, contents: readonly TokenRange[]): boolean => {
  const { text } = annotated.tokens
  const last = contents.at(-1)
  if (last === undefined) return false
  let ends = 0
  for (const range of contents) for (let i = range.first; i < range.last; i++) if (/^[.?!]+$/.test(text[i])) ends++
  for (let i = last.last; i >= last.first && i > last.last - 4; i--)
    if (/^\?[?!]*$/.test(text[i] ?? '')) return ends - (i < last.last ? 1 : 0) === 0
  return false
}

const INVERTED: Readonly<Record<'denied' | 'doubted', Stance>> = { denied: 'unknown', doubted: 'asserted' }

/** Whether the source is hardly anybody: “Few experts”, “Nobody on the island”, but not “A few experts”. */
const isHardlyAnybody = (annotated: AnnotatedDocument, [source]: readonly Span[]): boolean => {
  if (source === undefined) return false
  const { first } = tokensOf(annotated, source)
  const word = annotated.tokens.lower[first]
  if (word === 'no') return annotated.tokens.tag[first + 1] !== 'CD'
  return NOBODY.has(word) && !/^(?:a|quite|the)$/.test(annotated.tokens.lower[first - 1] ?? '')
}

/** The stance that a cue's words tell, and a source that is hardly anybody: of the cue's last word that has one, or `asserted`. */
export const findStance = (
  annotated: AnnotatedDocument,
  cue: readonly Span[],
  content: readonly Span[],
  source: readonly Span[] = [],
): Stance => {
  const { tokens } = annotated
  const cues = cue.map(span => tokensOf(annotated, span))
  const contents = content.map(span => tokensOf(annotated, span))
  const hardly = isHardlyAnybody(annotated, source)
  const first = firstWord(annotated, contents)
  const asksWhether = first >= 0 && (/^(if|whether)$/i.test(tokens.text[first]) || /^(if|whether)$/i.test(tokens.text[first - 1] ?? ''))
  for (let c = cues.length - 1; c >= 0; c--) {
    for (let i = cues[c].last - 1; i >= cues[c].first; i--) {
      const lemma = tokens.lemma[i]
      const stance = stanceWords.get(lemma) ?? stanceWords.get(tokens.lower[i]) ?? null
      const negated = isNegated(annotated, cues[c].first, i, contents)
      if (!negated && hardly && doubtedWhenNegated.has(lemma)) return 'doubted'
      if (!negated && hardly && openWhenNegated.has(lemma)) return 'unknown'
      if (stance === 'denied' || stance === 'doubted')
        return negated
          ? INVERTED[stance]
          : stance === 'doubted' && lemma === 'question' && isQuestion(annotated, contents)
            ? 'asked'
            : stance
      if (stance === 'promised') return negated ? 'unknown' : 'promised'
      // "asked residents to stay indoors" urges, "asked whether" asks.
      if (stance === 'asked')
        return lemma === 'ask' && isUrged(annotated, contents) && !isQuestion(annotated, contents) ? 'asserted' : 'asked'
      if (negated && doubtedWhenNegated.has(lemma)) return 'doubted'
      if (negated && (openWhenNegated.has(lemma) || asksWhether)) return 'unknown'
    }
  }
  // "“Who locked the doors?” she said"
  return isQuestion(annotated, contents) && cues.length > 0 ? 'asked' : 'asserted'
}

/** Whether the content is what somebody is to do: "to keep away from the gate". */
const isUrged = (annotated: AnnotatedDocument, contents: readonly TokenRange[]): boolean => {
  const { tokens } = annotated
  const first = firstWord(annotated, contents)
  if (first < 0) return false
  const last = contents[0].last
  for (let i = first; i < Math.min(last, first + 8); i++) {
    if (/^(if|whether|who|why|what|how|when|where|which)$/i.test(tokens.text[i])) return false
    if (tokens.tag[i] === 'TO' && /^VB$/.test(tokens.tag[i + 1] ?? '')) return true
    if (/^(VBD|VBZ|VBP|MD)$/.test(tokens.tag[i])) return false
  }
  return false
}
