import { type PronounForm, pronounForms } from '../lexicon/en/pronouns.ts'
import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import type { Span } from '../model/span.ts'
import { dropTrailing, skipLeadIn, trim } from './boundary.ts'
import { classifyRole } from './description.ts'
import { blank, type Mention } from './mention.ts'
import { findName, findPair } from './named.ts'
import { tokensOf } from './phrase.ts'
import { wordsOf } from './role.ts'

export type { Mention } from './mention.ts'
export { departments, describesBearer, isHonorific, opensWithOffice } from './name.ts'
export { classifyNoun } from './noun.ts'
export { widenName } from './particle.ts'
export { hasLetter, isCapital, isGivenName, isPossessive, isProper, parsePhrase, plainOf, tokenAt, tokensOf } from './phrase.ts'

const pronounOf = (annotated: AnnotatedDocument, span: Span, range: TokenRange, form: PronounForm): Mention => {
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

const classifyPronoun = (annotated: AnnotatedDocument, span: Span, range: TokenRange): Mention | null => {
  const { text, lower } = annotated.tokens
  const words = range.last - range.first
  const form = pronounForms.get(lower[range.first])
  // "[W]e are reminded"
  if (!form && words < 4 && annotated.document.text[span.start] === '[') {
    const whole = text.slice(tokensOf(annotated, span).first, range.last).join('')
    const spelled = /^\[\p{L}\]\p{L}*$/u.test(whole) ? pronounForms.get(whole.replace(/[[\]]/g, '').toLowerCase()) : undefined
    if (spelled) return { ...pronounOf(annotated, span, range, spelled), name: whole.replace(/[[\]]/g, '') }
  }
  if (!form || words > 2 || (words === 2 && !/^(?:himself|herself|themselves|both|all|also|too)$/.test(text[range.last - 1]))) return null
  if (text[range.first] === 'US') return null
  return pronounOf(annotated, span, range, form)
}

/** Reads the noun phrase at `span`: who is meant, as far as its own words and an appositive right after it tell. */
export const classifyMention = (annotated: AnnotatedDocument, span: Span): Mention => {
  const range = trim(annotated, dropTrailing(annotated, skipLeadIn(annotated, trim(annotated, tokensOf(annotated, span)))))
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
  return (
    classifyPronoun(annotated, span, range) ??
    findPair(annotated, span, range) ??
    findName(annotated, span, range) ??
    classifyRole(annotated, span, range)
  )
}
