import type { Stance } from './attribution.ts'
import type { Hop } from './chain.ts'
import type { Variant } from './claim.ts'
import type { Span } from './span.ts'

/** What a statement is compared by. Words are stems; numbers and dates are in one written form ("12", "06-07"). */
export interface Particulars {
  readonly words: readonly string[]
  readonly numbers: readonly string[]
  readonly names: readonly string[]
  readonly dates: readonly string[]
  readonly negated: boolean
  readonly hedged: boolean
  /** Whether it is told as still to come or as past; `open` where both or neither. */
  readonly tense: 'future' | 'past' | 'open'
}

/**
 * One thing that a publication says: an attribution's content, or a sentence without its attribution where `attribution` is null.
 * `hops` lead from the page, which is left out, to whoever it is from; none where the page says it in its own voice.
 */
export interface Statement {
  readonly publication: string
  readonly key: string | null
  readonly attribution: string | null
  readonly span: Span
  readonly text: string
  readonly stance: Stance
  readonly hedges: readonly Span[]
  readonly hops: readonly Hop[]
  readonly particulars: Particulars
  /** Under which an inverted index finds statements that may say the same; rare ones tell most. */
  readonly keys: readonly string[]
}

/** Statements that say the same: indexes into the list they were grouped from, in order. `id` depends on the members alone. */
export interface ClaimGroup {
  readonly id: string
  readonly text: string
  readonly members: readonly number[]
  readonly variants: readonly Variant[]
}
