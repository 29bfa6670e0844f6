import { femaleNames, maleNames } from '../lexicon/en/given-names.ts'
import { measureNouns } from '../lexicon/en/group-nouns.ts'
import { nameParticles } from '../lexicon/en/name-particles.ts'
import { numberWords } from '../lexicon/en/numbers.ts'
import { pronounForms } from '../lexicon/en/pronouns.ts'
import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import type { Span } from '../model/span.ts'
import { classifyNoun } from './noun.ts'

export const isGivenName = (word: string): boolean => {
  const lower = word.toLowerCase()
  return maleNames.has(lower) || femaleNames.has(lower)
}

/** The parts of one noun phrase: `[the] [union's] [chief] lawyer [in Sellin]`. Ranges are of tokens; empty ranges have `first === last`. */
export interface Phrase {
  readonly determiner: string | null
  readonly possessor: TokenRange | null
  /** Without determiner and possessor, up to the head and with it. */
  readonly core: TokenRange
  /** The proper name that ends the core, if one does. */
  readonly name: TokenRange | null
  /** What follows the head: "in Sellin", "briefed on the talks". */
  readonly tail: TokenRange
}

const determiners: ReadonlySet<string> = new Set(
  'a an the this that these those some any no each every another one both several many most few all other same'.split(' '),
)

const quantifiers: ReadonlySet<string> = new Set(
  'some any each another one both several many most few all other those these this that'.split(' '),
)

const breaks: ReadonlySet<string> = new Set(
  `in at for from with on by to about against among around as before behind between close during familiar into near off outside over reached since than through
  under until who whom whose which that within without where when speaking citing quoting saying asking briefed told contacted present aware privy because including
  is are was were has had have said says told also , ; : -- ( ) [ ]`.split(/\s+/),
)

/** The index of the first token that ends after `offset`. */
export const tokenAt = (annotated: AnnotatedDocument, offset: number): number => {
  const { end } = annotated.tokens
  let low = 0
  let high = end.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (end[middle] <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The tokens that a span touches. */
export const tokensOf = (annotated: AnnotatedDocument, span: Span): TokenRange => {
  const first = tokenAt(annotated, span.start)
  const { start } = annotated.tokens
  let last = first
  while (last < start.length && start[last] < span.end) last++
  return { first, last }
}

export const isCapital = (word: string): boolean => {
  const code = word.charCodeAt(0)
  if (code >= 65 && code <= 90) return true
  if (code >= 97 && code <= 122 && !word.includes('-') && !word.includes("'")) return false
  return oddCapital.test(word)
}

/** Whether the token has a letter or a digit in it. */
export const hasLetter = (word: string): boolean => {
  const code = word.charCodeAt(0)
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || /[\p{L}\p{N}]/u.test(word)
}

/** The word in lower case, without the stop of an abbreviation. */
export const plainOf = (word: string): string => {
  const lower = word.toLowerCase()
  return lower.endsWith('.') ? lower.slice(0, -1) : lower
}

const oddCapital = /^(?:\p{Lu}|\d+\p{Lu}|(?:al|el|de|da|di|du|van|von|bin|ibn|ul|az|as|ad|at)-\p{Lu}|(?:d|l|o|dell|all|t)'\p{Lu})/u

const functionTag = /^(?:IN|DT|PRP\$?|CC|WRB|WDT|WP|TO|MD|EX)$/

/** Whether the word at `i` has a capital of its own: not that of a sentence's first small word ("When", "Since"). */
export const isProper = (annotated: AnnotatedDocument, i: number): boolean => {
  const { text, tag } = annotated.tokens
  return isCapital(text[i]) && !functionTag.test(tag[i] ?? '')
}

const linkWords: ReadonlySet<string> = new Set([...nameParticles, 'of', 'and', '&', 'for', 'the'])

/** Whether the token is a possessive ending that stands by itself. */
export const isPossessive = (word: string): boolean => word === "'s" || word === "'" || word === '’s' || word === '’'

/** Whether the token at `i` belongs to a proper name: by the name finder, or by a capital where capitals mean something. */
const inName = (annotated: AnnotatedDocument, i: number, first: number): boolean => {
  const { text, lower, tag, name } = annotated.tokens
  if (functionTag.test(tag[i] ?? '') && (name[i] < 0 || annotated.names[name[i]].first === i)) return false
  if (name[i] >= 0) return true
  if (!isCapital(text[i])) return false
  if (i > first) return true
  const word = lower[i]
  if (determiners.has(word) || measureNouns.has(word) || pronounForms.has(word) || quantifiers.has(word) || numberWords.has(word))
    return false
  const noun = classifyNoun(word)
  if (noun === null) return true
  const next = text[i + 1] ?? ''
  return (noun.class === 'outlet' || noun.class === 'organization') && (isCapital(next) || (next === 'of' && isCapital(text[i + 2] ?? '')))
}

/** The given name before a nickname in quotation marks that ends right before `i`; -1 where there is none. */
export const nicknameBefore = ({ tokens: { text } }: AnnotatedDocument, i: number): number => {
  if (text[i - 1] !== '"' && text[i - 1] !== "'") return -1
  const open = text[i - 3] === text[i - 1] ? i - 3 : text[i - 4] === text[i - 1] ? i - 4 : -1
  if (open < 1 || !isCapital(text[i] ?? '') || !isCapital(text[open - 1]) || text[open - 1].length < 2) return -1
  for (let k = open + 1; k < i - 1; k++) if (!isCapital(text[k])) return -1
  return open - 1
}

/** The run of name tokens that ends right before `last`, with small words between capitals ("Bank of Ilmar"); null where there is none. */
const nameBefore = (annotated: AnnotatedDocument, first: number, last: number): TokenRange | null => {
  const { text, lower, name } = annotated.tokens
  let i = last
  while (i > first) {
    const j = i - 1
    if (inName(annotated, j, first)) {
      i = j
      continue
    }
    const nickname = i < last && text[i - 1].length === 1 ? nicknameBefore(annotated, i) : -1
    if (nickname >= first && inName(annotated, nickname, first)) {
      i = nickname
      continue
    }
    const linked =
      i < last &&
      !(j - 2 >= first && isGivenName(text[j - 2]) && !nameParticles.has(lower[j])) &&
      linkWords.has(lower[j]) &&
      j > first &&
      (inName(annotated, j - 1, first) || (linkWords.has(text[j - 1]) && j - 1 > first && inName(annotated, j - 2, first)))
    if (linked && (name[j] >= 0 || text[j] !== 'the')) {
      i = j
      continue
    }
    if (
      i < last &&
      (text[j] === '.' || text[j] === '-' || text[j] === "'") &&
      j > first &&
      isCapital(text[j - 1]) &&
      (text[j] === '.' ? text[j - 1].length <= 2 : true)
    ) {
      i = j
      continue
    }
    break
  }
  return i < last ? { first: i, last } : null
}

/** Whether an "of" at `i` stands inside a proper name. */
const bindsName = (annotated: AnnotatedDocument, i: number, first: number, last: number): boolean => {
  const { text, lower, name } = annotated.tokens
  if (name[i] >= 0) {
    const { first: begin } = annotated.names[name[i]]
    return !(text[i] === 'of' && i - begin >= 2 && i - begin <= 3 && isGivenName(text[begin]))
  }
  const word = lower[i]
  if (word !== 'of' && word !== 'for' && word !== '&' && word !== 'and' && word !== 'on') return false
  if (i === first || i + 1 >= last) return false
  if (name[i - 1] >= 0 && annotated.names[name[i - 1]].kind === 'person') return false
  const noun = i - 1 === first ? classifyNoun(lower[first]) : null
  if (noun?.plural && (noun.class === 'person' || noun.class === 'group')) return false
  if (i - first > 1 && isGivenName(text[i - 2])) return false
  if (i - 1 === first && word === 'for' && classifyNoun(lower[first])?.class === 'person') return false
  const next = lower[i + 1] === 'the' && i + 2 < last ? i + 2 : i + 1
  return (
    isCapital(text[i - 1]) &&
    isCapital(text[next]) &&
    (name[i - 1] < 0 || name[i - 1] === name[next] || word === 'of') &&
    word !== 'and' &&
    word !== 'on'
  )
}

/** "A study undertaken with": participles without "-ed", which the tagger may take for something else. */
const oddParticiple =
  /^(?:(?:under)?taken|written|drawn|done|given|shown|seen|sent|made|built|paid|led|held|run|sold|bought|brought|known|born|lost|kept|put)$/

const weekday = /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tonight)$/

/** Takes the noun phrase in `[first, last)` apart. */
export const parsePhrase = (annotated: AnnotatedDocument, range: TokenRange): Phrase => {
  const { text, lower, tag, name } = annotated.tokens
  const { first, last } = range
  let i = first
  let determiner: string | null = null
  while (i < last - 1 && name[i] < 0) {
    const word = lower[i]
    const next = lower[i + 1]
    if (determiners.has(word) && next !== 'of' && !(quantifiers.has(word) && breaks.has(next))) {
      determiner = determiner ?? word
      i++
    } else if (
      i + 2 < last &&
      ((/^(?:more|less|fewer)$/.test(word) && next === 'than') ||
        (word === 'at' && /^(?:least|most)$/.test(next)) ||
        (word === 'up' && next === 'to'))
    )
      i += 2
    else break
  }
  if (i === last) return { determiner: null, possessor: null, core: range, name: null, tail: { first: last, last } }
  let end = i
  while (end < last) {
    const word = lower[end]
    if (
      end > i &&
      /^(?:last|this|next|earlier)$/.test(word) &&
      /^(?:week|month|year|night|spring|summer|autumn|fall|winter|on|in)$/.test(text[end + 1] ?? '')
    )
      break
    // "editor in chief", "attorney at law"
    if (
      end > i &&
      ((word === 'in' && /^chief$/i.test(text[end + 1] ?? '')) || (word === 'at' && /^(?:large|law)$/i.test(text[end + 1] ?? ''))) &&
      end + 1 < last
    ) {
      end += 2
      continue
    }
    // "a blog post Friday": when, not what
    if (end > i && weekday.test(text[end]) && classifyNoun(lower[end - 1]) !== null && !isCapital(text[end + 1] ?? '')) break
    if (end > i && word === 'of' && name[end] >= 0 && !bindsName(annotated, end, i, last)) break
    if (end > i && name[end] < 0) {
      if (word === 'of' ? !bindsName(annotated, end, i, last) : breaks.has(word) && !bindsName(annotated, end, i, last)) break
      if (word === 'such' && text[end + 1] === 'as') break
      if (oddParticiple.test(text[end]) && classifyNoun(lower[end - 1]) !== null) break
      if (/^[a-z]{3,}ed$/.test(text[end]) && classifyNoun(lower[end - 1]) !== null && classifyNoun(word) === null) break
      if (
        /^VB[NDGZP]$|^MD$/.test(tag[end] ?? '') &&
        !isCapital(text[end]) &&
        classifyNoun(lower[end - 1]) !== null &&
        classifyNoun(word) === null
      )
        break
      if (
        /^(?:RB|WRB|WP|WDT|TO)$/.test(tag[end] ?? '') &&
        classifyNoun(lower[end - 1]) !== null &&
        classifyNoun(word) === null &&
        !isCapital(text[end])
      )
        break
    }
    end++
  }
  let possessor: TokenRange | null = null
  let start = i
  for (let j = end - 2; j > i; j--) {
    if (!isPossessive(text[j]) || (name[j] >= 0 && name[j] === name[j - 1] && name[j] === name[j + 1])) continue
    const restIsOneCapital = j + 2 === end && isCapital(text[j + 1]) && isCapital(text[j - 1]) && name[j + 1] >= 0
    if (restIsOneCapital && classifyNoun(lower[j + 1])?.class === 'organization') break
    possessor = { first: determiner === null || i === first ? i : i - 1, last: j }
    start = j + 1
    break
  }
  if (possessor === null && i + 1 < end && /^(?:my|our|your|his|her|its|their|whose)$/i.test(text[i])) {
    possessor = { first: i, last: i + 1 }
    start = i + 1
  }
  while (start < end - 1 && /^(?:own|the|a|an)$/.test(text[start])) start++
  return { determiner, possessor, core: { first: start, last: end }, name: nameBefore(annotated, start, end), tail: { first: end, last } }
}
