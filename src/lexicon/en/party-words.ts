/** Who or what speaks for somebody else: a spokeswoman's word is her ministry's. Lower case, singular. */
export const mouthpieces: ReadonlySet<string> = new Set(
  `spokesman spokeswoman spokesperson spokespeople statement release communique communiqué announcement representative press conference office media`.split(
    ' ',
  ),
)

/** Roles so wide that anybody may be meant. Lower case, singular. */
export const wideRoles: ReadonlySet<string> = new Set(
  `person people man woman official source insider someone somebody resident expert analyst observer local worker employee staff member aide adviser advisor executive
  user witness eyewitness other individual figure group colleague friend informant i he she it they we those`.split(/\s+/),
)

/** Bodies told by what they are alone, as a page says "the company" of one that it names elsewhere. Lower case, singular. */
export const bodyRoles: ReadonlySet<string> = new Set(
  `company firm business service platform giant maker carrier operator airline bank retailer club chain organisation organization corporation network broadcaster`.split(
    ' ',
  ),
)

/** When it was said, before whom it is from: "This month the company", "In a statement on Friday, the company". */
export const leadingTime: RegExp =
  /^(?:(?:(?:[Ee]arlier |[Ll]ate(?:r)? )?(?:[Tt]his|[Ll]ast) (?:week|month|year|summer|winter|spring|autumn|fall|morning|evening)|(?:[Oo]n |[Ll]ast )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Yy]esterday|[Tt]oday),?|(?:[Oo]n|[Ii]n|[Aa]t|[Dd]uring|[Aa]fter) [^,;]{2,50},)\s+(?=\S)/

/** How a page tells that its own people saw or counted it themselves. */
export const ownEyes: RegExp =
  /\b(?:this|our(?: own)?|one of our) (?:reporters?|correspondents?|photographers?|journalists?|newsroom|team)\b|\b(?:I|we) (?:saw|watched|counted|was standing|stood|visited|measured|tested|walked)\b/i

/** What a page's outlet does to find something out: "The Beacon went through four years of invoices". */
export const findingOut: RegExp =
  /^\s*(?:has |have |had )?(?:itself |also )?(?:counted|went through|looked|examined|visited|measured|analysed|analyzed|reviewed|watched|found out|tested|checked|walked|calculated)\b/i

/** How a page tells that a source keeps its name back, where the shared list does not say so. */
export const keptBack: RegExp =
  /\b(?:(?:did|does|do) not (?:wish|want) to (?:be (?:named|identified)|see (?:his|her|their) name)|requested anonymity|(?:asked|declined|preferred|refused) (?:not )?to be (?:named|identified))\b/i
