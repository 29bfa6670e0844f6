import { packBundle, unpackBundle } from './bundle.ts'
import { indexDictionary, type TagDictionary } from './tag-dictionary.ts'

/** What a tagger has learned. `open` are the labels that a word may have that was seldom or never seen. */
export interface TaggerModel {
  readonly labels: readonly string[]
  readonly dictionary: TagDictionary
  readonly open: Uint8Array
  readonly bits: number
  readonly weights: Int8Array
}

interface Header {
  readonly labels: readonly string[]
  readonly bits: number
  readonly open: readonly number[]
  readonly sets: readonly (readonly number[])[]
}

/** Writes a tagger's model as bytes. */
export const encodeTaggerModel = (model: TaggerModel): Uint8Array => {
  const { labels, bits, open, dictionary, weights } = model
  const header: Header = { labels, bits, open: [...open], sets: dictionary.sets.map(set => [...set]) }
  const words = new Uint8Array(dictionary.keys.length * 6)
  const view = new DataView(words.buffer)
  for (let i = 0; i < dictionary.keys.length; i++) {
    view.setInt32(i * 6, dictionary.keys[i], true)
    view.setUint16(i * 6 + 4, dictionary.values[i], true)
  }
  return packBundle({
    tagger: new TextEncoder().encode(JSON.stringify(header)),
    words,
    weights: new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength),
  })
}

/** Reads what `encodeTaggerModel` wrote. Throws a `RangeError` where the bytes are no tagger or are cut short. */
export const decodeTaggerModel = (bytes: Uint8Array): TaggerModel => {
  const parts = unpackBundle(bytes)
  if (parts.tagger === undefined) throw new RangeError('not a tagger: the bundle has no part "tagger"')
  const header = JSON.parse(new TextDecoder().decode(parts.tagger)) as Header
  const { words, weights } = parts
  const count = words.length / 6
  const view = new DataView(words.buffer, words.byteOffset, words.byteLength)
  const keys = new Int32Array(count)
  const values = new Uint16Array(count)
  for (let i = 0; i < count; i++) {
    keys[i] = view.getInt32(i * 6, true)
    values[i] = view.getUint16(i * 6 + 4, true)
  }
  return {
    labels: header.labels,
    bits: header.bits,
    open: Uint8Array.from(header.open),
    dictionary: indexDictionary(
      header.sets.map(set => Uint8Array.from(set)),
      keys,
      values,
    ),
    weights: new Int8Array(weights.buffer, weights.byteOffset, weights.byteLength),
  }
}
