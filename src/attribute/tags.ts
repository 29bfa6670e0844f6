import { type Crf, decodeBest, forwardBackward, listSteps, never, scoreSequence } from '../learn/crf.ts'
import { type CueLexicon, extractFeatures } from './features.ts'
import type { View } from './view.ts'

export type Role = 'source' | 'cue' | 'content'

/** A run of tokens of one role, in positions of a view, `to` exclusive; `probability` that its tokens have that role, on average. */
export interface RoleSpan {
  readonly role: Role
  readonly from: number
  readonly to: number
  readonly probability: number
}

/** The tagger's labels: 0 outside, then begin and inside of each role in this order. */
export const roles: readonly Role[] = ['source', 'cue', 'content']
export const labelCount = 7

/**
 * The classes of steps: an inside follows only its own begin or inside; steps share their weights by the role they lead from and the label they lead to.
 */
export const stepClasses = ((): Uint8Array => {
  const role = (label: number): number => (label + 1) >> 1
  const classes = new Map<string, number>()
  return Uint8Array.from({ length: labelCount * labelCount }, (_, k) => {
    const from = Math.floor(k / labelCount)
    const to = k % labelCount
    const isInside = to > 0 && to % 2 === 0
    if (isInside && role(from) !== role(to)) return never
    const key = `${role(from)} ${to}`
    const known = classes.get(key) ?? classes.size
    classes.set(key, known)
    return known
  })
})()

/** Which label may come first: no inside. */
export const allowedStart = Uint8Array.from({ length: labelCount }, (_, y) => (y > 0 && y % 2 === 0 ? 0 : 1))

const steps = listSteps(labelCount, stepClasses, allowedStart)

/** The runs that a label sequence marks. */
export const spansOfLabels = (labels: Uint8Array, marginals: Float64Array | null): RoleSpan[] => {
  const spans: RoleSpan[] = []
  for (let i = 0; i < labels.length; i++) {
    const begin = labels[i]
    if (begin % 2 === 0) continue
    let j = i + 1
    while (j < labels.length && labels[j] === begin + 1) j++
    let sum = j - i
    if (marginals) {
      sum = 0
      for (let k = i; k < j; k++) sum += marginals[k * labelCount + begin] + marginals[k * labelCount + begin + 1]
    }
    spans.push({ role: roles[(begin - 1) >> 1], from: i, to: j, probability: sum / (j - i) })
  }
  return spans
}

/** Finds the source, cue and content runs of a view. */
export const tagRoles = (view: View, crf: Crf, lexicon: CueLexicon): RoleSpan[] => {
  if (view.length === 0) return []
  const scores = scoreSequence(crf, extractFeatures(view, lexicon))
  const labels = decodeBest(scores, steps)
  if (!labels.some(y => y > 0)) return []
  return spansOfLabels(labels, forwardBackward(scores, steps).labels)
}
