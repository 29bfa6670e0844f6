import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Document } from '../model/document.ts'
import { HearsayError } from '../model/error.ts'
import { INPUT_LIMIT, readBytes } from '../read/index.ts'
import { readRecord, splitRecords } from '../read/records.ts'

const recordEndings: readonly string[] = ['.jsonl', '.ndjson']
const articleEndings: readonly string[] = ['.htm', '.html', '.md', '.txt', '.xhtml', ...recordEndings]

/** One document to read. `read` fails with a `HearsayError` for what cannot be read. */
export interface Input {
  readonly name: string
  readonly key: string | null
  readonly read: () => Promise<Document>
}

type Bytes = AsyncIterable<Uint8Array>

const causes: Readonly<Record<string, readonly [code: string, what: string, remedy: string]>> = {
  ENOENT: ['input-not-found', 'there is no such file or folder', 'check the path'],
  ENOTDIR: ['input-not-found', 'there is no such file or folder', 'check the path'],
  EACCES: ['input-unreadable', 'reading it is not permitted', 'change its permissions or run as somebody who may read it'],
  EPERM: ['input-unreadable', 'reading it is not permitted', 'change its permissions or run as somebody who may read it'],
}

const describeFailure = (name: string, error: unknown): HearsayError => {
  if (error instanceof HearsayError) return error
  const systemCode = (error as NodeJS.ErrnoException).code ?? ''
  const [code, what, remedy] = causes[systemCode] ?? ['input-unreadable', `it cannot be read (${systemCode || error})`, 'try another file']
  return new HearsayError(code, `${JSON.stringify(name)}: ${what}; ${remedy}`, { cause: error })
}

const failWith = (name: string, error: HearsayError): Input => ({ name, key: null, read: () => Promise.reject(error) })

const refuse = (name: string, code: string, message: string): Input =>
  failWith(name, new HearsayError(code, `${JSON.stringify(name)}: ${message}`))

const collectBytes = async (name: string, stream: Bytes): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > INPUT_LIMIT)
      throw new HearsayError('input-too-large', `${JSON.stringify(name)}: more than ${INPUT_LIMIT / 1e6} MB; split it into articles`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const readArticle = async (name: string, stream: Bytes): Promise<Document> => {
  try {
    return await readBytes(await collectBytes(name, stream), { input: name })
  } catch (error) {
    throw describeFailure(name, error)
  }
}

async function* listRecords(name: string, stream: Bytes): AsyncGenerator<Input> {
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

async function* openFile(name: string): AsyncGenerator<Input> {
  if (recordEndings.includes(extname(name).toLowerCase())) yield* listRecords(name, createReadStream(name))
  else yield { name, key: null, read: () => readArticle(name, createReadStream(name)) }
}

/** Standard input holds records where it begins with a brace, else one article. */
async function* openStandardInput(): AsyncGenerator<Input> {
  const chunks = process.stdin[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>
  const first = await chunks.next()
  async function* whole(): AsyncGenerator<Uint8Array> {
    if (!first.done) yield first.value
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value
  }
  const begin = first.done ? '' : new TextDecoder().decode(first.value.subarray(0, 64)).trimStart()
  if (begin.startsWith('{')) yield* listRecords('-', whole())
  else yield { name: '-', key: null, read: () => readArticle('-', whole()) }
}

const isHidden = (name: string): boolean => name.startsWith('.')

/** The articles of a folder and the folders in it, by name; a linked folder is not entered. */
async function* listFolder(folder: string): AsyncGenerator<Input> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (isHidden(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      try {
        yield* listFolder(path)
      } catch (error) {
        yield failWith(path, describeFailure(path, error))
      }
    } else if (articleEndings.includes(extname(entry.name).toLowerCase())) yield* openFile(path)
  }
}

async function* openFolder(name: string): AsyncGenerator<Input> {
  let found = 0
  for await (const input of listFolder(name)) {
    found++
    yield input
  }
  if (found === 0) yield refuse(name, 'folder-empty', `no article in this folder; files that end in ${articleEndings.join(', ')} are read`)
}

async function* expandInput(name: string): AsyncGenerator<Input> {
  if (name === '-') yield* openStandardInput()
  else if (/^[a-z][a-z0-9+.-]+:\/\//i.test(name))
    yield refuse(
      name,
      'url-unsupported',
      'addresses are not fetched; save the page and give the file, or pipe it: curl ADDRESS | hearsay trace -',
    )
  else {
    try {
      if ((await stat(name)).isDirectory()) yield* openFolder(name)
      else yield* openFile(name)
    } catch (error) {
      yield failWith(name, describeFailure(name, error))
    }
  }
}

/** What the words on the command line stand for, in the order given. */
export async function* expandInputs(names: readonly string[]): AsyncGenerator<Input> {
  for (const name of names) yield* expandInput(name)
}
