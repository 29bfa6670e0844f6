import { expect, test } from 'vitest'
import { read } from './marked.ts'

test.each<[string, string, number, string]>([
  [
    'who, a name',
    'The ban was imposed by Lucan Frey, [S who] [C told] parliament that [K the ferries had carried rifles].',
    1,
    'Lucan Frey',
  ],
  [
    'who, with what follows it',
    'A night-shift worker, [S who asked not to be named,] [C said] [K managers had ignored the readings].',
    1,
    'A night-shift worker',
  ],
  [
    'which, a document and not its writer',
    'A memo from Harlan Ochs, [S which] [C said] [K the cables had failed], was read aloud.',
    1,
    'A memo from Harlan Ochs',
  ],
  [
    'who, people spoken of in passing',
    'The change came after pressure from several local activists [S who] [C praised] [K the delay].',
    1,
    'several local activists',
  ],
  [
    'a view and whose it is',
    'Percival Thorne wants the old fence back. [S Thorne’s complaint] [C is] that [K deer eat the peas].',
    1,
    'Percival Thorne',
  ],
  [
    'whose widow she is',
    'Inspector Paul Amadi closed the towpath. [S Kit Rowe’s widow, Marta,] [C wrote] a letter: [K “[S2 He] [C2 said] [K2 the gate groaned].”]',
    2,
    'Kit Rowe',
  ],
  [
    'a woman with an amplifier is nobody new',
    'Ilse Marchetti keeps the microphone in a tin. [K “I’m a woman with a good amplifier,”] [S she] [C says]. [K2 “They rang me up,”] [S2 she] [C2 recalls].',
    2,
    'Ilse Marchetti',
  ],
  ['one more of two', 'Two clerks [C said] [K the files had burned]. [K2 “It was Tuesday,”] [S2 the other] [C2 said].', 2, 'the other'],
])('%s', (_, marked, number, name) => {
  expect(read(marked).name(number)).toBe(name)
})

test('an expletive “it” is nobody', () => {
  expect(read('Vesper Lane has a cold. [S It] [C is believed] that [K the tour is over].').source(1)).toBeNull()
})

test.each([
  [
    'A lock keeper who had asked for a new gate was ignored, it emerged. Walter Insley, 61, [S he] said so. [S2 The keeper] [C2 said] [K2 the gate was rotten].',
  ],
])('whom a story opens with is whom it names first', marked => {
  expect(
    read(
      `[S3 A lock keeper] [C3 was told] [K3 the gate was safe]. ${marked.slice(marked.indexOf('Walter')).replace('[S he] said so', 'lost his job')}`,
    ).name(2),
  ).toBe('Walter Insley')
})

test('a firm told before its name', () => {
  const reading = read(
    '[S The streaming company] [C said] [K it would end the rule]. Murmur had begun it in May. Murmur was blamed at once. [S2 The company] [C2 said] [K2 it was sorry]. Murmur is ten years old.',
  )
  expect([reading.name(1), reading.name(2)]).toEqual(['Murmur', 'Murmur'])
})
