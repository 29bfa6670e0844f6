import { describe, expect, it } from 'vitest'
import { chainOf } from './marked.ts'

describe('quoted by', () => {
  it.each([
    [
      '[S Radio Meridian] [C quoted] unnamed port officials [C as saying] [P the ferry had been sold].',
      'Radio Meridian ← unnamed port officials',
    ],
    [
      'Radio Meridian [C quoted] [S unnamed port officials] [C as saying] [P the ferry had been sold].',
      'Radio Meridian ← unnamed port officials',
    ],
    [
      '[S Radio Meridian] [C quoted] [S unnamed port officials] [C as saying] [P the ferry had been sold].',
      'Radio Meridian ← unnamed port officials',
    ],
    [
      '[S Deputy Governor Amir Sole] was [C quoted] by Radio Meridian [C as saying] that [P the bridge was safe].',
      'Radio Meridian ← Amir Sole',
    ],
    ['[S Amir Sole] was [C quoted] [C as saying] by the Harbour Gazette that [P the bridge was safe].', 'the Harbour Gazette ← Amir Sole'],
    ['[S Amir Sole] was [C quoted as saying] [P the bridge was safe].', 'Amir Sole'],
    ['[S Police] [C quoted] a witness [C as saying] [P the driver had fled on foot].', 'Police ← a witness'],
    ['[S Officials] quoted by Velanews [C said] [P the road was cut].', 'Velanews ← Officials'],
    ['[P The road is cut], according to [S officials] quoted in the Harbour Gazette.', 'the Harbour Gazette ← officials'],
    [
      'In Karvenia, the Sellin Morning Post [C quotes] [S a report in the Eastern Courant] [C as saying] that [P the envoy was seen boarding a train].',
      'the Sellin Morning Post ← the Eastern Courant',
    ],
    [
      'The Herald [C quoted] [S the minister] as [C telling] Radio Lune that [P the plan was dead].',
      'The Herald ← Radio Lune ← the minister',
    ],
    ['[P “The dam has held,”] state news agency KVN [C quoted] [S the governor] [C as saying].', 'KVN ← the governor'],
    ['[P “The dam has held,”] [S the governor] was [C quoted as saying] by the state news agency KVN.', 'KVN ← the governor'],
    ['[S The governor] was [C quoted] in the Ostrand Echo [C as saying] [P the dam had held].', 'the Ostrand Echo ← The governor'],
    [
      'The Ostrand Echo [C quotes] [S a friend of the couple] [C saying]: [P “They were happy.”]',
      'The Ostrand Echo ← a friend of the couple',
    ],
    ['[S A senior aide], quoted by the Herald, [C said] [P the minister would resign].', 'the Herald ← A senior aide'],
    ['[S The lawyer] [C quoted] his client [C as saying] [P she was innocent].', 'The lawyer ← his client'],
    ['[S The Herald], quoting KVN, [C said] [P the road was open].', 'The Herald ← KVN'],
    ['The agency KVN [C cited] [S witnesses] [C as saying] that [P shots were fired].', 'KVN ← witnesses'],
    ['[S The mayor] is [C cited] by the Herald [C as saying] [P the pool will close].', 'the Herald ← The mayor'],
  ])('%s', (marked, chain) => {
    expect(chainOf(marked)).toBe(chain)
  })
})
