import type { Document } from '../model/document.ts'
import { decodeBytes } from './decode.ts'
import type { ReadOptions } from './document.ts'
import { readText } from './text.ts'

export { INPUT_LIMIT, isHtml } from './decode.ts'
export type { ReadOptions } from './document.ts'
export type { Declared } from './provenance.ts'
export { readText } from './text.ts'

/** Reads a file's bytes, HTML or text by their content unless `kind` says which; what HTML needs is loaded only for HTML. */
export const readBytes = async (bytes: Uint8Array, options: ReadOptions & { readonly kind?: 'text' | 'html' }): Promise<Document> => {
  const decoded = await decodeBytes(bytes, options.input)
  if ((options.kind ?? decoded.kind) === 'text') return readText(decoded.text, options, decoded.diagnostics)
  const { readHtml } = await import('./html.ts')
  return readHtml(decoded.text, options, decoded.diagnostics)
}
