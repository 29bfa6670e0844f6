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

/** Cuts a stream of bytes into lines, without keeping more of a line than may be read. Blank lines are left out. */
export async function* splitRecords(stream: AsyncIterable<Uint8Array>): AsyncGenerator<RecordLine> {
  const decoder = new TextDecoder()
  let parts: Uint8Array[] = []
  let size = 0
  let number = 0
  const finish = (): RecordLine => {
    const text = decoder.decode(Buffer.concat(parts)).trim()
    const cut = size > INPUT_LIMIT
    parts = []
    size = 0
    number++
    return { number, text, cut }
  }
  const take = (part: Uint8Array): void => {
    if (size <= INPUT_LIMIT) parts.push(part)
    size += part.length
  }
  for await (const chunk of stream) {
    let from = 0
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, from)) {
      take(chunk.subarray(from, at))
      from = at + 1
      const line = finish()
      if (line.text !== '') yield line
    }
    if (from < chunk.length) take(chunk.subarray(from))
  }
  const last = finish()
  if (last.text !== '') yield last
}

/** What a record says of itself; `document` makes its article, or throws a `HearsayError`. */
export interface ArticleRecord {
  readonly key: string | null
  readonly document: () => Document
}

const isText = (value: unknown): value is string => typeof value === 'string'

const parseObject = (text: string): Readonly<Record<string, unknown>> | null => {
  try {
    const value: unknown = JSON.parse(text)
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : null
  } catch {
    return null
  }
}

const declare = (fields: Readonly<Record<string, unknown>>): Declared => {
  const textOf = (name: string): string | null => (isText(fields[name]) && fields[name].trim() !== '' ? fields[name] : null)
  const { authors } = fields
  return {
    publisher: textOf('publisher'),
    publishedAt: textOf('publishedAt'),
    updatedAt: textOf('updatedAt'),
    seenAt: textOf('seenAt'),
    title: textOf('title'),
    ...(Array.isArray(authors) ? { authors: authors.filter(isText) } : {}),
  }
}

/** Reads a record: `text`, and where known `id`, `url`, `publisher`, `publishedAt`, `seenAt`, `title`, `authors`. */
export const readRecord = (input: string, { number, text, cut }: RecordLine): ArticleRecord => {
  const where = `${JSON.stringify(input)}, line ${number}`
  const refuse = (code: string, message: string, key: string | null = null): ArticleRecord => ({
    key,
    document: () => {
      throw new HearsayError(code, `${where}: ${message}`)
    },
  })
  if (cut) return refuse('input-too-large', `a record of more than ${INPUT_LIMIT / 1e6} MB; split it into articles`)
  const fields = parseObject(text)
  if (fields === null) return refuse('record-invalid', `no JSON object; begin it with {"text": … on a line of its own`)
  const { id, url } = fields
  const key = isText(id) ? id : typeof id === 'number' ? String(id) : null
  if (!isText(fields.text)) return refuse('record-invalid', 'no "text" of type string; give the article under this name', key)
  if (fields.text.trim() === '') return refuse('empty-input', '"text" is empty; give the article under this name', key)
  const article = fields.text
  const options: ReadOptions = { input, key, url: isText(url) ? url : null, record: declare(fields) }
  return { key, document: () => readText(article, options) }
}
