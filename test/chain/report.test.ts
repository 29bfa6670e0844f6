import { describe, expect, it } from 'vitest'
import { chainOf } from './marked.ts'

describe('reported by, and the outlet spoken of before', () => {
  it.each([
    ['[P The ferry has sunk], [S a coastguard officer] [C said], the Herald reported.', 'the Herald ← a coastguard officer'],
    ['[S A coastguard officer] [C said] [P the ferry had sunk], according to Radio Brekke.', 'Radio Brekke ← A coastguard officer'],
    ['As reported by the Herald, [S the coastguard] [C believes] [P the ferry sank].', 'the Herald ← the coastguard'],
    ['The Herald reported that [S the coastguard] [C believes] [P the ferry sank].', 'The Herald ← the coastguard'],
    [
      'The Herald said the pool was shut. [S A lifeguard] [C told] the newspaper [P it had been empty since May].',
      'The Herald ← A lifeguard',
    ],
    ['KVN and the Herald covered the fire. [S A lifeguard] [C told] the paper [P the pool was empty].', 'the Herald ← A lifeguard'],
    [
      'Channel Nine was first on the scene. In an interview with the station, [S a lifeguard] [C said] [P the pool was empty].',
      'Channel Nine ← a lifeguard',
    ],
    ['[S Critics] [C say] [P the paper is biased].', 'Critics'],
    ['[C It is alleged that] [P the pool was empty].', '?'],
    ['[P The pool] [C is said to] [P be empty].', '?'],
  ])('%s', (marked, chain) => {
    expect(chainOf(marked)).toBe(chain)
  })
})
