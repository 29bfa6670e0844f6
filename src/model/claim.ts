import type { Ref } from './publication.ts'
import type { Reason } from './reuse.ts'
import type { Source } from './source.ts'
import type { Span } from './span.ts'
import type { TracedAttribution } from './trace.ts'

/** One statement of a claim: an attribution's content, or a sentence in the page's own voice where `attribution` is null. */
export interface ClaimMember {
  readonly publication: string
  readonly key: string | null
  readonly attribution: string | null
  readonly span: Span
  readonly stance: TracedAttribution['stance']
  readonly hedges: readonly Span[]
}

/** A claim that says nearly the same, and in what it differs. */
export interface Variant {
  readonly claim: string
  readonly differs: 'number' | 'negation' | 'name' | 'date' | 'place' | 'hedge' | 'source'
  readonly reasons: readonly Reason[]
}

/** Where a claim starts; `members` are indexes into the claim's members that rest on it. */
export interface Origin {
  readonly name: string
  readonly kind: Source['kind']
  readonly identity: Source['identity']
  readonly members: readonly number[]
  readonly reasons: readonly Reason[]
}

/** How many independent origins there are, from the fewest to the most that the evidence allows. */
export interface Origins {
  readonly least: number
  readonly most: number
  readonly list: readonly Origin[]
}

/** The same claim in several publications. `circular` holds rings of publication ids, each citing the next. */
export interface Claim {
  readonly id: string
  readonly text: string
  readonly members: readonly ClaimMember[]
  readonly variants: readonly Variant[]
  readonly outlets: readonly string[]
  readonly origins: Origins
  readonly circular: readonly (readonly string[])[]
}

/** One event or rumour, and the publications about it. */
export interface Story {
  readonly id: string
  readonly title: string
  readonly members: readonly Ref[]
}

/** How much a source is quoted in one publisher's pages, in attributions and words of content, with and without copies of one text. */
export interface SourceUse {
  readonly name: string
  readonly kind: Source['kind']
  readonly identity: Source['identity']
  readonly publisher: string | null
  readonly attributions: number
  readonly words: number
  readonly withoutCopies: { readonly attributions: number; readonly words: number }
  readonly reasonGiven: number
}
