import type { Document } from '../model/document.ts'
import type { FailedInput } from '../model/entry.ts'
import { HearsayError } from '../model/error.ts'
import { identifyPublication } from './identity.ts'
import type { NewPublication, Store } from './store.ts'

/** Something to read a document from. */
export interface Readable {
  readonly name: string
  readonly key: string | null
  readonly read: () => Promise<Document>
}

/** A publication that is on the disk; not `added` where it was there before. */
export interface Stored extends NewPublication {
  readonly added: boolean
}

export interface IntakeEvents {
  /** Called once they are on the disk. */
  readonly stored?: (publications: readonly Stored[]) => Promise<void> | void
  readonly unread?: (failure: FailedInput) => Promise<void> | void
}

/** A batch is stored once it has so many documents or characters, or has waited so many milliseconds. */
const BATCH = { documents: 200, characters: 4_000_000, milliseconds: 1000 }
/** Documents of the first batch, so that tracing can begin; each that follows may have twice as many. */
const FIRST = 16

const describe = (name: string, error: unknown): FailedInput['error'] =>
  error instanceof HearsayError
    ? { code: error.code, message: error.message }
    : {
        code: 'internal',
        message: `${JSON.stringify(name)}: could not be read (${error instanceof Error ? error.message : String(error)}); please report it`,
      }

const readInput = async ({ name, key, read }: Readable): Promise<NewPublication | FailedInput> => {
  try {
    const document = await read()
    return { id: identifyPublication(document), document }
  } catch (error) {
    return { input: name, key, error: describe(name, error) }
  }
}

/** Stores what inputs hold, batch by batch, until they or the signal end. Nothing is told as stored before it is on the disk. */
export const storeInputs = async (
  store: Store,
  inputs: AsyncIterable<Readable>,
  events: IntakeEvents,
  signal: AbortSignal,
): Promise<void> => {
  let batch: NewPublication[] = []
  let size = 0
  let since = 0
  let most = FIRST
  const flush = async (): Promise<void> => {
    const publications = batch
    batch = []
    size = 0
    most = Math.min(most * 2, BATCH.documents)
    if (publications.length === 0) return
    const added = await store.addPublications(publications)
    await events.stored?.(publications.map((publication, index) => ({ ...publication, added: added[index] })))
  }
  for await (const input of inputs) {
    if (signal.aborted) break
    const result = await readInput(input)
    if ('error' in result) {
      await store.addFailedInputs([result])
      await events.unread?.(result)
      continue
    }
    if (batch.length === 0) since = performance.now()
    batch.push(result)
    size += result.document.text.length
    if (batch.length >= most || size >= BATCH.characters || performance.now() - since >= BATCH.milliseconds) await flush()
  }
  await flush()
}
