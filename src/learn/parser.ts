import { fillRelationFeatures, fillTransitionFeatures, RELATION_FEATURES, TRANSITION_FEATURES } from './parser-features.ts'
import { checkOf, decodeModel, PAIRS, type ParserModel, pairOf, RELATION_SALT } from './parser-model.ts'
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

const openParser = (model: ParserModel): Parser => {
  const state = new ParserState(model)
  const { offsets, candidates, transitions, relationWeights, relations: names } = model
  const tagCount = model.tagList.length
  const transitionShift = 32 - Math.log2(transitions.length)
  const relationShift = 32 - Math.log2(relationWeights.length)
  const features = new Int32Array(TRANSITION_FEATURES)
  const relationFeatures = new Int32Array(RELATION_FEATURES)

  /** Two sums in one number, of attaching left and of attaching right; 0 where another feature owns the row. */
  const weigh = (feature: number): number => {
    const row = transitions[feature >>> transitionShift]
    // All ones where the feature owns the row, else zero.
    const owns = (((row >>> 10) ^ checkOf(feature, transitionShift)) - 1) >> 31
    return PAIRS[row & 1023] & owns
  }

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
      for (let f = 0; f < RELATION_FEATURES; f += 2)
        score +=
          relationWeights[(relationFeatures[f] + salt) >>> relationShift] +
          relationWeights[(relationFeatures[f + 1] + salt) >>> relationShift]
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
      for (let f = 0; f < TRANSITION_FEATURES; f += 5)
        sum =
          (sum + weigh(features[f]) + weigh(features[f + 1]) + weigh(features[f + 2]) + weigh(features[f + 3]) + weigh(features[f + 4])) | 0
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
