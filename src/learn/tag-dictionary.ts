/** Which tags words were seen with: a hash table from a word's hash to the number of its set of tags; set 0 is "never seen". */
export interface TagDictionary {
  readonly sets: readonly Uint8Array[]
  /** Entries of `keys`, sorted, and the set of each: what is stored. */
  readonly keys: Int32Array
  readonly values: Uint16Array
  readonly slots: Int32Array
  readonly mask: number
}

/** Builds the table over sorted keys. */
export const indexDictionary = (sets: readonly Uint8Array[], keys: Int32Array, values: Uint16Array): TagDictionary => {
  let size = 16
  while (size < keys.length * 2) size *= 2
  const slots = new Int32Array(size).fill(-1)
  for (let i = 0; i < keys.length; i++) {
    let s = keys[i] & (size - 1)
    while (slots[s] >= 0) s = (s + 1) & (size - 1)
    slots[s] = i
  }
  return { sets, keys, values, slots, mask: size - 1 }
}

/** The number of a word's set of tags, 0 for a word never seen. */
export const lookUp = (dictionary: TagDictionary, hash: number): number => {
  const { slots, keys, values, mask } = dictionary
  let s = hash & mask
  while (slots[s] >= 0) {
    if (keys[slots[s]] === hash) return values[slots[s]]
    s = (s + 1) & mask
  }
  return 0
}
