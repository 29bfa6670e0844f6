import { expect, test } from 'vitest'
import type { Source } from '../../src/model/source.ts'
import { read } from './marked.ts'

test.each<[string, string, number, Partial<Source>]>([
  [
    'the paper',
    '[S The Harbour Gazette] [C reported] [K that the ferry had been sold]. [S2 The paper] [C2 added] [K2 that the buyer had paid in cash].',
    2,
    { name: 'The Harbour Gazette', kind: 'outlet', identity: 'named' },
  ],
  [
    'the newspaper before',
    '[S The newspaper al-Jisr, which is close to the ministry,] [C wrote] [K that food was scarce]. [S2 The paper] [C2 went on to say] [K2 that forty had left].',
    2,
    { name: 'al-Jisr', kind: 'outlet' },
  ],
  [
    'a channel',
    'The al-Dahna television channel showed the film. [S The channel] [C said] [K it was shot on Monday].',
    1,
    { kind: 'outlet', identity: 'named', name: expect.stringContaining('al-Dahna') as unknown as string },
  ],
  [
    'an agency among papers',
    'The Eastern Courant printed a denial. [S The news agency Velanews] [C said] [K the envoy was safe]. [S2 The agency] [C2 quoted] [K2 no one].',
    2,
    { name: 'Velanews', kind: 'outlet' },
  ],
  [
    'the paper, not the agency',
    '[S The Eastern Courant] [C said] [K the envoy was seen]. The agency Velanews carried a note. [S2 The newspaper] [C2 stood] [K2 by its report].',
    2,
    { name: 'The Eastern Courant' },
  ],
  ['media in general', '[S Media reports] [C said] [K two ministers would step down].', 1, { identity: 'unnamed', count: null }],
  ['police', '[S Police] [C said] [K the driver had fled].', 1, { name: 'Police', kind: 'organization', identity: 'named', count: null }],
  [
    'the ministry again',
    '[S The interior ministry] [C denied] [K the talks]. [S2 The ministry] [C2 said] [K2 the story was invented].',
    2,
    { name: 'The interior ministry', kind: 'organization' },
  ],
  [
    'another ministry',
    '[S The interior ministry] [C denied] [K the talks]. [S2 The finance ministry] [C2 said] [K2 it had no money].',
    2,
    { name: 'The finance ministry' },
  ],
  [
    'the company',
    '[S Brightwell Foods] [C said] [K sales fell]. [S2 The company] [C2 expects] [K2 a loss].',
    2,
    { name: 'Brightwell Foods', kind: 'organization' },
  ],
  [
    'the union',
    '[S The Dockers’ Union] [C said] [K members were angry]. [S2 The union] [C2 called] [K2 the offer a joke].',
    2,
    { name: 'The Dockers’ Union' },
  ],
  [
    'a memo',
    '[S A leaked memo obtained by the Lakeside Courier] [C says] [K the toll was undercounted]. [S2 The memo] [C2 names] [K2 three officials].',
    2,
    { kind: 'document', identity: 'named' },
  ],
  [
    'a record',
    'According to [S a police interview record] read to the jury, [K he denied it]. Two days later, [S2 the record] [C2 says], [K2 he changed his story].',
    2,
    { kind: 'document', name: 'a police interview record' },
  ],
  [
    'a study and its report',
    '[S A study by the Lantern Institute] [C found] [K that rivers were warmer]. [S2 The report] [C2 blames] [K2 the dams].',
    2,
    { kind: 'document', issuer: 'the Lantern Institute' },
  ],
  ['an indictment', '[S The indictment] [C states] [K that he knew].', 1, { kind: 'document', identity: 'named', count: null }],
  ['a jury hears', '[K The ledger was burned], [S a jury in Dunmere] [C heard] on Wednesday.', 1, { identity: 'unspecified' }],
  ['the White House', '[S The White House] [C said] [K no decision was made].', 1, { kind: 'organization', identity: 'named' }],
  ['a well-known agency', '[S Reuters] [C reported] [K that the port was shut].', 1, { kind: 'outlet', name: 'Reuters' }],
  [
    'a rival by “its”',
    'The daily Marsad al-Ilmar reports that the dam is full. [S Its Zahrani rival al-Jisr] [C retorts] [K that the gates will stay shut].',
    1,
    { kind: 'outlet', name: 'al-Jisr' },
  ],
])('%s', (_, marked, number, expected) => {
  expect(read(marked).source(number)).toMatchObject(expected)
})

test('this newspaper is the page’s own publisher', () => {
  expect(read('[S This newspaper] [C reported] [K the sale in May].', { publisher: 'The Lakeside Courier' }).source(1)).toMatchObject({
    name: 'The Lakeside Courier',
    kind: 'outlet',
    identity: 'named',
  })
})
