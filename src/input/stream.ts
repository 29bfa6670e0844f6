import { HearsayError } from '../model/error.ts'
import { detectKind, INPUT_LIMIT, type Kind } from '../read/index.ts'
import type { Bytes } from './input.ts'

const headLength = 65_536
const deepest = 3

/** Everything in a stream, which must be within the limit for one article. */
export const collectBytes = async (name: string, stream: Bytes): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > INPUT_LIMIT)
      throw new HearsayError('input-too-large', `${JSON.stringify(name)}: more than ${INPUT_LIMIT / 1e6} MB; split it into articles`)
    chunks.push(chunk)
  }
  return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)
}

export async function* yieldOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

interface Peeked {
  readonly head: Uint8Array
  readonly all: Bytes
  readonly close: () => Promise<void>
}

/** A stream's first bytes, and all of it with these. A stream that fails within them has what came before for its head. */
const peek = async (stream: Bytes): Promise<Peeked> => {
  const chunks = stream[Symbol.asyncIterator]()
  const taken: Uint8Array[] = []
  let size = 0
  let failure: { readonly error: unknown } | null = null
  try {
    while (size < headLength) {
      const next = await chunks.next()
      if (next.done) break
      taken.push(next.value)
      size += next.value.length
    }
  } catch (error) {
    if (size === 0) throw error
    failure = { error }
  }
  const close = async (): Promise<void> => {
    await chunks.return?.()
  }
  const head = (taken.length === 1 ? taken[0] : Buffer.concat(taken)).subarray(0, headLength)
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield* taken.splice(0)
      if (failure) throw failure.error
      for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value
    } finally {
      await close()
    }
  }
  return { head, all: all(), close }
}

/** A stream with its compression undone, and what it holds by its content; `close` where it is not read to its end. */
export interface Opened {
  readonly kind: Exclude<Kind, 'gzip'>
  readonly stream: Bytes
  readonly close: () => Promise<void>
}

/** Tells what a stream holds, in up to three layers of gzip. */
export const openStream = async (name: string, stream: Bytes): Promise<Opened> => {
  let current = stream
  for (let depth = 0; depth <= deepest; depth++) {
    const { head, all, close } = await peek(current)
    const kind = detectKind(head)
    if (kind !== 'gzip') return { kind, stream: all, close }
    const { decompress } = await import('./compression.ts')
    current = (await decompress(name, all, 'gzip')) ?? all
  }
  throw new HearsayError('input-too-large', `${JSON.stringify(name)}: compressed more than ${deepest} times over; decompress it yourself`)
}
