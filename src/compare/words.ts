/**
 * The words of a text: runs of letters, digits and ', in small letters. Row `i` of each column is the i-th word: its offsets and a hash of its letters;
 * `gram` is a hash of the five words that begin with it, for all but the last four.
 */
export interface Words {
  readonly start: Uint32Array
  readonly end: Uint32Array
  readonly hash: Uint32Array
  readonly gram: Uint32Array
}

/** How many words make a gram. */
export const GRAM = 5

const apostrophe = 0x27
const outside = 1

/** For each UTF-16 unit: 0 where not yet looked up, 1 outside of words, otherwise its small form. */
const small = new Uint16Array(0x10000)

// Marks stay with their letter, and the typographic apostrophe is one.
const lookUp = (unit: number): number => {
  const letter = String.fromCharCode(unit)
  if (letter === '’') return apostrophe
  return /[\p{L}\p{N}\p{M}']/u.test(letter) ? letter.toLowerCase().charCodeAt(0) : outside
}

const lower = (unit: number): number => {
  if (small[unit] === 0) small[unit] = lookUp(unit)
  return small[unit]
}

/** Spreads the bits of a 32-bit number (the finaliser of MurmurHash3). */
const spread = (value: number): number => {
  let bits = value
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

const hashGrams = (hash: Uint32Array): Uint32Array => {
  const gram = new Uint32Array(Math.max(0, hash.length - GRAM + 1))
  for (let i = 0; i < gram.length; i++) {
    let mixed = 0
    for (let j = i; j < i + GRAM; j++) mixed = (Math.imul(mixed, 0x9e3779b1) + hash[j]) | 0
    gram[i] = spread(mixed)
  }
  return gram
}

/** Cuts a text into words. */
export const readWords = (text: string): Words => {
  const room = (text.length >> 1) + 1
  const start = new Uint32Array(room)
  const end = new Uint32Array(room)
  const hash = new Uint32Array(room)
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const first = at
    let mixed = 0x811c9dc5
    for (; at < text.length; at++) {
      const letter = lower(text.charCodeAt(at))
      if (letter === outside) break
      mixed = Math.imul(mixed ^ letter, 0x01000193)
    }
    if (at === first) continue
    start[count] = first
    end[count] = at
    hash[count++] = spread(mixed)
  }
  const words = hash.slice(0, count)
  return { start: start.slice(0, count), end: end.slice(0, count), hash: words, gram: hashGrams(words) }
}
