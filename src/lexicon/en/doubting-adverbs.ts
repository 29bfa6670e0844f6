/** Adverbs by which a text passes something on without saying from whom. */
export const doubtingAdverbs: ReadonlySet<string> = new Set([
  'reportedly',
  'allegedly',
  'supposedly',
  'purportedly',
  'apparently',
  'reputedly',
])
