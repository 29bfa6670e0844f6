import type { TokenRange } from '../model/annotation.ts'

const articleName = /^(?:al|el|an|as|ad|ar|az|ash|at)-\p{Lu}/u
const capital = /^\p{Lu}/u
const isCapital = (word: string): boolean => {
  const code = word.charCodeAt(0)
  return code < 128 ? code >= 65 && code <= 90 : capital.test(word)
}

/** Whether a word may begin with an Arabic article, by its hyphen. */
const mayHaveArticle = (word: string): boolean => (word.charCodeAt(2) === 45 || word.charCodeAt(3) === 45) && articleName.test(word)

/** Words as the tagger is to see them: a name with its Arabic article begins with a capital ("al-Jisr"). */
export const spellForTagger = (words: readonly string[]): readonly string[] =>
  words.some(mayHaveArticle) ? words.map(word => (mayHaveArticle(word) ? word[0].toUpperCase() + word.slice(1) : word)) : words

/**
 * Tags a word that begins a sentence as the name it is elsewhere in the text.
 *   "Strake, 57, denies fraud." after "her manager, Victor Strake"        → Strake is a name, no verb
 */
export const mendCapitals = (words: readonly string[], tags: string[], sentences: readonly TokenRange[]): void => {
  const names = new Set<string>()
  const plain = new Set<string>()
  for (const { first, last } of sentences)
    for (let t = first; t < last; t++) {
      if (!isCapital(words[t])) plain.add(words[t])
      else if (t > first && tags[t].startsWith('NNP') && !/^["'(]$/.test(words[t - 1])) names.add(words[t])
    }
  for (const { first, last } of sentences) {
    let t = first
    while (t < last && /^["'([]$/.test(words[t])) t++
    if (t < last && !tags[t].startsWith('NNP') && names.has(words[t]) && !plain.has(words[t].toLowerCase())) tags[t] = 'NNP'
  }
}

/** Nouns for what is told that look like verbs. */
const tellings: ReadonlySet<string> = new Set(['reports', 'claims', 'estimates', 'accounts', 'reviews', 'polls'])

/**
 * Tags as a noun what stands between a noun and the verb that it is the subject of.
 *   Media reports said two ministers would step down.        → “reports” is a noun
 */
export const mendTellings = (lower: readonly string[], tags: string[], sentences: readonly TokenRange[]): void => {
  for (const { first, last } of sentences)
    for (let t = first + 1; t + 1 < last; t++)
      if (tags[t] === 'VBZ' && tellings.has(lower[t]) && /^(?:VB[DZP]|MD)$/.test(tags[t + 1]) && /^(?:NN|JJ)/.test(tags[t - 1]))
        tags[t] = 'NNS'
}
