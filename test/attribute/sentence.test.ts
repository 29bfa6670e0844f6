import { expect, test } from 'vitest'
import { find } from './found.ts'

test.each([
  ['The aircraft was seized in May, court papers show.', 'court papers / show / The aircraft was seized in May'],
  [
    'Up to 400 homes were without power, the utility Brightgrid said.',
    'the utility Brightgrid / said / Up to 400 homes were without power',
  ],
  [
    'The chief engineer is under arrest, three people with knowledge of the case told Kestrel, asking not to be named.',
    'three people with knowledge of the case / told / The chief engineer is under arrest',
  ],
  [
    'The talks are over, the Free Highlands Front said in a statement carried by the Oasis News Network.',
    'the Free Highlands Front / said / The talks are over',
  ],
  [
    'Seven in ten voters want the tower pulled down, a Meridex poll found.',
    'a Meridex poll / found / Seven in ten voters want the tower pulled down',
  ],
])('a sentence that ends with who says so: %s', (text, line) => {
  expect(find(text)).toContain(line)
})

test.each([
  ['A statement issued by the palace said the swans were well.', 'A statement issued by the palace / said / the swans were well'],
  ["The ship's log records that the engines stopped at noon.", "The ship's log / records / the engines stopped at noon"],
])('a sentence that begins with who says so: %s', (text, line) => {
  expect(find(text)).toContain(line)
})

test('what is doubted is a clause, not its subject', () => {
  expect(find('Geologist Freya Monck doubts that the slope will survive another winter.')).toEqual([
    'Geologist Freya Monck / doubts / the slope will survive another winter',
  ])
})

test('a warning ends where its sentence goes on', () => {
  expect(find("Ingrid Szabolci's warning that the dyke is hollow went unheeded for a decade.")).toEqual([
    "Ingrid Szabolci's / warning / the dyke is hollow",
  ])
})

test('it has emerged: nobody is given', () => {
  expect(find('The tunnel will be dug under the old town, it has emerged.')).toEqual([
    ' / has emerged / The tunnel will be dug under the old town',
  ])
})

test('as first reported by an outlet', () => {
  expect(find('As first reported by the Tarn Valley Post, the bishop will retire to a monastery in October.')).toEqual([
    expect.stringMatching(/^the Tarn Valley Post .*reported.* the bishop will retire to a monastery in October$/),
  ])
})

test('according to a document, somebody said', () => {
  expect(find('According to an affidavit, Teller told customs officers that the crates had been empty since Easter.')).toEqual([
    'an affidavit / According to / Teller told customs officers that the crates had been empty since Easter',
    '> Teller / told / the crates had been empty since Easter',
  ])
})

test('a letter is where it was said, the chairman said it', () => {
  expect(find('In a letter to shareholders, the chairman, Eustace Tring, admitted that the mine had never produced an ounce.')).toEqual([
    expect.stringMatching(/^the chairman, Eustace Tring,? \/ admitted \/ the mine had never produced an ounce$/),
  ])
})

test('an aside between the subject and its verb is part of what is said', () => {
  expect(find('Trone hopes the meeting, mere hours after he presided over the regatta, will help him forge ties with the island.')).toEqual(
    ['Trone / hopes / the meeting, mere hours after he presided over the regatta, will help him forge ties with the island'],
  )
})
