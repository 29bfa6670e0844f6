import { expect, test } from 'vitest'
import { groupClaims } from '../../src/compare/claim.ts'
import { readStatements } from '../../src/compare/statement.ts'
import type { ClaimGroup, Statement } from '../../src/model/statement.ts'
import { publish } from './published.ts'

const page = (text: string, publisher = 'Selmark Courier', publishedAt = '2026-03-09T08:00:00Z') =>
  publish(text, { publisher, publishedAt })

/** The groups of statements of pages with these texts. */
const group = (...texts: readonly string[]): { statements: readonly Statement[]; groups: readonly ClaimGroup[] } => {
  const statements = texts.flatMap((text, index) => readStatements(page(text, `Paper ${index}`)))
  return { statements, groups: groupClaims(statements) }
}
const areOne = (one: string, other: string): boolean => {
  const { statements, groups } = group(one, other)
  return groups.some(({ members }) => new Set(members.map(index => statements[index].publication)).size === 2)
}
const differ = (one: string, other: string): readonly string[] =>
  group(one, other).groups.flatMap(({ variants }) => variants.map(({ differs }) => differs))

test.each([
  ['Twelve goats drowned in the Arrin canal, police said.', 'Police said 12 goats had drowned in the Arrin canal.'],
  [
    'The tannery will shut in the first week of June, the owner said.',
    'The owner confirmed that the tannery closes in the first week of June.',
  ],
  ['The mill burned down on June 7, a neighbour said.', 'On 7 June the mill burned down, according to the fire service.'],
  ['The Arrin tramway cost 3.4 million crowns to repair.', '"The Arrin tramway cost 3,400,000 crowns to repair," said Ida Voss.'],
  [
    'Hanno Vik said he would bring up the tannery smell with the council of Selmark.',
    'Vik said he would raise the smell of the tannery with the council of Selmark.',
  ],
  [
    'SELMARK, Estavia (NPA) — The northern lock of the Arrin canal has been repaired.',
    'The Latest: The northern lock of the Arrin canal has been repaired | Selmark Courier',
  ],
  [
    'Vik blamed the smell on “forty years of leather, neglect and lime.”',
    'The tannery has no permit, Vik wrote to the council, and put it down to “forty years of leather, neglect and lime.”',
  ],
  [
    'He adds “nothing bad will ever come out of the Selmark tannery.”',
    '“Nothing bad will come out of the Selmark tannery,” Vik told the council.',
  ],
  ['Hanno Vik hasn’t thought about selling the tannery.', 'Hanno Vik has not thought about the sale of the tannery.'],
  [
    'A dozen drivers allegedly took part in a “sustained effort” to rig the Selmark truck weighing office.',
    'The county accused a dozen drivers of a “sustained effort” to rig the Selmark truck weighing office.',
  ],
  [
    'No matter how well the tannery does, Vik will be blamed for the smell over Selmark.',
    'Vik will be blamed for the smell over Selmark however well the tannery does.',
  ],
])('the same in other words: %s', (one, other) => {
  expect(areOne(one, other)).toBe(true)
})

test.each([
  [
    'number',
    'Twelve goats drowned in the Arrin canal on Monday, police said.',
    'Twenty goats drowned in the Arrin canal on Monday, police said.',
  ],
  ['place', 'The dam at Upper Cray broke before dawn, farmers said.', 'The dam at Lower Cray broke before dawn, farmers said.'],
  ['date', 'The new ferry will sail on May 3, the harbour office said.', 'The new ferry will sail on June 10, the harbour office said.'],
  [
    'negation',
    'The striker has signed a contract with Athletic Cray, his agent said.',
    'The striker has not signed a contract with Athletic Cray, his mother said.',
  ],
  ['hedge', 'The vaccine may have been stored too warm for weeks.', 'The vaccine was stored too warm for weeks.'],
])('another %s is another claim, and a variant', (differs, one, other) => {
  expect(areOne(one, other)).toBe(false)
  expect(differ(one, other)).toEqual([differs, differs])
})

const carried = (...texts: readonly string[]): readonly string[] => {
  const { statements, groups } = group(...texts)
  return groups.filter(({ members }) => new Set(members.map(index => statements[index].publication)).size > 1).map(({ text }) => text)
}

test('a clause is no claim of its own where all who carry it carry the whole sentence', () => {
  const text = 'The paddle steamer Oriole will be scrapped in October, because her winter timetable ends with the month of September.'
  expect(carried(text, text)).toEqual([text.slice(0, -1)])
})

test('a sentence with a second clause does not keep its first from those who say that alone', () => {
  const long =
    'The paddle steamer Oriole will be scrapped before October, and her crew of deckhands has been promised places on the ferry line.'
  const short = 'The paddle steamer Oriole will be scrapped before October.'
  const texts = carried(long, long, short)
  expect(texts).toContain(short.slice(0, -1))
  expect(texts).toContain(long.slice(0, -1))
})

test('an adverb is not the noun that it looks like', () => {
  const [statement] = readStatements(page('The council has firmly refused the tannery plan.'))
  const [other] = readStatements(page('The council has hired a company for the tannery plan.'))
  expect(statement.particulars.words.filter(word => other.particulars.words.includes(word))).toEqual(['council', 'tannery', 'plan'])
})

test.each([
  [
    '_ads.push({ mode: "thumbs", container: "gallery-4", placement: "Interstitial Gallery 4" });',
    '_ads.push({ mode: "thumbs", container: "gallery-9", placement: "Interstitial Gallery 9" });',
  ],
  ['The mayor met Jouni Kärkinen in the old tannery of Selmark.', 'The mayor met Jouni Karkinen in the old tannery of Selmark.'],
  ['Nine drivers were charged for their part in rigging weights in Selmark.', 'Nine Drivers Charged For Meddling With Weights In Selmark'],
  [
    'Hanno Vik met the tannery owner Ida Voss in the old grain exchange.',
    'Hanno Vik met the tannery owner Ida Voss in the old grain exchange and did not thank her council friends.',
  ],
])('no variants: %s', (one, other) => {
  expect(differ(one, other)).toEqual([])
})

test('how a name is spoken says nothing', () => {
  const spoken = '(YOH-nee KAR-kee-nen)'
  expect(
    areOne(`Vik was met by Jouni Karkinen ${spoken} at the quay.`, `The tannery belongs to a cousin of Jouni Karkinen ${spoken}.`),
  ).toBe(false)
})

test('what is denied is not what is confirmed', () => {
  const confirmed = 'The ministry bought its software from the brother of the minister, auditors said.'
  const denied = 'Olav Thyne denied that the ministry bought its software from the brother of the minister.'
  expect(areOne(confirmed, denied)).toBe(false)
  expect(differ(confirmed, denied)).toContain('negation')
})

test('a variant says in what it differs, with the words', () => {
  const { groups } = group('Twelve goats drowned in the Arrin canal, police said.', 'Twenty goats drowned in the Arrin canal, police said.')
  const [reason] = groups[0].variants[0].reasons
  expect(reason).toMatchObject({ code: 'number-differs', message: 'another number: “20” instead of “12”' })
})

test('a source that the trace missed is read from the sentence', () => {
  const [statement] = readStatements(page('Workers found the hull cracked, people close to the yard said.'))
  expect(statement.text).toBe('Workers found the hull cracked')
  expect(statement.hops.map(({ name, identity }) => [name, identity])).toEqual([['people close to the yard', 'anonymous']])
})

test('whom a paper cites comes after the paper', () => {
  const [statement] = readStatements(
    page('The coalition has agreed to raise the pension age, the Estavian Post reports, quoting a negotiator.'),
  )
  expect(statement.hops.map(({ name }) => name)).toEqual(['the Estavian Post', 'a negotiator'])
})

test('a frame within the sentence is cut out of what it says', () => {
  const [statement] = readStatements(page('For a whole year, Corliss writes, the president slept in his office.'))
  expect(statement.text).toBe('For a whole year the president slept in his office')
})

test('times of day, credits and questions are no statements', () => {
  expect(
    readStatements(
      page('Updated 9:54 pm PDT, Sunday, July 15, 2018\n\n(AP Photo/Geert Vanden Broek)\n\nWho pays for the new harbour crane?'),
    ),
  ).toEqual([])
})

test('spans point at the words', () => {
  const publication = page('The owner said that the tannery would close. "We owe Cray a great deal," Morten Brannick said.')
  for (const { span, text } of readStatements(publication)) expect(publication.trace.document.text.slice(span.start, span.end)).toBe(text)
})

test('the order of articles changes neither groups nor their names', () => {
  const texts = [
    'Twelve goats drowned in the Arrin canal, police said.',
    'The mill burned down on June 7, a neighbour said.',
    'In the Arrin canal 12 goats have drowned.',
  ]
  const statements = texts.flatMap((text, index) => readStatements({ ...page(text), id: `s${index}` }))
  const name = (groups: readonly ClaimGroup[]) => groups.map(({ id, members }) => `${id} ${members.length}`).sort()
  expect(name(groupClaims([...statements].reverse()))).toEqual(name(groupClaims(statements)))
})

test('a long row of commas and quotation marks is read in no time to speak of', () => {
  const text = `${'"a, b said, '.repeat(4000)} end of it.`
  expect(
    readStatements({ ...page('Short.'), trace: { ...page('Short.').trace, document: { ...page('Short.').trace.document, text } } }).length,
  ).toBeLessThan(2000)
})

test.each([
  ['a month is no doubt', 'The planetarium will open on 3 May, said its director, Hanno Vik.', 'its director, Hanno Vik'],
  ['what somebody saw is no frame', 'Wilma Oates, the keeper, saw the trawler turn off its lights, Oates told us by telephone.', 'Oates'],
])('%s', (_, text, source) => {
  const [statement] = readStatements(page(text))
  expect(statement.particulars.hedged).toBe(false)
  expect(text).toContain(statement.text)
  expect(statement.hops.at(-1)?.name).toContain(source)
})
