import { carry, listDocuments } from '../../src/input/content.ts'
import { describeFailure, type Input } from '../../src/input/input.ts'
import { openStream } from '../../src/input/stream.ts'
import { streamOf } from './inputs.ts'

async function* listAll(bytes: Uint8Array, size: number): AsyncGenerator<Input> {
  const opened = await openStream('fuzz', streamOf(bytes, size))
  yield* listDocuments(carry('fuzz'), opened, {}, async function* () {})
}

const readInput = async ({ read }: Input): Promise<void> => {
  const { text, blocks } = await read()
  let at = 0
  for (const { start, end } of blocks) {
    if (start < at || end <= start || end > text.length) throw new Error(`a block from ${start} to ${end} in ${text.length} characters`)
    at = end
  }
}

const isDefect = (error: unknown): boolean => {
  const { code } = describeFailure('fuzz', error)
  return code === 'internal' || code === 'input-unreadable'
}

/** Reads all that these bytes hold; gives how many documents that is. Throws what is a defect of a reader. */
export const survive = async (bytes: Uint8Array, size: number): Promise<number> => {
  let documents = 0
  try {
    for await (const input of listAll(bytes, size))
      try {
        await readInput(input)
        documents++
      } catch (error) {
        if (isDefect(error)) throw error
      }
  } catch (error) {
    if (isDefect(error)) throw error
  }
  return documents
}
