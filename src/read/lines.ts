/** A line of the text without its white space: `start` to `end`, `blank` when nothing is left. */
export interface Line {
  readonly start: number
  readonly end: number
  readonly blank: boolean
  /** White space before the line's first character. */
  readonly indent: number
}

const isBreak = (code: number) => code === 10 || code === 13 || code === 12 || code === 0x2028 || code === 0x2029

const isSpace = (code: number) =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  code === 0xfeff ||
  code === 0x3000 ||
  (code >= 0x2000 && code <= 0x200b) ||
  code === 0x202f

/** The lines of `text`, in one pass. */
export const splitLines = (text: string): Line[] => {
  const lines: Line[] = []
  const length = text.length
  let at = 0
  while (at < length) {
    let stop = at
    while (stop < length && !isBreak(text.charCodeAt(stop))) stop++
    let start = at
    let end = stop
    while (start < end && isSpace(text.charCodeAt(start))) start++
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--
    lines.push({ start, end, blank: start === end, indent: start - at })
    at = text.charCodeAt(stop) === 13 && text.charCodeAt(stop + 1) === 10 ? stop + 2 : stop + 1
  }
  return lines
}

/** Runs of lines without a blank line between them, as index ranges, `last` exclusive. */
export const groupLines = (lines: readonly Line[]): { first: number; last: number }[] => {
  const groups: { first: number; last: number }[] = []
  let first = -1
  for (let index = 0; index < lines.length; index++) {
    if (lines[index].blank) {
      if (first >= 0) groups.push({ first, last: index })
      first = -1
    } else if (first < 0) first = index
  }
  if (first >= 0) groups.push({ first, last: lines.length })
  return groups
}
