import type { Origins } from '../../../src/model/claim.ts'

/** "2 to 3 independent origins". */
export const tellOrigins = ({ least, most }: Pick<Origins, 'least' | 'most'>): string =>
  least === most ? `${least} independent origin${least === 1 ? '' : 's'}` : `${least} to ${most} independent origins`
