import { describe, expect, it } from 'vitest'
import { readHtml } from '../../src/read/html.ts'

const ferry =
  'The ferry was sold on Monday, the port authority said, and its crew of forty, who had not been asked, learned of it from the radio.'
const read = (head: string, opening = '', options: { url?: string } = {}) =>
  readHtml(
    `<!doctype html><html lang="en"><head><title>Ferry sold to rival | Harbour Gazette</title>${head}</head><body><article><h1>Ferry sold to rival</h1>${opening}<div class="story"><p>${ferry}</p><p>${ferry.replace('ferry', 'dredger')}</p><p>Nobody had rung them, said Ada Brun, who has worked the deck for nineteen years.</p></div></article></body></html>`,
    { input: 'test', ...options },
  )
const site = '<meta property="og:site_name" content="Harbour Gazette">'
const ld = (fields: string) =>
  `<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",${fields}}</script>`
const lost = (document: ReturnType<typeof read>, field: string) =>
  document.provenance.evidence.filter(item => item.field === field).map(({ from }) => from)

describe('authors of a page', () => {
  it.each([
    [
      'a JSON-LD list',
      ld('"author":[{"@type":"Person","name":"Jane Roe"},{"@type":"Person","name":"Tom Vale"}]'),
      '',
      ['Jane Roe', 'Tom Vale'],
    ],
    [
      'a meta tag with several',
      '<meta name="author" content="By Jane Roe, Tom Vale and Lena Marsh">',
      '',
      ['Jane Roe', 'Tom Vale', 'Lena Marsh'],
    ],
    ['a link to the author', '', '<a rel="author" href="/roe">Jane Roe</a>', ['Jane Roe']],
    ['microdata', '', '<span itemprop="author" itemscope><span itemprop="name">Jane Roe</span></span>', ['Jane Roe']],
    ['RDFa', '', '<span property="schema:author">Jane Roe</span>', ['Jane Roe']],
    [
      'a byline element with role and time',
      '',
      '<div class="article-byline"><span>By</span> <a href="/roe">Jane Roe</a> <span>Senior reporter</span> <span>Updated 3 March 2026</span></div>',
      ['Jane Roe'],
    ],
    ['a line of text', '', '<div>By Jane Roe and Tom Vale</div>', ['Jane Roe', 'Tom Vale']],
    ['a line without a space', '', '<div><span>By</span><a href="/roe">Jane Roe</a></div>', ['Jane Roe']],
    ['capitals', '<meta name="author" content="JANE ROE">', '', ['Jane Roe']],
    ['a name and a newspaper', '<meta name="author" content="Jane Roe, Velanews">', '', ['Jane Roe']],
    ['a handle is none', '<meta name="author" content="@harbourgazette">', '', []],
    ['an address is none', '<meta property="article:author" content="https://social.example/gazette">', '', []],
    ['the newspaper is none', `${site}<meta name="author" content="Harbour Gazette">`, '', []],
    [
      'the newspaper’s other name is none',
      `${site}${ld('"publisher":{"name":"The Daily Quay"}')}`,
      '<span class="byline">Jane Roe</span><span class="byline">Harbour Gazette</span>',
      ['Jane Roe'],
    ],
    ['staff are none', '<meta name="author" content="Staff reporter">', '', []],
    ['an administrator is none', '<meta name="author" content="admin">', '', []],
    ['a body that nobody sees is none', ld('"author":{"@type":"Organization","name":"Gazette Media Holdings"}'), '', []],
    ['an agency’s initials are none', '', '<div class="storyBy">PTI | </div>', []],
    ['an agency in full is the one that is named', '', '<p class="byline">By Associated Press</p>', ['Associated Press']],
    ['who is quoted is none', '', '', []],
    ['who wrote another article is none', '', '<aside class="related"><span class="byline">By Tom Vale</span></aside>', []],
  ])('%s', (_, head, opening, authors) => {
    expect(read(head, opening).provenance.authors).toEqual(authors)
  })

  it('what a reader sees wins over a body in the metadata, and a longer byline over a part of it', () => {
    const organisation = read(
      ld('"author":{"@type":"Organization","name":"Wire X"},"publisher":{"name":"Quay News"}'),
      '<p class="byline">by University of Pell</p>',
    )
    expect(organisation.provenance.authors).toEqual(['University of Pell'])
    const part = read('<meta name="author" content="Jane Roe">', '<p class="byline">By Jane Roe and Tom Vale</p>')
    expect(part.provenance.authors).toEqual(['Jane Roe', 'Tom Vale'])
    expect(lost(part, 'authors')).toContain('meta author, lost: Jane Roe')
  })
})

it('an agency’s initials for a byline are where the text is from', () => {
  expect(read(site, '<div class="storyBy">PTI | </div>').provenance.original).toMatchObject({ publisher: 'PTI' })
})

it('an agency beside the page’s own writer is no publisher of the same text', () => {
  const head = `${site}${ld('"author":[{"@type":"Person","name":"Jane Roe"},{"@type":"Organization","name":"The Associated Press"}]')}`
  const shared = read(head, '<div class="byline">By <span>Jane Roe</span> and <span>The Associated Press</span></div>')
  expect(shared.provenance).toMatchObject({ authors: ['Jane Roe'], original: null })
  expect(lost(shared, 'original')).toEqual(['shared byline, lost: The Associated Press'])
  expect(read(head, '<div class="byline">By <span>Jane Roe</span></div>').provenance.original?.publisher).toBe('The Associated Press')
})

describe('title of a page', () => {
  it('is the headline shown, without the site’s name', () => {
    expect(read('<meta property="og:title" content="Ferry sold to rival - Harbour Gazette">').title).toBe('Ferry sold to rival')
  })

  it('is what is declared where nothing is shown', () => {
    const document = readHtml(
      `<html><head><title>Ferry sold to rival » News » Harbour Gazette</title>${site}</head><body><p>${ferry}</p></body></html>`,
      { input: 'test' },
    )
    expect(document.title).toBe('Ferry sold to rival')
  })

  it('is without the section over it', () => {
    const document = readHtml(
      `<html><head><meta property="og:title" content="Ferry sold to rival"></head><body><h1><span>Harbour |</span> Ferry sold to rival</h1><p>${ferry}</p></body></html>`,
      { input: 'test' },
    )
    expect(document.title).toBe('Ferry sold to rival')
  })

  it('names the titles that lost', () => {
    expect(lost(read('<meta property="og:title" content="Why they sold your boat">'), 'title')).toEqual([
      'headline element',
      'meta og:title, lost: Why they sold your boat',
    ])
  })
})

describe('dates of a page', () => {
  it.each([
    ['JSON-LD', ld('"datePublished":"2026-03-04T10:20:00+01:00"'), '', '2026-03-04T10:20:00+01:00'],
    ['a meta tag', '<meta property="article:published_time" content="2026-03-04T10:20:00Z">', '', '2026-03-04T10:20:00Z'],
    ['digits', '<meta name="pubdate" content="20260304">', '', '2026-03-04'],
    ['a time element', '', '<time datetime="2026-03-04">Wednesday</time>', '2026-03-04'],
    [
      'not the time of an update',
      '',
      '<div class="updated">Updated <time datetime="2026-03-09">Monday</time></div><time datetime="2026-03-04">Wednesday</time>',
      '2026-03-04',
    ],
    ['a line under the headline', '', '<div>Published 4 March 2026</div>', '2026-03-04'],
    ['the address where nothing else says', '<link rel="canonical" href="https://harbour.example/2026/03/04/ferry">', '', '2026-03-04'],
    ['none', '', '', null],
  ])('%s', (_, head, opening, date) => {
    expect(read(head, opening).provenance.publishedAt).toBe(date)
  })

  it('what lost is in the evidence', () => {
    const document = read(`${ld('"datePublished":"2026-03-04"')}<meta name="pubdate" content="2026-03-02">`)
    expect(lost(document, 'publishedAt')).toEqual(['json-ld', 'meta pubdate, lost: 2026-03-02'])
  })
})

describe('where a page has its text from', () => {
  const original = (head: string, opening = '', options = {}) => read(`${site}${head}`, opening, options).provenance.original
  it.each([
    [
      'a canonical link to another site',
      '<meta property="og:url" content="https://harbour.example/1"><link rel="canonical" href="https://www.lakeside.example/ferry">',
      'lakeside.example',
    ],
    ['a syndication source', '<meta name="syndication-source" content="https://lakeside.example/ferry">', 'lakeside.example'],
    [
      'JSON-LD’s isBasedOn',
      ld('"isBasedOn":{"@type":"NewsArticle","url":"https://lakeside.example/f","publisher":{"name":"Lakeside Courier"}}'),
      'Lakeside Courier',
    ],
    ['an agency for its author', ld('"author":{"@type":"Organization","name":"Reuters"}'), 'Reuters'],
    ['Dublin Core', '<meta name="DC.source" content="Lakeside Courier">', 'Lakeside Courier'],
  ])('%s', (_, head, publisher) => {
    expect(original(head)).toMatchObject({ publisher })
  })

  it.each([
    [
      'a canonical link to itself',
      '<meta property="og:url" content="https://harbour.example/1"><link rel="canonical" href="https://www.harbour.example/1">',
    ],
    ['a canonical link alone', '<link rel="canonical" href="https://lakeside.example/ferry">'],
    ['its own newspaper', '<meta name="syndication-source" content="Harbour Gazette">'],
  ])('nowhere else: %s', (_, head) => {
    expect(original(head)).toBeNull()
  })

  it('another paper and, before it, the agency of the dateline', () => {
    const document = readHtml(
      `<html><head>${site}<meta name="syndication-source" content="Lakeside Courier"></head><body><article><p>PORT ELM (Reuters) - ${ferry}</p><p>${ferry}</p></article></body></html>`,
      { input: 'test' },
    )
    expect(document.provenance.original).toMatchObject({ publisher: 'Lakeside Courier', earlier: { publisher: 'Reuters' } })
    expect(lost(document, 'original')).toEqual(['meta syndication-source', 'dateline'])
  })

  it('an agency that alone is credited with the reporting', () => {
    const document = readHtml(
      `<html><head>${site}</head><body><article><p>${ferry}</p><p>${ferry.replace('ferry', 'dredger')}</p><p>Reporting by The Associated Press.</p></article></body></html>`,
      { input: 'test' },
    )
    expect(document.provenance.original).toMatchObject({ publisher: 'The Associated Press' })
  })

  it('nobody for a name and a day under the headline that are the author’s', () => {
    const document = readHtml(
      `<html><head>${site}</head><body><h1>Ferry sold to rival</h1><div class="story"><p>Tex Marlow, March 4, 2026</p><p>${ferry}</p><p>${ferry.replace('ferry', 'dredger')}</p></div></body></html>`,
      { input: 'test' },
    )
    expect(document.provenance).toMatchObject({ authors: ['Tex Marlow'], original: null })
  })

  it('not from who reported it first, which is in the evidence', () => {
    const document = readHtml(
      `<html><head>${site}</head><body><article><p>${ferry}</p><p>${ferry.replace('ferry', 'dredger')}</p><p>This story was first reported by the Lakeside Courier.</p></article></body></html>`,
      { input: 'test' },
    )
    expect(document.provenance.original).toBeNull()
    expect(lost(document, 'original')).toEqual(['reported first, lost: Lakeside Courier'])
  })

  it('keeps the line that says so in the text', () => {
    const document = readHtml(
      `<html><head>${site}</head><body><article><p>${ferry}</p><p>${ferry.replace('ferry', 'dredger')}</p><p>This article was originally published by the Lakeside Courier on 3 March 2026 under a Creative Commons licence.</p></article></body></html>`,
      { input: 'test' },
    )
    const { original: found, evidence } = document.provenance
    expect(found).toMatchObject({ publisher: 'Lakeside Courier', publishedAt: '2026-03-03' })
    const { span } = evidence.find(({ field }) => field === 'original')!
    expect(document.text.slice(span!.start, span!.end)).toContain('originally published by the Lakeside Courier')
  })
})

describe('JSON-LD that is no JSON', () => {
  it('still gives the fields of the article', () => {
    const broken =
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"The "old" ferry","datePublished":"2026-03-04","author":{"@type":"Person","name":"Jane Roe"},"publisher":{"name":"Harbour Gazette"}}</script>'
    expect(read(broken).provenance).toMatchObject({ publishedAt: '2026-03-04', authors: ['Jane Roe'], publisher: 'Harbour Gazette' })
  })
})
