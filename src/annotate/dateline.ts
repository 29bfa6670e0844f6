const LONGEST = 120

const place = String.raw`[\p{Lu}][\p{Lu}.'’-]*(?:[ /][\p{Lu}.'’-]+){0,4}`
const mixedPlace = String.raw`[\p{Lu}][\p{L}.'’-]*(?:[ /][\p{Lu}][\p{L}.'’-]*){0,3}`
const region = String.raw`(?:, ?(?:[\p{Lu}][\p{L}.]*)(?: [\p{Lu}][\p{L}.]*){0,2}){0,2}`
const date = String.raw`,? (?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}|\d{1,2} (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?)(?:,? \d{4})?,?`
const agency = String.raw` ?[([][\p{L}\d][\p{L}\d .,/&'’-]{1,40}[)\]]`
const dash = String.raw`\s*(?:--+|[—–―]|-(?=\s)|_(?=\s))\s*`

const patterns = [
  // "PORT ORRIN (Lakeside Wire) — The …", "Port Orrin (LW) - The …", "(LW) — The …"
  new RegExp(`^(?:${mixedPlace}${region}(?:${date})?)?${agency}(?:${dash}|: )`, 'u'),
  // "PORT ORRIN, March 3 — The …", "Port Orrin, 3 March: The …"
  new RegExp(`^(?:${mixedPlace})${region}${date}(?:${dash}|: )`, 'u'),
  // "PORT ORRIN, Vesland — The …"
  new RegExp(`^(?=[\\p{Lu}]{3})${place}${region}${dash}(?=[\\p{Lu}\\d"“‘'])`, 'u'),
  // "PORT ORRIN (LW) The …"
  new RegExp(`^(?=[\\p{Lu}]{3})${place}${region} \\([\\p{Lu}]{2,12}\\) ?(?=[\\p{Lu}"“])`, 'u'),
]

/** What every dateline has: capitals or figures alone, up to a bracket, a dash or a colon. Spares most paragraphs the patterns. */
const mayBegin = (head: string): boolean => {
  const mark = head.search(/[([—–―_]|--|- |: /)
  if (mark < 0) return false
  return head
    .slice(0, mark)
    .split(' ')
    .every(word => word === '' || word === 'de' || word !== word.toLowerCase() || /^[\d,.]/.test(word))
}

/** Where the text behind a dateline at `start` begins: "PORT ORRIN (Lakeside Wire) — "; `start` itself where there is none. */
export const datelineEnd = (text: string, start: number, end: number): number => {
  const head = text.slice(start, Math.min(end, start + LONGEST))
  if (!mayBegin(head)) return start
  for (const pattern of patterns) {
    const match = pattern.exec(head)
    if (match !== null && start + match[0].length < end) return start + match[0].length
  }
  return start
}
