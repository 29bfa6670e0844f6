import { expect, test } from 'vitest'
import { read } from './marked.ts'

test.each<[string, string, number, string]>([
  [
    'whoever has been speaking, not whoever was named in passing',
    'Former senator Bill Corran came to Flint for his wife Hilda Corran. [K “It makes no sense,”] [S he] [C said]. [S2 Corran] [C2 said] [K2 the scheme hurt shops].',
    2,
    'Bill Corran',
  ],
  [
    'not whoever is always named in full',
    '[S Otto Marsh] [C said] [K the rate would fall]. Ivana Marsh sings. Ivana Marsh sings well. Ivana Marsh sings on Sundays. [S2 Marsh] [C2 said] [K2 he would pay].',
    2,
    'Otto Marsh',
  ],
  [
    'whoever was brought in first, between mentions of a relative',
    'Sen. Ted Corran endorsed the mayor. He showed a photo of his wife, Heidi Corran. Corran had been under pressure. The fight goes on. The mayor has thanked Corran often. [S Corran] [C said] [K the mayor was fit].',
    1,
    'Ted Corran',
  ],
  [
    'a known woman for “Mrs”',
    '[S Quillan Osk] [C said] [K the field was his]. His neighbour Hannah Osk was away. The field is wet. [S2 Mrs Osk] [C2 said] [K2 it was not].',
    2,
    'Hannah Osk',
  ],
  [
    'a surname that is also a man’s given name',
    '[S Dr Sheila Martin] [C said] [K the clot was small]. [S2 Martin] [C2 said] [K2 it was gone].',
    2,
    'Sheila Martin',
  ],
  [
    'of two appositives each tells of its own name',
    'The duchess’s biographer, Simon Crewe, and her gardener, Walter Crewe, disagree. [S The gardener] [C says] [K the roses were poisoned].',
    1,
    'Walter Crewe',
  ],
])('%s', (_, marked, number, name) => {
  expect(read(marked).name(number)).toBe(name)
})
