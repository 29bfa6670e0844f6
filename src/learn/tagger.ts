/** A part-of-speech tagger. */
export interface Tagger {
  /** Fills `tags` for the sentence that is the rows `first` to `last`, `last` exclusive. */
  tag(words: readonly string[], first: number, last: number, tags: string[]): void
}
