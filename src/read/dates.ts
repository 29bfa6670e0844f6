/** A date in a line: ISO 8601, with the time and the offset where the line gives them. */
export interface FoundDate {
  readonly value: string
  readonly start: number
  readonly end: number
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const WEEKDAY = '(?:(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?'
const ZONES: Readonly<Record<string, string>> = {
  z: 'Z',
  utc: 'Z',
  gmt: 'Z',
  bst: '+01:00',
  ist: '+05:30',
  cet: '+01:00',
  cest: '+02:00',
  eet: '+02:00',
  eest: '+03:00',
  msk: '+03:00',
  edt: '-04:00',
  est: '-05:00',
  cdt: '-05:00',
  cst: '-06:00',
  mdt: '-06:00',
  mst: '-07:00',
  pdt: '-07:00',
  pst: '-08:00',
  aest: '+10:00',
  aedt: '+11:00',
  jst: '+09:00',
  hkt: '+08:00',
  sgt: '+08:00',
}

const ISO = /\b((?:19|20)\d\d)-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?\s*(Z|[+-]\d\d:?\d\d)?)?/i
const MONTH_FIRST = new RegExp(`\\b${WEEKDAY}${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+((?:19|20)\\d\\d)\\b`, 'i')
const DAY_FIRST = new RegExp(
  `\\b${WEEKDAY}(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]+${MONTH},?[\\s-]+((?:19|20)\\d\\d)\\b`,
  'i',
)
const NUMBERS = /\b(\d{1,4})([./])(\d{1,2})\2(\d{2,4})\b/
const TIME =
  /\b(\d{1,2})(?:[:.h](\d\d))?(?::\d\d)?\s*(?:([ap])\.?m\b\.?)?\s*\(?(?:\b(z|utc|gmt|bst|ist|cet|cest|eet|eest|msk|[ecmp][sd]t|aest|aedt|jst|hkt|sgt|et|pt|ct|mt)\b)?(?:\s*([+-]\d{1,2}(?::?\d\d)?))?/i

const two = (value: number | string) => String(value).padStart(2, '0')

const dayOf = (year: number, month: number, day: number): string | null => {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null
  return `${year}-${two(month)}-${two(day)}`
}

const monthOf = (name: string) => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1

const findDay = (line: string): FoundDate | null => {
  const found = (match: RegExpExecArray, value: string | null) =>
    value ? { value, start: match.index, end: match.index + match[0].length } : null
  const monthFirst = MONTH_FIRST.exec(line)
  if (monthFirst) return found(monthFirst, dayOf(+monthFirst[3], monthOf(monthFirst[1]), +monthFirst[2]))
  const dayFirst = DAY_FIRST.exec(line)
  if (dayFirst) return found(dayFirst, dayOf(+dayFirst[3], monthOf(dayFirst[2]), +dayFirst[1]))
  const numbers = NUMBERS.exec(line)
  if (!numbers) return null
  const [first, mark, second, third] = [+numbers[1], numbers[2], +numbers[3], numbers[4].length === 2 ? 2000 + +numbers[4] : +numbers[4]]
  if (numbers[1].length === 4) return found(numbers, dayOf(first, second, +numbers[4]))
  if (third < 1900 || third > 2100) return null
  if (mark === '.' || first > 12) return found(numbers, dayOf(third, second, first))
  if (second > 12 || first === second) return found(numbers, dayOf(third, first, second))
  return null
}

const timeIn = (text: string): { clock: string; start: number; end: number } | null => {
  const match = TIME.exec(text)
  if (!match || (!match[2] && !match[3])) return null
  let hour = +match[1]
  const half = match[3]?.toLowerCase()
  if (half && hour > 12) return null
  if (half === 'p' && hour < 12) hour += 12
  if (half === 'a' && hour === 12) hour = 0
  if (hour > 23 || +(match[2] ?? 0) > 59) return null
  let offset = ZONES[match[4]?.toLowerCase() ?? ''] ?? ''
  if (match[5]) {
    const digits = match[5].slice(1).replace(':', '')
    offset = `${match[5][0]}${two(digits.slice(0, digits.length > 2 ? -2 : undefined))}:${digits.length > 2 ? digits.slice(-2) : '00'}`
  }
  return { clock: `T${two(hour)}:${match[2] ?? '00'}${offset}`, start: match.index, end: match.index + match[0].length }
}

/** The first date of a line that has its day, month and year; a time beside it belongs to it. "4:46 pm PDT, Monday, July 16, 2018" → 2018-07-16T16:46-07:00. */
export const findDate = (line: string): FoundDate | null => {
  const iso = ISO.exec(line)
  if (iso) {
    const day = dayOf(+iso[1], +iso[2], +iso[3])
    if (!day) return null
    const zone = iso[7] ? iso[7].toUpperCase().replace(/^([+-]\d\d)(\d\d)$/, '$1:$2') : ''
    const value = iso[4] ? `${day}T${iso[4]}:${iso[5]}${iso[6] ? `:${iso[6]}` : ''}${zone}` : day
    return { value, start: iso.index, end: iso.index + iso[0].length }
  }
  const day = findDay(line)
  if (!day) return null
  const after = line.slice(day.end, day.end + 40)
  const behind = /^[\s,|/•·–—@-]*(?:at\s+)?/i.exec(after)![0].length
  const late = timeIn(after.slice(behind))
  if (late && late.start === 0) return { value: day.value + late.clock, start: day.start, end: day.end + behind + late.end }
  const before = line.slice(Math.max(0, day.start - 30), day.start)
  const early = timeIn(before)
  if (early && /^[\s,|/•·–—()-]*(?:on\s+)?$/i.test(before.slice(early.end)))
    return { value: day.value + early.clock, start: day.start - before.length + early.start, end: day.end }
  return day
}

/** Every full date of a line, in order. */
export const findDates = (line: string): FoundDate[] => {
  const dates: FoundDate[] = []
  let from = 0
  while (dates.length < 8) {
    const date = findDate(line.slice(from))
    if (!date) return dates
    dates.push({ value: date.value, start: date.start + from, end: date.end + from })
    from += date.end
  }
  return dates
}

/** A day and month without a year, reckoned to the last one on or before `day`. ("March 3", 2026-03-04) → 2026-03-03. */
export const findDayBefore = (line: string, day: string): string | null => {
  const match =
    new RegExp(`\\b${MONTH}\\s+(\\d{1,2})\\b(?!:)`, 'i').exec(line) ??
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH}\\b`, 'i').exec(line)
  if (!match) return null
  const monthFirst = /^\D/.test(match[1])
  const month = monthOf(monthFirst ? match[1] : match[2])
  const date = +(monthFirst ? match[2] : match[1])
  const year = +day.slice(0, 4)
  const same = dayOf(year, month, date)
  return same && same <= day.slice(0, 10) ? same : dayOf(year - 1, month, date)
}
