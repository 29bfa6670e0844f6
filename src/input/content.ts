import type { Document, Evidence } from '../model/document.ts'
import { type Declared, isAddressList, type Kind, readBytes } from '../read/index.ts'
import { type Bytes, describeFailure, failWith, type Input, type InputOptions, refuse } from './input.ts'
import { collectBytes, type Opened, yieldOne } from './stream.ts'

/** Where bytes come from, and what is known of them beside their content. */
export interface Carrier {
  readonly name: string
  readonly url: string | null
  readonly seenAt: string | null
  readonly charset: string | null
  readonly language: string | null
  readonly key: string | null
  /** What a feed said of it; the page is believed before. */
  readonly declared: Declared | null
  /** Found in a folder or by a pattern: what is no article is passed over, not refused. */
  readonly found: boolean
  /** How far a list of addresses leads: an address in it is no list again. */
  readonly listed: boolean
  /** Opens the bytes once more; null where they come only once. */
  readonly reopen: (() => Promise<Opened>) | null
}

const optionsOf = ({ name, key, url, seenAt, charset, language }: Carrier) => ({
  input: name,
  key,
  url,
  charset,
  language,
  ...(seenAt ? { record: { seenAt } } : {}),
})

const nothingKnown = { key: null, url: null, seenAt: null, charset: null, language: null, declared: null }

export const carry = (name: string, known: Partial<Carrier> = {}): Carrier => ({
  ...nothingKnown,
  found: false,
  listed: false,
  reopen: null,
  ...known,
  name,
})

/** A document with what its feed said of it, where the page itself is silent. */
const complete = (document: Document, declared: Declared | null): Document => {
  if (declared === null) return document
  const { provenance } = document
  const told = <Value>(field: string, own: Value, other: Value | undefined): { value: Value; evidence: Evidence[] } => {
    const isSilent = own === null || (Array.isArray(own) && own.length === 0)
    const isKnown = other !== undefined && other !== null && !(Array.isArray(other) && other.length === 0)
    return isSilent && isKnown ? { value: other, evidence: [{ field, span: null, from: 'feed' }] } : { value: own, evidence: [] }
  }
  const title = told('title', document.title, declared.title)
  const publisher = told('publisher', provenance.publisher, declared.publisher)
  const publishedAt = told('publishedAt', provenance.publishedAt, declared.publishedAt)
  const authors = told('authors', provenance.authors, declared.authors)
  return {
    ...document,
    title: title.value,
    provenance: {
      ...provenance,
      publisher: publisher.value,
      publishedAt: publishedAt.value,
      authors: authors.value,
      evidence: [...provenance.evidence, ...title.evidence, ...publisher.evidence, ...publishedAt.evidence, ...authors.evidence],
    },
  }
}

const readOne = async (carrier: Carrier, collect: () => Promise<Uint8Array>): Promise<Document> => {
  try {
    return complete(await readBytes(await collect(), optionsOf(carrier)), carrier.declared)
  } catch (error) {
    throw describeFailure(carrier.name, error)
  }
}

const offer = (carrier: Carrier, collect: () => Promise<Uint8Array>): Input => {
  const { name, key } = carrier
  return { name, key, read: () => readOne(carrier, collect) }
}

async function* listRecords(name: string, stream: Bytes): AsyncGenerator<Input> {
  const { readRecord, splitRecords } = await import('../read/records.ts')
  let found = 0
  try {
    for await (const line of splitRecords(stream)) {
      found++
      const { key, document } = readRecord(name, line)
      yield { name, key, read: async () => document() }
    }
  } catch (error) {
    found++
    yield failWith(name, describeFailure(name, error))
  }
  if (found === 0) yield refuse(name, 'empty-input', 'no records in it; give JSON Lines with an article in each')
}

async function* listData(name: string, bytes: Uint8Array): AsyncGenerator<Input> {
  const { readRecords } = await import('../read/records.ts')
  const records = readRecords(name, new TextDecoder().decode(bytes))
  for (const { key, document } of records) yield { name, key, read: async () => document() }
  if (records.length === 0) yield refuse(name, 'empty-input', 'no records in it; give JSON Lines with an article in each')
}

/** A body as its server sent it, decompressed; as it is where it was archived plain. */
const decompressBody = async (name: string, body: Uint8Array, encoding: string | null): Promise<Uint8Array> => {
  const { decompress } = await import('./compression.ts')
  const plain = encoding === null ? null : await decompress(name, yieldOne(body), encoding.trim().toLowerCase())
  if (plain === null) return body
  try {
    return await collectBytes(name, plain)
  } catch (error) {
    const isGzip = body[0] === 0x1f && body[1] === 0x8b
    if (!isGzip && describeFailure(name, error).code === 'input-damaged') return body
    throw error
  }
}

async function* listArchive(carrier: Carrier, stream: Bytes, { watch }: InputOptions): AsyncGenerator<Input> {
  const { readArchive } = await import('../read/warc.ts')
  const { name } = carrier
  let found = 0
  try {
    for await (const record of readArchive(name, stream)) {
      found++
      if (record.kind === 'skipped') watch?.skip(record.reason)
      else if (record.kind === 'failed') yield failWith(name, record.error, record.key)
      else {
        const { body, encoding, key, charset, url, seenAt } = record
        yield offer(carry(name, { key, charset, url, seenAt }), () => decompressBody(name, body, encoding))
      }
    }
  } catch (error) {
    found++
    yield failWith(name, describeFailure(name, error))
  }
  if (found === 0) yield refuse(name, 'empty-input', 'no pages in this archive; give one that holds answers of web servers')
}

/** An address to fetch: the input that it belongs to, and what is known of its article beforehand. */
export interface Link {
  readonly name: string
  readonly address: string
  readonly key: string | null
  readonly declared: Declared | null
}

/** Fetches what these addresses hold and gives the documents in their order. */
export type FollowLinks = (links: readonly Link[]) => AsyncGenerator<Input>

async function* listFeed(carrier: Carrier, bytes: Uint8Array, options: InputOptions, follow: FollowLinks): AsyncGenerator<Input> {
  const { readFeed } = await import('../read/feed.ts')
  const entries = await readFeed(bytes, optionsOf(carrier))
  const { name } = carrier
  if (entries.length === 0) yield refuse(name, 'empty-input', 'no entries in this feed; try again once it has some')
  if (!options.follow) {
    for (const { key, read } of entries) yield { name, key, read }
    return
  }
  yield* follow(entries.flatMap(({ key, url, declared }) => (url === null ? [] : { name, address: url, key, declared })))
  for (const { key, url, read } of entries) if (url === null) yield { name, key, read }
}

const passedOver: Partial<Record<Kind, string>> = {
  binary: 'pictures and other binary files',
  code: 'programs and data',
}

/** The documents in an opened stream, by what it holds. Fails where the stream cannot be read at all. */
export async function* listDocuments(carrier: Carrier, opened: Opened, options: InputOptions, follow: FollowLinks): AsyncGenerator<Input> {
  const { name, found, reopen } = carrier
  const { kind, stream, close } = opened
  const reason = found ? passedOver[kind] : undefined
  if (reason) {
    await close()
    options.watch?.skip(reason)
  } else if (kind === 'records') yield* listRecords(name, stream)
  else if (kind === 'warc') yield* listArchive(carrier, stream, options)
  else if (kind === 'feed') yield* listFeed(carrier, await collectBytes(name, stream), options, follow)
  else if (kind === 'data') yield* listData(name, await collectBytes(name, stream))
  else if (kind === 'list' && !carrier.listed) {
    const bytes = await collectBytes(name, stream)
    const text = new TextDecoder().decode(bytes)
    if (isAddressList(text)) yield* follow(listLinks(text))
    else yield offer(carrier, async () => bytes)
  } else if (reopen) {
    await close()
    yield offer(carrier, async () => collectBytes(name, (await reopen()).stream))
  } else {
    const bytes = await collectBytes(name, stream)
    yield offer(carrier, async () => bytes)
  }
}

const listLinks = (text: string): Link[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(address => ({ name: address, address, key: null, declared: null }))
