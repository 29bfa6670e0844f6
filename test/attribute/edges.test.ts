import fc from 'fast-check'
import { expect, test } from 'vitest'
import { annotate } from '../../src/annotate/index.ts'
import { refineEdges } from '../../src/attribute/edges.ts'
import { spansOfLabels } from '../../src/attribute/spans.ts'
import { allTokens, encodeColumns, viewTokens } from '../../src/attribute/view.ts'
import { decodeBest, forwardBackward } from '../../src/learn/crf-paths.ts'
import { CLASSES, LABELS } from '../../src/learn/roles.ts'
import { readText } from '../../src/read/text.ts'
import { find, model } from './found.ts'

test.each([
  [
    'Edda Lorne, the president of Harbour Watch, said the tender had been rigged.',
    'Edda Lorne, the president of Harbour Watch, / said / the tender had been rigged',
  ],
  [
    'The crane had been inspected in May, said Tomas Brandt, a spokesman for the Holtby yard in Essendon.',
    'Tomas Brandt, a spokesman for the Holtby yard in Essendon / said / The crane had been inspected in May',
  ],
])('an apposition is taken in to its end: %s', (text, line) => {
  expect(find(text)).toEqual([line])
})

test.each([
  ['In recent weeks posters have said the quay is to close.', 'posters / have said / the quay is to close'],
  [
    'The tunnel under the old customs house is flooded again, media reports said Tuesday.',
    'media reports / said / The tunnel under the old customs house is flooded again',
  ],
])('when it was said is part neither of who said it nor of the words of saying: %s', (text, line) => {
  expect(find(text)).toEqual([line])
})

const text = `The harbour master, Piet Hollis, said on Tuesday that the pier, which opened in 1962, was unsafe.
“We were told to wait,” she said. Two people briefed on the talks doubt it, according to the Lakeside Courier.`
const annotated = annotate(readText(text, { input: 'passage.txt' }), model.annotation)
const n = annotated.tokens.start.length
const levels = { usual: new Uint8Array(n), here: new Uint8Array(n) }
const view = viewTokens(annotated, encodeColumns(annotated), levels, allTokens(annotated), new Set())

test('whatever was learned, spans keep their order and their roles, hold a word at least and share none', () => {
  const numbers = (length: number) =>
    fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: length, maxLength: length }).map(x => Float64Array.from(x))
  const weights = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 64, maxLength: 64 }).map(x => Int8Array.from(x))
  fc.assert(
    fc.property(numbers(n * LABELS), numbers(n * CLASSES), weights, (unary, pair, weights) => {
      const scores = { length: n, unary, pair }
      const { labels: marginals } = forwardBackward(scores)
      const before = spansOfLabels(decodeBest(scores), marginals)
      const after = refineEdges(view, before, marginals, { bits: 6, scale: 0.1, weights })
      expect(after.map(span => span.role)).toEqual(before.map(span => span.role))
      after.forEach(({ from, to }, x) => {
        expect(from).toBeLessThan(to)
        expect(from).toBeGreaterThanOrEqual(x > 0 ? after[x - 1].to : 0)
        expect(to).toBeLessThanOrEqual(n)
      })
    }),
    { numRuns: 200 },
  )
})
