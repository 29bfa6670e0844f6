import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HearsayError } from '../../src/model/error.ts'
import { readHtml } from '../../src/read/html.ts'

const names =
  'div p a b span table tr td ul li h1 h2 article aside form blockquote script style title svg meta link time br figure figcaption template noscript'.split(
    ' ',
  )
const attributes = [
  '',
  ' class="byline author"',
  ' class="related comments"',
  ' id=main hidden',
  ' style="display:none"',
  ' itemprop="author"',
  ' datetime="2026-03-04"',
  ' type="application/ld+json"',
  ' rel=author href="https://a.example/"',
  ' name="author" content="Jane Roe"',
  ' a="unclosed',
  " b='x",
]
const words = [
  'By Jane Roe',
  'PORT ELM (Velanews) - ',
  'The ferry was sold on Monday, the port authority said, and nobody rang. ',
  '&amp;&#146;&#x110000;&nope;',
  '{"@type":"NewsArticle","author":',
  '© 2026 Velanews',
  '\u0000',
  '\ud800',
  '<!--',
  '-->',
  '<![CDATA[',
  '<?x',
  '</',
  '<',
]
const tag = fc.tuple(
  fc.constantFrom('<', '</'),
  fc.constantFrom(...names),
  fc.constantFrom(...attributes),
  fc.constantFrom('>', '/>', '', ' >'),
)
const soup = fc
  .array(
    fc.oneof(
      tag.map(parts => parts.join('')),
      fc.constantFrom(...words),
      fc.string({ unit: 'binary', maxLength: 10 }),
    ),
    { maxLength: 120 },
  )
  .map(parts => parts.join(''))

describe('any tag soup', () => {
  it('is read, or refused for having no text, with every span inside the text', () => {
    fc.assert(
      fc.property(soup, html => {
        try {
          const { text, blocks, provenance, diagnostics } = readHtml(html, { input: 'test' })
          for (const { span } of [...provenance.evidence, ...provenance.credits, ...diagnostics, ...blocks.map(block => ({ span: block }))])
            if (span) expect(span.start >= 0 && span.start <= span.end && span.end <= text.length).toBe(true)
        } catch (error) {
          if (!(error instanceof HearsayError)) throw error
          expect(error.code).toBe('empty-input')
        }
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 300) },
    )
  })
})
