/** Verbs that with "to" and a word of answering make a refusal: "declined to comment". Lemmas. */
export const refusingVerbs: ReadonlySet<string> = new Set(['decline', 'refuse', 'fail'])

/** Verbs that do so with "not to": "chose not to comment". Lemmas. */
export const choosingVerbs: ReadonlySet<string> = new Set(['choose', 'opt', 'decide', 'prefer'])

/** Words of answering. Lemmas. */
export const answeringWords: ReadonlySet<string> = new Set(
  `comment respond reply answer elaborate discuss speak react return say talk confirm specify disclose provide`.split(/\s+/),
)

/** Refusals in fixed words, lower case, plain apostrophes; `|` parts ways to say it. */
export const nonAnswerPhrases: readonly string[] = [
  'could not be reached',
  "couldn't be reached",
  'could not immediately be reached',
  'could not be contacted',
  'could not be immediately reached',
  'was not reachable',
  'were not reachable',
  'not immediately available',
  'not available for comment',
  'not available to comment',
  'unavailable for comment',
  'unavailable to comment',
  'was unreachable',
  'no comment',
  'without comment',
  'has been contacted for comment',
  'have been contacted for comment',
  'has been approached for comment',
  'have been approached for comment',
  'was contacted for comment',
  'were contacted for comment',
  'been asked for comment',
  'been asked to comment',
  'requests for comment',
  'request for comment',
  'requests for an interview',
  'request for an interview',
  'requests for interviews',
  'requests for information',
  'requests for clarification',
  'seeking comment',
  'return calls',
  'return a call',
  'return phone calls',
  'return messages',
  'return a message',
  'went unanswered',
  'were not answered',
  'was not answered',
  'were not returned',
  'was not returned',
  'not been returned',
]
