import { outletNameEnds } from '../lexicon/en/outlet-words.ts'
import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import { type NameReading, readName } from './name.ts'
import { classifyNoun } from './noun.ts'
import { isCapital, isGivenName, type Phrase, parsePhrase } from './phrase.ts'

/** "The pink pages of the Sporting Star": a part of an outlet that speaks for it. */
export const outletSection = (annotated: AnnotatedDocument, phrase: Phrase): NameReading | null => {
  const { text, lower } = annotated.tokens
  const { tail } = phrase
  if (
    tail.first >= tail.last ||
    !/^(?:of|in)$/.test(text[tail.first]) ||
    !/^(?:pages?|columns?|section|supplement|edition|website|site|editorial)$/.test(lower[phrase.core.last - 1])
  )
    return null
  const inner = parsePhrase(annotated, { first: tail.first + 1, last: tail.last })
  if (!inner.name || isCommonRun(annotated, inner.name)) return null
  const reading = readName(annotated, inner.name, null, inner.determiner === 'the')
  return reading.kind === 'outlet' || reading.kind === 'organization' ? { ...reading, kind: 'outlet' } : null
}

/** Whether the run of capitals looks like a person's name: by the name finder, or by its given name. */
export const isPersonName = (annotated: AnnotatedDocument, run: TokenRange): boolean => {
  const { name, text } = annotated.tokens
  const found = name[run.last - 1] >= 0 ? annotated.names[name[run.last - 1]].kind : null
  return found === 'person' || (run.last - run.first > 1 && isGivenName(text[run.first]))
}

/** "The al-Dahna television channel": a name before nothing but nouns for an outlet. */
export const outletPremodifier = (annotated: AnnotatedDocument, phrase: Phrase): NameReading | null => {
  const { text, lower, name } = annotated.tokens
  const { last } = phrase.core
  let { first } = phrase.core
  while (
    first < last &&
    /^(?:official|state|state-run|state-owned|private|independent|national|local|rival|opposition|pro-government|satirical)$/i.test(
      text[first],
    )
  )
    first++
  if (/^(?:media|press)$/.test(text[last - 1])) return null
  let end = first
  while (end < last && isCapital(text[end]) && (name[end] < 0 || annotated.names[name[end]].kind !== 'place')) end++
  if (
    end === first ||
    end === last ||
    (end === first + 1 &&
      (/(?:ish|an|ese|i|ic)$/.test(text[first]) || (name[first] < 0 && (first === 0 || /^[.!?"]$/.test(text[first - 1]))))) ||
    /^[A-Z]{2}$|^U\.[SK]\.?$/.test(text[first])
  )
    return null
  for (let i = end; i < last; i++) {
    const noun = classifyNoun(lower[i])
    if (noun?.class !== 'outlet' && noun?.lemma !== 'agency' && text[i] !== 'agency' && text[i] !== 'news' && text[i] !== 'press')
      return null
    if (noun?.plural) return null
  }
  const empty = { first, last: first }
  return { title: empty, name: { first, last: end }, kind: 'outlet', gender: null, titled: false }
}

const namedBehind = /^(?:website|site|newspaper|daily|weekly|magazine|broadcaster|station|channel|portal|blog|tabloid|agency)$/

/** "The website nachtblick", "the broadcaster kanal neun": a name that is written small, behind the noun that says what it is. */
export const lowerCaseOutlet = (annotated: AnnotatedDocument, { core, determiner, tail }: Phrase): NameReading | null => {
  const { text, lower, tag } = annotated.tokens
  const { first } = core
  if (determiner === null || !/^(?:the|a|an)$/.test(determiner.toLowerCase())) return null
  const last = tail.first < tail.last ? tail.last : core.last
  if (last - first < 2 || last - first > 4) return null
  for (let i = first; i < last - 1; i++) {
    const noun = classifyNoun(lower[i])
    if (noun === null || noun.plural || !namedBehind.test(noun.lemma)) continue
    for (let k = i + 1; k < last; k++)
      if (classifyNoun(lower[k]) !== null || !/^(?:NN|JJ|FW|VB|CD|RB|UH)/.test(tag[k] ?? '') || !/^\p{L}[\p{L}\d.-]{3,}$/u.test(text[k]))
        return null
    if (/(?:ed|ing|ly)$/.test(text[i + 1])) return null
    return { title: { first, last: first }, name: { first: i + 1, last }, kind: 'outlet', gender: null, titled: false }
  }
  return null
}

/** Capitals that are only common nouns: "Police", "Media reports", "the Prime Minister". */
export const isCommonRun = (annotated: AnnotatedDocument, run: TokenRange): boolean => {
  const { text, lower, name } = annotated.tokens
  const last = classifyNoun(lower[run.last - 1])
  if (run.last - run.first > 2 && text[run.first + 1] === 'of' && classifyNoun(lower[run.first])?.class === 'organization') return false
  if (run.last - run.first > 1 && /^(?:Daily|Evening|Morning|Sunday|Weekly|Saturday)$/.test(text[run.first])) return false
  if (last === null || last.class === 'outlet' || (last.guessed && name[run.last - 1] >= 0)) return false
  if (last.class === 'document' && run.last - run.first > 1) return false
  const opensSentence = run.first === 0 || /^[.!?"]$/.test(text[run.first - 1])
  if (run.last - run.first === 1 && !opensSentence && outletNameEnds.has(lower[run.first].replace(/^.*-/, '')) && last.class !== 'person')
    return false
  for (let i = run.first; i < run.last; i++) {
    const lower = text[i].toLowerCase()
    const noun = classifyNoun(lower)
    if (name[i] >= 0 && last.class !== 'person' && run.last - run.first > 1) return false
    if (
      (noun === null || (noun.guessed && name[i] >= 0)) &&
      !/^(?:prime|foreign|attorney|first|chief|deputy|vice|interior|home|finance|defence|defense|justice|the|of|state|executive|senior|local|acting|former|a|media|press|news|two|three|four|five|six|several|some|many|other|government|security|city|federal|military|health|rescue|one|union)$/.test(
        lower,
      )
    )
      return false
  }
  return true
}
