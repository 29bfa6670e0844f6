import {
  classifyNoun,
  departments,
  describesBearer,
  hasLetter,
  isCapital,
  isGivenName,
  isHonorific,
  isProper,
  opensWithOffice,
  plainOf,
  widenName,
} from '../mention/index.ts'
import type { AnnotatedDocument, Name } from '../model/annotation.ts'
import type { Span } from '../model/span.ts'

const stops: ReadonlySet<string> = new Set(', ; : . ! ? ( ) [ ] " --'.split(' '))

/** Where "The chorus master" begins before the comma at `comma`; -1 where no such description ends there. */
const roleBefore = ({ tokens: { text, lower, tag, quotation } }: AnnotatedDocument, comma: number): number => {
  const noun = classifyNoun(lower[comma - 1] ?? '')
  if (noun?.class !== 'person' || noun.plural) return -1
  for (let i = comma - 2; i >= 0 && i > comma - 8 && quotation[i] === quotation[comma]; i--) {
    if (/^(?:the|its|his|her|their)$/.test(lower[i])) return /^(?:of|for|at|from|in)$/.test(lower[i - 1] ?? '') ? -1 : i
    if (!/^(?:NN|JJ|POS|VBG|VBN)/.test(tag[i] ?? '') || stops.has(text[i])) return -1
  }
  return -1
}

/** The name with the title before it: "Defence counsel Miles Orrick". */
export const withTitle = (annotated: AnnotatedDocument, name: Name): Span => {
  const { text, start, quotation } = annotated.tokens
  let first = name.first
  const left = text[first - 1]
  const told = left === ',' && text[name.last] === ',' ? roleBefore(annotated, first - 1) : -1
  if (told >= 0) return { start: start[told], end: name.end }
  const breaks = (i: number): boolean =>
    start[i] - annotated.tokens.end[i - 1] > 1 && annotated.document.text.slice(annotated.tokens.end[i - 1], start[i]).includes('\n')
  if (left === undefined || stops.has(left) || breaks(first) || quotation[first - 1] !== quotation[first]) return name
  if (!isHonorific(left) && classifyNoun(left.toLowerCase()) === null) return name
  first--
  for (let steps = 0; steps < 5 && first > 0; steps++) {
    const word = text[first - 1]
    if (stops.has(word) || breaks(first) || quotation[first - 1] !== quotation[name.first] || annotated.tokens.tag[first - 1] === 'MD')
      break
    const lower = word.toLowerCase()
    if (/^(?:the|a|an|its|his|her|their)$/.test(lower)) {
      first--
      break
    }
    if (
      !isProper(annotated, first - 1) &&
      !isHonorific(word) &&
      classifyNoun(lower) === null &&
      !(lower === 'of' && departments.test(text[first])) &&
      !/^(?:former|acting|deputy|senior|chief|prime|foreign|local|veteran|lead|then|and|'s|-)$/.test(lower)
    )
      break
    first--
  }
  return { start: start[first], end: name.end }
}

export const wordsOfName = (annotated: AnnotatedDocument, name: Name): string[] => {
  const out: string[] = []
  for (let i = name.first; i < name.last; i++) {
    const word = annotated.tokens.text[i]
    if (hasLetter(word)) out.push(plainOf(word))
  }
  return out
}

/** "The European delegates": an adjective before a noun in lower case. */
export const isDemonym = ({ tokens: { tag, text } }: AnnotatedDocument, i: number): boolean =>
  tag[i] === 'JJ' && /(?:an|ish|ese|ic|i)$/.test(text[i]) && /^NN/.test(tag[i + 1] ?? '') && /^\p{Ll}/u.test(text[i + 1] ?? '')

/** A place that no noun before it says to be more: not "the weekly Sellin", "Mayor London". */
export const isOnlyPlace = (annotated: AnnotatedDocument, { kind, first }: Name): boolean => {
  if (kind !== 'place') return false
  const left = annotated.tokens.lower[first - 1] ?? ''
  const noun = classifyNoun(left)
  return !isHonorific(left) && (noun === null || noun.guessed || noun.plural || (noun.class !== 'outlet' && noun.class !== 'person'))
}

export const indefinite = /^(?:every|any|some|no)(?:thing|one|body)$/i

/** "Now Orlov", "Yet Brightwell": a sentence's first word is no name before one. */
const withoutOpening = (annotated: AnnotatedDocument, name: Name): Name => {
  const { text, tag, start } = annotated.tokens
  const { first } = name
  // "Everything Orlov says"
  if (name.last - first > 1 && indefinite.test(text[first])) return { ...name, first: first + 1, start: start[first + 1] }
  if (name.last - first < 2 || !/^(?:RB|IN|CC|DT|WRB|UH|PRP)/.test(tag[first] ?? '') || isGivenName(text[first])) return name
  if (first > 0 && !/^[.!?:"]$/.test(text[first - 1]) && start[first] - annotated.tokens.end[first - 1] < 2) return name
  return /^(?:The|An?)$/.test(text[first]) ? name : { ...name, first: first + 1, start: start[first + 1] }
}

/** "Inga Solbakk of the brokerage Lund & Hare", "Ilir Hox of the Harbour Union": a body that the name hangs on to; null where there is none. */
export const bodyBehind = (annotated: AnnotatedDocument, { kind, first, last }: Name): Span | null => {
  const { text, lower, name, start, end } = annotated.tokens
  if (kind !== 'person' || last - first < 2 || !/^(?:of|from)$/.test(text[last] ?? '')) return null
  let i = last + 1
  while (i < last + 4 && name[i] < 0 && (/^(?:the|a|an)$/.test(text[i] ?? '') || classifyNoun(lower[i] ?? '')?.class === 'organization'))
    i++
  const body = name[i] >= 0 ? annotated.names[name[i]] : null
  const isTold = i > last + 1 && classifyNoun(lower[i - 1])?.class === 'organization'
  if (body === null || body.first !== i || (body.kind !== 'organization' && !isTold)) return null
  // "Lund & Hare"
  const joined = text[body.last] === '&' && name[body.last + 1] >= 0 ? annotated.names[name[body.last + 1]] : body
  return { start: start[first], end: end[joined.last - 1] }
}

/** Whether the token behind a name’s comma may open what somebody is: not "Orlov, speaking in Sellin", "Orlov, and". */
export const mayApposeAfter = ({ tokens: { tag, lower, quotation } }: AnnotatedDocument, i: number): boolean =>
  quotation[i] === quotation[i - 2] && (!opensClause.has(tag[i] ?? '') || sayWhat.has(lower[i] ?? ''))

const opensClause: ReadonlySet<string> = new Set('IN TO RB VBN VBD VBG VBZ VBP MD CC'.split(' '))
const sayWhat: ReadonlySet<string> = new Set('former acting once then who which of from'.split(' '))

/** "Mum-of-three Kayleigh Stubbs": what somebody is, taken for a part of the name. */
const withoutDescription = (annotated: AnnotatedDocument, name: Name): Name => {
  let { first } = name
  if (opensWithOffice(annotated, first, name.last)) first++
  while (describesBearer(annotated, first, name.last)) first++
  return first === name.first ? name : { ...name, kind: 'person', first, start: annotated.tokens.start[first] }
}

/** "State Rex Hale warned Congress": a verb between capitals parts two names. */
const beforeVerb = (annotated: AnnotatedDocument, name: Name): Name => {
  const { tag, text, end } = annotated.tokens
  for (let i = name.first + 2; i < name.last - 1; i++)
    if (/^VB[DZ]$/.test(tag[i] ?? '') && /^\p{Ll}+$/u.test(text[i])) return { ...name, kind: 'person', last: i, end: end[i - 1] }
  return name
}

/** "Lyle & Corrie": two names that are one body's. */
const joinPartners = ({ tokens: { text } }: AnnotatedDocument, names: readonly Name[]): Name[] => {
  const out: Name[] = []
  for (const name of names) {
    const before = out.at(-1)
    if (before && before.last + 1 === name.first && text[before.last] === '&' && isCapital(text[before.first]))
      out[out.length - 1] = { ...name, kind: 'organization', first: before.first, start: before.start }
    else out.push(name)
  }
  return out
}

/** The names of an article as their bearers have them: without what opens a sentence or tells of the bearer, with particles, nicknames and partners. */
export const settleNames = (annotated: AnnotatedDocument): Name[] =>
  joinPartners(
    annotated,
    annotated.names.map(name =>
      widenName(annotated, withoutDescription(annotated, withoutOpening(annotated, beforeVerb(annotated, name)))),
    ),
  )
