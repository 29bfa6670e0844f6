import { answeringWords, nonAnswerPhrases, refusingVerbs } from '../lexicon/en/non-answers.ts'
import { tokensOf } from '../mention/index.ts'
import type { AnnotatedDocument } from '../model/annotation.ts'
import type { Diagnostic } from '../model/document.ts'
import type { Span } from '../model/span.ts'

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
  const { text, lemma } = annotated.tokens
  const word = text[i].toLowerCase()
  for (const phrase of phrases.get(word) ?? [])
    if (i + phrase.length <= last && phrase.every((part, k) => text[i + k].toLowerCase().replace('’', "'") === part)) return phrase.length
  // "declined to comment", "refused to answer questions"
  if (refusingVerbs.has(lemma[i].toLowerCase()) && text[i + 1]?.toLowerCase() === 'to')
    for (let j = i + 2; j < Math.min(last, i + 4); j++) if (answeringWords.has(lemma[j].toLowerCase())) return j + 1 - i
  // "did not immediately respond", "has not returned our calls"
  if (NEGATION.test(word))
    for (let j = i + 1; j < Math.min(last, i + 4); j++) {
      const answer = lemma[j].toLowerCase()
      if (!answeringWords.has(answer)) continue
      if (answer === 'comment' || (/^(respond|reply|react)$/.test(answer) && (j + 1 >= last || CLOSES.test(text[j + 1].toLowerCase()))))
        return j + 1 - i
      for (let k = j + 1; k < Math.min(last, j + 6); k++) if (REQUEST.test(lemma[k].toLowerCase())) return k + 1 - i
    }
  return 0
}

/** What a refusal to speak about something of weight leaves behind: "declined to say whether the toll had risen" is still a non-answer. */
const isShort = (annotated: AnnotatedDocument, span: Span): boolean => {
  const { first, last } = tokensOf(annotated, span)
  return last - first <= 60
}

/** Whether a stretch says that somebody gave no answer: "declined to comment", "could not be reached". Such a stretch is no claim. */
export const isNonAnswer = (annotated: AnnotatedDocument, span: Span): boolean => {
  if (!isShort(annotated, span)) return false
  const { first, last } = tokensOf(annotated, span)
  for (let i = first; i < last; i++) if (measureRefusal(annotated, i, last) > 0) return true
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
