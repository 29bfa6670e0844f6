import fc from 'fast-check'
import { expect, test } from 'vitest'
import { classifyMention, type Mention } from '../../src/mention/index.ts'
import { annotateText, parseMarked } from '../resolve/marked.ts'

const classify = (marked: string): Mention => {
  const { text, attributions } = parseMarked(marked)
  return classifyMention(annotateText(text), attributions[0].source[0])
}

test.each<[string, Partial<Mention>]>([
  [
    'The dam will open, [S a ministry spokesman] said.',
    { name: 'a ministry spokesman', kind: 'person', identity: 'unnamed', count: 1, title: 'spokesman', affiliation: 'ministry' },
  ],
  ['[S the Harbour Gazette] said so.', { name: 'the Harbour Gazette', kind: 'outlet', identity: 'named', count: null }],
  ['[S Radio Meridian] said so.', { name: 'Radio Meridian', kind: 'outlet', identity: 'named' }],
  ['It was said by [S the agency Velanews].', { name: 'Velanews', kind: 'outlet', identity: 'named' }],
  ['[S The al-Dahna television channel] said so.', { name: 'The al-Dahna', kind: 'outlet', identity: 'named' }],
  ['[S the pink pages of the Sporting Star] said so.', { name: 'the Sporting Star', kind: 'outlet', identity: 'named' }],
  ['[S newspapers close to the ruling party] said so.', { kind: 'outlet', identity: 'unnamed', count: null }],
  ['[S local media] said so.', { kind: 'outlet', identity: 'unnamed', count: null }],
  ['According to [S unconfirmed reports] it sank.', { identity: 'unnamed', count: null }],
  ['[S a leaked memo] says so.', { kind: 'document', identity: 'named', count: null }],
  ['[S a study published in the Journal of Soil Science] says so.', { kind: 'document', issuer: 'the Journal of Soil Science' }],
  ['[S court documents] say so.', { kind: 'document', identity: 'named', issuer: 'court' }],
  ['[S police] said so.', { name: 'police', kind: 'organization', identity: 'named', count: null }],
  ['[S The foreign ministry in Sellin] said so.', { name: 'The foreign ministry in Sellin', kind: 'organization', identity: 'named' }],
  ['[S the Bank of Ilmar] said so.', { name: 'the Bank of Ilmar', kind: 'organization' }],
  [
    '[S two people briefed on the talks] said so.',
    { name: 'two people briefed on the talks', kind: 'group', identity: 'anonymous', count: 2, descriptor: 'briefed on the talks' },
  ],
  ['[S ministry sources in Ilmar] said so.', { kind: 'group', identity: 'anonymous', count: null }],
  [
    '[S a senior official familiar with the matter] said so.',
    { kind: 'person', identity: 'anonymous', count: 1, descriptor: 'familiar with the matter' },
  ],
  ['[S a person close to the negotiations] said so.', { kind: 'person', identity: 'anonymous', count: 1 }],
  ['[S three people who were on the call] said so.', { kind: 'group', identity: 'anonymous', count: 3 }],
  ['[S three people who were in the car] said so.', { kind: 'group', identity: 'unnamed', count: 3 }],
  ['[S a Harden University study undertaken with the union] said so.', { kind: 'document', issuer: 'Harden University' }],
  ['[S a recent batch of public records] says so.', { kind: 'document' }],
  ['[S Residents of Selt] said so.', { kind: 'group', identity: 'unnamed' }],
  ['[S One of the three] said so.', { kind: 'person', count: 1, isPartitive: true }],
  ['[S The national rail operator] said so.', { kind: 'organization', identity: 'named' }],
  ['[S Both the Democrats and Republicans] said so.', { kind: 'group', identity: 'unnamed' }],
  ['[S Others such as Ada Brun of Pell] said so.', { name: 'Others', kind: 'group', identity: 'unnamed' }],
  ['[S Some 64%] said so.', { kind: 'group', identity: 'unnamed' }],
  ['[S The country] said so.', { kind: 'organization' }],
  [
    '[S The Director of National Intelligence, Dan Coats,] said so.',
    { name: 'Dan Coats', kind: 'person', title: 'Director of National Intelligence' },
  ],
  ['[S Osama bin Raqib] said so.', { name: 'Osama bin Raqib', kind: 'person' }],
  [
    '[S Carmel Brandt, vice president for policy for the Center for Inland Progress, a think tank,] said so.',
    { title: 'vice president for policy', affiliation: 'the Center for Inland Progress' },
  ],
  ['[S Percival Thorne], who chairs the allotment society, said so.', { affiliation: 'the allotment society' }],
  ['[S Derek Mitcham], who served as ambassador to Ilmar until 2014, said so.', { title: 'ambassador to Ilmar' }],
  ['[S Longtime Democratic pollster Pat Cadwell] said so.', { affiliation: null }],
  ['[S Billionaire and Marsh critic Mark Ruban] said so.', { affiliation: null }],
  ['[S White House press secretary Josh Ernst] said so.', { title: 'press secretary', affiliation: 'White House' }],
  ['[S Ivo Marsh and his aides] said so.', { kind: 'group', affiliation: null }],
  [
    '[S the fund’s top lawyer, Solicitor General Noel Frank,] said so.',
    { title: 'top lawyer, Solicitor General', affiliation: 'the fund' },
  ],
  ['[S Thursday’s filing] says so.', { kind: 'document', issuer: null }],
  ['[S one of the officials] said so.', { kind: 'person', count: 1, isPartitive: true }],
  ['[S a dozen officials] said so.', { kind: 'group', identity: 'unnamed', count: 12 }],
  ['[S more than 20 witnesses] said so.', { kind: 'group', count: null }],
  ['[S dozens of residents] said so.', { kind: 'group', identity: 'unnamed', count: null }],
  ['[S a group of experts] said so.', { kind: 'group', identity: 'unnamed', count: null }],
  ['[S both men] said so.', { kind: 'group', count: 2, gender: 'male' }],
  ['[S the 34-year-old nurse] said so.', { kind: 'person', identity: 'unnamed', count: null, title: 'nurse' }],
  ['[S The Prime Minister] said so.', { kind: 'person', identity: 'unnamed', isRole: true }],
  ['[S Prime Minister Ruta Kask] said so.', { name: 'Ruta Kask', title: 'Prime Minister', identity: 'named' }],
  ['[S US Secretary of State Anna Bell] said so.', { name: 'Anna Bell', kind: 'person', gender: 'female' }],
  ['[S Prof. Ida Moreau] said so.', { name: 'Ida Moreau', kind: 'person', title: null }],
  ['[S A Trust botanist, Dr Elspeth Nair,] said so.', { name: 'Elspeth Nair', title: 'botanist', affiliation: 'Trust' }],
  ['[S One of them, Abel Quist,] said so.', { name: 'Abel Quist', kind: 'person', identity: 'named' }],
  ['[S a hospital spokeswoman, Dana Whitlock] said so.', { name: 'Dana Whitlock', identity: 'named' }],
  ['[S a report in the Eastern Courant] said so.', { kind: 'document', issuer: 'the Eastern Courant' }],
  ['[S an official there] said so.', { kind: 'person', identity: 'unnamed', count: 1 }],
  ['[S he] said so.', { isPronoun: true, gender: 'male', number: 'singular' }],
  ['[S its editor] said so.', { kind: 'person', identity: 'unnamed', isRole: true }],
])('%s', (marked, expected) => {
  expect(classify(marked)).toMatchObject(expected)
})

test('a mention is read only from the words it is given and those right after', () => {
  expect(classify('[S Tariq Belmont], a lecturer at Orrin University, said so. He left.')).toMatchObject({
    title: 'lecturer',
    affiliation: 'Orrin University',
  })
  expect(classify('[S Tariq Belmont] said so. A lecturer left.')).toMatchObject({ title: null, affiliation: null })
})

const word = fc.constantFrom(
  'the',
  'a',
  'of',
  'in',
  ',',
  '’s',
  'Harbour',
  'Gazette',
  'minister',
  'sources',
  'two',
  'Ada',
  'Brun',
  'who',
  'said',
  '“',
  '”',
  '(',
  '—',
  'police',
  '34',
  'and',
)

test('any words in any order give a mention whose name stands in the text', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 14 }), fc.nat(200), fc.nat(200), (words, a, b) => {
      const text = words.join(' ')
      const start = Math.min(a, b) % (text.length + 1)
      const end = Math.max(start, Math.max(a, b) % (text.length + 1))
      const mention = classifyMention(annotateText(text), { start, end })
      expect(text).toContain(mention.name)
      expect(mention.core.first).toBeLessThanOrEqual(mention.core.last)
    }),
    { numRuns: 300 },
  )
})
