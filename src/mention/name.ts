import { agencies } from '../lexicon/en/agencies.ts'
import { femaleNames, maleNames } from '../lexicon/en/given-names.ts'
import { courtesyTitles, type Gender, genderOfTitle, honorifics } from '../lexicon/en/honorifics.ts'
import { nameParticles } from '../lexicon/en/name-particles.ts'
import { organizationNameWords, seatsOfPower } from '../lexicon/en/organization-nouns.ts'
import { outletNameEnds, outletNameStarts, uncertainOutletNameEnds } from '../lexicon/en/outlet-words.ts'
import { outlets } from '../lexicon/en/outlets.ts'
import { peoples } from '../lexicon/en/peoples.ts'
import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import type { SourceKind } from '../model/source.ts'
import { classifyNoun } from './noun.ts'
import { isGivenName } from './phrase.ts'

const knownOutlets: ReadonlySet<string> = new Set([...outlets, ...agencies.flat()].map(name => name.toLowerCase().replace(/^the /, '')))

/** Names that are only their capitals: "NAN", but not "Nan". */
const acronyms: ReadonlySet<string> = new Set(
  [...outlets, ...agencies.flat()].filter(name => /^\p{Lu}{2,5}$/u.test(name)).map(name => name.toLowerCase()),
)

const bare = (word: string): string => {
  const lower = word.toLowerCase()
  return lower.endsWith('.') ? lower.slice(0, -1) : lower
}

/** Whether the word may stand before a person's name as a title. */
export const isHonorific = (word: string): boolean => honorifics.has(bare(word))

/** The gender that a given name or title tells; null where it does not. */
export const genderOf = (word: string): Gender | null => {
  const lower = bare(word)
  return genderOfTitle.get(lower) ?? (maleNames.has(lower) ? 'male' : femaleNames.has(lower) ? 'female' : null)
}

const isTitleWord = (word: string): boolean => {
  if (isGivenName(word)) return false
  // "President-elect Vane"
  const office = word.replace(/-(?:elect|designate|general|nominate)$/i, '')
  if (office.length < word.length) return isTitleWord(office)
  const noun = classifyNoun(word.toLowerCase())
  return isHonorific(word) || (noun?.class === 'person' && !noun.plural)
}

/** Where the name begins in a run that may open with titles: "US Secretary of State Anna Bell", "Detective Sergeant Amy Rook". */
const afterTitles = (text: readonly string[], first: number, last: number): number => {
  const ends = text[last - 1].toLowerCase()
  if (outletNameEnds.has(ends) || organizationNameWords.has(ends)) return first
  for (let i = last - 2; i >= first; i--) {
    // Edwin “Coach” Marlow
    if (!isTitleWord(text[i]) || (text[i + 1] === text[i - 1] && /^["']$/.test(text[i + 1]))) continue
    let next = i + 1
    if (text[next] === 'of' || text[next] === 'for') next += 2
    while (next < last - 1 && /^(?:and|,|&|Affairs)$/.test(text[next])) next += text[next] === 'Affairs' ? 1 : 2
    return next < last ? next : first
  }
  return first
}

const describing = /^\p{L}+-(?:of-\p{L}+|based|born|raised|trained|educated)$/u
const roleEnd = /^\p{Lu}\p{Ll}{2,}(?:er|or|ist|man|woman|swain|smith|wright|keeper|master)$/u

/** Whether the token opens a longer name, up to `last`, and only tells of its bearer: "Norwich-based Anders Pell"; "Chorister Bridget Hale" where a sentence begins. */
export const describesBearer = ({ tokens: { text } }: AnnotatedDocument, i: number, last: number): boolean => {
  if (last - i < 3) return false
  if (text[i].includes('-')) return describing.test(text[i])
  return (i === 0 || /^[.!?"]$/.test(text[i - 1])) && roleEnd.test(text[i]) && isGivenName(text[i + 1]) && !isGivenName(text[i])
}

/** What secretaries are of. */
export const departments =
  /^(?:State|War|Defen[cs]e|Health|Education|Labou?r|Commerce|Justice|Agriculture|Energy|Transport(?:ation)?|Interior)$/

/** "Secretary of [State Rex Hale]": whether the first word of what was taken for a name belongs to the office before it. */
export const opensWithOffice = ({ tokens: { text, lower } }: AnnotatedDocument, first: number, last: number): boolean =>
  last - first > 2 && text[first - 1] === 'of' && departments.test(text[first]) && classifyNoun(lower[first - 2] ?? '')?.class === 'person'

export interface NameReading {
  /** Title words right before the name: "Detective Sergeant". */
  readonly title: TokenRange
  readonly name: TokenRange
  readonly kind: SourceKind
  readonly gender: Gender | null
  /** Whether a title or a role shows that this is a person. */
  readonly titled: boolean
}

/** "Aung San" before "Suu Kyi": capitals that are no title, no adjective and no acronym. */
const mayOpenName = (text: readonly string[], first: number, last: number): boolean => {
  for (let i = first; i < last; i++)
    if (
      !/^\p{Lu}\p{Ll}/u.test(text[i]) ||
      /(?:ish|an|ese|ic|al|ist|our|ory)$/.test(text[i]) ||
      classifyNoun(text[i].toLowerCase()) !== null
    )
      return false
  return true
}

const isOutletName = (words: readonly string[], lastWord: string, person: boolean, determined: boolean): boolean => {
  const all = words.join(' ')
  if (knownOutlets.has(all) && (words.length > 1 || all.length > 5 || !acronyms.has(all) || /^[\p{Lu}.]+$/u.test(lastWord)))
    return !person || words.length === 1
  if (all.includes('.') && /\.(?:com|net|org|news|co|info)$/.test(all)) return true
  if (words.length > 1 && outletNameStarts.has(words[0])) return true
  if (determined && words.length === 2 && /^(?:daily|evening|morning|weekly)$/.test(words[0])) return true
  const whole = words.at(-1)!
  const last = whole.slice(whole.lastIndexOf('-') + 1)
  if (!outletNameEnds.has(last))
    return words.length > 2 && words.at(-2) === 'news' && (last === 'agency' || last === 'service' || last === 'network')
  if (words.length === 1) return determined
  if (/^(?:daily|morning|evening|sunday|weekly|national)$/.test(words.at(-2)!)) return true
  if (uncertainOutletNameEnds.has(last) || person) return !person && !isGivenName(words[0])
  return !(isGivenName(words[0]) && words.length === 2 && !determined)
}

const isOrganizationName = (words: readonly string[]): boolean => {
  if (seatsOfPower.has(words.join(' '))) return true
  const of = words.findIndex(word => word === 'of' || word === 'for' || word === 'on')
  const head = of > 0 ? words[of - 1] : words.at(-1)!
  return organizationNameWords.has(head) || organizationNameWords.has(words.at(-1)!) || words.includes('&')
}

/** Reads a run of name tokens: which of them are title, which name, and whose name it is. `role` is the class of the noun before it: "spokeswoman", "newspaper". */
export const readName = (annotated: AnnotatedDocument, run: TokenRange, role: SourceKind | null, determined: boolean): NameReading => {
  const { text, lower, name } = annotated.tokens
  let first = run.first
  const { last } = run
  while (describesBearer(annotated, first, last)) first++
  const holder = name[last - 1] >= 0 ? annotated.names[name[last - 1]] : null
  const found = holder?.last === last ? holder : null
  if (found && found.first > first && found.last === last) {
    const before = lower[found.first - 1]
    const told = isHonorific(before) || classifyNoun(before)?.class === 'person'
    if (
      !nameParticles.has(before) &&
      !/^["'&]$/.test(before) &&
      (told || (found.kind === 'person' && (isGivenName(text[found.first]) || !mayOpenName(text, run.first, found.first))))
    )
      first = found.first
  }
  if (found === null || found.first < first || last - first > 2 || nameParticles.has(lower[found.first - 1] ?? ''))
    first = afterTitles(text, first, last)
  const office = opensWithOffice(annotated, first, last)
  if (office) first++
  const words: string[] = []
  for (let i = first; i < last; i++) words.push(bare(text[i]))
  let titled = office
  for (let i = run.first; i < first; i++) if (isTitleWord(text[i])) titled = true
  const title = { first: run.first, last: first }
  const next = text[last] ?? ''
  const label = next === ':' && /^\p{Lu}{2,}$/u.test(text[last - 1])
  const thing =
    next === ',' &&
    text[last + 1] === 'which' &&
    !(last - first > 1 && isGivenName(text[first])) &&
    !/^(?:of|from|by|to)$/.test(text[run.first - 1] ?? '')
  const people =
    last - first === 1 &&
    annotated.tokens.tag[first] === 'NNPS' &&
    role === null &&
    !titled &&
    (/(?:ans|nis|qis|elis|mis|crats|ists|ites)$/.test(words[0]) || peoples.has(words[0])) &&
    !isGivenName(words[0])
  const kind = people
    ? 'group'
    : label
      ? 'person'
      : thing && !titled && role !== 'outlet' && role !== 'document' && !isOutletName(words, text[last - 1], false, determined)
        ? 'organization'
        : kindOf(words, text[last - 1], found?.kind ?? null, titled ? 'person' : role, determined)
  let gender: Gender | null = null
  if (kind === 'person' || kind === 'unknown') {
    for (let i = run.first; i < first && !gender; i++) gender = genderOfTitle.get(bare(text[i])) ?? null
    if (!gender && words.length > 1) gender = genderOf(words[0]) ?? (words.length > 2 ? genderOf(words[1]) : null)
    if (!gender && words.length === 1) gender = maleNames.has(words[0]) ? 'male' : femaleNames.has(words[0]) ? 'female' : null
  }
  return { title, name: { first, last }, kind, gender, titled }
}

const kindOf = (
  words: readonly string[],
  lastWord: string,
  found: string | null,
  role: SourceKind | null,
  determined: boolean,
): SourceKind => {
  if (role === 'person' || role === 'outlet' || role === 'document') return role
  const given = isGivenName(words[0]) && words.length > 1 && words.length < 5
  if (given && words.slice(1, -1).some(word => nameParticles.has(word)) && !words.includes('of')) return 'person'
  if (
    words.length === 2 &&
    words[0].length === 2 &&
    /^(?:[a-z]j|j[a-z]|kc|tk|rl|ck)$/.test(words[0]) &&
    !organizationNameWords.has(words[1]) &&
    !outletNameEnds.has(words[1]) &&
    words[1].length > 2
  )
    return 'person'
  const person = found === 'person' && (given || words.length === 1)
  if (isOutletName(words, lastWord, person, determined)) return 'outlet'
  if (words.length === 1 && /^[KW][A-Z]{2,3}(?:-(?:TV|FM|AM))?$/.test(lastWord)) return 'outlet'
  if (role === 'organization') return role
  if (
    words.length > 1 &&
    /^(?:act|bill|treaty|accords?|convention|charter|amendment|constitution)$/.test(words.at(-1)!) &&
    !isGivenName(words[0])
  )
    return 'document'
  if (!person && isOrganizationName(words)) return 'organization'
  if (found === 'person' && !determined) return 'person'
  if (found === 'organization' || found === 'place') return 'organization'
  if (words.length === 1 && /^\p{Lu}{2,7}$/u.test(lastWord.replace(/\./g, ''))) return 'organization'
  if (given || (found === 'person' && words.length > 1)) return 'person'
  if (words.length === 1 && /(?:ans|crats|ists|ites|ese|ish|ers)$/.test(words[0]) && (words[0].endsWith('s') || determined)) return 'group'
  if (words.length >= 2 && words.length <= 3 && !determined && !words.includes('of')) return 'person'
  return determined ? 'organization' : 'unknown'
}

/** Whether the title says only courtesy or learning ("Mr", "Dr."). */
export const isCourtesy = (word: string): boolean => courtesyTitles.has(bare(word))
