import { expect, test } from 'vitest'
import { read } from './marked.ts'

test.each<[string, string, Record<number, string | null>]>([
  [
    'surname after full name',
    '[S Ron Hatchard] [C said] [K trade was slow]. [S2 Hatchard] [C2 said] [K2 he may close].',
    { 2: 'Ron Hatchard' },
  ],
  [
    'first name after full name',
    '[S Lena Okafor] [C said] [K the school was closed]. [S2 Lena] [C2 said] [K2 nobody had told the parents].',
    { 2: 'Lena Okafor' },
  ],
  [
    'titled first name',
    '[S Dame Winifred Okell] [C spoke] of [K a mess]. [S2 Dame Winifred] [C2 promised] [K2 to attend].',
    { 2: 'Winifred Okell' },
  ],
  ['full name only later', '[S Quill] [C said] [K the bridge was safe]. Rosa Quill built it in 1998.', { 1: 'Rosa Quill' }],
  ['title and surname', 'Defence counsel Miles Orrick rose. [S Mr Orrick] [C said] [K his client was tired].', { 1: 'Miles Orrick' }],
  [
    'two of one surname, by first name',
    '[S Rosa Quill] [C said] [K yes]. [S2 Adam Quill] [C2 said] [K2 no]. [S3 Rosa Quill] [C3 said] [K3 it was final].',
    { 1: 'Rosa Quill', 2: 'Adam Quill', 3: 'Rosa Quill' },
  ],
  [
    'two of one surname, by title',
    'Rosa Quill and her husband Adam Quill sold the farm. [S Mrs Quill] [C said] [K they had no choice].',
    { 1: 'Rosa Quill' },
  ],
  [
    'alias of an outlet',
    '[S The Sellin Morning Post] [C reported] [K the sale]. [S2 The Post] [C2 said] [K2 the price was secret].',
    { 2: 'The Sellin Morning Post' },
  ],
  [
    'acronym',
    '[S The National Weather Office (NWO)] [C warned] [K of floods]. [S2 The NWO] [C2 said] [K2 rivers were full].',
    { 2: 'The National Weather Office' },
  ],
  [
    'short name of a body',
    '[S The Conservators’ Trust] [C said] [K the green was safe]. [S2 The Trust] [C2 said] [K2 it had checked].',
    { 2: 'The Conservators’ Trust' },
  ],
  [
    'two who speak as one',
    '[S Oskar Venn and Ada Brun] [C said] [K they would appeal]. [S2 Brun] [C2 added] [K2 that it might take years].',
    { 1: 'Oskar Venn and Ada Brun', 2: 'Ada Brun' },
  ],
  ['country', '[S Ilmar] [C denied] [K that its troops were in Tarsk].', { 1: 'Ilmar' }],
])('%s', (_, marked, expected) => {
  const reading = read(marked)
  for (const [number, name] of Object.entries(expected)) expect(reading.name(Number(number))).toBe(name)
})

test('one bearer is one source, with all its mentions', () => {
  const { resolution, text } = read(
    '[S Ron Hatchard] [C said] [K trade was slow]. Hatchard runs a shop. [S2 He] [C2 said] [K2 he may close].',
  )
  expect(resolution.sources).toHaveLength(1)
  expect(resolution.sources[0].mentions.map(({ start, end }) => text.slice(start, end)).slice(0, 2)).toEqual(['Ron Hatchard', 'Hatchard'])
})

test('an undecided surname keeps the other bearer as an alternative', () => {
  const { resolution } = read(
    '[S Rosa Quill] [C said] [K yes]. [S2 Adam Quill] [C2 said] [K2 no]. [S3 Quill] [C3 said] [K3 the vote was close].',
  )
  expect(resolution.sources).toHaveLength(2)
  expect(resolution.sources.some(({ alternatives }) => alternatives.length > 0)).toBe(true)
})
