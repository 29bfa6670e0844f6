import type { Stretch } from './pdf-lines.ts'
import type { Line } from './pdf-paragraphs.ts'

const INITIAL = /^[“"‘']?\s?\p{Lu}$/u

/** Whether the initial is a word of its own: "A ferry", "I saw". */
const standsAlone = (initial: string, text: string, gap: number, words: ReadonlyMap<string, number>): boolean => {
  const letter = initial.slice(-1)
  if (!/[AIO]/.test(letter)) return false
  const rest = /^[\p{L}\p{N}'’]+/u.exec(text)?.[0].toLowerCase() ?? ''
  if (words.has(letter.toLowerCase() + rest)) return false
  return words.has(rest) || gap > 0.15
}

/** Puts large initials back before the words that they begin, and takes their room for the column's. */
export const placeInitials = (lines: readonly Line[], size: number, words: ReadonlyMap<string, number>): Line[] => {
  const placed = new Set<Stretch>()
  let result = [...lines]
  for (const initial of lines) {
    if (!INITIAL.test(initial.text) || initial.size < size * 1.6) continue
    const top = initial.y - initial.size * 0.8
    const beside = result
      .filter(line => line !== initial && line.size < initial.size * 0.7 && line.y > top && line.y < initial.y + line.size)
      .filter(line => line.x > initial.x && line.x < initial.right + line.size * 2.5)
      .sort((a, b) => a.y - b.y)
    const [first] = beside
    if (!first) continue
    const others = beside.slice(1).map(({ x }) => x)
    const gap = others.length > 0 ? (first.x - Math.min(...others)) / first.size : 0
    const space = standsAlone(initial.text, first.text, gap, words) ? ' ' : ''
    placed.add(initial)
    result = result.map(line => {
      if (line === first) return { ...line, text: initial.text + space + line.text, left: initial.x, x: initial.x }
      return beside.includes(line) ? { ...line, left: initial.x } : line
    })
  }
  return result.filter(line => !placed.has(line))
}
