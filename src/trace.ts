import { unpackBundle } from './learn/bundle.ts'
import type { Document } from './model/document.ts'
import { HearsayError } from './model/error.ts'
import type { TracedDocument } from './model/trace.ts'

/** What the stages learned, unpacked from a model file. */
export interface Model {
  readonly parts: Readonly<Record<string, Uint8Array>>
}

export interface TraceOptions {
  /** Also give `decisions`: which rule or model, on which words, and what else was considered. */
  readonly explain?: boolean
}

/** Unpacks the bytes of a model file. Throws a `HearsayError` with the code `model-invalid` where they are none. */
export const decodeModel = (bytes: Uint8Array): Model => {
  try {
    return { parts: unpackBundle(bytes) }
  } catch (error) {
    throw new HearsayError(
      'model-invalid',
      `these ${bytes.length} bytes are no hearsay model: ${(error as Error).message}; use models/en/en.hearsay`,
      {
        cause: error,
      },
    )
  }
}

/** Traces one article: who said what on it, and through whom it came. Pure: the same input and model give the same trace. */
export const trace = (document: Document, _model: Model, _options: TraceOptions = {}): TracedDocument => {
  const { blocks: _, diagnostics, ...published } = document
  return { format: 'hearsay/1', document: published, attributions: [], sources: [], chains: [], unattributed: [], diagnostics }
}
