import { createReadStream, statSync } from 'node:fs'
import { carry, type FollowLinks, listDocuments } from './content.ts'
import { type Bytes, describeFailure, failWith, type Input, type InputOptions, refuse } from './input.ts'
import { collectPlaces, type Place } from './places.ts'
import { openStream } from './stream.ts'

export type { Input, InputOptions, Watch } from './input.ts'

/** About as large as a page is. */
const unknownSize = 20_000

const sizeOf = (place: Place): number => {
  if (place.kind === 'nothing' || place.kind === 'passed over') return 1
  if (place.kind !== 'file') return unknownSize
  try {
    return statSync(place.name).size
  } catch {
    return 1
  }
}

/** The bytes of a file; `advance` hears how much of it has been used up. */
async function* readFileBytes(name: string, advance?: (used: number) => void): AsyncGenerator<Uint8Array> {
  let used = 0
  for await (const chunk of createReadStream(name, { highWaterMark: 131_072 }) as AsyncIterable<Uint8Array>) {
    yield chunk
    used += chunk.length
    advance?.(used)
  }
}

async function* openFile(place: Place & { readonly kind: 'file' }, options: InputOptions, follow: FollowLinks): AsyncGenerator<Input> {
  const { name, found } = place
  const { watch } = options
  const size = watch ? sizeOf(place) : 0
  const bytes = readFileBytes(name, size > 0 ? used => watch?.advance(Math.min(1, used / size)) : undefined)
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
    else if (place.kind === 'file') yield* openFile(place, options, follow)
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
  const all = placed.flatMap(({ places }) => places)
  const sizes = new Map(watch ? all.map(place => [place, sizeOf(place)]) : [])
  watch?.expect(
    all.length,
    [...sizes.values()].reduce((sum, size) => sum + size, 0),
  )
  for (const { name, places } of placed) {
    let given = 0
    for (const place of places) {
      if (signal?.aborted) return
      watch?.enter(sizes.get(place) ?? 0)
      for await (const input of openPlace(place, options)) {
        given++
        yield input
        if (signal?.aborted) return
      }
    }
    if (given === 0 && places.some(isFound)) yield refuseEmpty(name)
  }
}
