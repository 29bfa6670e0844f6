/** Adjectives that say a name is held back: "an unnamed security source". */
export const anonymityAdjectives: ReadonlySet<string> = new Set([
  'unnamed',
  'unidentified',
  'anonymous',
  'undisclosed',
  'unattributed',
  'un-named',
  'nameless',
  'pseudonymous',
])

/** Nouns for somebody whose name is held back. Singular. */
export const anonymityNouns: ReadonlySet<string> = new Set([
  'source',
  'insider',
  'informant',
  'whistleblower',
  'whistle-blower',
  'leaker',
  'tipster',
  'informer',
  'circle',
])

/** Nouns so wide that what they know is all that is told of them: "two people briefed on the talks". Singular and plural. */
export const wideNouns: ReadonlySet<string> = new Set([
  'person',
  'people',
  'persons',
  'individual',
  'individuals',
  'those',
  'someone',
  'somebody',
  'anyone',
  'one',
  'ones',
  'others',
  'figure',
  'figures',
  'parties',
  'executives',
  'insiders',
])

/** After any noun for people: what they know or asked shows that the name is held back. */
export const heldBack =
  /\b(?:familiar with|briefed (?:on|about|by)|with (?:\w+ ){0,3}(?:knowledge|insight|awareness)\b|privy to|in the know|condition of anonymity|condition (?:that )?(?:of not being|they not be|he not be|she not be)|not (?:to )?be(?:ing)? (?:named|identified|quoted by name)|anonymity|anonymously|(?:none|neither) of whom (?:\w+ ){0,3}be (?:named|identified)|(?:can ?not|could not|may not) be (?:named|identified)|names? (?:\w+ ){0,3}(?:withheld|changed)|not (?:been )?authori[sz]ed to|without authori[sz]ation to|without (?:being named|attribution)|(?:was|were|is|are) not (?:named|identified)|with (?:\w+ )?access to (?:the )?(?:document|intelligence|file|information)|who (?:was|were|is) (?:not )?(?:allowed|permitted|cleared) to (?:speak|talk|discuss))/

/** After a wide noun only: "people close to the talks", "a person involved in the sale". */
export const nearTheMatter =
  /^(?:who (?:is|are|was|were) )?(?:\w+ly )?(?:close to|near|involved (?:in|with)|aware of|who (?:have |has |had )?(?:seen|been briefed|attended|read|reviewed|knows?|took part in|participated in)|(?:who (?:was|were) )?(?:on|in|at|present (?:at|for|during)) the (?:\w+ )?(?:call|meeting|talks|conversations?|discussions?|negotiations|deliberations|exchange)|inside|within)\b/
