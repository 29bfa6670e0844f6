import { type PackedCrf, scoreSequence } from '../learn/crf.ts'
import { decodeBest, forwardBackward } from '../learn/crf-paths.ts'
import { hashString } from '../learn/hash.ts'
import { LABELS, roleOf } from '../learn/roles.ts'
import { candidateLevel } from './candidates.ts'
import { extractFeatures } from './features.ts'
import type { View } from './view.ts'

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

const verbTags: ReadonlySet<number> = new Set(['VB', 'VBD', 'VBG', 'VBN', 'VBP', 'VBZ'].map(hashString))

/** A cue less likely than this is not looked for again. */
const leastCue = 0.03

/**
 * The likeliest cue in a view that was taken for one content as a whole; -1 where none is likely at all.
 * The tagger learned from outermost attributions: what lies within one it is apt to see as content again.
 */
const hiddenCue = (view: View, spans: readonly RoleSpan[], marginals: Float64Array): number => {
  const [span] = spans
  if (spans.length !== 1 || span.role !== 'content' || span.to - span.from < 0.8 * view.length) return -1
  let best = -1
  let most = leastCue
  for (let i = 1; i < view.length; i++) {
    if (view.level[i] < candidateLevel || !verbTags.has(view.tag[i])) continue
    const p = marginals[i * LABELS + 3] + marginals[i * LABELS + 4]
    if (p > most) {
      best = i
      most = p
    }
  }
  return best
}

/** Finds the source, cue and content runs of a view; `nested` says that the view is itself the content of an attribution. */
export const tagRoles = (view: View, crf: PackedCrf, nested = false): RoleSpan[] => {
  if (view.length === 0) return []
  const scores = scoreSequence(crf, extractFeatures(view))
  const labels = decodeBest(scores)
  if (!labels.some(y => y > 0)) return []
  const marginals = forwardBackward(scores).labels
  const spans = spansOfLabels(labels, marginals)
  const hidden = nested ? hiddenCue(view, spans, marginals) : -1
  if (hidden < 0) return spans
  scores.unary[hidden * LABELS + 3] += 30
  return spansOfLabels(decodeBest(scores), forwardBackward(scores).labels)
}
