import type { ClaimGroup, Statement } from '../model/statement.ts'

/** Where a statement stands, and whose it is. */
export type Place = Pick<Statement, 'publication' | 'attribution' | 'span'>

/** Whether two statements are of one publication and have words in common there. */
export const overlaps = (a: Place, b: Place): boolean =>
  a.publication === b.publication && a.span.start < b.span.end && b.span.start < a.span.end

/** "…, because her winter timetable ends with the month": a clause of that sentence, from the same mouth. */
const isClauseOf = (part: Place, whole: Place): boolean =>
  part !== whole &&
  part.attribution === whole.attribution &&
  part.publication === whole.publication &&
  whole.span.start <= part.span.start &&
  part.span.end <= whole.span.end

/** The groups that say nothing apart: each of their members is a clause of a member of one and the same other group, and they differ from nothing. */
export const findParts = <Group extends Pick<ClaimGroup, 'members' | 'variants'>>(
  statements: readonly Place[],
  groups: readonly Group[],
): ReadonlySet<Group> => {
  const placed = new Map<string, [Place, Group][]>()
  for (const group of groups)
    for (const member of group.members) {
      const { publication } = statements[member]
      const list = placed.get(publication)
      if (list === undefined) placed.set(publication, [[statements[member], group]])
      else list.push([statements[member], group])
    }
  const findWholes = (member: number): ReadonlySet<Group> => {
    const part = statements[member]
    return new Set((placed.get(part.publication) ?? []).filter(([whole]) => isClauseOf(part, whole)).map(([, group]) => group))
  }
  const isSaidApart = (group: Group): boolean => {
    if (group.variants.length > 0) return true
    let wholes: ReadonlySet<Group> | null = null
    for (const member of group.members) {
      const found = findWholes(member)
      wholes = new Set([...(wholes ?? found)].filter(whole => whole !== group && found.has(whole)))
      if (wholes.size === 0) return true
    }
    return false
  }
  return new Set(groups.filter(group => !isSaidApart(group)))
}
