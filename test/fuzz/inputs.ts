import { Readable } from 'node:stream'
import fc from 'fast-check'

const words = [
  'The ferry was sold, he said.',
  'PORT ELM (Velanews) — ',
  '“Nobody came,” she told Radio Lune.',
  'By Jane Roe',
  '© 2026 Velanews',
]
const breaks = ['\n', '\r\n', '\n\n', '\r\n\r\n', ' ', '\t', '\u0000', '\ufeff', '\u2028', '\ud83d', '\u001b']

const soup = (parts: readonly string[], most = 40): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...parts, ...words, ...breaks) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
      ),
      {
        maxLength: most,
      },
    )
    .map(pieces => pieces.join(''))

const asBytes = (text: fc.Arbitrary<string>, ...forms: readonly BufferEncoding[]): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(text, fc.constantFrom<BufferEncoding>('utf8', 'utf8', 'latin1', 'utf16le', ...forms))
    .map(([value, form]) => Buffer.from(value, form))

/** The same bytes with a few changed, a stretch left out or said twice. */
const harm = (bytes: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(bytes, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 3 }), fc.nat(3), fc.nat(), fc.nat(200))
    .map(([whole, changes, how, from, length]) => {
      const copy = Uint8Array.from(whole)
      for (const [at, value] of changes) if (copy.length > 0) copy[at % copy.length] = value
      const start = copy.length === 0 ? 0 : from % copy.length
      if (how === 1) return Buffer.concat([copy.subarray(0, start), copy.subarray(start + length)])
      if (how === 2) return Buffer.concat([copy.subarray(0, start + length), copy.subarray(start)])
      return copy
    })

const text = asBytes(
  soup(['# ', '> ', '* ', '**', '[a](#)', '<p>', '</div>', '&amp;', 'https://elm.example/a', '{', '"', '[', '%PDF', 'WARC/1.0']),
)

const feedParts = [
  '<?xml version="1.0" encoding="utf-8"?>',
  '<?xml version="1.0" encoding="iso-8859-2"?>',
  '<rss version="2.0">',
  '<rss>',
  '</rss>',
  '<channel>',
  '</channel>',
  '<item>',
  '</item>',
  '<title>',
  '</title>',
  '<link>',
  '</link>',
  '<guid>',
  '</guid>',
  '<description>',
  '</description>',
  '<![CDATA[',
  ']]>',
  '<pubDate>Wed, 04 Mar 2026 05:06:07 +0100</pubDate>',
  '<feed xmlns="http://www.w3.org/2005/Atom">',
  '</feed>',
  '<entry>',
  '</entry>',
  '<content type="html">',
  '<content type="xhtml">',
  '</content>',
  '<link href="/a"/>',
  '<author><name>',
  '</name></author>',
  '<!DOCTYPE rss [',
  '<!ENTITY a "b">',
  ']>',
  '&lt;p&gt;',
  '&a;',
  '&#0;',
  '&#x110000;',
  '<rdf:RDF xmlns="http://purl.org/rss/1.0/">',
  '</rdf:RDF>',
  '<!--',
  '-->',
  '<source url="x">',
  '</source>',
]
const json = fc.jsonValue({ maxDepth: 3 })
const feed = fc.oneof(
  {
    weight: 4,
    arbitrary: asBytes(
      fc.tuple(fc.constantFrom(...feedParts.slice(0, 4), feedParts[20]), soup(feedParts)).map(([head, rest]) => head + rest),
    ),
  },
  {
    weight: 2,
    arbitrary: asBytes(
      soup(feedParts, 12).map(
        inner =>
          `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Elm</title><item><link>https://elm.example/a</link><content:encoded><![CDATA[<p>It rained, he said.</p>${inner}</content:encoded></item></channel></rss>`,
      ),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(json, json, json, json).map(([title, items, id, content]) =>
      Buffer.from(
        JSON.stringify({
          version: 'https://jsonfeed.org/version/1.1',
          title,
          items: Array.isArray(items) ? items : [{ id, content_html: content, url: title, authors: items, date_published: id }],
        }),
      ),
    ),
  },
)

const record = fc
  .tuple(
    fc.constantFrom('response', 'resource', 'conversion', 'revisit', 'warcinfo', 'x'),
    fc.constantFrom('HTTP/1.1 200 OK', 'HTTP/1.1 301 Moved', 'HTTP/1.1 OK', 'x', ''),
    fc.constantFrom('text/html', 'text/plain; charset=utf-16', 'image/png', 'application/pdf', '', 'text/html; charset=zzz'),
    fc.constantFrom(
      '',
      'Transfer-Encoding: chunked\r\n',
      'Content-Encoding: gzip\r\n',
      'Content-Encoding: br\r\n',
      'Content-Length: -1\r\n',
    ),
    soup(['<p>', '</p>', '5\r\nThe f\r\n0\r\n\r\n', 'ffffffff\r\n', 'WARC/1.0\r\n', '<html><body>']),
    fc.constantFrom(0, 0, 0, 0, -5, 7, 1e6, 1e15),
  )
  .map(([kind, status, type, header, body, error]) => {
    const block = Buffer.from(
      kind === 'response' || kind === 'revisit' ? `${status}\r\nContent-Type: ${type}\r\n${header}\r\n${body}` : body,
    )
    const head = `WARC/1.0\r\nWARC-Type: ${kind}\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: https://elm.example/a\r\nContent-Type: ${type}\r\nContent-Length: ${block.length + error}\r\n\r\n`
    return Buffer.concat([Buffer.from(head), block, Buffer.from('\r\n\r\n')])
  })
const warc = harm(fc.array(record, { minLength: 1, maxLength: 4 }).map(records => Buffer.concat(records)))

const fields = fc.record(
  { text: fc.oneof(soup(['. ']), json), id: json, url: json, publisher: json, publishedAt: json, seenAt: json, title: json, authors: json },
  { requiredKeys: [] },
)
const records = harm(
  asBytes(
    fc
      .array(fc.oneof({ weight: 3, arbitrary: fields.map(value => JSON.stringify(value)) }, soup(['{"text":"', '"}', '[', '{}'], 8)), {
        minLength: 1,
        maxLength: 6,
      })
      .map(lines => `{"text":"It rained."}\n${lines.join('\n')}`),
  ),
)

/** Inputs of each kind, whole and damaged. */
export const hostileInputs = { text: harm(text), feed: harm(feed), warc, records } as const

/** A stream of these bytes in pieces of `size`. */
export const streamOf = (bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> =>
  Readable.from(
    (function* () {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
    })(),
    { objectMode: true },
  )
