import { CAPITAL_ABBREVIATIONS, LEADING_ABBREVIATIONS, NUMBER_ABBREVIATIONS, TRAILING_ABBREVIATIONS } from '../lexicon/en/abbreviations.ts'
import { classOf, DIGIT, isWordClass, LETTER, SINGLE, SPACE } from './character.ts'

const TOP_DOMAINS: ReadonlySet<string> = new Set(
  'com org net gov edu mil int info biz co uk io tv me us eu de fr ca au ie nz in za ly be it es nl ch at se no dk fi pl cz jp cn kr br mx ru ua news press media online site app dev example gl st'.split(
    ' ',
  ),
)

const isUpper = (code: number): boolean => (code >= 65 && code <= 90) || (code > 127 && isUpperLetter(code))
const isUpperLetter = (code: number): boolean => {
  const ch = String.fromCharCode(code)
  return ch !== ch.toLowerCase()
}
const isLower = (code: number): boolean => (code >= 97 && code <= 122) || (code > 127 && classOf(code) === LETTER && !isUpper(code))

const lettersEnd = (text: string, from: number, to: number): number => {
  let j = from
  while (j < to && isWordClass(classOf(text.charCodeAt(j)))) j++
  return j
}

/** Whether the dot at `j` belongs inside or at the end of the word that begins at `i`: "U.S", "3.5", "state.gov", "a.m.", "Mr.". */
const keepsDot = (text: string, i: number, j: number, to: number): boolean => {
  const next = j + 1 < to ? text.charCodeAt(j + 1) : 32
  const kind = classOf(next)
  let p = j
  while (p > i && isWordClass(classOf(text.charCodeAt(p - 1)))) p--
  const piece = j - p
  const single = piece === 1 && classOf(text.charCodeAt(p)) === LETTER
  const dotted = p > i && text[p - 1] === '.'
  if (kind === DIGIT && piece === 2 && /^No$/i.test(text.slice(p, j))) return p === i && text[p] === 'N'
  if (kind === LETTER || kind === DIGIT) {
    const before = classOf(text.charCodeAt(j - 1))
    if (before === DIGIT && kind === DIGIT) return true
    if (single && kind === LETTER)
      return piece === 1 && (dotted || j + 2 >= to || !isWordClass(classOf(text.charCodeAt(j + 2))) || isUpper(text.charCodeAt(p)))
    const end = lettersEnd(text, j + 1, to)
    const rest = text.slice(j + 1, Math.min(end, j + 10)).toLowerCase()
    if (TOP_DOMAINS.has(rest) && (isLower(next) || text[end] === '/')) return true
    if (`${text.slice(p, j)}.${rest}`.toLowerCase() === 'ph.d') return true
    return isLower(next) && isDomain(text, j + 1, to)
  }
  if (text[j + 1] === '.') return false
  if (single && dotted) return true
  const capital = isUpper(text.charCodeAt(p))
  if (single && capital && (p === i || text[p - 1] === '-' || text[p - 1] === '.')) return !(kind === SINGLE && text[p] === 'I')
  const lower = text.slice(p, Math.min(j, p + 12)).toLowerCase()
  if (dotted && (lower === 'd' || lower === 'com')) return lower === 'd'
  if (capital && CAPITAL_ABBREVIATIONS.has(text.slice(p, j))) return capital && followsPlace(text, i, j, to)
  if (lower === 'v') return text[j + 1] === ' ' && isUpper(text.charCodeAt(j + 2))
  if (NUMBER_ABBREVIATIONS.has(lower)) return startsNumber(text, j + 1, to)
  if (!LEADING_ABBREVIATIONS.has(lower) && !TRAILING_ABBREVIATIONS.has(lower)) return false
  return capital || !needsCapital.has(lower)
}

/** Abbreviations that are ordinary words when written small. */
const needsCapital: ReadonlySet<string> = new Set(
  'gen col hon fig rep reps sen sens rev mt st ft det ca va md la pa ill miss mass mo me co inc ark ala ed art sec secs min mins pres approx spc ste cos const adm brig supt wm geo dr drs prof profs gov govs lt sgt cpl capt maj tex wis del cal ont'.split(
    ' ',
  ),
)

/** "Gary, Ind.", "R-Miss.", "Calif. 's": a comma and a name before, a hyphen, or no capital word after. */
const followsPlace = (text: string, i: number, j: number, to: number): boolean => {
  if (text[j - 1] !== '.' && text.slice(i, j).includes('-')) return true
  let k = i - 1
  while (k >= 0 && i - k < 4 && classOf(text.charCodeAt(k)) === SPACE) k--
  if (k >= 0 && (text[k] === ',' || text[k] === '(')) return true
  const word = text.slice(i, j)
  if (word.length < 4 && word !== 'Va') return false
  if (/^(Miss|Mass|Wash|Man|Ill|Ed|Ore|Ind|Del|Cal|Mont|Mich)$/.test(word)) return false
  return j + 2 < to && text[j + 1] === ' '
}

const startsNumber = (text: string, from: number, to: number): boolean => {
  let k = from
  while (k < to && k - from < 3 && (text[k] === ' ' || text[k] === '\xa0')) k++
  return k < to && classOf(text.charCodeAt(k)) === DIGIT
}

/** Whether what follows a dot goes on to a known top domain: "news.harbour-gazette.example". */
const isDomain = (text: string, from: number, to: number): boolean => {
  let j = from
  const limit = Math.min(to, from + 80)
  let last = from
  while (j < limit && (isWordClass(classOf(text.charCodeAt(j))) || text[j] === '-' || text[j] === '.')) {
    if (text[j] === '.') {
      if (!isWordClass(classOf(text.charCodeAt(j + 1)))) break
      last = j + 1
    }
    j++
  }
  return last > from && TOP_DOMAINS.has(text.slice(last, j).toLowerCase())
}

const isUrlStart = (text: string, i: number, j: number): boolean => text.startsWith('://', j) && j - i <= 12

/** The end of an address: up to a space or a mark that cannot be part of it, without the punctuation that closes the sentence. */
const urlEnd = (text: string, from: number, to: number): number => {
  let j = from
  while (j < to) {
    const kind = classOf(text.charCodeAt(j))
    if (kind === SPACE || kind === SINGLE || '"“”<>«»[]{}|'.includes(text[j])) break
    j++
  }
  while (j > from && '.,;:!?)…'.includes(text[j - 1])) j--
  return j
}

const isEmailTail = (text: string, at: number, to: number): number => {
  let j = at + 1
  let dot = -1
  while (
    j < to &&
    (isWordClass(classOf(text.charCodeAt(j))) || text[j] === '-' || (text[j] === '.' && isWordClass(classOf(text.charCodeAt(j + 1)))))
  ) {
    if (text[j] === '.') dot = j
    j++
  }
  return dot > 0 ? j : -1
}

/** Where the word or number that begins at `i` ends, contractions not yet split. */
export const wordEnd = (text: string, i: number, to: number): number => {
  let j = i
  while (j < to) {
    const code = text.charCodeAt(j)
    const kind = classOf(code)
    if (kind === LETTER || kind === DIGIT) {
      j++
      continue
    }
    const next = j + 1 < to ? classOf(text.charCodeAt(j + 1)) : SPACE
    const word = next === LETTER || next === DIGIT
    if (code === 46) {
      if (!keepsDot(text, i, j, to)) break
      j++
      if (next === DIGIT && j - i === 3 && /^no\.$/i.test(text.slice(i, j))) break
      if (!word && text[j] !== '-' && text[j] !== '/' && !(j < to && classOf(text.charCodeAt(j)) === SINGLE)) break
      continue
    }
    if (code === 45 || code === 0x2010 || code === 0x2011) {
      if (!word && !(next === SINGLE && j + 2 < to && classOf(text.charCodeAt(j + 2)) === LETTER)) break
      if (j === i) break
      j++
      continue
    }
    if (kind === SINGLE) {
      if (next !== LETTER || code === 0x201a || code === 0x2039 || code === 0x203a) break
      j++
      continue
    }
    if (code === 58) {
      if (isUrlStart(text, i, j)) return urlEnd(text, j, to)
      if (next !== DIGIT || j === i || classOf(text.charCodeAt(j - 1)) !== DIGIT) break
      j++
      continue
    }
    if (code === 44) {
      if (next !== DIGIT || classOf(text.charCodeAt(j - 1)) !== DIGIT || !isThousand(text, j + 1, to)) break
      j++
      continue
    }
    if (code === 47) {
      if (!word) break
      if (text.slice(i, j).includes('.') && classOf(text.charCodeAt(i)) === LETTER && isLower(text.charCodeAt(j - 1)))
        return urlEnd(text, j, to)
      j++
      continue
    }
    if (code === 38 || code === 95 || code === 0x2044) {
      if (!word || (code === 38 && !(isUpper(text.charCodeAt(j - 1)) && isUpper(text.charCodeAt(j + 1))))) break
      j++
      continue
    }
    if (code === 64 && word) {
      const end = isEmailTail(text, j, to)
      return end > 0 ? end : j
    }
    if ((code === 36 || code === 0xa3) && j - i <= 3 && next === DIGIT && /^[A-Z]+$/.test(text.slice(i, j))) j++
    break
  }
  return Math.max(j, i + 1)
}

const isThousand = (text: string, from: number, to: number): boolean => {
  let j = from
  while (j < to && j - from < 4 && classOf(text.charCodeAt(j)) === DIGIT) j++
  return j - from === 3
}

const MERGED: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['gotta', 3],
  ['wanna', 3],
  ['gimme', 3],
  ['lemme', 3],
])

const isApostrophe = (code: number): boolean => classOf(code) === SINGLE

/** Cuts a word where a contraction begins and calls `emit` with each piece: "should|n't|'ve", "port|'s", "can|not". */
export const splitWord = (text: string, start: number, end: number, emit: (start: number, end: number) => void): void => {
  const length = end - start
  if (length >= 5 && length <= 6) {
    const cut = MERGED.get(text.slice(start, end).toLowerCase())
    if (cut !== undefined) {
      emit(start, start + cut)
      emit(start + cut, end)
      return
    }
  }
  let last = end
  const cuts: number[] = []
  while (cuts.length < MOST_CONTRACTIONS) {
    const cut = contractionStart(text, start, last)
    if (cut <= start) break
    cuts.push(cut)
    last = cut
  }
  emit(start, last)
  for (let k = cuts.length - 1; k >= 0; k--) emit(cuts[k], k === 0 ? end : cuts[k - 1])
}

const MOST_CONTRACTIONS = 3

/** Where the last contraction of a word begins, -1 if it has none. */
const contractionStart = (text: string, start: number, end: number): number => {
  for (let k = end - 2; k > start && k >= end - 3; k--) {
    if (!isApostrophe(text.charCodeAt(k))) continue
    const suffix = text.slice(k + 1, end).toLowerCase()
    if (suffix === 't') return k - 1 > start && /[nN]/.test(text[k - 1]) ? k - 1 : -1
    if (suffix === 's' || suffix === 'm' || suffix === 'd' || suffix === 're' || suffix === 've' || suffix === 'll') return k
  }
  return -1
}
