import { expect, test } from 'vitest'
import type { Source } from '../../src/model/source.ts'
import { read } from './marked.ts'

test.each<[string, string, number, Partial<Source>]>([
  [
    'a particle with an apostrophe',
    '[S The opera’s director, Sixtine d’Arvel,] [C said] [K the curtain jammed]. [S2 D’Arvel] [C2 said] [K2 nobody was hurt].',
    2,
    { name: 'Sixtine d’Arvel', title: 'director', affiliation: 'The opera', kind: 'person' },
  ],
  ['two particles', 'Nuria de la Vega runs the port. [S De la Vega] [C said] [K it was full].', 1, { name: 'Nuria de la Vega' }],
  [
    'an outlet written small',
    '[S The website nachtblick] [C reported] [K the bridge would close].',
    1,
    { name: 'nachtblick', kind: 'outlet', identity: 'named' },
  ],
  [
    'its name in the cue',
    '[S The website] [C nachtblick reported] [K the bridge would close].',
    1,
    { name: 'nachtblick', identity: 'named' },
  ],
  [
    'media of a place',
    '[S Local media] [C reported] [K the mayor had fled].',
    1,
    { name: 'Local media', identity: 'unnamed', kind: 'outlet' },
  ],
  ['media of the state', '[S State media] [C said] [K the mayor was ill].', 1, { identity: 'unnamed', kind: 'outlet' }],
  ['an adverb before it', '[S Lastly, the satirical weekly Wasp] [C announces] [K a change].', 1, { name: 'Wasp', kind: 'outlet' }],
  [
    'a day before it',
    '[S Two weeks ago the vicar, Rev. Miles Pargeter,] [C told] them [K the bell was cracked].',
    1,
    { name: 'Miles Pargeter' },
  ],
  [
    'a quantifier behind it',
    '[S Karvenia neither] [C confirmed nor denied] [K the report]. Karvenian troops stayed.',
    1,
    { name: 'Karvenia', kind: 'organization' },
  ],
  [
    'herself behind it',
    '[S Ms Voss herself, reached by the Courier,] [C says] [K she was understood].',
    1,
    { name: 'Voss', kind: 'person', identity: 'named' },
  ],
  ['a country', '[S Ostvale] [C denied] [K it]. Ostvale’s foreign minister was away.', 1, { kind: 'organization' }],
  ['a party', '[S The main party, Fianna Arda,] [C wants] [K a vote].', 1, { name: 'Fianna Arda', kind: 'organization' }],
  ['kin by no other name', '[S Nan] [C always said] [K I would score].', 1, { kind: 'person', identity: 'unnamed' }],
  [
    'so many of so many',
    '[S Eleven of the fourteen councillors] [C said] [K they had not read it].',
    1,
    { kind: 'group', identity: 'unnamed', count: 11 },
  ],
  ['a sentence’s first word', 'It ended. Now Donal Brisk is free. [S Brisk] [C said] [K he was glad].', 1, { name: 'Donal Brisk' }],
  ['a time behind it', '[S a Bugle News article last week] [C said] [K it would end].', 1, { kind: 'document' }],
  ['a spokesman’s body', '[S A spokesman for the lottery] [C denied] [K a second draw].', 1, { affiliation: 'the lottery' }],
  [
    'its director',
    'The orchestra is old. Its manager, Cosima Reyl, leaves in May. The hall, [S she] [C says], [K will fall].',
    1,
    { title: 'manager', name: 'Cosima Reyl' },
  ],
])('%s', (_, marked, number, expected) => {
  expect(read(marked).source(number)).toMatchObject(expected)
})

test('Mrs is not Mr', () => {
  expect(read('Mr Hallworth said his wife, Imelda Hallworth, kept the keys. [S Mrs Hallworth] [C said] [K she had not].').name(1)).toBe(
    'Imelda Hallworth',
  )
})

test('the page’s own publisher is an outlet', () => {
  expect(read('[S Tessera] [C could not confirm] [K the log].', { publisher: 'Tessera' }).source(1)).toMatchObject({ kind: 'outlet' })
})

test.each([
  ['in the cue', '[S An aide] [C suggested on 3 March describing] [K the closure as maintenance].', '2026-03-03'],
  ['after “which”', 'It is a rival of the survey, [S which in 1996] [C dismissed] [K her warnings].', '1996'],
  ['before the source', '[S Two weeks ago the vicar] [C told] them [K the bell was cracked].', '2026-02-25'],
])('a date %s', (_, marked, value) => {
  expect(read(marked).saidAt(1)?.value).toBe(value)
})
