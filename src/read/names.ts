import { agencies } from '../lexicon/en/agencies.ts'
import { femaleNames, maleNames } from '../lexicon/en/given-names.ts'
import { journalistRoles } from '../lexicon/en/journalist-roles.ts'
import { mastheadWords } from '../lexicon/en/masthead-words.ts'
import { outletNameEnds, outletNameStarts, uncertainOutletNameEnds } from '../lexicon/en/outlet-words.ts'
import { outlets } from '../lexicon/en/outlets.ts'

const plainName = (name: string) => name.replace(/^the /i, '').replaceAll('’', "'").trim()

const AGENCIES = new Map(agencies.flatMap(names => names.map(name => [plainName(name), names[0]] as const)))
/** The longest name of an agency, or what looks like one, with an article and what photographs add. */
const LONGEST = Math.max(60, ...[...AGENCIES.keys()].map(name => name.length)) + 12
const OUTLETS = new Set(outlets.map(plainName))
const AGENCY_SHAPE =
  /(?:\b(?:news|press|telegraph|telegraphic|information|wire|presse?)[ -](?:agency|agencies|service|services|association|bureau)|\bnews ?wires?|\bnewsagency|\bwire service|\bwires?|\bagence [\p{L}-]+|\bagencia \p{L}+|\bagenzia \p{L}+)$|^agenc(?:e|ia|y) /iu
const ONE_WORD_AGENCY = /^\p{Lu}[\p{L}-]*(?:press|news|wire|fax|inform|novosti)$/u
const DOMAIN =
  /^(?:https?:\/\/)?(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|news|info|co|uk|us|ca|au|in|ie|nz|za|eu|de|fr|tv|media|press|example|io|int|gov|edu)(?:\/\S*)?$/i
const ROLE = new RegExp(`(?:^|[\\s-])(?:${journalistRoles.join('|')})s?$`, 'i')
const NAME_WORD =
  /^(?:\p{Lu}[\p{L}'’.-]*|(?:de|da|di|del|della|der|den|van|von|bin|ibn|al|el|la|le|du|dos|ten|ter|y|e)|(?:al|el|ad|as|ash|d|l)[-'’]\p{L}+)$/u

/** The agency a name stands for in full, the name itself where only its shape tells, else null. `AFP` → Agence France-Presse. */
export const agencyOf = (name: string): string | null => {
  if (name.length > LONGEST || !/^[\p{Lu}]|^(?:the |agenc|dpa|al-|el-)/u.test(name)) return null
  const plain = plainName(name)
  const known = AGENCIES.get(plain) ?? AGENCIES.get(plain.replace(/\.com$|\s+(?:News|Photo|photo|video|Video)$/, ''))
  if (known) return known
  if (
    plain.length > 60 ||
    !/^[\p{Lu}]|^agenc/u.test(plain) ||
    /[:;,!?“”"]|\b(?:by|from|with|said|told|according) /i.test(plain) ||
    plain.split(' ').length > 6
  )
    return null
  return AGENCY_SHAPE.test(plain) || ONE_WORD_AGENCY.test(plain) ? plain : null
}

/** Whether a name is a well-known outlet's or agency's. */
export const isKnownOutlet = (name: string): boolean => OUTLETS.has(plainName(name)) || AGENCIES.has(plainName(name))

/** Whether a name is an outlet's by its words: "The Harbour Gazette", "Radio Lune", "lakesidecourier.example". */
export const isOutletName = (name: string): boolean => {
  const plain = plainName(name)
  if (OUTLETS.has(plain) || AGENCIES.has(plain) || DOMAIN.test(plain)) return true
  const words = plain.split(/[\s&]+/)
  if (words.length > 7 || !/^[\p{Lu}\d]|^(?:al|el)-/u.test(plain) || /[:;!?“”"]/.test(plain)) return false
  const fits = (word: string) => /^\p{Lu}/u.test(word) && (outletNameEnds.has(word.toLowerCase()) || mastheadWords.has(word.toLowerCase()))
  if (words.length > 1 && (fits(words[words.length - 1]) || outletNameStarts.has(words[0].toLowerCase()))) return true
  if (words.length > 2 && / (?:of|for) /.test(plain) && words.some(fits)) return true
  return AGENCY_SHAPE.test(plain) || ONE_WORD_AGENCY.test(plain) || (/\.(?:com|org|net|tv)$/i.test(plain) && words.length === 1)
}

/** Whether a name is an outlet's wherever it stands: not "Morning Watch", which may be a programme. */
export const isCertainOutlet = (name: string): boolean => {
  if (isKnownOutlet(name) || agencyOf(name) || DOMAIN.test(plainName(name))) return true
  const words = plainName(name).toLowerCase().split(/\s+/)
  const last = words[words.length - 1]
  return words.length > 1 && ((outletNameEnds.has(last) && !uncertainOutletNameEnds.has(last)) || outletNameStarts.has(words[0]))
}

/** Whether words are a journalist's role rather than a name: "Court Correspondent", "our Staff Reporter", "the monitoring desk". */
export const isRole = (words: string): boolean => ROLE.test(words.trim())

/** Whether words have the form of a person's name: two to five words, all of them names. */
export const isPersonShape = (words: string): boolean => {
  const parts = words.trim().split(/\s+/)
  return (
    parts.length >= 2 &&
    parts.length <= 5 &&
    parts.every(part => NAME_WORD.test(part)) &&
    /^\p{Lu}/u.test(parts[0]) &&
    /^\p{Lu}|^al-/u.test(parts[parts.length - 1])
  )
}

/** Whether words begin with a common given name. */
export const isGivenName = (words: string): boolean => {
  const first = words.trim().split(/\s+/)[0].toLowerCase()
  return maleNames.has(first) || femaleNames.has(first) || /^\p{L}\.$/u.test(first)
}

/** Whether words have the form of an organisation's name: capitals but for small words, no stop. */
export const isNameShape = (words: string): boolean => {
  const parts = words.trim().split(/\s+/)
  if (parts.length > 8 || /[.!?]$/.test(words) || /["“”]/.test(words)) return false
  return (
    parts.every(part => /^[\p{Lu}\d&|–—-]/u.test(part) || /^(?:of|the|and|for|in|on|de|la|le|du|des|y|e|al-\S+|el-\S+|a)$/i.test(part)) &&
    /\p{Lu}|^al-/u.test(parts[0])
  )
}

/** One name for comparing: small letters, no article, no "News Agency". `The Fars News Agency` → `fars`. */
export const nameKey = (name: string): string =>
  (AGENCIES.get(plainName(name)) ?? plainName(name))
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/^(?:https?:\/\/)?(?:www\.)?/, '')
    .replace(/\.(?:com|org|net|co\.uk|news|example)\b.*$/, '')
    .replace(
      /\s+(?:news agency|press agency|news service|news|agency|newspapers?|media|online|ltd|limited|inc\.?|llc|plc|group|press)$/,
      '',
    )
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** Whether two names are one outlet's, as far as their words tell. */
export const isSameOutlet = (a: string, b: string): boolean => {
  const [x, y] = [nameKey(a), nameKey(b)]
  return x !== '' && (x === y || (x.length > 5 && y.startsWith(x)) || (y.length > 5 && x.startsWith(y)))
}
