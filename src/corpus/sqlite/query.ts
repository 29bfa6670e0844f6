/** Makes of what a person typed a full-text query for all its words; what stands between quotation marks is a phrase. Empty where no word is in it. */
export const quoteQuery = (query: string): string =>
  [
    ...query
      .toWellFormed()
      .replaceAll('\0', ' ')
      .matchAll(/["“”]([^"“”]*)["“”]|([^\s"“”]+)/g),
  ]
    .map(([, phrase, word]) => phrase ?? word)
    .filter(part => /[\p{L}\p{N}]/u.test(part))
    .map(part => `"${part}"`)
    .join(' ')
