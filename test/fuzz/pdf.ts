import fc from 'fast-check'
import { HearsayError } from '../../src/model/error.ts'
import { readPdf } from '../../src/read/pdf.ts'
import { type PlacedLine, writePdf } from '../read/pdf-file.ts'

/** A change to a file: bytes flipped, cut, doubled or put in another place, or a number or name made another. */
export interface Change {
  readonly kind: 'flip' | 'cut' | 'double' | 'move' | 'end' | 'number' | 'name'
  /** Where, as a part of the file's length. */
  readonly at: number
  readonly length: number
  readonly value: number
}

export const changes: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.record({
    kind: fc.constantFrom<Change['kind']>('flip', 'flip', 'cut', 'double', 'move', 'end', 'number', 'number', 'name'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 2000 })),
    value: fc.integer({ min: 0, max: 255 }),
  }),
  { minLength: 1, maxLength: 6 },
)

const NAMES = ['/Kids', '/Parent', '/Contents', '/Length', '/Prev', '/Root', '/Pages', '/Font', '/Filter', '/Type', '/Count', '/ToUnicode']
const NUMBERS = ['0', '-1', '1', '2', '99999999999', '4294967296', '2147483647', '1.5', '65535']
const join = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap(part => [...part]))
const toBytes = (text: string): Uint8Array => Uint8Array.from(text, letter => letter.charCodeAt(0))

/** The next match of a pattern at or after a place, else the first. */
const findNext = (bytes: Uint8Array, at: number, pattern: RegExp): { start: number; end: number } | null => {
  const text = new TextDecoder('latin1').decode(bytes)
  const match = pattern.exec(text.slice(at)) ?? pattern.exec(text)
  if (!match) return null
  const start = text.startsWith(match[0], at + match.index) ? at + match.index : match.index
  return { start, end: start + match[0].length }
}

const change = (bytes: Uint8Array, { kind, at, length, value }: Change): Uint8Array => {
  const start = Math.floor(at * bytes.length)
  const end = Math.min(bytes.length, start + length)
  if (kind === 'flip') return bytes.map((byte, index) => (index >= start && index < start + Math.min(length, 8) ? byte ^ value : byte))
  if (kind === 'cut') return join(bytes.subarray(0, start), bytes.subarray(end))
  if (kind === 'double') return join(bytes.subarray(0, end), bytes.subarray(start))
  if (kind === 'move') return join(bytes.subarray(0, start), bytes.subarray(end), bytes.subarray(start, end))
  if (kind === 'end') return bytes.slice(0, Math.max(8, start))
  const found = findNext(bytes, start, kind === 'number' ? /\d+(?= 0 R|\b)/ : /\/[A-Z]\w+/)
  const words = kind === 'number' ? NUMBERS : NAMES
  return found ? join(bytes.subarray(0, found.start), toBytes(words[value % words.length]), bytes.subarray(found.end)) : bytes
}

export const mutate = (bytes: Uint8Array, list: readonly Change[]): Uint8Array => list.reduce(change, bytes)

/** What is wrong with how changed bytes are read: another error than a `HearsayError`, or a block outside the text; null where all is well. */
export const findFault = async (bytes: Uint8Array): Promise<string | null> => {
  try {
    const { text, blocks } = await readPdf(bytes, { input: 'changed.pdf' })
    return blocks.some(({ start, end }) => start < 0 || end > text.length || start >= end) ? 'a block lies outside the text' : null
  } catch (error) {
    return error instanceof HearsayError ? null : `${error}`
  }
}

const words =
  'The harbour board sold the last ferry to a buyer it would not name, two members of the board told the Harbour Gazette on Thursday.'
const column = (x: number, y: number): PlacedLine[] =>
  Array.from({ length: 9 }, (_, at) => ({ text: words.slice(at * 14, at * 14 + 30), x, y: y - at * 12 }))

/** A plain file of two pages, with two columns on the first. */
export const sample = (): Uint8Array =>
  writePdf(
    [[{ text: 'Ferry sold in an hour', x: 60, y: 780, size: 22 }, ...column(60, 740), ...column(320, 740)], column(60, 780)],
    '/Title (Ferry sold)',
  )

// node test/fuzz/pdf.ts RUNS SEED FILE...
if (process.argv[1]?.endsWith('fuzz/pdf.ts')) {
  const { readFileSync } = await import('node:fs')
  const [runs = '10000', seed = '1', ...files] = process.argv.slice(2)
  const originals = [sample(), ...files.map(file => new Uint8Array(readFileSync(file)))]
  let stray = 0
  process.on('unhandledRejection', error => {
    stray++
    console.error('unhandled', error)
  })
  const counts = new Map<string, number>()
  let longest = 0
  const started = performance.now()
  for (const [number, list] of fc.sample(changes, { numRuns: Number(runs), seed: Number(seed) }).entries()) {
    const from = number % originals.length
    const bytes = mutate(originals[from], list)
    const before = process.cpuUsage()
    const found = await findFault(bytes)
    const { user, system } = process.cpuUsage(before)
    const took = (user + system) / 1000
    longest = Math.max(longest, took)
    const fault = found ?? (took > 5000 ? 'took more than 5 s of processor time' : null)
    if (fault) console.error(`${number} of file ${from}: ${fault}: ${JSON.stringify(list)}`)
    counts.set(fault ?? 'fine', (counts.get(fault ?? 'fine') ?? 0) + 1)
  }
  console.log(
    Object.fromEntries(counts),
    `${stray} stray rejections, longest ${Math.round(longest)} ms of processor time, ${Math.round((performance.now() - started) / 1000)} s`,
  )
}
