import { LABELS, roleOf } from '../learn/roles.ts'

export type Role = 'source' | 'cue' | 'content'

/** A run of tokens of one role, in positions of a view, `to` exclusive; `probability` that its tokens have that role, on average. */
export interface RoleSpan {
  readonly role: Role
  readonly from: number
  readonly to: number
  readonly probability: number
}

/** The roles in the order of the tagger's labels. */
export const roles: readonly Role[] = ['source', 'cue', 'content']

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
      for (let k = i; k < j; k++) sum += marginals[k * LABELS + begin] + marginals[k * LABELS + begin + 1]
    }
    spans.push({ role: roles[roleOf(begin) - 1], from: i, to: j, probability: sum / (j - i) })
  }
  return spans
}
