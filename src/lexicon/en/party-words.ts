/** Who or what speaks for somebody else: a spokeswoman's word is her ministry's. Lower case, singular. */
export const mouthpieces: ReadonlySet<string> = new Set(
  `spokesman spokeswoman spokesperson spokespeople statement release communique communiqué announcement representative press conference office media`.split(
    ' ',
  ),
)

/** Roles so wide that anybody may be meant. Lower case, singular. */
export const wideRoles: ReadonlySet<string> = new Set(
  `person people man woman official source insider someone somebody resident expert analyst observer local worker employee staff member aide adviser advisor executive
  user witness eyewitness other individual figure group colleague friend informant i he she they we those`.split(/\s+/),
)

/** How a page tells that its own people saw or counted it themselves. */
export const ownEyes: RegExp =
  /\b(?:this|our(?: own)?|one of our) (?:reporters?|correspondents?|photographers?|journalists?|newsroom|team)\b|\b(?:I|we) (?:saw|watched|counted|was standing|stood|visited|measured|tested|walked)\b/i

/** What a page's outlet does to find something out: "The Beacon went through four years of invoices". */
export const findingOut: RegExp =
  /^\s*(?:has |have |had )?(?:itself |also )?(?:counted|went through|looked|examined|visited|measured|analysed|analyzed|reviewed|watched|found out|tested|checked|walked|calculated)\b/i

/** How a page tells that a source keeps its name back, where the shared list does not say so. */
export const keptBack: RegExp =
  /\b(?:(?:did|does|do) not (?:wish|want) to (?:be (?:named|identified)|see (?:his|her|their) name)|requested anonymity|(?:asked|declined|preferred|refused) (?:not )?to be (?:named|identified))\b/i
