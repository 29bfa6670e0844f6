/** Abbreviations that keep their full stop and never end a sentence: a name, a number or more follows. Lower-cased, without the stop. */
export const LEADING_ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms messrs mx dr drs prof profs sen sens rep reps gov govs gen lt lts col cols maj capt capts cmdr cdr sgt cpl pvt pfc adm brig insp supt ' +
    'det det.sgt const rev revs fr msgr hon pres amb atty dep asst assoc st ste mt ft bros mme mlle hr fr. sr. cllr cllrs pte spc pc. wm geo ' +
    'vs v viz eg ie al. cf ca approx esp incl'
  ).split(' '),
)

/** Abbreviations that keep their full stop and may end a sentence. Lower-cased, without the stop. */
export const TRAILING_ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'jr sr inc corp co cos ltd llc plc bhd gmbh intl mfg dept univ assn esq etc al ave blvd rd hwy pl sq ' +
    'jan feb febr apr aug sept sep oct nov dec tues thurs ' +
    'ala ariz ark calif colo conn fla ga ill kan kans ky la md mich minn mo mont neb nebr nev okla ore penn tenn tex va vt wis wisc wyo ' +
    'ph ph.d m.d b.a m.a yr yrs hr hrs min mins sec secs mph ed eds vol pg pp'
  ).split(' '),
)

/** Abbreviations only before a number: "No. 10", "p. 4", "Mar. 3". Lower-cased, without the stop. */
export const NUMBER_ABBREVIATIONS: ReadonlySet<string> = new Set(
  'no nos p pp art sec fig para mar jun jul sat sun mon tue wed thu fri ch'.split(' '),
)

/** Abbreviations of places and the like only where a capital stands before and no small word is meant: "Gary, Ind.", "Waco, Tex.", "Pa.". */
export const CAPITAL_ABBREVIATIONS: ReadonlySet<string> = new Set(
  'Ala Ariz Ark Calif Cal Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Me Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ont Que Man Sask Alta Gens Secy Comdr Ed Alex Chas Jos Jas Thos Wm'.split(
    ' ',
  ),
)

/** Letters cut off at the start of a word, as they are written after an apostrophe: "'em", "'tis". Lower-cased. */
export const CLIPPED_STARTS: ReadonlySet<string> = new Set(
  'em tis twas twere twill twould til n bout cos coz cuz neath ere ello ave appen alf ood sfunny scuse nuff'.split(' '),
)

/** Clipped starts that are words of their own too, so that a mark before them may open a quotation: "'cause", "'round". */
export const DOUBTFUL_CLIPPED_STARTS: ReadonlySet<string> = new Set('cause round till im er is im gainst pon tween mid s t'.split(' '))

/** Letters cut off at the end of a word: "a waste o' time", "th' old man". Lower-cased. */
export const CLIPPED_ENDS: ReadonlySet<string> = new Set('o ol th lil an wi fo po mo jus t ha'.split(' '))
