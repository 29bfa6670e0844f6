/** Nouns for something written, recorded or counted that can speak: "the indictment states". Singular, lower case. */
export const documentNouns: ReadonlySet<string> = new Set(
  `abstract cartoon correction clip rumour rumor theory tally trial test accord advert advertisement advisory affidavit agreement analysis announcement appendix application archive article assessment audit
  autobiography ballot banner barometer bill biography blueprint book booklet briefing brochure budget bulletin by-law bylaw cable calendar caption catalogue
  census certificate charge-sheet charter circular citation clause code column comic commentary communique communiqué complaint constitution contract
  correspondence data database dataset declaration decree deed deposition diary directive document dossier draft drawing edict editorial e-mail email entry
  essay estimate evaluation evidence exhibit experiment fact-sheet factsheet fax figure file filing finding flyer folder footage footnote forecast form
  gazette-notice graffiti graph guidance guideline handbook handout headline image index indictment inscription instruction interview-transcript inventory
  invoice invitation judgement judgment lawsuit law leaflet ledger legend legislation letter list log logbook manifesto manual map memo memoir memorandum
  message minute minutes model motion newsletter note notebook notice number obituary opinion-poll order ordinance page pamphlet passage patent
  petition photo photograph picture placard plan plaque playbook poem policy poll portrait post postcard poster preamble proclamation profile projection
  prospectus protocol publication questionnaire readout receipt record recording register regulation release report research resolution result review rule ruling
  schedule screenshot script scripture section sign signal simulation slide software song spreadsheet statement statistic statute story study suit
  summary survey syllabus tape telegram testament testimony text textbook thesis thread timeline timetable transcript translation treaty tweet
  update verdict verse video voicemail warrant webpage will writ write-up documentary film obituary manuscript logo accounts warrant inquiry-report`
    .split(/\s+/)
    .filter(Boolean),
)

/** Words between a document and what it says: "research published by the Trust", "a report from the bank". */
export const issuingWords: ReadonlySet<string> = new Set([
  'published',
  'issued',
  'released',
  'written',
  'compiled',
  'commissioned',
  'prepared',
  'produced',
  'drafted',
  'conducted',
  'signed',
  'sent',
  'posted',
  'filed',
  'obtained',
  'seen',
  'reviewed',
  'authored',
  'leaked',
])
