import { describe, expect, it } from 'vitest'
import { INPUT_LIMIT, readBytes } from '../../src/read/index.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const oneByte = (text: string) =>
  Uint8Array.from(text, letter => ({ '“': 0x93, '”': 0x94, '’': 0x92, '—': 0x97 })[letter] ?? letter.charCodeAt(0))
const utf16 = (text: string, little: boolean, mark: boolean) => {
  const bytes = new Uint8Array((text.length + (mark ? 1 : 0)) * 2)
  const view = new DataView(bytes.buffer)
  Array.from((mark ? '\ufeff' : '') + text).forEach((letter, index) => {
    view.setUint16(index * 2, letter.charCodeAt(0), little)
  })
  return bytes
}
const read = (bytes: Uint8Array) => readBytes(bytes, { input: 'test' })

const text = 'The café in Port Elm has closed.\r\n\r\n“Nobody came,” its owner said — and that’s that. The manager, René Größ, agreed.\r\n'

describe('encodings', () => {
  it.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with a mark', utf8(`\ufeff${text}`)],
    ['UTF-16, little end first, with a mark', utf16(text, true, true)],
    ['UTF-16, big end first, with a mark', utf16(text, false, true)],
    ['windows-1252', oneByte(text)],
  ])('reads %s, the line ends kept', async (_, bytes) => {
    expect((await read(bytes)).text).toBe(text)
  })

  it('reads UTF-16 without a mark', async () => {
    expect((await read(utf16('The ferry was sold, officials said.', true, false))).text).toBe('The ferry was sold, officials said.')
  })

  it('replaces a broken byte in UTF-8 and says so', async () => {
    const broken = utf8('The café “Nobody” closed — “Nobody came,” said René. '.repeat(4))
    broken[6] = 0xff
    const document = await read(broken)
    expect(document.text).toContain('\ufffd')
    expect(document.diagnostics.map(({ code }) => code)).toEqual(['encoding'])
  })

  it('believes the charset that a page declares', async () => {
    const page =
      '<html><head><meta charset="iso-8859-2"></head><body><p>Premi\xe9r \xb9okoval novin\xe1\xf8e, said the paper on Monday morning in the town.</p></body></html>'
    expect((await read(oneByte(page))).text).toContain('Premiér šokoval novináře')
  })
})

describe('inputs that are no article', () => {
  it.each([
    ['empty-input', new Uint8Array()],
    ['empty-input', utf8(' \n\t ')],
    ['empty-input', utf8('<html><body><script>1</script></body></html>')],
    ['pdf-invalid', utf8('%PDF-1.7 something')],
    ['binary-input', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])],
    ['binary-input', Uint8Array.from({ length: 64 }, (_, index) => (index * 37) % 256)],
    ['input-too-large', new Uint8Array(INPUT_LIMIT + 1)],
  ])('refuses with %s', async (code, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ name: 'HearsayError', code, message: expect.stringContaining('test') })
  })
})

describe('kinds of text', () => {
  it('tells HTML by its content, whatever the name', async () => {
    const document = await read(utf8('<p>The ferry was sold on Monday, the port said.</p><p>Nobody was asked, its crew said.</p>'))
    expect(document.text).toBe('The ferry was sold on Monday, the port said.\n\nNobody was asked, its crew said.')
  })

  it('leaves text that speaks of tags alone', async () => {
    const source = 'The <b> tag is old, the editor said. 3 < 4.'
    expect((await read(utf8(source))).text).toBe(source)
  })

  it('reads HTML as text where it is told to', async () => {
    const source = '<p>The ferry was sold.</p>'
    expect((await readBytes(utf8(source), { input: 'test', kind: 'text' })).text).toBe(source)
  })
})
