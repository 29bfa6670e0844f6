import { expect, test } from 'vitest'
import { type ChoiceExample, decodeChoice, encodeChoice, trainChoice, weighCandidates } from '../../src/learn/choice.ts'

const near = Int32Array.of(11, 12)
const far = Int32Array.of(21, 22)
const nobody = Int32Array.of(31)
const examples: ChoiceExample[] = [
  { candidates: [near, far, nobody], right: 0 },
  { candidates: [far, near, nobody], right: 1 },
  { candidates: [far, nobody], right: 1 },
]
const learn = () => trainChoice(examples, { bits: 8, epochs: 30, rate: 0.3, l2: 1e-5, seed: 5 })

test('probabilities add up to one and favour what was right', () => {
  const p = weighCandidates(decodeChoice(encodeChoice(learn())), [far, near, nobody])
  expect(p.reduce((a, b) => a + b)).toBeCloseTo(1)
  expect(p[1]).toBeGreaterThan(0.8)
  expect(weighCandidates(learn(), [far, nobody])[1]).toBeGreaterThan(0.8)
})

test('the same seed gives the same bytes', () => {
  expect(encodeChoice(learn())).toEqual(encodeChoice(learn()))
})

test('a damaged model is refused with its length', () => {
  expect(() => decodeChoice(encodeChoice(learn()).subarray(0, 40))).toThrow(/40 bytes, expected 264/)
})
