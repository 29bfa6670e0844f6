import { citingForms } from '../lexicon/en/citing-verbs.ts'
import type { AnnotatedDocument } from '../model/annotation.ts'
import type { Attribution } from '../model/attribution.ts'
import type { Span } from '../model/span.ts'
import { chunkTokens, type Piece } from './pieces.ts'
import { findSentence, findToken, maskTokens, type TokenMask } from './position.ts'

/** The words around an attribution's source and cue that are not its content: where its hops are told. */
export interface Frame {
  readonly annotated: AnnotatedDocument
  readonly attribution: Attribution
  readonly pieces: readonly Piece[]
}

/** How far from source and cue the frame reaches, in tokens that are not content. */
const REACH = 90
/** How many attributions before and after are looked at as neighbours in the same sentence. */
const NEIGHBOURS = 5

const JOINTS = new Set([';', 'and', 'but', 'while', 'whereas', 'although', 'though', 'as', 'or', '--', 'after', 'before', 'because'])

type Range = readonly [number, number]

/** The tokens of an attribution's parts. */
export interface Extent {
  readonly anchors: readonly Range[]
  readonly cue: readonly Range[]
  readonly content: readonly Range[]
  readonly first: number
  readonly last: number
  readonly anchorSize: number
}

export const measureAttribution = (annotated: AnnotatedDocument, attribution: Attribution): Extent => {
  const cue = coverage(annotated, attribution.cue)
  const anchors = [...coverage(annotated, attribution.source), ...cue]
  const content = coverage(annotated, attribution.content)
  let first = Number.POSITIVE_INFINITY
  let last = 0
  for (const ranges of [anchors, content])
    for (const [f, l] of ranges) {
      first = Math.min(first, f)
      last = Math.max(last, l)
    }
  return { anchors, cue, content, first, last, anchorSize: size(anchors) }
}

const coverage = (annotated: AnnotatedDocument, spans: readonly Span[]): readonly Range[] =>
  spans
    .map(span => [findToken(annotated, span.start), findToken(annotated, span.end - 1) + 1] as const)
    .filter(([first, last]) => last > first)

const overlap = (a: readonly Range[], b: readonly Range[]): number => {
  let shared = 0
  for (const range of a) shared += overlapOne(range, b)
  return shared
}

const overlapOne = (range: Range, b: readonly Range[]): number => {
  let shared = 0
  for (let i = 0; i < b.length; i++) {
    const common = Math.min(range[1], b[i][1]) - Math.max(range[0], b[i][0])
    if (common > 0) shared += common
  }
  return shared
}

const size = (ranges: readonly Range[]): number => {
  let sum = 0
  for (const range of ranges) sum += range[1] - range[0]
  return sum
}

/** Whether two attributions say the same passage, so that each one's words may name the other's hops. */
const isSamePassage = (a: readonly Range[], b: readonly Range[]): boolean =>
  size(b) === 0 || overlap(a, b) >= 0.5 * Math.max(size(a), size(b))

/** How many tokens the words after "citing" or "cited by" have at most, to be those who are cited and no claim. */
const CITED = 9

/** "quoting “informed circles,”", "cited by the Vantage news agency": a citation taken for an attribution, with those cited for its content. */
const isBareCitation = ({ tokens }: AnnotatedDocument, { cue, content }: Extent): boolean => {
  if (cue.length !== 1 || content.length !== 1 || content[0][1] - content[0][0] > CITED || content[0][0] !== cue[0][1]) return false
  const [first, last] = cue[0]
  const by = last === first + 2 && tokens.lower[last - 1] === 'by'
  if (!(last === first + 1 || by) || !citingForms.has(tokens.lower[first])) return false
  for (let i = content[0][0]; i < content[0][1]; i++) if (/^(VB[DZP]|MD)$/.test(tokens.tag[i])) return false
  return true
}

/** "Asked by the Herald whether the pool would reopen, she said": whoever asks brings the answer. */
const isQuestionOf = ({ tokens }: AnnotatedDocument, { cue }: Extent): boolean =>
  cue.length === 1 && /^(?:asked|questioned|pressed)$/.test(tokens.lower[cue[0][0]]) && tokens.lower[cue[0][0] + 1] === 'by'

/** Where the words between two attributions of one sentence part: at a joint, else at the last comma. */
const findJoint = (annotated: AnnotatedDocument, from: number, to: number): number => {
  let comma = -1
  for (let i = from; i < to; i++) {
    const text = annotated.tokens.lower[i]
    if (JOINTS.has(text)) return i
    if (text === ',') comma = i
  }
  return comma >= 0 ? comma : to
}

/**
 * Frames the attribution at `index`: the pieces of its sentence outside its content, cut where a neighbour's words begin and,
 * when it is nested, to its parent's content. Null when it has neither source nor cue.
 */
export const frameAttribution = (
  annotated: AnnotatedDocument,
  attributions: readonly Attribution[],
  extents: readonly Extent[],
  index: number,
  parent: number,
): Frame | null => {
  const attribution = attributions[index]
  const { anchors, content, cue, anchorSize } = extents[index]
  if (anchors.length === 0) return null
  let firstAnchor = anchors[0][0]
  let lastAnchor = anchors[0][1]
  for (const range of anchors) {
    firstAnchor = Math.min(firstAnchor, range[0])
    lastAnchor = Math.max(lastAnchor, range[1])
  }
  let first = annotated.sentences[findSentence(annotated, firstAnchor)]?.first ?? firstAnchor
  let last = annotated.sentences[findSentence(annotated, lastAnchor - 1)]?.last ?? lastAnchor
  if (parent >= 0) {
    const bounds = extents[parent].content.filter(range => overlapOne(range, anchors) > 0)
    if (bounds.length > 0) {
      first = Math.max(first, Math.min(...bounds.map(([f]) => f)))
      last = Math.min(last, Math.max(...bounds.map(([, l]) => l)))
    }
  }
  const mask: TokenMask = maskTokens(content, 'content')
  const end = Math.min(attributions.length, index + NEIGHBOURS + 1)
  for (let other = Math.max(0, index - NEIGHBOURS); other < end; other++) {
    const neighbour = extents[other]
    if (other === index || other === parent || neighbour.last <= first || neighbour.first >= last) continue
    const { content: its, anchors: marks, cue: cues } = neighbour
    if (overlap(its, anchors) >= anchorSize || overlap(marks, content) >= neighbour.anchorSize) continue
    if (isSamePassage(content, its) || isBareCitation(annotated, neighbour)) continue
    for (const range of its) mask.push({ first: range[0], last: range[1], as: 'other' })
    if (isQuestionOf(annotated, neighbour)) continue
    for (const range of cues) if (overlapOne(range, anchors) === 0) mask.push({ first: range[0], last: range[1], as: 'other' })
    for (const ranges of [marks, its])
      for (const range of ranges) {
        if (range[1] <= firstAnchor && range[1] > first && overlapOne(range, anchors) === 0) first = range[1]
        if (range[0] >= lastAnchor && range[0] < last) {
          let own = lastAnchor
          for (const passage of content) if (passage[1] <= range[0]) own = Math.max(own, passage[1])
          last = Math.min(last, findJoint(annotated, own, range[0]))
        }
      }
  }
  const starts = new Set(cue.map(([start]) => start))
  return { annotated, attribution, pieces: chunkTokens(annotated, clip(first, firstAnchor, last, lastAnchor, content), mask, starts) }
}

/** The range between `first` and `last`, no farther than REACH from the anchors; content in between does not count. */
const clip = (
  first: number,
  firstAnchor: number,
  last: number,
  lastAnchor: number,
  content: readonly Range[],
): { readonly first: number; readonly last: number } => {
  const before = content.filter(([, end]) => end <= firstAnchor && end > first)
  const after = content.filter(([start]) => start >= lastAnchor && start < last)
  return {
    first: Math.max(first, firstAnchor - REACH - size(before)),
    last: Math.min(last, lastAnchor + REACH + size(after)),
  }
}
