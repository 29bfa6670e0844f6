import type { TokenRange } from '../model/annotation.ts'

/** An attribution in tokens of the document, before its boundaries are set and it gets an id. */
export interface Draft {
  source: TokenRange[]
  cue: TokenRange[]
  content: TokenRange[]
  /** The draft whose content holds this one. */
  parent: Draft | null
  /** The draft whose quotation this one runs on from. */
  follows: Draft | null
  /** Which rule or model found it. */
  by: string
  /** The tagger's average probability of source, cue and content, and the linker's of source and content. */
  sourceProbability: number
  cueProbability: number
  contentProbability: number
  sourceLink: number
  contentLink: number
}

/** A draft by a rule, with no probabilities of its own. */
export const draftOf = (by: string, source: TokenRange[], cue: TokenRange[], content: TokenRange[]): Draft => ({
  source,
  cue,
  content,
  parent: null,
  follows: null,
  by,
  sourceProbability: 0,
  cueProbability: 0,
  contentProbability: 0,
  sourceLink: 0,
  contentLink: 0,
})

export const sizeOf = (ranges: readonly TokenRange[]): number => ranges.reduce((n, r) => n + r.last - r.first, 0)

/** How many tokens two lists of ranges share. */
export const sharedTokens = (a: readonly TokenRange[], b: readonly TokenRange[]): number => {
  let n = 0
  for (const x of a) for (const y of b) n += Math.max(0, Math.min(x.last, y.last) - Math.max(x.first, y.first))
  return n
}

/** Where a draft begins in the text. */
export const firstToken = (draft: Draft): number => Math.min(...[...draft.source, ...draft.cue, ...draft.content].map(r => r.first))

export const range = (first: number, last: number): TokenRange => ({ first, last })

export const overlaps = (a: TokenRange, b: TokenRange): boolean => a.first < b.last && b.first < a.last

/** What is left of a piece without a hole. */
export const cutOut = (piece: TokenRange, hole: TokenRange): TokenRange[] =>
  [range(piece.first, Math.min(piece.last, hole.first)), range(Math.max(piece.first, hole.last), piece.last)].filter(r => r.last > r.first)
