import type { Document } from '../../../src/model/document.ts'
import { readText } from '../../../src/read/text.ts'

export { decodeModel, trace } from '../../../src/trace.ts'

/** What may be markup, a PDF or no text at all, which other readers know; an article that is pasted hardly ever holds any of it. */
const other = /<|^\s*%PDF-|[\0-\x08\x0e-\x1f]/

const decode = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Reads bytes as the command reads them; the readers that plain text does not need are fetched where something else comes. */
export const readInput = async (bytes: Uint8Array, input: string): Promise<Document> => {
  const text = decode(bytes)
  if (text !== null && !other.test(text)) return readText(text, { input })
  const { readBytes } = await import('../../../src/read/index.ts')
  return readBytes(bytes, { input })
}
