import { describe, expect, test } from 'vitest'
import type { TracedDocument } from '../../src/index.ts'
import { renderPage } from '../../src/report/index.ts'
import { find, story } from './story.ts'

const plain = { width: 80, color: false }
const page = renderPage(story, plain)
const lines = page.split('\n')
const linesAfter = (line: string): string[] => lines.slice(lines.indexOf(line) + 1)

describe('heading', () => {
  test('tells where and when it was published and what it was republished from', () => {
    expect(lines.slice(0, 3)).toEqual([
      'Grey Island ferry sold, say officials',
      'Lakeside Courier, 14 March 2026, 09:30 +01:00, by Ilse Marrow',
      '← republished from Northlake News, 12 March 2026',
    ])
  })

  test('says so where neither is known', () => {
    const { provenance } = story.document
    const unknown = {
      ...story.document,
      title: null,
      provenance: { ...provenance, publisher: null, publishedAt: null, authors: [], original: null },
    }
    expect(
      renderPage({ ...story, document: unknown }, plain)
        .split('\n')
        .slice(0, 3),
    ).toEqual(['(no headline)', 'publisher not known, date not known', ''])
  })
})

describe('claims', () => {
  test('a chain runs from the page to the origin, whose identity stands beside it', () => {
    expect(linesAfter('1  The ferry has been sold').slice(0, 4)).toEqual([
      '   Lakeside Courier ← Northlake News ← Radio Meridian (reported)',
      '     ← ○ two officials (anonymous, 2 people)',
      '   said: 11 March 2026',
      '   why not named: “the contract forbids it”',
    ])
  })

  test('a denial is told before what is denied', () => {
    expect(lines).toContain('2  DENIED: There is no sale')
  })

  test('speech within speech is numbered under and indented below what holds it, with its hedges', () => {
    expect(linesAfter('3  an inspector had told him the ship may leave in spring').slice(2, 6)).toEqual([
      '  3.1  the ship may leave in spring',
      '       Lakeside Courier ← Northlake News ← Tomas Ridley',
      '         ← ◐ an inspector (unnamed, 1 person, in a letter)',
      '       hedged: “may” · uncertain reading',
    ])
  })

  test('nobody given is said in words', () => {
    const nobody = { ...story.chains[1].hops[2], identity: 'unspecified', name: '' } as const
    const chains = [{ attribution: 'a2', hops: [nobody] }]
    expect(renderPage({ ...story, attributions: [story.attributions[1]], chains }, plain)).toContain('\n   ? nobody given\n')
  })

  test('a long content is cut to three lines and says how much is missing', () => {
    const words = Array.from({ length: 100 }, (_, i) => `word${i}`)
    const text = words.join(' ')
    const content = [{ start: 0, end: text.length }]
    const long = {
      ...story,
      document: { ...story.document, text },
      attributions: [{ ...story.attributions[1], content }],
      unattributed: [],
      diagnostics: [],
    }
    const printed = renderPage(long, plain).split('\n')
    const first = printed.findIndex(line => line.startsWith('1  '))
    const missing = Number(/… \((\d+) more words\)$/.exec(printed[first + 2])?.[1])
    const shown =
      printed
        .slice(first, first + 3)
        .join(' ')
        .match(/word\d+/g) ?? []
    expect(shown.length + missing).toBe(100)
    expect(shown).toEqual(words.slice(0, shown.length))
  })

  test('a page without claims says so', () => {
    const empty: TracedDocument = { ...story, attributions: [], chains: [], sources: [] }
    expect(renderPage(empty, plain)).toContain('Nothing on this page is attributed to anybody.')
  })
})

describe('summary', () => {
  test('words inside nested speech count once, for the innermost source', () => {
    expect(linesAfter('On whose word').slice(0, 5)).toEqual([
      '  ● named         2 of 4 claims     9 of 20 words          45%',
      '  ◐ unnamed       1 of 4 claims     6 of 20 words          30%',
      '  ○ anonymous     1 of 4 claims     5 of 20 words          25%',
      '  ? nobody given  0 of 4 claims     0 of 20 words           0%',
      '  A reason for giving no name: for 1 of 2 unnamed or anonymous sources.',
    ])
  })

  test('each source stands with its identity and its claims', () => {
    expect(page).toContain('\n  ○ two officials, familiar with the sale, anonymous group [1]\n')
    expect(page).toContain('\n  ◐ an inspector, unnamed person [3.1] perhaps the same as Petra Vance\n')
  })

  test('what the page says itself is counted and begun', () => {
    expect(linesAfter('In the page’s own voice: 4 sentences').slice(0, 4)).toEqual([
      '  - The lake rose.',
      '  - The road closed.',
      '  - Snow fell.',
      '  - and 1 more',
    ])
  })

  test('diagnostics come with their words', () => {
    expect(page).toContain('repeated: the headline says what a paragraph says “Grey Island ferry sold”')
  })
})

test('of many notes of one kind the first are told, and how many more there are', () => {
  const diagnostics = Array.from({ length: 12 }, (_, i) => ({ code: 'repeated', message: `sentence ${i}`, span: null }))
  const lines = renderPage({ ...story, diagnostics }, plain).split('\n')
  expect(lines.slice(lines.indexOf('Notes') + 1)).toEqual([
    '  repeated: sentence 0',
    '  repeated: sentence 1',
    '  repeated: sentence 2',
    '  repeated: and 9 more',
  ])
})

describe('explanations', () => {
  test('are left out unless asked for', () => {
    expect(page).not.toContain('why: rule')
  })

  test('tell rule, words and what else was considered, beside what they are about', () => {
    const explained = renderPage(story, { ...plain, explain: true })
    expect(explained).toContain(
      '   why: rule: outlet citing somebody on “citing”; also considered: Radio\n     Meridian as the origin\n\n2',
    )
    expect(explained).toContain('    why: rule: role with an indefinite article on “an inspector had”')
    expect(explained).toContain('Other decisions\n  document, why: rule: masthead; also considered: byline')
  })
})

describe('terminal', () => {
  const escapes = /\u001b\[\d+m/g

  test('colour adds nothing but colour', () => {
    const colored = renderPage(story, { width: 80, color: true, explain: true })
    expect(colored).toMatch(escapes)
    expect(colored.replace(escapes, '')).toBe(renderPage(story, { ...plain, explain: true }))
  })

  test.each([40, 60, 80, 120])('no line is wider than %i columns', width => {
    const widths = renderPage(story, { width, color: false, explain: true })
      .split('\n')
      .map(line => [...line].length)
    expect(Math.max(...widths)).toBeLessThanOrEqual(width)
  })

  test('an article cannot send escape sequences, hide text or turn its direction', () => {
    const evil = 'sold\u001b[2J\u001b]0;owned\u0007\u009b31m \u202egnol\u202c now\u0000\u200b'
    const title = `\u001b[31m${evil}`
    const text = story.document.text.replace('The ferry has been sold', evil.padEnd('The ferry has been sold'.length))
    const content = [{ start: text.indexOf('sold\u001b'), end: text.indexOf('sold\u001b') + evil.length }]
    const hostile = {
      ...story,
      document: { ...story.document, title, text },
      attributions: [{ ...story.attributions[0], content }],
      unattributed: content,
    }
    const printed = renderPage(hostile, { ...plain, explain: true })
    expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/)
    expect(printed).toContain('1  sold]0;owned31m gnol now\n')
  })

  test('one word longer than the line is cut, none of it lost', () => {
    const word = 'x'.repeat(200)
    const text = `${word} end`
    const long = {
      ...story,
      document: { ...story.document, text },
      attributions: [],
      unattributed: [{ start: 0, end: 204 }],
      diagnostics: [],
    }
    expect(renderPage(long, { width: 120, color: false }).match(/x/g)).toHaveLength(200)
  })
})

test('what is found more than once is no fixture', () => {
  expect(() => find('the')).toThrow('not exactly once')
})
