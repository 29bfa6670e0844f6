import { hashString } from '../learn/hash.ts'
import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'

/**
 * The tokens that one pass of the tagger sees, as columns of small integers and hashes: a whole document, or the content of one attribution when speech within
 * speech is looked for. A quotation that encloses the whole view counts as none.
 */
export interface View {
  readonly length: number
  /** Index of each token in the document. */
  readonly token: Int32Array
  readonly word: Uint32Array
  readonly lemma: Uint32Array
  readonly tag: Uint32Array
  readonly shape: Uint32Array
  /** 0 none; else `kind * 2 + (begins ? 1 : 0)`, kind counted from 1. */
  readonly name: Uint8Array
  /** 0 outside, 1 opening mark, 2 inside, 3 closing mark. */
  readonly quote: Uint8Array
  /** Length class of the quotation around the token: 0 none, 1 a word or two, 2 a phrase, 3 a clause, 4 longer; plus 4 where it holds a stop. */
  readonly quoteSize: Uint8Array
  /** Index of the sentence in the view, and of the paragraph in the document. */
  readonly sentence: Int32Array
  readonly paragraph: Int32Array
  /** Positions in the view; -1 for a root or a head outside the view. */
  readonly head: Int32Array
  readonly relation: Uint32Array
  /** How likely each word is a cue where it stands, and how often its lemma is one; in the lexicon's levels. */
  readonly level: Uint8Array
  readonly usualLevel: Uint8Array
  /** First position of each sentence of the view, and the view's length at the end. */
  readonly sentenceStart: readonly number[]
}

/** What a character adds to a shape: small letters, capitals and digits are all alike, others are themselves. */
const classOfCode = (code: number): number => {
  if (code >= 97 && code <= 122) return 1
  if (code >= 65 && code <= 90) return 2
  if (code >= 48 && code <= 57) return 3
  if (code < 128) return code
  const letter = String.fromCharCode(code)
  return letter === letter.toLowerCase() ? 1 : 2
}

/** How much of a word its shape is read from. */
const SHAPED = 12

/** A hash of the kinds of characters of a word, runs counting once: "Xx", "X.X.", "d-x". */
const hashShape = (word: string): number => {
  let h = 0x811c9dc5
  let previous = 0
  for (let i = 0; i < word.length && i < SHAPED; i++) {
    const kind = classOfCode(word.charCodeAt(i))
    if (kind !== previous) h = Math.imul(h ^ kind, 0x01000193)
    previous = kind
  }
  return h >>> 0
}

const nameKinds = { person: 1, organization: 2, place: 3, other: 4 }

/** Columns of the whole document, made once and shared by all its views. */
export interface Columns {
  readonly word: Uint32Array
  readonly lemma: Uint32Array
  readonly tag: Uint32Array
  readonly shape: Uint32Array
  readonly name: Uint8Array
  readonly relation: Uint32Array
  readonly sentence: Int32Array
}

/** For each token how often its lemma is a cue, and how likely it is one where it stands; in the lexicon's levels, 0 for words that are in none. */
export interface CueLevels {
  readonly usual: Uint8Array
  readonly here: Uint8Array
}

/** Hashes every token's properties once. */
export const encodeColumns = ({ tokens, names, sentences }: AnnotatedDocument): Columns => {
  const n = tokens.start.length
  const name = new Uint8Array(n)
  for (const x of names) for (let i = x.first; i < x.last; i++) name[i] = nameKinds[x.kind] * 2 + (i === x.first ? 1 : 0)
  const sentence = new Int32Array(n)
  for (let s = 0; s < sentences.length; s++) sentence.fill(s, sentences[s].first, sentences[s].last)
  const hashAll = (strings: readonly string[], hash: (s: string) => number): Uint32Array => {
    const out = new Uint32Array(n)
    for (let i = 0; i < n; i++) out[i] = hash(strings[i])
    return out
  }
  return {
    word: hashAll(tokens.lower, hashString),
    lemma: hashAll(tokens.lemma, hashString),
    tag: hashAll(tokens.tag, hashString),
    shape: hashAll(tokens.text, hashShape),
    name,
    relation: hashAll(tokens.relation, hashString),
    sentence,
  }
}

/** A view of `indices` (ascending); `levels` are those of `weighCues`. Quotations in `outer` are the ones that the view itself stands in. */
export const viewTokens = (
  annotated: AnnotatedDocument,
  columns: Columns,
  levels: CueLevels,
  indices: Int32Array,
  outer: ReadonlySet<number>,
): View => {
  const { tokens, quotations, sentences } = annotated
  const n = indices.length
  const gather = (from: Uint32Array): Uint32Array => {
    const out = new Uint32Array(n)
    for (let i = 0; i < n; i++) out[i] = from[indices[i]]
    return out
  }
  const level = new Uint8Array(n)
  const usualLevel = new Uint8Array(n)
  const name = new Uint8Array(n)
  const quote = new Uint8Array(n)
  const quoteSize = new Uint8Array(n)
  const sentence = new Int32Array(n)
  const paragraph = new Int32Array(n)
  const head = new Int32Array(n).fill(-1)
  const sentenceStart: number[] = []
  const sizes = new Map<number, number>()
  const sizeOf = (q: number): number => {
    let size = sizes.get(q)
    if (size !== undefined) return size
    const { first, last } = quotations[q]
    const words = last - first - 2
    size = words <= 2 ? 1 : words <= 6 ? 2 : words <= 15 ? 3 : 4
    for (let i = first; i < last - 2; i++) {
      if (tokens.tag[i] === '.') {
        size += 4
        break
      }
    }
    sizes.set(q, size)
    return size
  }
  const position = new Map<number, number>()
  const whole = n > 0 && n === tokens.start.length
  if (!whole) for (let i = 0; i < n; i++) position.set(indices[i], i)
  let previous = -1
  for (let i = 0; i < n; i++) {
    const t = indices[i]
    name[i] = columns.name[t]
    level[i] = levels.here[t]
    usualLevel[i] = levels.usual[t]
    const s = columns.sentence[t]
    if (s !== previous) {
      sentenceStart.push(i)
      previous = s
    }
    sentence[i] = sentenceStart.length - 1
    paragraph[i] = sentences[s].paragraph
    let q = tokens.quotation[t]
    while (q >= 0 && outer.has(q)) q = quotations[q].parent
    if (q >= 0) {
      const { first, last, closed, mark } = quotations[q]
      quote[i] = mark === 'block' ? 2 : t === first ? 1 : closed && t === last - 1 ? 3 : 2
      quoteSize[i] = sizeOf(q)
    }
    const h = tokens.head[t]
    head[i] = h < 0 ? -1 : whole ? h : (position.get(h) ?? -1)
  }
  sentenceStart.push(n)
  return {
    length: n,
    token: indices,
    word: gather(columns.word),
    lemma: gather(columns.lemma),
    tag: gather(columns.tag),
    shape: gather(columns.shape),
    name,
    quote,
    quoteSize,
    sentence,
    paragraph,
    head,
    relation: gather(columns.relation),
    level,
    usualLevel,
    sentenceStart,
  }
}

/** The indices of all tokens. */
export const allTokens = (annotated: AnnotatedDocument): Int32Array => Int32Array.from(annotated.tokens.start, (_, i) => i)

/** The document's tokens under the positions `from` to `to` of a view; several ranges where the view skips tokens. */
export const viewRanges = (view: View, from: number, to: number): TokenRange[] => {
  const ranges: TokenRange[] = []
  let first = view.token[from]
  for (let i = from + 1; i <= to; i++) {
    if (i < to && view.token[i] === view.token[i - 1] + 1) continue
    ranges.push({ first, last: view.token[i - 1] + 1 })
    if (i < to) first = view.token[i]
  }
  return ranges
}
