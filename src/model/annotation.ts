import type { Document } from './document.ts'
import type { Span } from './span.ts'

/**
 * The tokens of a document, a column for each property and a row for each token. Only body text has tokens.
 * `end` is exclusive; offsets are UTF-16 into `document.text`.
 */
export interface Tokens {
  readonly start: readonly number[]
  readonly end: readonly number[]
  /** The token's characters, with quotation marks, dashes and apostrophes in their plain form (`"`, `'`, `--`). */
  readonly text: readonly string[]
  /** The same in small letters. */
  readonly lower: readonly string[]
  /** Penn Treebank tag. */
  readonly tag: readonly string[]
  readonly lemma: readonly string[]
  /** Index of the innermost quotation that holds the token, its marks included; -1 outside. */
  readonly quotation: readonly number[]
  /** Index of the name that holds the token; -1 outside. */
  readonly name: readonly number[]
  /** Index of the syntactic head, -1 for a sentence's root. */
  readonly head: readonly number[]
  /** Universal-dependencies style relation to the head (`nsubj`, `ccomp` …). */
  readonly relation: readonly string[]
}

/** A run of tokens: `first` to `last`, `last` exclusive. */
export interface TokenRange {
  readonly first: number
  readonly last: number
}

/** A sentence; `paragraph` is the index of the paragraph that holds it. */
export interface Sentence extends Span, TokenRange {
  readonly paragraph: number
}

/** A paragraph of the body; `block` is the index of the document's block it begins in. A paragraph cut in two by the page's layout is one. */
export interface Paragraph extends Span, TokenRange {
  readonly firstSentence: number
  readonly lastSentence: number
  readonly block: number
}

/**
 * A stretch in quotation marks, the marks included. `closed` is false where the text never closes it: it then ends with its paragraph.
 * `continues` is the index of the quotation of the paragraph before that this one runs on from, -1 otherwise; `parent` the quotation around it, -1 otherwise.
 */
export interface Quotation extends Span, TokenRange {
  readonly mark: 'double' | 'single' | 'block'
  readonly closed: boolean
  readonly parent: number
  readonly continues: number
}

export type NameKind = 'person' | 'organization' | 'place' | 'other'

/** A proper name, without title or article. */
export interface Name extends Span, TokenRange {
  readonly kind: NameKind
}

/** A document with its words told apart. */
export interface AnnotatedDocument {
  readonly document: Document
  readonly tokens: Tokens
  readonly sentences: readonly Sentence[]
  readonly paragraphs: readonly Paragraph[]
  readonly quotations: readonly Quotation[]
  readonly names: readonly Name[]
}
