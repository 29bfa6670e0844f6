import type { Hop } from '../model/chain.ts'
import type { Original, Provenance } from '../model/document.ts'
import type { Source } from '../model/source.ts'
import { isAlias } from './alias.ts'

/** The hops that the page itself makes: who published it, and where it was republished from, outermost first. */
export const listPublishers = (provenance: Provenance, sources: readonly Source[]): Hop[] => {
  const names: string[] = []
  const note = (name: string | null) => {
    if (name !== null && name.trim() !== '' && !names.some(other => isAlias(other, name))) names.push(name)
  }
  note(provenance.publisher)
  const publishers = names.length
  for (let original: Original | null = provenance.original; original !== null; original = original.earlier) note(original.publisher)
  return names.map((name, i) => ({
    role: i < publishers ? 'publisher' : 'original-publisher',
    name,
    kind: 'outlet',
    identity: 'named',
    count: null,
    reason: null,
    sourceId: sources.find(source => source.kind === 'outlet' && source.identity === 'named' && isAlias(source.name, name))?.id ?? null,
    mention: null,
    via: i === names.length - 1 ? 'published' : 'republished',
  }))
}
