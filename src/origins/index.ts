import type { Origins } from '../model/claim.ts'
import type { Publication } from '../model/publication.ts'
import type { Reuse } from '../model/reuse.ts'
import type { Statement } from '../model/statement.ts'
import type { Register } from './register.ts'

export type { Register } from './register.ts'

/** What is known about the publications that the statements of a claim stand in. */
export interface OriginContext {
  /** At least those that the statements stand in, by id; the trace is read for credits and rights only. */
  readonly publications: ReadonlyMap<string, Publication>
  /** At least the pairs among them. */
  readonly reuse: readonly Reuse[]
  /** Joined to the built-in register; none where there is no file of the user's own. */
  readonly register?: Register
}

/** How many independent origins the statements of one claim have, and the rings of publications that cite each other for it. */
export const countOrigins = (
  members: readonly Statement[],
  context: OriginContext,
): { readonly origins: Origins; readonly circular: readonly (readonly string[])[] } => {
  const publishers = new Map<string, number[]>()
  members.forEach(({ publication }, index) => {
    const name = context.publications.get(publication)?.publisher ?? publication
    publishers.set(name, [...(publishers.get(name) ?? []), index])
  })
  const list = [...publishers].map(([name, at]) => ({
    name,
    kind: 'outlet' as const,
    identity: 'named' as const,
    members: at,
    reasons: [],
  }))
  return { origins: { least: Math.min(1, list.length), most: list.length, list }, circular: [] }
}
