/** Collective nouns for people without a name of their own: "the family", "a jury". Singular, lower case. */
export const groupNouns: ReadonlySet<string> = new Set(
  `audience band bench camp clan community congregation contingent couple crew crowd delegation duo electorate entourage family gang gathering generation household
  jury lot majority minority mob neighbourhood neighborhood pair panel parents people picket pickets populace population public quartet rank-and-file readership
  staff staffers team-mates trio tribe troop troops turnout viewership workforce youngsters elite clergy diaspora peasantry cohort folk folks children men women`.split(
    /\s+/,
  ),
)

/** Words that count people without being them: in "a group of experts" the experts speak. */
export const measureNouns: ReadonlySet<string> = new Set(
  `number group handful couple pair dozen dozens score scores hundreds thousands majority minority array range series string batch trove cache raft slew host bunch stack pile flurry spate assortment variety mixture mix selection chorus crowd team panel plenty
  one two three four five six seven eight nine ten several some many most all none each both either neither half few another others any more`.split(
    /\s+/,
  ),
)
