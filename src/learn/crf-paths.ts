import type { Scores } from './crf.ts'
import { exponential } from './exponential.ts'
import { CLASSES, LABELS } from './roles.ts'

/*
 * Both walks are written out for three roles: `o` is outside, `b1` and `i1` are begin and inside of the first, and so on; `m0` to `m3` stand for outside and
 * the three roles as what a step leads from.
 */

/** The best label sequence (Viterbi 1967). */
export const decodeBest = ({ length: n, unary, pair }: Scores): Uint8Array => {
  const path = new Uint8Array(n)
  if (n === 0) return path
  const back = new Uint8Array(n * LABELS)
  let [o, b1, i1, b2, i2, b3, i3] = [unary[0], unary[1], -Infinity, unary[3], -Infinity, unary[5], -Infinity]
  for (let i = 1; i < n; i++) {
    const at = i * LABELS
    const p = i * CLASSES
    const from1 = i1 > b1 ? 2 : 1
    const from2 = i2 > b2 ? 4 : 3
    const from3 = i3 > b3 ? 6 : 5
    const m0 = o
    const m1 = i1 > b1 ? i1 : b1
    const m2 = i2 > b2 ? i2 : b2
    const m3 = i3 > b3 ? i3 : b3
    for (let to = 0; to < 4; to++) {
      let best = m0 + pair[p + to]
      let from = 0
      const s1 = m1 + pair[p + 4 + to]
      if (s1 > best) {
        best = s1
        from = from1
      }
      const s2 = m2 + pair[p + 8 + to]
      if (s2 > best) {
        best = s2
        from = from2
      }
      const s3 = m3 + pair[p + 12 + to]
      if (s3 > best) {
        best = s3
        from = from3
      }
      if (to === 0) {
        o = best + unary[at]
        back[at] = from
      } else if (to === 1) {
        b1 = best + unary[at + 1]
        back[at + 1] = from
      } else if (to === 2) {
        b2 = best + unary[at + 3]
        back[at + 3] = from
      } else {
        b3 = best + unary[at + 5]
        back[at + 5] = from
      }
    }
    i1 = m1 + pair[p + 16] + unary[at + 2]
    i2 = m2 + pair[p + 17] + unary[at + 4]
    i3 = m3 + pair[p + 18] + unary[at + 6]
    back[at + 2] = from1
    back[at + 4] = from2
    back[at + 6] = from3
  }
  const last = [o, b1, i1, b2, i2, b3, i3]
  let y = last.indexOf(Math.max(...last))
  for (let i = n - 1; i >= 0; i--) {
    path[i] = y
    y = back[i * LABELS + y]
  }
  return path
}

/** What `forwardBackward` finds: the probability of each label at each position (`[i * LABELS + y]`), and the log of the partition function. */
export interface Marginals {
  readonly labels: Float64Array
  readonly logZ: number
}

/** Raises e to each of `count` scores less the largest of them, which it returns. */
const raise = (scores: Float64Array, at: number, count: number, out: Float64Array): number => {
  let most = scores[at]
  for (let k = at + 1; k < at + count; k++) if (scores[k] > most) most = scores[k]
  for (let k = at; k < at + count; k++) out[k] = exponential(scores[k] - most)
  return most
}

/**
 * The forward-backward algorithm, each position scaled to sum 1 (Rabiner 1989).
 * Where `kinds` is given it is filled with the probability of each class of steps, `[i * CLASSES + c]` for the step into position `i`.
 */
export const forwardBackward = ({ length: n, unary, pair }: Scores, kinds?: Float64Array): Marginals => {
  const alpha = new Float64Array(n * LABELS)
  if (n === 0) return { labels: alpha, logZ: 0 }
  const u = new Float64Array(n * LABELS)
  const p = new Float64Array(n * CLASSES)
  const scale = new Float64Array(n)
  let logZ = 0
  let [m0, m1, m2, m3] = [1, 0, 0, 0]
  for (let i = 0; i < n; i++) {
    const at = i * LABELS
    const q = i * CLASSES
    logZ += raise(unary, at, LABELS, u)
    if (i > 0) logZ += raise(pair, q, CLASSES, p)
    else p.fill(1, 0, 4)
    const o = (m0 * p[q] + m1 * p[q + 4] + m2 * p[q + 8] + m3 * p[q + 12]) * u[at]
    const b1 = (m0 * p[q + 1] + m1 * p[q + 5] + m2 * p[q + 9] + m3 * p[q + 13]) * u[at + 1]
    const b2 = (m0 * p[q + 2] + m1 * p[q + 6] + m2 * p[q + 10] + m3 * p[q + 14]) * u[at + 3]
    const b3 = (m0 * p[q + 3] + m1 * p[q + 7] + m2 * p[q + 11] + m3 * p[q + 15]) * u[at + 5]
    const i1 = m1 * p[q + 16] * u[at + 2]
    const i2 = m2 * p[q + 17] * u[at + 4]
    const i3 = m3 * p[q + 18] * u[at + 6]
    const sum = o + b1 + b2 + b3 + i1 + i2 + i3
    const by = 1 / sum
    scale[i] = by
    logZ += Math.log(sum)
    alpha[at] = o * by
    alpha[at + 1] = b1 * by
    alpha[at + 2] = i1 * by
    alpha[at + 3] = b2 * by
    alpha[at + 4] = i2 * by
    alpha[at + 5] = b3 * by
    alpha[at + 6] = i3 * by
    m0 = o * by
    m1 = (b1 + i1) * by
    m2 = (b2 + i2) * by
    m3 = (b3 + i3) * by
  }
  // What comes after, for each of outside and the three roles: a begin and its inside have the same.
  let [r0, r1, r2, r3] = [1, 1, 1, 1]
  for (let i = n - 1; i >= 0; i--) {
    const at = i * LABELS
    const q = i * CLASSES
    const by = scale[i]
    const o = u[at] * r0 * by
    const b1 = u[at + 1] * r1 * by
    const b2 = u[at + 3] * r2 * by
    const b3 = u[at + 5] * r3 * by
    const i1 = p[q + 16] * u[at + 2] * r1 * by
    const i2 = p[q + 17] * u[at + 4] * r2 * by
    const i3 = p[q + 18] * u[at + 6] * r3 * by
    alpha[at] *= r0
    alpha[at + 1] *= r1
    alpha[at + 2] *= r1
    alpha[at + 3] *= r2
    alpha[at + 4] *= r2
    alpha[at + 5] *= r3
    alpha[at + 6] *= r3
    if (kinds && i > 0) {
      const before = at - LABELS
      // `alpha` of the position before is still without what comes after.
      for (let from = 0; from < 4; from++) {
        const mass = from === 0 ? alpha[before] : alpha[before + 2 * from - 1] + alpha[before + 2 * from]
        const k = q + 4 * from
        kinds[k] = mass * p[k] * o
        kinds[k + 1] = mass * p[k + 1] * b1
        kinds[k + 2] = mass * p[k + 2] * b2
        kinds[k + 3] = mass * p[k + 3] * b3
        if (from === 1) kinds[q + 16] = mass * i1
        else if (from === 2) kinds[q + 17] = mass * i2
        else if (from === 3) kinds[q + 18] = mass * i3
      }
    }
    r0 = p[q] * o + p[q + 1] * b1 + p[q + 2] * b2 + p[q + 3] * b3
    r1 = p[q + 4] * o + p[q + 5] * b1 + p[q + 6] * b2 + p[q + 7] * b3 + i1
    r2 = p[q + 8] * o + p[q + 9] * b1 + p[q + 10] * b2 + p[q + 11] * b3 + i2
    r3 = p[q + 12] * o + p[q + 13] * b1 + p[q + 14] * b2 + p[q + 15] * b3 + i3
  }
  return { labels: alpha, logZ }
}
