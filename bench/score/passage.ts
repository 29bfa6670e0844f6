import type { TracedDocument } from '../../src/model/trace.ts'
import { findClaim, isSameName } from './chain.ts'
import type { GoldPassage } from './gold.ts'
import { datesAgree, reasonsAgree } from './likeness.ts'
import type { Tally } from './tally.ts'

/** Scores the one claim of a passage that is asked for; what is wrong comes back, in words. */
export const scorePassage = (gold: GoldPassage, traced: TracedDocument, tally: Tally): string[] => {
  const { text } = traced.document
  const wanted = gold.source
  const found = findClaim(traced, gold.content, ({ source }) => isSameName(wanted.name, source?.name ?? ''))
  if (!tally.add('found', found !== undefined) || found === undefined) return ['not found']
  const faults: string[] = []
  const check = (name: string, right: boolean, fault: string): void => {
    if (!tally.add(name, right)) faults.push(fault)
  }
  const { attribution, source, last } = found
  const origin = last ?? source
  check('name', isSameName(wanted.name, origin?.name ?? ''), `name ${origin?.name} for ${wanted.name}`)
  check('kind', wanted.kind.includes(origin?.kind ?? 'unknown'), `kind ${origin?.kind} for ${wanted.kind.join('/')}`)
  const identity = origin?.identity ?? 'unspecified'
  check('identity', wanted.identity.includes(identity), `identity ${identity} for ${wanted.identity.join('/')}`)
  check('count', (origin?.count ?? null) === wanted.count, `count ${origin?.count} for ${wanted.count}`)
  const reason = origin?.reason ?? null
  const right = wanted.reason === null ? reason === null : reasonsAgree(wanted.reason, reason)
  check('reason', right, `reason ${reason} for ${wanted.reason}`)
  if (wanted.title !== null) check('title', isSameName(wanted.title, source?.title ?? ''), `title ${source?.title} for ${wanted.title}`)
  if (wanted.affiliation !== null)
    check(
      'affiliation',
      isSameName(wanted.affiliation, source?.affiliation ?? ''),
      `affiliation ${source?.affiliation} for ${wanted.affiliation}`,
    )
  check('stance', attribution.stance === gold.stance, `stance ${attribution.stance} for ${gold.stance}`)
  const { saidAt } = attribution
  if (gold.saidAt === null) check('saidAtNone', saidAt === null, `saidAt ${saidAt?.value} for none`)
  else check('saidAt', datesAgree(gold.saidAt, saidAt), `saidAt ${saidAt?.value} for ${gold.saidAt}`)
  const hedges = attribution.hedges.map(({ start, end }) => text.slice(start, end))
  for (const hedge of gold.hedges)
    check(
      'hedges',
      hedges.some(read => read.includes(hedge)),
      `hedge ${hedge} lost (${hedges.join(', ')})`,
    )
  return faults
}
