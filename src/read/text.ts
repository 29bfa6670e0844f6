import type { Diagnostic, Document } from '../model/document.ts'
import { makeDocument, type ReadOptions } from './document.ts'
import { cutSegments } from './segments.ts'

/** Reads plain text or Markdown. `document.text` is the text unchanged but for a byte-order mark. */
export const readText = (text: string, options: ReadOptions, diagnostics: readonly Diagnostic[] = []): Document => {
  const clean = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  return makeDocument(clean, cutSegments(clean), options, { diagnostics })
}
