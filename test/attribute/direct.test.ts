import { expect, test } from 'vitest'
import { find, kindsOf } from './found.ts'

test('a quotation with its speaker after it', () => {
  const text = '“The mill will not reopen before spring,” said Ines Varga, who has run it for ten years.'
  expect(find(text)).toContainEqual(expect.stringMatching(/^Ines Varga.* \/ said \/ “The mill will not reopen before spring,”$/))
  expect(kindsOf(text)[0]).toBe('direct')
})

test('a quotation split by its speaker is one attribution in two pieces', () => {
  expect(find('“The doors,” Hana Petrov said, “were locked.”')).toEqual(['Hana Petrov / said / “The doors,” … “were locked.”'])
})

test('a colon brings in a quotation', () => {
  expect(find('She asked him about the ledger. Strand replied: “I never saw it in my life.”')).toContainEqual(
    'Strand / replied / “I never saw it in my life.”',
  )
})

test('quotation marks around a part make it mixed', () => {
  expect(kindsOf('The ministry said the plan was “entirely voluntary”.')).toEqual(['mixed'])
  expect(kindsOf('The ministry said the plan was voluntary.')).toEqual(['indirect'])
})

test('single marks count as quotation marks, apostrophes do not', () => {
  const text = "'I've sat through eleven governments' worth of nonsense,' Dame Winifred Okell said on Monday."
  expect(find(text)).toEqual(["Dame Winifred Okell / said / 'I've sat through eleven governments' worth of nonsense,'"])
  expect(kindsOf(text)).toEqual(['direct'])
})

test('a speaker told in the sentence before, and no cue', () => {
  const text = 'Hana Petrov, a nurse at the clinic, described the scene. “The doors were locked. Nobody had a key.”'
  expect(find(text).map(line => line.split(' / ')[2])).toContainEqual('“The doors were locked. Nobody had a key.”')
})

test('each paragraph of a speech that opens with a mark runs on', () => {
  const text =
    '“We waited all night for the boats,” the harbour master said.\n\n“Nobody came before dawn, and when they came it was too late to turn the tankers.\n\n“We will ask why.”'
  const lines = find(text)
  expect(lines[0]).toMatch(/^the harbour master \/ said \/ “We waited all night for the boats,”/)
  expect(lines.join('\n')).toContain('“Nobody came before dawn')
  expect(lines.join('\n')).toContain('“We will ask why.”')
})
