import type { Reason, Reuse } from '../model/reuse.ts'
import type { Span } from '../model/span.ts'
import { compareParties, type Party } from './party.ts'
import { writeKey } from './register.ts'
import type { Rest } from './rest.ts'

/** Members that rest on one origin, and those that rest on several and make none of their own. */
export interface Joined {
  readonly classes: readonly (readonly number[])[]
  /** For a member that cites an outlet which has it from several: the members it rests on. */
  readonly several: ReadonlyMap<number, readonly number[]>
  /** Why members stand together, by member. */
  readonly reasons: ReadonlyMap<number, readonly Reason[]>
}

/** A statement is within a passage where so much of it is. */
const WITHIN = 0.8
/** Members compared by name with each other; of a claim that more carry, only different names are. */
const COMPARED = 400

const within = (passage: Span, span: Span): boolean =>
  Math.min(passage.end, span.end) - Math.max(passage.start, span.start) >= WITHIN * (span.end - span.start)

const timeOf = ({ publication }: Rest): number => Date.parse(publication.publishedAt ?? publication.seenAt ?? '')

/** Joins the members of a claim that have it from each other or from one and the same. */
export const joinRests = (rests: readonly Rest[], reuse: readonly Reuse[]): Joined => {
  const parent = rests.map((_, index) => index)
  const root = (index: number): number => {
    let at = index
    while (parent[at] !== at) at = parent[at]
    parent[index] = at
    return at
  }
  const reasons = new Map<number, Reason[]>()
  const explain = (index: number, code: string, message: string, span: Span | null = rests[index].statement.span): void => {
    const list = reasons.get(index) ?? []
    if (!list.some(reason => reason.message === message)) list.push({ code, message, span, in: rests[index].statement.publication })
    reasons.set(index, list)
  }
  const join = (a: number, b: number): boolean => {
    const [one, other] = [root(a), root(b)]
    if (one !== other) parent[Math.max(one, other)] = Math.min(one, other)
    return one !== other
  }
  const nameOf = (index: number): string => rests[index].publication.publisher ?? rests[index].publication.key ?? rests[index].outlet

  /** An outlet by a name that is printed, not by its key. */
  const calledBy = (key: string): string => {
    const published = rests.find(({ outlet, publication }) => outlet === key && publication.publisher !== null)
    if (published) return published.publication.publisher!
    const hops = rests.flatMap(({ statement }) => statement.hops)
    return hops.find(({ name }) => writeKey(name) === key)?.name ?? key
  }

  joinCopies(rests, reuse, (a, b, isCopy) => {
    if (isOther(rests[a].party, rests[b].party)) return
    join(a, b)
    if (isCopy) explain(b, 'copy', `${nameOf(b)} and ${nameOf(a)} share the text around it: one report, not two`)
    else explain(b, 'same-quotation', `${nameOf(b)} and ${nameOf(a)} print the same words of one speaker`)
  })

  const firsts: number[] = []
  rests.forEach(({ party }, index) => {
    if (party === null || party.hop.identity === 'anonymous') return
    const match = firsts.slice(0, COMPARED).find(other => compareParties(rests[other].party!, party) === 'same')
    if (match === undefined) firsts.push(index)
    else if (join(match, index) && rests[match].outlet !== rests[index].outlet)
      explain(index, 'same-source', `${nameOf(match)} and ${nameOf(index)} both have it from ${party.hop.name}`, party.hop.mention)
  })

  const isHidden = ({ party }: Rest) => party !== null && party.hop.identity !== 'named'
  const scopes = new Map<string, number>()
  rests.forEach((rest, index) => {
    if ((!isHidden(rest) && rest.kind !== 'outlet' && rest.kind !== 'eyes') || rest.also.length > 0) return
    const scope = `${rest.kind === 'eyes' ? 'eyes' : 'from'} ${rest.kind === 'eyes' ? rest.outlet : (rest.from ?? rest.outlet)}`
    const first = scopes.get(scope)
    if (first === undefined) scopes.set(scope, index)
    else if (join(first, index) && rest.from !== null)
      explain(index, 'same-outlet', `${nameOf(index)} has it from ${calledBy(rest.from)} too`)
  })

  const several = new Map<number, readonly number[]>()
  const rest = (index: number, targets: readonly number[], code: string, message: string): void => {
    const roots = new Set(targets.map(root).filter(target => !several.has(target)))
    if (roots.size === 0) return
    explain(index, code, message)
    if (roots.size === 1) join(index, targets[0])
    else if (!roots.has(root(index))) several.set(index, targets)
  }
  rests.forEach((one, index) => {
    if (one.from === null) return
    const all = rests.flatMap((other, at) => (at !== index && (other.outlet === one.from || one.also.includes(other.outlet)) ? [at] : []))
    const earlier = all.filter(at => !(timeOf(rests[at]) > timeOf(one)))
    const targets = earlier.length > 0 ? earlier : all
    if (targets.length === 0) return
    if (targets.every(at => isOther(one.party, rests[at].party))) return
    rest(
      index,
      targets,
      one.via === 'republished' ? 'republished' : 'cites',
      `${nameOf(index)} ${one.via === 'republished' ? 'has its text from' : 'cites'} ${[...new Set(targets.map(nameOf))].slice(0, 3).join(' and ')}`,
    )
    const source = targets.find(at => rests[at].party !== null)
    const given = one.party?.hop.name
    if (
      given !== undefined &&
      source !== undefined &&
      compareParties(rests[source].party!, one.party!) !== 'same' &&
      !isRoleOf(one.party!, rests[source].party!) &&
      given !== rests[source].party!.hop.name
    )
      explain(
        index,
        'source-changed',
        `“${rests[source].party!.hop.name}” in ${nameOf(source)} has become “${given}” in ${nameOf(index)}`,
        one.party!.hop.mention,
      )
  })

  rests.forEach((one, index) => {
    if (one.kind !== 'voice' && one.kind !== 'nobody') return
    const same = rests.flatMap((other, at) =>
      at !== index && other.statement.publication === one.statement.publication && other.kind !== 'voice' ? [at] : [],
    )
    const outlet = rests.flatMap((other, at) =>
      at !== index && other.outlet === one.outlet && (other.kind !== 'voice' || at < index) ? [at] : [],
    )
    if (same.length > 0) rest(index, same, 'same-page', `${nameOf(index)} gives its source elsewhere on the page`)
    else if (outlet.length > 0) rest(index, outlet, 'same-outlet', `${nameOf(index)} has had it before`)
  })

  const classes = new Map<number, number[]>()
  rests.forEach((_, index) => {
    if (!several.has(index)) classes.set(root(index), [...(classes.get(root(index)) ?? []), index])
  })
  return { classes: [...classes.values()], several, reasons }
}

/** "Kaius Moberg" in one, "the editor" in the other: whom the page tells by role may be the one whom the other names. */
const isRoleOf = (role: Party, named: Party): boolean =>
  role.hop.identity === 'unnamed' && named.hop.identity === 'named' && (named.hop.kind === 'person' || named.hop.kind === role.hop.kind)

/** Whether two pages name two different sources: then the one does not have it from the other alone. */
const isOther = (one: Party | null, other: Party | null): boolean =>
  one?.hop.identity === 'named' &&
  other?.hop.identity === 'named' &&
  one.proper.length > 0 &&
  other.proper.length > 0 &&
  compareParties(one, other) === 'different'

const joinCopies = (rests: readonly Rest[], reuse: readonly Reuse[], join: (a: number, b: number, isCopy: boolean) => void): void => {
  const at = new Map<string, number[]>()
  for (const [index, { statement }] of rests.entries()) at.set(statement.publication, [...(at.get(statement.publication) ?? []), index])
  for (const { a, b, sharing, passages } of reuse) {
    if (sharing === 'boilerplate') continue
    for (const one of at.get(a.publication) ?? [])
      for (const other of at.get(b.publication) ?? [])
        if (passages.some(passage => within(passage.a, rests[one].statement.span) && within(passage.b, rests[other].statement.span)))
          join(one, other, sharing !== 'quotation')
  }
}
