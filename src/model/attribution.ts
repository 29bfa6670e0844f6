import type { Span } from './span.ts'

export type Stance = 'asserted' | 'denied' | 'doubted' | 'asked' | 'promised' | 'unknown'
export type Precision = 'minute' | 'day' | 'month' | 'year' | 'interval'

/** When something was said: the words, and what they come to (ISO 8601, `A/B` for an interval). */
export interface SaidAt {
  readonly span: Span
  readonly value: string
  readonly precision: Precision
}

/**
 * Source, cue and content as found in the text, before anybody asks who the source is.
 * Ids are `a1`, `a2` … in text order. `follows` is the id of the attribution whose quotation this one runs on from, with no cue of its own.
 */
export interface Attribution {
  readonly id: string
  readonly parent: string | null
  readonly follows: string | null
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
  readonly kind: 'direct' | 'indirect' | 'mixed'
  readonly stance: Stance
  readonly hedges: readonly Span[]
  readonly confidence: number
}
