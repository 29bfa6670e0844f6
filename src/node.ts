import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Document } from './model/document.ts'
import { HearsayError } from './model/error.ts'
import type { TracedDocument } from './model/trace.ts'
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

/** What the bytes of an article come to; the reader is chosen by the bytes themselves. */
export const readBytes = async (bytes: Uint8Array, input: string): Promise<Document> => {
  const text = new TextDecoder().decode(bytes)
  return {
    id: '',
    key: null,
    input,
    title: null,
    language: 'en',
    text,
    provenance: {
      url: null,
      publisher: null,
      publishedAt: null,
      updatedAt: null,
      seenAt: null,
      authors: [],
      original: null,
      credits: [],
      tags: [],
      rights: null,
      evidence: [],
    },
    blocks: [],
    diagnostics: [],
  }
}

/** Reads and traces one file with the packaged model. */
export const traceFile = async (path: string, options?: TraceOptions): Promise<TracedDocument> =>
  trace(await readBytes(await readFile(path), path), await loadModel(), options)
