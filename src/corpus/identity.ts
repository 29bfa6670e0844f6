import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Document } from '../model/document.ts'

/** The id of a publication: 32 hexadecimal digits that stand for its text, key, URL and publisher. */
export const identifyPublication = ({ id, key, provenance }: Document): string =>
  bytesToHex(sha256(utf8ToBytes(JSON.stringify([id, key, provenance.url, provenance.publisher])))).slice(0, 32)
