import type { Document } from '../model/document.ts'
import { decodeBytes } from './decode.ts'
import type { ReadOptions } from './document.ts'
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

/** Reads a file's bytes, HTML or text by their content unless `kind` says which; what HTML needs is loaded only for HTML. */
export const readBytes = async (bytes: Uint8Array, options: BytesOptions): Promise<Document> => {
  const decoded = await decodeBytes(bytes, options.input, options.charset)
  if ((options.kind ?? decoded.kind) === 'text') return readText(decoded.text, options, decoded.diagnostics)
  const { readHtml } = await import('./html.ts')
  return readHtml(decoded.text, options, decoded.diagnostics)
}
