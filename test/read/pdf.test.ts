import { describe, expect, it } from 'vitest'
import type { Document } from '../../src/model/document.ts'
import { readPdf } from '../../src/read/pdf.ts'
import { collectWords, joinLineTexts } from '../../src/read/pdf-hyphens.ts'
import { readPrintTime, readTitle } from '../../src/read/pdf-provenance.ts'
import { type PlacedLine, writePdf } from './pdf-file.ts'

const read = (pages: readonly (readonly PlacedLine[])[], info = '') => readPdf(writePdf(pages, info), { input: 'test.pdf' })
const blocksOf = ({ blocks, text }: Document) => blocks.map(({ start, end }) => text.slice(start, end))
/** Lines one under the other, 12 points apart. */
const set = (x: number, y: number, lines: readonly string[], size = 10): PlacedLine[] =>
  lines.map((text, at) => ({ text: text.trimStart(), x: x + (text.length - text.trimStart().length) * 5, y: y - at * 12, size }))

const left = [
  'The harbour board sold the last ferry on',
  'Monday to a buyer it would not name, two',
  'members of the board said. They asked',
  'not to be named because the contract',
]
const right = [
  'forbids them to speak of it.',
  '  The chair, Orla Penn, denied that there',
  'had been any haste. The ministry said it',
  'had been told of the sale after the fact.',
]
const first =
  'The harbour board sold the last ferry on Monday to a buyer it would not name, two members of the board said. They asked not to be named because the contract forbids them to speak of it.'
const second = 'The chair, Orla Penn, denied that there had been any haste. The ministry said it had been told of the sale after the fact.'
const filler = (page: number) =>
  set(60, 700, [
    `Page ${page} told of the ferry and of the crew, and of`,
    'what the ministry had said about both of them',
    `in the week before, as ${page} witnesses recalled.`,
  ])

describe('columns', () => {
  it('are read one after the other, and a paragraph goes on from one to the next', async () => {
    expect(blocksOf(await read([[...set(60, 700, left), ...set(290, 700, right)]]))).toEqual([first, second])
  })

  it('are told apart where the file is written line by line across the page', async () => {
    const across = left.flatMap((_, at) => [set(60, 700, left)[at], set(290, 700, right)[at]])
    expect(blocksOf(await read([across]))).toEqual([first, second])
  })

  it('keep their order below a headline that spans them', async () => {
    const headline = { text: 'Ferry sold after a board meeting of one hour', x: 60, y: 740, size: 20 }
    const document = await read([[...set(290, 696, right), ...set(60, 700, left), headline]])
    expect(blocksOf(document)).toEqual([headline.text, first, second])
    expect(document.title).toBe(headline.text)
  })

  it('are not seen in gaps of spread words, nor in marks that hang before a list', async () => {
    const list = ['The crew asks for three things in its letter to', 'the board, which the harbour master has read:']
    const items = [
      'work until the year 2031 as it was promised',
      'a boat that is safe in winter and in fog',
      'an apology from the chair of the board',
    ]
    const marks = items.map((_, at) => ({ text: '\u0095', x: 60, y: 664 - at * 12 }))
    const document = await read([[...set(60, 700, list), ...marks, ...set(80, 664, items)]])
    expect(document.text).toContain(`• ${items[0]}`)
  })
})

describe('paragraphs', () => {
  it('begin with an indented line, after a wider gap, or after a line that ends early', async () => {
    const lines = [
      'The board sold the ferry on Monday, its chair said.',
      '  A clerk had heard of it from the harbour master an',
      'hour before, and had told nobody.',
      'The crew learned of it from the radio, as it seems to',
    ]
    const rest = set(60, 640, ['have learned of most things in that year, the union'])
    expect(blocksOf(await read([[...set(60, 700, lines), ...rest]]))).toEqual([
      'The board sold the ferry on Monday, its chair said.',
      'A clerk had heard of it from the harbour master an hour before, and had told nobody.',
      'The crew learned of it from the radio, as it seems to',
      'have learned of most things in that year, the union',
    ])
  })

  it('take the initial that hangs beside their first lines', async () => {
    const lines = [
      '   he harbour board sold the last ferry on',
      '   Monday to a buyer it would not name, two',
      'members of the board said on Tuesday.',
    ]
    const document = await read([
      [
        ...set(75, 700, lines).map((line, at) => (at === 2 ? { ...line, x: 60 } : { ...line, x: 90 })),
        { text: 'T', x: 60, y: 688, size: 32 },
      ],
    ])
    expect(blocksOf(document)).toEqual([
      'The harbour board sold the last ferry on Monday to a buyer it would not name, two members of the board said on Tuesday.',
    ])
  })

  it('go on over a page while a quotation is open', async () => {
    const above = set(60, 80, ['"We were given an hour to read it all, and then the', 'vote was called, and nobody had read a page of it.'])
    const below = set(60, 700, ['Nobody has read it since," said Ada Brun, who was', 'there.'])
    expect(blocksOf(await read([above, below]))).toHaveLength(1)
  })
})

describe('words cut by a line’s end', () => {
  const join = (above: string, below: string, elsewhere = '') => joinLineTexts(above, below, collectWords([elsewhere]))
  it.each([
    ['har-', 'bour', 'harbour'],
    ['spokes-', 'woman', 'spokeswoman'],
    ['well-', 'known', 'well-known'],
    ['17-year-', 'old', '17-year-old'],
    ['mid-', '1990s', 'mid-1990s'],
    ['Anglo-', 'Norse', 'Anglo-Norse'],
    ['state-of-the-', 'art', 'state-of-the-art'],
    ['ribbon-', 'cutting', 'ribbon-cutting'],
    ['under-', 'standing', 'understanding'],
    ['two-', 'and three-year', 'two- and three-year'],
    ['wharf\u00ad', 'inger', 'wharfinger'],
    ['https://harbour.example/', 'ferry', 'https://harbour.example/ferry'],
    ['on Monday—', 'in secret', 'on Monday—in secret'],
    ['the', 'ferry', 'the ferry'],
  ])('%s|%s is %s', (above, below, whole) => {
    expect(join(above, below)).toBe(whole)
  })

  it('keep a plain hyphen where cut words carry another, or where no line cuts any', () => {
    const marked = collectWords(['the har\u2010', 'bour of the is\u2010', 'land'])
    expect(joinLineTexts('non-', 'commercial', marked)).toBe('non-commercial')
    expect(joinLineTexts('har\u2010', 'bour', marked)).toBe('harbour')
    const uncut = collectWords(Array.from({ length: 60 }, (_, at) => `line ${at} of a page that cuts no words`))
    expect(joinLineTexts('fast-', 'forward', uncut)).toBe('fast-forward')
  })

  it('are decided by how the document writes them elsewhere', () => {
    expect(join('co-', 'operation', 'their cooperation ended')).toBe('cooperation')
    expect(join('co-', 'operation', 'their co-operation ended')).toBe('co-operation')
  })
})

describe('what runs along the edges', () => {
  it('is left out, and its outlet and date are weak evidence', async () => {
    const pages = [1, 2, 3].map(page => [
      { text: 'HARBOUR GAZETTE', x: 60, y: 810, size: 8 },
      { text: 'March 6, 2026', x: 450, y: 810, size: 8 },
      ...filler(page),
      { text: String(page), x: 295, y: 30, size: 8 },
    ])
    const { text, provenance } = await read(pages)
    expect(text).not.toMatch(/GAZETTE|March|^\d$/m)
    expect(provenance).toMatchObject({ publisher: 'HARBOUR GAZETTE', publishedAt: '2026-03-06' })
    expect(provenance.evidence).toContainEqual({ field: 'publisher', span: null, from: 'running head' })
  })

  it('tells address and time of a browser’s print', async () => {
    const edges = (page: number): PlacedLine[] => [
      { text: '3/4/26, 9:24 PM', x: 20, y: 822, size: 6 },
      { text: 'Ferry sold to rival | Harbour Gazette', x: 260, y: 822, size: 6 },
      { text: 'https://harbour.example/ferry', x: 20, y: 15, size: 6 },
      { text: `${page}/2`, x: 570, y: 15, size: 6 },
    ]
    const { text, provenance, title } = await read([
      [...edges(1), { text: 'Ferry sold to rival', x: 60, y: 740, size: 20 }, ...filler(1)],
      [...edges(2), ...filler(2)],
    ])
    expect(text).not.toMatch(/example|9:24|\d\/\d|Gazette/)
    expect(title).toBe('Ferry sold to rival')
    expect(provenance).toMatchObject({ url: 'https://harbour.example/ferry', seenAt: '2026-03-04T21:24', publisher: 'Harbour Gazette' })
  })

  it('is kept where it is the article’s own', async () => {
    const { text } = await read([
      [{ text: 'Ferry sold to rival', x: 60, y: 810, size: 20 }, ...filler(1), { text: 'He is 61.', x: 60, y: 60 }],
    ])
    expect(text).toMatch(/^Ferry sold to rival[\s\S]*He is 61\.$/)
  })

  it.each([
    ['3/4/26, 9:24 PM', null, '2026-03-04T21:24'],
    ['04/03/2026, 21:24', null, '2026-03-04T21:24'],
    ['3/4/2026, 12:05 AM', '2026-04-03T00:05:00Z', '2026-04-03T00:05'],
    ['2026-03-04, 21:24', null, '2026-03-04T21:24'],
    ['99/99/26, 9:24 PM', null, null],
  ])('a print of %s, file of %s, is of %s', (printed, created, time) => {
    expect(readPrintTime(printed, created)).toBe(time)
  })
})

describe('what a file says of itself', () => {
  const body = [{ text: 'By Jane Roe', x: 60, y: 720 }, ...filler(1)]

  it('never beats the page, and what lost is noted', async () => {
    const document = await read(
      [[{ text: 'Ferry sold to rival in secret', x: 60, y: 760, size: 20 }, ...body]],
      '/Title (Budget 2026 draft) /Author (Tom Vale)',
    )
    expect(document.title).toBe('Ferry sold to rival in secret')
    expect(document.provenance.authors).toEqual(['Jane Roe'])
    const lost = document.provenance.evidence.map(({ from }) => from).filter(from => from.includes('lost'))
    expect(lost).toEqual(['pdf metadata, lost: Budget 2026 draft', 'pdf metadata, lost: Tom Vale'])
  })

  it('fills what the page leaves open, but for a byline', async () => {
    const { provenance } = await read([filler(1)], "/Author (Tom Vale) /CreationDate (D:20260304102000+01'00')")
    expect(provenance).toMatchObject({ authors: [], publishedAt: '2026-03-04T10:20:00+01:00' })
    expect(provenance.evidence).toContainEqual({ field: 'authors', span: null, from: 'pdf metadata, lost: Tom Vale' })
  })

  it('is not believed where a program wrote it', () => {
    expect(readTitle('Microsoft Word - ferry2.docx')).toBeNull()
    expect(readTitle('untitled')).toBeNull()
    expect(readTitle('Ferry sold to rival | Harbour Gazette')).toEqual({ words: 'Ferry sold to rival', site: 'Harbour Gazette' })
    expect(readTitle('More holes than my socks | 22 comments')?.site).toBeNull()
  })
})

it('pages without text among others are told of', async () => {
  const { diagnostics } = await read([filler(1), []])
  expect(diagnostics.map(({ code }) => code)).toEqual(['pages-without-text'])
})
