import type { Stance } from '../../model/attribution.ts'

const list = (words: string): string[] => words.split(/\s+/)

/** What a cue's verb or noun says of the source's stance towards the content; a lemma that is missing asserts. */
export const stanceWords: ReadonlyMap<string, Stance> = new Map([
  ...list(
    'deny reject refute dispute contest rebut dismiss repudiate disavow contradict decry disclaim disagree debunk denial rejection rebuttal contradiction debunking refutation negate disprove',
  ).map(word => [word, 'denied'] as const),
  ...list(
    'doubt question query mistrust distrust disbelieve suspect-not doubtful sceptical skeptical unsure uncertain unconvinced dubious scepticism skepticism doubts',
  ).map(word => [word, 'doubted'] as const),
  ...list('ask wonder inquire enquire interrogate quiz probe query-whether').map(word => [word, 'asked'] as const),
  ...list('promise pledge vow swear guarantee undertake commit vouch threaten pledge-to promise-to pledge pledged vow commitment').map(
    word => [word, 'promised'] as const,
  ),
])

/** Verbs that say nothing of the source's own stance when they are negated: "did not say", "could not confirm". */
export const unknownWhenNegated: ReadonlySet<string> = new Set(
  `say confirm know specify elaborate disclose comment rule exclude verify reveal name give explain clarify tell announce state detail mention indicate remember recall decide`.split(
    /\s+/,
  ),
)

/** Verbs whose negation is doubt: "does not believe", "is not convinced". */
export const doubtedWhenNegated: ReadonlySet<string> = new Set([
  'believe',
  'think',
  'expect',
  'convince',
  'convinced',
  'accept',
  'agree',
  'trust',
  'buy',
  'persuade',
  'sure',
  'certain',
  'see',
])
