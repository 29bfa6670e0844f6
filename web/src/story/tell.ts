import type { Origins } from '../../../src/model/claim.ts'
import type { Reason } from '../../../src/model/reuse.ts'

/** "2 to 3 independent origins". */
export const tellOrigins = ({ least, most }: Pick<Origins, 'least' | 'most'>): string =>
  least === most ? `${least} independent origin${least === 1 ? '' : 's'}` : `${least} to ${most} independent origins`

/** Reasons in one line. */
export const tellReasons = (reasons: readonly Reason[]): string => reasons.map(({ message }) => message.replace(/\.$/, '')).join('; ')
