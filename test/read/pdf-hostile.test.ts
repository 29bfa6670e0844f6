import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HearsayError } from '../../src/model/error.ts'
import { readPdf } from '../../src/read/pdf.ts'
import { changes, findFault, mutate, sample } from '../fuzz/pdf.ts'
import { writeObjects, writePdf, writeStream } from './pdf-file.ts'

const fail = async (bytes: Uint8Array): Promise<HearsayError> => {
  const error = await readPdf(bytes, { input: 'bad.pdf' }).then(
    () => null,
    reason => reason,
  )
  expect(error).toBeInstanceOf(HearsayError)
  expect(error.message).toContain('bad.pdf')
  return error
}
const codeOf = async (bytes: Uint8Array): Promise<string> => (await fail(bytes)).code
const pack = (bytes: Uint8Array): string => deflateSync(bytes, { level: 9 }).toString('latin1')
const page = (contents: string) =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${contents} >>`
const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
const book = (contents: string, ...objects: string[]) =>
  writeObjects(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [4 0 R] /Count 1 >>', font, page(contents), ...objects])
const show = 'BT /F1 10 Tf 1 0 0 1 60 700 Tm (The ferry was sold.) Tj ET'

describe('a PDF that cannot be read is one clear error', () => {
  it.each([
    ['empty', new Uint8Array(0), 'empty-input'],
    ['nothing but its first line', new TextEncoder().encode('%PDF-1.7\n'), 'pdf-invalid'],
    ['cut in the middle of its first object', sample().slice(0, 40), 'pdf-invalid'],
    ['without a page', writeObjects(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>']), 'pdf-no-text'],
    ['larger than any article', new Uint8Array(10_000_001), 'input-too-large'],
  ])('%s', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code)
  })

  it('a scan without a text layer names the remedy', async () => {
    const error = await fail(writePdf([[], []]))
    expect(error.code).toBe('pdf-no-text')
    expect(error.message).toMatch(/2 pages.*OCR/)
  })

  it('one that asks for a password', async () => {
    const key = `<${'61'.repeat(32)}>`
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
      font,
      page('5 0 R'),
      writeStream(show),
    ]
    const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >> /ID [${key} ${key}]`
    expect(await codeOf(writeObjects(objects, encrypt))).toBe('pdf-encrypted')
  })

  it('one with too many pages', async () => {
    const error = await fail(writePdf(Array.from({ length: 401 }, () => [])))
    expect(error.code).toBe('input-too-large')
    expect(error.message).toContain('401 pages')
  })
})

describe('a hostile PDF is refused before it takes time and memory', () => {
  it('a stream that unpacks to much more than an article', async () => {
    const bomb = pack(new Uint8Array(201_000_000).fill(32))
    expect(await codeOf(book('5 0 R', writeStream(bomb, '/Filter /FlateDecode ')))).toBe('pdf-hostile')
  })

  it('a stream that is packed twice', async () => {
    const twice = pack(deflateSync(new Uint8Array(10_000_000)))
    expect(await codeOf(book('5 0 R', writeStream(twice, '/Filter [/FlateDecode /FlateDecode] ')))).toBe('pdf-hostile')
  })

  it('one stream many times over', async () => {
    expect(await codeOf(book(`[${'5 0 R '.repeat(100_000)}]`, writeStream(show)))).toBe('pdf-hostile')
  })
})

describe('a PDF that runs in circles ends', () => {
  const catalogue = '<< /Type /Catalog /Pages 2 0 R >>'
  it.each([
    ['pages that are their own children', writeObjects([catalogue, '<< /Type /Pages /Kids [2 0 R] /Count 5 >>'])],
    [
      'pages within pages within pages',
      writeObjects([catalogue, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Pages /Kids [2 0 R] /Count 1 >>']),
    ],
    ['a length that is the stream itself', book('5 0 R', `<< /Length 5 0 R >>\nstream\n${show}\nendstream`)],
    ['lists in lists', book('5 0 R', `<< /A ${'['.repeat(50_000)} >>`)],
    [
      'a count of pages that are not there',
      writeObjects([catalogue, '<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>', page('4 0 R'), writeStream(show)]),
    ],
  ])('%s', async (_, bytes) => {
    expect(await findFault(bytes)).toBeNull()
  })

  it('a form that draws itself', async () => {
    const form = writeStream(
      `${show} /X1 Do`,
      '/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /Font << /F1 3 0 R >> /XObject << /X1 6 0 R >> >> ',
    )
    const drawing = writeObjects([
      catalogue,
      '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
      font,
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /X1 6 0 R >> >> /Contents 5 0 R >>',
      writeStream('/X1 Do'),
      form,
    ])
    expect(await findFault(drawing)).toBeNull()
  })

  it('a table of objects that names itself as the one before', async () => {
    const bytes = new TextDecoder('latin1').decode(book('5 0 R', writeStream(show)))
    const table = /startxref\n(\d+)/.exec(bytes)![1]
    const looped = Uint8Array.from(bytes.replace('/Root', `/Prev ${table} /Root`), letter => letter.charCodeAt(0))
    expect((await readPdf(looped, { input: 'loop.pdf' })).text).toBe('The ferry was sold.')
  })
})

describe('any changed PDF', () => {
  it('is read or refused with one clear error', async () => {
    const original = sample()
    await fc.assert(
      fc.asyncProperty(changes, async list => {
        expect(await findFault(mutate(original, list))).toBeNull()
      }),
      { numRuns: 150 },
    )
  })
})
