import type { Publication } from '../model/publication.ts'
import type { Direction, Reason, Sharing } from '../model/reuse.ts'
import type { Comparison } from './passages.ts'

/** What is known beside the two publications. */
export interface DirectionContext {
  /** Groups of names that mean the same outlet or agency, beside the built-in ones. */
  readonly aliases?: readonly (readonly string[])[]
}

export interface DirectionFound {
  readonly direction: Direction
  readonly reasons: readonly Reason[]
}

/** Who has it from whom, from evidence only. */
export const decideDirection = (
  _a: Publication,
  _b: Publication,
  _comparison: Comparison,
  _sharing: Sharing,
  _context: DirectionContext = {},
): DirectionFound => ({ direction: 'unknown', reasons: [] })
