import { agencies } from '../lexicon/en/agencies.ts'
import { anonymityAdjectives, anonymityNouns, heldBack, nearTheMatter, wideNouns } from '../lexicon/en/anonymity.ts'
import { documentNouns } from '../lexicon/en/document-nouns.ts'
import { organizationNameWords, organizationNouns, seatsOfPower } from '../lexicon/en/organization-nouns.ts'
import { outletNameEnds, outletNameStarts, outletNouns, uncertainOutletNameEnds } from '../lexicon/en/outlet-words.ts'
import { outlets } from '../lexicon/en/outlets.ts'
import type { Hop } from '../model/chain.ts'
import type { Identity, SourceKind } from '../model/source.ts'

const plain = (name: string): string => name.toLowerCase().replace(/^the\s+/, '')
const known: ReadonlySet<string> = new Set([...agencies.flat(), ...outlets].map(plain))
const singular = (word: string): string => (/[^su]s$/.test(word) ? word.replace(/ies$/, 'y').replace(/s$/, '') : word)

/** "the report of the court's expert" → "report"; "matron Hilda Freer" → "matron". */
const headOf = (words: readonly string[]): string => {
  const stop = words.findIndex(
    (word, index) =>
      index > 0 &&
      /^(?:of|for|from|in|at|on|by|with|to|who|which|that|close|familiar|briefed|seen|published|filed|obtained|inside)$/i.test(word),
  )
  return singular((stop < 0 ? words.at(-1) : words[stop - 1])?.toLowerCase() ?? '')
}

const isOutlet = (name: string, words: readonly string[]): boolean => {
  const lower = words.map(word => word.toLowerCase())
  if (known.has(plain(name))) return true
  const proper = words.filter(word => /^\p{Lu}/u.test(word))
  if (proper.length === 0) return outletNouns.has(lower.at(-1) ?? '') && lower.length < 4
  if (proper.length > 1 && outletNameStarts.has(proper[0].toLowerCase())) return true
  const last = lower.at(-1)!
  return (
    /^\p{Lu}/u.test(words.at(-1)!) &&
    outletNameEnds.has(last) &&
    (!uncertainOutletNameEnds.has(last) || /^the$/i.test(words[0]) || proper.length > 1)
  )
}

const kindOf = (name: string): { readonly kind: SourceKind; readonly identity: Identity } => {
  const words = name.split(/[\s,]+/).filter(Boolean)
  const head = headOf(words)
  const proper =
    words.slice(1).some(word => /^\p{Lu}/u.test(word)) ||
    (words.length > 0 &&
      /^\p{Lu}/u.test(words[0]) &&
      !/^(?:The|A|An|Two|Three|Some|Several|Officials|Sources|People|Our|One|His|Her|Their)$/.test(words[0]))
  if (words.some(word => anonymityAdjectives.has(word.toLowerCase())) || anonymityNouns.has(head))
    return { kind: /s$/.test(words.join(' ')) ? 'group' : 'person', identity: 'anonymous' }
  const after = name.slice(name.toLowerCase().indexOf(head) + head.length).replace(/^s?\s+/, '')
  if (heldBack.test(name) || ((wideNouns.has(head) || wideNouns.has(`${head}s`)) && nearTheMatter.test(after)))
    return { kind: 'person', identity: 'anonymous' }
  if (isOutlet(name, words)) return { kind: 'outlet', identity: 'named' }
  if (documentNouns.has(head)) return { kind: 'document', identity: 'named' }
  if (organizationNouns.has(head) || seatsOfPower.has(plain(name))) return { kind: 'organization', identity: 'named' }
  if (
    words.some(word => /^\p{Lu}/u.test(word) && organizationNameWords.has(word.toLowerCase())) &&
    !/\p{Ll}\s+\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+$/u.test(name)
  )
    return { kind: 'organization', identity: 'named' }
  return proper ? { kind: 'person', identity: 'named' } : { kind: 'person', identity: 'unnamed' }
}

/** What can be told of a party from its own words, and from `around`, the rest of the frame that it stands in. */
export const describeParty = (name: string, via: string, around: string): Pick<Hop, 'role' | 'name' | 'kind' | 'identity' | 'via'> => {
  const { kind, identity } = kindOf(name)
  const withheld = identity === 'unnamed' && heldBack.test(around)
  const role = kind === 'outlet' ? 'outlet' : kind === 'document' ? 'document' : 'speaker'
  return { role, name, kind, identity: withheld ? 'anonymous' : identity, via }
}
