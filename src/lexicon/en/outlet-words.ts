/** Common nouns for an outlet: "the paper", "a rival title", "the state broadcaster". Singular, lower case. */
export const outletNouns: ReadonlySet<string> = new Set(
  `newspaper paper daily weekly monthly tabloid broadsheet magazine broadcaster channel station radio television tv network outlet website site blog portal
  newswire wire podcast periodical journal title press media fortnightly programme program show newsroom`.split(/\s+/),
)

/** Plural and mass nouns for media in general: "newspapers close to the party", "local media". */
export const mediaNouns: ReadonlySet<string> = new Set([
  'media',
  'press',
  'newspapers',
  'papers',
  'outlets',
  'tabloids',
  'dailies',
  'weeklies',
  'magazines',
  'broadcasters',
  'channels',
  'stations',
  'websites',
  'sites',
  'blogs',
  'portals',
  'networks',
  'headlines',
])

/** What stands before "reports", "sources" or "outlets" when media in general are meant. */
export const mediaModifiers: ReadonlySet<string> = new Set(['media', 'press', 'news', 'newspaper', 'television', 'tv', 'radio'])

/** Last words of an outlet's proper name: "the Harbour Gazette". Lower case. */
export const outletNameEnds: ReadonlySet<string> = new Set(
  `gazette courier times post herald tribune chronicle telegraph guardian observer independent mirror sun star mail express standard journal
  bulletin dispatch despatch examiner inquirer enquirer register ledger courant argus echo advertiser messenger mercury globe sentinel
  reporter record recorder republic democrat news newspaper newspapers daily weekly magazine review press newswire wire broadcasting television tv
  radio fm channel today monitor spectator economist citizen leader scotsman irishman intelligencer clarion beacon banner sentinel voice
  tidende zeitung gazeta allgemeine presse figaro nouvelles tagblatt rundschau nachrichten diario pravda izvestia`.split(/\s+/),
)

/** Of those, words that also end the names of people and bodies; alone they do not make an outlet. */
export const uncertainOutletNameEnds: ReadonlySet<string> = new Set([
  'sun',
  'star',
  'mail',
  'standard',
  'record',
  'republic',
  'democrat',
  'today',
  'citizen',
  'leader',
  'banner',
  'voice',
  'globe',
  'independent',
  'post',
  'express',
  'mercury',
  'register',
  'reporter',
  'economist',
  'guardian',
  'review',
])

/** First words of an outlet's proper name: "Radio Meridian". */
export const outletNameStarts: ReadonlySet<string> = new Set([
  'radio',
  'tv',
  'television',
  'televisión',
  'tele',
  'channel',
  'agence',
  'telesur',
  'deutsche welle',
])
