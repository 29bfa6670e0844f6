import { describe, expect, test } from 'vitest'
import { readFeed } from '../../src/read/feed.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string, url: string | null = null) => readFeed(bytes(text), { input: 'feed', url })
const rss = (items: string, head = ''): string =>
  `<?xml version="1.0"?>${head}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Lakeside Courier &amp; Echo</title><link>https://courier.example/</link><language>en-gb</language>${items}</channel></rss>`

describe('entries of a feed', () => {
  test('RSS: the whole text is taken before the summary, dates keep their offset', async () => {
    const [entry] = await read(
      rss(
        '<item><title>Ferry &quot;sold&quot;</title><link>https://courier.example/ferry</link><guid isPermaLink="false">n-1</guid><pubDate>Wed, 04 Mar 2026 05:06:07 +0100</pubDate><dc:creator>Ilse Marrow</dc:creator><description>Short</description><content:encoded><![CDATA[<p>The dam will hold, Mara Voss said &amp; left.</p><blockquote>Nobody came, he said.</blockquote>]]></content:encoded></item>',
      ),
    )
    const { key, title, text, language, provenance } = await entry.read()
    expect({ key, title, text, language }).toEqual({
      key: 'n-1',
      title: 'Ferry "sold"',
      text: 'The dam will hold, Mara Voss said & left.\n\nNobody came, he said.',
      language: 'en-gb',
    })
    expect(provenance).toMatchObject({
      url: 'https://courier.example/ferry',
      publisher: 'Lakeside Courier & Echo',
      publishedAt: '2026-03-04T05:06:07+01:00',
      authors: ['Ilse Marrow'],
    })
    expect(provenance.evidence).toContainEqual({ field: 'publisher', span: null, from: 'feed' })
  })

  test('RSS: an entry that another outlet is the source of is that outlet’s', async () => {
    const [entry] = await read(
      rss('<item><description>It rained.</description><source url="https://elm.example/rss">Elm Times</source></item>'),
    )
    expect((await entry.read()).provenance.publisher).toBe('Elm Times')
  })

  test('a summary says that it is one, and an entry without text says what to do', async () => {
    const [summary, bare] = await read(
      rss(
        '<item><link>/two</link><description>The bridge stays &amp;amp; holds, he said.</description></item><item><link>/three</link></item>',
      ),
    )
    const { text, diagnostics } = await summary.read()
    expect([text, diagnostics.map(({ code }) => code), summary.url]).toEqual([
      'The bridge stays & holds, he said.',
      ['summary'],
      'https://courier.example/two',
    ])
    await expect(bare.read()).rejects.toMatchObject({ code: 'empty-input', message: expect.stringContaining('--follow') })
  })

  test('Atom: content in XHTML, the author of the feed, the updated time', async () => {
    const [entry] = await read(
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Hafenblatt</title><author><name>Zoë Grün</name></author><entry><id>e1</id><title type="html">A &amp;lt;b&amp;gt;bold&amp;lt;/b&amp;gt; move</title><link href="https://elm.example/1"/><published>2026-03-04T05:06:07Z</published><updated>2026-03-05T05:06:07Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Die Fähre ist nicht verkauft, und das ist gut, sagte der Bürgermeister am Montag.</p></div></content></entry></feed>',
    )
    const { key, title, language, text, provenance } = await entry.read()
    expect({ key, title, language, text }).toEqual({
      key: 'e1',
      title: 'A bold move',
      language: 'de',
      text: 'Die Fähre ist nicht verkauft, und das ist gut, sagte der Bürgermeister am Montag.',
    })
    expect(provenance).toMatchObject({ authors: ['Zoë Grün'], publishedAt: '2026-03-04T05:06:07Z', updatedAt: '2026-03-05T05:06:07Z' })
  })

  test('JSON feed, and RSS within RDF', async () => {
    const [json] = await read(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Elm Times',
        items: [{ id: '7', url: 'https://elm.example/7', content_text: 'It rained, she said. 3 < 4.', authors: [{ name: 'Ed Ito' }] }],
      }),
    )
    expect(await json.read()).toMatchObject({
      key: '7',
      text: 'It rained, she said. 3 < 4.',
      provenance: { publisher: 'Elm Times', authors: ['Ed Ito'] },
    })
    const [rdf] = await read(
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>Elm Times</title></channel><item rdf:about="https://elm.example/8"><title>Rain</title><link>https://elm.example/8</link><description>It rained, he said.</description></item></rdf:RDF>',
    )
    expect(await rdf.read()).toMatchObject({ title: 'Rain', text: 'It rained, he said.', provenance: { url: 'https://elm.example/8' } })
  })
})

describe('feeds that are none, or mean harm', () => {
  const laughs = `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>`
  const file = `<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]>`
  test.each([
    ['text that grows by entities', rss('<item><description>&b;</description></item>', laughs), 'feed-invalid'],
    ['text from files', rss('<item><description>&a;</description></item>', file), 'feed-invalid'],
    ['a broken feed', '<rss version="2.0"><channel><item>', 'feed-invalid'],
    ['tags 100,000 deep', `<rss version="2.0"><channel>${'<a>'.repeat(100_000)}`, 'feed-invalid'],
    ['a million entries', rss('<item/>'.repeat(1e6)), 'input-too-large'],
    ['a million entries in JSON', `{"version":"https://jsonfeed.org/version/1","items":[${'{},'.repeat(1e6)}{}]}`, 'input-too-large'],
    ['more than 10 MB', rss(`<item><description>${'x'.repeat(11e6)}</description></item>`), 'input-too-large'],
  ])('%s: one clear error', async (_, text, code) => {
    await expect(read(text)).rejects.toMatchObject({ name: 'HearsayError', code, message: expect.stringContaining('feed') })
  })

  test('entities for single letters are no harm', async () => {
    const [entry] = await read(
      rss('<item><description>It rained, he said.</description></item>', '<!DOCTYPE rss [<!ENTITY nbsp "&#160;">]>'),
    )
    expect((await entry.read()).text).toBe('It rained, he said.')
  })

  test('a feed without entries has none', async () => {
    expect(await read(rss(''))).toEqual([])
  })
})
