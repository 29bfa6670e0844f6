import { numberWords } from '../lexicon/en/numbers.ts'
import {
  between,
  type Dated,
  type Day,
  dayOf,
  isDay,
  isoDay,
  isoMonth,
  lastDate,
  lastMonth,
  lastWeekday,
  onDay,
  partsOf,
} from './calendar.ts'

/** Words that date something, `last` exclusive, and what they come to. */
export interface DateExpression extends Dated {
  readonly first: number
  readonly last: number
}

const weekdays = new Map<string, number>()
for (const [i, names] of [
  'sunday sun',
  'monday mon',
  'tuesday tue tues',
  'wednesday wed weds',
  'thursday thu thur thurs',
  'friday fri',
  'saturday sat',
].entries())
  for (const name of names.split(' ')) weekdays.set(name, i)

const months = new Map<string, number>()
for (const [
  i,
  names,
] of 'january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec'
  .split('|')
  .entries())
  for (const name of names.split(' ')) months.set(name, i + 1)

/** "Told Tuesday's meeting": what the speech was part of. */
const occasions =
  /^(?:meeting|hearing|conference|session|rally|debate|briefing|summit|inquest|trial|sitting|broadcast|programme|program|edition|newspaper|issue|event)$/

const partsOfDay = /^(?:morning|afternoon|evening|night|lunchtime|noon)$/

/** Reads one date expression in tokens, looking back from `today`: news tells what was. */
class Reader {
  private readonly text: readonly string[]
  private readonly limit: number
  private readonly today: Day | null
  private i: number
  private readonly afterCue: boolean

  constructor(text: readonly string[], i: number, limit: number, today: Day | null, afterCue: boolean) {
    this.afterCue = afterCue
    this.text = text
    this.limit = limit
    this.today = today
    this.i = i
  }

  get at(): number {
    return this.i
  }

  private word(offset = 0): string {
    const i = this.i + offset
    if (i >= this.limit) return ''
    const lower = this.text[i].toLowerCase()
    return lower.endsWith('.') ? lower.replace(/(?<=\p{L})\.$/u, '') : lower
  }

  private raw(offset = 0): string {
    const i = this.i + offset
    return i < this.limit ? this.text[i] : ''
  }

  private capital(offset = 0): boolean {
    return /^[A-Z]/.test(this.raw(offset))
  }

  private skip(pattern: RegExp): boolean {
    if (!pattern.test(this.word())) return false
    this.i++
    return true
  }

  read(): Dated | null {
    this.skip(/^(?:earlier|late|early|later|only|again|back|first)$/)
    const preposition = /^(?:on|in|at|since|over|during|for|from|by|of|until|through)$/.test(this.word()) ? this.word() : null
    if (preposition === 'by' || preposition === 'until' || preposition === 'of' || preposition === 'through') return null
    if (preposition) this.i++
    this.skip(/^(?:late|early|earlier|mid)$/)
    const dated = this.absolute(preposition) ?? this.relative(preposition)
    if (!dated) return null
    if (this.raw() === "'s" || this.raw() === "'") {
      if (!occasions.test(this.word(1)) && !occasions.test(this.word(2))) return null
      return this.afterCue ? dated : null
    }
    if (preposition === 'since') return this.today === null ? null : between(dated.value.split('/')[0], isoDay(this.today))
    return dated
  }

  private number(offset = 0): number | null {
    const word = this.word(offset)
    const match = /^(\d{1,4})(?:st|nd|rd|th)?$/.exec(word)
    return match ? Number(match[1]) : null
  }

  private year(offset: number): number | null {
    return /^(?:19|20)\d\d$/.test(this.word(offset)) ? Number(this.word(offset)) : null
  }

  private absolute(preposition: string | null): Dated | null {
    const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(this.word())
    if (iso && isDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))) {
      this.i++
      return { value: iso[0], precision: 'day' }
    }
    const start = this.i
    const weekday = weekdays.get(this.word())
    const named = weekday !== undefined && this.capital()
    if (named) {
      const comma = this.raw(1) === ',' ? 2 : 1
      this.i += comma
      const date = this.monthAndDay()
      if (date) return date
      this.i = start
    }
    const date = this.monthAndDay()
    if (date) return date
    const month = this.capital() ? months.get(this.word()) : undefined
    if (month !== undefined && (this.raw().length > 3 || preposition !== null)) {
      const next = this.raw(1) === ',' || this.word(1) === 'of' ? 2 : 1
      const year = this.year(next)
      if (year !== null) {
        this.i += next + 1
        return { value: isoMonth(year, month), precision: 'month' }
      }
      if (preposition === 'in' || preposition === 'since' || preposition === 'during') {
        if (this.today === null) return null
        this.i++
        const last = lastMonth(this.today, month)
        return { value: isoMonth(last.year, last.month), precision: 'month' }
      }
      return null
    }
    const year = preposition === 'in' || preposition === 'since' || preposition === 'during' ? this.year(0) : null
    if (year === null) return null
    this.i++
    return { value: String(year), precision: 'year' }
  }

  private monthAndDay(): Dated | null {
    let month: number | undefined
    let day: number | null = null
    let length = 0
    if (this.capital() && months.has(this.word())) {
      month = months.get(this.word())
      day = this.number(1)
      length = 2
    } else {
      const the = this.word() === 'the' ? 1 : 0
      day = this.number(the)
      const of = this.word(the + 1) === 'of' ? 1 : 0
      if (day !== null && this.capital(the + 1 + of)) month = months.get(this.word(the + 1 + of))
      length = the + of + 2
    }
    if (month === undefined || day === null || day < 1 || day > 31) return null
    const comma = this.raw(length) === ',' ? 1 : 0
    const year = this.year(length + comma)
    if (year !== null) {
      if (!isDay(year, month, day)) return null
      this.i += length + comma + 1
      return onDay(dayOf(year, month, day))
    }
    if (this.today === null) return null
    const last = lastDate(this.today, month, day)
    if (last === null) return null
    this.i += length
    return onDay(last)
  }

  private relative(preposition: string | null): Dated | null {
    if (this.today === null) return null
    const { today } = this
    const word = this.word()
    const weekday = this.weekday(today)
    if (weekday) return weekday
    if (preposition === 'at' && /^(?:dawn|noon|midday|midnight|daybreak|dusk|sunset|sunrise|lunchtime|nightfall)$/.test(word)) {
      this.i++
      return onDay(today)
    }
    if (preposition === null && /^(?:today|tonight|overnight)$/.test(word)) {
      this.i++
      return onDay(today)
    }
    if (preposition === null && word === 'yesterday') {
      this.i++
      this.skip(partsOfDay)
      return onDay(today - 1)
    }
    if (word === 'this' && preposition === null) {
      if (partsOfDay.test(this.word(1))) {
        this.i += 2
        return onDay(today)
      }
      return this.current(today)
    }
    if (/^(?:the|this|last)$/.test(word) && this.word(1) === 'weekend' && (preposition !== null || word === 'last')) {
      this.i += 2
      const saturday = lastWeekday(today, 6)
      return between(isoDay(saturday), isoDay(Math.min(saturday + 1, today)))
    }
    if (word === 'last' || word === 'the') return this.last(today, preposition)
    return this.ago(today)
  }

  private weekday(today: Day): Dated | null {
    const last = this.word() === 'last' || this.word() === 'this' ? 1 : 0
    const the = this.word() === 'the' ? 1 : 0
    const weekday = weekdays.get(this.word(last + the))
    if (weekday === undefined || !this.capital(last + the) || this.raw(last + the).replace('.', '').length < 3) return null
    if (the) return null
    if (this.word(last + 1) === 'last') {
      this.i += last + 2
      return onDay(lastWeekday(today - 1, weekday))
    }
    const isLast = last === 1 && this.word() === 'last'
    this.i += last + 1
    this.skip(partsOfDay)
    return onDay(lastWeekday(isLast ? today - 1 : today, weekday))
  }

  private current(today: Day): Dated | null {
    const { year, month, weekday } = partsOf(today)
    const unit = this.word(1)
    if (unit === 'year') {
      this.i += 2
      return { value: String(year), precision: 'year' }
    }
    if (unit === 'month') {
      this.i += 2
      return { value: isoMonth(year, month), precision: 'month' }
    }
    if (unit === 'week') {
      this.i += 2
      return between(isoDay(today - ((weekday + 6) % 7)), isoDay(today))
    }
    return null
  }

  /** "last month", "the last two days", "the past week". */
  private last(today: Day, preposition: string | null): Dated | null {
    const the = this.word() === 'the' ? 1 : 0
    if (!/^(?:last|past)$/.test(this.word(the))) return null
    const count = numberWords.get(this.word(the + 1)) ?? this.number(the + 1)
    const few = /^(?:few|several)$/.test(this.word(the + 1))
    const unit = this.word(the + 1 + (count !== null || few ? 1 : 0)).replace(/s$/, '')
    const { year, month, weekday } = partsOf(today)
    if (count !== null) {
      const days =
        unit === 'day' ? count : unit === 'week' ? count * 7 : unit === 'month' ? count * 30 : unit === 'year' ? count * 365 : null
      if (days === null) return null
      this.i += the + 3
      const from = unit === 'month' ? isoMonth(year, month - count) : unit === 'year' ? String(year - count) : isoDay(today - days)
      return between(from, unit === 'month' ? isoMonth(year, month) : unit === 'year' ? String(year) : isoDay(today))
    }
    if (few) return null
    if (the === 1) {
      if (preposition === null || !/^(?:day|week|month|year)$/.test(unit)) return null
      const days = { day: 1, week: 7, month: 30, year: 365 }[unit]
      if (days === undefined) return null
      this.i += 3
      return between(isoDay(today - days), isoDay(today))
    }
    if (unit === 'night') {
      this.i += 2
      return onDay(today - 1)
    }
    if (unit === 'week') {
      this.i += 2
      const monday = today - ((weekday + 6) % 7) - 7
      return between(isoDay(monday), isoDay(monday + 6))
    }
    if (unit === 'month') {
      this.i += 2
      return { value: isoMonth(year, month - 1), precision: 'month' }
    }
    if (unit === 'year') {
      this.i += 2
      return { value: String(year - 1), precision: 'year' }
    }
    const named = this.capital(1) ? months.get(this.word(1)) : undefined
    if (named !== undefined) {
      this.i += 2
      return { value: isoMonth(named < month ? year : year - 1, named), precision: 'month' }
    }
    return null
  }

  /** "two weeks ago", "a year ago". */
  private ago(today: Day): Dated | null {
    const count = /^(?:a|an)$/.test(this.word()) ? 1 : (numberWords.get(this.word()) ?? this.number())
    if (count === null || count > 200 || this.word(2) !== 'ago') return null
    const unit = this.word(1).replace(/s$/, '')
    const { year, month } = partsOf(today)
    this.i += 3
    if (unit === 'day') return onDay(today - count)
    if (unit === 'week') return onDay(today - 7 * count)
    if (unit === 'month') return { value: isoMonth(year, month - count), precision: 'month' }
    if (unit === 'year') return { value: String(year - count), precision: 'year' }
    if (unit === 'hour' || unit === 'minute') return onDay(today)
    return null
  }
}

const starters: ReadonlySet<string> = new Set([
  ...weekdays.keys(),
  ...months.keys(),
  ...numberWords.keys(),
  ...'earlier late early later only on in at since over during for from today tonight overnight yesterday this last the a an'.split(' '),
])

/** The date expression that begins at token `i`, if one does; it ends before `limit`. */
export const readExpression = (
  text: readonly string[],
  i: number,
  limit: number,
  today: Day | null,
  afterCue = false,
): DateExpression | null => {
  const word = text[i].toLowerCase()
  const code = word.charCodeAt(0)
  if ((code < 48 || code > 57) && !starters.has(word.endsWith('.') ? word.slice(0, -1) : word)) return null
  const reader = new Reader(text, i, limit, today, afterCue)
  const dated = reader.read()
  return dated ? { ...dated, first: i, last: reader.at } : null
}
