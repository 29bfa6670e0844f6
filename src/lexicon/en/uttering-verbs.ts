/** Verbs of words that somebody said or wrote, as against those of what one thinks, knows or wants. Lemmas. */
export const utteringVerbs: ReadonlySet<string> = new Set(
  `say tell ask write reply respond answer add warn claim insist report argue deny suggest announce declare admit allege order urge promise pledge vow swear
  shout yell scream whisper call describe explain state stress note remark complain beg plead propose recommend advise assure remind inform notify instruct
  command demand request repeat mention confess concede acknowledge confirm reveal disclose testify quote cite joke quip boast protest object recount tweet
  post email text phone telephone blame accuse praise condemn criticise criticize apologise apologize caution contend assert maintain emphasise emphasize
  reiterate comment retort counter indicate`.split(/\s+/),
)

/** Verbs of what one does, or is willing to do: "wants to stay", "refused to sign", "backed the plan". Nothing is said by them. Lemmas. */
export const actingVerbs: ReadonlySet<string> = new Set(
  `want like love hate prefer aim plan seek try refuse decline fail need intend wish tend choose agree decide manage begin continue look care dare attempt
  strive struggle support back oppose favor favour allow justify cause force require withdraw use help`.split(/\s+/),
)

/** Verbs whose object and what it is called are together what is said: "accused him of theft", "called it a mistake". Lemmas. */
export const namingVerbs: ReadonlySet<string> = new Set(
  'call describe brand label dub term accuse blame condemn praise criticise criticize portray characterise characterize'.split(' '),
)
