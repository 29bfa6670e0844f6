const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** First parts that keep their hyphen before another word: "well-known", "self-styled". */
export const compoundFirsts = words(`
  all anti best better bi big broad cash centre center cold co counter cross cut dark deep double early east eastern eight eighteen eighty eleven empty ever ex
  fact fair far fast fifteen fifty first five flat forty four fourteen fourth free fresh front full fully good great half hard heavy high higher highest hot ice ill job
  jury large last late law left less level life like little long longer low lower lowest made market mass mid middle mini month multi much near nearly new newly nine
  nineteen ninety non north northern now old one open part past peace poor post pre pro private public quasi record red right round run same second self semi
  seven seventeen seventy sharp short single six sixteen sixty slow small so social south southern standing state strong super tax ten then third thirteen thirty
  three tight time top trade trans twelve twenty two ultra union vice war warm weak well west western white whole wide widely worst year years young
`)

/** Second parts that stand behind a hyphen as words of their own: "market-driven", "decision-making". */
export const compoundSeconds = words(`
  ability able affected aged air backed based bearing bed begging being blown born bound breaking bred brokered building built by called car case centred centered chair
  checking church class clad class colored coloured conscious controlled cost country cut cutting date day daughter deep defence defense degree depth design
  detail digit dollar door down dozen dozens driven dry east eastern educated elect elected end ended era established ever eye faced facing fact famous fed
  fifth fifths figure filled finding fire first five floor flung folk foot footed for four fourth fourths free friendly fuelled fueled funded general
  generation going governing governmental grade grain ground growing grown half haired hand handed hard held held here high hit hold hour house impact in inch
  income intensive international kilometre kilometer known land large law leader leaders leading led legged length less level lived like line linked lived living
  long looking loving made maker makers making man mannered market master men metre meter mile mill million minded minister minute month mother mouth moving named
  nation natured new next nine ninth north northern off official officials old on one only opened or ordered organised organized out over owned owner owners page
  paid pair paper party per percent person place plan planned point poll populated pound powered president price priced producing profile profit profits proof quality
  quarter quarters range ranging ranked rate rated reaching ready recorded red related religious rich rights ring risk road rock room round run running safe sale
  saving scale sea seat seater sector security seeking seller selling serving seven shaped share ship side sided sighted size sized six sized skilled slung sold
  son song south southern speaking specific speed spoken sponsored standing star state stop storey story strength strong style styled supported
  survey taking talk ten tenth term then thinking third thirds thousand three threatening through tier time timer timers to told ton tonne top town track trained traveled
  travelled tuned turn two up used value vote voted wage war warning watch water way ways week weight west western white wheel wide wing winning winner winners woman women word
  work worker workers working world worn worth wrestling year years yard
`)

/** Words without a hyphen although both their parts are words that take one. */
export const closedCompounds = words(`
  afternoon afterward afterwards airline airlines airport airports airstrike airstrikes anybody anyone anything background backgrounds backing backlash backup birthday birthplace
  blackmail blackout bloodshed breakdown breakfast breakthrough broadcast broadcaster broadcasting businessman businesswoman cannot ceasefire chairman chairwoman childhood
  classroom clockwise coastline comeback countdown counterpart counterparts countryside crackdown crossing crossroads deadline deadlines deadlock downtown earthquake everybody
  everyone everything eyewitness eyewitnesses feedback fireman firearm firearms firefighter firefighters fisherman fishermen football forecast forehead foreman foothold
  footprint footstep fortnight framework freedom freelance freeway gateway goodwill grandfather grandmother grassroots groundwater gunman gunmen halfway handful handwriting hardship
  hardware headline headlines headmaster headquarters headway highland highlands highlight highlighted highway highways himself herself homeland homework household households housing
  however inland inside instead into itself keyboard kingdom landfall landing landlord landmark landowner landowners landscape landslide lawmaker lawmakers lawsuit lawsuits lawyer lawyers
  leadership lifeboat lifeboats lifeline lifestyle lifetime livestock longtime lowland maintain mainland mainstream manpower marketplace marketing meantime meanwhile midday midnight midway
  milestone motorway mountain myself network networks nevertheless newcomer newspaper newspapers nobody nonetheless nothing nowhere nationwide onto otherwise outbreak outcome outfit outlet
  outline outlook outrage outright outside outskirts outspoken outstanding overall overcome overhaul overnight override oversight overtime overturn overwhelming ownership parking partner
  passport passports password payday peacetime percent playground policeman policemen policewoman policymaker policymakers postcard postman postmaster postpone railroad railway railways
  rainfall reporter riverbank roadside roadblock roundabout runaway runway safeguard salesman schoolchildren seafood seaside secondhand selfish setback settlement shipbuilder
  shipping shipyard shortage shortfall shortlist sideline sidewalk smartphone snapshot software somebody somehow someone something sometime sometimes somewhat somewhere southeast southwest
  spokesman spokesmen spokesperson spokespeople spokeswoman stakeholder stakeholders standard standards standoff standpoint standstill stateless statement statesman stockpile straightforward
  streamline stronghold subway sunlight superpower supermarket supermarkets takeover taxpayer taxpayers teammate teenage teenager teenagers textbook themselves thereby therefore
  throughout timetable today together tomorrow tonight touchdown tradesman turnout turnover undergo underground undergraduate underlying undermine understand understanding understood undertake
  underway unless until update updated upcoming upheaval uphold upon upper upright upset upward videotape viewpoint volleyball warehouse warning warship warships watchdog watershed
  waterfront waterway weekday weekend weekends weekly welcome welfare wellbeing wellness whatever whenever whereas wherever whistleblower whoever wholesale widespread wildfire wildfires
  wildlife willing wireless within without withdraw withdrawal withdrawn woodland workforce working workplace workshop workshops worldwide worthwhile yearly yesterday yourself
  northeast northwest northeastern northwestern southeastern southwestern leftover leftovers mankind million billion fifteen sixteen nineteen ourselves postwar prewar shorthand
  withstanding notwithstanding undertaking longing tenant tension tender tendency also almost already although always alone second seconds often office officer officers order orders firstly lastly likewise
`)
