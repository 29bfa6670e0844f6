import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packBundle, unpackBundle } from '../../src/learn/bundle.ts'

test('what is packed comes back, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.string({ minLength: 1 }).filter(k => k !== '__proto__' && !/^\d+$/.test(k)),
        fc.uint8Array({ maxLength: 50 }),
      ),
      parts => {
        expect(unpackBundle(packBundle(parts))).toEqual({ ...parts })
      },
    ),
  )
})

test('bytes that are no bundle are refused with what they begin with', () => {
  expect(() => unpackBundle(new TextEncoder().encode('PK\u0003\u0004 and more of it'))).toThrow(/begins with "PK/)
})

test('a bundle cut short names the part and the bytes it lacks', () => {
  const bytes = packBundle({ tagger: new Uint8Array(20) })
  expect(() => unpackBundle(bytes.subarray(0, bytes.length - 5))).toThrow(/cut short in part "tagger"/)
})
