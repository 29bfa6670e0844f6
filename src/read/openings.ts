const LETTER = /[a-z]/

/** Where the group that opens at `at` closes. */
const closeOf = (pattern: string, at: number): number => {
  let depth = 0
  for (let index = at; index < pattern.length; index++) {
    if (pattern[index] === '\\') index++
    else if (pattern[index] === '(') depth++
    else if (pattern[index] === ')' && --depth === 0) return index
  }
  return pattern.length
}

const splitAlternatives = (pattern: string): string[] => {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let index = 0; index < pattern.length; index++) {
    if (pattern[index] === '\\') index++
    else if (pattern[index] === '(') depth++
    else if (pattern[index] === ')') depth--
    else if (pattern[index] === '|' && depth === 0) {
      parts.push(pattern.slice(from, index))
      from = index + 1
    }
  }
  return [...parts, pattern.slice(from)]
}

/** The words that a text matched by `pattern` may begin with, after the letters `before`; '' for anything else than a word of letters. */
const wordsOf = (pattern: string, before: string): string[] => {
  if (pattern === '') return [before]
  if (pattern.startsWith('(?:')) {
    const close = closeOf(pattern, 0)
    const optional = pattern[close + 1] === '?'
    const rest = pattern.slice(close + (optional ? 2 : 1))
    const words = splitAlternatives(pattern.slice(3, close)).flatMap(part => wordsOf(part + rest, before))
    return optional ? [...words, ...wordsOf(rest, before)] : words
  }
  const length = pattern[0] === '\\' ? 2 : 1
  const optional = pattern[length] === '?'
  const skipped = optional ? wordsOf(pattern.slice(length + 1), before) : []
  if (LETTER.test(pattern[0])) return [...skipped, ...wordsOf(pattern.slice(length + (optional ? 1 : 0)), before + pattern[0])]
  return [...skipped, before]
}

/** The letters a to z that a text begins with, small, at most 24 of them. */
const firstWordOf = (text: string): string => {
  let end = 0
  while (end < 24 && end < text.length) {
    const code = text.charCodeAt(end) | 32
    if (code < 97 || code > 122) break
    end++
  }
  return text.slice(0, end).toLowerCase()
}

/** A test whether a text begins with one of many patterns, which tries only those that its first word allows and compiles them when first tried. */
export const makeOpeningTest = (patterns: readonly string[]): ((text: string) => boolean) => {
  const byWord = new Map<string, (RegExp | string)[]>()
  for (const pattern of patterns) for (const word of new Set(wordsOf(pattern, ''))) byWord.set(word, [...(byWord.get(word) ?? []), pattern])
  return text => {
    const tried = byWord.get(firstWordOf(text))
    if (!tried) return false
    for (let index = 0; index < tried.length; index++) {
      let pattern = tried[index]
      if (typeof pattern === 'string') {
        pattern = new RegExp(`^(?:${pattern})`, 'i')
        tried[index] = pattern
      }
      if (pattern.test(text)) return true
    }
    return false
  }
}
