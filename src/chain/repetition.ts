import { FUNCTION_WORDS } from '../lexicon/en/function-words.ts'
import type { AnnotatedDocument } from '../model/annotation.ts'
import type { Diagnostic } from '../model/document.ts'
import { isWord } from './position.ts'

/** A sentence repeats another when so much of the shorter one's words is in the other. */
const CONTAINED = 0.6
/** Sentences with fewer different words that matter are too short to tell. */
const LEAST_WORDS = 6
/** A word that stands in more sentences than this leads to none of them. */
const COMMON = 24
/** How many earlier sentences are compared at most. */
const COMPARED = 12

/** A diagnostic `repeated` for every sentence that says once more, in mostly the same words, what an earlier one of the article says. */
export const findRepetitions = (annotated: AnnotatedDocument): Diagnostic[] => {
  const { tokens, sentences } = annotated
  const holders = new Map<string, number[]>()
  const bags: (ReadonlySet<string> | null)[] = []
  const found: Diagnostic[] = []
  sentences.forEach((sentence, s) => {
    const bag = new Set<string>()
    for (let i = sentence.first; i < sentence.last && bag.size < 200; i++) {
      const word = tokens.lemma[i]
      if (isWord(word) && !FUNCTION_WORDS.has(word)) bag.add(word)
    }
    bags.push(bag.size >= LEAST_WORDS ? bag : null)
    if (bag.size < LEAST_WORDS) return
    const shared = new Map<number, number>()
    for (const word of bag) for (const other of holders.get(word) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
    const candidates = [...shared].sort((a, b) => b[1] - a[1]).slice(0, COMPARED)
    const original = candidates.find(
      ([other, count]) => count >= CONTAINED * Math.min(bag.size, bags[other]!.size) && count >= LEAST_WORDS - 1,
    )
    if (original !== undefined) {
      const { start, end } = sentences[original[0]]
      found.push({
        code: 'repeated',
        message: `repeats the sentence at ${start}-${end}`,
        span: { start: sentence.start, end: sentence.end },
      })
    }
    for (const word of bag) {
      const list = holders.get(word)
      if (list === undefined) holders.set(word, [s])
      else if (list.length < COMMON) list.push(s)
    }
  })
  return found
}

/** A diagnostic `unclosed-quotation` for every quotation that the text never closes. */
export const findUnclosedQuotations = (annotated: AnnotatedDocument): Diagnostic[] => {
  const continued = new Set(annotated.quotations.map(({ continues }) => continues))
  return annotated.quotations
    .filter(({ closed }, i) => !closed && !continued.has(i))
    .map(({ start, end }) => ({
      code: 'unclosed-quotation',
      message: 'a quotation mark is opened and never closed; the quotation is taken to end with its paragraph',
      span: { start, end },
    }))
}
