import { closedCompounds, compoundFirsts, compoundSeconds } from '../lexicon/en/compound-parts.ts'

/** How a document writes its words. */
export interface Vocabulary {
  /** Its words as they stand within lines, lower-cased, with how often; hyphenated ones whole. */
  readonly words: ReadonlyMap<string, number>
  /** Words that a line's end cuts carry a sign of their own there, U+2010 or a soft hyphen, so that a plain hyphen is the writer's. */
  readonly marked: boolean
  /** So few lines end with a hyphen that no word is cut. */
  readonly uncut: boolean
}

const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu
const HYPHEN = /[-\u2010\u2011\u00ad]$/
const CUT = /\p{L}[\u2010\u00ad]$/u
const PREFIX = /^(?:over|under|fore|inter|trans|counter|super|with)$/
const SOFT = '\u00ad'
/** Lines that end with a writer's own hyphen are one in a hundred; lines that end with a cut word, one in twelve. */
const UNCUT = 0.025
const FEW = 25

/** Collects the words of lines, but for those that a line's end or beginning may have cut. */
export const collectWords = (lines: readonly string[]): Vocabulary => {
  const words = new Map<string, number>()
  for (const line of lines)
    for (const match of line.replace(/[\u2010\u2011]/g, '-').matchAll(WORD)) {
      const end = match.index + match[0].length
      if (end === line.length - 1 && HYPHEN.test(line)) continue
      if (match.index === 0 && !/^[\p{Lu}\p{N}]/u.test(match[0])) continue
      const word = match[0].toLowerCase()
      words.set(word, (words.get(word) ?? 0) + 1)
    }
  const long = lines.filter(({ length }) => length >= 20)
  const hyphens = long.filter(line => /\p{L}[-\u2010\u00ad]$/u.test(line)).length
  const marked = lines.filter(line => CUT.test(line)).length > 1 && !lines.some(line => /\p{L}\u2010\p{L}/u.test(line))
  return { words, marked, uncut: long.length >= FEW && hyphens < long.length * UNCUT }
}

const keepsHyphen = (before: string, after: string, { words, marked, uncut }: Vocabulary): boolean => {
  const first = before.split('-').at(-1) ?? ''
  // mid-/1990s, Anglo-/Saxon, MI-/6
  if (/\p{N}$/u.test(first) || /^[\p{N}\p{Lu}]/u.test(after) || /^\p{Lu}{2,}$/u.test(first)) return !/^\p{Lu}{2,}/u.test(before + after)
  const [left, right] = [first.toLowerCase(), after.split('-')[0].toLowerCase()]
  // "harbour" elsewhere: har-/bour; "well-known" elsewhere: well-/known
  const whole = words.get(left + right) ?? 0
  const parted = words.get(`${left}-${right}`) ?? 0
  if (whole !== parted) return parted > whole
  if (marked || uncut) return true
  if (right.length < 2 || closedCompounds.has(left + right)) return false
  if (compoundFirsts.has(left) && (compoundSeconds.has(right) || (words.has(right) && right.length > 3))) return true
  // state-of-the-/art
  if (before.includes('-') && (left.length < 4 || compoundSeconds.has(right) || words.has(right))) return true
  // market-/driven, port-/based; but not com-/mission
  return compoundSeconds.has(right) && left.length > 3 && !PREFIX.test(left) && (right.length > 5 || (right.length > 3 && words.has(left)))
}

/** Joins the end of a line to the beginning of the next: with a space, or without one and its hyphen where a word was cut in two. */
export const joinLineTexts = (above: string, below: string, vocabulary: Vocabulary): string => {
  const after = /^[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/u.exec(below)?.[0]
  const before = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*(?=[-\u2010\u2011\u00ad]$)/u.exec(above.slice(-60))?.[0]
  if (vocabulary.marked && CUT.test(above) && after) return above.slice(0, -1) + below
  if (above.endsWith(SOFT)) return after ? above.slice(0, -1) + below : `${above.slice(0, -1)} ${below}`
  if (after && before && HYPHEN.test(above)) {
    // two- and three-column
    if (/^(?:and|or|to|but)$/.test(after.split('-')[0])) return `${above} ${below}`
    return keepsHyphen(before, after, vocabulary) ? above.replace(HYPHEN, '-') + below : above.slice(0, -1) + below
  }
  // harbour.example/news/fer-/ry, Monday—/Tuesday
  if (
    /https?:\/\/\S*[/._=&?-]$/.test(above) ||
    (/\S[—/]$/.test(above) && !/ [—/]$/.test(above)) ||
    (/^—\S/.test(below) && !above.endsWith(' '))
  )
    return above + below
  return `${above} ${below}`
}

/** Leaves out what only shows where a word might be cut, and makes one hyphen of all. */
export const cleanHyphens = (text: string): string => text.replaceAll(SOFT, '').replace(/[\u2010\u2011]/g, '-')
