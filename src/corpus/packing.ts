import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Document } from '../model/document.ts'
import type { TracedDocument } from '../model/trace.ts'

/** What a database keeps as it is: no NUL, no half of a surrogate pair. */
const isPlain = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

/** Text that any database keeps, of the same length. */
export const toPlain = (text: string): string => text.toWellFormed().replaceAll('\0', '\ufffd')

/** A document as it is kept: as JSON, without its text, which is kept apart to be searched, where that may be kept as it is. */
export const packDocument = (document: Document): string => {
  const { text, ...rest } = document
  return JSON.stringify(isPlain(text) ? rest : document)
}

export const unpackDocument = (packed: string, text: string): Document => ({ text, ...(JSON.parse(packed) as Omit<Document, 'text'>) })

/** A trace without its document, as compressed JSON. */
export const packTrace = ({ document: _, format: __, ...found }: TracedDocument): Uint8Array =>
  deflateRawSync(JSON.stringify(found), { level: 1 })

export const unpackTrace = (packed: Uint8Array, { blocks: _, diagnostics: __, ...document }: Document): TracedDocument => {
  const { id, key, input, title, language, text, provenance } = document
  const found = JSON.parse(inflateRawSync(packed).toString()) as Omit<TracedDocument, 'format' | 'document'>
  return { format: 'hearsay/1', document: { id, key, input, title, language, text, provenance }, ...found }
}

/** Whole numbers below 2^32 as bytes, the low one first. */
export const packKeys = (keys: Uint32Array): Uint8Array => {
  const bytes = new Uint8Array(keys.length * 4)
  const view = new DataView(bytes.buffer)
  keys.forEach((key, index) => {
    view.setUint32(index * 4, key, true)
  })
  return bytes
}

export const unpackKeys = (bytes: Uint8Array): Uint32Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Uint32Array.from({ length: bytes.byteLength / 4 }, (_, index) => view.getUint32(index * 4, true))
}
