import { expect, test } from 'vitest'
import { find } from './found.ts'

const contents = (text: string): string[] => find(text).map(line => line.split(' / ')[2])

test('that is left to the cue, and the last stop to the sentence', () => {
  expect(find('The lecturer warned that the handover would not end the war.')).toEqual([
    'The lecturer / warned / the handover would not end the war',
  ])
})

test('according to, before and after', () => {
  expect(find('According to the indictment, the ledger recorded 61 payments.')).toContainEqual(
    'the indictment / According to / the ledger recorded 61 payments',
  )
  expect(find('The centre had received 31 patients by noon, according to a spokeswoman.')).toContainEqual(
    expect.stringMatching(/^a spokeswoman \/ according to \/ The centre had received 31 patients/),
  )
})

test('the hearer is no part of what was told', () => {
  expect(contents('The judge reminded jurors that the witness had been promised immunity.')).toContain(
    'the witness had been promised immunity',
  )
  expect(contents("The clerk told the Gazette the council's tender had drawn nine bids.")).toContain(
    "the council's tender had drawn nine bids",
  )
})

test('nor is when it was told', () => {
  expect(contents('The captain said an inspector had told him in February the ship would leave.')).toContain('the ship would leave')
})

test('leaflets that urge are the ones who urge', () => {
  expect(find('On Monday, army aircraft dropped thousands of leaflets over the town, urging residents to stay indoors.')).toEqual([
    'thousands of leaflets / urging / residents to stay indoors',
  ])
})

test('a pose struck is no claim', () => {
  expect(find('Vance nodded along to the speech. She leaned forward in her chair.')).toEqual([])
})

test('a document speaks', () => {
  expect(find('Court papers show that the aircraft was seized in May.')).toEqual(['Court papers / show / the aircraft was seized in May'])
})

test('a clause with a subject of its own belongs to its own speaker', () => {
  const found = contents('Ewa Domag said the horse was lame, but its trainer insisted it was only sulking.')
  expect(found).toContain('the horse was lame')
})

test('a claim that a noun brings in', () => {
  expect(find('Ingrid Szabo’s warning that the dyke is hollow went unheeded.').join('\n')).toContain('the dyke is hollow')
})

test('a refusal to say is no claim', () => {
  expect(find('The shipyard declined to comment.')).toEqual([])
})

test('a text without speech has none', () => {
  expect(find('The shipyard closed in March with the loss of 340 jobs. Its gates are shut.')).toEqual([])
})

test('to ask not to be named is no claim', () => {
  expect(contents('Two mechanics said the brakes had failed. Both asked not to be identified.')).toEqual(['the brakes had failed'])
  expect(contents('Two clerks said the vault was empty. They asked not to be named because the audit is going on.')).toEqual([
    'the vault was empty',
  ])
})

test('when it was said is no part of what was', () => {
  expect(contents('The ministry said last night it had closed the tunnel.')).toEqual(['it had closed the tunnel'])
})

test('a noun phrase with a participle has one verb of saying', () => {
  expect(find('A correction posted on the site explains that the photograph was taken in 2011.')).toEqual([
    'A correction posted on the site / explains / the photograph was taken in 2011',
  ])
})

test('what a jury heard holds what was told there', () => {
  expect(find('She was ordered to burn the books, a jury heard on Wednesday.')).toEqual([
    'a jury / heard / She was ordered to burn the books',
  ])
  expect(find('The treasurer told her clerk to burn the ledgers, a jury heard on Wednesday.')).toEqual([
    'a jury / heard / The treasurer told her clerk to burn the ledgers',
    '> The treasurer / told / her clerk to burn the ledgers',
  ])
})

test.each([
  'You say the wine is bad but the trees are healthy, and this suggests that the frost came late.',
  'The bridge was closed, which suggests that the cables have rusted.',
])('words that point back say nothing: %s', text => {
  expect(find(text)).toEqual([])
})

test('a trust that is pointed at with which does say so', () => {
  expect(find('The vote was put off by the Orley Trust, which said that the roll was out of date.').join()).toContain(
    'said / the roll was out of date',
  )
})

test('a share placed in a poll is the poll’s', () => {
  expect(find('Hallam leads Pym 45% to 41% in a Reuland poll published on Thursday.')).toEqual([
    'a Reuland poll / in / Hallam leads Pym 45% to 41%',
  ])
})

test('a relative pronoun alone is nothing said', () => {
  expect(find('The president will meet the envoy, for whom he has expressed admiration, and the two will dine alone.')).toEqual([])
})

test('a speaker after the verb, where both sides were taken for what was said', () => {
  expect(
    find(
      "On the outer islands, four hundred houses have had no water since the storm, said the Lifeboat Fund's head of relief, Oskar Brandt.",
    ),
  ).toEqual([
    "the Lifeboat Fund's head of relief, Oskar Brandt / said / On the outer islands, four hundred houses have had no water since the storm",
  ])
})

test('the terms that somebody speaks on are nothing that is said', () => {
  expect(
    contents(
      'Two officials, speaking on condition of anonymity because they were not authorised to discuss the matter, said the talks had collapsed.',
    ),
  ).toEqual(['the talks had collapsed'])
  expect(contents('A clerk who spoke anonymously to keep her job said on Monday that the vault was empty.')).toEqual([
    'the vault was empty',
  ])
  expect(contents('Speaking to the Gazette, the captain said the ice was too thin.')).toEqual(['the ice was too thin'])
})

test('where something was said is no part of it', () => {
  expect(contents('In a filing with the commercial court in Obermark, Pelikan Freight said it had lost its only aircraft.')).toEqual([
    'it had lost its only aircraft',
  ])
  expect(contents('In a letter to the council, the vicar wrote that the tower was leaning.')).toEqual(['the tower was leaning'])
})

test('reports that say something are who says it', () => {
  expect(find('Media reports said two ministers would step down.')).toEqual(['Media reports / said / two ministers would step down'])
})

test('an outlet that cites somebody reports the clause before it', () => {
  const text =
    'The tunnel may have been flooded on purpose, Radio Meridian reported on Wednesday, citing two engineers close to the inquiry.'
  expect(contents(`${text}\n\nNobody was hurt. The mayor said the pumps had been tested in May.`)).toContain(
    'The tunnel may have been flooded on purpose',
  )
})

test('what a jury in a town heard holds what was told there', () => {
  expect(find('A bookkeeper was ordered to burn the ledgers, a jury in Dunmere heard on Wednesday.')[0]).toBe(
    'a jury in Dunmere / heard / A bookkeeper was ordered to burn the ledgers',
  )
})
