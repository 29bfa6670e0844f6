import type { Diagnostic, Document } from '../model/document.ts'
import type { ReadOptions } from './document.ts'
import { readText } from './text.ts'

/** Reads an HTML page. */
export const readHtml = (html: string, options: ReadOptions, diagnostics: readonly Diagnostic[] = []): Document =>
  readText(html, options, diagnostics)
