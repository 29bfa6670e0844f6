import { gzipSync } from 'node:zlib'
import { WARCRecord, WARCSerializer } from 'warcio'

interface Capture {
  readonly url: string
  readonly body: string | Uint8Array
  readonly type?: string
  readonly status?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly record?: 'response' | 'resource' | 'conversion' | 'revisit' | 'request' | 'warcinfo'
}

/** One record of a web archive, as warcio writes it. */
export const writeRecord = async (capture: Capture, gzip = false): Promise<Buffer> => {
  const { url, body, type = 'text/html; charset=utf-8', status = '200 OK', headers = {}, record = 'response' } = capture
  async function* content(): AsyncGenerator<Uint8Array> {
    yield typeof body === 'string' ? new TextEncoder().encode(body) : body
  }
  const isAnswer = record === 'response' || record === 'revisit'
  const written = WARCRecord.create(
    {
      url,
      date: '2026-03-04T05:06:07Z',
      type: record,
      warcHeaders: isAnswer ? {} : { 'Content-Type': type },
      ...(isAnswer ? { statusline: `HTTP/1.1 ${status}`, httpHeaders: { 'Content-Type': type, ...headers } } : {}),
    },
    content(),
  )
  const bytes = Buffer.from(await WARCSerializer.serialize(written))
  return gzip ? gzipSync(bytes) : bytes
}

export const page = (words: string): string =>
  `<!doctype html><html lang="en"><head><title>Ferry</title></head><body><article><p>The ferry sails on Monday, harbour master Mara Voss said.</p><p>${words}</p></article></body></html>`

/** A stream of these bytes, in pieces of `size`. */
export async function* stream(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
