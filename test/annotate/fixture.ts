import { readFileSync } from 'node:fs'
import { type AnnotationModel, annotate } from '../../src/annotate/index.ts'
import { unpackBundle } from '../../src/learn/bundle.ts'
import { decodeNames } from '../../src/learn/names.ts'
import { decodeTagger } from '../../src/learn/tagger.ts'
import type { AnnotatedDocument } from '../../src/model/annotation.ts'
import type { Block, BlockKind, Document } from '../../src/model/document.ts'

const parts = unpackBundle(readFileSync(new URL('../../models/en/en.hearsay', import.meta.url)))

export const model: AnnotationModel = { tagger: decodeTagger(parts.tagger), names: decodeNames(parts.names) }

const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) freeze(part)
  }
  return value
}

/** A document of the given blocks with an empty line between them; a bare string is a paragraph. */
export const documentOf = (...parts: readonly (string | readonly [BlockKind, string])[]): Document => {
  const blocks: Block[] = []
  let text = ''
  for (const part of parts) {
    const [kind, words] = typeof part === 'string' ? (['paragraph', part] as const) : part
    if (text !== '') text += '\n\n'
    blocks.push({ kind, start: text.length, end: text.length + words.length })
    text += words
  }
  return freeze({
    id: 'x',
    key: null,
    input: 'x.txt',
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
    blocks,
    diagnostics: [],
  })
}

export const annotateText = (...parts: readonly (string | readonly [BlockKind, string])[]): AnnotatedDocument =>
  annotate(documentOf(...parts), model)

const slices = (of: AnnotatedDocument, spans: readonly { readonly start: number; readonly end: number }[]): string[] =>
  spans.map(s => of.document.text.slice(s.start, s.end))

export const tokensOf = (...parts: readonly string[]): readonly string[] => annotateText(...parts).tokens.text
export const sentencesOf = (...parts: readonly string[]): string[] => {
  const of = annotateText(...parts)
  return slices(of, of.sentences)
}
export const quotationsOf = (...parts: readonly string[]): string[] => {
  const of = annotateText(...parts)
  return slices(of, of.quotations)
}
/** Each name with its kind behind a colon. */
export const namesOf = (...parts: readonly string[]): string[] => {
  const of = annotateText(...parts)
  return of.names.map(n => `${of.document.text.slice(n.start, n.end)}: ${n.kind}`)
}
