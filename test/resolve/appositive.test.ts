import { expect, test } from 'vitest'
import { read } from './marked.ts'

test.each<[string, string, { name: string; title: string | null; affiliation: string | null }]>([
  [
    'after the name',
    '[S Tariq Belmont], a lecturer in desert politics at Orrin University, [C told] Radio Vesna [K that they were leaving].',
    { name: 'Tariq Belmont', title: 'lecturer in desert politics', affiliation: 'Orrin University' },
  ],
  [
    'after the name, in the source',
    '[S Oskar Venn, chairman of Brightwell Foods,] [C said] [K he was fishing].',
    { name: 'Oskar Venn', title: 'chairman', affiliation: 'Brightwell Foods' },
  ],
  [
    'before the name',
    '[S The prosecutor, Elin Varga,] [C said] [K the book was found].',
    { name: 'Elin Varga', title: 'prosecutor', affiliation: null },
  ],
  [
    'after an age',
    '[S Karl Lund, 45, a fisherman from Dunmere,] [C said] [K the nets were empty].',
    { name: 'Karl Lund', title: 'fisherman', affiliation: 'Dunmere' },
  ],
  [
    'title right before',
    '[S Deputy Governor Amir Sole] [C said] [K the bridge was safe].',
    { name: 'Amir Sole', title: 'Deputy Governor', affiliation: null },
  ],
  [
    'body and role right before',
    '[C said] [S Harbor Department spokeswoman Lena Voss]',
    { name: 'Lena Voss', title: 'spokeswoman', affiliation: 'Harbor Department' },
  ],
  [
    'of a body',
    '[S Mara Quist of the Harbour Trust] [C said] [K the offer was fair].',
    { name: 'Mara Quist', title: null, affiliation: 'the Harbour Trust' },
  ],
  [
    'owner of the role',
    '[S Okell’s deputy, Tom Abiola,] [C said] [K ministers would drop it].',
    { name: 'Tom Abiola', title: 'Okell’s deputy', affiliation: null },
  ],
  [
    'a paper’s columnist',
    '[S The Post’s columnist Ada Brun] [C wrote] [K that it was absurd].',
    { name: 'Ada Brun', title: 'columnist', affiliation: 'The Post' },
  ],
  [
    'doctor before the name',
    '[S A handwriting expert, Dr. Jun Castell,] [C testified] [K that it was his].',
    { name: 'Jun Castell', title: 'handwriting expert', affiliation: null },
  ],
  [
    'role of a minister',
    '[S Ruta Kask, the minister for transport,] [C said] [K the line would open].',
    { name: 'Ruta Kask', title: 'minister for transport', affiliation: null },
  ],
  [
    'without an article',
    '[C said] [S Ines Duarte, head of research at the Lantern Institute].',
    { name: 'Ines Duarte', title: 'head of research', affiliation: 'the Lantern Institute' },
  ],
])('%s', (_, marked, expected) => {
  const source = read(marked.includes('[K') ? marked : `[K “It is open,”] ${marked}`).source(1)!
  expect({ name: source.name, title: source.title, affiliation: source.affiliation }).toEqual(expected)
  expect(source).toMatchObject({ kind: 'person', identity: 'named', count: null })
})

test.each<[string, string, Record<number, string>]>([
  [
    'the lecturer',
    'Tariq Belmont, a lecturer at Orrin University, arrived early. [S The lecturer] [C cautioned] [K that the war would go on].',
    { 1: 'Tariq Belmont' },
  ],
  [
    'the general',
    '[S General Paulo Estrin] [C said] [K the bridge was lost]. [K2 “They were tired,”] [S2 the general] [C2 said].',
    { 2: 'Paulo Estrin' },
  ],
  [
    'an abbreviated title',
    '[S Gen. Paulo Estrin] [C said] [K the bridge was lost]. [S2 The general] [C2 said] [K2 it was raining].',
    { 2: 'Paulo Estrin' },
  ],
  [
    'the analyst between two people',
    '[S Nils Berg, an analyst at Ostbank,] [C said] [K rates would fall]. [S2 Eva Toth, a trader,] [C2 disagreed] [K2 that they would]. [S3 The analyst] [C3 expects] [K3 two cuts].',
    { 3: 'Nils Berg' },
  ],
  [
    'a wider word',
    '[S Elin Varga, a barrister,] [C said] [K the law was old]. [S2 The lawyer] [C2 said] [K2 it must go].',
    { 2: 'Elin Varga' },
  ],
  [
    'a role without a name, again',
    '[S A nurse] [C said] [K the ward was full]. [S2 The nurse] [C2 said] [K2 two had died].',
    { 2: 'A nurse' },
  ],
  [
    'an age',
    '[S Maja Dahl, a nurse,] [C said] [K the ward was full]. [S2 The 34-year-old] [C2 said] [K2 she had not slept].',
    { 2: 'Maja Dahl' },
  ],
  [
    'a role of the same owner',
    '[S Mara Quist, chief executive of Brightwell Foods,] [C said] [K sales fell]. [S2 The company’s chief executive] [C2 expects] [K2 more losses].',
    { 2: 'Mara Quist' },
  ],
  [
    'another role is somebody else',
    '[S A nurse] [C said] [K the ward was full]. [S2 A doctor] [C2 said] [K2 it was not].',
    { 1: 'A nurse', 2: 'A doctor' },
  ],
  [
    'indefinite again is somebody else',
    '[S One official] [C said] [K yes]. [S2 Another official] [C2 said] [K2 no].',
    { 1: 'One official', 2: 'Another official' },
  ],
])('%s', (_, marked, expected) => {
  const reading = read(marked)
  for (const [number, name] of Object.entries(expected)) expect(reading.name(Number(number))).toBe(name)
})

test('two people of one role stay two', () => {
  expect(read('[S One official] [C said] [K yes]. [S2 Another official] [C2 said] [K2 no].').resolution.sources).toHaveLength(2)
})

test('a spokesman speaks for the body just spoken of', () => {
  const reading = read(
    '[S The Communities Department] [C insists] [K the plan is voluntary]. [K2 “Nobody’s green will be paved,”] [C2 said] [S2 a spokesman].',
  )
  expect(reading.source(2)).toMatchObject({
    name: 'a spokesman',
    affiliation: 'The Communities Department',
    identity: 'unnamed',
    count: 1,
    kind: 'person',
  })
})

test('an editor is of the paper', () => {
  const reading = read('The satirical weekly Wasp announces a change. [S Its editor] [C assures] readers [K that it will not close].')
  expect(reading.source(1)).toMatchObject({ affiliation: expect.stringContaining('Wasp'), identity: 'unnamed', kind: 'person' })
})
