import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../src/model/document.ts'
import { readHtml } from '../../src/read/html.ts'
import { readText } from '../../src/read/index.ts'

const parts = [
  'By Jane Roe',
  'Harbour Gazette, March 4, 2026',
  'PORT ELM (Velanews) — ',
  'The ferry was sold, he said.',
  '“Nobody came,” she told Radio Lune.',
  '© 2026 Velanews',
  '[Velanews](#)',
  'Theme: [Human',
  'Rights](#)',
  'Photo: A / B',
  '(Lena Marsh / Velanews)',
  '> ',
  '# ',
  '* ',
  '\n',
  '\n\n',
  '\r\n',
  ' ',
  '\u2028',
  'Disclaimer: ',
  '**',
  '<p>',
  '</div>',
  '<blockquote>',
  '&amp;',
  '\ud83d',
]
const scraps = fc
  .array(fc.oneof(fc.constantFrom(...parts), fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 40 })
  .map(pieces => pieces.join(''))

const checkSpans = ({ text, blocks, provenance, diagnostics }: Document) => {
  let at = 0
  for (const { start, end } of blocks) {
    expect(start).toBeGreaterThanOrEqual(at)
    expect(end).toBeGreaterThan(start)
    at = end
  }
  const spans = [...provenance.evidence, ...provenance.credits, ...diagnostics].map(({ span }) => span)
  for (const span of [...spans, { start: at, end: at }])
    if (span) expect(span.start >= 0 && span.start <= span.end && span.end <= text.length).toBe(true)
}

describe('any text', () => {
  it('is kept unchanged, and its blocks and evidence lie inside it, in order', () => {
    fc.assert(
      fc.property(scraps, text => {
        const document = readText(text, { input: 'test' })
        expect(document.text).toBe(text.replace(/^\ufeff/, ''))
        checkSpans(document)
      }),
      { numRuns: 300 },
    )
  })

  it('has every word in some block', () => {
    fc.assert(
      fc.property(scraps, text => {
        const document = readText(text, { input: 'test' })
        const bare = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '')
        expect(bare(document.blocks.map(({ start, end }) => document.text.slice(start, end)).join(''))).toBe(bare(document.text))
      }),
      { numRuns: 200 },
    )
  })

  it('is read the same twice, as plain JSON', () => {
    fc.assert(
      fc.property(scraps, text => {
        const document = readText(text, { input: 'test' })
        expect(JSON.parse(JSON.stringify(document))).toEqual(JSON.parse(JSON.stringify(readText(text, { input: 'test' }))))
        expect(JSON.parse(JSON.stringify(document))).toEqual(document)
      }),
      { numRuns: 50 },
    )
  })
})

describe('any page', () => {
  it('is read or refused, and its blocks lie inside its text', () => {
    fc.assert(
      fc.property(scraps, scrap => {
        checkSpans(readHtml(`<html><body><p>The ferry was sold on Monday.</p>${scrap}</body></html>`, { input: 'test' }))
      }),
      { numRuns: 100 },
    )
  })
})

describe('long inputs', () => {
  it.each([
    ['one long line', 'word '.repeat(200_000)],
    ['open brackets', '['.repeat(1_000_000)],
    ['short lines', 'A: b\n'.repeat(100_000)],
    ['copyright signs', `${'© '.repeat(300)}\n\n`.repeat(1000)],
    ['blanks', `a${' '.repeat(1_000_000)}b`],
  ])('are read in time: %s', (_, text) => {
    const started = performance.now()
    expect(readText(text, { input: 'test' }).text).toBe(text)
    expect(performance.now() - started).toBeLessThan(8000)
  })
})
