import type { Claim, Story } from './claim.ts'
import type { Ref } from './publication.ts'
import type { Reuse } from './reuse.ts'

/** A publication as it stands in a story. */
export interface Appearance extends Ref {
  readonly title: string | null
  readonly seenAt: string | null
}

/** One story told whole. */
export interface StoryAccount {
  readonly story: Story
  readonly outlets: readonly string[]
  /** Its publications, the earliest known first, those without any time last. */
  readonly publications: readonly Appearance[]
  /** Those of its publications that share text. */
  readonly pairs: readonly Reuse[]
  /** Copies of one text: ids; `root` is the one that the others have it from. */
  readonly families: readonly { readonly members: readonly string[]; readonly root: string | null }[]
  /** Those that several publications carry, the one that most carry first. */
  readonly claims: readonly Claim[]
}
