/** One record of a web archive as it lies in the file. */
export interface Frame {
  readonly header: string
  /** Header and block; less of it where the record is faulty or too large. */
  readonly bytes: Uint8Array
  /** Why the record cannot be relied on, in words. */
  readonly fault: string | null
  readonly tooLarge: boolean
}

const FALSE_LENGTH = 'its header gives a false length'
const CUT = 'the file ends within it'

const headerLimit = 65_536
const markLength = 12
const lineFeed = 10
const isMark = (bytes: Uint8Array): boolean => /^WARC\/\d\.\d{1,2}\r?\n/.test(latin.decode(bytes))
const latin = new TextDecoder('latin1')

/** The part of a stream that is in memory; its pieces are put together only where a record lies across several. */
const openWindow = (stream: AsyncIterable<Uint8Array>) => {
  const source = stream[Symbol.asyncIterator]()
  const chunks: Uint8Array[] = []
  let at = 0
  let size = 0
  let failure: { readonly error: unknown } | null = null
  let ended = false
  /** Makes `length` bytes from here on available, as far as there are so many. What the stream had before it failed is given first. */
  const ensure = async (length: number): Promise<boolean> => {
    while (size < length && !ended) {
      try {
        const next = await source.next()
        if (next.done) ended = true
        else if (next.value.length > 0) {
          chunks.push(next.value)
          size += next.value.length
        }
      } catch (error) {
        failure = { error }
        ended = true
      }
    }
    return size >= length
  }
  const peek = (from: number, to: number): Uint8Array => {
    const end = Math.min(to, size)
    if (chunks.length > 0 && at + end <= chunks[0].length) return chunks[0].subarray(at + from, at + end)
    const whole = new Uint8Array(Math.max(0, end - from))
    let begin = -at
    for (const chunk of chunks) {
      const piece = chunk.subarray(Math.max(0, from - begin), Math.max(0, end - begin))
      if (piece.length > 0) whole.set(piece, Math.max(0, begin - from))
      begin += chunk.length
      if (begin >= end) break
    }
    return whole
  }
  const skip = (length: number): void => {
    const step = Math.min(length, size)
    at += step
    size -= step
    let passed = 0
    while (passed < chunks.length && at >= chunks[passed].length) at -= chunks[passed++].length
    chunks.splice(0, passed)
  }
  return {
    ensure,
    peek,
    skip,
    available: (): number => size,
    failure: () => failure,
    close: async (): Promise<void> => {
      await source.return?.()
    },
  }
}

type Window = ReturnType<typeof openWindow>

/** Where a record begins in these bytes at or after `from`; -1 where none does. */
const findMark = (bytes: Uint8Array, from: number): number => {
  for (let at = bytes.indexOf(87, from); at >= 0 && at + markLength <= bytes.length; at = bytes.indexOf(87, at + 1))
    if (bytes[at - 1] === lineFeed && bytes[at + 1] === 65 && bytes[at + 4] === 47 && isMark(bytes.subarray(at, at + markLength))) return at
  return -1
}

/** Goes on to where the next record begins, or to the end, `most` bytes at the farthest; gives how far it went. */
const seek = async (window: Window, most: number): Promise<{ readonly passed: number; readonly found: boolean }> => {
  let passed = 0
  while (passed < most && (await window.ensure(markLength + 1))) {
    const bytes = window.peek(0, Math.min(window.available(), most - passed + markLength))
    const mark = findMark(bytes, 1)
    if (mark >= 0) {
      window.skip(mark)
      return { passed: passed + mark, found: true }
    }
    const step = Math.min(Math.max(1, bytes.length - markLength), most - passed)
    window.skip(step)
    passed += step
  }
  if (passed < most) {
    const rest = Math.min(window.available(), most - passed)
    window.skip(rest)
    passed += rest
  }
  return { passed, found: false }
}

/** Where the blank line after header lines ends; -1 where there is none. */
export const findHeaderEnd = (bytes: Uint8Array): number => {
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) {
    if (bytes[at + 1] === 13 && bytes[at + 2] === lineFeed) return at + 3
    if (bytes[at + 1] === lineFeed) return at + 2
  }
  return -1
}

const skipBlankLines = async (window: Window): Promise<void> => {
  while (await window.ensure(1)) {
    const bytes = window.peek(0, window.available())
    let blank = 0
    while (blank < bytes.length && (bytes[blank] === 13 || bytes[blank] === lineFeed)) blank++
    window.skip(blank)
    if (blank < bytes.length) return
  }
}

/** Whether a record may end `length` bytes from here: two line ends, the next record or nothing follow. */
const endsAt = async (window: Window, length: number): Promise<boolean> => {
  await window.ensure(length + 4 + markLength)
  const rest = window.peek(length, length + 4 + markLength)
  let blank = 0
  while (blank < 4 && (rest[blank] === 13 || rest[blank] === lineFeed)) blank++
  const isTwoLines = blank === 4 || (rest[0] === lineFeed && rest[1] === lineFeed)
  return rest.length === blank || isTwoLines || (blank > 0 && isMark(rest.subarray(blank, blank + markLength)))
}

const readLength = (header: string): number | null => {
  const value = /^content-length:[ \t]*(\d{1,15})[ \t]*\r?$/im.exec(header)?.[1]
  return value === undefined ? null : Number(value)
}

async function* cutWindow(window: Window, limit: number): AsyncGenerator<Frame> {
  const none = new Uint8Array()
  for (;;) {
    await skipBlankLines(window)
    if (!(await window.ensure(1))) return
    await window.ensure(headerLimit)
    const start = window.peek(0, headerLimit)
    const end = isMark(start.subarray(0, markLength)) ? findHeaderEnd(start) : -1
    if (end < 0) {
      const isCut = start.length < headerLimit && latin.decode(start.subarray(0, 5)) === 'WARC/'
      await seek(window, Number.POSITIVE_INFINITY)
      yield { header: '', bytes: none, fault: isCut ? CUT : 'bytes where a record should begin', tooLarge: false }
      continue
    }
    const header = latin.decode(start.subarray(0, end))
    const length = readLength(header)
    if (length !== null && length > limit) {
      const bytes = window.peek(0, headerLimit).slice()
      window.skip(end)
      const { passed, found } = await seek(window, length)
      yield { header, bytes, fault: found ? FALSE_LENGTH : passed < length ? CUT : null, tooLarge: true }
      continue
    }
    const whole = length !== null && (await window.ensure(end + length))
    if (whole && (await endsAt(window, end + length))) {
      const bytes = window.peek(0, end + length)
      window.skip(end + length)
      yield { header, bytes, fault: null, tooLarge: false }
      continue
    }
    window.skip(end)
    const { found } = await seek(window, Number.POSITIVE_INFINITY)
    const fault = length === null ? 'its header gives no length' : whole || found ? FALSE_LENGTH : CUT
    yield { header, bytes: none, fault, tooLarge: false }
  }
}

/**
 * Cuts a web archive into its records, holding no more than one of at most `limit` bytes. A record with a false length costs itself alone: the next one is
 * found by its first line. Throws what the stream throws, after the records that came before.
 */
export async function* cutFrames(stream: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Frame> {
  const window = openWindow(stream)
  try {
    yield* cutWindow(window, limit)
    const failure = window.failure()
    if (failure) throw failure.error
  } finally {
    await window.close()
  }
}
