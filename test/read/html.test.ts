import { describe, expect, it } from 'vitest'
import { readHtml } from '../../src/read/html.ts'

const read = (html: string, url: string | null = null) => readHtml(html, { input: 'test', url })
const sentence =
  'The ferry was sold on Monday, the port authority said, and its crew of forty, who had not been asked, learned of it from the radio.'
const page = (
  head: string,
  body: string,
) => `<!doctype html><html lang="en-GB"><head><title>Ferry sold to rival | Harbour Gazette</title>${head}</head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Ferry sold to rival</h1>${body}</article><footer>Terms of use</footer></body></html>`

const jsonLd = `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Ferry sold to rival",
"datePublished":"2026-03-04T10:20:00+01:00","dateModified":"2026-03-05","author":[{"@type":"Person","name":"Jane Roe"},{"@id":"#tom"}],
"publisher":{"@type":"Organization","name":"Harbour Gazette"},"articleSection":"Transport","keywords":"ports, ferries"},{"@id":"#tom","@type":"Person","name":"Tom Vale"}]}</script>`

describe('main text of a page', () => {
  const document = read(
    page(
      '',
      `<p class="byline">By Jane Roe</p><p>${sentence}</p><script>document.write("<p>evil</p>")</script><h2>What comes next</h2>
<blockquote><p>Nobody asked us.</p></blockquote><figure><img src="x"><figcaption>The ferry at dawn</figcaption></figure><ul><li>The board meets on Friday, a clerk said.</li></ul><p>${sentence} ${sentence}</p>`,
    ),
  )

  it('holds the paragraphs apart and leaves headline, byline, captions, menus and scripts out', () => {
    expect(document.text).toBe(
      [sentence, 'What comes next', 'Nobody asked us.', 'The board meets on Friday, a clerk said.', `${sentence} ${sentence}`].join('\n\n'),
    )
  })

  it('says what each part is', () => {
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'heading', 'quote', 'paragraph', 'paragraph'])
    expect(document.blocks.map(({ start, end }) => document.text.slice(start, end)).join('\n\n')).toBe(document.text)
  })

  it('keeps the headline and the byline as data', () => {
    expect(document.title).toBe('Ferry sold to rival')
    expect(document.provenance.authors).toEqual(['Jane Roe'])
    expect(document.language).toBe('en-GB')
  })
})

describe('references and raw text', () => {
  it('are read once, as browsers read them, and left alone in addresses', () => {
    const document = read(
      page(
        '<link rel="canonical" href="https://harbour.example/?id=1&copy=2&amp;x=3">',
        `<p>${sentence}</p><p>&#147;Caf&eacute;&#148; &amp;lt; bar, he said &notanentity; on Tuesday&hellip; and again the day after.</p>`,
      ),
    )
    expect(document.text).toContain('“Café” &lt; bar, he said ¬anentity; on Tuesday…')
    expect(document.provenance.url).toBe('https://harbour.example/?id=1&copy=2&x=3')
  })

  it('end at their own closing tags, whatever tags stand in them', () => {
    const inner = '<template><p>Hidden words of nobody.</p><div></template><noscript><p>Turn scripts on.</p><div></noscript>'
    expect(read(page('', `<p>${sentence}</p>${inner}<p>${sentence} ${sentence}</p>`)).text).toBe(`${sentence}\n\n${sentence} ${sentence}`)
  })
})

describe('provenance of a page', () => {
  it('reads JSON-LD', () => {
    expect(read(page(jsonLd, `<p>${sentence}</p>`.repeat(3))).provenance).toMatchObject({
      publisher: 'Harbour Gazette',
      publishedAt: '2026-03-04T10:20:00+01:00',
      updatedAt: '2026-03-05',
      authors: ['Jane Roe', 'Tom Vale'],
      original: null,
      tags: [
        { kind: 'section', value: 'Transport' },
        { kind: 'keyword', value: 'ports' },
        { kind: 'keyword', value: 'ferries' },
      ],
    })
  })

  it('reads meta tags, the canonical link and a time element', () => {
    const head =
      '<meta property="og:site_name" content="Harbour Gazette"><meta name="author" content="By Jane Roe"><link rel="canonical" href="https://harbour.example/ferry">'
    expect(read(page(head, `<time datetime="2026-03-04">Wednesday</time>${`<p>${sentence}</p>`.repeat(3)}`)).provenance).toMatchObject({
      url: 'https://harbour.example/ferry',
      publisher: 'Harbour Gazette',
      publishedAt: '2026-03-04',
      authors: ['Jane Roe'],
    })
  })

  it('survives JSON-LD that is no JSON', () => {
    const head =
      '<script type="application/ld+json">{"@type":"NewsArticle", oops</script><meta property="article:published_time" content="2026-03-04">'
    expect(read(page(head, `<p>${sentence}</p>`.repeat(3))).provenance).toMatchObject({ publishedAt: '2026-03-04', publisher: null })
  })

  it('reads the dateline and the rights line of the text besides', () => {
    const body = `<p>PORT ELM, March 3 (Velanews) - ${sentence}</p><p>${sentence}</p><p>© 2026 Velanews. All rights reserved.</p>`
    expect(read(page(jsonLd, body)).provenance).toMatchObject({
      publisher: 'Harbour Gazette',
      original: { publisher: 'Velanews', publishedAt: '2026-03-03' },
      rights: { holder: 'Velanews' },
    })
  })

  it('believes the address that it was read from before the canonical one', () => {
    expect(
      read(page('<link rel="canonical" href="https://other.example/">', `<p>${sentence}</p>`.repeat(3)), 'https://harbour.example/1')
        .provenance.url,
    ).toBe('https://harbour.example/1')
  })
})

describe('hostile pages', () => {
  it.each([
    ['nested divs', '<div>'.repeat(100_000)],
    ['nested bold', '<b>'.repeat(100_000)],
    ['nested tables', '<table><tr><td>'.repeat(30_000)],
    ['open paragraphs', '<p>'.repeat(100_000)],
    ['bare brackets', '<'.repeat(500_000)],
    ['an endless attribute', `<div ${'a="b" '.repeat(100_000)}>`],
    ['a long attribute of references', `<div title="${'&amp;'.repeat(300_000)}">`],
    ['words of references', `<p>${'&amp;&copy;&nope'.repeat(100_000)}</p>`],
    ['a tag without an end', `<div class="${'x'.repeat(1_000_000)}`],
    ['a script without an end', `<script>${'let a = "</p>" + "<p>"\n'.repeat(50_000)}`],
    ['names that never close', `${'</'.repeat(100_000)}${'</x'.repeat(100_000)}`],
    ['comments in comments', '<!--'.repeat(100_000)],
    ['headings that are links', '<div><h2><a>x</a></h2>'.repeat(50_000)],
    ['times of other articles', '<div class="related"><time datetime="2026-01-01">x</time>'.repeat(30_000)],
    ['links', '<a href="x">y</a>'.repeat(50_000)],
  ])('reads past %s', (_, hostile) => {
    const started = performance.now()
    const document = readHtml(
      `<html><head><meta property="og:site_name" content="Harbour Gazette"></head><body><p>${sentence}</p>${hostile}</body></html>`,
      { input: 'test' },
    )
    expect(document.text).toContain(sentence)
    expect(document.provenance.publisher).toBe('Harbour Gazette')
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('says where a page was read tag by tag', () => {
    const document = readHtml(
      `<html><body>${'<div>'.repeat(1000)}<p>${sentence}</p><script>let a = "</p>"</script><p>Caf&eacute; &amp; bar, he said &#8212; twice.</p>`,
      { input: 'test' },
    )
    expect(document.text).toBe(`${sentence}\n\nCafé & bar, he said — twice.`)
    expect(document.diagnostics.map(({ code }) => code)).toEqual(['html-flat'])
  })
})
