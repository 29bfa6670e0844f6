/** Nouns for a person by what they do or are to the story. Singular, lower case; the head of "a ministry spokesman", "the 34-year-old nurse". */
export const roleNouns: ReadonlySet<string> = new Set(
  `master harbourmaster harbormaster coxswain helmsman bosun stationmaster bandmaster choirmaster blacksmith jockey ferryman docker drover cobbler weaver glassblower mason
  thatcher bricklayer locksmith undertaker gravedigger farrier florist fishmonger barber masseur optician carer childminder usher sexton sacristan verger steeplejack lockkeeper
  mum mom mam mummy dad daddy papa nan nana gran granny grandma grandpa grandad granddad auntie
  conservative liberal democrat republican progressive moderate hardliner centrist loyalist
  shepherd miner goatherd groundsman hairdresser sculptor potter tailor stagehand
  abbot academic accountant accuser activist actor actress adjutant administrator admiral adviser advisor advocate agent agronomist aide airman
  ally ambassador analyst anchor announcer anthropologist apprentice arbitrator archaeologist archbishop architect archivist artist assistant
  associate astronaut astronomer athlete attache attendant attorney auctioneer auditor author backbencher bailiff baker banker barrister
  beekeeper biographer biologist bishop blogger boatman bodyguard bookkeeper boss botanist boxer boy brigadier broker brother builder bursar
  businessman businesswoman butcher buyer bystander campaigner candidate captain cardinal cardiologist caretaker carpenter cashier ceo champion
  chairman chairperson chairwoman chair chancellor chaplain chef chemist chief child citizen civilian clergyman cleric clerk client climatologist
  climber clinician coach coastguard colleague collector colonel columnist comedian commander commentator commissioner companion
  comptroller conductor confidant congressman congresswoman constable consul consultant contractor controller convict cook coordinator co-founder
  co-ordinator co-owner coroner corporal correspondent councillor councilman councilwoman counsel counselor counsellor cousin coworker co-worker
  craftsman creator creditor critic curator customer cyclist dancer daughter dealer dean defendant defender delegate demographer demonstrator
  dentist deputy designer detainee detective developer diplomat director dissident diver doctor donor driver ecologist economist editor educator
  elder electrician emergency-worker emissary employee employer engineer entrepreneur envoy epidemiologist ethicist evacuee examiner executive
  exile expert explorer eyewitness farmer father fellow fighter film-maker filmmaker financier firefighter fisherman fisher footballer
  forecaster foreman forester founder friend fundraiser gardener general geneticist geologist geophysicist girl girlfriend boyfriend governor grandfather
  grandmother grower guard guardian guest guide hacker head headmaster headmistress headteacher historian holder homeowner host hostage hotelier
  housewife husband hydrologist imam immigrant inmate inspector instructor intern interpreter interviewer inventor investigator investor janitor
  jeweller journalist judge juror jurist justice keeper labourer laborer landlady landlord landowner lawmaker lawyer leader lecturer legislator librarian
  lieutenant lifeguard linguist lobbyist lord magistrate maid major man manager marine marshal mathematician mayor mechanic mediator medic
  member mentor merchant meteorologist midwife migrant militant miner minister missionary moderator monk monarch mother motorist
  mountaineer mp mep msp musician negotiator neighbor neighbour neurologist neuroscientist niece nephew novelist nun nurse nutritionist observer
  obstetrician oceanographer offender officer official ombudsman oncologist operative operator opponent organiser organizer orthodontist
  owner painter palaeontologist paleontologist paramedic parent parishioner parliamentarian participant partner passenger passer-by pastor
  pathologist patient patron paediatrician pediatrician peasant pensioner person pharmacist philosopher photographer physician physicist physiotherapist
  pilgrim pilot pioneer plaintiff planner player plumber poet policeman policewoman politician pollster pope porter postman practitioner
  preacher premier presenter president priest primatologist prince princess principal prisoner producer professor programmer promoter
  proprietor prosecutor protester protestor provost psychiatrist psychologist publicist publisher pupil rabbi ranger reader rebel receptionist
  recruit rector referee refugee registrar relative reporter rep representative rescuer researcher resident respondent restaurateur retiree
  reviewer rider rival runner sailor salesman saleswoman scholar scientist screenwriter sculptor seaman secretary
  secretary-general seismologist seller senator sergeant serviceman servant settler shareholder sheikh sheriff shipowner shopkeeper shopper singer
  sister skipper smuggler sociologist soldier solicitor son songwriter speaker specialist spectator spokesman spokesperson spokeswoman
  spouse spy staffer statesman statistician steward strategist striker student sultan superintendent supervisor supporter surgeon surveyor
  survivor suspect sympathiser tailor taoiseach teacher technician teenager tenant theologian therapist toxicologist trader trainer trainee
  translator treasurer trucker trustee tutor uncle aunt undersecretary under-secretary underwriter user veteran vet veterinarian vicar vice-chancellor vice-president
  victim villager virologist visitor volcanologist volunteer voter waiter waitress warden warder watchman widow widower wife winner
  witness woman worker wrestler writer youth zoologist academician analyst-in-chief bondholder goalkeeper midfielder
  insurgent surrogate nominee contender frontrunner front-runner hopeful challenger incumbent fiancée fiancé beau commissar alderman selectman regent quarterback rapporteur attaché asylum-seeker trooper stewardess courier renter peer backer sponsor marcher unionist panelist panellist pundit undergraduate graduate alumnus dropout rancher brewer bartender barista grocer commuter traveller traveler pedestrian onlooker shooter felon stepfather stepmother classmate roommate team-mate teammate foe fan follower believer sceptic skeptic detractor proponent islander expat supremo kingpin tycoon magnate oligarch heir heiress mum dad mom singer rapper footballer striker star athlete golfer swimmer runner comic entertainer performer model billionaire millionaire veteran-politician father-of-two mother-of-two gunman attacker assailant killer murderer thief burglar caller texter dog-walker hiker angler bather tourist holidaymaker`
    .split(/\s+/)
    .filter(Boolean),
)

/** Nouns for a person that say their gender. */
export const genderedNouns: ReadonlyMap<string, 'male' | 'female'> = new Map([
  ...`actress aunt businesswoman chairwoman congresswoman councilwoman daughter duchess girl girlfriend grandmother headmistress heroine housewife landlady
  maid mother mum mom fiancée heiress stewardess stepmother niece nun policewoman princess queen saleswoman sister spokeswoman waitress widow wife woman women midwife`
    .split(/\s+/)
    .map(word => [word, 'female'] as const),
  ...`abbot boy boyfriend brother businessman congressman councilman duke father grandfather headmaster husband king landlord fiancé beau dad stepfather man men monk
  nephew policeman pope prince salesman son spokesman uncle waiter widower fisherman serviceman statesman imam priest gunman`
    .split(/\s+/)
    .map(word => [word, 'male'] as const),
])

/** "The academic" may pick up "a lecturer in desert politics": wide nouns, and the narrow ones under them. */
export const roleFamilies: readonly { readonly wide: ReadonlySet<string>; readonly narrow: ReadonlySet<string> }[] = [
  'academic scholar researcher scientist expert specialist: professor lecturer historian economist sociologist philosopher linguist fellow reader',
  'scientist researcher expert specialist: biologist botanist geologist chemist physicist ecologist epidemiologist virologist seismologist climatologist hydrologist oceanographer glaciologist zoologist geneticist meteorologist professor neuroscientist',
  'lawyer attorney: solicitor barrister counsel prosecutor advocate defender',
  'lawmaker legislator parliamentarian politician: senator representative congressman congresswoman mp mep msp deputy councillor backbencher minister member',
  'leader politician: president premier chairman chairwoman chair chairperson head governor mayor king queen minister',
  'executive boss businessman businesswoman: ceo chief director manager president head chairman chairwoman founder owner',
  'doctor medic clinician: physician surgeon paediatrician pediatrician consultant oncologist cardiologist psychiatrist pathologist gp',
  'officer policeman policewoman: constable sergeant inspector detective superintendent commander captain colonel lieutenant major sheriff chief',
  'soldier officer: general colonel captain major lieutenant sergeant commander brigadier marshal',
  'journalist reporter writer: correspondent columnist editor presenter anchor blogger commentator',
  'official: commissioner secretary minister undersecretary ambassador envoy diplomat director administrator mayor governor aide spokesman spokeswoman spokesperson',
  'cleric clergyman priest: bishop archbishop imam rabbi pastor vicar cardinal pope preacher',
  'spokesperson representative: spokesman spokeswoman official',
  'writer author: novelist poet playwright columnist historian',
  'analyst expert: economist strategist specialist researcher fellow analyst',
  'diplomat: envoy ambassador emissary consul negotiator mediator',
  'campaigner activist: organiser organizer protester demonstrator advocate',
  'coach boss manager: coach manager trainer',
  'parent: mother father',
  'relative: mother father brother sister son daughter uncle aunt cousin husband wife widow nephew niece grandfather grandmother',
].map(line => {
  const [wide, narrow] = line.split(': ').map(words => new Set(words.split(' ')))
  return { wide, narrow }
})
