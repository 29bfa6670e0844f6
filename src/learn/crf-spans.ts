import { LABELS } from './roles.ts'

interface Span {
  readonly begin: number
  readonly from: number
  readonly to: number
  readonly probability: number
}

/** The likeliest span of a role that begins at a position: its labels are `begin` and `begin + 1`. */
const likeliestFrom = (marginals: Float64Array, n: number, from: number, begin: number): Span => {
  // Both labels of a role lead on alike, so a span's probability is that of its beginning times those of going on, and of ending where it does.
  let reached = marginals[from * LABELS + begin]
  let probability = 0
  let to = from + 1
  for (let j = from + 1; reached > probability; j++) {
    const before = (j - 1) * LABELS + begin
    const goesOn = j < n ? Math.min(1, marginals[j * LABELS + begin + 1] / (marginals[before] + marginals[before + 1])) : 0
    if (reached * (1 - goesOn) > probability) {
      probability = reached * (1 - goesOn)
      to = j
    }
    reached *= goesOn
  }
  return { begin, from, to, probability }
}

/**
 * Labels the spans to take for the highest expected F1: those that are right as a whole with a probability of about half that F1 (Lipton, Elkan and
 * Narayanaswamy 2014); `least` has it for each role. The likelier of two spans that overlap is taken. `marginals` are those of `forwardBackward`.
 */
export const takeLikelySpans = (marginals: Float64Array, least: readonly number[]): Uint8Array => {
  const n = marginals.length / LABELS
  const found: Span[] = []
  for (let i = 0; i < n; i++)
    for (let role = 0; role < least.length; role++) {
      const begin = 2 * role + 1
      if (marginals[i * LABELS + begin] < least[role]) continue
      const span = likeliestFrom(marginals, n, i, begin)
      if (span.probability >= least[role]) found.push(span)
    }
  found.sort((a, b) => b.probability - a.probability || a.from - b.from)
  const labels = new Uint8Array(n)
  for (const { begin, from, to } of found) {
    if (labels.subarray(from, to).some(y => y > 0)) continue
    labels.fill(begin + 1, from, to)
    labels[from] = begin
  }
  return labels
}
