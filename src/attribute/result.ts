import type { Attribution } from '../model/attribution.ts'
import type { Decision } from '../model/trace.ts'

export interface AttributionResult {
  readonly attributions: readonly Attribution[]
  readonly decisions: readonly Decision[]
}

/** What was found in one stretch after another, numbered on. */
export const joinResults = (results: readonly AttributionResult[]): AttributionResult => {
  if (results.length === 1) return results[0]
  const attributions: Attribution[] = []
  const decisions: Decision[] = []
  for (const result of results) {
    const before = attributions.length
    const numberOn = <T extends string | null>(id: T): T => (id === null ? id : (`a${Number(id.slice(1)) + before}` as T))
    for (const one of result.attributions)
      attributions.push({ ...one, id: numberOn(one.id), parent: numberOn(one.parent), follows: numberOn(one.follows) })
    for (const one of result.decisions) decisions.push({ ...one, about: numberOn(one.about) })
  }
  return { attributions, decisions }
}
