import { expect, test } from 'vitest'
import { find } from './found.ts'

test.each([
  ['“I name the queens before I bury them,” says the beekeeper.', 'the beekeeper / says / “I name the queens before I bury them,”'],
  [
    'The painting could be a pupil’s copy, conceded its owner, Ottoline Prys, who has staked a fortune on it.',
    'its owner, Ottoline Prys, who has staked a fortune on it / conceded / The painting could be a pupil’s copy',
  ],
])('who stands behind the verb speaks, and is nothing said: %s', (text, line) => {
  expect(find(text)).toEqual([line])
})

test('whoever follows a year at the beginning of a sentence is its subject', () => {
  expect(find('In 2014 Gerd Aschner, the engineer who built the tunnel, warned the city that the pumps would fail in a flood.')).toEqual([
    'Gerd Aschner / warned / the pumps would fail in a flood',
  ])
})

test('whom somebody orders is part of the order', () => {
  expect(find('The treasurer told her clerk to burn the ledgers.')).toEqual(['The treasurer / told / her clerk to burn the ledgers'])
})
