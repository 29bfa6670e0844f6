import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostileInputs } from '../fuzz/inputs.ts'
import { survive } from '../fuzz/survive.ts'

describe('made-up and damaged inputs are read or refused in words', () => {
  test.each(Object.entries(hostileInputs))('%s', async (_, inputs) => {
    let documents = 0
    const property = fc.asyncProperty(inputs as fc.Arbitrary<Uint8Array>, fc.constantFrom(1e6, 100, 7), async (bytes, size) => {
      documents += await survive(bytes, size)
    })
    await fc.assert(property, { numRuns: 250 })
    expect(documents).toBeGreaterThan(0)
  })
})
