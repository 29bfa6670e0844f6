/** Words that, written with a capital after an abbreviation or dots, begin a sentence. */
export const SENTENCE_STARTERS: ReadonlySet<string> = new Set(
  (
    'The A An This That These Those There Here He She It They We You I His Her Its Their Our My Your ' +
    'In On At By For From Of To With Without After Before During Since Until Under Over Through Despite About Among Against Between As Like ' +
    'And But Or So Yet Nor If When While Where Why How What Who Whom Whose Which Whether Although Though Because Unless Once ' +
    'Is Are Was Were Do Does Did Has Have Had Can Could Will Would Should May Might Must Let ' +
    'No Not Now Then Also Still Even Only Just Some Many Most Much Several Few All Both Each Every Any Another Other Others One Two Three Such More Less ' +
    'However Meanwhile Moreover Instead Indeed Perhaps Maybe Earlier Later Today Yesterday Tomorrow Yes Well Again Never Officials People Police Asked ' +
    'Nobody Everybody Everyone Anyone Someone Nothing Something Everything According Last Next Soon Today\u2019s Residents Critics Experts Analysts Witnesses'
  ).split(' '),
)

/** Verbs by which a sentence goes on after a quoted question or cry: '"Why?" Holm asked'. */
export const SPEECH_VERBS: ReadonlySet<string> = new Set(
  (
    'said says asked asks added adds told replied replies answered cried shouted exclaimed wrote writes tweeted posted continued wondered yelled joked quipped ' +
    'demanded insisted recalled explained screamed inquired laughed responded responds muttered whispered declared called concluded remarked noted retorted ' +
    'queried mused snapped urged read reads argued thundered posed'
  ).split(' '),
)

/** Words with a capital that a time of day goes on with: "10 a.m. Eastern", "9 p.m. Tuesday". */
export const TIME_WORDS: ReadonlySet<string> = new Set(
  (
    'EST EDT ET CST CDT CT MST MDT MT PST PDT PT GMT UTC BST CET CEST IST JST AEST AEDT EAT WAT SAST Eastern Central Mountain Pacific Greenwich Moscow Local ' +
    'Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun ' +
    'January February March April May June July August September October November December Jan. Feb. Aug. Sept. Oct. Nov. Dec.'
  ).split(' '),
)
