import { type Logistic, predictLogistic } from '../learn/logistic.ts'
import type { Draft } from './draft.ts'

const logit = (p: number): number => Math.log(Math.max(p, 0.01) / Math.max(1 - p, 0.01)) / 2

/** What the confidence of a draft by the tagger is read from: how sure tagger and linker were, whether there is a source, how many pieces there are. */
export const confidenceFeatures = (draft: Draft): number[] => [
  logit(draft.contentProbability),
  logit(draft.cueProbability),
  draft.sourceProbability > 0 ? logit(draft.sourceProbability) : 0,
  logit(draft.contentLink),
  logit(draft.sourceLink),
  draft.sourceProbability > 0 ? 1 : 0,
  draft.content.length > 1 ? 1 : 0,
]

/** How sure drafts of each rule are, where no tagger gave a probability: set by hand, that of clauses by PolNeAR's training articles, where one in ten is right. */
const byRule: readonly (readonly [RegExp, number])[] = [
  [/^transcript/, 0.9],
  [/^quotation/, 0.8],
  [/^(?:quoted as saying|citation|according to)/, 0.85],
  [/nobody given/, 0.7],
  [/^clause of/, 0.2],
  [/./, 0.65],
]

/** The probability that content and source of a draft are right. Speech within speech is as sure as itself, not as what holds it. */
export const confidenceOf = (draft: Draft, model: Logistic): number => {
  if (draft.contentProbability > 0 && draft.cueProbability > 0 && !draft.by.includes('nobody given'))
    return predictLogistic(model, confidenceFeatures(draft))
  return byRule.find(([rule]) => rule.test(draft.by))?.[1] ?? 0.65
}
