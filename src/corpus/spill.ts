import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Bytes written at a time. */
const BLOCK = 1 << 20

/** Values put aside in a file, to be read again by their number, in the order in which they were put there from 0 on. */
export interface Spill<T> {
  readonly put: (value: T) => void
  readonly get: (number: number) => T
  readonly close: () => void
}

/** Opens a file in the folder for temporary files, which is gone once it is closed. Values are plain ones. */
export const openSpill = <T>(): Spill<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-'))
  const file = openSync(join(folder, 'spill'), 'w+')
  let ends = new Float64Array(1024)
  let count = 0
  let written = 0
  let waiting: Buffer[] = []
  let size = 0
  const flush = (): void => {
    const bytes = Buffer.concat(waiting)
    for (let from = 0; from < bytes.length; ) from += writeSync(file, bytes, from, bytes.length - from, written + from)
    written += bytes.length
    waiting = []
    size = 0
  }
  return {
    put: value => {
      const bytes = Buffer.from(JSON.stringify(value))
      if (count === ends.length) {
        const wider = new Float64Array(2 * count)
        wider.set(ends)
        ends = wider
      }
      waiting.push(bytes)
      size += bytes.length
      ends[count++] = written + size
      if (size >= BLOCK) flush()
    },
    get: number => {
      if (size > 0) flush()
      const from = number === 0 ? 0 : ends[number - 1]
      const bytes = Buffer.alloc(ends[number] - from)
      for (let at = 0; at < bytes.length; ) {
        const read = readSync(file, bytes, at, bytes.length - at, from + at)
        if (read === 0) throw new Error('a temporary file has been cut short')
        at += read
      }
      return JSON.parse(bytes.toString()) as T
    },
    close: () => {
      closeSync(file)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
