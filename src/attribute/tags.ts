import type { Choice } from '../learn/choice.ts'
import { type PackedCrf, scoreSequence } from '../learn/crf.ts'
import { decodeBest, forwardBackward } from '../learn/crf-paths.ts'
import { hashString } from '../learn/hash.ts'
import { LABELS } from '../learn/roles.ts'
import { candidateLevel } from './candidates.ts'
import { refineEdges } from './edges.ts'
import { extractFeatures } from './features.ts'
import { type RoleSpan, spansOfLabels } from './spans.ts'
import type { View } from './view.ts'

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

/** What the tagger makes of a view: the likeliest label of each position, and the probability of each label there, `[i * LABELS + y]`. */
export interface Tagged {
  readonly labels: Uint8Array
  readonly marginals: Float64Array
}

/** Tags a view; `nested` says that it is itself the content of an attribution. Null where no position has a role. */
export const tagView = (view: View, crf: PackedCrf, nested = false): Tagged | null => {
  if (view.length === 0) return null
  const scores = scoreSequence(crf, extractFeatures(view))
  const labels = decodeBest(scores)
  if (!labels.some(y => y > 0)) return null
  const marginals = forwardBackward(scores).labels
  const hidden = nested ? hiddenCue(view, spansOfLabels(labels, marginals), marginals) : -1
  if (hidden < 0) return { labels, marginals }
  scores.unary[hidden * LABELS + 3] += 30
  return { labels: decodeBest(scores), marginals: forwardBackward(scores).labels }
}

/** Finds the source, cue and content runs of a view; `nested` as in `tagView`. */
export const tagRoles = (view: View, crf: PackedCrf, edges: Choice, nested = false): RoleSpan[] => {
  const tagged = tagView(view, crf, nested)
  return tagged ? refineEdges(view, spansOfLabels(tagged.labels, tagged.marginals), tagged.marginals, edges) : []
}
