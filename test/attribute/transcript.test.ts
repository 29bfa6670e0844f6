import { expect, test } from 'vitest'
import { find, kindsOf } from './found.ts'

const transcript = `HOST: Welcome back. What did the harbour board know?

MARA QUILL: The gates were open all night. Nobody told the crews.

HOST: Who gave the order?

MARA QUILL: The duty officer told me the order came from the mayor.

HOST: Thank you.`

test('turns of a transcript are direct speech of their label', () => {
  const lines = find(transcript)
  expect(lines).toContainEqual('MARA QUILL /  / The gates were open all night. Nobody told the crews.')
  expect(kindsOf(transcript)[0]).toBe('direct')
})

test('speech within a turn is found', () => {
  expect(find(transcript)).toContainEqual('> The duty officer / told / the order came from the mayor')
})

test('a text with a colon in two paragraphs is no transcript', () => {
  expect(find('Weather: rain later in the north.\n\nTraffic: the bridge is shut until noon today.')).toEqual([])
})
