/** The stances that a word of saying can tell of. */
type ToldStance = 'denied' | 'doubted' | 'asked' | 'promised'

const denied = `deny reject refute dispute contest rebut dismiss repudiate disavow contradict disclaim disagree debunk disprove negate
  denial rejection rebuttal contradiction refutation disavowal`
const doubted = `doubt question query mistrust distrust disbelieve doubtful sceptical skeptical unsure uncertain unconvinced dubious scepticism skepticism`
const asked = `ask wonder inquire enquire quiz interrogate`
const promised = `promise pledge vow swear guarantee undertake commit commitment assurance`

const list = (words: string, stance: ToldStance) => words.split(/\s+/).map(word => [word, stance] as const)

/** What a cue's head word says of its source's stance towards the content. Lemmas; a word that is missing asserts. */
export const stanceWords: ReadonlyMap<string, ToldStance> = new Map([
  ...list(denied, 'denied'),
  ...list(doubted, 'doubted'),
  ...list(asked, 'asked'),
  ...list(promised, 'promised'),
])

/** Verbs whose negation leaves the source's stance open: "did not say", "could not confirm". Lemmas. */
export const openWhenNegated: ReadonlySet<string> = new Set(
  `say confirm know specify elaborate disclose rule exclude verify reveal name give explain clarify tell announce state detail mention indicate
  remember recall decide comment discuss identify determine`.split(/\s+/),
)

/** Words whose negation is doubt: "does not believe", "is not convinced". Lemmas. */
export const doubtedWhenNegated: ReadonlySet<string> = new Set(
  `believe think expect convince convinced accept agree trust persuade sure certain see imagine suppose confident`.split(/\s+/),
)
