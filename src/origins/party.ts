import { bodyRoles } from '../lexicon/en/party-words.ts'
import type { Hop } from '../model/chain.ts'
import { functionWordsOf, isWide, mouthpiece } from './party-name.ts'

/** Who a statement is from, as the page names them. */
export interface Party {
  readonly hop: Hop
  /** Words with a capital: "Hilda", "Freer". Lower case. */
  readonly proper: readonly string[]
  /** The other telling words: "matron", "education", "ministry". Lower case. */
  readonly role: readonly string[]
  /** Whether it speaks for a body: a spokesman, a statement. */
  readonly isMouthpiece: boolean
}

/** Takes a hop's name apart. */
export const readParty = (hop: Hop): Party => {
  const words = hop.name
    .split(/[^\p{L}\p{N}'’]+/u)
    .map(word => word.replace(/['’]s?$/, ''))
    .filter(Boolean)
  const isProper = (word: string, index: number) =>
    /^\p{Lu}/u.test(word) && (index > 0 || hop.identity === 'named') && !functionWordsOf(word)
  const rest = words
    .filter((word, index) => !isProper(word, index))
    .map(word => word.toLowerCase())
    .filter(word => !functionWordsOf(word))
  return {
    hop,
    proper: words.filter(isProper).map(word => word.toLowerCase()),
    role: rest.filter(word => !mouthpiece(word)),
    isMouthpiece: rest.some(mouthpiece),
  }
}

const isSubset = (a: readonly string[], b: readonly string[]): boolean => a.length > 0 && a.every(word => b.includes(word))

const indefinite = /^(?:an?|one|two|three|four|five|several|some|many|other|another|\d+)\b/i

/** "Petra Lindquist" and "Lindquist", not "Karl Lindquist". */
const samePerson = (a: Party, b: Party): boolean =>
  a.proper.at(-1) === b.proper.at(-1) && (isSubset(a.proper.slice(-2), b.proper) || isSubset(b.proper.slice(-2), a.proper))

const sameBody = (a: Party, b: Party): boolean => {
  const [one, other] = [
    [...a.proper, ...a.role],
    [...b.proper, ...b.role],
  ]
  return isSubset(one, other) || isSubset(other, one)
}

/** Whether two parties of different outlets are one: by name for sure, by role at most perhaps. Nobody whose name is held back is ever one with another for sure. */
export const compareParties = (a: Party, b: Party): 'same' | 'maybe' | 'different' => {
  if (
    a.hop.identity === 'anonymous' ||
    b.hop.identity === 'anonymous' ||
    a.hop.identity === 'unspecified' ||
    b.hop.identity === 'unspecified'
  )
    return 'maybe'
  if (a.hop.identity === 'named' && b.hop.identity === 'named') return compareNamed(a, b)
  const [named, other] = a.hop.identity === 'named' ? [a, b] : [b, a]
  if (named.hop.identity === 'named') {
    const definite = other.isMouthpiece || !(indefinite.test(other.hop.name) || /[^su]s$/.test(other.role.at(-1) ?? ''))
    if (isSubset([...other.proper, ...other.role], [...named.proper, ...named.role])) return definite ? 'same' : 'maybe'
    if (other.isMouthpiece && named.hop.kind === 'organization' && sameBody(other, named)) return 'same'
    return isWide(other.role) ? 'maybe' : 'different'
  }
  if (a.isMouthpiece && b.isMouthpiece && sameBody(a, b)) return 'same'
  return isWide(a.role) || isWide(b.role) || sameBody(a, b) ? 'maybe' : 'different'
}

/** "The streaming service", "the company": a body that has a name elsewhere. */
const isToldByKind = ({ proper, role }: Party): boolean =>
  proper.length === 0 && bodyRoles.has(role.at(-1)?.replace(/(?<=[^su])s$/, '') ?? '')

const compareNamed = (a: Party, b: Party): 'same' | 'maybe' | 'different' => {
  const kinds = [a.hop.kind, b.hop.kind]
  if (kinds.includes('document')) {
    if (a.proper.length > 0 && b.proper.length > 0)
      return isSubset(a.proper, b.proper) || isSubset(b.proper, a.proper) ? 'same' : 'different'
    if (kinds[0] !== kinds[1] && !a.isMouthpiece && !b.isMouthpiece) return 'different'
    if (!sameBody(a, b)) return 'different'
    return a.isMouthpiece || b.isMouthpiece || (isSubset(a.role, b.role) && isSubset(b.role, a.role)) ? 'same' : 'maybe'
  }
  if (a.proper.length > 0 && b.proper.length > 0 && samePerson(a, b)) return 'same'
  const bodies = kinds.filter(kind => kind === 'organization' || kind === 'group').length
  if (bodies === 2 && (isToldByKind(a) || isToldByKind(b)) && !sameBody(a, b)) return 'maybe'
  if (bodies === 2 || a.isMouthpiece || b.isMouthpiece) return sameBody(a, b) ? 'same' : 'different'
  if (bodies === 1) {
    const [body, person] = kinds[0] === 'organization' || kinds[0] === 'group' ? [a, b] : [b, a]
    return isSubset([...body.proper, ...body.role], [...person.proper, ...person.role]) ? 'same' : 'different'
  }
  return 'different'
}
