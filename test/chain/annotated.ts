import { existsSync, readFileSync } from 'node:fs'
import { type AnnotationModel, annotate } from '../../src/annotate/index.ts'
import { decodeNames } from '../../src/learn/names.ts'
import { decodeTagger } from '../../src/learn/tagger.ts'
import type { AnnotatedDocument } from '../../src/model/annotation.ts'
import type { Original } from '../../src/model/document.ts'
import { readText } from '../../src/read/text.ts'
import { decodeModel } from '../../src/trace.ts'

const models = new URL('../../models/en/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, models))

const model: AnnotationModel = existsSync(new URL('en.hearsay', models))
  ? decodeModel(read('en.hearsay')).annotation
  : { tagger: decodeTagger(read('tagger.bin')), names: decodeNames(read('names.bin')) }

/** Annotates a text as the body of a page of the given publisher. */
export const annotateText = (
  text: string,
  page: { readonly publisher?: string | null; readonly original?: Original | null } = {},
): AnnotatedDocument => {
  const document = readText(text, { input: 'passage.txt' })
  const provenance = { ...document.provenance, publisher: page.publisher ?? null, original: page.original ?? null }
  return annotate({ ...document, text, provenance, blocks: blocksOf(text) }, model)
}

/** A paragraph for every run of lines. */
const blocksOf = (text: string) =>
  [...text.matchAll(/[^\n]+(?:\n(?!\n)[^\n]+)*/g)].map(match => ({
    kind: 'paragraph' as const,
    start: match.index,
    end: match.index + match[0].length,
  }))
