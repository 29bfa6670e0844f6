import { expect, test } from 'vitest'
import { loadModel } from '../../src/node.ts'
import { trace } from '../../src/trace.ts'

const model = await loadModel()

/** Every claim's content and source, as the text has them. */
const claimsOf = (text: string): string[] =>
  trace(text, model).attributions.map(({ content, source }) => {
    const words = (spans: readonly { readonly start: number; readonly end: number }[]): string =>
      spans.map(({ start, end }) => text.slice(start, end)).join(' … ')
    return `${words(content)} ← ${words(source)}`
  })

test.each([
  ['The museum, Mr Brell said, celebrated several of his heroes.', 'The museum … celebrated several of his heroes ← Mr Brell'],
  [
    'Climate change, the minister often says, is the greatest threat facing the world.',
    'Climate change … is the greatest threat facing the world ← the minister',
  ],
  [
    'But the bridge over the Tarn, engineers told the Harbour Gazette, would not reopen before May.',
    'the bridge over the Tarn … would not reopen before May ← engineers',
  ],
])('what is said goes on after who says it: %s', (text, claim) => {
  expect(claimsOf(text)).toEqual([claim])
})

test('a comma between two clauses of one speaker interrupts nothing', () => {
  expect(claimsOf('The council met on Monday, and Mr Brell said the museum would close.')).toEqual(['the museum would close ← Mr Brell'])
})

test('what comes after "that" and a comma begins after the comma', () => {
  expect(claimsOf('Mrs Orlova noted that, like him, Mr Prand had been booed in coal country.')).toEqual([
    'like him, Mr Prand had been booed in coal country ← Mrs Orlova',
  ])
})
