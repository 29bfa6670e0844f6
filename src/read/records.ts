import type { Document } from '../model/document.ts'
import { HearsayError } from '../model/error.ts'
import { INPUT_LIMIT } from './decode.ts'
import type { ReadOptions } from './document.ts'
import type { Declared } from './provenance.ts'
import { readText } from './text.ts'

/** One line of a JSON Lines file, or the part of it within the limit, and its number. */
export interface RecordLine {
  readonly number: number
  readonly text: string
  readonly cut: boolean
}

const newline = 0x0a
const strict = new TextDecoder('utf-8', { fatal: true })

const decodeLine = (parts: readonly Uint8Array[], size: number): string => {
  let whole = parts[0] ?? new Uint8Array()
  if (parts.length > 1) {
    whole = new Uint8Array(size)
    let at = 0
    for (const part of parts) {
      whole.set(part, at)
      at += part.length
    }
  }
  try {
    return strict.decode(whole)
  } catch {
    return new TextDecoder('windows-1252').decode(whole)
  }
}

/** The same bytes in UTF-8 where a byte-order mark says that they are UTF-16. */
async function* toUtf8(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | null | undefined
  const encoder = new TextEncoder()
  for await (const chunk of stream) {
    if (decoder === undefined && chunk.length > 0) {
      const mark = chunk[0] * 256 + chunk[1]
      decoder = mark === 0xfffe ? new TextDecoder('utf-16le') : mark === 0xfeff ? new TextDecoder('utf-16be') : null
    }
    yield decoder ? encoder.encode(decoder.decode(chunk, { stream: true })) : chunk
  }
}

/**
 * Cuts a stream of bytes into lines, without keeping more of a line than may be read; blank lines are left out. A line is UTF-8, or Windows-1252 where it is
 * not; a whole stream may be UTF-16 with a byte-order mark.
 */
export async function* splitRecords(stream: AsyncIterable<Uint8Array>): AsyncGenerator<RecordLine> {
  let parts: Uint8Array[] = []
  let size = 0
  let number = 0
  const finish = (): RecordLine => {
    const cut = size > INPUT_LIMIT
    const text = cut ? '' : decodeLine(parts, size).trim()
    parts = []
    size = 0
    number++
    return { number, text, cut }
  }
  const take = (part: Uint8Array): void => {
    size += part.length
    if (size <= INPUT_LIMIT) parts.push(part)
    else parts = []
  }
  for await (const chunk of toUtf8(stream)) {
    let from = 0
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, from)) {
      take(chunk.subarray(from, at))
      from = at + 1
      const line = finish()
      if (line.cut || line.text !== '') yield line
    }
    if (from < chunk.length) take(chunk.subarray(from))
  }
  const last = finish()
  if (last.cut || last.text !== '') yield last
}

/** What a record says of itself; `document` makes its article, or throws a `HearsayError`. */
export interface ArticleRecord {
  readonly key: string | null
  readonly document: () => Document
}

const isText = (value: unknown): value is string => typeof value === 'string'

type Fields = Readonly<Record<string, unknown>>

const asFields = (value: unknown): Fields | null =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : null

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const declare = (fields: Fields): Declared => {
  const textOf = (name: string): string | null => (isText(fields[name]) && fields[name].trim() !== '' ? fields[name] : null)
  const { authors } = fields
  return {
    publisher: textOf('publisher'),
    publishedAt: textOf('publishedAt'),
    updatedAt: textOf('updatedAt'),
    seenAt: textOf('seenAt'),
    title: textOf('title'),
    ...(Array.isArray(authors) ? { authors: authors.filter(isText) } : isText(authors) ? { authors: [authors] } : {}),
  }
}

const failRecord = (where: string, code: string, message: string, key: string | null = null): ArticleRecord => ({
  key,
  document: () => {
    throw new HearsayError(code, `${where}: ${message}`)
  },
})

const readFields = (input: string, where: string, fields: Fields): ArticleRecord => {
  const { id, url, text } = fields
  const key = isText(id) ? id : typeof id === 'number' ? String(id) : null
  if (!isText(text)) return failRecord(where, 'record-invalid', 'no "text" of type string; give the article under this name', key)
  if (text.trim() === '') return failRecord(where, 'empty-input', '"text" is empty; give the article under this name', key)
  const options: ReadOptions = { input, key, url: isText(url) ? url : null, record: declare(fields) }
  return { key, document: () => readText(text, options) }
}

/** Reads a line of JSON Lines: `text`, and where known `id`, `url`, `publisher`, `publishedAt`, `updatedAt`, `seenAt`, `title`, `authors`. */
export const readRecord = (input: string, { number, text, cut }: RecordLine): ArticleRecord => {
  const where = `${JSON.stringify(input)}, line ${number}`
  if (cut) return failRecord(where, 'input-too-large', `a record of more than ${INPUT_LIMIT / 1e6} MB; split it into articles`)
  const fields = asFields(parseJson(text))
  if (fields === null) return failRecord(where, 'record-invalid', 'no JSON object; begin it with {"text": … on a line of its own')
  return readFields(input, where, fields)
}

/** Reads JSON that is not cut into lines: one record, or a list of them. */
export const readRecords = (input: string, text: string): ArticleRecord[] => {
  const value = parseJson(text)
  const name = JSON.stringify(input)
  if (value === undefined) return [failRecord(name, 'record-invalid', 'no valid JSON; give JSON Lines, an object with "text" on each line')]
  if (!Array.isArray(value)) return [readFields(input, name, asFields(value) ?? {})]
  return value.map((item, index) => {
    const where = `${name}, record ${index + 1}`
    const fields = asFields(item)
    return fields ? readFields(input, where, fields) : failRecord(where, 'record-invalid', 'no JSON object; begin it with {"text": …')
  })
}
