import type { Publication } from '../model/publication.ts'
import type { Direction, Reason, Sharing } from '../model/reuse.ts'
import type { Comparison } from './passages.ts'

/** What kind of sharing it is, or null where two publications have nothing but set phrases in common. */
export const classifySharing = (_a: Publication, _b: Publication, { containment, passages }: Comparison): Sharing | null =>
  passages.length === 0 || containment < 0.15 ? null : containment < 0.6 ? 'excerpt' : 'copy'

/** What is known beside the two publications. */
export interface DirectionContext {
  /** Whether two names are one outlet's or agency's; by their words where left out. */
  readonly isSameOutlet?: (one: string, other: string) => boolean
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
