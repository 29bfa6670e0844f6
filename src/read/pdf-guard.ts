import { HearsayError } from '../model/error.ts'
import { INPUT_LIMIT } from './decode.ts'

/** What all streams of a file may come to when they are unpacked, in bytes. */
const UNPACKED_LIMIT = 200_000_000
const LZW_LIMIT = 100_000
const LOOK_BACK = 1000
const OBJECTS = 4_000_000
const STREAM = [...'stream'].map(letter => letter.charCodeAt(0))
/** The same object many times over in one list, as no writer of PDFs makes it. */
const REPEATED = /(?<!\d)(\d{1,9} \d{1,5} R)(?:\s{1,4}\1){63}/

const isStreamAt = (bytes: Uint8Array, at: number): boolean =>
  STREAM.every((code, index) => bytes[at + index] === code) && (bytes[at + 6] === 10 || bytes[at + 6] === 13) && bytes[at - 1] !== 100

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

/** Unpacks a zlib stream that begins at `start` and gives how many bytes came of it, at most about `most`; `keep` is handed each piece. */
const inflate = async (bytes: Uint8Array, start: number, most: number, keep: (piece: Uint8Array) => void): Promise<number> => {
  const { readable, writable } = new DecompressionStream('deflate')
  const writer = writable.getWriter()
  const reader = readable.getReader()
  let stopped = false
  const feed = async () => {
    let step = 4096
    for (let at = start; at < bytes.length && !stopped; at += step, step = Math.min(step * 2, 65_536))
      await writer.write(bytes.slice(at, at + step))
    await writer.close()
  }
  const fed = feed().catch(() => {})
  let size = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.length
      keep(value)
      if (size > most) break
    }
  } catch {
    stopped = true
  }
  stopped = true
  await reader.cancel().catch(() => {})
  await writer.abort().catch(() => {})
  await fed
  return size
}

const refuse = (input: string, what: string): HearsayError =>
  new HearsayError(
    'pdf-hostile',
    `${input} is a PDF with ${what}, as no newspaper makes it; it is not opened. Print it anew from a viewer.`,
  )

/** Throws a `HearsayError` for a PDF that is empty, too large, or that would unpack to much more than an article can be. */
export const checkPdf = async (bytes: Uint8Array, input: string): Promise<void> => {
  if (bytes.length === 0) throw new HearsayError('empty-input', `${input} is empty. Give a file with an article in it.`)
  if (bytes.length > INPUT_LIMIT)
    throw new HearsayError(
      'input-too-large',
      `${input} has ${bytes.length} bytes; at most ${INPUT_LIMIT} are read. Split it, or print only the pages of the article.`,
    )
  if (REPEATED.test(latin(bytes))) throw refuse(input, 'the same object many times over in one list')
  let total = 0
  for (let at = bytes.indexOf(115); at >= 0 && at + 10 < bytes.length; at = bytes.indexOf(115, at + 1)) {
    if (!isStreamAt(bytes, at)) continue
    const start = at + (bytes[at + 6] === 13 && bytes[at + 7] === 10 ? 8 : 7)
    const before = latin(bytes.subarray(Math.max(0, at - LOOK_BACK), at))
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1)
    if ((dictionary.match(/\/(?:FlateDecode|LZWDecode|RunLengthDecode|Fl|LZW|RL)\b/g)?.length ?? 0) > 1)
      throw refuse(input, 'a stream that is packed twice')
    if (/\/LZW(?:Decode)?\b/.test(dictionary) && !/\/Image\b/.test(dictionary)) {
      const end = latin(bytes.subarray(start, start + LZW_LIMIT + 10)).indexOf('endstream')
      if (end < 0 && bytes.length - start > LZW_LIMIT) throw refuse(input, 'a very large stream of an old packing')
    }
    if ((bytes[start] & 15) !== 8 || ((bytes[start] << 8) | bytes[start + 1]) % 31 !== 0) continue
    const isObjects = /\/ObjStm\b/.test(dictionary)
    let objects = ''
    total += await inflate(bytes, start, UNPACKED_LIMIT - total, piece => {
      if (isObjects && objects.length < OBJECTS) objects += latin(piece)
    })
    if (total > UNPACKED_LIMIT) throw refuse(input, `streams that unpack to more than ${UNPACKED_LIMIT} bytes`)
    if (REPEATED.test(objects)) throw refuse(input, 'the same object many times over in one list')
  }
}
