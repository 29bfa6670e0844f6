/*
 * The labels that a field tells apart: 0 outside, then begin and inside of each of three roles (BIO; Ramshaw and Marcus 1995). Steps from label to label
 * fall into classes that share their weights: from outside or one of the roles to outside or a begin, `4 * from + to`; and from a role to its own inside,
 * `16 + role - 1`.
 */

export const LABELS = 7
export const CLASSES = 19

/** The number of a label's role, from 1; 0 for outside. */
export const roleOf = (label: number): number => (label + 1) >> 1

/** Whether a label goes on with what another began: no sequence starts with one. */
export const isInside = (label: number): boolean => label > 0 && label % 2 === 0

/** The class of a step; -1 where it must not occur. */
export const classOf = (from: number, to: number): number => {
  if (!isInside(to)) return 4 * roleOf(from) + roleOf(to)
  return roleOf(from) === roleOf(to) ? 15 + roleOf(to) : -1
}
