import { describe, expect, it } from 'vitest'
import { chainOf } from './marked.ts'

describe('speech within speech', () => {
  it.each([
    [
      "[S1 Tomas Brandt] [C1 said] [P1 [S2 the union's lawyer] [C2 had told] him [P2 the contract was void]].",
      "Tomas Brandt ← the union's lawyer",
    ],
    [
      '[S1 Lena Okafor] [C1 told] Radio Meridian that [P1 [S2 newspapers close to the ruling party] [C2 were reporting] that [P2 the strike would end]].',
      'Radio Meridian ← Lena Okafor ← newspapers close to the ruling party',
    ],
    [
      'Its Zahrani rival, said a reader. [S1 al-Jisr] [C1 retorts] that [P1 [S2 ministry sources in Ilmar] [C2 told] its correspondent [P2 the gates will stay shut]].',
      'al-Jisr ← ministry sources in Ilmar',
    ],
    [
      '[S1 Velanews] [C1 reported] that [P1 [S2 the mayor] [C2 told] the Gazette [P2 the plan was dead]].',
      'Velanews ← the Gazette ← the mayor',
    ],
    ['[P1 “The doors were locked,”] [S1 Hana Petrov] [C1 told] Radio Lune. [P2<1 “Nobody had a key.”]', 'Radio Lune ← Hana Petrov'],
    [
      '[S1 Ada Brun] [C1 said] [P1 she was tired], but [S2 Oskar Venn] [C2 told] the Gazette that [P2 he was not].',
      'the Gazette ← Oskar Venn',
    ],
    [
      '[S2 Ada Brun] [C2 said] [P2 she was tired] and [S1 Oskar Venn] [C1 told] the Gazette that [P1 he was not].',
      'the Gazette ← Oskar Venn',
    ],
    ['[C Reportedly], [P the minister owns three villas].', '?'],
    ['It was [C reported] that [P the minister owns three villas].', '?'],
    ["The Sellin Morning Post's columnist [S Ada Brun] [C writes] that [P the ministry lies].", 'The Sellin Morning Post ← Ada Brun'],
    ["[S The Sellin Morning Post's columnist Ada Brun] [C writes] that [P the ministry lies].", 'The Sellin Morning Post ← Ada Brun'],
    ["[S Radio Lune's correspondent in Tarsk] [C said] [P the shelling had stopped].", 'Radio Lune'],
    ['[S1 The Herald] [C1 reports] that [P1 [S2 a guard] [C2 told] police [P2 the gate was open]].', 'The Herald ← a guard'],
    ['[S1 Police] [C1 said] [P1 [S2 a guard] [C2 had told] them [P2 the gate was open]].', 'Police ← a guard'],
    [
      '[S1 Pim Aldous] [C1 told] Radio Brekke [P1 [S2 doctors] [C2 had warned] [P2 the ward would close]].',
      'Radio Brekke ← Pim Aldous ← doctors',
    ],
    [
      '[P1 “[S2 My father] always [C2 said] [P2 the sea gives it back],”] [S1 Pim Aldous] [C1 told] the Herald.',
      'the Herald ← Pim Aldous ← My father',
    ],
    ['[S1 The inquiry] [C1 heard] that [P1 [S2 the captain] [C2 radioed] that [P2 the engine was on fire]].', 'The inquiry ← the captain'],
    [
      '[S1 KVN], citing the Herald, [C1 said] [P1 [S2 the premier] [C2 had told] aides [P2 he was tired]].',
      'KVN ← the Herald ← the premier',
    ],
    ['[S1 Residents] [C1 said] [P1 they had read in the Herald that the dam was unsafe].', 'Residents'],
    ['[P1 “It was dark,”] [S1 Pim Aldous] [C1 told] the Herald. [P2<1 “Nobody saw it.”] [P3<2 “Nobody.”]', 'the Herald ← Pim Aldous'],
  ])('%s', (marked, chain) => {
    expect(chainOf(marked)).toBe(chain)
  })
})
