import { documentNouns } from '../lexicon/en/document-nouns.ts'
import { exchangeNouns, statementNouns } from '../lexicon/en/exchange-nouns.ts'
import type { AnnotatedDocument } from '../model/annotation.ts'
import { finite, holdsFinite, startsQuoted } from './clause-words.ts'
import { type Draft, range } from './draft.ts'
import { sentenceAt } from './sentences.ts'

/**
 * In a filing with the commercial court, Pelikan Freight said it had lost its only aircraft.        → where it was said is not what was said
 */
export const dropOccasion = (annotated: AnnotatedDocument, draft: Draft): void => {
  const { tag, lemma } = annotated.tokens
  const [source] = draft.source
  if (!source || draft.cue.length === 0 || draft.content.length < 2) return
  const { text, quotation } = annotated.tokens
  const told0 = draft.cue.at(-1)!.last
  const clause = draft.content.some(c => c.first >= told0 && !finite.test(tag[c.first]) && holdsFinite(annotated, c))
  const [opening] = draft.content
  // Giving evidence for a second day, Corporal Wanjala told the court he had never seen the order.
  if (
    clause &&
    opening.last <= source.first &&
    text[opening.last] === ',' &&
    opening.first === sentenceAt(annotated, opening.first).first
  ) {
    if (quotation[opening.first] < 0 && !holdsFinite(annotated, opening)) draft.content = draft.content.slice(1)
    if (draft.content.length < 2) return
  }
  const occasion = draft.content.find(
    ({ first, last }) =>
      last <= source.first && source.first - last <= 2 && tag[first] === 'IN' && !startsQuoted(annotated, { first, last }),
  )
  if (!occasion) return
  let told = false
  for (let t = occasion.first + 1; t < occasion.last; t++) {
    if (/^VB[DPZ]$|^MD$/.test(tag[t])) return
    if (
      t < occasion.first + 6 &&
      tag[t].startsWith('NN') &&
      (documentNouns.has(lemma[t]) || exchangeNouns.has(lemma[t]) || statementNouns.has(lemma[t]))
    )
      told = true
  }
  if (told) draft.content = draft.content.filter(piece => piece !== occasion)
}

/**
 * Who speaks stands outside of how it came.
 *   In a cable quoted by Channel Delta, the consul, Hedda Broom, wrote that the palace was empty.        → the consul, Hedda Broom
 *   The ministry, in a note carried by the agency Velanews, called the story “fantasy”.        → The ministry
 */
export const dropCarrier = (annotated: AnnotatedDocument, draft: Draft): void => {
  const { text, tag } = annotated.tokens
  const [source] = draft.source
  const [cue] = draft.cue
  if (draft.source.length !== 1 || !cue || source.last !== cue.first || !preposition.test(text[source.first - 1] ?? '')) return
  if (!/^VB[NGD]$/.test(tag[source.first - 2] ?? '')) return
  for (let t = source.first + 1; t < source.last - 2; t++)
    if (text[t] === ',' && /^(?:DT|PRP\$|NN)/.test(tag[t + 1])) {
      draft.source = [range(t + 1, source.last)]
      return
    }
  const { first } = sentenceAt(annotated, source.first)
  let comma = source.first - 3
  while (comma > first && source.first - comma < 9 && text[comma] !== ',') comma--
  const whole = range(first + (tag[first] === 'CC' ? 1 : 0), comma)
  if (text[comma] !== ',' || tag[comma + 1] !== 'IN' || whole.last - whole.first > 10 || !/^(?:DT|NN|PRP|CD|JJ)/.test(tag[whole.first]))
    return
  if (holdsFinite(annotated, whole) || draft.content.some(piece => piece.first < comma && piece.last > whole.first)) return
  draft.source = [whole]
}

/**
 * The consulate said in a statement carried by the Savanna News Network that its staff had left.        → the content begins after “that”
 */
export const dropForm = (annotated: AnnotatedDocument, draft: Draft): void => {
  const { tag, text, quotation } = annotated.tokens
  const cue = draft.cue.at(-1)
  const [content] = draft.content
  if (
    !cue ||
    content.first !== cue.last ||
    !/^(?:VB[ND]|IN)$/.test(tag[content.first]) ||
    quotation[content.first] !== quotation[cue.first]
  )
    return
  if (/^(?:VB[ND])$/.test(tag[content.first]) && !preposition.test(text[content.first + 1])) return
  for (let t = content.first + 1; t < Math.min(content.last - 3, content.first + 14); t++) {
    if (/^[,;:"]$/.test(text[t]) || /^(?:VB[DPZ]|MD|CC|WP|WDT)$/.test(tag[t])) return
    if (text[t] !== 'that' || tag[t] !== 'IN') continue
    draft.content[0] = range(t + 1, content.last)
    return
  }
}

const preposition = /^(?:by|to|on|in|at|from|with|for|through|via)$/
