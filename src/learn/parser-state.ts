import { mix } from './hash.ts'

/** Sentinels under the stack, so that a feature may look three deep into an empty one. */
export const STACK_BASE = 3
/** Rows after the sentence's last token that a feature may look at. */
const MARGIN = 6

/** Hash of a row that stands for no token: 0 is "none", the rows after the sentence are "end". */
const NONE = mix(0, 0x6e6f6e65)
const END = mix(1, 0x656e6421)

/** The bits a model reads a token by: which words it knows, what its tags are. */
export interface ParserLexicon {
  /** A bit for each hash of a known word; a word outside is read by its tag alone. */
  readonly known: Uint8Array
  readonly tags: ReadonlyMap<string, number>
}

/** FNV-1a over the word with ASCII capitals made small and digits made zero. */
export const hashWord = (word: string): number => {
  let h = 0x811c9dc5
  for (let i = 0; i < word.length; i++) {
    let c = word.charCodeAt(i)
    if (c >= 65 && c <= 90) c += 32
    else if (c >= 48 && c <= 57) c = 48
    h = Math.imul(h ^ c, 0x01000193)
  }
  return mix(h, 0x776f7264)
}

/** The bit that stands for a word's hash among `known.length * 8` bits. */
export const knows = (known: Uint8Array, hash: number): boolean => {
  const bit = hash & (known.length * 8 - 1)
  return (known[bit >>> 3] & (1 << (bit & 7))) !== 0
}

/** The hash that stands for a tag's or a relation's number wherever a feature holds it. */
export const hashNumber = (kind: number, number: number): number => mix(number + 1, Math.imul(kind, 0x85ebca6b))

/**
 * One sentence on its way through the parser (arc-hybrid; Kuhlmann, Gómez-Rodríguez and Satta 2011): rows 1 to `length` are its tokens, row 0 is
 * nothing. A state is used for one sentence after another and grows with the longest.
 */
export class ParserState {
  length = 0
  top = STACK_BASE
  next = 1
  word = new Int32Array(0)
  tag = new Int32Array(0)
  tagNumber = new Uint8Array(0)
  stack = new Int32Array(0)
  head = new Int32Array(0)
  relation = new Uint8Array(0)
  /** The outermost dependent on either side, the one attached before it, and how many there are. */
  left = new Int32Array(0)
  left2 = new Int32Array(0)
  right = new Int32Array(0)
  right2 = new Int32Array(0)
  leftCount = new Uint8Array(0)
  rightCount = new Uint8Array(0)
  /** How many commas, verbs and quotation marks stand before the row. */
  commas = new Int32Array(0)
  verbs = new Int32Array(0)
  quotes = new Int32Array(0)
  /** The next tag from the row on that no noun phrase holds inside, and the next verb's with the first boundary before it. */
  follow = new Int32Array(0)
  nextVerb = new Int32Array(0)
  readonly #lexicon: ParserLexicon
  readonly #tagHash: Int32Array
  readonly #verbal: Uint8Array
  readonly #inner: Uint8Array
  readonly #stop: Uint8Array

  constructor(lexicon: ParserLexicon) {
    this.#lexicon = lexicon
    this.#tagHash = Int32Array.from({ length: 256 }, (_, i) => hashNumber(1, i))
    this.#verbal = new Uint8Array(256)
    this.#inner = new Uint8Array(256)
    this.#stop = new Uint8Array(256)
    for (const [tag, number] of lexicon.tags) {
      this.#verbal[number] = /^(VB|MD)/.test(tag) ? 1 : 0
      this.#inner[number] = /^(DT|JJ|NN|CD|PRP|POS|\$|#)/.test(tag) ? 1 : 0
      this.#stop[number] = /^(,|:|\.|CC|W|''|``|")/.test(tag) ? 1 : 0
    }
    this.#grow(256)
  }

  #grow(rows: number): void {
    this.word = new Int32Array(rows)
    this.tag = new Int32Array(rows)
    this.tagNumber = new Uint8Array(rows)
    this.stack = new Int32Array(rows + STACK_BASE)
    this.head = new Int32Array(rows)
    this.relation = new Uint8Array(rows)
    this.left = new Int32Array(rows)
    this.left2 = new Int32Array(rows)
    this.right = new Int32Array(rows)
    this.right2 = new Int32Array(rows)
    this.leftCount = new Uint8Array(rows)
    this.rightCount = new Uint8Array(rows)
    this.commas = new Int32Array(rows)
    this.verbs = new Int32Array(rows)
    this.quotes = new Int32Array(rows)
    this.follow = new Int32Array(rows)
    this.nextVerb = new Int32Array(rows)
  }

  /** Takes in the tokens `first` to `last` and stands before the first of them. */
  begin(words: readonly string[], tags: readonly string[], first: number, last: number): void {
    const n = last - first
    if (n + 1 + MARGIN > this.word.length) this.#grow(2 * (n + 1 + MARGIN))
    const rows = n + 1 + MARGIN
    this.head.fill(0, 0, rows)
    this.relation.fill(0, 0, rows)
    this.left.fill(0, 0, rows)
    this.left2.fill(0, 0, rows)
    this.right.fill(0, 0, rows)
    this.right2.fill(0, 0, rows)
    this.leftCount.fill(0, 0, rows)
    this.rightCount.fill(0, 0, rows)
    this.length = n
    this.top = STACK_BASE
    this.next = 1
    this.word[0] = NONE
    this.tag[0] = NONE
    const { known } = this.#lexicon
    let commas = 0
    let verbs = 0
    let quotes = 0
    for (let i = 1; i <= n; i++) {
      const word = words[first + i - 1]
      const number = this.#lexicon.tags.get(tags[first + i - 1]) ?? 0
      const hash = hashWord(word)
      this.tagNumber[i] = number
      this.tag[i] = this.#tagHash[number]
      this.word[i] = knows(known, hash) ? hash : mix(this.tag[i], 0x72617265)
      this.commas[i] = commas
      this.verbs[i] = verbs
      this.quotes[i] = quotes
      if (word === ',') commas++
      else if (word === '"') quotes++
      else verbs += this.#verbal[number]
    }
    for (let i = n + 1; i < rows; i++) {
      this.follow[i] = END
      this.nextVerb[i] = END
      this.word[i] = END
      this.tag[i] = END
      this.tagNumber[i] = 0
      this.commas[i] = commas
      this.verbs[i] = verbs
      this.quotes[i] = quotes
    }
    let follow = END
    let verb = END
    let gap = 0
    for (let i = n; i > 0; i--) {
      const number = this.tagNumber[i]
      if (this.#inner[number] === 0) follow = this.tag[i]
      if (this.#verbal[number]) {
        verb = this.tag[i]
        gap = 0
      }
      if (this.#stop[number] && gap === 0) gap = this.tag[i]
      this.follow[i] = follow
      this.nextVerb[i] = mix(verb, gap)
    }
  }

  shift(): void {
    this.stack[this.top++] = this.next++
  }

  /** Hangs the topmost row of the stack on the next row and takes it off. */
  attachLeft(relation: number): void {
    const dependent = this.stack[--this.top]
    const head = this.next
    this.head[dependent] = head
    this.relation[dependent] = relation
    this.left2[head] = this.left[head]
    this.left[head] = dependent
    if (this.leftCount[head] < 3) this.leftCount[head]++
  }

  /** Hangs the topmost row of the stack on the one below it and takes it off. */
  attachRight(relation: number): void {
    const dependent = this.stack[--this.top]
    const head = this.stack[this.top - 1]
    this.head[dependent] = head
    this.relation[dependent] = relation
    this.right2[head] = this.right[head]
    this.right[head] = dependent
    if (this.rightCount[head] < 3) this.rightCount[head]++
  }
}
