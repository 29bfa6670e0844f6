import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadModel } from '../../src/node.ts'
import { listClaims } from '../../src/report/index.ts'
import { trace } from '../../src/trace.ts'
import { markArticle } from '../../web/src/article/marks.ts'
import { findQuote, readQuote, selectQuote, writeQuote } from '../../web/src/article/quote.ts'
import { cutParagraphs, isWrapped, type Layer, type Run, segmentText } from '../../web/src/article/segment.ts'
import { rankSources } from '../../web/src/article/sources.ts'

const layer = (key: string, rank: number, ...spans: readonly (readonly [number, number])[]): Layer => ({
  key,
  rank,
  spans: spans.map(([start, end]) => ({ start, end })),
})

/** `a[b(cd)]` for a layer around another: what is drawn, with a bracket for each run. */
const draw = (text: string, runs: readonly Run<Layer>[]): string =>
  runs.map(run => (run.layer === null ? text.slice(run.start, run.end) : `${run.layer.key}(${draw(text, run.runs)})`)).join('')

const drawText = (text: string, ...layers: readonly Layer[]): string =>
  segmentText(text, layers)
    .map(({ runs }) => draw(text, runs))
    .join('|')

test('a layer in a layer is drawn within it', () => {
  expect(drawText('one two three', layer('x', 0, [0, 13]), layer('y', 1, [4, 7]))).toBe('x(one y(two) three)')
})

test('a layer in pieces is drawn piece by piece, and opens and closes once', () => {
  const [{ runs }] = segmentText('one two three', [layer('x', 0, [0, 3], [8, 13])])
  expect(runs.map(run => (run.layer ? [run.opens, run.closes] : null))).toEqual([[true, false], null, [false, true]])
})

test('layers that cross are cut where the outer one begins or ends', () => {
  expect(drawText('abcdef', layer('x', 0, [0, 4]), layer('y', 1, [2, 6]))).toBe('x(aby(cd))y(ef)')
  expect(drawText('abcdef', layer('x', 1, [0, 4]), layer('y', 0, [2, 6]))).toBe('x(ab)y(x(cd)ef)')
})

test('a layer over several paragraphs is drawn in each', () => {
  expect(drawText('one\n\ntwo', layer('x', 0, [0, 8]))).toBe('x(one)|x(two)')
})

test('whatever is marked, the runs are the text again and each character has exactly its layers', () => {
  const span = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1] as const)
  const layers = fc.array(fc.tuple(fc.nat(3), fc.array(span, { minLength: 1, maxLength: 3 })), { maxLength: 6 })
  const text = 'one two three\n\nfour five six\nseven eight nine'
  fc.assert(
    fc.property(layers, drawn => {
      const all = drawn.map(([rank, spans], i) => layer(`l${i}`, rank, ...spans.toSorted((a, b) => a[0] - b[0])))
      const seen = new Map<number, Set<string>>()
      const visit = (runs: readonly Run<Layer>[], from: number, to: number, inside: readonly string[]): void => {
        let at = from
        for (const run of runs) {
          expect(run.start).toBe(at)
          expect(run.end).toBeGreaterThan(run.start)
          at = run.end
          if (run.layer) visit(run.runs, run.start, run.end, [...inside, run.layer.key])
          else for (let i = run.start; i < run.end; i++) seen.set(i, new Set(inside))
        }
        expect(at).toBe(to)
      }
      for (const paragraph of segmentText(text, all)) visit(paragraph.runs, paragraph.start, paragraph.end, [])
      for (const [i, keys] of seen)
        expect([...keys].sort()).toEqual(
          all
            .filter(one => one.spans.some(({ start, end }) => start <= i && i < end))
            .map(({ key }) => key)
            .sort(),
        )
    }),
    { numRuns: 300 },
  )
})

test('paragraphs are parted by blank lines; lines that a program broke are told from a list', () => {
  const text = 'one\n\n  two\nthree \n \nfour'
  expect(cutParagraphs(text).map(({ start, end }) => text.slice(start, end))).toEqual(['one', 'two\nthree', 'four'])
  expect(isWrapped('The harbour crane will be taken down before winter,\nthe port said.')).toBe(true)
  expect(isWrapped('Programmes\nPodcasts\nSchedule')).toBe(false)
})

test('every mark of a real trace is drawn', async () => {
  const traced = trace(
    '"It will go," the mayor, Ida Brandt, said. Residents reportedly may sue, she said police had told her.',
    await loadModel(),
  )
  const claims = listClaims(traced)
  const marks = markArticle(traced, claims, null)
  const drawn = new Set<string>()
  const visit = (runs: ReturnType<typeof segmentText<(typeof marks)[number]>>[number]['runs']): void => {
    for (const run of runs)
      if (run.layer) {
        drawn.add(run.layer.key)
        visit(run.runs)
      }
  }
  for (const { runs } of segmentText(traced.document.text, marks)) visit(runs)
  expect([...drawn].sort()).toEqual(marks.map(({ key }) => key).sort())
  expect(drawn.size).toBeGreaterThan(5)
  expect(rankSources(traced.document.text, traced.sources, claims)[0].words).toBeGreaterThan(0)
})

test('a hedge of speech within speech is marked once, within both', async () => {
  const traced = trace('A clerk said that police believe that 40 pages may have been removed.', await loadModel())
  const marks = markArticle(traced, listClaims(traced), null)
  const hedges = marks.filter(({ role }) => role === 'hedge').flatMap(({ spans }) => spans.map(({ start }) => start))
  expect(new Set(hedges).size).toBe(hedges.length)
  const rank = Math.max(...marks.filter(({ role }) => role !== 'hedge').map(mark => mark.rank))
  for (const mark of marks) if (mark.role === 'hedge') expect(mark.rank).toBeGreaterThan(rank)
})

const text = 'The dam is safe, he said. The dam is safe, she said. It rained.'
const id = 'f00dfeedf00dfeed0000'

test('a link carries the words and what stands around them, and finds the right one of two', () => {
  const second = { start: text.lastIndexOf('The dam'), end: text.lastIndexOf(', she') }
  const selector = readQuote(`#${writeQuote(selectQuote(text, id, second))}`)
  expect(selector?.exact).toBe('The dam is safe')
  expect(findQuote(text, id, selector!)).toEqual({ span: second, changed: false })
})

test('a link into a text that has changed finds the words and says so, or says that they are gone', () => {
  const selector = selectQuote(text, id, { start: 0, end: 15 })
  expect(findQuote(`Updated. ${text}`, 'beefbeef', selector)).toEqual({ span: { start: 9, end: 24 }, changed: true })
  expect(findQuote('Nothing of it is left.', 'beefbeef', selector)).toEqual({ span: null, changed: true })
  expect(readQuote('#section-2')).toBe(null)
})
