import { genderedNouns } from '../lexicon/en/role-nouns.ts'

/** The gender that a noun for a person tells: "spokeswoman". */
export const genderOfNoun = (word: string): 'male' | 'female' | null =>
  genderedNouns.get(word) ??
  (word.endsWith('woman') || word.endsWith('women') ? 'female' : /.(?:man|men)$/.test(word) && word !== 'human' ? 'male' : null)

/** The first gender that any of the words tells. */
export const genderOfWords = (words: string): 'male' | 'female' | null => {
  if (words === '') return null
  for (const word of words.toLowerCase().split(/[^\p{L}-]+/u)) {
    const gender = genderOfNoun(word)
    if (gender) return gender
  }
  return null
}
