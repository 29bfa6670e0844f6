import { fillTransitionFeatures, TRANSITION_FEATURES } from '../src/learn/parser-features.ts'
import { CHECKS, checkOf, packRow } from '../src/learn/parser-model.ts'
import { type ParserState, STACK_BASE } from '../src/learn/parser-state.ts'
import type { Example } from './parser-examples.ts'

export const SHIFT = 0
export const LEFT = 1
export const RIGHT = 2

export interface TransitionOptions {
  readonly bits: number
  /** A feature seen less often than this is not learned. */
  readonly cutoff: number
  /** Share of the features left out at every decision of the training. */
  readonly dropout: number
  readonly rate: number
}

/** Whether a transition leaves every arc within reach that was within reach before it (Goldberg and Nivre 2013, for arc-hybrid). */
export const keepsAll = (state: ParserState, { heads, lastChild }: Example, transition: number): boolean => {
  const { stack, top, next } = state
  if (transition === SHIFT) {
    for (let i = STACK_BASE; i < top; i++) if (heads[stack[i]] === next) return false
    for (let i = STACK_BASE; i < top - 1; i++) if (heads[next] === stack[i]) return false
    return true
  }
  const s0 = stack[top - 1]
  if (lastChild[s0] >= next) return false
  const head = heads[s0]
  if (transition === LEFT) return head === next || !(head === 0 || head > next || head === stack[top - 2])
  return !(head === 0 || head >= next)
}

/** Learns the transitions: a softmax over them, its weights moved by AdaGrad (Duchi, Hazan and Singer 2011). */
export class TransitionLearner {
  readonly checks: Uint8Array
  readonly #options: TransitionOptions
  readonly #shift: number
  readonly #counts: Uint16Array
  readonly #weights: Float32Array
  readonly #squares: Float32Array
  readonly #features = new Int32Array(TRANSITION_FEATURES)
  readonly #rows = new Int32Array(TRANSITION_FEATURES)
  readonly #scores = new Float64Array(3)
  readonly #kept = [false, false, false]
  #noise = 0x2545f491

  constructor(options: TransitionOptions) {
    const rows = 2 ** options.bits
    this.#options = options
    this.#shift = 32 - options.bits
    this.checks = new Uint8Array(rows)
    this.#counts = new Uint16Array(rows * CHECKS)
    this.#weights = new Float32Array(3 * rows)
    this.#squares = new Float32Array(3 * rows)
  }

  /** Counts the features of the state. */
  count(state: ParserState): void {
    fillTransitionFeatures(state, this.#features)
    for (const feature of this.#features) {
      const at = (feature >>> this.#shift) * CHECKS + checkOf(feature, this.#shift)
      if (this.#counts[at] < 65535) this.#counts[at]++
    }
  }

  /** Gives each row to the feature that was counted most often on it, and answers how many rows have an owner. */
  assign(): number {
    let owned = 0
    for (let row = 0; row < this.checks.length; row++) {
      let most = this.#options.cutoff - 1
      for (let check = 1; check < CHECKS; check++) {
        const count = this.#counts[row * CHECKS + check]
        if (count <= most) continue
        most = count
        this.checks[row] = check
      }
      if (this.checks[row] > 0) owned++
    }
    return owned
  }

  /**
   * Decides on the state and learns from the decision where it is not sure and right. Answers with the transition it would take and with the best of
   * those that the oracle allows, -1 where it allows none.
   */
  learn(state: ParserState, example: Example): { taken: number; right: number } {
    const rows = this.#gather(state)
    const scores = this.#scores.fill(0)
    const weights = this.#weights
    for (let f = 0; f < rows; f++) {
      const at = this.#rows[f]
      scores[0] += weights[at]
      scores[1] += weights[at + 1]
      scores[2] += weights[at + 2]
    }
    const possible = state.top > STACK_BASE + 1 ? 3 : 2
    let taken = 0
    let right = -1
    for (let t = 0; t < possible; t++) {
      this.#kept[t] = keepsAll(state, example, t)
      if (scores[t] > scores[taken]) taken = t
      if (this.#kept[t] && (right < 0 || scores[t] > scores[right])) right = t
    }
    if (right >= 0) this.#update(rows, possible, scores[taken])
    return { taken, right }
  }

  /** Puts the weights' offsets of the state's known features into `#rows`, some of them left out by chance; answers how many they are. */
  #gather(state: ParserState): number {
    fillTransitionFeatures(state, this.#features)
    const limit = this.#options.dropout * 4294967296
    let n = 0
    for (let f = 0; f < TRANSITION_FEATURES; f++) {
      const feature = this.#features[f]
      const row = feature >>> this.#shift
      if (this.checks[row] !== checkOf(feature, this.#shift)) continue
      this.#noise ^= this.#noise << 13
      this.#noise ^= this.#noise >>> 17
      this.#noise ^= this.#noise << 5
      if (this.#noise >>> 0 >= limit) this.#rows[n++] = 3 * row
    }
    return n
  }

  #update(rows: number, possible: number, best: number): void {
    const scores = this.#scores
    let all = 0
    let right = 0
    for (let t = 0; t < possible; t++) {
      scores[t] = Math.exp(scores[t] - best)
      all += scores[t]
      if (this.#kept[t]) right += scores[t]
    }
    if (right > 0.98 * all) return
    for (let t = 0; t < possible; t++) {
      const gradient = (this.#kept[t] ? scores[t] / right : 0) - scores[t] / all
      for (let f = 0; f < rows; f++) {
        const at = this.#rows[f] + t
        this.#squares[at] += gradient * gradient
        this.#weights[at] += (this.#options.rate * gradient) / Math.sqrt(this.#squares[at] + 0.1)
      }
    }
  }

  /** The rows that a model holds. */
  pack(): Uint16Array {
    const sizes = this.#against()
      .map(Math.abs)
      .filter(w => w > 0)
      .sort()
    const most = sizes[Math.floor(sizes.length * 0.9995)] || 1
    const against = this.#against()
    return Uint16Array.from(this.checks, (check, row) => packRow(check, against[2 * row] / most, against[2 * row + 1] / most))
  }

  /** Weights of attaching left and of attaching right against shifting, row by row. */
  #against(): Float64Array {
    return Float64Array.from({ length: 2 * this.checks.length }, (_, i) => {
      const row = 3 * (i >>> 1)
      return this.#weights[row + (i & 1 ? RIGHT : LEFT)] - this.#weights[row + SHIFT]
    })
  }
}
