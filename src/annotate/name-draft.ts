import type { NameKind } from '../model/annotation.ts'

/** A name under way: tokens and kind. */
export interface NameDraft {
  readonly first: number
  readonly last: number
  readonly kind: NameKind
}
