import type { SaidAt } from './attribution.ts'
import type { Diagnostic } from './document.ts'
import type { Source } from './source.ts'
import type { Span } from './span.ts'
import type { Decision } from './trace.ts'

/** Whom an attribution's own source words refer to, and when it was said; `mention` is the piece of its source that was read. */
export interface Reference {
  readonly attribution: string
  readonly sourceId: string | null
  readonly mention: Span | null
  readonly saidAt: SaidAt | null
}

/** Who the sources of an article are. `references` has one entry for each attribution, in their order. */
export interface Resolution {
  readonly sources: readonly Source[]
  readonly references: readonly Reference[]
  readonly diagnostics: readonly Diagnostic[]
  readonly decisions: readonly Decision[]
}
