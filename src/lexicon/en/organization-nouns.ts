/** Common nouns for a body that speaks as one: "police", "the ministry", "the company". Singular, lower case. */
export const organizationNouns: ReadonlySet<string> = new Set(
  `academy administration agency airline airport alliance ambassadors-office army arm assembly association authority automaker bank board borough brand
  bakery brewery brigade brokerage broker-dealer bureau cabinet campaign carmaker carrier cathedral centre center chain chamber charity church city clinic club coalition coastguard
  college command commission committee commune company confederation conglomerate congress consortium constabulary consulate consultancy contractor-firm cooperative
  co-operative corporation council country county court defence defense department developer-firm diocese directorate distillery district division embassy employer enterprise
  establishment exchange executive-branch exchequer faction factory faculty federation fund firm fleet force foundation garrison government guild headquarters high-court
  hospice hospital hotel house industry inquest inquiry inspectorate institute institution insurer intelligence judiciary junta laboratory lab league leadership legislature
  lender lobby maker manufacturer militia military ministry mission monitor mosque movement municipality museum nation navy ngo nonprofit nursery office opposition orphanage
  organisation organization orchestra palace parish parliament parliamentary-group party pharmacy police politburo port presidency prosecution producer-group programme-office provider
  province publisher-house quango railway region regime registry regulator republic retailer school secretariat senate service shipyard shop society
  startup start-up state station-house store studio subsidiary synod synagogue tank taskforce team temple theatre theater town treasury tribunal troupe trust union
  university utility vatican village watchdog wing workshop zoo administration-office squad unit authority registrar-office supermarket
  label chapter branch affiliate bloc lodge group collective network body crown kremlin giant operator supplier advocacy-group rights-group trade-body caucus junta emirate monarchy kingdom`
    .split(/\s+/)
    .filter(Boolean),
)

/** Words that end or open the proper name of a body: "Orrin University", "Bank of Ilmar". Lower case. */
export const organizationNameWords: ReadonlySet<string> = new Set(
  `academy administration agency airlines airways alliance army assembly associates association authority bank board brothers bureau cabinet
  centre center chamber charity church club co coalition college command commission committee companies company confederation congress consortium
  constabulary consulate corp corporation council court department directorate embassy enterprises exchange federation ferries firm force
  forces forum foods foundation freight front fund government group guild holdings hospital house inc industries initiative institute institution insurance
  international jury laboratories laboratory league limited lines llc llp logistics ltd luftwaffe ministry mission motors movement museum nations navy network office
  organisation organization palace parliament partners partnership party plc police politburo rail railway railways reserve school schools secretariat senate
  service services shipping society squad staff store stores supermarkets systems technologies trade treasury tribunal trust trusts union unions united
  university athletic albion fc hotspur rovers wanderers watch workers yard clinic shipyard pharmaceuticals energy airport authority observatory inspectorate energy electric petroleum
  mining marine biologics homes films pictures studios securities media games labs solutions consulting properties construction engineering manufacturing hotels resorts cruises
  farms publishing entertainment productions telecom telecoms wireless broadband aviation aerospace chemicals renewables minerals metals textiles healthcare biotech biosciences
  therapeutics diagnostics genomics robotics dynamics semiconductors software research analytics polling strategies advisers advisors fisheries plastics developments ventures
  investments savings automotive`
    .split(/\s+/)
    .filter(Boolean),
)

/** Words at the end of a firm's name that are left out where it is called in short: "Nordwind Holdings". Lower case. */
export const corporateWords: ReadonlySet<string> = new Set(
  `holdings group inc plc ltd limited corp corporation company co llc llp partners lines shipping industries international services systems technologies motors foods
  energy capital airlines airways insurance stores brands enterprises logistics pharmaceuticals petroleum electric ag sa gmbh nv ab asa se spa`.split(
    /\s+/,
  ),
)

/** Seats and by-names that stand for a government or a body: "the Kremlin said". Lower case, without article. */
export const seatsOfPower: ReadonlySet<string> = new Set([
  'white house',
  'kremlin',
  'downing street',
  'number 10',
  'no 10',
  'pentagon',
  'capitol',
  'capitol hill',
  'whitehall',
  'vatican',
  'holy see',
  'elysee',
  'elysee palace',
  'buckingham palace',
  'kensington palace',
  'scotland yard',
  'state department',
  'foreign office',
  'home office',
  'treasury',
  'wall street',
  'silicon valley',
  'brussels',
  'washington',
  'moscow',
  'beijing',
  'tehran',
  'kyiv',
  'ankara',
  'pyongyang',
  'seoul',
  'tokyo',
  'delhi',
  'london',
  'paris',
  'berlin',
  'jerusalem',
  'riyadh',
  'damascus',
  'baghdad',
  'kabul',
  'islamabad',
  'cairo',
])
