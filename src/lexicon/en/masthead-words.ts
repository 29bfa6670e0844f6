/** Last words of an outlet's name that outside a masthead may mean much else: "Global Research", "World Ledger Online". Lower case. */
export const mastheadWords: ReadonlySet<string> = new Set(
  `advance advocate age agency bee bugle business call commercial constitution correspondent digest dispatcher enterprise evening forum gazetteer headlight insider
  item media network note notebook online outlook paper patriot picayune pilot planet politics post-dispatch post-gazette quarterly report research satellite signal
  statesman sunday tablet telegram transcript truth union watch watchman witness world broadcaster newswire free-press news-press`.split(
    /\s+/,
  ),
)
