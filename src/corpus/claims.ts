import { groupClaims, readStatements } from '../compare/index.ts'
import type { Claim, ClaimMember } from '../model/claim.ts'
import type { Publication } from '../model/publication.ts'
import type { Reuse } from '../model/reuse.ts'
import type { ClaimGroup, Statement } from '../model/statement.ts'
import { countOrigins, type Register } from '../origins/index.ts'
import { listPairs, readAll } from './reading.ts'
import type { Store } from './store.ts'

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

/** The pairs of each publication. */
const groupPairs = (pairs: readonly Reuse[]): ReadonlyMap<string, readonly Reuse[]> => {
  const groups = new Map<string, Reuse[]>()
  for (const pair of pairs)
    for (const { publication } of [pair.a, pair.b]) {
      const group = groups.get(publication)
      if (group) group.push(pair)
      else groups.set(publication, [pair])
    }
  return groups
}

const countPublications = ({ members }: Claim): number => new Set(members.map(({ publication }) => publication)).size

/** Takes publications one by one, then finds their claims: those that most publications carry first, each with its statements, variants and origins. */
export const gatherClaims = () => {
  const statements: Statement[] = []
  const publications = new Map<string, Publication>()

  const describeGroup = (
    { id, text, members, variants }: ClaimGroup,
    pairsOf: ReadonlyMap<string, readonly Reuse[]>,
    register: Register | undefined,
  ): Claim => {
    const said = members.map(index => statements[index])
    const ids = new Set(said.map(({ publication }) => publication))
    const reuse = [...ids].flatMap(one => (pairsOf.get(one) ?? []).filter(({ a, b }) => a.publication === one && ids.has(b.publication)))
    const outlets = new Set([...ids].flatMap(one => publications.get(one)?.publisher ?? []))
    const counted = countOrigins(said, { publications, reuse, ...(register ? { register } : {}) })
    const changed = counted.origins.list.flatMap(({ reasons }) => reasons.filter(({ code }) => code === 'source-changed'))
    const sources = changed.length > 0 ? [{ claim: id, differs: 'source', reasons: changed } as const] : []
    return { id, text, members: said.map(toMember), variants: [...variants, ...sources], outlets: [...outlets], ...counted }
  }
  return {
    add: (publication: Publication): void => {
      for (const statement of readStatements(publication)) statements.push(statement)
      publications.set(publication.id, slim(publication))
    },
    find: (pairs: readonly Reuse[], { all = false, register }: ClaimOptions = {}): Claim[] => {
      const pairsOf = groupPairs(pairs)
      return groupClaims(statements)
        .filter(({ members }) => all || members.some(index => statements[index].publication !== statements[members[0]].publication))
        .map(group => describeGroup(group, pairsOf, register))
        .sort((a, b) => countPublications(b) - countPublications(a))
    },
  }
}

/** The claims of a corpus, or of those of its publications that the ids name. */
export const findClaims = async (store: Store, options: ClaimOptions = {}, ids?: readonly string[]): Promise<Claim[]> => {
  const claims = gatherClaims()
  for await (const publication of readAll(store, ids)) claims.add(publication)
  return claims.find(await listPairs(store), options)
}
