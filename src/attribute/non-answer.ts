import { answeringWords, choosingVerbs, nonAnswerPhrases, refusingVerbs } from '../lexicon/en/non-answers.ts'
import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import type { Diagnostic } from '../model/document.ts'

/** Phrases by their first word. */
const phrases = new Map<string, (readonly string[])[]>()
for (const phrase of nonAnswerPhrases.map(words => words.split(' '))) phrases.set(phrase[0], [...(phrases.get(phrase[0]) ?? []), phrase])

const NEGATION = /^(not|n't|never)$/

/** "a request", "his questions": what is refused an answer. */
const REQUEST = /^(request|question|query|inquiry|enquiry|call|email|e-mail|message|letter|comment|interview)$/

/** What follows "did not respond" when it is to a question: "did not respond by Monday evening". */
const CLOSES = /^([.,;:)]|--|by|before|immediately|further|and|but|")$/

/** How many tokens at `i` refuse an answer; 0 for none. */
const measureRefusal = (annotated: AnnotatedDocument, i: number, last: number): number => {
  const { lower, lemma } = annotated.tokens
  const word = lower[i]
  for (const phrase of phrases.get(word) ?? [])
    if (i + phrase.length <= last && phrase.every((part, k) => lower[i + k].replace('’', "'") === part)) return phrase.length
  // "declined to comment", "refused to answer questions", "chose not to reply"
  const verb = lemma[i]
  const to = i + (choosingVerbs.has(verb) && NEGATION.test(lower[i + 1] ?? '') ? 2 : 1)
  if ((refusingVerbs.has(verb) || to === i + 2) && lower[to] === 'to')
    for (let j = to + 1; j < Math.min(last, to + 3); j++) if (answeringWords.has(lemma[j])) return j + 1 - i
  // "did not immediately respond", "has not returned our calls"
  if (NEGATION.test(word))
    for (let j = i + 1; j < Math.min(last, i + 4); j++) {
      const answer = lemma[j]
      if (!answeringWords.has(answer)) continue
      if (answer === 'comment' || (/^(respond|reply|react)$/.test(answer) && (j + 1 >= last || CLOSES.test(lower[j + 1])))) return j + 1 - i
      for (let k = j + 1; k < Math.min(last, j + 6); k++) if (REQUEST.test(lemma[k])) return k + 1 - i
    }
  return 0
}

/** So many words may follow a refusal: "on the case while it is before the court". */
const MOST_LEFT = 12

/** Whoever speaks of themselves: "said it had no comment". */
const SELF = /^(it|he|she|they|i|we)$/

/**
 * Whether words of saying and what they bring are together a non-answer, and no claim: the refusal begins in the cue ("declined" + "to comment"), or it is
 * the speaker's own and all that the content has ("said" + "it had no comment"). "said the ministry had declined to comment" is a claim about the ministry.
 */
export const refusesAnswer = (annotated: AnnotatedDocument, cue: readonly TokenRange[], content: readonly TokenRange[]): boolean => {
  const { text, lower } = annotated.tokens
  const last = Math.max(...content.map(piece => piece.last))
  for (const piece of cue)
    for (let i = piece.first; i < piece.last; i++) if (measureRefusal(annotated, i, Math.max(last, piece.last)) > 0) return true
  let first = Math.min(...content.map(piece => piece.first))
  while (first < last && !/[\p{L}\p{N}]/u.test(text[first])) first++
  const begin = first < last && SELF.test(lower[first]) ? first + 1 : first
  const reach = Math.min(last, begin === first ? first + 1 : first + 5)
  for (let i = begin; i < reach; i++) {
    const length = measureRefusal(annotated, i, last)
    if (text.slice(i, i + length).some(word => /^comment/i.test(word))) return last - (i + length) <= MOST_LEFT
  }
  return false
}

/** A diagnostic `non-answer` for every sentence, outside quotations, in which somebody gives no answer. */
export const findNonAnswers = (annotated: AnnotatedDocument): Diagnostic[] => {
  const { tokens } = annotated
  const found: Diagnostic[] = []
  for (const sentence of annotated.sentences)
    for (let i = sentence.first; i < sentence.last; i++) {
      if (tokens.quotation[i] >= 0) continue
      const length = measureRefusal(annotated, i, sentence.last)
      if (length === 0) continue
      const words = tokens.text.slice(i, i + length).join(' ')
      found.push({
        code: 'non-answer',
        message: `somebody gives no answer ("${words}"); this is no claim`,
        span: { start: sentence.start, end: sentence.end },
      })
      break
    }
  return found
}
