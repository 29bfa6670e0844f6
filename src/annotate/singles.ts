import { CLIPPED_ENDS } from '../lexicon/en/abbreviations.ts'
import { FUNCTION_WORDS } from '../lexicon/en/function-words.ts'
import type { Stretch } from './doubles.ts'
import type { Mark } from './marks.ts'
import type { TokenRows } from './tokens.ts'

const NONE = 0
const OPEN = 1
const STRONG = 2
const WEAK = 3
const EITHER = 4

/** What a single mark can be. WEAK is what may be the apostrophe of "the workers' union" or "leavin' town" as well as a closing mark. */
const roleOf = (rows: TokenRows, mark: Mark, last: number, curly: boolean): number => {
  const { char, before, after } = mark
  const side = mark.side || (char === '‘' || char === '’' ? 0 : mark.lean)
  if (side === 1) return char === '’' && curly ? NONE : OPEN
  if (side === 0) return before === '' || /[\s—–―-]/.test(before) ? EITHER : NONE
  if (/\d/.test(before) && /^\d/.test(rows.text[mark.token + 1] ?? '')) return NONE
  if (!/[\p{L}]/u.test(before) || !/^\s?$/.test(after)) return STRONG
  const word = rows.text[mark.token - 1] ?? ''
  const next = mark.token + 1 < last ? rows.text[mark.token + 1] : ''
  const possessive = /[sxzSXZ]$/.test(word)
  const clipped = (word.length >= 4 && word.endsWith('in')) || CLIPPED_ENDS.has(word.toLowerCase())
  if (!possessive && !clipped) return STRONG
  if (next === '') return STRONG
  return FUNCTION_WORDS.has(next) ? STRONG : WEAK
}

const startsSentence = (rows: TokenRows, mark: Mark, first: number, last: number): boolean => {
  const t = mark.token
  if (t + 1 >= last || !/^[\p{Lu}]/u.test(rows.text[t + 1])) return false
  return t === first || /^(?:[:,"]|--)$/.test(rows.text[t - 1])
}

/**
 * The quotations in single marks among marks that stand at one level: all in one double quotation, or all in none. `first` to `last` are the tokens of that level.
 * An opening mark with no closing one counts only where a sentence begins behind it, or the next paragraph takes it up (`taken`).
 */
export const pairSingles = (rows: TokenRows, marks: readonly Mark[], first: number, last: number, taken: boolean): Stretch[] => {
  const out: Stretch[] = []
  const curly = marks.some(m => m.char === '‘')
  const roles = marks.map(m => roleOf(rows, m, last, curly))
  // What comes next behind each mark, possible apostrophes looked through; and whether any closing mark stands before the next opening one.
  const decisive = new Array<number>(marks.length + 1).fill(NONE)
  const closes = new Array<boolean>(marks.length + 1).fill(false)
  for (let m = marks.length - 1; m >= 0; m--) {
    decisive[m] = roles[m] === WEAK || roles[m] === NONE ? decisive[m + 1] : roles[m]
    closes[m] = roles[m] === OPEN ? false : roles[m] !== NONE || closes[m + 1]
  }
  let open: Stretch | null = null
  for (let m = 0; m < marks.length; m++) {
    const role = roles[m]
    const mark = marks[m]
    if (role === NONE) continue
    if (open === null) {
      if (role !== OPEN && role !== EITHER) continue
      if (closes[m + 1]) open = { first: mark.token, last, single: true, opened: true, closed: false }
      else if (role === OPEN && ((taken && mark.token === first) || startsSentence(rows, mark, first, last))) {
        let next = m + 1
        while (next < marks.length && roles[next] !== OPEN) next++
        out.push({ first: mark.token, last: next < marks.length ? marks[next].token : last, single: true, opened: true, closed: false })
      }
      continue
    }
    if (role === OPEN) continue
    const follows = decisive[m + 1]
    if (role === WEAK && (follows === STRONG || follows === EITHER)) continue
    open.last = mark.token + 1
    open.closed = true
    out.push(open)
    open = null
  }
  return out
}
