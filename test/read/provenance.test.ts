import { describe, expect, it } from 'vitest'
import { readText } from '../../src/read/index.ts'

const read = (text: string, record = {}) => readText(text, { input: 'test', record })
const body = 'The ferry was sold on Monday, the port authority said.\n\nIts crew learned of it from the radio, they told reporters.'

describe('publisher, dates and authors', () => {
  it.each([
    ['The Harbour Gazette, March 4, 2026', 'The Harbour Gazette', '2026-03-04'],
    ['Harbour Gazette | 4 March 2026', 'Harbour Gazette', '2026-03-04'],
    ['The Harbour Gazette\nWednesday 4 March 2026', 'The Harbour Gazette', '2026-03-04'],
    ['Publisher: Harbour Gazette\nDate: 2026-03-04', 'Harbour Gazette', '2026-03-04'],
    ['Wednesday, March 4, 2026', null, '2026-03-04'],
    ['Updated', null, null],
  ])('reads the masthead %j', (masthead, publisher, publishedAt) => {
    const { provenance } = read(`Ferry sold to rival company\n\n${masthead}\n\n${body}`)
    expect([provenance.publisher, provenance.publishedAt]).toEqual([publisher, publishedAt])
  })

  it.each([
    ['By Jane Roe', ['Jane Roe']],
    ['By Jane Roe and Tom Vale in Port Elm', ['Jane Roe', 'Tom Vale']],
    ['By JANE ROE, City Hall Reporter', ['JANE ROE']],
    ['By [Velanews](#)', ['Velanews']],
    ['Hugo Fennimore, Rural Affairs Correspondent', ['Hugo Fennimore']],
    ['By Court Correspondent', []],
    ['By Jane Roe Harbour Gazette', ['Jane Roe']],
    ['By Jane Roe July 15 at 1:10 PM Follow @jroe', ['Jane Roe']],
  ])('reads the byline %j', (byline, authors) => {
    expect(read(`Ferry sold to rival company\n\n${byline}\n\n${body}`).provenance.authors).toEqual(authors)
  })

  it('takes nobody who is quoted for the author, and says nothing where nothing is said', () => {
    const { provenance } = read(`Ferry sold to rival company\n\n${body}\n\nAda Brun, a reporter, said she knew.`)
    expect(provenance).toMatchObject({
      publisher: null,
      publishedAt: null,
      authors: [],
      original: null,
      credits: [],
      tags: [],
      rights: null,
    })
  })

  it('reckons a day without a year from when the page was seen', () => {
    const { provenance } = read(`Ferry sold to rival company\n\nMay 30 at 2:44 PM\n\n${body}`, { seenAt: '2026-06-02T08:00:00Z' })
    expect(provenance.publishedAt).toBe('2026-05-30')
  })

  it('believes the record before the text and notes what lost', () => {
    const { provenance } = read(`Ferry sold to rival company\n\nLakeside Courier, March 4, 2026\n\n${body}`, {
      publisher: 'Harbour Gazette',
    })
    expect(provenance.publisher).toBe('Harbour Gazette')
    expect(provenance.original).toMatchObject({ publisher: 'Lakeside Courier' })
  })

  it('joins a tag that the layout broke', () => {
    const { provenance } = read(
      `Ferry sold to rival\n\nRegion: [North Coast](#)\n\nTheme: [Ports](#), [Sea and](#)\n\n[Shore](#)\n\n${body}`,
    )
    expect(provenance.tags.map(tag => tag.value)).toEqual(['North Coast', 'Ports', 'Sea and Shore'])
  })

  it('points at the words that say so', () => {
    const text = `Ferry sold to rival company\n\nThe Harbour Gazette, March 4, 2026\n\n${body}`
    const evidence = read(text).provenance.evidence.find(item => item.field === 'publisher')
    expect(evidence).toMatchObject({ from: 'masthead' })
    expect(text.slice(evidence!.span!.start, evidence!.span!.end)).toBe('The Harbour Gazette, March 4, 2026')
  })
})

describe('where a page has its text from', () => {
  it('takes the later masthead for the page and the earlier for the original', () => {
    const { provenance } = read(
      `Ferry sold to rival company\n\nBy [Velanews Agency](#)\n\nWorld Ledger, March 14, 2026\n\n[Velanews](#) 11 March 2026\n\n${body}`,
    )
    expect(provenance).toMatchObject({
      publisher: 'World Ledger',
      publishedAt: '2026-03-14',
      authors: ['Velanews Agency'],
      original: { publisher: 'Velanews', publishedAt: '2026-03-11' },
    })
  })

  it.each([
    ['PORT ELM (Velanews) —', 'Velanews', null],
    ['LONDON, March 3 (Reuters) -', 'Reuters', '2026-03-03'],
    ['MOSCOW, March 3. /TASS/.', 'TASS', '2026-03-03'],
    ['PORT ELM, March 3, 2026 (Qasr News Agency) --', 'Qasr News Agency', '2026-03-03'],
  ])('credits the agency of the dateline %j', (dateline, publisher, publishedAt) => {
    const { provenance } = read(`Ferry sold to rival company\n\nThe Harbour Gazette, March 4, 2026\n\n${dateline} ${body}`)
    expect(provenance.original).toMatchObject({ publisher, publishedAt })
  })

  it.each([
    ['HARSTAD BAY, 14 October 2025 (Norrland Wire) -', '2025-10-14'],
    ['PORT ELM, March 3, 2026 (Velanews) --', '2026-03-03'],
    ['PORT ELM, 3 March 2026 —', '2026-03-03'],
    ['PORT ELM, March 3 (Velanews) -', null],
  ])('takes the day of the dateline %j where nothing else gives one', (dateline, publishedAt) => {
    const text = `Ferry sold to rival company\n\n${dateline} ${body}`
    const { provenance } = read(text)
    expect(provenance.publishedAt).toBe(publishedAt)
    const span = provenance.evidence.find(({ field, from }) => field === 'publishedAt' && from === 'dateline')?.span
    expect(span ? text.slice(span.start, span.end) : null).toBe(publishedAt && dateline.replace(/\s*(?:\(.*| —)$/, ''))
    expect(read(`Ferry sold to rival company\n\nThe Harbour Gazette, March 4, 2026\n\n${dateline} ${body}`).provenance.publishedAt).toBe(
      '2026-03-04',
    )
  })

  it.each(['SPOKANE (KXRL) —', 'PORT ELM —', 'PORT ELM (North Quay) -'])('credits nobody for the dateline %j', dateline => {
    expect(read(`Ferry sold to rival company\n\n${dateline} ${body}`).provenance.original).toBeNull()
  })

  it('credits no agency on its own page', () => {
    expect(read(`Ferry sold to rival company\n\nVelanews, March 4, 2026\n\nPORT ELM (Velanews) — ${body}`).provenance.original).toBeNull()
  })

  it.each([
    ['This article was originally published by the Harbour Gazette on 2 March 2026.', 'Harbour Gazette', '2026-03-02'],
    ['The original source of this article is [Harbour Gazette](#)', 'Harbour Gazette', null],
    ['Reprinted with permission from the Eastern Courant.', 'Eastern Courant', null],
    ['© 2026 Velanews. All rights reserved.', 'Velanews', null],
    ['This story was first published in the Eastern Courant and is republished here.', 'Eastern Courant', null],
  ])('reads %j', (line, publisher, publishedAt) => {
    const { provenance } = read(`Ferry sold to rival company\n\nWorld Ledger, March 14, 2026\n\n${body}\n\n${line}`)
    expect(provenance.original).toMatchObject({ publisher, publishedAt })
  })

  it('follows two steps back', () => {
    const { provenance } = read(
      `Ferry sold to rival company\n\nWorld Ledger, March 14, 2026\n\nPORT ELM (Velanews) — ${body}\n\nThis article was originally published by the Harbour Gazette.`,
    )
    expect(provenance.original).toMatchObject({ publisher: 'Harbour Gazette', earlier: { publisher: 'Velanews' } })
  })
})

describe('credits and rights', () => {
  it('reads a reporting credit at the end', () => {
    const { provenance } = read(
      `Ferry sold to rival company\n\n${body}\n\n(Reporting by Tom Vale in Port Elm; Additional reporting by Ines Roe in Tarsk; Editing by Pat Dow)`,
    )
    expect(provenance.authors).toEqual(['Tom Vale'])
    expect(provenance.credits.map(({ name, role }) => [name, role])).toEqual([['Ines Roe', 'contributed']])
  })

  it.each([
    ['Translated from Karvenian by Lena Marsh.', 'Lena Marsh', 'translated'],
    ['Velanews writer Tom Vale in Port Elm, Karvenia, contributed to this report.', 'Tom Vale', 'contributed'],
    ['The ferry at dawn (Lena Marsh / Velanews)', 'Lena Marsh / Velanews', 'photo'],
  ])('reads the credit %j', (line, name, role) => {
    expect(read(`Ferry sold to rival company\n\n${body}\n\n${line}`).provenance.credits).toMatchObject([{ name, role }])
  })

  it('tells holder, permission and disclaimer apart', () => {
    const { rights } = read(
      `Ferry sold to rival company\n\nWorld Ledger, March 14, 2026\n\n${body}\n\nCopyright © [Velanews Agency](#), [Velanews](#), 2026\n\nDisclaimer: World Ledger states that the author alone answers for this article. World Ledger grants permission to repost its articles provided that the source is named.`,
    ).provenance
    expect(rights).toEqual({
      holder: 'Velanews Agency',
      statement: 'Copyright © Velanews Agency, Velanews, 2026',
      permission: 'World Ledger grants permission to repost its articles provided that the source is named.',
      disclaimer: 'Disclaimer: World Ledger states that the author alone answers for this article.',
    })
  })
})
