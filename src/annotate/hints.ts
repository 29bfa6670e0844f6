import { femaleNames, maleNames } from '../lexicon/en/given-names.ts'
import { honorifics } from '../lexicon/en/honorifics.ts'
import { organizationNameWords } from '../lexicon/en/organization-nouns.ts'
import { outletNameEnds, outletNameStarts } from '../lexicon/en/outlet-words.ts'
import { placeWords } from '../lexicon/en/place-words.ts'
import { roleNouns } from '../lexicon/en/role-nouns.ts'
import type { TokenRange } from '../model/annotation.ts'

const GIVEN = 1
const TITLE = 2
const BODY = 3
const OUTLET = 4
const PLACE = 5
const ROLE = 6
const TITLE_AND_ROLE = 7
/** A weekday or month. */
export const DAY = 8
/** The word also stands in small letters, or with a capital inside a sentence, somewhere in the document. */
const SEEN_SMALL = 16
const SEEN_CAPITAL = 32

const classes = new Map<string, number>()
for (const word of roleNouns) classes.set(word, ROLE)
for (const names of [maleNames, femaleNames]) for (const word of names) if (!classes.has(word)) classes.set(word, GIVEN)
for (const word of placeWords) classes.set(word, PLACE)
for (const word of organizationNameWords) classes.set(word, BODY)
for (const words of [outletNameEnds, outletNameStarts]) for (const word of words) classes.set(word, OUTLET)
for (const word of honorifics) classes.set(word, classes.get(word) === ROLE ? TITLE_AND_ROLE : TITLE)
const days =
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb aug sept oct nov dec'
for (const word of days.split(' ')) classes.set(word, DAY)
for (const word of ['spokesman', 'spokeswoman', 'spokesperson']) classes.set(word, ROLE)

/** Whether the word is a title or role: "General", "Spokeswoman". */
export const isTitleHint = (hint: number): boolean => {
  const kind = hint & 15
  return kind === TITLE || kind === ROLE || kind === TITLE_AND_ROLE
}

const isSmall = (word: string): boolean => {
  const code = word.charCodeAt(0)
  return code >= 97 && code <= 122
}

/** What is known beforehand of each word that may be part of a name; sentence-initial capitals count for little, so the rest of the document is asked. */
export const findHints = (words: readonly string[], lower: readonly string[], sentences: readonly TokenRange[]): Uint8Array => {
  const hints = new Uint8Array(words.length)
  const small = new Set<string>()
  const capital = new Set<string>()
  for (const { first, last } of sentences) {
    let fresh = true
    for (let t = first; t < last; t++) {
      const word = words[t]
      if (isSmall(word)) small.add(word)
      else if (!fresh && word.length > 1) capital.add(word)
      fresh = (fresh && !isSmall(word) && word.length < 2) || word === '"' || word === ':' || word === '--'
    }
  }
  for (let t = 0; t < words.length; t++) {
    const word = words[t]
    if (isSmall(word)) {
      const kind = classes.get(word)
      if (kind === ROLE || kind === TITLE_AND_ROLE) hints[t] = kind
      continue
    }
    const plain = lower[t]
    if (plain === word) continue
    const kind = classes.get(plain.endsWith('.') ? plain.slice(0, -1) : plain) ?? 0
    hints[t] = kind + (small.has(plain) ? SEEN_SMALL : 0) + (capital.has(word) ? SEEN_CAPITAL : 0)
  }
  return hints
}
