import { findDate } from './dates.ts'

const zones: Readonly<Record<string, string>> = {
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  BST: '+01:00',
  CET: '+01:00',
  CEST: '+02:00',
}
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const mailDate =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})\s+(\d{1,2}):(\d\d)(?::(\d\d))?\s*([+-]\d{4}|[+-]\d\d:\d\d|[a-z]{1,4})?/i

const zoneOf = (zone: string | undefined): string => {
  if (zone === undefined) return ''
  if (/^[+-]/.test(zone)) return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`
  return zones[zone.toUpperCase()] ?? 'Z'
}

/** A feed's date, as in mail or ISO 8601, in ISO 8601 with its own offset; null where it is none. "Wed, 04 Mar 2026 05:06:07 +0100" → 2026-03-04T05:06:07+01:00. */
export const readFeedDate = (value: string | undefined): string | null => {
  const words = value?.trim().slice(0, 100) ?? ''
  const mail = mailDate.exec(words)
  const month = mail ? months.indexOf(mail[2].toLowerCase()) + 1 : 0
  if (!mail || month === 0) return findDate(words)?.value ?? null
  const [, day, , year, hour, minute, second, zone] = mail
  if (+day < 1 || +day > 31 || +hour > 24 || +minute > 59) return null
  const two = (number: string | number): string => String(number).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}${second ? `:${second}` : ''}${zoneOf(zone)}`
}
