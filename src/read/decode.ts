import type { Diagnostic } from '../model/document.ts'
import { HearsayError } from '../model/error.ts'

/** The largest input that is read, in bytes. */
export const INPUT_LIMIT = 10_000_000

/** Bytes turned into text, and what kind of text it is. */
export interface Decoded {
  readonly text: string
  readonly kind: 'text' | 'html'
  readonly encoding: string
  readonly diagnostics: readonly Diagnostic[]
}

const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['a PDF file', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a ZIP archive or an office document', [0x50, 0x4b, 0x03, 0x04]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['an old office document', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
]

const startsWith = (bytes: Uint8Array, signature: readonly number[]) => signature.every((value, index) => bytes[index] === value)

const markOf = (bytes: Uint8Array): string | null => {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8'
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be'
  return null
}

/** UTF-16 without a mark: nearly every other byte of a Latin text is zero. */
const wideOf = (bytes: Uint8Array): string | null => {
  const length = Math.min(bytes.length, 4096) & ~1
  if (length < 4) return null
  let even = 0
  let odd = 0
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even++
    if (bytes[index + 1] === 0) odd++
  }
  if (odd > length * 0.35 && even === 0) return 'utf-16le'
  return even > length * 0.35 && odd === 0 ? 'utf-16be' : null
}

const isBinary = (bytes: Uint8Array): boolean => {
  const length = Math.min(bytes.length, 65_536)
  let control = 0
  for (let index = 0; index < length; index++) {
    const byte = bytes[index]
    if (byte === 0) return true
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) control++
  }
  return control > length * 0.02
}

const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Some versions of Node take windows-1252 for ISO 8859-1, whose 0x80 to 0x9F are control characters. */
const mendLatin = (text: string): string => text.replace(/[\u0080-\u009f]/g, letter => HIGH[letter.charCodeAt(0) - 0x80])

const latin = (bytes: Uint8Array, length: number) => mendLatin(new TextDecoder('windows-1252').decode(bytes.subarray(0, length)))

const declaredCharset = (head: string): string | null =>
  /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w:-]{2,40})/i.exec(head)?.[1] ??
  /^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w:-]{2,40})/i.exec(head)?.[1] ??
  null

/** What kind of bytes that are no text these begin, in words; null where they may be text. */
export const binaryKindOf = (bytes: Uint8Array): string | null => {
  const signature = SIGNATURES.find(([, start]) => startsWith(bytes, start))
  if (signature) return signature[0]
  return !markOf(bytes) && !wideOf(bytes) && isBinary(bytes) ? 'binary data' : null
}

/** The first bytes of an input as text, well enough to tell what it holds. */
export const decodeHead = (bytes: Uint8Array): string => {
  const text = new TextDecoder(markOf(bytes) ?? wideOf(bytes) ?? 'latin1').decode(bytes)
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

/** Whether the beginning of a text is that of an HTML page. */
export const isHtml = (head: string): boolean => {
  const start = head.slice(0, 4096).replace(/^(?:\s+|<!--[\s\S]{0,2000}?-->|<\?xml[^>]{0,200}\?>)+/, '')
  if (/^<(?:!doctype\s+html|html|head|body|meta|title|link|script|style|article|main|section|header|div|nav)\b/i.test(start)) return true
  if (/^<(?:p|h[1-6]|span|table|ul|ol|blockquote|figure|center|font|a|b|i|em|strong|img)\b[^<>]{0,500}>/i.test(start))
    return /<\/(?:p|h[1-6]|span|table|ul|ol|blockquote|figure|center|font|a|b|i|em|strong)\s*>|<(?:p|br|img)\b[^<>]{0,300}>/i.test(
      head.slice(0, 20_000),
    )
  return false
}

const decoderFor = (label: string | null, fatal: boolean): TextDecoder | null => {
  if (!label) return null
  try {
    return new TextDecoder(label, { fatal })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

const decodeAs = (bytes: Uint8Array, label: string | null): string | null => {
  const decoder = decoderFor(label, true)
  if (!decoder) return null
  try {
    const text = decoder.decode(bytes)
    return decoder.encoding === 'windows-1252' ? mendLatin(text) : text
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

const countReplaced = (text: string): number => {
  let count = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++
  return count
}

const decodeText = async (bytes: Uint8Array, charset: string | null): Promise<{ text: string; encoding: string; replaced: number }> => {
  const mark = markOf(bytes) ?? wideOf(bytes)
  if (mark) {
    const text = new TextDecoder(mark).decode(bytes)
    return { text, encoding: mark, replaced: countReplaced(text) }
  }
  const utf8 = decodeAs(bytes, 'utf-8')
  const declared = decoderFor(charset, false) ? charset : declaredCharset(latin(bytes, 4096))
  const escaped = bytes.subarray(0, 65_536).includes(27) || declared?.toLowerCase().startsWith('iso-2022')
  if (utf8 !== null && !escaped) return { text: utf8, encoding: 'utf-8', replaced: 0 }
  if (declared && !/^utf-?8$/i.test(declared)) {
    const text = decodeAs(bytes, declared)
    if (text !== null) return { text, encoding: declared.toLowerCase(), replaced: 0 }
  }
  if (utf8 !== null && !escaped) return { text: utf8, encoding: 'utf-8', replaced: 0 }
  const loose = new TextDecoder('utf-8').decode(bytes)
  const replaced = countReplaced(loose)
  let wide = 0
  for (let index = 0; index < Math.min(bytes.length, 200_000); index++)
    if (bytes[index] >= 0xc2 && bytes[index + 1] >= 0x80 && bytes[index + 1] < 0xc0) wide++
  if (replaced > 0 && wide > replaced * 4) return { text: loose, encoding: 'utf-8', replaced }
  const { analyse } = await import('chardet')
  for (const guess of analyse(bytes.subarray(0, 200_000))) {
    if (guess.confidence < 20 || /^utf-8$/i.test(guess.name)) continue
    const name = /^iso-8859-1$/i.test(guess.name) ? 'windows-1252' : guess.name
    const text = decodeAs(bytes, name)
    if (text !== null) return { text, encoding: name.toLowerCase(), replaced: 0 }
  }
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', replaced: 0 }
  return { text: latin(bytes, bytes.length), encoding: 'windows-1252', replaced: 0 }
}

/** Decodes an input and tells HTML from text; `charset` is what a server declared. What guesses encodings is loaded only for bytes that are not UTF-8. Throws a `HearsayError` for what is empty, too large or no text. */
export const decodeBytes = async (bytes: Uint8Array, input: string, charset: string | null = null): Promise<Decoded> => {
  if (bytes.length > INPUT_LIMIT)
    throw new HearsayError(
      'input-too-large',
      `${input} has ${bytes.length} bytes; at most ${INPUT_LIMIT} are read. Split it into its articles, or give it as JSON Lines with a record for each.`,
    )
  if (bytes.length === 0) throw new HearsayError('empty-input', `${input} is empty. Give a file with an article in it.`)
  const binary = binaryKindOf(bytes)
  if (binary) throw new HearsayError('binary-input', `${input} is ${binary}, not text. Extract its text first.`)
  const { text, encoding, replaced } = await decodeText(bytes, charset)
  if (!/\S/.test(text)) throw new HearsayError('empty-input', `${input} holds nothing but white space. Give a file with an article in it.`)
  const diagnostics: Diagnostic[] = []
  if (replaced > 0)
    diagnostics.push({
      code: 'encoding',
      message: `${replaced} sequences of bytes are not valid ${encoding.toUpperCase()}; each is read as U+FFFD.`,
      span: null,
    })
  else if (!/^utf-?(?:8|16)/.test(encoding)) diagnostics.push({ code: 'encoding', message: `Read as ${encoding}.`, span: null })
  return { text, kind: isHtml(text) ? 'html' : 'text', encoding, diagnostics }
}
