/** Verbs of words that somebody said or wrote, as against those of what one thinks, knows or wants. Lemmas. */
export const utteringVerbs: ReadonlySet<string> = new Set(
  `say tell ask write reply respond answer add warn claim insist report argue deny suggest announce declare admit allege order urge promise pledge vow swear
  shout yell scream whisper call describe explain state stress note remark complain beg plead propose recommend advise assure remind inform notify instruct
  command demand request repeat mention confess concede acknowledge confirm reveal disclose testify quote cite joke quip boast protest object recount tweet
  post email text phone telephone blame accuse praise condemn criticise criticize apologise apologize caution contend assert maintain emphasise emphasize
  reiterate comment retort counter indicate refer`.split(/\s+/),
)

/** Verbs of what one thinks, knows, feels or found out, and of what a document shows. Lemmas. */
export const thinkingVerbs: ReadonlySet<string> = new Set(
  `think believe know find show learn understand hear feel fear hope expect doubt worry suspect assume consider realise realize conclude discover determine
  predict estimate remember recall forget notice prove imply wonder guess imagine suppose recognise recognize deem calculate forecast judge dispute
  question challenge anticipate dread regret trust detail record list document outline establish demonstrate warrant hold reckon make`.split(
    /\s+/,
  ),
)

/** Verbs whose object and what it is called are together what is said: "accused him of theft", "called it a mistake". Lemmas. */
export const namingVerbs: ReadonlySet<string> = new Set(
  'call describe brand label dub term accuse blame condemn praise criticise criticize portray characterise characterize'.split(' '),
)
