import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Crf,
  decodeBest,
  decodeCrf,
  encodeCrf,
  type Features,
  forwardBackward,
  gatherFeatures,
  listSteps,
  never,
  type Scores,
  scoreSequence,
} from '../../src/learn/crf.ts'
import { trainCrf } from '../../src/learn/crf-training.ts'

const labels = 3
/** 0 outside, 1 begin, 2 inside: an inside only follows a begin or an inside; those two steps are of one class. */
const stepClass = Uint8Array.from([0, 1, never, 2, 3, 6, 4, 5, 6])
const classes = 7
const start = Uint8Array.from([1, 1, 0])
const steps = listSteps(labels, stepClass, start)

const weight = fc.double({ min: -3, max: 3, noNaN: true })
const someScores = fc.integer({ min: 1, max: 5 }).chain(n =>
  fc.record({
    length: fc.constant(n),
    labels: fc.constant(labels),
    classes: fc.constant(classes),
    unary: fc.array(weight, { minLength: n * labels, maxLength: n * labels }).map(x => Float64Array.from(x)),
    pair: fc.array(weight, { minLength: n * classes, maxLength: n * classes }).map(x => Float64Array.from(x)),
  }),
)

const kindOf = (from: number, to: number): number => stepClass[from * labels + to]

/** Every allowed path with its score. */
const enumeratePaths = ({ length, unary, pair }: Scores): { path: number[]; score: number }[] => {
  let paths = [0, 1].map(y => ({ path: [y], score: unary[y] }))
  for (let i = 1; i < length; i++)
    paths = paths.flatMap(({ path, score }) =>
      [0, 1, 2]
        .filter(y => kindOf(path[i - 1], y) !== never)
        .map(y => ({ path: [...path, y], score: score + unary[i * labels + y] + pair[i * classes + kindOf(path[i - 1], y)] })),
    )
  return paths
}

test('the best path is the best of all paths', () => {
  fc.assert(
    fc.property(someScores, scores => {
      const best = Math.max(...enumeratePaths(scores).map(p => p.score))
      const path = [...decodeBest(scores, steps)].join('')
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
      const kinds = new Float64Array(scores.length * classes)
      const { labels: marginals, logZ } = forwardBackward(scores, steps, kinds)
      expect(logZ).toBeCloseTo(Math.log(z), 6)
      for (let i = 0; i < scores.length; i++) {
        for (let y = 0; y < labels; y++) {
          const mass = paths.filter(p => p.path[i] === y).reduce((sum, p) => sum + Math.exp(p.score), 0) / z
          expect(marginals[i * labels + y]).toBeCloseTo(mass, 6)
        }
        for (let c = 0; i > 0 && c < classes; c++) {
          const mass = paths.filter(p => kindOf(p.path[i - 1], p.path[i]) === c).reduce((sum, p) => sum + Math.exp(p.score), 0) / z
          expect(kinds[i * classes + c]).toBeCloseTo(mass, 6)
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
  labels,
  stepClass,
  unaryBits: 13,
  pairBits: 4,
  epochs: 20,
  rate: 0.3,
  l2: 1e-5,
  seed: 3,
  start,
}
const learn = (): Crf =>
  trainCrf(
    sequences.map(words => ({ features: gatherFeatures(sequenceOf(words)), labels: labelsOf(words) })),
    options,
  )

test('what was taught is found again, also after the weights were packed', () => {
  const packed = decodeCrf(encodeCrf(learn(), 9))
  for (const words of [...sequences, [2, 1, 7, 8, 8, 8]])
    expect([...decodeBest(scoreSequence(packed, sequenceOf(words)), steps)]).toEqual([...labelsOf(words)])
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
