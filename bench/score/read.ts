/** Shares of the 4-word shingles that a text and its gold have: in both, in the text alone, in the gold alone. */
export interface Overlap {
  readonly both: number
  readonly extra: number
  readonly missed: number
}

const countShingles = (text: string): Map<string, number> => {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? []
  const counts = new Map<string, number>()
  for (let at = 0; at < Math.max(1, words.length - 3); at++) {
    const shingle = words.slice(at, at + 4).join(' ')
    if (shingle) counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  }
  return counts
}

/** Compares the multisets of 4-word shingles of a text and its gold, letters as they are. */
export const compareTexts = (text: string, gold: string): Overlap => {
  const [have, want] = [countShingles(text), countShingles(gold)]
  let both = 0
  let all = 0
  for (const shingle of new Set([...have.keys(), ...want.keys()])) {
    const [read, expected] = [have.get(shingle) ?? 0, want.get(shingle) ?? 0]
    both += Math.min(read, expected)
    all += Math.max(read, expected)
  }
  const sum = (counts: Map<string, number>) => [...counts.values()].reduce((total, count) => total + count, 0)
  return all === 0
    ? { both: 0, extra: 0, missed: 0 }
    : { both: both / all, extra: (sum(have) - both) / all, missed: (sum(want) - both) / all }
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0) / numbers.length

/** Mean precision over pages with any text read, mean recall over pages with any gold, and the F1 of these two means. */
export const averageOverlaps = (overlaps: readonly Overlap[]): { precision: number; recall: number; f1: number } => {
  const precision = mean(overlaps.filter(({ both, extra }) => both + extra > 0).map(({ both, extra }) => both / (both + extra)))
  const recall = mean(overlaps.filter(({ both, missed }) => both + missed > 0).map(({ both, missed }) => both / (both + missed)))
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

const fold = (words: string): string =>
  words
    .normalize('NFKC')
    .replace(/[‘’`´]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()

const foldName = (name: string): string =>
  fold(name)
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[\s,|]+$/g, '')

/** Whether a title is the gold's, letter for letter but for white space and the shape of quotation marks and dashes. */
export const isSameTitle = (read: string | null, gold: string): boolean => fold(read ?? '') === fold(gold)

/** Whether a page has all of the gold's authors and no other; case, order and a leading article do not count. */
export const areSameAuthors = (read: readonly string[], gold: string): boolean => {
  const sorted = (names: readonly string[]) => names.map(foldName).filter(Boolean).sort().join('|')
  return sorted(read.flatMap(name => name.split(','))) === sorted(gold.split(','))
}
