import { expect, test } from 'vitest'
import type { Source } from '../../src/model/source.ts'
import { read, type Setting } from './marked.ts'

test.each<[string, string, number, Partial<Source>]>([
  [
    'a profession not told before',
    'Inga Solbakk of the brokerage Lund & Hare has followed the yard for ten years. [S The analyst] [C said] [K the yard had one customer].',
    1,
    { name: 'Inga Solbakk', title: 'analyst' },
  ],
  [
    'an age',
    '[S Ivana Marsh, the governor’s eldest daughter,] [C said] [K fathers were not meant]. When pressed, [S2 the 34-year-old mother of three] [C2 replied], [K2 “It is for mothers.”]',
    2,
    { name: 'Ivana Marsh' },
  ],
  [
    'an age after a name that is no part of it',
    '[S Leo Corran] [C said] [K they had fallen silent]. Asked by Ms Dacre whether his brother had threatened Mr Asher, [S2 the 43-year-old vet] [C2 replied]: [K2 “Not in my hearing.”]',
    2,
    { name: 'Leo Corran' },
  ],
  [
    'the new poll, where there is one',
    '[S A Reuland poll] [C found] [K that 45% of drivers want the tunnel]. [S2 The latest survey] [C2 showed] [K2 that 20% had no view].',
    2,
    { name: 'A Reuland poll' },
  ],
  [
    'an opponent',
    '[S Owen Trask] [C said] [K the flats were needed]. [S2 Sandra Pike] [C2 said] [K2 she would complain]. [S3 Her opponent] [C3 said] [K3 he was looking forward to it].',
    3,
    { name: 'Owen Trask' },
  ],
  [
    'an opponent among three is not guessed',
    '[S Owen Trask] [C said] [K yes]. [S2 Ted Bewick] [C2 said] [K2 no]. [S3 Sandra Pike] [C3 said] [K3 she would complain]. [S4 Her opponent] [C4 said] [K4 he would not].',
    4,
    { name: "Sandra Pike's opponent", identity: 'unnamed' },
  ],
  [
    'a role whose name comes with its second mention',
    '[S A spokesman for Vellmark Rail] [C denied] [K that an offer had been withdrawn]. [K2 “There was no paper,”] [S2 the spokesman, Jonas Fell,] [C2 said].',
    1,
    { name: 'Jonas Fell', identity: 'named', affiliation: 'Vellmark Rail' },
  ],
  [
    'a new holder of the same role is somebody else',
    '[S A spokesman for Vellmark Rail] [C denied] [K that an offer had been withdrawn]. [K2 “There was no paper,”] [S2 a union spokesman, Jonas Fell,] [C2 said].',
    1,
    { identity: 'unnamed' },
  ],
  [
    'a lone name that is a company’s',
    'Blitzify is backing away from its policy. [S The company] [C said] [K it had created confusion]. [S2 Blitzify] [C2 said] [K2 more on Friday]. Blitzify was founded in May.',
    1,
    { name: 'Blitzify', kind: 'organization' },
  ],
  ['a lone name before “who”', '[S Blitzkid, who is awaiting trial,] [C said] [K he was glad].', 1, { name: 'Blitzkid', kind: 'person' }],
  [
    'somebody named a sentence later',
    '[K “I signed it,”] [S he] [C admitted]. Rufus Adeyemi rarely admits anything.',
    1,
    { name: 'Rufus Adeyemi' },
  ],
  [
    'a body of which the name is only a part',
    'The visit was arranged by members of the Ilmari government, [S which] has [C denied] [K any part in the attack].',
    1,
    { name: 'the Ilmari government', kind: 'organization' },
  ],
  [
    'what somebody is now',
    'The mayor dislikes Osgood, now the council leader, [S who] [C said] in 2010 [K that the bridge would fall].',
    1,
    { name: 'Osgood' },
  ],
  [
    'the woman that a title tells of',
    'Josh Ernst spoke first. [K “They are wrong,”] [C said] [S the widow Terry Strada]. [S2 She] [C2 added], [K2 “We ask for a hearing.”]',
    2,
    { name: 'Terry Strada' },
  ],
  [
    'whom somebody speaks for',
    'Speaking for the Cheese Council, [S Ambrose Keel] [C said] [K the rind was safe].',
    1,
    { name: 'Ambrose Keel', affiliation: 'the Cheese Council' },
  ],
  [
    'one of an anonymous group',
    '[S Managers at two hospitals, who spoke on condition of anonymity because they feared for their jobs,] [C said] [K there was no money]. [K2 “We can’t find beds,”] [S2 one] [C2 said].',
    2,
    { kind: 'person', identity: 'anonymous', count: 1, reason: 'they feared for their jobs' },
  ],
  [
    'whoever leads a group that spoke',
    'Ivo Marsh met Vlad Pusk on Monday. [S Marsh and his aides] [C said] [K that nothing would come of it]. [S2 He] [C2 told] [K2 them to wait].',
    2,
    { name: 'Ivo Marsh' },
  ],
  [
    'nobody is “the head”',
    'My father died of a tumour. He was sick in the head. [S My mother] [C said] [K it was late]. [S2 She] [C2 says] [K2 such things].',
    2,
    { name: 'My mother' },
  ],
  [
    'both of two',
    '[S Two people with knowledge of the talks] [C said] [K the offer was 4 per cent]. [S2 Both] [C2 said] [K2 it would rise].',
    2,
    { name: 'Two people with knowledge of the talks', identity: 'anonymous', count: 2 },
  ],
])('%s', (_, marked, number, { name, title, kind, identity, affiliation, count, reason }) => {
  const wanted = Object.entries({ name, title, kind, identity, affiliation, count, reason }).filter(([, value]) => value !== undefined)
  expect(read(marked).source(number)).toMatchObject(Object.fromEntries(wanted))
})

const signed: Setting = { authors: ['Leah Brandt'] }

test('“I” outside of quotation marks is the one author of the page', () => {
  expect(read('[S I] [C think] [K the court will look away].', signed).name(1)).toBe('Leah Brandt')
  expect(read('[S I] [C think] [K the court will look away].', { authors: ['Leah Brandt', 'Ada Brun'] }).name(1)).toBeNull()
  const unsigned = read('[S I] [C think] [K the court will look away]. [S2 I] [C2 hope] [K2 so].')
  expect(unsigned.resolution.sources).toMatchObject([{ name: 'I', kind: 'person', identity: 'unnamed', count: 1 }])
  expect(read('“The court is blind. [S I] [C think] [K it will look away].', signed).name(1)).toBeNull()
})
