import { describe, expect, it } from 'vitest'
import type { BlockKind } from '../../src/model/document.ts'
import { readText } from '../../src/read/index.ts'

const kindsOf = (text: string): [BlockKind, string][] => {
  const document = readText(text, { input: 'test' })
  return document.blocks.map(block => [block.kind, document.text.slice(block.start, block.end)])
}

const body = 'The ferry was sold on Monday, the port authority said.\n\nIts crew learned of it from the radio, they told reporters.'

describe('parts of an article', () => {
  it('tells headline, byline, masthead and tags from the article', () => {
    const text = `Ferry Sold to Rival Company\n\nBy [Jane Roe](#)\n\nThe Harbour Gazette, March 4, 2026\n\nTheme: [Transport](#), [Human\nRights](#)\n\n${body}`
    expect(kindsOf(text).map(([kind]) => kind)).toEqual(['title', 'byline', 'metadata', 'metadata', 'paragraph', 'paragraph'])
  })

  it('keeps a paragraph that the layout broke as two paragraphs', () => {
    const text = `Ferry sold to rival\n\n${body}\n\nOn Monday, leaflets urged the crew to hand the ship over to the\n\nauthorities.`
    expect(kindsOf(text).slice(-2)).toEqual([
      ['paragraph', 'On Monday, leaflets urged the crew to hand the ship over to the'],
      ['paragraph', 'authorities.'],
    ])
  })

  it.each([
    'Photo: The ferry at dawn',
    'The ferry at dawn (Lena Marsh / Velanews)',
    'Ada Brun outside the court. (AP Photo/Lena Marsh)',
    'Lena Marsh | AFP | Getty Images',
    'FILE - In this May 1, 2026, file photo, Ada Brun speaks at the port.',
  ])('takes for a caption: %s', caption => {
    expect(kindsOf(`Ferry sold to rival\n\n${body}\n\n${caption}\n\nThe board met twice, a clerk said.`)[3]).toEqual(['caption', caption])
  })

  it.each([
    '© 2026 Harbour Gazette. All rights reserved.',
    'The original source of this article is [Velanews](#)',
    'Disclaimer: The Harbour Gazette states that the author alone answers for what is said in this article.',
    'The Harbour Gazette is not responsible for the content of external sites.',
    'Comments on this story are closed.',
    'Sign up for our newsletter',
    'Read more: Who sold the ferry',
    'Follow us on Facebook for more.',
    'Articles by: Jane Roe',
    'For media inquiries: desk@harbourgazette.example',
    'If you value independent journalism, please consider a donation to support our work.',
    'Jane Roe is a reporter for the Harbour Gazette. You can follow her on Twitter.',
    'Reporting restrictions apply. Comments on this story are closed.',
  ])('takes for boilerplate: %s', line => {
    expect(kindsOf(`Ferry sold to rival\n\n${body}\n\n${line}`).at(-1)).toEqual(['boilerplate', line])
  })

  it.each([
    'The ministry is not responsible for the sale, its spokesman said.',
    '"Follow us," the captain shouted, witnesses said.',
    'The report was published on Tuesday by the ministry, which said nobody had read it.',
    'By Friday the ship had left, according to the harbour master.',
    'Copyright law does not cover the timetable, a judge ruled.',
    'Correction: The ferry carries 200 people, not 2,000 as an earlier report said.',
    'Share prices fell by a tenth after the sale, the exchange reported.',
  ])('keeps as a paragraph: %s', line => {
    expect(kindsOf(`Ferry sold to rival\n\n${body}\n\n${line}\n\nThe board meets on Friday, a clerk said.`)[3]).toEqual(['paragraph', line])
  })

  it('takes buttons and advertisements between paragraphs for metadata', () => {
    const kinds = kindsOf(
      `Ferry sold to rival\n\nShare on Facebook Share on Twitter\n\n${body}\n\nAdvertisement\n\nStory Continued Below\n\nThe board met twice, a clerk said.`,
    )
    expect(kinds.map(([kind]) => kind)).toEqual(['title', 'metadata', 'paragraph', 'paragraph', 'metadata', 'metadata', 'paragraph'])
  })

  it('tells a subhead from a paragraph without a stop', () => {
    const kinds = kindsOf(
      `Ferry sold to rival\n\n${body}\n\nWhat comes next\n\nThe board meets on Friday, a clerk said.\n\n“It is over,” the captain said\n\nNobody objected.`,
    )
    expect(kinds.slice(3).map(([kind]) => kind)).toEqual(['heading', 'paragraph', 'paragraph', 'paragraph'])
  })
})

describe('layouts of plain text', () => {
  it('takes a line for a paragraph where the file has one a line', () => {
    const text =
      'Ferry sold to rival\nBy Jane Roe\n3 March 2026\nThe ferry was sold on Monday, the port said.\n"We were not asked," Ada Brun told the council.\nHer deputy, Tom Vale, said he would not stand.'
    expect(kindsOf(text).map(([kind]) => kind)).toEqual(['title', 'byline', 'metadata', 'paragraph', 'paragraph', 'paragraph'])
  })

  it('joins lines that are broken at a column', () => {
    const text = `Rebels leave Qazmir after talks
By Hugo Fennimore

The last fighters left the town of Qazmir on Monday after long talks with
the interior ministry, residents said. The ministry did not say how many
had gone, but a shopkeeper who asked not to be named put the figure at two
hundred.

"They went at dawn," he said. "Nobody stopped them and nobody waved them
off, and the dogs did not bark."`
    const kinds = kindsOf(text)
    expect(kinds.map(([kind]) => kind)).toEqual(['title', 'byline', 'paragraph', 'paragraph'])
    expect(kinds[2][1]).toMatch(/^The last fighters[\s\S]*hundred\.$/)
  })

  it('takes the turns of a transcript for paragraphs', () => {
    const text =
      'Interview with General Estrin\n\nHOST: Did you know about the bridge?\nESTRIN: I was told in January\nHOST: And you did nothing?\nESTRIN: I thought they were tired.'
    expect(kindsOf(text).map(([kind]) => kind)).toEqual(['title', 'paragraph', 'paragraph', 'paragraph', 'paragraph'])
  })

  it('understands Markdown headings, block quotes and lists, and leaves the text as it is', () => {
    const text =
      '# Ferry *sold* to rival\n\nThe **ferry** was sold, [Radio Meridian](https://rm.example) reported.\n\n> Nobody asked us.\n\n## What comes next\n\n* The board meets on Friday, the company said.\n'
    const document = readText(text, { input: 'test' })
    expect(document.text).toBe(text)
    expect(document.title).toBe('Ferry sold to rival')
    expect(kindsOf(text)).toEqual([
      ['title', '# Ferry *sold* to rival'],
      ['paragraph', 'The **ferry** was sold, [Radio Meridian](https://rm.example) reported.'],
      ['quote', 'Nobody asked us.'],
      ['heading', '## What comes next'],
      ['paragraph', 'The board meets on Friday, the company said.'],
    ])
  })

  it('takes a text of one or two sentences for paragraphs', () => {
    expect(kindsOf('Radio Meridian quoted unnamed port officials as saying the ferry had been sold')[0][0]).toBe('paragraph')
    expect(kindsOf('The minister resigned, sources said.\n\nHe denied it.').map(([kind]) => kind)).toEqual(['paragraph', 'paragraph'])
  })
})
