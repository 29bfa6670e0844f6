import { findingOut, keptBack, ownEyes } from '../lexicon/en/party-words.ts'
import type { Hop } from '../model/chain.ts'
import type { Publication } from '../model/publication.ts'
import type { Statement } from '../model/statement.ts'
import type { Outlets } from './outlet.ts'
import { type Party, readParty } from './party.ts'

/** What one statement of a claim rests on, as far as its own page says. */
export interface Rest {
  readonly statement: Statement
  readonly publication: Publication
  /** The key of the outlet whose page it is. */
  readonly outlet: string
  /** The outlet that the page has it from: cited, or the original of the whole text; null where none is given. */
  readonly from: string | null
  /** Where several outlets are cited at once, the others. */
  readonly also: readonly string[]
  readonly via: 'cited' | 'republished' | null
  /** The last one named in the chain, if that is no outlet. */
  readonly party: Party | null
  /** `eyes`: the page's own people saw or counted it; `voice`: nobody is given; `nobody`: it is said that nobody is given. */
  readonly kind: 'party' | 'outlet' | 'eyes' | 'voice' | 'nobody'
}

/** How far around a sentence its page may say that its own people saw it. */
const AROUND = 240

const sawIt = (statement: Statement, publication: Publication): boolean => {
  const { text } = publication.trace.document
  if (ownEyes.test(statement.text)) return true
  const near = text.slice(Math.max(0, statement.span.start - AROUND / 2), statement.span.end + AROUND)
  if (ownEyes.test(near)) return true
  const last = publication.publisher?.split(/\s+/).at(-1)
  const names = [publication.publisher, last === undefined ? null : `The ${last}`].filter(name => name !== null)
  return names.some(name => {
    for (let at = near.indexOf(name); at >= 0; at = near.indexOf(name, at + 1))
      if (findingOut.test(near.slice(at + name.length, at + name.length + 60))) return true
    return false
  })
}

/** A page in its own voice that names another outlet which has the same: "The Sunday Compass printed an extract". */
const namesOutlet = (publication: Publication, others: readonly Publication[], outlets: Outlets): string | null => {
  const own = outlets.publisherOf(publication)
  const found = others.filter(
    other => other.publisher !== null && outlets.publisherOf(other) !== own && publication.trace.document.text.includes(other.publisher),
  )
  const keys = new Set(found.map(other => outlets.publisherOf(other)))
  return keys.size === 1 ? [...keys][0] : null
}

/** "The Solberg Gazette and Capital Radio reported": the keys of outlets that are named in one breath; none where it is anybody else. */
const findSeveral = (hop: Hop, own: string | null, outlets: Outlets): readonly string[] => {
  const names = hop.name.split(/\s*,\s*(?:and\s+)?|\s+and\s+/)
  const keys = names.length > 1 ? names.map(name => outlets.find({ ...hop, name, kind: 'person', identity: 'named' }, own)) : []
  return keys.every(key => key !== null) ? [...new Set(keys)] : []
}

/** Reads what a statement rests on. `others` are the publications that carry the same claim. */
export const readRest = (statement: Statement, publication: Publication, others: readonly Publication[], outlets: Outlets): Rest => {
  const outlet = outlets.publisherOf(publication)
  const own = publication.publisher === null ? null : outlet
  const original = outlets.originalOf(publication)
  let from = original
  let also: readonly string[] = []
  let party: Hop | null = null
  let isNobody = false
  for (const hop of statement.hops) {
    const key = outlets.find(hop, own)
    if (key === outlet) continue
    const isThere = key !== null && others.some(other => outlets.publisherOf(other) === key)
    const several = isThere ? [] : findSeveral(hop, own, outlets).filter(one => one !== outlet)
    if (several.length > 0) {
      ;[from, ...also] = several
      continue
    }
    if (key !== null) {
      if (key !== original) from = key
    } else if (hop.identity === 'unspecified' || hop.name === '') isNobody = true
    else party = hop
  }
  const base = {
    statement,
    publication,
    outlet,
    from,
    also,
    via: from === null ? null : from === original ? ('republished' as const) : ('cited' as const),
  }
  if (party !== null && ownEyes.test(party.name)) return { ...base, party: null, kind: 'eyes' }
  if (party !== null) {
    const near = publication.trace.document.text.slice(statement.span.end, statement.span.end + AROUND)
    const kept = party.identity === 'unnamed' && keptBack.test(`${party.name} ${near}`)
    return { ...base, party: readParty(kept ? { ...party, identity: 'anonymous' } : party), kind: 'party' }
  }
  if (from !== null) return { ...base, party: null, kind: 'outlet' }
  if (isNobody) return { ...base, party: null, kind: 'nobody' }
  if (sawIt(statement, publication)) return { ...base, party: null, kind: 'eyes' }
  const named = namesOutlet(publication, others, outlets)
  return named === null ? { ...base, party: null, kind: 'voice' } : { ...base, from: named, via: 'cited', party: null, kind: 'outlet' }
}
