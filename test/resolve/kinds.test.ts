import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Source } from '../../src/model/source.ts'
import { decodeModel, trace } from '../../src/trace.ts'

const model = decodeModel(readFileSync(new URL('../../models/en/en.hearsay', import.meta.url)))

/** The source of the attribution whose content holds `words`. */
const sourceOf = (text: string, words: string): Partial<Source> => {
  const { attributions, sources } = trace(text, model)
  const found = attributions.findLast(({ content }) => content.some(({ start, end }) => text.slice(start, end).includes(words)))
  return sources.find(({ id }) => id === found?.sourceId) ?? {}
}

test.each<[string, string, string, Partial<Source>]>([
  [
    'a given name after a full one that opens with what she is',
    'Mum-of-three Kayleigh Stubbs, 29, from Norbeck, scooped the jackpot on Friday. Kayleigh says she has kept her job.',
    'kept her job',
    { name: 'Kayleigh Stubbs' },
  ],
  [
    'a nickname in marks',
    'Bartholomew “Batty” Crane kept goal for years. Batty says his knees are old.',
    'knees',
    { name: 'Bartholomew “Batty” Crane', kind: 'person' },
  ],
  [
    'a short given name',
    'Elizabeth Crane opened the shop in 1962. Betty said the till had never been empty.',
    'till',
    { name: 'Elizabeth Crane' },
  ],
  [
    'a body’s name without its last words',
    'Consolidated Meridian Shipping Lines posted a loss. Freight rates fell by half over the summer, Consolidated Meridian said.',
    'Freight rates',
    { name: 'Consolidated Meridian Shipping Lines', kind: 'organization' },
  ],
  [
    'partners',
    'Bus operator Lyle & Corrie said it had frozen hiring.',
    'frozen',
    { name: 'Lyle & Corrie', kind: 'organization', title: null },
  ],
  [
    'a body behind its part',
    'The ferry is in dry dock. Its owner, Hesper Marine, said the pumps had been serviced.',
    'pumps',
    { name: 'Hesper Marine', kind: 'organization' },
  ],
  [
    'a paper with an article of its own',
    'The Daily Pelter reported on Friday that the bridge was closed.',
    'bridge',
    { name: 'The Daily Pelter', kind: 'outlet' },
  ],
  [
    'a title before and an apposition after',
    'The chorus master, Belen Oduya, a Vellish exile who trained as a plumber, says the hall is cold.',
    'hall',
    { name: 'Belen Oduya', title: 'chorus master' },
  ],
  [
    'a place in a title',
    'Former Ostwick mayor Dina Rolfe said the bees were dead.',
    'bees',
    { title: 'Former Ostwick mayor', affiliation: null },
  ],
  ['where somebody lives', 'Norwich-based Anders Pell said the bees were fine.', 'bees', { name: 'Anders Pell', title: null }],
  [
    'what a scholar knows',
    'Daryl Cho, a Karvenia scholar at the Centre for Eastern Studies, said the ban was foolish.',
    'ban',
    { title: 'Karvenia scholar', affiliation: 'the Centre for Eastern Studies' },
  ],
  [
    'a document by its issuer',
    'A report by the Rail Safety Board into the Ludden derailment runs to 400 pages. The report found that the points had not been greased.',
    'greased',
    { name: 'A report by the Rail Safety Board into the Ludden derailment', kind: 'document', issuer: 'the Rail Safety Board' },
  ],
  [
    'a statement as an occasion',
    'Ferrow Mining did not respond to a request for comment. In an earlier statement it had said the pit was dry.',
    'pit',
    { name: 'Ferrow Mining', kind: 'organization' },
  ],
  [
    'a document as an occasion',
    'The embassy was evacuated on 2 June. In a cable quoted by Channel Delta, the consul, Hedda Broom, wrote that the palace was already empty.',
    'palace',
    { name: 'Hedda Broom', title: 'consul' },
  ],
  [
    'a name that the law holds back',
    'Two men are on trial over the fire. A teenager who cannot be named for legal reasons told the court he had been paid in cigarettes.',
    'cigarettes',
    { identity: 'anonymous', count: 1, reason: 'legal reasons' },
  ],
  [
    'none of several to be named',
    'Four diplomats who attended the dinner, none of whom would be named, said the toast had been withdrawn.',
    'toast',
    { identity: 'anonymous', count: 4 },
  ],
  [
    'one of a group, behind a clause of his own',
    'One of the negotiators, who spoke on condition of anonymity because the terms are secret, told Interlux that both islands would be handed back.',
    'islands',
    { kind: 'person', identity: 'anonymous', count: 1 },
  ],
  [
    'a secretary of state',
    'On Monday Secretary of State Rex Hale said the law was weak.',
    'weak',
    { name: 'Rex Hale', title: 'Secretary of State' },
  ],
  [
    'a relative named later',
    'The dam broke at noon, her mother said. Rosa Lindqvist, the girl’s mother, said the water came at night.',
    'dam broke',
    { name: 'Rosa Lindqvist' },
  ],
  [
    'a man and a deputy',
    'A 34-year-old Dorn man was booked into jail on Sunday. Deputy Cal Renner found a goat in the car. The man told the deputy he had borrowed the car.',
    'borrowed',
    { identity: 'unnamed', name: 'A 34-year-old Dorn man' },
  ],
  [
    'the younger of two',
    'Captain Joan Harwell works the morning boat and her son, Dale Harwell, the evening one. The younger Harwell said the engine was older than he was.',
    'engine',
    { name: 'Dale Harwell' },
  ],
  [
    'a president beside another',
    'President Otto Vell met Karvenian President Ruta Kask. Vell praised the talks. Kask smiled. The American president said the talks went well.',
    'talks went well',
    { name: 'Otto Vell' },
  ],
  [
    'the House',
    'The White House said the bill was weak. The House said it would vote again on Monday.',
    'vote again',
    { name: 'The House' },
  ],
])('%s', (_, text, words, expected) => {
  expect(sourceOf(text, words)).toMatchObject(expected)
})
