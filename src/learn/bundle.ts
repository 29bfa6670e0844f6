/**
 * A bundle of named byte strings in one: what a model file is. Layout: the magic `HEARSAY1`, the length of a JSON header (uint32, little-endian),
 * the header `{ parts: { name: length } }` and the parts in that order.
 */
export const packBundle = (parts: Readonly<Record<string, Uint8Array>>): Uint8Array => {
  const header = new TextEncoder().encode(
    JSON.stringify({ parts: Object.fromEntries(Object.entries(parts).map(([k, v]) => [k, v.length])) }),
  )
  const size = 12 + header.length + Object.values(parts).reduce((n, p) => n + p.length, 0)
  const out = new Uint8Array(size)
  out.set(new TextEncoder().encode('HEARSAY1'))
  new DataView(out.buffer).setUint32(8, header.length, true)
  out.set(header, 12)
  let at = 12 + header.length
  for (const part of Object.values(parts)) {
    out.set(part, at)
    at += part.length
  }
  return out
}

/** Reads what `packBundle` wrote. Throws a `RangeError` where the bytes are no bundle or are cut short. */
export const unpackBundle = (bytes: Uint8Array): Record<string, Uint8Array> => {
  const magic = new TextDecoder().decode(bytes.subarray(0, 8))
  if (magic !== 'HEARSAY1') throw new RangeError(`not a model bundle: begins with ${JSON.stringify(magic)}, expected "HEARSAY1"`)
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true)
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(12, 12 + headerLength))) as { parts: Record<string, number> }
  const parts: Record<string, Uint8Array> = {}
  let at = 12 + headerLength
  for (const [name, length] of Object.entries(header.parts)) {
    if (at + length > bytes.length)
      throw new RangeError(`model bundle cut short in part ${JSON.stringify(name)}: ${bytes.length} bytes, ${at + length} needed`)
    parts[name] = new Uint8Array(bytes.subarray(at, at + length))
    at += length
  }
  return parts
}
