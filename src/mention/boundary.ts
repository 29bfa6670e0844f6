import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import { classifyNoun } from './noun.ts'
import { isPossessive } from './phrase.ts'

/** Words after a phrase that say nothing of who is meant: "an official there", "Tilley himself". */
const trailing: ReadonlySet<string> = new Set('there here himself herself itself themselves alone too also now then later again'.split(' '))

/** Whether the token begins with a letter or digit, as nearly all do. */
const opensWord = (word: string): boolean => {
  const code = word.charCodeAt(0)
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code > 191
}

/** A noun phrase longer than this is none. */
const longest = 120

export const trim = (annotated: AnnotatedDocument, range: TokenRange): TokenRange => {
  const { text } = annotated.tokens
  let { first } = range
  let last = Math.min(range.last, first + longest)
  while (first < last && !opensWord(text[first]) && /^[\s,;:."'()[\]-]+$/.test(text[first]) && !isPossessive(text[first])) first++
  while (
    first < last &&
    ((!opensWord(text[last - 1]) && /^[\s,;:."()[\]-]+$/.test(text[last - 1])) || text[last - 1] === "'" || text[last - 1] === "'s")
  )
    last--
  while (last - first > 1 && trailing.has(text[last - 1])) last--
  return { first, last }
}

const leads: ReadonlySet<string> = new Set(
  'and but so then yet also meanwhile however first finally now still even perhaps whether if because although though while when whereas'.split(
    ' ',
  ),
)
const openings: ReadonlySet<string> = new Set(
  'the a an this that these those his her its their our my one two three some several'.split(' '),
)
const opensPhrase = (word: string): boolean => openings.has(word) || openings.has(word.toLowerCase())
const articles: ReadonlySet<string> = new Set('the a an his her its their'.split(' '))
const months = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/
const days = /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|week|month|year|night|spring|summer|autumn|fall|winter)$/
const nominative: ReadonlySet<string> = new Set('he she they we I'.split(' '))
const dating: ReadonlySet<string> = new Set(
  'monday tuesday wednesday thursday friday saturday sunday yesterday today ago week month year night'.split(' '),
)

/** Whether an empty line stands before the token: no phrase goes over it. */
const startsBlock = ({ tokens: { start, end }, document }: AnnotatedDocument, i: number): boolean =>
  start[i] - end[i - 1] > 1 && /\n\s*\n/.test(document.text.slice(end[i - 1], start[i]))

/** Whether a word that opens a phrase says when: "Since 1960 the bureau". */
const isTime = (word: string): boolean => /^\d{4}$/.test(word) || months.test(word) || days.test(word)

const weekday = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/

const whatever: ReadonlySet<string> = new Set(['everything', 'whatever', 'what'])
const opensTime: ReadonlySet<string> = new Set(
  'earlier later late early last this next since in on by during until before after'.split(' '),
)

/** Where the noun phrase begins behind words for a time: "Last January bureau staff", "Since 1960 the bureau"; `first` where there are none. */
const afterTime = (text: readonly string[], first: number, last: number): number => {
  const opening = text[first].toLowerCase()
  if (!opensTime.has(opening)) return first
  // "Earlier this week Oskar Malk"
  if (/^(?:earlier|later|late|early)$/.test(opening) && /^(?:last|this|next)$/.test(text[first + 1] ?? ''))
    return afterTime(text, first + 1, last)
  if (/^(?:last|this|next)$/.test(opening)) return isTime(text[first + 1] ?? '') && first + 2 < last ? first + 2 : first
  if (!/^(?:since|in|on|by|during|until|before|after)$/.test(opening)) return first
  let i = first + 1
  while (
    i < last - 1 &&
    (isTime(text[i]) || /^(?:last|this|the|early|late|mid|,|\d{1,2})$/.test(text[i])) &&
    !(opensPhrase(text[i]) && i > first + 1)
  )
    i++
  return i > first + 1 && isTime(text[i - 1] === ',' ? text[i - 2] : text[i - 1]) ? i : first
}

/** "[In a cable quoted by] Channel Delta, the consul, Hedda Broom": where the subject begins behind what stands before it; `first` where nothing does. */
const afterAdverbial = ({ names, tokens: { text, name, tag } }: AnnotatedDocument, first: number, last: number): number => {
  if (name[first] < 0 || names[name[first]].kind === 'person' || !/^(?:by|in|on|to|from|with|of)$/.test(text[first - 1] ?? '')) return first
  const from = names[name[first]].last
  if (text[from] !== ',' || !/^(?:the|its|his|her|their)$/.test(text[from + 1] ?? '')) return first
  const comma = text.indexOf(',', from + 1)
  if (comma < 0 || comma >= last - 1 || tag[comma - 1] !== 'NN' || name[comma + 1] < 0) return first
  const behind = names[name[comma + 1]]
  return behind.kind === 'person' && behind.first === comma + 1 && behind.last === last ? from + 1 : first
}

/**
 * "Lastly, the weekly Wasp", "But the minister", "Two weeks ago the vicar": without what stands before the noun phrase.
 * Of two noun phrases side by side the second speaks: "the reason the council", "the things she".
 */
export const skipLeadIn = (annotated: AnnotatedDocument, range: TokenRange): TokenRange => {
  const { text, lower, tag, name } = annotated.tokens
  let { first } = range
  if (range.last - first < 2) return range
  for (let i = range.last - 1; i > first; i--)
    if (startsBlock(annotated, i)) {
      first = i
      break
    }
  if (range.last - first < 2) return { first, last: range.last }
  first = afterAdverbial(annotated, first, range.last)
  // "Monday Secretary of State Rex Hale"
  if (
    dating.has(lower[first]) &&
    weekday.test(text[first]) &&
    classifyNoun(lower[first + 1] ?? '')?.class === 'person' &&
    first + 2 < range.last
  )
    first++
  if (text[first + 1] === ',' && (/^(?:RB|CC)$/.test(tag[first] ?? '') || /^[A-Z][a-z]+ly$/.test(text[first]))) first += 2
  while (
    first < range.last - 1 &&
    leads.has(lower[first]) &&
    (opensPhrase(text[first + 1]) ||
      nominative.has(text[first + 1]) ||
      tag[first] === 'CC' ||
      (name[first + 1] >= 0 && (name[first] !== name[first + 1] || tag[first] === 'RB')))
  )
    first++
  // "Everything Orlov says is a lie"
  if (whatever.has(lower[first]) && (name[first + 1] >= 0 || opensPhrase(text[first + 1] ?? ''))) first++
  first = afterTime(text, first, range.last)
  for (let i = first; i < Math.min(first + 3, range.last - 1); i++)
    if (dating.has(lower[i]) && opensPhrase(text[i + 1])) return { first: i + 1, last: range.last }
  const last = range.last - 1
  if (last > first && nominative.has(text[last]) && /^NN/.test(tag[last - 1] ?? '')) return { first: last, last: range.last }
  for (let i = first + 2, end = opensPhrase(text[first]) ? Math.min(first + 12, last) : 0; i < end; i++) {
    const word = text[i]
    if (word === ',' || word === ';' || word === ':' || word === '(' || word === '--') break
    if (articles.has(word) && (tag[i - 1] === 'NN' || tag[i - 1] === 'NNS') && name[i] < 0 && name[i - 1] < 0)
      return { first: i, last: range.last }
  }
  return first < range.last ? { first, last: range.last } : range
}

const droppable: ReadonlySet<string> = new Set(
  'neither both who which whom reports says said writes reported claims himself herself itself themself himselves herselves itselves themselves and or but ,'.split(
    ' ',
  ),
)

/** "Karvenia neither", "Ilmar’s state daily Marsad reports": without the quantifier or the verb behind the noun phrase. */
export const dropTrailing = (annotated: AnnotatedDocument, range: TokenRange): TokenRange => {
  const { text, tag, name } = annotated.tokens
  const { first } = range
  let { last } = range
  while (last - first > 1) {
    const word = text[last - 1]
    if (!droppable.has(word)) break
    const behind = last - 2
    if (/^(?:neither|both|who|which|whom)$/.test(word)) last--
    else if (
      /^(?:reports|says|said|writes|reported|claims)$/.test(word) &&
      (name[behind] >= 0 || tag[last - 1] === 'VBZ' || tag[last - 1] === 'VBD') &&
      !/^(?:of|by|in|from|media|press|news|tv|television|radio|newspaper)$/i.test(text[behind])
    )
      last--
    else if (/^(?:him|her|it|them)sel(?:f|ves)$/.test(word) || word === ',' || /^(?:and|or|but)$/.test(word)) last--
    else break
  }
  return { first, last }
}

const pauses: ReadonlySet<string> = new Set([',', ';', ':', '--', '(', ')', '['])

export const commaFrom = (annotated: AnnotatedDocument, from: number, last: number): number => {
  const { text } = annotated.tokens
  for (let i = from; i < last; i++) if (!opensWord(text[i]) && pauses.has(text[i])) return i
  return last
}

export const sentenceEnd = (annotated: AnnotatedDocument, token: number): number => {
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
