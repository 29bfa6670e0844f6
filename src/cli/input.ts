import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { HearsayError } from '../model/error.ts'

/** More than any article and less than what would fill the memory. */
const inputLimit = 16 * 1024 * 1024

/** The endings of files that are taken from a folder. */
const articleEndings: readonly string[] = ['.htm', '.html', '.txt', '.xhtml']

/** One thing to read: a file, standard input, or something that cannot be read, which its `open` then says. */
export interface Input {
  readonly name: string
  readonly open: () => Promise<Uint8Array>
}

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

const refuse = (name: string, code: string, message: string): Input => ({
  name,
  open: () => Promise.reject(new HearsayError(code, `${JSON.stringify(name)}: ${message}`)),
})

const collectBytes = async (name: string, stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > inputLimit)
      throw new HearsayError('input-too-large', `${JSON.stringify(name)}: more than ${inputLimit / 1024 / 1024} MB; split it into articles`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const openStream = (name: string, start: () => AsyncIterable<Uint8Array>): Input => ({
  name,
  open: () =>
    collectBytes(name, start()).catch(error => {
      throw describeFailure(name, error)
    }),
})

const openFile = (name: string): Input => openStream(name, () => createReadStream(name))

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
        yield { name: path, open: () => Promise.reject(describeFailure(path, error)) }
      }
    } else if (articleEndings.includes(extname(entry.name).toLowerCase())) yield openFile(path)
  }
}

async function* expandInput(name: string): AsyncGenerator<Input> {
  if (name === '-') {
    yield openStream(name, () => process.stdin)
    return
  }
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(name)) {
    yield refuse(
      name,
      'url-unsupported',
      'addresses are not fetched; save the page and give the file, or pipe it: curl ADDRESS | hearsay trace -',
    )
    return
  }
  try {
    if (!(await stat(name)).isDirectory()) {
      yield openFile(name)
      return
    }
    let found = 0
    for await (const input of listFolder(name)) {
      found++
      yield input
    }
    if (found === 0)
      yield refuse(name, 'folder-empty', `no article in this folder; files that end in ${articleEndings.join(', ')} are read`)
  } catch (error) {
    yield { name, open: () => Promise.reject(describeFailure(name, error)) }
  }
}

/** What the words on the command line stand for, in the order given. */
export async function* expandInputs(names: readonly string[]): AsyncGenerator<Input> {
  for (const name of names) yield* expandInput(name)
}
