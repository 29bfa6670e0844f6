import type { Span } from './span.ts'

export type SourceKind = 'person' | 'group' | 'organization' | 'outlet' | 'document' | 'unknown'
export type Identity = 'named' | 'unnamed' | 'anonymous' | 'unspecified'

/** Somebody, or some document, that says something. Ids are `s1`, `s2` … in the order of first mention. */
export interface Source {
  readonly id: string
  readonly name: string
  readonly title: string | null
  readonly affiliation: string | null
  readonly kind: SourceKind
  readonly issuer: string | null
  readonly identity: Identity
  readonly descriptor: string | null
  readonly count: number | null
  readonly reason: string | null
  readonly mentions: readonly Span[]
  readonly alternatives: readonly { readonly sourceId: string; readonly confidence: number }[]
}
