import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annotate } from '../../src/annotate/index.ts'
import type { AnnotatedDocument } from '../../src/model/annotation.ts'
import { documentOf, model } from './fixture.ts'

const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ..."Holm said that the dogs' and U.S. Dr. 'em don't '50s 6'2\" Orrin's a.m. [x](y) *so* _it_ http://a.b/c … -- 3.5 No.".split(' '),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '“',
      '”',
      '‘',
      '’',
      '"',
      "'",
      '«',
      '»',
      '„',
      '``',
      "''",
      '.',
      ',',
      '?',
      '!',
      '(',
      ')',
      '—',
      ' ',
      ' ',
      '\n\n',
      '\n',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
)
const paragraph = fc.array(fc.tuple(piece, fc.constantFrom(' ', '', ' ')), { maxLength: 40 }).map(parts => parts.flat().join(''))
const anyDocument = fc
  .array(fc.tuple(fc.constantFrom('paragraph' as const, 'paragraph' as const, 'quote' as const, 'caption' as const), paragraph), {
    maxLength: 6,
  })
  .map(blocks => documentOf(...blocks))

const check = (property: (of: AnnotatedDocument) => void): void => {
  fc.assert(
    fc.property(anyDocument, document => property(annotate(document, model))),
    { numRuns: 80 },
  )
}

describe('whatever the text', () => {
  it('tokens stand in order, apart, inside the body, and hold something', () => {
    check(({ document, tokens }) => {
      const body = document.blocks.filter(b => b.kind !== 'caption')
      let before = 0
      for (let t = 0; t < tokens.start.length; t++) {
        expect(tokens.start[t]).toBeGreaterThanOrEqual(before)
        expect(tokens.end[t]).toBeGreaterThan(tokens.start[t])
        expect(body.some(b => b.start <= tokens.start[t] && tokens.end[t] <= b.end)).toBe(true)
        before = tokens.end[t]
      }
      for (const column of [tokens.text, tokens.tag, tokens.lemma, tokens.quotation, tokens.name, tokens.head, tokens.relation]) {
        expect(column).toHaveLength(tokens.start.length)
      }
      expect(tokens.tag.every(tag => tag !== '')).toBe(true)
    })
  })

  it('sentences and paragraphs hold every token once', () => {
    check(({ tokens, sentences, paragraphs }) => {
      let at = 0
      for (const s of sentences) {
        expect(s.first).toBe(at)
        expect(s.last).toBeGreaterThan(s.first)
        expect([s.start, s.end]).toEqual([tokens.start[s.first], tokens.end[s.last - 1]])
        at = s.last
      }
      expect(at).toBe(tokens.start.length)
      for (const [p, { first, last, firstSentence, lastSentence }] of paragraphs.entries()) {
        expect(sentences[firstSentence].first).toBe(first)
        expect(sentences[lastSentence - 1].last).toBe(last)
        expect(sentences.slice(firstSentence, lastSentence).every(s => s.paragraph === p)).toBe(true)
      }
    })
  })

  it('quotations nest, and tokens know the innermost', () => {
    check(({ tokens, quotations }) => {
      for (const [i, q] of quotations.entries()) {
        expect(q.last).toBeGreaterThan(q.first)
        expect([q.start, q.end]).toEqual([tokens.start[q.first], tokens.end[q.last - 1]])
        expect(q.parent).toBeLessThan(i)
        expect(q.continues).toBeLessThan(i)
        for (const [j, other] of quotations.slice(0, i).entries()) {
          const apart = other.last <= q.first
          const around = other.first <= q.first && q.last <= other.last
          expect(apart || around).toBe(true)
          if (q.parent === j) expect(around).toBe(true)
        }
      }
      for (let t = 0; t < tokens.start.length; t++) {
        const holders = quotations.flatMap((q, i) => (q.first <= t && t < q.last ? [i] : []))
        expect(tokens.quotation[t]).toBe(holders.at(-1) ?? -1)
      }
    })
  })

  it('names stand apart, in order, each in one sentence', () => {
    check(({ tokens, names, sentences }) => {
      let before = 0
      for (const [i, name] of names.entries()) {
        expect(name.first).toBeGreaterThanOrEqual(before)
        expect(sentences.some(s => s.first <= name.first && name.last <= s.last)).toBe(true)
        expect(tokens.name.slice(name.first, name.last).every(n => n === i)).toBe(true)
        before = name.last
      }
    })
  })

  it('the same comes out each time', () => {
    check(of => {
      expect(annotate(of.document, model)).toEqual(of)
    })
  })
})

describe('hostile text', () => {
  it.each(['a', "'s", '"', "'", ' ‘a', '“a ', '[a](', 'U.S.', 'a.b/', '. ', '*a_', '<a', 'a@b.', '1,', "dogs' "])(
    'of %j repeated is survived',
    unit => {
      const of = annotate(documentOf(`x${unit.repeat(20_000 / unit.length)}`), model)
      expect(of.tokens.start.length).toBeGreaterThan(0)
    },
  )
})
