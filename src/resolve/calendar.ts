import type { Precision } from '../model/attribution.ts'

/** A day without a time zone: days since 1 January 1970. */
export type Day = number

const perDay = 86_400_000

export const dayOf = (year: number, month: number, day: number): Day => Math.floor(Date.UTC(year, month - 1, day) / perDay)

export const partsOf = (day: Day): { year: number; month: number; day: number; weekday: number } => {
  const date = new Date(day * perDay)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), weekday: date.getUTCDay() }
}

const pad = (n: number): string => String(n).padStart(2, '0')

export const isoDay = (day: Day): string => {
  const { year, month, day: date } = partsOf(day)
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(date)}`
}

export const isoMonth = (year: number, month: number): string => {
  const months = year * 12 + month - 1
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${pad((months % 12) + 1)}`
}

/** Whether there is such a day. */
export const isDay = (year: number, month: number, day: number): boolean => {
  const parts = partsOf(dayOf(year, month, day))
  return parts.month === month && parts.day === day
}

/** The day that an ISO 8601 date or time falls on, in its own offset; null where it is none. */
export const readDay = (iso: string | null): Day | null => {
  const match = iso === null ? null : /^(\d{4})-(\d\d)-(\d\d)/.exec(iso)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return isDay(year, month, day) ? dayOf(year, month, day) : null
}

/** The latest such weekday that is not after `today`; 0 is Sunday. */
export const lastWeekday = (today: Day, weekday: number): Day => today - ((partsOf(today).weekday - weekday + 7) % 7)

/** The latest such month that has begun by `today`. */
export const lastMonth = (today: Day, month: number): { year: number; month: number } => {
  const now = partsOf(today)
  return { year: month <= now.month ? now.year : now.year - 1, month }
}

/** The latest such day of the year that is not after `today`. */
export const lastDate = (today: Day, month: number, day: number): Day | null => {
  const { year } = partsOf(today)
  for (const y of [year, year - 1]) if (isDay(y, month, day) && dayOf(y, month, day) <= today) return dayOf(y, month, day)
  return null
}

/** A date as it is written out. */
export interface Dated {
  readonly value: string
  readonly precision: Precision
}

export const onDay = (day: Day): Dated => ({ value: isoDay(day), precision: 'day' })
export const between = (from: string, to: string): Dated => ({ value: `${from}/${to}`, precision: 'interval' })
