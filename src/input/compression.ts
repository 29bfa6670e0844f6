import type { Gunzip } from 'node:zlib'
import { HearsayError } from '../model/error.ts'
import type { Bytes } from './input.ts'

const pieceSize = 65_536
const freeOutput = 64_000_000
const largestRatio = 200

const cut = function* (chunk: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < chunk.length; at += pieceSize) yield chunk.subarray(at, at + pieceSize)
}

/** Puts bytes through a decompressor; what it gave before it failed is given before its error is thrown. */
async function* pump(source: Bytes, inflater: Gunzip): AsyncGenerator<Uint8Array> {
  let output: Uint8Array[] = []
  let failure: Error | null = null
  const closed = new Promise<void>(resolve => {
    inflater.on('end', resolve)
    inflater.on('error', error => {
      failure = error
      resolve()
    })
  })
  inflater.on('data', (chunk: Uint8Array) => output.push(chunk))
  const take = (): Uint8Array[] => {
    const taken = output
    output = []
    return taken
  }
  try {
    for await (const chunk of source)
      for (const piece of cut(chunk)) {
        if (failure) break
        const written = new Promise<void>(resolve => inflater.write(piece, () => resolve()))
        yield* take()
        await Promise.race([written, closed])
      }
    if (!failure) inflater.end()
    yield* take()
    await closed
    yield* take()
    if (failure) throw failure
  } finally {
    inflater.destroy()
  }
}

async function* limitRatio(name: string, source: Bytes, open: (source: Bytes) => Bytes): Bytes & AsyncGenerator<Uint8Array> {
  let before = 0
  let after = 0
  async function* count(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      before += chunk.length
      yield chunk
    }
  }
  for await (const chunk of open(count())) {
    after += chunk.length
    if (after > freeOutput && after > before * largestRatio)
      throw new HearsayError(
        'input-too-large',
        `${JSON.stringify(name)}: its compressed data grows more than ${largestRatio}-fold, as no article does; decompress it yourself if you trust it`,
      )
    yield chunk
  }
}

const gzipLike = async (encoding: string): Promise<Gunzip | null> => {
  const zlib = await import('node:zlib')
  const options = { chunkSize: 1_048_576 }
  if (encoding === 'gzip' || encoding === 'x-gzip') return zlib.createGunzip(options)
  if (encoding === 'deflate') return zlib.createUnzip(options)
  if (encoding === 'br') return zlib.createBrotliDecompress(options)
  return null
}

/** Decompresses what a server or a file names `gzip`, `deflate` or `br`; null for other names. Fails for data that grows as no text does. */
export const decompress = async (name: string, source: Bytes, encoding: string): Promise<Bytes | null> => {
  const inflater = await gzipLike(encoding)
  return inflater && limitRatio(name, source, counted => pump(counted, inflater))
}
