/** Words to print, and how to paint them; without `paint` they are printed plainly. No line is broken at a no-break space, which is printed as a space. */
export interface Piece {
  readonly text: string
  readonly paint?: (text: string) => string
}

export interface Layout {
  /** Columns to fill, indents included. */
  readonly width: number
  /** What stands before the first line, and before all others. */
  readonly first: string
  readonly rest: string
  /** Lines past this many are cut, and the number of words that are missing is told. */
  readonly maxLines?: number
}

const escapeSequence = /\u001b\[[0-?]{0,64}[ -/]{0,8}[@-~]/g
const unprintable = /[\p{Cc}\p{Cf}\u2028\u2029]/gu
const blanks = /\s+/g
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u
const noBreak = '\u00a0'
const combining = /\p{M}/u

/**
 * Text from an article, safe to print on one line of a terminal: without escape sequences, control characters and the invisible characters that
 * change the direction of writing, white space folded to single blanks, lone surrogates replaced.
 */
export const cleanText = (text: string): string =>
  text.replace(escapeSequence, '').replace(blanks, ' ').replace(unprintable, '').toWellFormed().trim()

/** How many terminal columns `text` takes. */
export const measureColumns = (text: string): number => {
  let columns = 0
  for (const character of text) columns += combining.test(character) ? 0 : wide.test(character) ? 2 : 1
  return columns
}

const cutWord = (word: string, columns: number): string[] => {
  if (measureColumns(word) <= columns) return [word]
  const parts: string[] = []
  let part = ''
  let used = 0
  for (const character of word) {
    const size = measureColumns(character)
    if (used + size > columns && part !== '') {
      parts.push(part)
      part = ''
      used = 0
    }
    part += character
    used += size
  }
  return part === '' ? parts : [...parts, part]
}

const paintLine = (words: readonly Piece[]): string => {
  const runs: { text: string; paint: Piece['paint'] }[] = []
  for (const word of words) {
    const last = runs.at(-1)
    if (last && last.paint === word.paint) last.text += ` ${word.text}`
    else runs.push({ text: word.text, paint: word.paint })
  }
  return runs
    .map(run => (run.paint ? run.paint(run.text) : run.text))
    .join(' ')
    .replaceAll(noBreak, ' ')
}

/** Breaks pieces into lines by words; a word longer than a line is cut. Every piece's text is expected to be clean. */
export const layOut = (pieces: readonly Piece[], { width, first, rest, maxLines = Number.POSITIVE_INFINITY }: Layout): string[] => {
  const room = Math.max(8, width - Math.max(measureColumns(first), measureColumns(rest)))
  const words = pieces.flatMap(({ text, paint }) =>
    text
      .split(' ')
      .filter(Boolean)
      .map(word => ({ text: word, paint })),
  )
  const lines: Piece[][] = []
  let line: Piece[] = []
  let used = 0
  let taken = 0
  for (const word of words) {
    for (const part of cutWord(word.text, room)) {
      const size = measureColumns(part)
      if (line.length > 0 && used + 1 + size > room) {
        lines.push(line)
        line = []
        used = 0
      }
      used += size + (line.length > 0 ? 1 : 0)
      line.push({ text: part, paint: word.paint })
    }
    if (lines.length >= maxLines) break
    taken++
  }
  if (lines.length < maxLines) {
    if (line.length > 0) lines.push(line)
  } else {
    const last = lines[maxLines - 1]
    let missing = words.length - taken
    const mark = () => `… (${missing} more ${missing === 1 ? 'word' : 'words'})`
    while (last.length > 1 && measureColumns(last.map(word => word.text).join(' ')) + 1 + mark().length > room) {
      last.pop()
      missing++
    }
    last.push({ text: mark(), paint: last.at(-1)?.paint })
  }
  return lines.slice(0, maxLines).map((words, i) => `${i === 0 ? first : rest}${paintLine(words)}`)
}
