import { describe, expect, it } from 'vitest'
import { readHtml } from '../../src/read/html.ts'

const ferry =
  'The ferry was sold on Monday, the port authority said, and its crew of forty, who had not been asked, learned of it from the radio.'
const dock =
  'Nobody had rung them, said Ada Brun, who has worked the deck for nineteen years, and nobody would before the hull was scrapped in Tarsk.'
const price =
  'The price, about four million crowns, was set in June, the buyer’s lawyers told the court, though no paper of that month mentions it.'
const prose = `<p>${ferry}</p><p>${dock}</p><p>${price}</p>`
const read = (body: string, head = '') =>
  readHtml(`<!doctype html><html lang="en"><head><title>Ferry sold</title>${head}</head><body>${body}</body></html>`, { input: 'test' })
const textOf = (body: string) => read(body).text
const plain = [ferry, dock, price].join('\n\n')

describe('what is left out of a page’s text', () => {
  it.each([
    ['related links', '<div class="related-stories"><h3>Related</h3><ul><li><a href="/a">Crew vow to stay</a></li></ul></div>'],
    [
      'a list of nothing but links',
      '<ul><li><a href="/a">Crew vow to stay aboard the ferry</a></li><li><a href="/b">What the harbour master knew</a></li></ul>',
    ],
    ['a paragraph that is one link', '<p><a href="/a">READ: Crew vow to stay aboard the ferry until spring</a></p>'],
    [
      'a newsletter box',
      '<div class="c-newsletterSignup"><p>Get the harbour’s news in your inbox every morning, with the tides.</p></div>',
    ],
    ['a share bar', '<div class="share-tools"><span>Share</span> <span>Copy link</span></div>'],
    ['a caption', '<figure><img src="x"><figcaption>The ferry at dawn. Lena Marsh / Velanews</figcaption></figure>'],
    ['a pull quote by name', '<aside class="pull-quote">Nobody had rung them</aside>'],
    ['a table of contents', '<div class="table-of-contents"><p>In this article</p><ul><li><a href="#a">The sale</a></li></ul></div>'],
    ['a cookie wall', '<div id="cookie-consent"><p>We and our partners store things on your device, as you may have heard.</p></div>'],
    [
      'a hidden note',
      '<div style="display: none"><p>The tides at Port Elm are at six and at half past six, and at seven on Sundays.</p></div>',
    ],
    [
      'a comment',
      '<div id="comments"><h3>2 comments</h3><p>I was on that ferry, and it leaked, and nobody said a word about it.</p></div>',
    ],
    ['a card that opens over a name', '<span class="popover">Ada Brun: more about her and the ferry</span>'],
    ['a plea for subscribers', '<p>[Want more harbour news? Sign up for our weekly newsletter to get it on Fridays.]</p>'],
    ['what the shop earns', '<p>If you buy something using links in our stories, we may earn a commission.</p>'],
    ['a link to another story in brackets', '<p>( MORE: What the harbour master knew)</p>'],
    ['a heading over nothing', '<h2>More from the harbour</h2>'],
    ['a paragraph again', `<p>${ferry}</p>`],
  ])('%s', (_, furniture) => {
    expect(textOf(`<article><h1>Ferry sold</h1><p>${ferry}</p><p>${dock}</p>${furniture}<p>${price}</p></article>`)).toBe(plain)
    expect(textOf(`<article><h1>Ferry sold</h1>${prose}${furniture}</article>`)).toBe(plain)
  })
})

describe('what stays in a page’s text', () => {
  it.each([
    ['a block quote', '<blockquote><p>We will not leave her.</p></blockquote>', 'We will not leave her.'],
    [
      'an embedded post with its author',
      '<div class="social-share-embed twitter-embed"><blockquote class="twitter-tweet"><p>They sold her.</p>&mdash; Ada Brun (@brun) <a href="https://t.example">March 3, 2026</a></blockquote></div>',
      'They sold her.\n\n— Ada Brun (@brun) March 3, 2026',
    ],
    [
      'a list',
      '<ul><li>The hull goes to Tarsk in May.</li><li>The engines stay.</li></ul>',
      'The hull goes to Tarsk in May.\n\nThe engines stay.',
    ],
    ['a subhead', '<h2>What comes next</h2>', 'What comes next'],
    [
      'a name in a sentence, though its link is called a tag',
      '<p>They will not leave her until <a class="textTag" rel="tag" href="/t/mara-voss">Mara Voss</a>, who signed for the harbour, has come aboard.</p>',
      'They will not leave her until Mara Voss, who signed for the harbour, has come aboard.',
    ],
    [
      'what readers without a subscription may see',
      '<div class="subscriber-preview"><p>The hull goes to Tarsk in May.</p></div>',
      'The hull goes to Tarsk in May.',
    ],
    [
      'a sentence that ends with a picture in brackets',
      '<p>She drew the hull on everything she could find (the harbour’s seal on a mug in a picture of a kitchen.)</p>',
      'She drew the hull on everything she could find (the harbour’s seal on a mug in a picture of a kitchen.)',
    ],
    [
      'two paragraphs by line breaks',
      '<div>The hull goes to Tarsk.<br><br>The engines stay.</div>',
      'The hull goes to Tarsk.\n\nThe engines stay.',
    ],
  ])('%s', (_, kept, words) => {
    expect(textOf(`<article><h1>Ferry sold</h1><p>${ferry}</p><p>${dock}</p>${kept}<p>${price}</p></article>`)).toBe(
      [ferry, dock, words, price].join('\n\n'),
    )
  })

  it('block quotes and embedded posts are quotes', () => {
    const { blocks } = read(`<article>${prose}<blockquote><p>We will not leave her.</p></blockquote><p>${ferry} ${dock}</p></article>`)
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'paragraph', 'quote', 'paragraph'])
  })
})

describe('where the article is', () => {
  it.each([
    [
      'beside a column of teasers',
      `<div class="row"><div class="col-8">${prose}</div><div class="rail"><p>Tides, tables, and the times of the last boats.</p></div></div>`,
    ],
    ['in a form around the whole page', `<form action="/"><div class="top">Menu</div><div class="story">${prose}</div></form>`],
    [
      'in paragraphs that are shown to subscribers only',
      `<div class="story"><p>${ferry}</p><div class="subscriber-only" style="display:none"><p>${dock}</p></div><div class="subscriber-only" style="display:none"><p>${price}</p></div></div>`,
    ],
    [
      'in sections side by side',
      `<div id="post"><div class="grid"><div class="part"><p>${ferry}</p></div></div><div class="grid"><div class="part"><p>${dock}</p></div></div><div class="grid"><div class="part"><p>${price}</p></div></div></div>`,
    ],
    [
      'above teasers of others',
      `<div><div class="story">${prose}</div><div class="list"><h3><a href="/b">Goose found</a></h3><p>A goose that was thought lost, and mourned by a whole street, is home again, its owner said.</p></div></div>`,
    ],
    ['in paragraphs that are not closed', `<div><p>${ferry}<p>${dock}<p>${price}</div>`],
    ['in divisions without paragraphs', `<div class="body"><div>${ferry}</div><div>${dock}</div><div>${price}</div></div>`],
  ])('%s', (_, body) => {
    expect(
      textOf(`<nav><a href="/">Home</a></nav>${body}<footer><p>Terms of use, privacy, and the harbour’s own rules.</p></footer>`),
    ).toBe(plain)
  })
})

describe('what a reader should know of a page', () => {
  const codes = (body: string, head = '') => read(body, head).diagnostics.map(({ code }) => code)
  const ld = (fields: string) => `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry sold",${fields}}</script>`

  it('that a paywall cuts it', () => {
    expect(codes(`<article><p>${ferry}</p></article><div class="wall">Subscribe to continue reading</div>`)).toEqual(['paywall'])
    expect(codes(`<article>${prose}</article>`, ld('"isAccessibleForFree":"False","wordCount":900'))).toEqual(['paywall'])
  })

  it('not where all of it was had', () => {
    expect(
      codes(`<article>${prose}${prose.replaceAll('<p>', '<p>Then: ')}</article>`, ld('"isAccessibleForFree":false,"wordCount":120')),
    ).toEqual([])
  })

  it('that it holds several articles', () => {
    const long = [1, 2, 3, 4, 5, 6].map(number => `<p>${number}. ${dock}</p>`).join('')
    expect(
      codes(`<article><h1>Ferry sold</h1>${long}</article><article><h1>Goose found</h1>${long.replaceAll('hull', 'goose')}</article>`),
    ).toEqual(['several-articles'])
  })

  it('that it is a live blog', () => {
    expect(
      codes(
        `<article>${prose}</article>`,
        '<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Ferry sold"}</script>',
      ),
    ).toEqual(['live-blog'])
  })
})

describe('words as written', () => {
  it('has references decoded, comments gone and elements within words joined', () => {
    expect(
      textOf(
        `<article>${prose}<p>Caf&eacute;<!-- x --> &amp; bar&#146;s <b>str</b>ong &hellip; A&B, he said, and went out again, slowly.</p></article>`,
      ),
    ).toBe(`${plain}\n\nCafé & bar’s strong … A&B, he said, and went out again, slowly.`)
  })
})
