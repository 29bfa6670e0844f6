import { fillRelationFeatures, fillTransitionFeatures, RELATION_FEATURES, TRANSITION_FEATURES } from './parser-features.ts'
import { checkOf, decodeModel, type ParserModel, pairOf, RELATION_SALT } from './parser-model.ts'
import { ParserState, STACK_BASE } from './parser-state.ts'

/** A dependency parser: greedy, one pass from left to right, time linear in the words. */
export interface Parser {
  /**
   * Fills `heads` and `relations` for the sentence that is the rows `first` to `last`, `last` exclusive. Heads are rows of the same columns, -1 for
   * the sentence's root; every sentence has exactly one root.
   */
  parse(
    words: readonly string[],
    tags: readonly string[],
    lemmas: readonly string[],
    first: number,
    last: number,
    heads: number[],
    relations: string[],
  ): void
}

/** Number of the relation of a sentence's root in a model's `relations`. */
export const ROOT = 0

const openParser = (model: ParserModel): Parser => {
  const state = new ParserState(model)
  const { offsets, candidates, checks, relationWeights, relations: names } = model
  const tagCount = model.tagList.length
  const transitionRows = model.transitionWeights.length / 2
  const transitionShift = 32 - Math.log2(transitionRows)
  const relationShift = 32 - Math.log2(relationWeights.length)
  // Two sums in one: the weights of attaching left in the high half, of attaching right in the low half.
  const transitionWeights = Int32Array.from(
    { length: transitionRows },
    (_, i) => (model.transitionWeights[2 * i] << 16) + model.transitionWeights[2 * i + 1],
  )
  const features = new Int32Array(TRANSITION_FEATURES)
  const relationFeatures = new Int32Array(RELATION_FEATURES)

  const choose = (head: number, dependent: number): number => {
    const pair = pairOf(tagCount, state.tagNumber[dependent], state.tagNumber[head], dependent < head)
    const from = offsets[pair]
    const to = offsets[pair + 1]
    if (to - from === 1) return candidates[from]
    fillRelationFeatures(state, head, dependent, relationFeatures)
    let best = candidates[from]
    let bestScore = -Infinity
    for (let c = from; c < to; c++) {
      const salt = RELATION_SALT[candidates[c]]
      let score = 0
      for (let f = 0; f < RELATION_FEATURES; f++) score += relationWeights[(relationFeatures[f] + salt) >>> relationShift]
      if (score > bestScore) {
        bestScore = score
        best = candidates[c]
      }
    }
    return best
  }

  const parse: Parser['parse'] = (words, tags, _lemmas, first, last, heads, relations) => {
    const n = last - first
    if (n <= 0) return
    state.begin(words, tags, first, last)
    const { stack } = state
    while (state.next <= n) {
      if (state.top === STACK_BASE) {
        state.shift()
        continue
      }
      fillTransitionFeatures(state, features)
      let sum = 0
      for (let f = 0; f < TRANSITION_FEATURES; f++) {
        const row = features[f] >>> transitionShift
        // All ones where the check is the row's, else zero.
        const owns = ((checks[row] ^ checkOf(features[f], transitionShift)) - 1) >> 31
        sum = (sum + (transitionWeights[row] & owns)) | 0
      }
      const right = (sum << 16) >> 16
      const left = (sum - right) >> 16
      if (right > 0 && right > left && state.top > STACK_BASE + 1) state.attachRight(choose(stack[state.top - 2], stack[state.top - 1]))
      else if (left > 0) state.attachLeft(choose(state.next, stack[state.top - 1]))
      else state.shift()
    }
    while (state.top > STACK_BASE + 1) state.attachRight(choose(stack[state.top - 2], stack[state.top - 1]))
    for (let i = 1; i <= n; i++) {
      heads[first + i - 1] = state.head[i] === 0 ? -1 : first + state.head[i] - 1
      relations[first + i - 1] = names[state.relation[i]]
    }
  }
  return { parse }
}

/** Reads a parser that `training/parser.ts` wrote. Throws a `RangeError` where the bytes are no parser or are cut short. */
export const decodeParser = (bytes: Uint8Array): Parser => openParser(decodeModel(bytes))
