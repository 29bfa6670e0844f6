import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { HearsayError } from './model/error.ts'
import type { TracedDocument } from './model/trace.ts'
import { readBytes } from './read/index.ts'
import { decodeModel, type Model, type TraceOptions, trace } from './trace.ts'

const packagedModel = new URL('../models/en/en.hearsay', import.meta.url)

const readModel = async (path: string | URL): Promise<Model> => {
  try {
    return decodeModel(await readFile(path))
  } catch (error) {
    const shown = path instanceof URL ? fileURLToPath(path) : path
    if (error instanceof HearsayError) throw new HearsayError(error.code, `${JSON.stringify(shown)}: ${error.message}`, { cause: error })
    throw new HearsayError(
      'model-not-found',
      `${JSON.stringify(shown)} cannot be read; install hearsay again, or make it with npm run train`,
      { cause: error },
    )
  }
}

let packaged: Promise<Model> | undefined

/** Reads a model file; without a path the one that comes with the package, which is read once. */
export const loadModel = (path?: string | URL): Promise<Model> => {
  if (path !== undefined) return readModel(path)
  packaged ??= readModel(packagedModel)
  return packaged
}

/** A name for the packaged model that changes with its weights: 12 hexadecimal digits. */
export const identifyModel = async (): Promise<string> =>
  createHash('sha256')
    .update(await readFile(packagedModel))
    .digest('hex')
    .slice(0, 12)

/** Reads and traces one file with the packaged model. */
export const traceFile = async (path: string, options?: TraceOptions): Promise<TracedDocument> =>
  trace(await readBytes(await readFile(path), { input: path }), await loadModel(), options)
