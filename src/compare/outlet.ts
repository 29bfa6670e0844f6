import { agencies } from '../lexicon/en/agencies.ts'
import { outletNameEnds, outletNameStarts } from '../lexicon/en/outlet-words.ts'
import { outlets } from '../lexicon/en/outlets.ts'

/** Groups of names that mean the same outlet or agency, the full name first. */
export type Aliases = readonly (readonly string[])[]

const HOST = /^(?:https?:\/\/)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[:/]|$)/i
/** What stands before the country in `.co.uk`. */
const SECOND = new Set(['ac', 'co', 'com', 'gov', 'net', 'org'])

/** The part of a web address that names its owner; null for anything else. `www.harbourgazette.example/2026` → harbourgazette. */
const labelOf = (name: string): string | null => {
  const parts = HOST.exec(name)?.[1].toLowerCase().split('.')
  if (!parts) return null
  const rest = parts.slice(0, -1)
  if (rest.length > 1 && SECOND.has(rest[rest.length - 1])) rest.pop()
  return rest[rest.length - 1]
}

const GENERIC =
  /(?:news agency|press agency|news service|news ?wire|news ?source|news ?papers?|news ?desk|wire service|wire|agency|online|international|news|\.com)$/

/** A name in small letters without article, punctuation and what many names end in: The Kestrel Wire → kestrel. */
const reduce = (name: string): string => {
  const label = labelOf(name.trim())
  let rest = (label ?? name)
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^the\s+/, '')
    .replace(/'s$/, '')
    .trim()
  for (let cut = rest.replace(GENERIC, '').trim(); cut.length >= 2 && cut !== rest; cut = rest.replace(GENERIC, '').trim()) rest = cut
  return rest.replace(/[^\p{L}\p{N}]+/gu, '')
}

const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .replace(/^the\s+/, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '' && word !== 'of' && word !== 'and')

// nytimes, wsj, latimes: of each word the first letter or all of it
const abbreviates = (label: string, name: string): boolean => {
  const words = wordsOf(name)
  if (words.length < 2 || label.length < 3) return false
  const fits = (rest: string, at: number): boolean =>
    at === words.length
      ? rest === ''
      : (rest.startsWith(words[at]) && fits(rest.slice(words[at].length), at + 1)) ||
        (rest.startsWith(words[at][0]) && fits(rest.slice(1), at + 1))
  return fits(label, 0)
}

const indexAliases = (aliases: Aliases): Map<string, string> => {
  const index = new Map<string, string>()
  for (const names of aliases) {
    const full = names.find(name => index.has(reduce(name)))
    const key = full ? index.get(reduce(full))! : reduce(names[0])
    for (const name of names) if (!index.has(reduce(name))) index.set(reduce(name), key)
  }
  return index
}

const builtIn = indexAliases(agencies)

/** What tells outlets apart and agencies from the rest. */
export interface Outlets {
  /** Whether two names are one outlet's, as far as their words and the aliases tell. */
  readonly isSame: (one: string, other: string) => boolean
  /** Whether a name may stand for a longer one where no other is meant: "(Solvane)" or "(SWS)" for Solvane Wire Service. */
  readonly isShort: (short: string, full: string) => boolean
  /** Whether a name is a news agency's, whose text any of its subscribers may print. */
  readonly isAgency: (name: string) => boolean
  /** Whether a name is an outlet's or agency's by the lists or by its words; a person's is not. */
  readonly isOutlet: (name: string) => boolean
}

const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/^the\s+/, '')

const isShort = (short: string, full: string): boolean => {
  if (/^\p{Lu}{2,6}$/u.test(short.trim()) && wordsOf(full).length > 1) {
    const initials = wordsOf(full)
      .map(word => word[0])
      .join('')
    return short.trim().toLowerCase() === initials
  }
  const [word, ...more] = plain(short).split(/\s+/)
  const [first, second] = plain(full).split(/\s+/)
  return more.length === 0 && word.length >= 5 && word === first && second !== undefined && second !== 'of' && !outletNameEnds.has(word)
}

const OUTLETS = new Set(outlets.map(plain))

const isOutletShape = (name: string): boolean => {
  const words = plain(name).split(/\s+/)
  return words.length > 1 && (outletNameEnds.has(words[words.length - 1]) || outletNameStarts.has(words[0]))
}

const AGENCIES = new Set(agencies.flat().map(plain))

const AGENCY =
  /\b(?:news|press|telegraph|wire)[ -](?:agency|service|association)\b|\bnews ?wires?\b|\bwire(?: service)?$|^agen(?:ce|cia|zia|tur) |\bnews ?source$/i

/** Names whose keys are kept. */
const KEPT = 20_000

/** Reads names of outlets with the built-in aliases and those given. */
export const openOutlets = (aliases: Aliases = []): Outlets => {
  const own = aliases.length === 0 ? builtIn : new Map([...builtIn, ...indexAliases([...agencies, ...aliases])])
  const keys = new Map<string, string>()
  const keyOf = (name: string): string => {
    const known = keys.get(name)
    if (known !== undefined) return known
    const reduced = reduce(name)
    const key = own.get(reduced) ?? reduced
    if (keys.size < KEPT) keys.set(name, key)
    return key
  }
  const named = new Set(aliases.flat().map(plain))
  const isAgency = (name: string): boolean => AGENCIES.has(plain(name)) || AGENCY.test(name.trim())
  return {
    isSame: (one, other) => {
      const [x, y] = [keyOf(one), keyOf(other)]
      if (x === '' || y === '') return false
      if (x === y) return true
      const [label, otherLabel] = [labelOf(one), labelOf(other)]
      return (label !== null && abbreviates(label, other)) || (otherLabel !== null && abbreviates(otherLabel, one))
    },
    isShort,
    isAgency,
    isOutlet: name => isAgency(name) || OUTLETS.has(plain(name)) || named.has(plain(name)) || labelOf(name) !== null || isOutletShape(name),
  }
}
