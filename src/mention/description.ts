import { anonymityAdjectives, heldBack, nearTheMatter, wideNouns } from '../lexicon/en/anonymity.ts'
import { issuingWords } from '../lexicon/en/document-nouns.ts'
import { measureNouns } from '../lexicon/en/group-nouns.ts'
import { inexactWords, numberWords } from '../lexicon/en/numbers.ts'
import { mediaModifiers, mediaNouns } from '../lexicon/en/outlet-words.ts'
import { pronounForms } from '../lexicon/en/pronouns.ts'
import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import type { Identity, SourceKind } from '../model/source.ts'
import type { Span } from '../model/span.ts'
import { commaFrom, sentenceEnd, trim } from './boundary.ts'
import { genderOfNoun } from './gender.ts'
import { blank, classOfKind, type Mention, none } from './mention.ts'
import { classifyNoun } from './noun.ts'
import { hasLetter, isCapital, type Phrase, parsePhrase } from './phrase.ts'
import { readRole, wordsOf } from './role.ts'

const countOf = (annotated: AnnotatedDocument, phrase: Phrase, first: number, plural: boolean): number | null => {
  const { text, lower } = annotated.tokens
  const from = Math.max(first, 0)
  let inexact = false
  for (let i = from; i < phrase.core.last; i++) {
    const word = lower[i]
    if (word === 'a' || word === 'an' || word === 'another') {
      if (lower[i + 1] === 'dozen') continue
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

const describe = (annotated: AnnotatedDocument, phrase: Phrase, first: number): string | null => {
  const { lower } = annotated.tokens
  if (phrase.tail.first < phrase.tail.last) return wordsOf(annotated, trim(annotated, phrase.tail)) || null
  let i = first
  while (
    i < phrase.core.last - 1 &&
    (anonymityAdjectives.has(lower[i]) || numberWords.has(lower[i]) || /^(?:a|an|the|own|other|\d+|another|some|several)$/.test(lower[i]))
  )
    i++
  return i < phrase.core.last - 1 ? wordsOf(annotated, { first: i, last: phrase.core.last - 1 }) : null
}

/** The words after the mention's own that may say whether and why a name is held back: to the end of its sentence, at most. */
const tailText = (annotated: AnnotatedDocument, phrase: Phrase, range: TokenRange): string => {
  const tail = { first: phrase.tail.first, last: range.last }
  if (tail.first >= tail.last) return ''
  return wordsOf(annotated, tail).slice(0, 400).toLowerCase()
}

/** "Three people who" before "were on the call said": what they know, where the source words break off before it. */
const knowledgeBehind = (annotated: AnnotatedDocument, last: number): string => {
  const { text } = annotated.tokens
  const from = text[last - 1] === 'who' ? last - 1 : last
  if (!/^(?:who|familiar|with|close|briefed|involved|present|on|in|at)$/.test(text[from] ?? '')) return ''
  return wordsOf(annotated, { first: from, last: Math.min(from + 8, sentenceEnd(annotated, last - 1)) }).toLowerCase()
}

const documentIssuer = (annotated: AnnotatedDocument, phrase: Phrase): string | null => {
  const { text, lower } = annotated.tokens
  if (
    phrase.possessor &&
    !/^(?:its|his|her|their|my|our|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|last|this)$/i.test(
      text[phrase.possessor.first],
    )
  )
    return wordsOf(annotated, phrase.possessor)
  const { first, last } = phrase.tail
  for (let i = first; i < last && i < first + 8; i++) {
    const word = lower[i]
    if (!/^(?:by|from|in|of)$/.test(word) || i + 1 >= last) continue
    if (word === 'by' && i > first && /^(?:obtained|seen|reviewed|leaked)$/.test(lower[i - 1])) continue
    if (word === 'by' && i > first && !issuingWords.has(lower[i - 1]) && i !== first) continue
    // "a suit filed in the county court"
    if (word === 'in' && i > first && /^(?:filed|lodged|brought|entered|heard|found|discovered)$/.test(lower[i - 1])) continue
    const end = commaFrom(annotated, i + 1, last)
    const inner = parsePhrase(annotated, { first: i + 1, last: end })
    const head = text[inner.core.last - 1]
    const noun = classifyNoun(head.toLowerCase())
    if (inner.name && inner.name.first > inner.core.first && classifyNoun(lower[inner.name.first - 1])?.class === 'person')
      return wordsOf(annotated, inner.name)
    if (isCapital(head) || noun?.class === 'organization' || noun?.class === 'outlet')
      return wordsOf(annotated, { first: i + 1, last: inner.core.last })
  }
  const { core } = phrase
  for (let i = core.first; i < core.last - 1; i++) {
    const noun = classifyNoun(lower[i])
    if (noun?.class === 'organization') return wordsOf(annotated, { first: core.first, last: i + 1 })
  }
  if (core.last - core.first > 1 && isCapital(text[core.first]) && core.first > 0 && annotated.tokens.name[core.first] >= 0) {
    const name = annotated.names[annotated.tokens.name[core.first]]
    if (name.last < core.last) return wordsOf(annotated, name)
  }
  return null
}

const partner = /^(?:other|another|second|third|fourth|latter|former)$/

const onAir =
  /^(?:television|tv|radio|news|affairs|breakfast|morning|evening|flagship|documentary|investigative|talk|satirical|comedy|late-night|same|weekly|daily)$/

/** What papers are that nobody prints. */
const kept =
  /^(?:court|discharge|divorce|identity|research|legal|filing|adoption|custody|extradition|case|working|charging|policy|scientific|academic)$/

const alone = /^(?:one|another)$/
const together = /^(?:both|neither|all (?:two|three|four|five|six))$/i

/** What is run by a body, not by somebody at a lever: "the national rail operator". */
const operated =
  /^(?:rail|railway|train|network|grid|energy|power|gas|electricity|water|telecoms?|phone|mobile|ferry|port|airport|tour|bus|coach|cable|pipeline|plant|platform|market|casino|hotel|satellite|store|system|station)$/

/** "Both said", "all three said": those just spoken of. */
const bothOfThem = (annotated: AnnotatedDocument, span: Span, range: TokenRange): Mention => ({
  ...blank,
  span,
  name: wordsOf(annotated, range),
  core: range,
  heads: ['both'],
  kind: 'group',
  identity: 'unnamed',
  count: null,
  descriptor: null,
  isRole: true,
  isPartitive: true,
  determiner: null,
  possessor: null,
  gender: null,
  number: 'plural',
})

/** "The other said", "a third said", "one said": one more of those just spoken of. */
const otherOne = (annotated: AnnotatedDocument, span: Span, range: TokenRange, core: TokenRange): Mention => ({
  ...blank,
  span,
  name: wordsOf(annotated, range),
  core,
  heads: ['one'],
  kind: 'person',
  identity: 'unnamed',
  count: 1,
  descriptor: null,
  isRole: true,
  isPartitive: true,
  determiner: null,
  possessor: null,
  gender: null,
  number: 'singular',
})

/** Reads a noun phrase that has no proper name of its own. */
export const classifyRole = (annotated: AnnotatedDocument, span: Span, range: TokenRange): Mention => {
  const { text, lower } = annotated.tokens
  let phrase = parsePhrase(annotated, range)
  const outer = phrase
  const measure = lower[phrase.core.last - 1]
  const partitive =
    (measureNouns.has(measure) || numberWords.has(measure) || /^\d{1,4}$/.test(measure)) &&
    phrase.tail.first < phrase.tail.last &&
    lower[phrase.tail.first] === 'of'
  if (partitive && phrase.tail.first + 1 < range.last) {
    phrase = parsePhrase(annotated, { first: phrase.tail.first + 1, last: range.last })
    const inner = lower[phrase.core.first]
    if (pronounForms.has(inner) || ((inner === 'those' || numberWords.has(inner)) && phrase.core.last - phrase.core.first === 1)) {
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
  const word = lower[core.last - 1]
  let noun = classifyNoun(word)
  const single = partitive && measure === 'one'
  const heads: string[] = []
  for (let i = core.first; i < core.last - 1; i++) if (hasLetter(text[i])) heads.push(lower[i])
  heads.push(noun?.lemma ?? word)
  const before = core.last - 2 >= core.first ? lower[core.last - 2] : ''
  const many = /^(?:others|some|many|most|several|few|ones|all|both)$/.test(word)
  const plural = noun ? noun.plural : many || (word.endsWith('s') && !word.endsWith('ss'))
  const adjective = heads.some(head => anonymityAdjectives.has(head))
  const tail = tailText(annotated, phrase, range) || (wideNouns.has(word) ? knowledgeBehind(annotated, range.last) : '')
  const bareReports =
    word === 'reports' &&
    (core.last - core.first === 1 ||
      /^(?:unconfirmed|early|initial|recent|various|conflicting|earlier|previous|numerous|multiple|online)$/.test(before)) &&
    phrase.determiner === null &&
    phrase.possessor === null &&
    !/^(?:by|from|in|published|on|filed|released|issued|submitted|obtained|seen|compiled|prepared|written|produced|commissioned)\b/.test(
      tail,
    )
  // "her discharge papers", "court papers"
  const papers =
    word === 'papers' && (/^(?:my|our|your|his|her|its|their)$/i.test(text[phrase.possessor?.first ?? -1] ?? '') || kept.test(before))
  if (papers) noun = { class: 'document', lemma: 'paper', plural: true, guessed: false }
  const media =
    !papers &&
    ((mediaNouns.has(word) && (plural || word === 'media' || word === 'press')) ||
      ((word === 'reports' || word === 'sources' || word === 'accounts' || word === 'stories') && mediaModifiers.has(before)) ||
      bareReports)
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
  // "a contentious visa programme": nothing on the air
  if (/^program(?:me)?$/.test(word) && before !== '' && !onAir.test(before)) noun = null
  if (!noun && partner.test(word) && core.last === range.last) return otherOne(annotated, span, range, core)
  if (range.last - range.first === 1 && alone.test(word)) return otherOne(annotated, span, range, core)
  if (range.last - range.first < 3 && together.test(wordsOf(annotated, range))) return bothOfThem(annotated, span, range)
  if (word === 'operator' && operated.test(before)) noun = { class: 'organization', lemma: 'operator', plural: false, guessed: false }
  if (/^(?:%|percent|pc)$/.test(word) || /^\d[\d.,]*%$/.test(word) || (word === 'cent' && before === 'per'))
    noun = { class: 'group', lemma: 'share', plural: true, guessed: false }
  if (/^(?:left|right)$/.test(word) && phrase.determiner === 'the') noun = { class: 'group', lemma: word, plural: false, guessed: false }
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
  const held = tail !== '' && heldBack.test(tail)
  const hidden = noun?.class === 'anonymity' || adjective || held || (wide && nearTheMatter.test(tail)) || (kind === 'unknown' && held)
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
    /^(?:of|for|at|from|in|on|near)\b/.test(tail)
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
      kind === 'person' && noun?.class === 'person' && !noun.plural && noun.lemma !== 'person'
        ? (role.title?.replace(/^\d+-year-old /, '') ?? null)
        : null,
    affiliation: people ? (role.affiliation ?? tailRole.affiliation) : null,
    issuer: kind === 'document' ? documentIssuer(annotated, phrase) : null,
    isRole: true,
    isPartitive: partitive && phrase !== outer && /^(?:the|those|these|its|his|her|their)$/.test(lower[outer.tail.first + 1] ?? ''),
    partOf: partitive && phrase !== outer ? { first: outer.tail.first + 1, last: range.last } : null,
    determiner: outer.determiner ?? (phrase.possessor ? wordsOf(annotated, phrase.possessor).toLowerCase() : null),
    possessor: phrase.possessor,
    gender: people ? (genderOfNoun(word) ?? genderOfNoun(noun?.lemma ?? '')) : kind === 'unknown' ? null : 'neuter',
    number: plural && !single ? 'plural' : 'singular',
    roles: noun?.class === 'person' ? [noun.lemma] : [],
  }
}

const cutName = (name: string): string =>
  name.replace(/,? (?:who|which|that|speaking|reached|contacted|interviewed|asking|after|before|amid|following|despite)\b.*$/s, '')
