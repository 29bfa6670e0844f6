import { readFileSync } from 'node:fs'
import { type AnnotationModel, annotate } from '../../src/annotate/index.ts'
import { unpackBundle } from '../../src/learn/bundle.ts'
import { decodeNames } from '../../src/learn/names.ts'
import { decodeTagger } from '../../src/learn/tagger.ts'
import type { AnnotatedDocument } from '../../src/model/annotation.ts'
import type { Original } from '../../src/model/document.ts'
import { readText } from '../../src/read/text.ts'

const parts = unpackBundle(readFileSync(new URL('../../models/en/en.hearsay', import.meta.url)))
const model: AnnotationModel = { tagger: decodeTagger(parts.tagger), names: decodeNames(parts.names) }

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
