import type { Attribution, SaidAt } from './attribution.ts'
import type { Chain } from './chain.ts'
import type { Diagnostic, Document } from './document.ts'
import type { Source } from './source.ts'
import type { Span } from './span.ts'

/** Why something was decided: the rule or model, the words, and what else was considered. `about` is an id. */
export interface Decision {
  readonly about: string
  readonly by: string
  readonly spans: readonly Span[]
  readonly considered: readonly string[]
}

/** An attribution with its source resolved and its saying dated: the public form. */
export interface TracedAttribution extends Omit<Attribution, 'follows'> {
  readonly sourceId: string | null
  readonly saidAt: SaidAt | null
}

/** One article's trace, the public format `hearsay/1`. */
export interface TracedDocument {
  readonly format: 'hearsay/1'
  readonly document: Omit<Document, 'blocks' | 'diagnostics'>
  readonly attributions: readonly TracedAttribution[]
  readonly sources: readonly Source[]
  readonly chains: readonly Chain[]
  readonly unattributed: readonly Span[]
  readonly diagnostics: readonly Diagnostic[]
  readonly decisions?: readonly Decision[]
}
