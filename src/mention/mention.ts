import type { TokenRange } from '../model/annotation.ts'
import type { Identity, SourceKind } from '../model/source.ts'
import type { Span } from '../model/span.ts'
import type { NounClass } from './noun.ts'
import type { Role } from './role.ts'

/** What one noun phrase says by itself about whom it speaks of. */
export interface Mention {
  readonly span: Span
  /** Fullest name that the phrase gives: persons without title, outlets and common nouns with their article. */
  readonly name: string
  /** The tokens of the proper name, or of the noun phrase without what follows its head. */
  readonly core: TokenRange
  /** Lower-case words that tell this one from others: the words of a name, or modifiers and head noun (singular) of a role. The head is last. */
  readonly heads: readonly string[]
  readonly kind: SourceKind
  readonly identity: Identity
  readonly count: number | null
  readonly descriptor: string | null
  readonly reason: null
  readonly title: string | null
  readonly affiliation: string | null
  readonly issuer: string | null
  readonly isPronoun: boolean
  /** A common noun without a proper name: "the lecturer". */
  readonly isRole: boolean
  /** "the", "a", "its" … lower case; null for none. */
  readonly determiner: string | null
  /** Whose: "Okell" in "Okell's deputy", "its" in "its editor". */
  readonly possessor: TokenRange | null
  /** "one of them", "both": part of somebody just spoken of. */
  readonly isPartitive: boolean
  /** "the officials" of "one of the officials": those whom a partitive takes from. */
  readonly partOf: TokenRange | null
  readonly gender: 'male' | 'female' | 'neuter' | null
  readonly number: 'singular' | 'plural' | null
  /** Role nouns said of a named one, lower case: "lecturer", "general". */
  readonly roles: readonly string[]
}

/** What most mentions have not. */
export const blank = {
  reason: null,
  title: null,
  affiliation: null,
  issuer: null,
  isPronoun: false,
  isRole: false,
  isPartitive: false,
  partOf: null,
  roles: [] as readonly string[],
} as const

export const classOfKind: Readonly<Record<NounClass, SourceKind>> = {
  anonymity: 'person',
  person: 'person',
  group: 'group',
  organization: 'organization',
  outlet: 'outlet',
  document: 'document',
}

export const none: Role = { title: null, affiliation: null }
