import type { Ref } from './publication.ts'
import type { Span } from './span.ts'

/** Why something was inferred; `in` is the id of the publication that `span` stands in. */
export interface Reason {
  readonly code: string
  readonly message: string
  readonly span: Span | null
  readonly in: string | null
}

/** Copy and excerpt mean that one has it from the other, or both from a third; the other two do not. */
export type Sharing = 'copy' | 'excerpt' | 'quotation' | 'boilerplate'

export type Direction = 'a-from-b' | 'b-from-a' | 'common-origin' | 'unknown'

/** Two publications that share text. `containment` is the share of the shorter's set of word 5-grams that the longer has. */
export interface Reuse {
  readonly a: Ref
  readonly b: Ref
  readonly containment: number
  readonly sharing: Sharing
  readonly passages: readonly { readonly a: Span; readonly b: Span }[]
  readonly direction: Direction
  readonly reasons: readonly Reason[]
}
