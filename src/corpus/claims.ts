import { groupClaims, readStatements } from '../compare/index.ts'
import type { Claim, ClaimMember } from '../model/claim.ts'
import type { Publication } from '../model/publication.ts'
import type { Reuse } from '../model/reuse.ts'
import type { ClaimGroup, Statement } from '../model/statement.ts'
import { countOrigins, type Register } from '../origins/index.ts'

export interface ClaimOptions {
  /** Also claims that one publication alone carries. */
  readonly all?: boolean
  /** Other names of outlets, and who owns whom, beside the built-in ones. */
  readonly register?: Register
}

/** A publication without what its statements were read from. */
const slim = (publication: Publication): Publication => ({
  ...publication,
  trace: { ...publication.trace, attributions: [], sources: [], chains: [], unattributed: [], diagnostics: [] },
})

const toMember = ({ publication, key, attribution, span, stance, hedges }: Statement): ClaimMember => ({
  publication,
  key,
  attribution,
  span,
  stance,
  hedges,
})

/** Takes pairs one by one, without their reasons, and tells those among some publications. */
export const gatherPairs = () => {
  const groups = new Map<string, Reuse[]>()
  return {
    add: (pair: Reuse): void => {
      const kept = { ...pair, reasons: [] }
      const group = groups.get(pair.a.publication)
      if (group) group.push(kept)
      else groups.set(pair.a.publication, [kept])
    },
    among: (ids: ReadonlySet<string>): Reuse[] => [...ids].flatMap(id => (groups.get(id) ?? []).filter(({ b }) => ids.has(b.publication))),
  }
}

type Pairs = Pick<ReturnType<typeof gatherPairs>, 'among'>

/** What is known beside a claim's statements: at least the publications that they stand in. */
interface ClaimContext {
  readonly publications: ReadonlyMap<string, Publication>
  readonly pairs: Pairs
  readonly register: Register | undefined
}

/** A claim with its members, the outlets that carry it and the origins it rests on. `said` are the statements of its members. */
export const describeClaim = (
  { id, text, variants }: Pick<ClaimGroup, 'id' | 'text' | 'variants'>,
  said: readonly Statement[],
  { publications, pairs, register }: ClaimContext,
): Claim => {
  const ids = new Set(said.map(({ publication }) => publication))
  const outlets = new Set([...ids].flatMap(one => publications.get(one)?.publisher ?? []))
  const counted = countOrigins(said, { publications, reuse: pairs.among(ids), ...(register ? { register } : {}) })
  const changed = counted.origins.list.flatMap(({ reasons }) => reasons.filter(({ code }) => code === 'source-changed'))
  const sources = changed.length > 0 ? [{ claim: id, differs: 'source', reasons: changed } as const] : []
  return { id, text, members: said.map(toMember), variants: [...variants, ...sources], outlets: [...outlets], ...counted }
}

const countPublications = ({ members }: Claim): number => new Set(members.map(({ publication }) => publication)).size

/**
 * Takes publications one by one and keeps them, then finds their claims: those that most publications carry first, each with its statements, variants and
 * origins. For as many publications as fit in memory; `findClaims` is for a whole corpus.
 */
export const gatherClaims = () => {
  const statements: Statement[] = []
  const publications = new Map<string, Publication>()
  return {
    add: (publication: Publication): void => {
      for (const statement of readStatements(publication)) statements.push(statement)
      publications.set(publication.id, slim(publication))
    },
    find: (pairs: readonly Reuse[], { all = false, register }: ClaimOptions = {}): Claim[] => {
      const known = gatherPairs()
      for (const pair of pairs) known.add(pair)
      const context = { publications, pairs: known, register }
      return groupClaims(statements)
        .filter(({ members }) => all || members.some(index => statements[index].publication !== statements[members[0]].publication))
        .map(group =>
          describeClaim(
            group,
            group.members.map(index => statements[index]),
            context,
          ),
        )
        .sort((a, b) => countPublications(b) - countPublications(a))
    },
  }
}
