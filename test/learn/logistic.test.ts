import { expect, test } from 'vitest'
import { decodeLogistic, encodeLogistic, predictLogistic, trainLogistic } from '../../src/learn/logistic.ts'

const examples = Array.from({ length: 40 }, (_, k) => ({ features: [k / 20 - 1, 1], yes: k >= 20 ? k % 10 !== 0 : k % 10 === 0 }))

test('probabilities rise with the feature that tells, and come near the share of yeses', () => {
  const model = decodeLogistic(encodeLogistic(trainLogistic(examples)))
  expect(predictLogistic(model, [1, 1])).toBeGreaterThan(0.8)
  expect(predictLogistic(model, [-1, 1])).toBeLessThan(0.2)
  const mean = examples.reduce((sum, e) => sum + predictLogistic(model, e.features), 0) / examples.length
  expect(mean).toBeCloseTo(examples.filter(e => e.yes).length / examples.length, 1)
})
