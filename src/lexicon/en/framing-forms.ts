/** Finite forms by which a sentence gives somebody for what it says: "…, the log shows"; "X confirmed that …". */
export const framingForms: ReadonlySet<string> = new Set(
  `said says say told tells tell reported reports report wrote writes write announced announces announce confirmed confirms confirm stated states added adds
  claimed claims claim warned warns warn shows showed show shown finds found reveals revealed learned learnt understands hears heard counted counts saw
  noted notes explained explains argued argues insisted insists denied denies acknowledged acknowledges admitted admits testified testifies recalled recalls
  suggested suggests indicated indicates predicted predicts alleged alleges tweeted posted declared declares disclosed discloses concluded concludes
  estimated estimates described quoted quotes cited cites believes believed ruled recounts recounted`.split(/\s+/),
)

/** Of those, the ones that stand between a subject and what it says without "that". */
export const plainForms: ReadonlySet<string> = new Set(
  'said says reported reports confirmed confirms claimed claims announced announces insisted insists denied denies believes'.split(' '),
)

/** Subjects that stand for nobody: "it was reported", "one hears". */
export const nobodySubjects: ReadonlySet<string> = new Set([
  'it',
  'one',
  'people',
  'rumour',
  'rumor',
  'rumours',
  'rumors',
  'they',
  'some',
  'word',
  'many',
])

/** Words that bring in whom an outlet has it from: "Radio Lune reports, citing police". */
export const bringingIn: RegExp =
  /,?\s*\b(?:citing|quoting|referring to|with reference to|pointing to|attributing (?:it|this|the (?:claim|report)) to|on the word of)\s+/i

/** Of those, the ones that have an object of their own unless they stand last: "the keeper saw the ship", "…, the log shows". */
export const objectForms: ReadonlySet<string> = new Set(
  'saw found finds counted counts show shows showed shown reveals revealed believed believes ruled quoted quotes cited cites learned learnt understands hears described estimated recalled recalls'.split(
    ' ',
  ),
)
