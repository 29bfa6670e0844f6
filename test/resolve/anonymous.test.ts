import { expect, test } from 'vitest'
import type { Source } from '../../src/model/source.ts'
import { read } from './marked.ts'

test.each<[string, string, Partial<Source>]>([
  [
    'because, in the source',
    '[S Two officials, speaking on condition of anonymity because they were not authorised to discuss the matter,] [C said] [K the talks had collapsed].',
    { name: 'Two officials', identity: 'anonymous', count: 2, kind: 'group', reason: 'they were not authorised to discuss the matter' },
  ],
  [
    'because, after the speech',
    '[K The talks had collapsed], [C said] [S two officials], who spoke on condition of anonymity because they were not authorised to discuss the matter.',
    { identity: 'anonymous', count: 2, reason: 'they were not authorised to discuss the matter' },
  ],
  [
    'the next sentence',
    '[S An aid worker reached by telephone in Qazmir] [C said] [K the last bakery had closed]. She asked that her name be withheld because her brother is still in the town.',
    { name: 'An aid worker', identity: 'anonymous', count: 1, kind: 'person', reason: 'her brother is still in the town' },
  ],
  [
    'asked not to be named',
    '[S An official] [C said] [K the vote would be late], asking not to be named because the decision is not public.',
    { identity: 'anonymous', count: 1, reason: 'the decision is not public' },
  ],
  [
    'for fear of',
    '[S A teacher] who asked not to be identified for fear of losing her job [C said] [K classes had stopped].',
    { identity: 'anonymous', count: 1, reason: 'fear of losing her job' },
  ],
  [
    'citing',
    '[K The valves were never tested], [C said] [S one engineer], who requested anonymity, citing an ongoing lawsuit.',
    { identity: 'anonymous', count: 1, reason: 'an ongoing lawsuit' },
  ],
  [
    'to discuss',
    '[S A person familiar with the plans], who was granted anonymity to discuss private deliberations, [C said] [K the sale was near].',
    { identity: 'anonymous', count: 1, descriptor: 'familiar with the plans', reason: 'to discuss private deliberations' },
  ],
  [
    'not authorised',
    '[S A police officer who was not authorised to speak to the press] [C said] [K three men had been held].',
    { identity: 'anonymous', count: 1, reason: 'not authorised to speak to the press' },
  ],
  [
    'they, in the next sentence',
    '[S Two former employees] [C said] [K the books were false]. They spoke on condition of anonymity, fearing reprisals.',
    { identity: 'anonymous', count: 2, reason: 'fearing reprisals' },
  ],
  [
    'the paper withholds it',
    '[S The mother of one victim] [C said] [K the door had been locked]. The Courier is withholding her name to protect her children.',
    { identity: 'anonymous', reason: 'to protect her children' },
  ],
  [
    'source',
    '[S a source in the ministry] [C said] [K the dam would open].',
    { identity: 'anonymous', count: 1, kind: 'person', descriptor: 'in the ministry' },
  ],
  ['sources', '[S Sources close to the talks] [C said] [K the deal was off].', { identity: 'anonymous', count: null, kind: 'group' }],
  ['unnamed', '[S unnamed port officials] [C said] [K the ferry had been sold].', { identity: 'anonymous', count: null, kind: 'group' }],
  [
    'people briefed',
    '[S two people briefed on the talks] [C said] [K the merger was off].',
    { identity: 'anonymous', count: 2, kind: 'group', descriptor: 'briefed on the talks' },
  ],
  [
    'with knowledge',
    '[S Four people with direct knowledge of the inquiry] [C said] [K it had been closed].',
    { identity: 'anonymous', count: 4, descriptor: 'with direct knowledge of the inquiry' },
  ],
  [
    'one of them',
    '[S Three residents who asked not to be named] [C said] [K the guards fired first]. [S2 One of them] [C2 saw] [K2 two men fall].',
    { identity: 'anonymous', count: 3 },
  ],
  ['a role alone is unnamed', '[S a clerk] [C said] [K the office was shut].', { identity: 'unnamed', count: 1, reason: null }],
  ['residents are unnamed', '[S Residents] [C said] [K the water was brown].', { identity: 'unnamed', count: null, kind: 'group' }],
  ['three members are unnamed', '[S three council members] [C said] [K it was illegal].', { identity: 'unnamed', count: 3, kind: 'group' }],
  [
    'newspapers close to a party are media',
    '[S newspapers close to the ruling party] [C were reporting] [K that the strike would end].',
    { identity: 'unnamed' },
  ],
  [
    'named although quoted under conditions elsewhere',
    '[S Rosa Quill] [C said] [K the ship was not named after her].',
    { identity: 'named', reason: null },
  ],
  [
    'a woman under another name',
    '[S A survivor] [C said] [K she had walked for two days]. Her name has been changed to protect her family.',
    { identity: 'anonymous', count: 1, reason: 'to protect her family' },
  ],
])('%s', (_, marked, expected) => {
  expect(read(marked).source(1)).toMatchObject(expected)
})

test('one of an anonymous group is anonymous, one, and another source', () => {
  const reading = read(
    '[S Three residents who asked not to be named] [C said] [K the guards fired first]. [S2 One of them] [C2 said] [K2 two men fell].',
  )
  expect(reading.source(2)).toMatchObject({ identity: 'anonymous', count: 1, kind: 'person' })
  expect(reading.source(2)!.id).not.toBe(reading.source(1)!.id)
})

test('anonymous sources are joined only where the text joins them', () => {
  const apart = read('[S A source] [C said] [K the deal was done]. [S2 A source] [C2 said] [K2 it was not].')
  expect(apart.resolution.sources).toHaveLength(2)
  const joined = read('[S A source] [C said] [K the deal was done]. [S2 The source] [C2 added] [K2 that it was signed].')
  expect(joined.resolution.sources).toHaveLength(1)
})

test('the official who asked not to be named is the official afterwards', () => {
  const reading = read(
    '[S An official who asked not to be named] [C said] [K the port would close]. [S2 The official] [C2 said] [K2 it was a matter of weeks].',
  )
  expect(reading.resolution.sources).toHaveLength(1)
  expect(reading.source(2)).toMatchObject({ identity: 'anonymous', count: 1 })
})

test('an anonymous source is never joined to a name', () => {
  const reading = read(
    'Karl Unger, an official at the port, declined to comment. [S An official who asked not to be named] [C said] [K the port would close]. [S2 The official] [C2 said] [K2 it was soon].',
  )
  expect(reading.source(1)!.identity).toBe('anonymous')
  expect(reading.source(2)!.name).not.toContain('Unger')
})
