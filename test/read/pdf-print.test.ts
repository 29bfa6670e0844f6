import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'tsdown'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Document } from '../../src/model/document.ts'
import { readPdf } from '../../src/read/pdf.ts'
import { canPrint, openPrinter, type Printer, setArticle, settings } from './print.ts'

const blocks = [
  'Board sold last ferry in an hour, members say',
  'By Jane Roe',
  'March 6, 2026',
  'The harbour board sold the last ferry to a buyer it would not name, two members of the board told the Harbour Gazette on Thursday. They asked not to be identified because the contract forbids them to speak of it.',
  '“We were given an hour to read four hundred pages,” one of them said. “Nobody had read them when the vote was called, and nobody has read them since.” The chair, Orla Penn, denied that there had been any haste.',
  'In a statement, the transport ministry said it had been informed of the sale “after the fact”. A spokesman, Bram Quill, added that a well-known surveyor had valued the ship at 2.4 million crowns.',
  'What the islanders say',
  'Residents of the outer islands learned of it from the radio. “My mother is eighty-one and she swims better than their new boat,” said Ada Brun, who keeps the post office at Skerry Head. She accused the board of contempt.',
  'A memo seen by this newspaper shows that the board’s own lawyers warned in March of “considerable exposure”. The memo, written by the solicitor Tom Vale, says the sale “may not survive a challenge”.',
  'The union said it would go to court. Its secretary, Mina Holt, told Radio Lune that the crew had been promised work until 2031.',
  '“The promise is in writing,” she said. “I have it in my desk.”',
  'A cousin of the chair, who asked not to be named, said that the office of the board had affirmed the offer in five different letters.',
]
const blocksOf = ({ blocks: parts, text }: Document) => parts.map(({ start, end }) => text.slice(start, end))

describe.skipIf(!canPrint)('an article printed by a browser', () => {
  let printer: Printer
  beforeAll(async () => {
    printer = await openPrinter()
  })
  afterAll(() => printer.close())
  const print = async (html: string, options = {}) => readPdf(await printer.print(html, options), { input: 'print.pdf' })

  it.each(settings)('is the same text set in $name', async ({ css, options }) => {
    const document = await print(setArticle(blocks, 2, css), options)
    expect(blocksOf(document)).toEqual(blocks)
    expect(document.title).toBe(blocks[0])
    expect(document.provenance).toMatchObject({ authors: ['Jane Roe'], publishedAt: '2026-03-06', url: options?.edges?.url ?? null })
  })

  it('has its cut words, ligatures, spaces and initials whole', async () => {
    const text =
      '.text { columns: 3; column-gap: 4mm; text-align: justify } .text p { margin: 0; text-indent: 1em } .text p:first-child { text-indent: 0 } .text p:first-child::first-letter { float: left; font-size: 33pt; line-height: 27pt }'
    const soft = (words: string) => words.replace(/(\p{L}{4})(?=\p{L}{3})/gu, '$1\u00ad')
    const cut = blocks.map((words, at) => (at < 3 ? words : soft(words).replace('2.4 million', '2.4\u00a0million')))
    expect(blocksOf(await print(setArticle(cut, 2, text)))).toEqual(blocks)
  })

  it('is told from captions, boxes and other articles on a newspaper’s page', async () => {
    const paragraphs = (from: number, to: number) =>
      blocks
        .slice(from, to)
        .map(words => `<p>${words}</p>`)
        .join('')
    const html = `<html lang="en"><style>body { font: 9.5pt/1.2 "Liberation Serif"; margin: 0 } p { margin: 0; text-indent: 1em; text-align: justify }
      h1 { font-size: 30pt; margin: 4pt 0 } h2 { font-size: 17pt; margin: 6pt 0 } .name { font-size: 40pt; text-align: center }
      .folio, .page { display: flex; gap: 5mm; justify-content: space-between } .text { flex: 3; columns: 3; column-gap: 4mm } .box { flex: 1; border: 1px solid; padding: 6pt; font: 9pt "Liberation Sans" }
      .picture { height: 70pt; background: #ccc } .caption { font: 7.5pt "Liberation Sans"; text-indent: 0; margin: 2pt 0 6pt }</style>
      <div class="name">The Harbour Gazette</div><div class="folio"><span>Friday, March 6, 2026</span><span>No. 14,201</span><span>Page 4</span></div>
      <h1>${blocks[0]}</h1><div class="page"><div class="text"><p style="text-indent: 0; margin-bottom: 4pt"><b>By JANE ROE</b></p>${paragraphs(3, 6)}
      <div class="picture"></div><p class="caption">The ferry at dawn. Photograph: Lena Marsh</p>${paragraphs(7, 10)}</div>
      <div class="box"><b>What we know</b><p style="text-indent: 0">The sale was agreed on Tuesday behind closed doors.</p></div></div>
      <div class="page" style="margin-top: 14pt"><div style="flex: 1"><h2>Council to close two schools</h2>${paragraphs(8, 9)}</div>
      <div style="flex: 1"><h2>Fog stops flights at Tarsk</h2>${paragraphs(4, 5)}</div></div></html>`
    const document = await print(html, { margin: '10mm' })
    expect(blocksOf(document)).toEqual([
      'The Harbour Gazette',
      'Friday, March 6, 2026 No. 14,201 Page 4',
      blocks[0],
      'By JANE ROE',
      ...blocks.slice(3, 6),
      'The ferry at dawn. Photograph: Lena Marsh',
      ...blocks.slice(7, 10),
      'What we know',
      'The sale was agreed on Tuesday behind closed doors.',
      'Council to close two schools',
      blocks[8],
      'Fog stops flights at Tarsk',
      blocks[4],
    ])
    expect(document.title).toBe(blocks[0])
    expect(document.provenance).toMatchObject({ publisher: 'The Harbour Gazette', publishedAt: '2026-03-06' })
    expect(document.diagnostics.map(({ code }) => code)).toContain('several-articles')
  })

  it('says that a page holds several articles by small headlines with bylines under them', async () => {
    const story = (headline: string, name: string, from: number) =>
      `<h3>${headline}</h3><p>By ${name}</p>${blocks
        .slice(from, from + 3)
        .map(words => `<p>${words}</p>`)
        .join('')}`
    const two = `${story('Ferry sold to rival line', 'Jane Roe', 3)}${story('Council to close two schools', 'Tom Vale', 7)}`
    const { diagnostics } = await print(`<html lang="en"><body style="font: 16px/1.5 serif">${two}</body></html>`)
    expect(diagnostics.map(({ code }) => code)).toContain('several-articles')
  })

  it('keeps the addresses that its headline and its origin link to', async () => {
    const html = `<html lang="en"><body style="font: 16px/1.5 serif"><h1><a href="https://lakeside.example/ferry">${blocks[0]}</a></h1>${blocks
      .slice(1)
      .map(words => `<p>${words}</p>`)
      .join('')}<p>This article was originally published by <a href="https://velanews.example/ferry">Velanews</a>.</p></body></html>`
    const { provenance } = await print(html)
    expect(provenance).toMatchObject({
      url: 'https://lakeside.example/ferry',
      original: { publisher: 'Velanews', url: 'https://velanews.example/ferry' },
    })
  })

  it('is read the same in a browser’s tab', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hearsay-'))
    await build({
      config: false,
      cwd: fileURLToPath(new URL('../../', import.meta.url)),
      entry: { pdf: 'src/read/pdf.ts' },
      outDir: folder,
      platform: 'browser',
      format: 'iife',
      globalName: 'pdf',
      deps: { alwaysBundle: [/.*/] },
      dts: false,
      clean: false,
      logLevel: 'error',
    })
    const bytes = await printer.print(setArticle(blocks, 2, settings[5].css))
    const there = await printer.run(
      readFileSync(join(folder, 'pdf.iife.js'), 'utf8'),
      'bytes => pdf.readPdf(new Uint8Array(bytes), { input: "print.pdf" })',
      [...bytes],
    )
    rmSync(folder, { recursive: true })
    expect(there).toEqual(await readPdf(bytes, { input: 'print.pdf' }))
  }, 120_000)
})
