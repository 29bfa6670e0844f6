import { HearsayError } from '../model/error.ts'
import { INPUT_LIMIT } from './decode.ts'
import { cutFrames, type Frame, findHeaderEnd } from './warc-frames.ts'

/** A page in a web archive: `body` as the server sent it, still compressed where `encoding` says so. `seenAt` is ISO 8601. */
export interface ArchivedPage {
  readonly kind: 'page'
  readonly key: string | null
  readonly url: string | null
  readonly seenAt: string | null
  readonly charset: string | null
  readonly encoding: string | null
  readonly body: Uint8Array
}

/** What a web archive holds, record by record; `reason` says in the plural what a record is that holds no article. */
export type ArchivedRecord =
  | ArchivedPage
  | { readonly kind: 'skipped'; readonly reason: string }
  | { readonly kind: 'failed'; readonly key: string | null; readonly error: HearsayError }

const fieldOf = (header: string, name: string): string | null =>
  new RegExp(`^${name}:[ \\t]*(.{1,8000}?)[ \\t]*\\r?$`, 'im').exec(header)?.[1] ?? null

const bare = (value: string | null): string | null => value?.replace(/^<(.*)>$/, '$1') ?? null

const otherTypes: readonly (readonly [RegExp, string])[] = [
  [/^image\//, 'images'],
  [/^(?:audio|video)\//, 'sounds and films'],
  [/^(?:font\/|application\/(?:x-)?font|application\/vnd\.ms-fontobject)/, 'fonts'],
  [/^(?:text\/(?:css|javascript|ecmascript)|application\/(?:x-)?(?:javascript|ecmascript))/, 'style sheets and scripts'],
]

/** What no article is, by its declared type; null where it may be one. */
const reasonByType = (type: string): string | null => {
  if (/^(?:text\/(?:html|plain|markdown)|application\/(?:xhtml\+xml|pdf|octet-stream)|)$/.test(type)) return null
  return otherTypes.find(([pattern]) => pattern.test(type))?.[1] ?? 'files that are no pages'
}

const typeOf = (value: string | null): string => (value ?? '').split(';')[0].trim().toLowerCase()
const charsetOf = (value: string | null): string | null => /charset\s*=\s*["']?([\w:.-]{2,40})/i.exec(value ?? '')?.[1] ?? null

const httpHeaderLimit = 65_536

interface Answer {
  readonly status: number
  readonly type: string | null
  readonly encoding: string | null
  readonly body: Uint8Array
}

/** The answer of a server in a record; only its header lines go through the parser, the body stays where it is. */
const readAnswer = async ({ header, bytes }: Frame): Promise<Answer | null> => {
  const { AsyncIterReader, WARCParser } = await import('warcio')
  const block = bytes.subarray(header.length)
  const end = findHeaderEnd(block.subarray(0, httpHeaderLimit))
  if (end < 0) return null
  const record = await new WARCParser(new AsyncIterReader([bytes.subarray(0, header.length + end)], null)).parse()
  const http = record?.httpHeaders
  if (!http) return null
  const body = block.subarray(end)
  const chunked = /^chunked$/i.test(http.headers.get('Transfer-Encoding') ?? '')
  return {
    status: Number(http.statusCode),
    type: http.headers.get('Content-Type') ?? null,
    encoding: http.headers.get('Content-Encoding') ?? null,
    body: chunked ? await new AsyncIterReader([body], null, true).readFully() : body,
  }
}

const reasonByStatus = (status: number): string | null => {
  if (status === 200) return null
  return status >= 300 && status < 400 ? 'redirects' : 'pages that the server failed to give'
}

const refuse = (input: string, key: string | null, code: string, message: string): ArchivedRecord => {
  const which = key === null ? 'a record' : `the record ${JSON.stringify(key)}`
  return { kind: 'failed', key, error: new HearsayError(code, `${JSON.stringify(input)}: ${which}: ${message}`) }
}

/** Null for records about other records, which hold nothing to read. */
const readFrame = async (input: string, frame: Frame): Promise<ArchivedRecord | null> => {
  const { header, fault, tooLarge } = frame
  const recordType = fieldOf(header, 'WARC-Type')?.toLowerCase() ?? null
  const url = bare(fieldOf(header, 'WARC-Target-URI'))
  const key = bare(fieldOf(header, 'WARC-Record-ID')) ?? url
  if (fault) return refuse(input, key, 'record-invalid', `${fault}; the archive is damaged here, the next record is read`)
  if (recordType === 'revisit') return { kind: 'skipped', reason: 'repeated captures' }
  const isResponse = recordType === 'response'
  if (!isResponse && recordType !== 'resource' && recordType !== 'conversion') return null
  if (url !== null && /^https?:\/\/[^/]+\/robots\.txt(?:$|\?)/i.test(url)) return { kind: 'skipped', reason: 'robots.txt' }
  if (url !== null && /^(?:dns|whois|metadata|urn):/i.test(url)) return null
  const answer: Answer | null = isResponse
    ? await readAnswer(frame)
    : {
        status: 200,
        type: fieldOf(header, 'Content-Type'),
        encoding: null,
        body: frame.bytes.subarray(header.length),
      }
  if (!answer || Number.isNaN(answer.status)) return refuse(input, key, 'record-invalid', 'no HTTP answer in it; the next record is read')
  const reason = reasonByStatus(answer.status) ?? reasonByType(typeOf(answer.type))
  if (reason) return { kind: 'skipped', reason }
  if (tooLarge) return refuse(input, key, 'input-too-large', `more than ${INPUT_LIMIT / 1e6} MB; no article is so large`)
  return {
    kind: 'page',
    key,
    url,
    seenAt: fieldOf(header, 'WARC-Date'),
    charset: charsetOf(answer.type),
    encoding: answer.encoding,
    body: answer.body,
  }
}

/**
 * Reads a web archive (WARC 0.x to 1.1, decompressed) record by record. A faulty record gives a `failed` one, and the next is read.
 * Throws what the stream throws.
 */
export async function* readArchive(input: string, stream: AsyncIterable<Uint8Array>): AsyncGenerator<ArchivedRecord> {
  for await (const frame of cutFrames(stream, INPUT_LIMIT)) {
    let record: ArchivedRecord | null
    try {
      record = await readFrame(input, frame)
    } catch (error) {
      record = refuse(input, null, 'record-invalid', `it cannot be read (${error instanceof Error ? error.message : error})`)
    }
    if (record) yield record
  }
}
