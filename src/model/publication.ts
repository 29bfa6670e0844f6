import type { TracedDocument } from './trace.ts'

/** One text as one publisher put it out: the same text with another key, URL or publisher is another publication. Dates are ISO 8601. */
export interface Publication {
  readonly id: string
  readonly key: string | null
  readonly url: string | null
  readonly publisher: string | null
  readonly publishedAt: string | null
  readonly seenAt: string | null
  readonly trace: TracedDocument
}

/** A publication as the lines of a corpus name it. */
export interface Ref {
  readonly publication: string
  readonly key: string | null
  readonly publisher: string | null
  readonly publishedAt: string | null
}
