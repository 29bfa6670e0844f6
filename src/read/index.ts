import type { Document } from '../model/document.ts'
import { decodeBytes } from './decode.ts'
import type { ReadOptions } from './document.ts'
import { detectKind } from './kind.ts'
import { readText } from './text.ts'

export { INPUT_LIMIT, isHtml } from './decode.ts'
export type { ReadOptions } from './document.ts'
export { detectKind, isAddressList, type Kind } from './kind.ts'
export type { Declared } from './provenance.ts'
export { readText } from './text.ts'

export interface BytesOptions extends ReadOptions {
  /** Which of both to read it as; else the content tells. */
  readonly kind?: 'text' | 'html'
  /** The encoding that a server declared; a byte-order mark and valid UTF-8 are believed before it. */
  readonly charset?: string | null
}

/** Reads a file's bytes: text, HTML or PDF by their content, unless `kind` says which; what HTML and PDF need is loaded only for these. */
export const readBytes = async (bytes: Uint8Array, options: BytesOptions): Promise<Document> => {
  if (options.kind === undefined && detectKind(bytes.subarray(0, 1024)) === 'pdf') {
    const { readPdf } = await import('./pdf.ts')
    return readPdf(new Uint8Array(bytes), options)
  }
  const decoded = await decodeBytes(bytes, options.input, options.charset)
  if ((options.kind ?? decoded.kind) === 'text') return readText(decoded.text, options, decoded.diagnostics)
  const { readHtml } = await import('./html.ts')
  return readHtml(decoded.text, options, decoded.diagnostics)
}
