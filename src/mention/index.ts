import { anonymityAdjectives, heldBack, nearTheMatter, wideNouns } from '../lexicon/en/anonymity.ts'
import { issuingWords } from '../lexicon/en/document-nouns.ts'
import { measureNouns } from '../lexicon/en/group-nouns.ts'
import { longTitles } from '../lexicon/en/honorifics.ts'
import { inexactWords, numberWords } from '../lexicon/en/numbers.ts'
import { certainOutletNouns, mediaModifiers, mediaNouns, outletNameEnds } from '../lexicon/en/outlet-words.ts'
import { pronounForms } from '../lexicon/en/pronouns.ts'
import { genderedNouns } from '../lexicon/en/role-nouns.ts'
import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import type { Identity, SourceKind } from '../model/source.ts'
import type { Span } from '../model/span.ts'
import { isCourtesy, type NameReading, readName } from './name.ts'
import { classifyNoun, type Noun } from './noun.ts'
import { isCapital, isGivenName, isPossessive, type Phrase, parsePhrase, tokensOf } from './phrase.ts'
import { type Role, readRole, wordsOf } from './role.ts'

export { genderOf, isHonorific } from './name.ts'
export { classifyNoun } from './noun.ts'
export { isCapital, isGivenName, isPossessive, parsePhrase, tokenAt, tokensOf } from './phrase.ts'
export { readRole, wordsOf } from './role.ts'

/** What one noun phrase says by itself about whom it speaks of. */
export interface Mention {
  readonly span: Span
  /** Fullest name that the phrase gives: persons without title, outlets and common nouns with their article. */
  readonly name: string
  /** The tokens of the proper name, or of the noun phrase without what follows its head. */
  readonly core: TokenRange
  /** Lower-case words that tell this one from others: the words of a name, or modifiers and head noun (singular) of a role. The head is last. */
  readonly heads: readonly string[]
  readonly kind: SourceKind
  readonly identity: Identity
  readonly count: number | null
  readonly descriptor: string | null
  readonly reason: null
  readonly title: string | null
  readonly affiliation: string | null
  readonly issuer: string | null
  readonly isPronoun: boolean
  /** A common noun without a proper name: "the lecturer". */
  readonly isRole: boolean
  /** "the", "a", "its" … lower case; null for none. */
  readonly determiner: string | null
  /** Whose: "Okell" in "Okell's deputy", "its" in "its editor". */
  readonly possessor: TokenRange | null
  /** "one of them", "both": part of somebody just spoken of. */
  readonly isPartitive: boolean
  /** "the officials" of "one of the officials": those whom a partitive takes from. */
  readonly partOf: TokenRange | null
  readonly gender: 'male' | 'female' | 'neuter' | null
  readonly number: 'singular' | 'plural' | null
  /** Role nouns said of a named one, lower case: "lecturer", "general". */
  readonly roles: readonly string[]
}

/** Words after a phrase that say nothing of who is meant: "an official there", "Tilley himself". */
const trailing: ReadonlySet<string> = new Set('there here himself herself itself themselves alone too also now then later again'.split(' '))

const trim = (annotated: AnnotatedDocument, range: TokenRange): TokenRange => {
  const { text } = annotated.tokens
  let { first, last } = range
  while (first < last && /^[\s,;:."'()[\]-]+$/.test(text[first]) && !isPossessive(text[first])) first++
  while (first < last && (/^[\s,;:."()[\]-]+$/.test(text[last - 1]) || text[last - 1] === "'" || text[last - 1] === "'s")) last--
  while (last - first > 1 && trailing.has(text[last - 1])) last--
  return { first, last }
}

const commaFrom = (annotated: AnnotatedDocument, from: number, last: number): number => {
  const { text } = annotated.tokens
  for (let i = from; i < last; i++) if (/^(?:,|;|:|--|\(|\)|\[)$/.test(text[i])) return i
  return last
}

const sentenceEnd = (annotated: AnnotatedDocument, token: number): number => {
  const { sentences } = annotated
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sentences[middle].last <= token) low = middle + 1
    else high = middle
  }
  return low < sentences.length ? sentences[low].last : annotated.tokens.text.length
}

const maxApposition = 30

/** ", 38, a lecturer in desert politics at Orrin University," after a name; null where nothing of the kind follows. */
const roleAfter = (annotated: AnnotatedDocument, from: number): { role: Role; range: TokenRange } | null => {
  const { text, quotation } = annotated.tokens
  const limit = Math.min(sentenceEnd(annotated, from - 1), from + maxApposition)
  let i = from
  if (text[i] !== ',' && text[i] !== '(' && text[i] !== '--') return null
  let end = commaFrom(annotated, i + 1, limit)
  if (end === i + 2 && /^\d+$/.test(text[i + 1]) && text[end] === ',') {
    i = end
    end = commaFrom(annotated, i + 1, limit)
  }
  const first = i + 1
  if (first >= end || quotation[first] !== quotation[from - 1]) return null
  if (end < limit && text[end] === ',' && /^(?:and|or)$/.test(text[end - 1])) return null
  if (/^(?:of|from)$/.test(text[first])) {
    const role = { title: null, affiliation: wordsOf(annotated, { first: first + 1, last: end }) }
    return isCapital(text[end - 1]) ? { role, range: { first, last: end } } : null
  }
  if (/^VB[DZP]$|^MD$/.test(annotated.tokens.tag[first] ?? '')) return null
  const phrase = parsePhrase(annotated, { first, last: end })
  const head = text[phrase.core.last - 1].toLowerCase()
  if (classifyNoun(head)?.plural || classifyNoun(head)?.class !== 'person' || phrase.core.last - phrase.core.first > 9) return null
  if (
    phrase.name &&
    phrase.name.last === phrase.core.last &&
    !isCapital(text[first]) &&
    phrase.name.last - phrase.name.first > 1 &&
    classifyNoun(head)?.guessed
  )
    return null
  if (end === limit && !/^[.!?]/.test(text[limit - 1] ?? '') && limit === from + maxApposition) return null
  const last = /^[.!?"]$/.test(text[end - 1]) ? end - 1 : end
  return { role: readRole(annotated, { first, last }), range: { first, last } }
}

const countOf = (annotated: AnnotatedDocument, phrase: Phrase, first: number, plural: boolean): number | null => {
  const { text } = annotated.tokens
  const from = Math.max(first, 0)
  let inexact = false
  for (let i = from; i < phrase.core.last; i++) {
    const word = text[i].toLowerCase()
    if (word === 'a' || word === 'an' || word === 'another') {
      if (text[i + 1]?.toLowerCase() === 'dozen') continue
      if (/^(?:couple|pair)$/.test(text[i + 1] ?? '')) return 2
      return plural ? null : 1
    }
    if (inexactWords.has(word)) inexact = true
    const number = numberWords.get(word) ?? (/^\d{1,4}$/.test(word) ? Number(word) : undefined)
    if (number === undefined) continue
    if (number !== 1 && !plural && word !== 'dozen') continue
    if (number === 1 && i + 1 < phrase.core.last && plural) continue
    return inexact ? null : number
  }
  return null
}

const blank = {
  reason: null,
  title: null,
  affiliation: null,
  issuer: null,
  isPronoun: false,
  isRole: false,
  isPartitive: false,
  partOf: null,
  roles: [] as readonly string[],
} as const

const classifyPronoun = (annotated: AnnotatedDocument, span: Span, range: TokenRange): Mention | null => {
  const { text } = annotated.tokens
  const words = range.last - range.first
  const form = pronounForms.get(text[range.first].toLowerCase())
  if (!form || words > 2 || (words === 2 && !/^(?:himself|herself|themselves|both|all|also|too)$/.test(text[range.last - 1]))) return null
  if (text[range.first] === 'US') return null
  const neuter = form.gender === 'neuter'
  return {
    ...blank,
    span,
    name: wordsOf(annotated, range),
    core: range,
    heads: [],
    kind: neuter || form.number === 'plural' ? 'unknown' : 'person',
    identity: 'unnamed',
    count: form.number === 'singular' && !neuter ? 1 : null,
    descriptor: null,
    isPronoun: true,
    determiner: null,
    possessor: null,
    gender: form.gender,
    number: form.number,
  }
}

const classOfKind: Readonly<Record<Noun['class'], SourceKind>> = {
  anonymity: 'person',
  person: 'person',
  group: 'group',
  organization: 'organization',
  outlet: 'outlet',
  document: 'document',
}

const roleWords = (words: string | null): string[] => {
  if (!words) return []
  const out: string[] = []
  for (const word of words.toLowerCase().split(/[^\p{L}\p{N}'-]+/u)) {
    const noun = classifyNoun(word.replace(/^(?:ex|former|vice|co)-/, ''))
    if (noun?.class === 'person') out.push(noun.lemma)
    const long = longTitles.get(word)
    if (long) out.push(long)
  }
  return out
}

const named = (
  annotated: AnnotatedDocument,
  span: Span,
  reading: NameReading,
  phrase: Phrase,
  before: Role,
  after: Role | null,
): Mention => {
  const { text, start, end } = annotated.tokens
  const { first, last } = reading.name
  const heads: string[] = []
  for (let i = first; i < last; i++) if (/[\p{L}\p{N}]/u.test(text[i])) heads.push(text[i].toLowerCase().replace(/\.$/, ''))
  const person = reading.kind === 'person' || reading.kind === 'unknown'
  const article =
    first > 0 &&
    /^the$/i.test(text[first - 1]) &&
    (reading.kind === 'outlet' || reading.kind === 'organization' || reading.kind === 'document' || reading.kind === 'group')
  const from = article ? first - 1 : first
  const honorific: string[] = []
  for (let i = reading.title.first; i < reading.title.last; i++) if (!isCourtesy(text[i])) honorific.push(text[i])
  const titleBefore = [before.title, honorific.join(' ')].filter(Boolean).join(' ')
  const title = person ? (titleBefore === '' ? (after?.title ?? null) : titleBefore) : null
  const group = reading.kind === 'group'
  return {
    ...blank,
    span,
    name: annotated.document.text.slice(start[from], end[last - 1]).replace(/\s+/g, ' '),
    core: reading.name,
    heads,
    kind: reading.kind,
    identity: group ? 'unnamed' : 'named',
    count: null,
    descriptor: null,
    title,
    affiliation: person ? (before.affiliation ?? after?.affiliation ?? null) : null,
    determiner: phrase.determiner,
    possessor: phrase.possessor,
    gender: person ? (reading.gender ?? genderOfWords(titleBefore) ?? genderOfWords(after?.title ?? '')) : 'neuter',
    number: group ? 'plural' : 'singular',
    roles: person
      ? [...new Set([...roleWords(titleBefore), ...roleWords(wordsOf(annotated, reading.title)), ...roleWords(after?.title ?? null)])]
      : outletRoles(annotated, reading.name, phrase),
  }
}

/** "The newspaper al-Jisr", "the al-Dahna television channel": what kind of outlet the nouns beside the name tell. */
const outletRoles = (annotated: AnnotatedDocument, name: TokenRange, phrase: Phrase): string[] => {
  const { text } = annotated.tokens
  const out: string[] = []
  for (const i of [
    name.first - 1,
    ...Array.from({ length: Math.max(0, Math.min(4, phrase.core.last - name.last)) }, (_, k) => name.last + k),
  ]) {
    const noun = i >= 0 && i >= phrase.core.first && text[i] !== undefined ? classifyNoun(text[i].toLowerCase()) : null
    if (noun?.class === 'outlet' || noun?.lemma === 'agency') out.push(noun.lemma)
  }
  return out
}

const genderOfNoun = (word: string): 'male' | 'female' | null =>
  genderedNouns.get(word) ??
  (word.endsWith('woman') || word.endsWith('women') ? 'female' : /.(?:man|men)$/.test(word) && word !== 'human' ? 'male' : null)

const genderOfWords = (words: string): 'male' | 'female' | null => {
  for (const word of words.toLowerCase().split(/[^\p{L}-]+/u)) {
    const gender = genderOfNoun(word)
    if (gender) return gender
  }
  return null
}

const none: Role = { title: null, affiliation: null }

/** The proper name that the phrase is about: at the end of its core, or in apposition to it. */
const findName = (annotated: AnnotatedDocument, span: Span, range: TokenRange): Mention | null => {
  const { text } = annotated.tokens
  const comma = commaFrom(annotated, range.first, range.last)
  const phrase = parsePhrase(annotated, { first: range.first, last: comma })
  const headNoun = classifyNoun(text[phrase.core.last - 1].toLowerCase())
  if (phrase.name && !isCommonRun(annotated, phrase.name)) {
    const { core, name } = phrase
    const beforeNoun = name.first > core.first ? classifyNoun(text[name.first - 1].toLowerCase()) : null
    const newsAgency = beforeNoun?.lemma === 'agency'
    const role = newsAgency
      ? 'outlet'
      : beforeNoun && !/^(?:rival|partner|ally|neighbour|neighbor|competitor)$/.test(beforeNoun.lemma)
        ? classOfKind[beforeNoun.class]
        : null
    const reading = readName(annotated, name, role === 'group' ? null : role, phrase.determiner === 'the')
    const prefix = {
      first: phrase.possessor?.first ?? core.first,
      last: reading.title.first < reading.title.last ? reading.title.first : name.first,
    }
    const before = prefix.last > core.first && reading.kind === 'person' ? readRole(annotated, prefix) : none
    const { tail } = phrase
    const inTail =
      tail.first < tail.last && /^(?:of|from)$/.test(text[tail.first])
        ? { title: null, affiliation: wordsOf(annotated, { first: tail.first + 1, last: tail.last }) }
        : null
    const after =
      reading.kind === 'person' || reading.kind === 'unknown' ? (inTail ?? roleAfter(annotated, reading.name.last)?.role ?? null) : null
    return named(
      annotated,
      span,
      after?.title && reading.kind === 'unknown' ? { ...reading, kind: 'person' } : reading,
      phrase,
      before,
      after,
    )
  }
  const section = outletSection(annotated, phrase)
  if (section) return named(annotated, span, section, phrase, none, null)
  const outlet = outletPremodifier(annotated, phrase)
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
  if (second.name.first > second.core.first && classifyNoun(text[second.name.first - 1].toLowerCase()) === null) return null
  if (second.tail.first < second.tail.last && next > range.last) return null
  const kind = headNoun && !oneOfMany ? classOfKind[headNoun.class] : 'person'
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
  return named(annotated, span, reading, second, { title: role.title, affiliation: role.affiliation ?? from }, null)
}

/** "The pink pages of the Sporting Star": a part of an outlet that speaks for it. */
const outletSection = (annotated: AnnotatedDocument, phrase: Phrase): NameReading | null => {
  const { text } = annotated.tokens
  const { tail } = phrase
  if (
    tail.first >= tail.last ||
    !/^(?:of|in)$/.test(text[tail.first]) ||
    !/^(?:pages?|columns?|section|supplement|edition|website|site|editorial)$/.test(text[phrase.core.last - 1].toLowerCase())
  )
    return null
  const inner = parsePhrase(annotated, { first: tail.first + 1, last: tail.last })
  if (!inner.name || isCommonRun(annotated, inner.name)) return null
  const reading = readName(annotated, inner.name, null, inner.determiner === 'the')
  return reading.kind === 'outlet' || reading.kind === 'organization' ? { ...reading, kind: 'outlet' } : null
}

/** Whether the run of capitals looks like a person's name: by the name finder, or by its given name. */
const isPersonName = (annotated: AnnotatedDocument, run: TokenRange): boolean => {
  const { name, text } = annotated.tokens
  const found = name[run.last - 1] >= 0 ? annotated.names[name[run.last - 1]].kind : null
  return found === 'person' || (run.last - run.first > 1 && isGivenName(text[run.first]))
}

/** "The al-Dahna television channel": a name before nothing but nouns for an outlet. */
const outletPremodifier = (annotated: AnnotatedDocument, phrase: Phrase): NameReading | null => {
  const { text, name } = annotated.tokens
  const { first, last } = phrase.core
  let end = first
  while (end < last && isCapital(text[end]) && (name[end] < 0 || annotated.names[name[end]].kind !== 'place')) end++
  if (
    end === first ||
    end === last ||
    (end === first + 1 && /(?:ish|an|ese|i|ic)$/.test(text[first])) ||
    /^[A-Z]{2}$|^U\.[SK]\.?$/.test(text[first])
  )
    return null
  for (let i = end; i < last; i++) {
    const noun = classifyNoun(text[i].toLowerCase())
    if (noun?.class !== 'outlet' && noun?.lemma !== 'agency' && text[i] !== 'news' && text[i] !== 'press') return null
    if (noun?.plural) return null
  }
  const empty = { first, last: first }
  return { title: empty, name: { first, last: end }, kind: 'outlet', gender: null, titled: false }
}

/** Capitals that are only common nouns: "Police", "Media reports", "the Prime Minister". */
const isCommonRun = (annotated: AnnotatedDocument, run: TokenRange): boolean => {
  const { text, name } = annotated.tokens
  const last = classifyNoun(text[run.last - 1].toLowerCase())
  if (last === null || last.class === 'outlet' || (last.guessed && name[run.last - 1] >= 0)) return false
  if (last.class === 'document' && run.last - run.first > 1) return false
  const opensSentence = run.first === 0 || /^[.!?"]$/.test(text[run.first - 1])
  if (
    run.last - run.first === 1 &&
    !opensSentence &&
    outletNameEnds.has(text[run.first].toLowerCase().replace(/^.*-/, '')) &&
    last.class !== 'person'
  )
    return false
  for (let i = run.first; i < run.last; i++) {
    const lower = text[i].toLowerCase()
    if (name[i] >= 0 && last.class !== 'person' && run.last - run.first > 1) return false
    if (
      classifyNoun(lower) === null &&
      !/^(?:prime|foreign|attorney|first|chief|deputy|vice|interior|home|finance|defence|defense|justice|the|of|state|executive|senior|local|acting|former|a|media|press|news|two|three|four|five|six|several|some|many|other|government|security|city|federal|military|health|rescue|one|union)$/.test(
        lower,
      )
    )
      return false
  }
  return true
}

const describe = (annotated: AnnotatedDocument, phrase: Phrase, first: number): string | null => {
  const { text } = annotated.tokens
  if (phrase.tail.first < phrase.tail.last) return wordsOf(annotated, trim(annotated, phrase.tail)) || null
  let i = first
  while (
    i < phrase.core.last - 1 &&
    (anonymityAdjectives.has(text[i].toLowerCase()) ||
      numberWords.has(text[i].toLowerCase()) ||
      /^(?:a|an|the|own|other|\d+|another|some|several)$/.test(text[i].toLowerCase()))
  )
    i++
  return i < phrase.core.last - 1 ? wordsOf(annotated, { first: i, last: phrase.core.last - 1 }) : null
}

/** The words after the mention's own that may say whether and why a name is held back: to the end of its sentence, at most. */
const tailText = (annotated: AnnotatedDocument, phrase: Phrase, range: TokenRange): string => {
  const tail = { first: phrase.tail.first, last: range.last }
  return wordsOf(annotated, tail).slice(0, 400).toLowerCase()
}

const documentIssuer = (annotated: AnnotatedDocument, phrase: Phrase): string | null => {
  const { text } = annotated.tokens
  if (phrase.possessor && !/^(?:its|his|her|their|my|our)$/i.test(text[phrase.possessor.first])) return wordsOf(annotated, phrase.possessor)
  const { first, last } = phrase.tail
  for (let i = first; i < last && i < first + 8; i++) {
    const word = text[i].toLowerCase()
    if (!/^(?:by|from|in|of)$/.test(word) || i + 1 >= last) continue
    if (word === 'by' && i > first && /^(?:obtained|seen|reviewed|leaked)$/.test(text[i - 1].toLowerCase())) continue
    if (word === 'by' && i > first && !issuingWords.has(text[i - 1].toLowerCase()) && i !== first) continue
    const end = commaFrom(annotated, i + 1, last)
    const inner = parsePhrase(annotated, { first: i + 1, last: end })
    const head = text[inner.core.last - 1]
    const noun = classifyNoun(head.toLowerCase())
    if (isCapital(head) || noun?.class === 'organization' || noun?.class === 'outlet')
      return wordsOf(annotated, { first: i + 1, last: inner.core.last })
  }
  const { core } = phrase
  for (let i = core.first; i < core.last - 1; i++) {
    const noun = classifyNoun(text[i].toLowerCase())
    if (noun?.class === 'organization') return wordsOf(annotated, { first: core.first, last: i + 1 })
  }
  if (core.last - core.first > 1 && isCapital(text[core.first]) && core.first > 0 && annotated.tokens.name[core.first] >= 0) {
    const name = annotated.names[annotated.tokens.name[core.first]]
    if (name.last < core.last) return wordsOf(annotated, name)
  }
  return null
}

/** Reads a noun phrase that has no proper name of its own. */
const classifyRole = (annotated: AnnotatedDocument, span: Span, range: TokenRange): Mention => {
  const { text } = annotated.tokens
  let phrase = parsePhrase(annotated, range)
  const outer = phrase
  const measure = text[phrase.core.last - 1].toLowerCase()
  const partitive = measureNouns.has(measure) && phrase.tail.first < phrase.tail.last && text[phrase.tail.first].toLowerCase() === 'of'
  if (partitive && phrase.tail.first + 1 < range.last) {
    phrase = parsePhrase(annotated, { first: phrase.tail.first + 1, last: range.last })
    const inner = text[phrase.core.first].toLowerCase()
    if (pronounForms.has(inner) || (inner === 'those' && phrase.core.last - phrase.core.first === 1)) {
      const one = measure === 'one'
      return {
        ...blank,
        span,
        name: wordsOf(annotated, range),
        core: range,
        heads: [measure],
        kind: one ? 'person' : 'group',
        identity: heldBack.test(tailText(annotated, phrase, range)) ? 'anonymous' : 'unnamed',
        count: numberWords.get(measure) ?? null,
        descriptor: null,
        isRole: true,
        isPartitive: true,
        determiner: outer.determiner,
        possessor: null,
        gender: null,
        number: one ? 'singular' : 'plural',
      }
    }
  }
  const { core } = phrase
  const word = text[core.last - 1].toLowerCase()
  let noun = classifyNoun(word)
  const single = partitive && measure === 'one'
  const heads: string[] = []
  for (let i = core.first; i < core.last - 1; i++) if (/[\p{L}\p{N}]/u.test(text[i])) heads.push(text[i].toLowerCase())
  heads.push(noun?.lemma ?? word)
  const before = core.last - 2 >= core.first ? text[core.last - 2].toLowerCase() : ''
  const plural = noun ? noun.plural : word.endsWith('s') && !word.endsWith('ss')
  const adjective = heads.some(head => anonymityAdjectives.has(head))
  const tail = tailText(annotated, phrase, range)
  const bareReports =
    word === 'reports' &&
    (core.last - core.first === 1 ||
      /^(?:unconfirmed|early|initial|recent|various|conflicting|earlier|previous|numerous|multiple|online)$/.test(before)) &&
    phrase.determiner === null &&
    phrase.possessor === null &&
    !/^(?:by|from|in|published|on)\b/.test(tail)
  const media =
    (mediaNouns.has(word) && (plural || word === 'media' || word === 'press')) ||
    ((word === 'reports' || word === 'sources' || word === 'accounts' || word === 'stories') && mediaModifiers.has(before)) ||
    bareReports
  if (word === 'agency' && /^(?:news|press|wire|telegraph|information)$/.test(before))
    noun = { class: 'outlet', lemma: 'agency', plural: false, guessed: false }
  if (word === 'service' && /^(?:news|wire)$/.test(before)) noun = { class: 'outlet', lemma: 'service', plural: false, guessed: false }
  if (
    word === 'paper' &&
    /^(?:research|working|policy|white|green|discussion|position|scientific|court|briefing|ballot|consultation)$/.test(before)
  )
    noun = { class: 'document', lemma: 'paper', plural, guessed: false }
  if (/^(?:chain|thread|exchange|trail)$/.test(word) && classifyNoun(before)?.class === 'document')
    noun = { class: 'document', lemma: word, plural: false, guessed: false }
  if (!noun && /^(?:someone|somebody|one)$/.test(word)) noun = { class: 'person', lemma: 'person', plural: false, guessed: false }
  if (!noun && /^(?:others|some|many|most|several|few|ones)$/.test(word))
    noun = { class: 'person', lemma: 'person', plural: true, guessed: false }
  if (phrase.possessor && /^(?:website|site|blog|page|feed|account)$/.test(word))
    noun = { class: 'document', lemma: word, plural: false, guessed: false }
  let kind: SourceKind = media ? 'outlet' : noun ? classOfKind[noun.class] : 'unknown'
  const counted =
    phrase === outer
      ? countOf(annotated, outer, range.first, plural)
      : (countOf(annotated, outer, range.first, measure !== 'one') ?? countOf(annotated, phrase, phrase.core.first, plural))
  const collective = noun?.class === 'group'
  if (kind === 'person' && ((plural && !single) || (counted !== null && counted > 1))) kind = 'group'
  const people = kind === 'person' || kind === 'group'
  const wide = wideNouns.has(word)
  const hidden =
    noun?.class === 'anonymity' ||
    adjective ||
    heldBack.test(tail) ||
    (wide && nearTheMatter.test(tail)) ||
    (noun?.lemma === 'person' && nearTheMatter.test(tail)) ||
    (kind === 'unknown' && heldBack.test(tail))
  const identity: Identity = media
    ? 'unnamed'
    : (people || kind === 'unknown') && hidden
      ? 'anonymous'
      : people || kind === 'unknown'
        ? 'unnamed'
        : adjective && noun?.class === 'organization'
          ? 'anonymous'
          : 'named'
  const count =
    (!people && kind !== 'unknown') || (collective && !plural)
      ? null
      : single
        ? 1
        : (counted ?? (identity === 'anonymous' && !plural && noun?.class !== 'group' ? 1 : null))
  const role =
    people && !media ? readRole(annotated, { first: outer === phrase ? range.first : phrase.core.first, last: phrase.core.last }) : none
  const tailRole =
    people && phrase.tail.first < phrase.tail.last ? readRole(annotated, { first: phrase.core.first, last: phrase.tail.last }) : none
  const nameFirst = range.first
  const keepsTail =
    identity === 'anonymous' ||
    kind === 'outlet' ||
    kind === 'document' ||
    kind === 'organization' ||
    kind === 'unknown' ||
    partitive ||
    /^(?:of|for)\b/.test(tail)
  const nameLast = keepsTail ? commaFrom(annotated, phrase.core.last, range.last) : phrase.core.last
  const name = cutName(wordsOf(annotated, { first: nameFirst, last: nameLast }))
  return {
    ...blank,
    span,
    name,
    core: { first: core.first, last: core.last },
    heads,
    kind,
    identity,
    count: media ? null : count,
    descriptor: people || kind === 'unknown' ? describe(annotated, phrase, core.first) : null,
    title:
      kind === 'person' && noun?.class === 'person' && noun.lemma !== 'person' ? (role.title?.replace(/^\d+-year-old /, '') ?? null) : null,
    affiliation: people ? (role.affiliation ?? tailRole.affiliation) : null,
    issuer: kind === 'document' ? documentIssuer(annotated, phrase) : null,
    isRole: true,
    isPartitive:
      partitive && phrase !== outer && /^(?:the|those|these|its|his|her|their)$/.test(text[outer.tail.first + 1]?.toLowerCase() ?? ''),
    partOf: partitive && phrase !== outer ? { first: outer.tail.first + 1, last: range.last } : null,
    determiner: outer.determiner ?? (phrase.possessor ? wordsOf(annotated, phrase.possessor).toLowerCase() : null),
    possessor: phrase.possessor,
    gender: people ? (genderOfNoun(word) ?? genderOfNoun(noun?.lemma ?? '')) : kind === 'unknown' ? null : 'neuter',
    number: plural && !single ? 'plural' : 'singular',
    roles: noun?.class === 'person' ? [noun.lemma] : [],
  }
}

const cutName = (name: string): string => name.replace(/,? (?:who|which|that|speaking|reached|contacted|interviewed|asking)\b.*$/s, '')

/** Whether the phrase's own noun is a sure sign of an outlet. */
export const isOutletNoun = (lower: string): boolean => certainOutletNouns.has(lower)

/** Reads the noun phrase at `span`: who is meant, as far as its own words and an appositive right after it tell. */
export const classifyMention = (annotated: AnnotatedDocument, span: Span): Mention => {
  const range = trim(annotated, tokensOf(annotated, span))
  if (range.first >= range.last) {
    return {
      ...blank,
      span,
      name: '',
      core: range,
      heads: [],
      kind: 'unknown',
      identity: 'unspecified',
      count: null,
      descriptor: null,
      determiner: null,
      possessor: null,
      gender: null,
      number: null,
    }
  }
  return classifyPronoun(annotated, span, range) ?? findName(annotated, span, range) ?? classifyRole(annotated, span, range)
}
