import { longTitles } from '../lexicon/en/honorifics.ts'
import { organizationNameWords } from '../lexicon/en/organization-nouns.ts'
import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import type { SourceKind } from '../model/source.ts'
import type { Span } from '../model/span.ts'
import { roleAfter } from './apposition.ts'
import { commaFrom, sentenceEnd } from './boundary.ts'
import { genderOfNoun, genderOfWords } from './gender.ts'
import { blank, classOfKind, type Mention, none } from './mention.ts'
import { isCourtesy, isHonorific, type NameReading, readName } from './name.ts'
import { isCommonRun, isPersonName, lowerCaseOutlet, outletPremodifier, outletSection } from './name-shape.ts'
import { classifyNoun } from './noun.ts'
import { hasLetter, isCapital, isGivenName, type Phrase, parsePhrase, plainOf } from './phrase.ts'
import { type Role, readRole, wordsOf } from './role.ts'

const roleWords = (words: string | null): string[] => {
  if (!words || words === '') return []
  const out: string[] = []
  for (const word of words.toLowerCase().split(/[^\p{L}\p{N}'-]+/u)) {
    const noun = classifyNoun(word.replace(/^(?:ex|former|vice|co)-/, ''))
    if (noun?.class === 'person') out.push(noun.lemma)
    const long = longTitles.get(word)
    if (long) out.push(long)
  }
  return out
}

/** Whether the words may say what one person is: not "voters", and no mark left over from a sentence before. */
const isTitle = (words: string): boolean =>
  /^[\p{L}\d'’]/u.test(words) &&
  !/^\S+-(?:based|born|raised)$/.test(words) &&
  !/[“”"\n]/.test(words) && !classifyNoun(words.slice(words.lastIndexOf(' ') + 1).toLowerCase())?.plural

/** "Sanomat, one of the country’s top newspapers,", "Harlow, a charity": what kind of body an appositive tells; null for none. */
const bodyAfter = (annotated: AnnotatedDocument, from: number): SourceKind | null => {
  const { text, lower } = annotated.tokens
  if (text[from] !== ',') return null
  const of = text[from + 1] === 'one' && text[from + 2] === 'of'
  const first = of ? from + 3 : from + 1
  if (!/^(?:the|a|an)$/.test(text[first] ?? '')) return null
  const last = commaFrom(annotated, first, Math.min(first + 12, sentenceEnd(annotated, from)))
  const { core } = parsePhrase(annotated, { first, last })
  const noun = classifyNoun(lower[core.last - 1])
  if (noun === null || noun.plural !== of) return null
  return noun.class === 'outlet' || noun.class === 'organization' ? noun.class : null
}

/** "PolitiFact" of "PolitiFact Executive Director Aaron Hale": the body that a title in capitals opens with. */
const bodyInTitle = (annotated: AnnotatedDocument, title: TokenRange): string | null => {
  const { tokens, names } = annotated
  const found = title.last - title.first > 1 && tokens.name[title.first] >= 0 ? names[tokens.name[title.first]] : null
  if (found?.kind !== 'organization' || found.first !== title.first || found.last > title.last) return null
  let last = found.last
  while (last - 1 > found.first && (tokens.lower[last - 1] === 'research' || !organizationNameWords.has(tokens.lower[last - 1]))) last--
  if (last - 1 === found.first && !organizationNameWords.has(tokens.lower[found.first])) last = found.last
  return last < title.last && !isHonorific(tokens.text[title.first]) ? wordsOf(annotated, { first: title.first, last }) : null
}

const named = (
  annotated: AnnotatedDocument,
  span: Span,
  reading: NameReading,
  phrase: Phrase,
  before: Role,
  after: Role | null,
): Mention => {
  const { text } = annotated.tokens
  const { first, last } = reading.name
  const heads: string[] = []
  for (let i = first; i < last; i++) if (hasLetter(text[i])) heads.push(plainOf(text[i]))
  const person = reading.kind === 'person' || reading.kind === 'unknown'
  const article =
    first > 0 &&
    !person &&
    /^the$/i.test(text[first - 1]) &&
    (reading.kind === 'outlet' || reading.kind === 'organization' || reading.kind === 'document' || reading.kind === 'group')
  const from = article ? first - 1 : first
  const honorific: string[] = []
  for (let i = reading.title.first; i < reading.title.last; i++) if (!isCourtesy(text[i])) honorific.push(text[i])
  const titleBefore =
    before.title === null && honorific.length === 0 ? '' : [before.title, honorific.join(' ')].filter(Boolean).join(' ').replace(/,$/, '')
  const told = titleBefore === '' ? (after?.title ?? null) : titleBefore
  const title = person && told !== null && isTitle(told) ? told : null
  const group = reading.kind === 'group'
  return {
    ...blank,
    span,
    name: wordsOf(annotated, { first: from, last }),
    core: reading.name,
    heads,
    kind: reading.kind,
    identity: group ? 'unnamed' : 'named',
    count: null,
    descriptor: null,
    title,
    affiliation: person ? (before.affiliation ?? bodyInTitle(annotated, reading.title) ?? after?.affiliation ?? null) : null,
    determiner: phrase.determiner,
    possessor: phrase.possessor,
    gender: person
      ? ((titleBefore === '' ? null : genderOfNoun(titleBefore.split(' ').at(-1)!.toLowerCase())) ??
        reading.gender ??
        genderOfWords(titleBefore) ??
        genderOfWords(after?.title ?? ''))
      : 'neuter',
    number: group ? 'plural' : 'singular',
    roles: person
      ? titleBefore === '' && reading.title.first >= reading.title.last && !after?.title
        ? blank.roles
        : [...new Set([...roleWords(titleBefore), ...roleWords(wordsOf(annotated, reading.title)), ...roleWords(after?.title ?? null)])]
      : outletRoles(annotated, reading.name, phrase),
  }
}

/** "The newspaper al-Jisr", "the al-Dahna television channel": what kind of outlet the nouns beside the name tell. */
const outletRoles = (annotated: AnnotatedDocument, name: TokenRange, phrase: Phrase): string[] => {
  const { lower } = annotated.tokens
  const out: string[] = []
  const last = Math.min(name.last + 4, phrase.core.last)
  for (let i = Math.max(name.first - 1, phrase.core.first); i < last; i++) {
    if (i >= name.first && i < name.last) continue
    const noun = classifyNoun(lower[i])
    if (noun?.class === 'outlet' || noun?.lemma === 'agency') out.push(noun.lemma)
  }
  return out
}

/** Whether the words before a name end in what somebody is: not "last month Brightwell". */
const endsInRole = (annotated: AnnotatedDocument, last: number): boolean => {
  const word = annotated.tokens.text[last - 1]
  return (
    classifyNoun(word.toLowerCase())?.class === 'person' ||
    isHonorific(word) ||
    /^(?:of|for|Affairs|State|Defen[cs]e|counsel|elect|-)$/.test(word) ||
    isCapital(word)
  )
}

/** "The Director of National Intelligence, Dan Coats": an office in capitals before the name of whoever holds it. */
const isOffice = (annotated: AnnotatedDocument, { core, name }: Phrase, comma: number, last: number): boolean => {
  const { text, lower } = annotated.tokens
  if (name === null || name.first !== core.first || name.last - name.first < 3 || comma + 1 >= last || text[comma] !== ',') return false
  const noun = classifyNoun(lower[name.first])
  if (noun?.class !== 'person' || noun.plural || !/^(?:of|for)$/.test(text[name.first + 1])) return false
  const holder = parsePhrase(annotated, { first: comma + 1, last: commaFrom(annotated, comma + 1, last) }).name
  return holder !== null && isPersonName(annotated, holder)
}

/** Nouns for people and for bodies: "Bus operator Lyle & Corrie", "its owner, Hesper Marine". */
const mayBeBody: ReadonlySet<string> = new Set(
  'operator owner maker publisher developer insurer supplier sponsor contractor manufacturer producer distributor employer landlord lender provider builder carrier retailer consultant partner rival buyer seller brewer utility'.split(
    ' ',
  ),
)

/** Whether the run of capitals is a body's name rather than a person's, beside such a noun. */
const isBodyName = (annotated: AnnotatedDocument, run: TokenRange): boolean => {
  const { text, name } = annotated.tokens
  const found = name[run.last - 1] >= 0 ? annotated.names[name[run.last - 1]] : null
  if (text.slice(run.first, run.last).includes('&')) return true
  const { kind } = readName(annotated, run, null, false)
  return kind === 'organization' || (found !== null && found.kind !== 'person' && found.last === run.last && !isGivenName(text[run.first]))
}

const published = /^(?:reported|reports|wrote|writes|editorialized)$/

/** "told The Oregonian", "The Oregonian reported": a lone name with an article of its own is a paper's. */
const hasOwnArticle = (annotated: AnnotatedDocument, { first, last }: TokenRange): boolean => {
  const { text, tag } = annotated.tokens
  if (last - first !== 1 || text[first - 1] !== 'The' || classifyNoun(text[first].toLowerCase()) !== null) return false
  const opens = first < 2 || /^[.!?"\])]$/.test(text[first - 2]) || annotated.tokens.start[first - 1] - annotated.tokens.end[first - 2] > 1
  return opens ? published.test(text[last] ?? '') : /^(?:VB|IN|TO|,)/.test(tag[first - 2] ?? '')
}

/** The proper name that the phrase is about: at the end of its core, or in apposition to it. */
export const findName = (annotated: AnnotatedDocument, span: Span, range: TokenRange): Mention | null => {
  const { text, lower } = annotated.tokens
  const comma = commaFrom(annotated, range.first, range.last)
  let behind = comma
  while (behind - range.first > 1 && /^(?:him|her|it|them)sel(?:f|ves)$/.test(text[behind - 1])) behind--
  const phrase = parsePhrase(annotated, { first: range.first, last: behind })
  const office = isOffice(annotated, phrase, comma, range.last)
  const headNoun = classifyNoun(lower[office ? phrase.core.first : phrase.core.last - 1])
  if (phrase.name && !office && !isCommonRun(annotated, phrase.name)) {
    const { core, name } = phrase
    // "official Blitzify playlists"
    const isBare =
      name.first === core.first + 1 && phrase.determiner === null && name.last - name.first === 1 && text[core.first] === 'official'
    const beforeNoun = name.first > core.first && !isBare ? classifyNoun(lower[name.first - 1]) : null
    const newsAgency = beforeNoun?.lemma === 'agency'
    const role = newsAgency
      ? 'outlet'
      : beforeNoun && mayBeBody.has(beforeNoun.lemma) && isBodyName(annotated, name)
        ? 'organization'
      : beforeNoun && !/^(?:rival|partner|ally|neighbour|neighbor|competitor)$/.test(beforeNoun.lemma)
        ? classOfKind[beforeNoun.class]
        : null
    const read = readName(annotated, name, role === 'group' ? null : role, phrase.determiner === 'the')
    const reading: NameReading =
      read.kind !== 'outlet' && read.kind !== 'group' && !read.titled && hasOwnArticle(annotated, read.name) ? { ...read, kind: 'outlet', gender: null } : read
    const prefix = {
      first: isBare ? name.first : (phrase.possessor?.first ?? core.first),
      last: reading.title.first < reading.title.last ? reading.title.first : name.first,
    }
    const before =
      prefix.last > core.first && reading.kind === 'person' && endsInRole(annotated, prefix.last) ? readRole(annotated, prefix) : none
    const { tail } = phrase
    const inTail =
      tail.first < tail.last &&
      (/^(?:of|from)$/.test(text[tail.first]) || (/^(?:for|at)$/.test(text[tail.first]) && isCapital(text[tail.first + 1] ?? '')))
        ? { title: null, affiliation: wordsOf(annotated, { first: tail.first + 1, last: tail.last }) }
        : null
    const after =
      reading.kind === 'person' || reading.kind === 'unknown' ? (inTail ?? roleAfter(annotated, reading.name.last)?.role ?? null) : null
    const unclear = reading.kind === 'person' || reading.kind === 'unknown'
    const body =
      unclear && role === null && !reading.titled && after === null && before.title === null && !isGivenName(text[reading.name.first])
        ? bodyAfter(annotated, reading.name.last)
        : null
    return named(
      annotated,
      span,
      body
        ? { ...reading, kind: body, gender: null }
        : after?.title && reading.kind === 'unknown'
          ? { ...reading, kind: 'person' }
          : reading,
      phrase,
      before,
      after,
    )
  }
  const section = outletSection(annotated, phrase)
  if (section) return named(annotated, span, section, phrase, none, null)
  const outlet = outletPremodifier(annotated, phrase) ?? lowerCaseOutlet(annotated, phrase)
  if (outlet) return named(annotated, span, outlet, phrase, none, null)
  if (comma >= range.last && text[comma] !== ',') return null
  const oneOfMany = /^one$/i.test(text[range.first]) && text[range.first + 1] === 'of'
  if (
    (!headNoun && !oneOfMany && phrase.determiner === null && phrase.possessor === null) ||
    (headNoun?.plural && headNoun.class === 'person' && !oneOfMany)
  )
    return null
  const first = comma + 1
  const limit = comma < range.last ? range.last : Math.min(sentenceEnd(annotated, range.first), comma + 12)
  const next = commaFrom(annotated, first, limit)
  if (first >= next) return null
  const second = parsePhrase(annotated, { first, last: next })
  if (!second.name || isCommonRun(annotated, second.name) || second.name.last !== second.core.last) return null
  if (!headNoun && !oneOfMany && !isPersonName(annotated, second.name)) return null
  if (second.name.first > second.core.first && classifyNoun(lower[second.name.first - 1]) === null) return null
  if (second.tail.first < second.tail.last && next > range.last) return null
  const body = headNoun !== null && mayBeBody.has(headNoun.lemma) && isBodyName(annotated, second.name)
  const kind = body ? 'organization' : headNoun && !oneOfMany ? classOfKind[headNoun.class] : 'person'
  const reading = readName(annotated, second.name, kind === 'group' ? null : kind, second.determiner === 'the')
  if (kind === 'person' && annotated.tokens.name[reading.name.last - 1] >= 0) {
    const found = annotated.names[annotated.tokens.name[reading.name.last - 1]]
    if ((found.kind === 'place' || found.kind === 'organization') && found.last === reading.name.last && !reading.titled) return null
  }
  if (kind === 'document' && (comma >= range.last || phrase.tail.first < phrase.tail.last)) return null
  const role = oneOfMany ? none : readRole(annotated, { first: range.first, last: comma })
  const { tail } = second
  const from =
    tail.first < tail.last && /^(?:of|from)$/.test(text[tail.first]) ? wordsOf(annotated, { first: tail.first + 1, last: tail.last }) : null
  return named(
    annotated,
    span,
    reading,
    { ...second, possessor: phrase.possessor ?? second.possessor },
    { title: role.title === null ? null : `${role.title},`, affiliation: role.affiliation ?? from },
    null,
  )
}

/** "Oskar Venn and Ada Brun", "both the Democrats and the Republicans": two named people, or two peoples or parties, who speak as one. */
export const findPair = (annotated: AnnotatedDocument, span: Span, range: TokenRange): Mention | null => {
  const { text } = annotated.tokens
  let and = range.first + 1
  while (and < range.last && text[and] !== 'and') and++
  if (and >= range.last - 1) return null
  const first = parsePhrase(annotated, { first: range.first, last: and })
  const second = parsePhrase(annotated, { first: and + 1, last: range.last })
  if (!first.name || !second.name || first.tail.first < first.tail.last || second.tail.first < second.tail.last) return null
  const readings = [first, second].map(phrase => readName(annotated, phrase.name!, null, phrase.determiner === 'the'))
  const groups = readings.every(({ kind }) => kind === 'group')
  if (!groups && readings.some(({ kind, name }) => kind !== 'person' || !isPersonName(annotated, name))) return null
  const heads = readings.flatMap(({ name }) => text.slice(name.first, name.last)).map(word => word.toLowerCase())
  return {
    ...blank,
    span,
    name: wordsOf(annotated, { first: readings[0].name.first, last: readings[1].name.last }),
    core: { first: readings[0].name.first, last: readings[1].name.last },
    heads,
    kind: 'group',
    identity: groups ? 'unnamed' : 'named',
    count: null,
    descriptor: null,
    determiner: null,
    possessor: null,
    gender: null,
    number: 'plural',
  }
}
