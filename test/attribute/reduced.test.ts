import { expect, test } from 'vitest'
import { find } from './found.ts'

test.each([
  ['A memo leaked to the Gazette says the bridge is unsafe.', 'A memo leaked to the Gazette / says / the bridge is unsafe'],
  [
    'A survey carried out by the guild last year suggested that only one hospital in ten had a rest room.',
    'A survey carried out by the guild last year / suggested / only one hospital in ten had a rest room',
  ],
])('who says it is the noun that a participle belongs to, not the last name in its phrase: %s', (text, line) => {
  expect(find(text)).toEqual([line])
})

test('a name after a preposition of its own clause stays', () => {
  expect(find('In a letter to the council the bank said the loan was safe.')).toEqual(['the bank / said / the loan was safe'])
})
