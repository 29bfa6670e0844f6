/** Other names of outlets and agencies, and who owns whom; names are compared without case, "the" and punctuation. */
export interface Register {
  /** Groups of names that mean the same, the full one first. */
  readonly aliases: readonly (readonly string[])[]
  /** An owner and what belongs to it. */
  readonly owners: readonly { readonly owner: string; readonly owned: readonly string[] }[]
}
