import type { Hop } from '../../../src/model/chain.ts'
import { identities } from '../../../src/report/style.ts'

const roles: Readonly<Record<Hop['role'], string>> = {
  publisher: 'the page that was read',
  'original-publisher': 'republished from',
  outlet: 'outlet',
  speaker: 'speaker',
  document: 'document',
}

/** A hop in words: who, and in a second line in what part and how it passed on. */
export const describeHop = (hop: Hop): { readonly name: string; readonly note: string } => {
  const count = hop.count === null ? '' : hop.count === 1 ? '1 person' : `${hop.count} people`
  const note = [roles[hop.role], hop.via, hop.kind === 'unknown' || hop.kind === hop.role ? '' : hop.kind, count]
  return {
    name: hop.name || identities.unspecified.word,
    note: [...new Set(note.filter(part => part !== '' && part !== 'published' && part !== 'republished'))].join(' · '),
  }
}

/** A whole chain in one sentence for those who hear the page. */
export const tellChain = (hops: readonly Hop[]): string =>
  hops.length === 0
    ? 'no chain'
    : `from the page to the origin: ${hops.map(hop => `${describeHop(hop).name} (${identities[hop.identity].word})`).join(', from ')}`
