import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Crf, decodeCrf, encodeCrf, type Features, gatherFeatures, type Scores, scoreSequence } from '../../src/learn/crf.ts'
import { decodeBest, forwardBackward } from '../../src/learn/crf-paths.ts'
import { type CrfTraining, trainCrf } from '../../src/learn/crf-training.ts'
import { CLASSES, classOf, isInside, LABELS } from '../../src/learn/roles.ts'

const weight = fc.double({ min: -3, max: 3, noNaN: true })
const someScores = fc.integer({ min: 1, max: 4 }).chain(n =>
  fc.record({
    length: fc.constant(n),
    unary: fc.array(weight, { minLength: n * LABELS, maxLength: n * LABELS }).map(x => Float64Array.from(x)),
    pair: fc.array(weight, { minLength: n * CLASSES, maxLength: n * CLASSES }).map(x => Float64Array.from(x)),
  }),
)

const allLabels = Array.from({ length: LABELS }, (_, y) => y)

/** Every allowed path with its score. */
const enumeratePaths = ({ length, unary, pair }: Scores): { path: number[]; score: number }[] => {
  let paths = allLabels.filter(y => !isInside(y)).map(y => ({ path: [y], score: unary[y] }))
  for (let i = 1; i < length; i++)
    paths = paths.flatMap(({ path, score }) =>
      allLabels
        .filter(y => classOf(path[i - 1], y) >= 0)
        .map(y => ({ path: [...path, y], score: score + unary[i * LABELS + y] + pair[i * CLASSES + classOf(path[i - 1], y)] })),
    )
  return paths
}

test('the best path is the best of all paths', () => {
  fc.assert(
    fc.property(someScores, scores => {
      const best = Math.max(...enumeratePaths(scores).map(p => p.score))
      const path = [...decodeBest(scores)].join('')
      const found = enumeratePaths(scores).find(p => p.path.join('') === path)
      expect(found?.score).toBeCloseTo(best, 6)
    }),
  )
})

test('marginals and partition function are those of all paths', () => {
  fc.assert(
    fc.property(someScores, scores => {
      const paths = enumeratePaths(scores)
      const z = paths.reduce((sum, p) => sum + Math.exp(p.score), 0)
      const kinds = new Float64Array(scores.length * CLASSES)
      const { labels: marginals, logZ } = forwardBackward(scores, kinds)
      expect(logZ).toBeCloseTo(Math.log(z), 6)
      for (let i = 0; i < scores.length; i++) {
        for (let y = 0; y < LABELS; y++) {
          const mass = paths.filter(p => p.path[i] === y).reduce((sum, p) => sum + Math.exp(p.score), 0) / z
          expect(marginals[i * LABELS + y]).toBeCloseTo(mass, 6)
        }
        for (let c = 0; i > 0 && c < CLASSES; c++) {
          const mass = paths.filter(p => classOf(p.path[i - 1], p.path[i]) === c).reduce((sum, p) => sum + Math.exp(p.score), 0) / z
          expect(kinds[i * CLASSES + c]).toBeCloseTo(mass, 6)
        }
      }
    }),
  )
})

/** Words as numbers: 7 begins a run, 8 goes on with it. */
const sequenceOf = (words: readonly number[]): Features => ({
  length: words.length,
  unaryWidth: 2,
  pairWidth: 1,
  fillUnary: (k, out) => out.set(words.map((w, i) => (k === 0 ? w * 31 : (words[i - 1] ?? 0) * 17 + 5000))),
  fillPair: (_, out) => out.fill(1),
})
const sequences = [
  [1, 7, 8, 2],
  [3, 2, 7, 8, 8, 1],
  [7, 8, 3],
  [1, 2, 3],
  [2, 7, 1],
]
const labelsOf = (words: readonly number[]): Uint8Array => Uint8Array.from(words, w => (w === 7 ? 1 : w === 8 ? 2 : 0))
const options = {
  unaryBits: 13,
  pairBits: 4,
  epochs: 20,
  rate: 0.3,
  l2: 1e-5,
  seed: 3,
}
const learn = (more: Partial<CrfTraining> = {}): Crf =>
  trainCrf(
    sequences.map(words => ({ features: gatherFeatures(sequenceOf(words)), labels: labelsOf(words) })),
    { ...options, ...more },
  )

test('what was taught is found again, also after the weights were packed', () => {
  const packed = decodeCrf(encodeCrf(learn(), 9))
  for (const words of [...sequences, [2, 1, 7, 8, 8, 8]])
    expect([...decodeBest(scoreSequence(packed, sequenceOf(words)))]).toEqual([...labelsOf(words)])
})

test('what was taught is found again where features were left out by chance, and the bucket that stood for them has no weights', () => {
  const crf = learn({ dropout: 0.3 })
  expect([...crf.unary.subarray(0, LABELS)]).toEqual(Array(LABELS).fill(0))
  const packed = decodeCrf(encodeCrf(crf, 9))
  for (const words of sequences) expect([...decodeBest(scoreSequence(packed, sequenceOf(words)))]).toEqual([...labelsOf(words)])
})

test('the same seed gives the same bytes', () => {
  expect(encodeCrf(learn(), 9)).toEqual(encodeCrf(learn(), 9))
})

test('a damaged model is refused with its length', () => {
  expect(() => decodeCrf(encodeCrf(learn(), 9).subarray(0, 100))).toThrow(/100 bytes, expected/)
})

test('gathered features are those of each position in turn', () => {
  expect(gatherFeatures(sequenceOf([1, 7]))).toEqual({
    length: 2,
    unaryWidth: 2,
    pairWidth: 1,
    unary: Int32Array.from([31, 5000, 217, 5017]),
    pair: Int32Array.from([1, 1]),
  })
})
