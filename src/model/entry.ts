import type { Ref } from './publication.ts'

/** Why an input could not be read, or a publication not traced. */
export interface Failure {
  readonly code: string
  readonly message: string
}

/** An input that could not be read; it is forgotten once the same input with the same key is read. */
export interface FailedInput {
  readonly input: string
  readonly key: string | null
  readonly error: Failure
}

/** What a list says of a publication. `words` counts the text's words as the comparison of texts cuts them, 0 until it is traced. */
export interface Entry extends Ref {
  readonly url: string | null
  readonly seenAt: string | null
  readonly title: string | null
  readonly input: string
  readonly language: string
  readonly words: number
  readonly state: 'waiting' | 'traced' | 'failed'
  readonly error: Failure | null
}

/** An entry that a search found; `excerpt` holds the words that were found between U+0001 and U+0002. */
export interface Hit extends Entry {
  readonly excerpt: string
}

/** How much a corpus holds. */
export interface Counts {
  readonly publications: number
  readonly waiting: number
  readonly failed: number
  readonly failedInputs: number
  readonly pairs: number
}
