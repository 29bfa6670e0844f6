import { emptyWords } from '../lexicon/en/empty-words.ts'
import { mouthpieces, wideRoles } from '../lexicon/en/party-words.ts'

const singular = (word: string): string => word.replace(/(?<=[^su])s$/, '')

/** Whether a word tells nothing of who is meant. */
export const functionWordsOf = (word: string): boolean => emptyWords.has(word.toLowerCase())

/** Whether the word stands for who speaks on behalf of somebody. */
export const mouthpiece = (word: string): boolean => mouthpieces.has(word) || mouthpieces.has(singular(word))

/** Whether a role is so wide that anybody may be meant; no role at all is. */
export const isWide = (role: readonly string[]): boolean =>
  role.length === 0 || wideRoles.has(singular(role[0])) || wideRoles.has(singular(role.at(-1)!))
