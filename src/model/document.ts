import type { Span } from './span.ts'

/** What a stretch of the text is to the page. Only `paragraph` and `quote` blocks are searched for attributions. */
export type BlockKind = 'title' | 'byline' | 'metadata' | 'heading' | 'paragraph' | 'quote' | 'caption' | 'boilerplate'

/** A stretch of lines that belong together; blocks stand in text order and do not overlap. */
export interface Block extends Span {
  readonly kind: BlockKind
}

/** An earlier publication that the page says it was republished from. */
export interface Original {
  readonly publisher: string | null
  readonly publishedAt: string | null
  readonly url: string | null
  readonly earlier: Original | null
}

export interface Credit {
  readonly name: string
  readonly role: 'contributed' | 'translated' | 'syndicated' | 'photo'
  readonly span: Span | null
}

export interface Rights {
  readonly holder: string | null
  readonly statement: string | null
  readonly permission: string | null
  readonly disclaimer: string | null
}

/** Which words, or which metadata, said so; also what lost against it. `from` is a short phrase such as `masthead` or `json-ld`. */
export interface Evidence {
  readonly field: string
  readonly span: Span | null
  readonly from: string
}

/** Where the page comes from, as far as it says so itself. Dates are ISO 8601 in the page's own offset where it gives one. */
export interface Provenance {
  readonly url: string | null
  readonly publisher: string | null
  readonly publishedAt: string | null
  readonly updatedAt: string | null
  readonly seenAt: string | null
  readonly authors: readonly string[]
  readonly original: Original | null
  readonly credits: readonly Credit[]
  readonly tags: readonly { readonly kind: string; readonly value: string }[]
  readonly rights: Rights | null
  readonly evidence: readonly Evidence[]
}

/** Something about the input or the text that a reader should know and that is no claim. */
export interface Diagnostic {
  readonly code: string
  readonly message: string
  readonly span: Span | null
}

/** What a reader makes of an input: the text, what its parts are to the page, and where it says it comes from. */
export interface Document {
  readonly id: string
  readonly key: string | null
  readonly input: string
  readonly title: string | null
  readonly language: string
  readonly text: string
  readonly provenance: Provenance
  readonly blocks: readonly Block[]
  readonly diagnostics: readonly Diagnostic[]
}
