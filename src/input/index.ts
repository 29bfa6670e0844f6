import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { carry, type FollowLinks, listDocuments } from './content.ts'
import { type Bytes, describeFailure, failWith, type Input, type InputOptions, refuse } from './input.ts'
import { collectPlaces, type Place } from './places.ts'
import { openStream } from './stream.ts'

export type { Input, InputOptions, Watch } from './input.ts'

const fileSize = async (name: string): Promise<number> => {
  const { size } = await stat(name)
  return size
}

async function* readFileBytes(name: string, advance?: (read: number) => void): AsyncGenerator<Uint8Array> {
  let read = 0
  for await (const chunk of createReadStream(name, { highWaterMark: 131_072 }) as AsyncIterable<Uint8Array>) {
    read += chunk.length
    advance?.(read)
    yield chunk
  }
}

async function* openFile(name: string, found: boolean, options: InputOptions, follow: FollowLinks): AsyncGenerator<Input> {
  const { watch } = options
  const size = watch ? await fileSize(name) : 0
  const bytes = readFileBytes(name, size > 0 ? read => watch?.advance(Math.min(1, read / size)) : undefined)
  const reopen = () => openStream(name, readFileBytes(name))
  const carrier = carry(name, { found, reopen })
  const opened = await openStream(name, bytes)
  try {
    yield* listDocuments(carrier, opened, options, follow)
  } finally {
    await opened.close()
  }
}

async function* openStandardInput(options: InputOptions, follow: FollowLinks): AsyncGenerator<Input> {
  const opened = await openStream('-', process.stdin as Bytes)
  yield* listDocuments(carry('-'), opened, options, follow)
}

async function* openPlace(place: Place, options: InputOptions): AsyncGenerator<Input> {
  const { name } = place
  const follow: FollowLinks = async function* (links) {
    const { listLinks } = await import('./web.ts')
    yield* listLinks(links, options)
  }
  try {
    if (place.kind === 'nothing') yield failWith(name, place.error)
    else if (place.kind === 'passed over') options.watch?.skip(place.reason)
    else if (place.kind === 'address') yield* follow([{ name, address: name, key: null, declared: null }])
    else if (place.kind === 'file') yield* openFile(name, place.found, options, follow)
    else yield* openStandardInput(options, follow)
  } catch (error) {
    if (!options.signal?.aborted) yield failWith(name, describeFailure(name, error))
  }
}

const isFound = (place: Place): boolean => place.kind === 'passed over' || (place.kind === 'file' && place.found)

/** Says so where a folder or a pattern had files, and no article in them. */
const refuseEmpty = (name: string): Input =>
  refuse(name, 'folder-empty', 'no article among its files; text, HTML, PDF, feeds, web archives and JSON Lines are read')

/**
 * The documents that names stand for, in the order given: files, folders, patterns, addresses, `-` for standard input, each of any kind that is read.
 * What cannot be read is an input whose `read` fails; what is no article in a folder, a pattern or an archive is passed over and told to `watch`.
 */
export async function* expandInputs(names: readonly string[], options: InputOptions = {}): AsyncGenerator<Input> {
  const { signal, watch } = options
  const placed = await Promise.all(names.map(async name => ({ name, places: await collectPlaces(name) })))
  watch?.expect(placed.reduce((sum, { places }) => sum + places.length, 0))
  for (const { name, places } of placed) {
    let given = 0
    for (const place of places) {
      if (signal?.aborted) return
      watch?.enter()
      for await (const input of openPlace(place, options)) {
        given++
        yield input
        if (signal?.aborted) return
      }
    }
    if (given === 0 && places.some(isFound)) yield refuseEmpty(name)
  }
}
