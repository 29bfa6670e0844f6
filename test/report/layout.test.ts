import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDate } from '../../src/report/date.ts'
import { cleanText, layOut, measureColumns } from '../../src/report/layout.ts'

test('lines keep to the width and together hold every word', () => {
  const word = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'b', 'é', '漢') })
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), fc.integer({ min: 12, max: 60 }), (words, width) => {
      const lines = layOut([{ text: words.join(' ') }], { width, first: '- ', rest: '  ' })
      expect(Math.max(...lines.map(measureColumns))).toBeLessThanOrEqual(Math.max(width, 10))
      expect(
        lines
          .map(line => line.slice(2))
          .join('')
          .replaceAll(' ', ''),
      ).toBe(words.join(''))
    }),
  )
})

test('cut lines tell how many words are missing', () => {
  const words = fc.array(fc.constantFrom('ice', 'ferry', 'timetable'), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(words, fc.integer({ min: 40, max: 80 }), (words, width) => {
      const lines = layOut([{ text: words.join(' ') }], { width, first: '', rest: '', maxLines: 2 })
      const match = /^(.*?)(?: … \((\d+) more words?\))?$/s.exec(lines.join(' '))
      expect(lines.length).toBeLessThanOrEqual(2)
      expect(Math.max(...lines.map(measureColumns))).toBeLessThanOrEqual(width)
      expect(match?.[1]).toBe(words.slice(0, words.length - Number(match?.[2] ?? 0)).join(' '))
    }),
  )
})

test('clean text has nothing that a terminal obeys', () => {
  const obeyed = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(cleanText(text)).not.toMatch(obeyed)
      expect(cleanText(cleanText(text))).toBe(cleanText(text))
    }),
  )
})

test.each([
  ['2026-03-14', '14 March 2026'],
  ['2026-03', 'March 2026'],
  ['2026', '2026'],
  ['2026-03-14T09:30:00+01:00', '14 March 2026, 09:30 +01:00'],
  ['2026-03-14T09:30Z', '14 March 2026, 09:30 UTC'],
  ['2026-03-14/2026-03-16', '14 March 2026 to 16 March 2026'],
  ['2026-13-01', '2026-13-01'],
  ['some day', 'some day'],
])('%s is written %s', (iso, written) => {
  expect(formatDate(iso)).toBe(written)
})
