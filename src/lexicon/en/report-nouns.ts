/** What an outlet itself makes: its report and the outlet are one. Singular. */
export const reportNouns: ReadonlySet<string> = new Set(
  `report article story piece investigation dispatch editorial coverage exposé expose item column broadcast bulletin analysis account leader feature scoop write-up
  profile programme program documentary podcast newsletter cover frontpage front-page edition issue page section supplement`.split(/\s+/),
)

/** What scholars make: its journal is part of its name. Singular. */
export const studyNouns: ReadonlySet<string> = new Set(
  `study research paper trial review meta-analysis finding experiment preprint thesis dataset modelling modeling monograph`.split(/\s+/),
)

/** Those who report for an outlet and, unnamed, are one with it. Singular. */
export const reporterNouns: ReadonlySet<string> = new Set(
  `reporter correspondent journalist newsroom stringer bureau photographer interviewer newsreader`.split(/\s+/),
)

/** Those of an outlet whom others speak to on its behalf, and whom they speak to through it: "told its presenter", "told listeners of Radio Lune". Singular. */
export const outletPeople: ReadonlySet<string> = new Set(
  `reporter correspondent journalist newsroom crew team presenter stringer bureau photographer editor interviewer anchor host newsreader producer
  listener viewer reader audience programme program show podcast breakfast`.split(/\s+/),
)

/** Those who write in an outlet under their own name and for themselves. Singular. */
export const commentatorNouns: ReadonlySet<string> = new Set(
  `columnist commentator critic cartoonist contributor reviewer essayist blogger analyst leader-writer`.split(/\s+/),
)

/** What others speak or write in, and whose outlet may stand before it: "in a BBC interview", "a Courier op-ed". Singular. */
export const interviewNouns: ReadonlySet<string> = new Set(
  `interview phone-in q&a op-ed essay commentary appearance podcast debate webcast livestream blog newsletter`.split(/\s+/),
)
