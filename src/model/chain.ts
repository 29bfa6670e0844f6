import type { Identity, SourceKind } from './source.ts'
import type { Span } from './span.ts'

export type HopRole = 'publisher' | 'original-publisher' | 'outlet' | 'speaker' | 'document'

/** Somebody, or some document, that passed a claim on. */
export interface Hop {
  readonly role: HopRole
  readonly name: string
  readonly kind: SourceKind
  readonly identity: Identity
  readonly count: number | null
  readonly reason: string | null
  readonly sourceId: string | null
  readonly mention: Span | null
  readonly via: string
}

/** The way of one attribution, from the page that was read to the origin. */
export interface Chain {
  readonly attribution: string
  readonly hops: readonly Hop[]
}

/** The origin where nobody is given. */
export const nobody = (via: string): Hop => ({
  role: 'speaker',
  name: '',
  kind: 'unknown',
  identity: 'unspecified',
  count: null,
  reason: null,
  sourceId: null,
  mention: null,
  via,
})
