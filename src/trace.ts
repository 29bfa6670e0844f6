import { type AnnotationModel, annotate } from './annotate/index.ts'
import { type AttributionModel, attribute, decodeAttributionModel } from './attribute/index.ts'
import { findNonAnswers } from './attribute/non-answer.ts'
import { buildChains } from './chain/index.ts'
import { findRepetitions, findUnclosedQuotations } from './chain/repetition.ts'
import { findUnattributed } from './chain/unattributed.ts'
import { unpackBundle } from './learn/bundle.ts'
import { decodeNames } from './learn/names.ts'
import { decodeParser } from './learn/parser.ts'
import { decodeTagger } from './learn/tagger.ts'
import type { Attribution } from './model/attribution.ts'
import type { Document } from './model/document.ts'
import { HearsayError } from './model/error.ts'
import type { Reference } from './model/resolution.ts'
import type { TracedAttribution, TracedDocument } from './model/trace.ts'
import { readText } from './read/text.ts'
import { resolve } from './resolve/index.ts'

/** What the stages learned, for one language. */
export interface Model {
  readonly language: string
  readonly annotation: AnnotationModel
  readonly attribution: AttributionModel
}

export interface TraceOptions {
  /** Also give `decisions`: which rule or model, on which words, and what else was considered. */
  readonly explain?: boolean
}

/** More than any article has; what is found in a text takes several hundred times its room in memory. */
const textLimit = 2_000_000

const parts = ['tagger', 'names', 'parser', 'roles', 'cues', 'cueing', 'links', 'confidence'] as const

/** Unpacks the bytes of a model file. Throws a `HearsayError` with the code `model-invalid` where they are none. */
export const decodeModel = (bytes: Uint8Array): Model => {
  try {
    const bundle = unpackBundle(bytes)
    const missing = parts.filter(part => bundle[part] === undefined)
    if (missing.length > 0) throw new RangeError(`no part ${missing.join(', ')}`)
    return {
      language: 'en',
      annotation: { tagger: decodeTagger(bundle.tagger), names: decodeNames(bundle.names), parser: decodeParser(bundle.parser) },
      attribution: decodeAttributionModel(bundle),
    }
  } catch (error) {
    throw new HearsayError(
      'model-invalid',
      `these ${bytes.length} bytes are no hearsay model: ${(error as Error).message}; use models/en/en.hearsay`,
      { cause: error },
    )
  }
}

const covers = (model: Model, language: string): boolean => language === model.language || language.startsWith(`${model.language}-`)

const publish = ({ follows: _, ...attribution }: Attribution, reference: Reference | undefined): TracedAttribution => ({
  ...attribution,
  sourceId: reference?.sourceId ?? null,
  saidAt: reference?.saidAt ?? null,
})

const traceDocument = (document: Document, model: Model, explain: boolean): TracedDocument => {
  if (document.text.length > textLimit) {
    const message = `${document.input} has ${document.text.length} characters of text; at most ${textLimit} are traced; split it into its articles`
    throw new HearsayError('input-too-large', message)
  }
  const { blocks: _, diagnostics, ...published } = document
  if (!covers(model, document.language)) {
    const message = `no model covers the language ${JSON.stringify(document.language)}; only ${JSON.stringify(model.language)} is searched for attributions`
    const noticed = [...diagnostics, { code: 'language-unsupported', message, span: null }]
    const nothing = { attributions: [], sources: [], chains: [], unattributed: [] }
    return { format: 'hearsay/1', document: published, ...nothing, diagnostics: noticed, ...(explain ? { decisions: [] } : {}) }
  }
  const annotated = annotate(document, model.annotation)
  const found = attribute(annotated, model.attribution)
  const resolution = resolve(annotated, found.attributions)
  const chained = buildChains(annotated, found.attributions, resolution)
  const references = new Map(resolution.references.map(reference => [reference.attribution, reference]))
  return {
    format: 'hearsay/1',
    document: published,
    attributions: found.attributions.map(attribution => publish(attribution, references.get(attribution.id))),
    sources: chained.sources,
    chains: chained.chains,
    unattributed: findUnattributed(annotated, found.attributions),
    diagnostics: [
      ...diagnostics,
      ...findUnclosedQuotations(annotated),
      ...findRepetitions(annotated),
      ...findNonAnswers(annotated),
      ...resolution.diagnostics,
    ],
    ...(explain ? { decisions: [...found.decisions, ...resolution.decisions, ...chained.decisions] } : {}),
  }
}

/**
 * Traces one article: who said what on it, and through whom it came. A string is read as plain text or Markdown first. Pure: the same input and model give
 * the same trace. Throws a `HearsayError` with the code `input-too-large` for a text that no article has.
 */
export const trace = (input: string | Document, model: Model, { explain = false }: TraceOptions = {}): TracedDocument =>
  traceDocument(typeof input === 'string' ? readText(input, { input: '' }) : input, model, explain)
