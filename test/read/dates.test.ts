import { expect, it } from 'vitest'
import { findDate, findDayBefore } from '../../src/read/dates.ts'

it.each([
  ['December 10, 2016', '2016-12-10'],
  ['7 December 2016', '2016-12-07'],
  ['Wednesday, October 22, 2025', '2025-10-22'],
  ['Monday 16 June 2025', '2025-06-16'],
  ['the 3rd of March 2026', '2026-03-03'],
  ['2026-04-24', '2026-04-24'],
  ['2026-04-24T10:15:00+0200', '2026-04-24T10:15:00+02:00'],
  ['2026-04-24T10:15:00.123Z', '2026-04-24T10:15:00Z'],
  ['May 31, 2019 / 10:50 AM', '2019-05-31T10:50'],
  ['4:46 pm PDT, Monday, July 16, 2018', '2018-07-16T16:46-07:00'],
  ['July 14, 2018 — 5:07pm', '2018-07-14T17:07'],
  ['24/04/2026', '2026-04-24'],
  ['04/24/2026', '2026-04-24'],
  ['24.4.2026', '2026-04-24'],
  ['4/5/2026', null],
  ['February 30, 2026', null],
  ['in March', null],
])('reads %j as %j', (line, value) => {
  expect(findDate(line)?.value ?? null).toBe(value)
})

it('takes a day without a year for the last one before', () => {
  expect(findDayBefore('LONDON, March 3', '2026-03-04')).toBe('2026-03-03')
  expect(findDayBefore('LONDON, Dec. 30', '2026-01-02')).toBe('2025-12-30')
})
