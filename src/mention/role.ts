import { numberWords } from '../lexicon/en/numbers.ts'
import { organizationNameWords, seatsOfPower } from '../lexicon/en/organization-nouns.ts'
import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import { classifyNoun } from './noun.ts'
import { isCapital, isGivenName, isPossessive, isProper, parsePhrase } from './phrase.ts'

/** The words of a token range as the text has them, white space made one blank. */
export const wordsOf = (annotated: AnnotatedDocument, range: TokenRange): string => {
  if (range.first >= range.last) return ''
  const { start, end } = annotated.tokens
  const words = annotated.document.text.slice(start[range.first], end[range.last - 1])
  return range.last - range.first < 2 ? words : words.replace(/\s+/g, ' ')
}

/** "A lecturer in desert politics at Orrin University": what somebody is, and where. */
export interface Role {
  readonly title: string | null
  readonly affiliation: string | null
}

const keepsOf: ReadonlySet<string> = new Set([
  'minister',
  'secretary',
  'professor',
  'bishop',
  'archbishop',
  'duke',
  'duchess',
  'prince',
  'princess',
  'earl',
  'sultan',
  'king',
  'queen',
  'lecturer',
  'undersecretary',
])

/** Whoever is for or against somebody does not belong to him: "Orlov critic". */
const sides =
  /^(?:critic|supporter|ally|opponent|rival|foe|friend|fan|follower|loyalist|backer|biographer|detractor|challenger|voter|victim)s?$/

/** Whether the words end in the name of a body or in a noun for one. */
export const isBody = (annotated: AnnotatedDocument, first: number, last: number): boolean => {
  const { text } = annotated.tokens
  const phrase = parsePhrase(annotated, { first, last })
  const head = text[phrase.core.last - 1]
  const noun = classifyNoun(head.toLowerCase())
  return isCapital(head) || noun?.class === 'organization' || noun?.class === 'outlet'
}

const serves =
  /^(?:working|employed|serving|speaking|acting|based|stationed|playing|lecturing|teaching|writing|reporting|elected|appointed|named|retired)$/

const ranked = /^(?:senior|junior|former|top|current|high-ranking|high-level|mid-level|several|other|local|retired)$/i

const isPersonal = (annotated: AnnotatedDocument, i: number, length: number): boolean => {
  const { name, text } = annotated.tokens
  return name[i] >= 0 ? annotated.names[name[i]].kind === 'person' : length > 1 && isGivenName(text[i - 1])
}

/** "Anna Pell and Fox News" of "Anna Pell and Fox News' Tom Ash": where what belongs to the last begins. */
const afterPartner = ({ names, tokens: { text, name } }: AnnotatedDocument, { first, last }: TokenRange): number => {
  for (let i = last - 2; i > first; i--)
    if (text[i] === 'and' && name[i] < 0 && name[i - 1] >= 0 && names[name[i - 1]].kind === 'person') return i + 1
  return first
}

/** Whoever belongs to somebody, not to a body: "Orlov aide"; but "Harbour master" is no Mr Harbour's. */
const speaksFor =
  /^(?:spokes(?:man|woman|person|people)|aides?|advis[eo]rs?|lawyers?|attorneys?|staffers?|managers?|officials?|strategists?|supporters?|allies|ally)$/

const isPlace = ({ names, tokens: { name, lower } }: AnnotatedDocument, first: number, last: number): boolean =>
  name[first] >= 0 &&
  names[name[first]].kind === 'place' &&
  names[name[first]].last >= last &&
  !organizationNameWords.has(lower[last - 1]) &&
  !seatsOfPower.has(lower.slice(first, last).join(' '))

/** Reads an appositive or the words before a name. */
export const readRole = (annotated: AnnotatedDocument, range: TokenRange): Role => {
  const { text, lower, tag } = annotated.tokens
  const phrase = parsePhrase(annotated, range)
  let { first } = phrase.core
  while (
    first < phrase.core.last - 1 &&
    (numberWords.has(lower[first]) || /^(?:\d.*|another|unnamed|unidentified|anonymous)$/.test(text[first]))
  )
    first++
  const headEnd = phrase.core.last
  if (headEnd <= first) return { title: null, affiliation: null }
  // "Oslo-based analyst"
  while (first < headEnd - 1 && /^\p{L}+-(?:based|born|raised)$/u.test(text[first])) first++
  let affiliation: string | null = null
  let titleFirst = first
  const possessor = phrase.possessor
  if (possessor) {
    const lastWord = text[possessor.last - 1]
    const plain = !/^(?:my|our|your|his|her|its|their|whose)$/i.test(lastWord)
    const thing = classifyNoun(lastWord.toLowerCase())
    const common =
      /^the$/i.test(text[possessor.first]) &&
      !isCapital(lastWord) &&
      thing?.class !== 'person' &&
      thing?.class !== 'anonymity' &&
      thing?.class !== 'group'
    if (
      plain &&
      (common || isBody(annotated, possessor.first, possessor.last)) &&
      !isPersonal(annotated, possessor.last - 1, possessor.last - possessor.first)
    )
      affiliation = wordsOf(annotated, { first: afterPartner(annotated, possessor), last: possessor.last })
    else if (plain && !/^(?:my|our|your|his|her|its|their)$/i.test(text[possessor.first])) titleFirst = possessor.first
  }
  // "former Nordwind executive"
  const past = first < headEnd - 2 && /^(?:former|acting|then|ex|late|retired|current)$/i.test(text[first]) ? first + 1 : first
  let capitals = past
  const opens =
    first === range.first &&
    phrase.determiner === null &&
    (first === 0 || /^[.!?"]$/.test(text[first - 1]) || annotated.tokens.start[first] - annotated.tokens.end[first - 1] > 1) &&
    (classifyNoun(lower[first]) !== null || annotated.tokens.name[first] < 0)
  if (opens && text[first + 1] && !isCapital(text[first + 1])) capitals = -1
  while (
    capitals >= 0 &&
    capitals < headEnd &&
    (isProper(annotated, capitals) || (capitals > past && /^(?:of|and|&|for)$|^'/.test(text[capitals])))
  )
    capitals++
  if (capitals > past && capitals < headEnd && !isPossessive(text[capitals])) {
    const before = wordsOf(annotated, { first: past, last: capitals })
    // "a Korea scholar", "former Ostwick mayor": what he knows or rules is a part of what he is
    if (
      affiliation === null &&
      !isPlace(annotated, past, capitals) &&
      !/(?:Prize|Award|Medal|Cup|Oscar|Emmy|Grammy|Olympics?|Championships?)$/.test(before) &&
      (capitals - past > 1 ||
        !isPersonal(annotated, past, 1) ||
        organizationNameWords.has(lower[past]) ||
        speaksFor.test(text[headEnd - 1])) &&
      !/^(?:Former|Acting|Chief|Deputy|Senior|Vice)$/.test(before) &&
      !/(?:-trained|-educated|-based|-born|ish|ian|ean|ese|i|can|ern|ic|Liberal|Labour|Tory|Conservative)$/.test(before) &&
      !/^(?:and|&|of|for)$/.test(text[capitals - 1]) &&
      !sides.test(text[headEnd - 1])
    ) {
      affiliation = before
      if (past === first) titleFirst = capitals
      first = capitals
    }
  } else if (capitals === headEnd) {
    if (
      headEnd - first > 1 &&
      /^(?:C[A-Z]O|MD|MP|President)$/.test(text[headEnd - 1]) &&
      affiliation === null &&
      !/^(?:Vice|Deputy|Former|Acting|Then|US|U\.S\.)$/.test(text[headEnd - 2])
    ) {
      affiliation = wordsOf(annotated, { first, last: headEnd - 1 })
      titleFirst = headEnd - 1
    }
    for (let i = headEnd - 2; i >= first; i--) {
      const seat = i > first && seatsOfPower.has(`${text[i - 1]} ${text[i]}`.toLowerCase())
      if ((seat || classifyNoun(lower[i])?.class === 'organization') && affiliation === null) {
        affiliation = wordsOf(annotated, { first, last: i + 1 })
        titleFirst = i + 1
        break
      }
    }
  }
  const spoken = /^spokes(?:man|woman|person|people)$|^officials?$/.test(text[headEnd - 1])
  if (affiliation === null && spoken && headEnd - 2 >= first && classifyNoun(lower[headEnd - 2])?.class === 'organization') {
    // "a senior administration official"
    let from = first
    while (from < headEnd - 2 && ranked.test(text[from])) from++
    affiliation = wordsOf(annotated, { first: from, last: headEnd - 1 })
    titleFirst = headEnd - 1
  }
  const { tail } = phrase
  let titleLast = headEnd
  const head = lower[headEnd - 1]
  for (let i = tail.first; i < tail.last; i++) {
    const word = lower[i]
    if (/^(?:who|which|that|,|whose|where|said|told)$/.test(word) || /^whom$/i.test(text[i + 1] ?? '')) break
    // "agents indicted by a prosecutor for hacking computers": what was done to them is no place of theirs
    if (
      /^(?:familiar|close)$/.test(word) ||
      /^\d{4}$/.test(text[i + 1] ?? '') ||
      (/^VB[NG]$/.test(tag[i] ?? '') && !isCapital(text[i]) && !serves.test(word))
    )
      break
    if (/^(?:at|for|of|from|with|in)$/.test(word) && i + 1 < tail.last) {
      let end = i + 1
      while (end < tail.last && !/^(?:,|who|which|whose|at|from|with|in|under|during|since|until)$/.test(lower[end])) end++
      let short = i + 2
      while (short < end && !/^(?:for|of)$/.test(text[short])) short++
      if (short < end && !isBody(annotated, i + 1, end)) end = short
      if (sides.test(text[headEnd - 1])) break
      const takes = word === 'of' || word === 'for' ? !keepsOf.has(head) : word !== 'in'
      if (takes && (isBody(annotated, i + 1, end) || /^spokes(?:man|woman|person|people)$/.test(head))) {
        affiliation = affiliation ?? wordsOf(annotated, { first: i + 1, last: end })
        break
      }
      titleLast = end
      i = end - 1
      continue
    }
    titleLast = i + 1
  }
  while (titleFirst < titleLast - 1 && /^(?:the|a|an)$/i.test(text[titleFirst])) titleFirst++
  const title = wordsOf(annotated, { first: titleFirst, last: titleLast })
  return { title: title === '' ? null : title, affiliation: affiliation === null ? null : affiliation.replace(/['’]s?$/, '') }
}
