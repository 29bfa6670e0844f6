/** A finder of names: labels each word `O`, or `B-` or `I-` with the kind of name that begins there or goes on. */
export interface NameTagger {
  /** Fills `labels` for the sentence that is the rows `first` to `last`, `last` exclusive. */
  label(words: readonly string[], tags: readonly string[], first: number, last: number, labels: string[]): void
}
