import { expect, test } from 'vitest'
import { read } from './marked.ts'

test.each<[string, string, Record<number, string | null>]>([
  [
    'the speaker goes on',
    '[S Petra Holm] [C said] [K the quay was unsafe]. [S2 She] [C2 added] [K2 that nobody had inspected it since spring].',
    { 2: 'Petra Holm' },
  ],
  [
    'somebody introduced before',
    'Priya Nand joined the board in 2014. [S She] [C told] the Lakeside Courier [K that the accounts were never audited].',
    { 1: 'Priya Nand' },
  ],
  [
    'gender against recency',
    '[S Marta Lind] [C accused] Viktor Strom of [K lying to the council]. [S2 He] [C2 replied] [K2 that he had shown everyone the contract].',
    { 2: 'Viktor Strom' },
  ],
  [
    'two men, the speaker goes on',
    '[S Daniel Roe] [C said] [K Peter Falk had left the building at noon]. [S2 He] [C2 said] [K2 the alarm rang an hour later].',
    { 2: 'Daniel Roe' },
  ],
  [
    'a role as antecedent',
    'A woman was pulled from the river at dawn. [S She] [C told] rescuers [K the boat had turned over twice].',
    { 1: 'A woman' },
  ],
  [
    'several sentences on',
    'Tomas Brandt has run the mill for thirty years. He bought it from his uncle. It burned once. [S He] [C says] [K it will not burn again].',
    { 1: 'Tomas Brandt' },
  ],
  [
    'it is the body',
    '[S The Harbour Trust] [C rejected] [K the offer]. [S2 It] [C2 said] [K2 the price was an insult].',
    { 2: 'The Harbour Trust' },
  ],
  [
    'they are the group',
    '[S Three council members] [C said] [K the vote was illegal]. [S2 They] [C2 demanded] [K2 a recount].',
    { 2: 'Three council members' },
  ],
  [
    'they are residents',
    'Residents gathered outside the plant on Monday. [S They] [C said] [K the smoke had made their children ill].',
    { 1: 'Residents' },
  ],
  [
    'I in a quotation',
    '[K “[S2 I] [C2 told] them [K2 the door was locked],”] [S Hana Petrov] [C said].',
    { 1: 'Hana Petrov', 2: 'Hana Petrov' },
  ],
  [
    'we in a quotation',
    '[K “[S2 We] [C2 warned] [K2 the ministry twice],”] [C said] [S Karl Unger, the plant’s manager].',
    { 2: 'Karl Unger' },
  ],
  [
    'he in a quotation is another',
    '[K “[S2 He] [C2 told] me [K2 to burn it],”] [S Noor Hallam] [C said] of Victor Strand.',
    { 1: 'Noor Hallam' },
  ],
  [
    'he in a quotation, told before',
    '[S Noor Hallam] [C said] [K her manager, Victor Strand, came at five]. [K2 “[S3 He] [C3 said], [K3 ‘Take it home,’]”] [S2 Hallam] [C2 testified].',
    { 2: 'Noor Hallam', 3: 'Victor Strand' },
  ],
  [
    'he in indirect speech is the speaker',
    '[S Miles Orrick] [C said] [K [S2 he] [C2 believed] [K2 the jury would be fair]].',
    { 2: 'Miles Orrick' },
  ],
  ['she by title', 'Dame Winifred Okell spoke last. [S She] [C called] [K the plan daft].', { 1: 'Winifred Okell' }],
  ['she by role noun', 'The spokeswoman, R. Adeyemi, was blunt. [S She] [C said] [K nothing would change].', { 1: 'R. Adeyemi' }],
  [
    'gender told by a later pronoun',
    'Quill Vale, 38, arrived with her lawyer. Ondra Marn waited outside with his brother. [S She] [C said] [K the ledger was gone].',
    { 1: 'Quill Vale' },
  ],
  ['a relative pronoun', 'The letter went to the Harbour Trust, [S which] [C said] [K it had no money].', { 1: 'the Harbour Trust' }],
  ['nobody by “this”', 'The vote was late. [S This] [C showed] [K that nobody cared].', { 1: null }],
  ['nobody fits', '[S It] [C was reported] [K that the talks had failed].', { 1: null }],
  [
    'a paper is it',
    'The Capital Ledger printed the list on Friday. [S It] [C said] [K twelve firms had paid].',
    { 1: 'The Capital Ledger' },
  ],
  [
    'across paragraphs',
    '[S Ida Moreau] [C said] [K the glacier had lost a third of its mass].\n\n[K2 “It will not come back,”] [S2 she] [C2 said].',
    { 2: 'Ida Moreau' },
  ],
])('%s', (_, marked, expected) => {
  const reading = read(marked)
  for (const [number, name] of Object.entries(expected)) expect(reading.name(Number(number))).toBe(name)
})

test('a close reading is kept as an alternative', () => {
  const reading = read('Daniel Roe met Peter Falk on the quay. [S He] [C said] [K the ferry was late].')
  const names = [
    reading.name(1),
    ...reading.resolution.decisions.filter(({ about }) => about === 'a1').flatMap(({ considered }) => considered),
  ]
  expect(names).toEqual(expect.arrayContaining(['Daniel Roe', 'Peter Falk']))
})
