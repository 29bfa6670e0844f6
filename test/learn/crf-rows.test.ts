import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addRows, chooseRows, packRows, readSums } from '../../src/learn/crf-rows.ts'
import { exponential } from '../../src/learn/exponential.ts'

const tableBits = 6
const rowBits = 4
const tables = fc.integer({ min: 1, max: 7 }).chain(labels =>
  fc.record({
    labels: fc.constant(labels),
    table: fc
      .array(fc.float({ min: -3, max: 3, noNaN: true }), { minLength: labels * 64, maxLength: labels * 64 })
      .map(weights => Float32Array.from(weights)),
    hashes: fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { minLength: 12, maxLength: 12 }).map(values => Int32Array.from(values)),
  }),
)

test('rows add up to what the table says, but for the rows that were not kept', () => {
  fc.assert(
    fc.property(tables, ({ labels, table, hashes }) => {
      const rows = packRows(table, labels, tableBits, rowBits)
      const chosen = chooseRows(table, labels, tableBits, rowBits)
      const unaryWidth = 4
      const sums = new Int32Array(3 * 4)
      const column = (k: number): Int32Array => hashes.filter((_, f) => f % unaryWidth === k)
      for (let k = 0; k < unaryWidth; k += 2) addRows(rows, column(k), column(k + 1), sums)
      const out = readSums(rows, labels, sums)
      for (let i = 0; i < 3; i++)
        for (let y = 0; y < labels; y++) {
          let sum = 0
          for (const hash of hashes.subarray(i * unaryWidth, (i + 1) * unaryWidth)) {
            const bucket = hash & 63
            if (chosen[bucket & 15] === bucket >> rowBits) sum += table[bucket * labels + y]
          }
          expect(Math.abs(out[i * labels + y] - sum)).toBeLessThanOrEqual(unaryWidth * (rows.scale / 2 + 1e-6))
        }
    }),
  )
})

test('of buckets that share a row the heaviest keeps it', () => {
  const table = new Float32Array(64)
  table[3] = 0.5
  table[3 + 16] = -2
  table[3 + 48] = 1
  expect(chooseRows(table, 1, tableBits, rowBits)[3]).toBe(1)
})

test('more labels or more bits than a row has room for are refused', () => {
  expect(() => packRows(new Float32Array(8 * 64), 8, tableBits, rowBits)).toThrow(/8 labels/)
  expect(() => packRows(new Float32Array(2 ** 13), 1, 13, 4)).toThrow(/at most eight/)
})

test('the table of exponentials is close to them', () => {
  fc.assert(
    fc.property(fc.double({ min: -44, max: 0, noNaN: true }), x => {
      expect(exponential(x) / Math.exp(x)).toBeCloseTo(1, 7)
    }),
  )
  expect(exponential(-1000)).toBe(0)
  expect(exponential(Number.NEGATIVE_INFINITY)).toBe(0)
  expect(exponential(0)).toBe(1)
})
