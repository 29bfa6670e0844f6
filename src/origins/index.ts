import type { Origin, Origins } from '../model/claim.ts'
import type { Publication } from '../model/publication.ts'
import type { Reason, Reuse } from '../model/reuse.ts'
import type { Statement } from '../model/statement.ts'
import { findCircles } from './circle.ts'
import { joinRests } from './join.ts'
import { findOwners, openOutlets } from './outlet.ts'
import { compareParties } from './party.ts'
import { openDirectory, type Register } from './register.ts'
import { type Rest, readRest } from './rest.ts'

export type { Register } from './register.ts'

/** What is known about the publications that the statements of a claim stand in. */
export interface OriginContext {
  /** At least those that the statements stand in, by id; the trace is read for text, credits and rights. */
  readonly publications: ReadonlyMap<string, Publication>
  /** At least the pairs among them. */
  readonly reuse: readonly Reuse[]
  /** Joined to the built-in register; none where there is no file of the user's own. */
  readonly register?: Register
}

const REASONS = 12

/** An origin that is one for sure, before it is asked which of them may be one and the same. */
interface Candidate {
  readonly members: readonly number[]
  /** The member that tells most of who it is. */
  readonly best: Rest
  readonly rests: readonly Rest[]
  readonly owners: ReadonlySet<string>
}

/** 0 where the origin is surely itself, 1 where only a role is told, 2 where it may be anybody. */
const vaguenessOf = ({ kind, party }: Rest): number => {
  if (kind === 'eyes' || party?.hop.identity === 'named') return 0
  return party?.hop.identity === 'unnamed' ? 1 : kind === 'party' ? 2 : 3
}

const sharedOwner = (a: Candidate, b: Candidate): string | null => [...a.owners].find(owner => b.owners.has(owner)) ?? null

/** Why two candidates may be one; null where they are two for sure. */
const findDoubt = (a: Candidate, b: Candidate): { readonly code: string; readonly message: string } | null => {
  const owner = sharedOwner(a, b)
  const isNamed = [a, b].some(({ best }) => best.party?.hop.identity === 'named')
  if (owner !== null && !isNamed)
    return { code: 'shared-owner', message: `its outlets belong to one owner (${owner}): they may share a report` }
  if (a.best.party !== null && b.best.party !== null)
    return compareParties(a.best.party, b.best.party) === 'maybe'
      ? { code: 'may-be-same', message: 'nobody can tell whether the two are one' }
      : null
  if (vaguenessOf(a.best) < 2 && vaguenessOf(b.best) < 2) return null
  return { code: 'may-be-same', message: 'it is not said whom one of the two has it from' }
}

/** The fewest origins: candidates, the surest first, each put with those that it may be one with. */
const mergeDoubtful = (candidates: readonly Candidate[]): number => {
  const groups: Candidate[][] = []
  for (const candidate of [...candidates].sort((a, b) => vaguenessOf(a.best) - vaguenessOf(b.best))) {
    const group = groups.find(members => members.every(member => findDoubt(member, candidate) !== null))
    if (group === undefined) groups.push([candidate])
    else group.push(candidate)
  }
  return groups.length
}

const outletName = (rest: Rest, rests: readonly Rest[]): string => {
  if (rest.kind !== 'outlet') return rest.publication.publisher ?? rest.publication.key ?? rest.publication.id
  const cited = rest.statement.hops.find(({ kind }) => kind === 'outlet')?.name
  const there = rests.find(({ outlet }) => outlet === rest.from)?.publication.publisher
  return there ?? cited ?? findPrinted(rest)
}

/** The outlet that a page has it from as that page prints it: the key is in small letters. */
const findPrinted = ({ from, publication }: Rest): string => {
  const { text, provenance } = publication.trace.document
  const words = (from ?? '').split(' ').filter(Boolean)
  const printed = new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[^\\p{L}\\p{N}]+')}(?![\\p{L}\\p{N}])`, 'iu')
  const places = [provenance.original?.publisher ?? '', ...provenance.authors, text]
  return (words.length === 0 ? null : places.map(place => printed.exec(place)?.[0]).find(found => found !== undefined)) ?? from ?? ''
}

const nameOrigin = ({ best, rests }: Candidate): Pick<Origin, 'name' | 'kind' | 'identity'> => {
  if (best.party !== null) return { name: best.party.hop.name, kind: best.party.hop.kind, identity: best.party.hop.identity }
  if (best.kind === 'nobody') return { name: '', kind: 'unknown', identity: 'unspecified' }
  return { name: outletName(best, rests), kind: 'outlet', identity: 'named' }
}

const introduce = ({ best, rests, members }: Candidate): Reason => {
  const page = best.publication.publisher ?? best.publication.key ?? 'the page'
  const at = { span: best.party?.hop.mention ?? best.statement.span, in: best.statement.publication }
  const also = members.length > 1 ? `; ${members.length} statements rest on it` : ''
  if (best.party !== null) {
    const { name, identity, reason } = best.party.hop
    if (identity === 'named') return { code: 'named', message: `“${name}” is named as the source${also}`, ...at }
    if (identity === 'unnamed') return { code: 'unnamed', message: `“${name}” is told by role alone${also}`, ...at }
    const why = reason === null ? '' : ` (“${reason}”)`
    return {
      code: 'anonymous',
      message: `${outletName({ ...best, kind: 'voice' }, rests)} keeps the name of “${name}” back${why}${also}`,
      ...at,
    }
  }
  if (best.kind === 'eyes') return { code: 'own-eyes', message: `${page} found it out itself${also}`, ...at }
  if (best.kind === 'nobody')
    return { code: 'nobody', message: `the chain ends in nobody: ${page} only says that it is said${also}`, ...at }
  if (best.kind === 'outlet')
    return { code: 'outlet-absent', message: `the report of ${outletName(best, rests)} itself gives nobody or is not here${also}`, ...at }
  return { code: 'own-voice', message: `the chain ends in nobody: ${page} says it in its own voice and gives no source${also}`, ...at }
}

/** How many independent origins the statements of one claim have, and the rings of publications that cite each other for it. */
export const countOrigins = (
  members: readonly Statement[],
  context: OriginContext,
): { readonly origins: Origins; readonly circular: readonly (readonly string[])[] } => {
  const directory = openDirectory(context.register)
  const publications = [...new Set(members.map(({ publication }) => publication))]
    .map(id => context.publications.get(id))
    .filter(found => found !== undefined)
  const outlets = openOutlets(publications, directory)
  const known = new Map(publications.map(publication => [publication.id, publication]))
  const placed = members.flatMap((statement, index) => (known.has(statement.publication) ? [index] : []))
  const rests = placed.map(index => readRest(members[index], known.get(members[index].publication)!, publications, outlets))
  const owners = new Map(publications.map(publication => [publication.id, findOwners(publication, directory)]))
  const { classes, several, reasons } = joinRests(rests, context.reuse)
  const candidates = classes.map((found): Candidate => {
    const of = found.map(index => rests[index])
    const best = of.reduce((one, other) => (vaguenessOf(other) < vaguenessOf(one) ? other : one))
    const shared = of.map(({ publication }) => owners.get(publication.id)!)
    return { members: found, best, rests: of, owners: new Set([...shared[0]].filter(owner => shared.every(set => set.has(owner)))) }
  })
  const list = candidates.map((candidate): Origin => {
    const extra = [...several].flatMap(([index, targets]) => (targets.some(target => candidate.members.includes(target)) ? [index] : []))
    const doubts = candidates.flatMap((other): Reason[] => {
      const doubt = other === candidate ? null : findDoubt(candidate, other)
      if (doubt === null) return []
      const { name } = nameOrigin(other)
      return [
        {
          code: doubt.code,
          message: `may be one with ${name === '' ? 'nobody given' : `“${name}”`}: ${doubt.message}`,
          span: other.best.statement.span,
          in: other.best.statement.publication,
        },
      ]
    })
    const isChange = ({ code }: Reason) => (code === 'source-changed' ? 0 : 1)
    const joined = [...candidate.members, ...extra].flatMap(index => reasons.get(index) ?? []).sort((a, b) => isChange(a) - isChange(b))
    return {
      ...nameOrigin(candidate),
      members: [...candidate.members, ...extra].map(index => placed[index]).sort((a, b) => a - b),
      reasons: [introduce(candidate), ...joined, ...doubts].slice(0, REASONS),
    }
  })
  return { origins: { least: mergeDoubtful(candidates), most: list.length, list }, circular: findCircles(rests) }
}
