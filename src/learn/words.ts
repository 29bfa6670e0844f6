/**
 * What learners see of the words of a sentence, a column for each property, as 32-bit hashes. Row 0 and 1 stand before the sentence and the two last rows
 * behind it, so that looking two words to either side needs no check.
 */
export class WordColumns {
  capacity = 0
  /** The word as it is written, and in small letters. */
  exact = new Int32Array(0)
  lower = new Int32Array(0)
  /** Its last two, three and four letters, and its first two, in small letters. */
  suffix2 = new Int32Array(0)
  suffix3 = new Int32Array(0)
  suffix4 = new Int32Array(0)
  prefix2 = new Int32Array(0)
  /** Capitals, digits and other characters, runs shortened: "Xx", "X.X.", "d-x". */
  shape = new Int32Array(0)

  private grow(size: number): void {
    this.capacity = Math.max(64, size * 2)
    this.exact = new Int32Array(this.capacity)
    this.lower = new Int32Array(this.capacity)
    this.suffix2 = new Int32Array(this.capacity)
    this.suffix3 = new Int32Array(this.capacity)
    this.suffix4 = new Int32Array(this.capacity)
    this.prefix2 = new Int32Array(this.capacity)
    this.shape = new Int32Array(this.capacity)
  }

  /** Takes in the words `first` to `last`; the word `first + i` has row `i + 2`. */
  fill(words: readonly string[], first: number, last: number): void {
    const count = last - first
    if (count + 4 > this.capacity) this.grow(count + 4)
    for (let i = 0; i < 2; i++) {
      this.pad(i, i + 1)
      this.pad(count + 2 + i, i + 3)
    }
    for (let i = 0; i < count; i++) this.set(i + 2, words[first + i])
  }

  private pad(row: number, value: number): void {
    this.exact[row] = value
    this.lower[row] = value
    this.suffix2[row] = value
    this.suffix3[row] = value
    this.suffix4[row] = value
    this.prefix2[row] = value
    this.shape[row] = value
  }

  private set(row: number, word: string): void {
    let exact = 0x811c9dc5 | 0
    let lower = exact
    let shape = 0x1f
    let previous = 0
    let run = 0
    let window = 0
    let prefix = 0
    const length = word.length
    for (let i = 0; i < length; i++) {
      const code = word.charCodeAt(i)
      exact = Math.imul(exact ^ code, 0x01000193)
      let small = code
      let kind = code
      if (code >= 97 && code <= 122) kind = 1
      else if (code >= 65 && code <= 90) {
        small = code + 32
        kind = 2
      } else if (code >= 48 && code <= 57) kind = 3
      else if (code >= 0xc0) {
        kind = (code >= 0xc0 && code <= 0xde) || (code >= 0x391 && code <= 0x42f) ? 2 : 1
        if (kind === 2 && code <= 0xde) small = code + 32
      }
      lower = Math.imul(lower ^ small, 0x01000193)
      window = (window << 8) | (small & 255)
      if (i < 2) prefix = (prefix << 8) | small
      run = kind === previous ? run + 1 : 1
      if (run <= (kind === 2 ? 2 : 1)) shape = Math.imul(shape ^ kind, 0x01000193)
      previous = kind
    }
    this.exact[row] = exact
    this.lower[row] = lower
    this.suffix2[row] = window & 0xffff
    this.suffix3[row] = window & 0xffffff
    this.suffix4[row] = window
    this.prefix2[row] = prefix
    this.shape[row] = shape
  }
}
