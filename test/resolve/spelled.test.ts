import { expect, test } from 'vitest'
import type { Source } from '../../src/model/source.ts'
import { read } from './marked.ts'

test.each<[string, string, number, Partial<Source>]>([
  [
    'its chief executive',
    '[S Nordwind Ferries] [C said] [K it had lost money]. [S2 Its chief executive] [C2 said] [K2 more boats would be sold].',
    2,
    { name: "Nordwind Ferries' chief executive", kind: 'person', identity: 'unnamed', affiliation: 'Nordwind Ferries' },
  ],
  [
    'his adviser',
    '[S President Oskar Malk] [C said] [K the talks had begun]. [S2 His security adviser] [C2 said] [K2 they had ended].',
    2,
    { name: "Oskar Malk's security adviser", title: 'security adviser' },
  ],
  [
    'a teacher of somebody’s daughter',
    '[S Rosa Quill] [C said] [K the school had apologised]. [S2 Her daughter’s piano teacher] [C2 asked] [K2 for more time].',
    2,
    { name: 'Rosa Quill’s daughter’s piano teacher', title: 'piano teacher' },
  ],
  [
    'my brother, inside a quotation',
    '[K “[S2 My brother] [C2 told me] [K2 that the bridge was gone],”] [S Rosa Quill] [C said].',
    2,
    { name: "Rosa Quill's brother", identity: 'unnamed' },
  ],
  [
    'a post of Friday',
    'The owner will remove hate speech, [C according to] [S a blog post Friday].',
    1,
    { name: 'a blog post Friday', kind: 'document' },
  ],
  [
    'a newspaper named for a day',
    '[S The Sunday Ledger] [C reported] [K that the mine would close].',
    1,
    { name: 'The Sunday Ledger', kind: 'outlet' },
  ],
  [
    'a nickname in marks',
    '[K It is unfair], [C said] [S one of the main sponsors, Rep. Edwin “Coach” Marlow, D-Ostvale]. [S2 Marlow] [C2 said] [K2 so].',
    2,
    { name: 'Edwin “Coach” Marlow', kind: 'person' },
  ],
  ['a capital in brackets', '[S Oskar Malk] [C said]: [K “[S2 [W]e] [C2 hope] [K2 for rain].”]', 2, { name: 'Oskar Malk' }],
  [
    'before a name, “everything”',
    '[S Everything Orlov] [C says] [K is a lie]. [S2 Stefan Orlov] [C2 said] [K2 no].',
    1,
    { name: 'Stefan Orlov' },
  ],
  [
    'before a name, “even”',
    '[S Even Karvenia] [C said] [K it was opposed]. Karvenian troops left.',
    1,
    { name: 'Karvenia', kind: 'organization' },
  ],
  ['a year before the body', '[S Since 1960 the bureau] [C has warned] [K of an undercount].', 1, { name: 'the bureau' }],
  ['a month before the staff', '[S Last January bureau staff] [C estimated] [K a loss].', 1, { name: 'bureau staff', affiliation: null }],
  [
    'the second of two noun phrases',
    '[S The reason the Harlow administration] [C sought] [K the delay] is plain.',
    1,
    { name: 'the Harlow administration' },
  ],
  ['a noun phrase that holds another', '[S The mayor of the city] [C said] [K no].', 1, { name: 'The mayor of the city' }],
  ['papers that nobody prints', '[S Her discharge papers] [C said] [K she was well].', 1, { kind: 'document' }],
  ['papers that somebody prints', '[S The papers] [C said] [K she was well].', 1, { kind: 'outlet' }],
  [
    'what was done to them is no place of theirs',
    '[S Three agents indicted by a prosecutor for hacking the ministry] [C denied] [K it].',
    1,
    { affiliation: null },
  ],
  ['where they work is', '[S Three engineers working for the ministry] [C denied] [K it].', 1, { affiliation: 'the ministry' }],
  [
    'a body behind a name that does not speak',
    'Inga Solbakk of the brokerage Lund & Hare has followed the yard. [S Solbakk] [C said] [K no].',
    1,
    { name: 'Inga Solbakk', affiliation: 'the brokerage Lund & Hare' },
  ],
  [
    'a union behind a name',
    'Ilir Hox of the Harbour Union told them. [S Hox] [C said] [K no].',
    1,
    { name: 'Ilir Hox', affiliation: 'the Harbour Union' },
  ],
  [
    'a place behind a name',
    'Inga Solbakk of Sellin has followed the yard. [S Solbakk] [C said] [K no].',
    1,
    { name: 'Inga Solbakk', affiliation: null },
  ],
  [
    'reports that were filed',
    'It raised more, [C according to] [S reports filed Sunday with the harbour commission].',
    1,
    { kind: 'document' },
  ],
  ['reports that nobody filed', '[S Reports] [C said] [K it raised more].', 1, { kind: 'outlet', identity: 'unnamed' }],
  ['headlines of many', 'The Sunday Ledger is sold here. [S The headlines] [C said] [K no].', 1, { identity: 'unnamed' }],
  ['an editor in chief', '[S The Ledger’s editor in chief Oskar Venn] [C said] [K no].', 1, { name: 'Oskar Venn', kind: 'person' }],
  [
    'a founder of something else',
    'The film stars Dorian Washer, a founder of the Reuland theatre. [S The founder of the Zero Rain movement] [C said] [K no].',
    1,
    { name: 'The founder of the Zero Rain movement', identity: 'unnamed' },
  ],
  [
    'a department by its first word',
    'The Justice Department sent a letter. In it [S Justice] [C said] [K it needed names].',
    1,
    { name: 'The Justice Department', kind: 'organization' },
  ],
  ['a people', '[S Hispanics] [C said] [K they would vote].', 1, { kind: 'group', identity: 'unnamed' }],
  ['this week before a name', '[S Earlier this week Oskar Malk] [C said] [K no].', 1, { name: 'Oskar Malk', kind: 'person' }],
  ['a line above the phrase', '[S Photo desk of Nordwind\n\nThe minister] [C said] [K no].', 1, { name: 'The minister' }],
  ['voters are no title', 'Polls of women voters Malk leads. [S Malk] [C said] [K no].', 1, { title: null }],
  [
    'an appositive that tells an outlet',
    '[S Velin Sanomat, one of the country’s top news outlets,] [C unveiled] [K a plan].',
    1,
    { kind: 'outlet' },
  ],
  [
    'what is official',
    'It leaves official Blitzify playlists alone. [S Blitzify] [C said] [K no].',
    1,
    { kind: 'organization', title: null },
  ],
  ['a surname that is a noun', '[S Joel Page] [C said] [K yes]. [S2 Page] [C2 said] [K2 no].', 2, { name: 'Joel Page', kind: 'person' }],
  ['a page', 'Joel Page ran the club. [S The page] [C said] [K no].', 1, { kind: 'document' }],
  ['an official of an administration', '[S A senior administration official] [C said] [K no].', 1, { affiliation: 'administration' }],
  ['a critic of a body is none of its own', '[S Critics of the Harbour Trust] [C said] [K no].', 1, { affiliation: null }],
  ['a member of a body', '[S Three members of the Harbour Trust] [C said] [K no].', 1, { affiliation: 'the Harbour Trust' }],
  ['a programme of visas', '[S A contentious visa programme] [C promised] [K jobs].', 1, { kind: 'unknown' }],
  ['a programme on the air', '[S The radio programme] [C said] [K no].', 1, { kind: 'outlet' }],
  ['two are no title', 'The two Reuland developers, Ariel Quill and Will Stenner, left. [S Quill] [C said] [K no].', 1, { title: null }],
  [
    'a charter is no body',
    'The World Rowing League Charter bans engines. [S The World Rowing League] [C said] [K it was sorry]. [S2 The league] [C2 said] [K2 no more].',
    2,
    { name: 'The World Rowing League' },
  ],
])('%s', (_, marked, nth, expected) => expect(read(marked).source(nth)).toMatchObject(expected))

test.each([
  ['it seems', '[S Oskar Malk] [C said]: [K “[S2 It] [C2 seems] as though [K2 they work against us].”]'],
  ['it crosses a mind', '[S Oskar Malk] [C said]: [K “[S2 It] [C2 never crossed my mind] that [K2 I was losing].”]'],
  ['it remains', 'Nordwind has sold a boat. [S It] [C remains to be seen] whether [K it sells more].'],
  ['it pains', 'Nordwind sold a boat, and [S it] [C pains] him when [K people laugh].'],
  ['it could be argued', 'Nordwind sold a boat. [S It] [C could be argued] that [K it had to].'],
])('nobody is meant: %s', (_, marked) => {
  const reading = read(marked)
  expect(reading.name(/S2/.test(marked) ? 2 : 1)).toBeNull()
})

test('a body may be meant by “it”', () =>
  expect(read('[S Nordwind Ferries] [C said] [K no]. [S2 It] [C2 seems] to [K2 want more].').name(2)).toBe('Nordwind Ferries'))

test('the new poll is not one of an earlier month', () => {
  const marked =
    '[S A Reuland poll published on Thursday] [C found] [K a lead]. It was wider than in [S2 a late July Reuland poll], [C2 said] [K2 so]. [S3 The new poll] [C3 showed] [K3 more]. [S4 The latest survey] [C4 showed] [K4 less].'
  const reading = read(marked)
  expect([reading.name(3), reading.name(4)]).toEqual([reading.name(1), reading.name(1)])
})

test('one phrase that speaks twice is one source', () => {
  const reading = read('[S [S2 A spokesman for the harbour board]] [C said] [K it was late] and [C2 believes] [K2 it is lost].')
  expect(reading.resolution.sources).toHaveLength(1)
  const two = read('[S A spokesman] [C said] [K it was late]. [S2 A spokesman] [C2 said] [K2 it was lost].')
  expect(two.resolution.sources).toHaveLength(2)
})
