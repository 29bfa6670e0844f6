import type { Identity, SourceKind } from './source.ts'

/** What one trace comes to: claims and attributed words by the identity of their origin, claims by its kind, and whom the page has its text from. */
export interface Tally {
  readonly claims: Readonly<Record<Identity, number>>
  readonly words: Readonly<Record<Identity, number>>
  readonly kinds: Readonly<Record<SourceKind, number>>
  readonly original: string | null
}

/** What the publications of one publisher in one month come to. */
export interface Cell extends Omit<Tally, 'original'> {
  /** `2025-10`; null where the date is not known. */
  readonly month: string | null
  readonly publisher: string | null
  readonly copies: boolean
  readonly publications: number
  /** Publications that say that they have their text from an agency or another outlet. */
  readonly republished: number
}

export interface Figures {
  readonly cells: readonly Cell[]
  /** Whom texts were republished from, and how often, with and without copies. */
  readonly originals: readonly { readonly publisher: string; readonly publications: number; readonly withoutCopies: number }[]
}
