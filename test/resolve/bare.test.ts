import { expect, test } from 'vitest'
import { read } from './marked.ts'

test('a quotation that runs on has the source it runs on from', () => {
  const reading = read('[K “The doors were locked,”] [S Hana Petrov] [C said]. [K2^1 “Nobody had a key.”]')
  expect(reading.name(2)).toBe('Hana Petrov')
  expect(reading.by(2)).toBe('resolve/follows')
})

test('a quotation after a sentence that brings its speaker in', () => {
  expect(read('Hana Petrov, a nurse at the clinic, described the scene. [K “The doors were locked. Nobody had a key.”]').name(1)).toBe(
    'Hana Petrov',
  )
})

test('a quotation in a new paragraph after its speaker was brought in', () => {
  expect(read('Viktor Strom was blunt.\n\n[K “We will not pay.”]').name(1)).toBe('Viktor Strom')
})

test('a quotation between two of one speaker', () => {
  expect(read('[S Ron Hatchard] [C complained] [K that nobody stopped]. [K2 “Folk can’t stop, so folk don’t shop.”]').name(2)).toBe(
    'Ron Hatchard',
  )
})

test('nobody given', () => {
  const reading = read('The minister [C reportedly] [K owns three villas].')
  expect(reading.source(1)).toBeNull()
  expect(reading.resolution.sources).toEqual([])
})

test('every reference answers an attribution and every decision says by which rule', () => {
  const { resolution } = read('[S Rosa Quill] [C said] [K yes]. [S2 She] [C2 said] [K2 no].')
  expect(resolution.references.map(({ attribution }) => attribution)).toEqual(['a1', 'a2'])
  expect(resolution.decisions.filter(({ about }) => about.startsWith('a')).every(({ by }) => by.length > 0)).toBe(true)
})
