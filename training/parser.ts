import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { decodeParser } from '../src/learn/parser.ts'
import { fillRelationFeatures, fillTransitionFeatures, RELATION_FEATURES, TRANSITION_FEATURES } from '../src/learn/parser-features.ts'
import { encodeModel, type ParserModel, pairOf, RELATION_SALT } from '../src/learn/parser-model.ts'
import { hashWord, ParserState, STACK_BASE } from '../src/learn/parser-state.ts'
import { readSilver, type SilverArticle, type SilverSentence } from './corpus.ts'

/** How a parser is trained; the defaults are what the shipped one is trained with. */
export interface ParserOptions {
  readonly epochs?: number
  readonly seed?: number
  /** Binary logarithms of the tables' rows. */
  readonly transitionBits?: number
  readonly relationBits?: number
  readonly knownBits?: number
  /** A word is known from this many occurrences on. */
  readonly minimum?: number
  /** How far the right decision must lead before nothing is learned from it. */
  readonly margin?: number
  readonly log?: (line: string) => void
}

interface Example {
  readonly words: readonly string[]
  readonly tags: readonly string[]
  /** Rows from 1; 0 for the root. */
  readonly heads: Int32Array
  readonly relations: Uint8Array
  /** The rightmost dependent of each row, 0 where there is none. */
  readonly lastChild: Int32Array
}

const SHIFT = 0
const LEFT = 1
const RIGHT = 2

const PLAIN: Readonly<Record<string, string>> = {
  '``': '"',
  "''": '"',
  '`': "'",
  '-LRB-': '(',
  '-RRB-': ')',
  '-LSB-': '[',
  '-RSB-': ']',
  '-LCB-': '{',
  '-RCB-': '}',
  '–': '--',
  '—': '--',
  '…': '...',
}

/** A word of the Penn Treebank as it is read at run time: quotation marks, dashes, dots and brackets in their plain form. */
export const plainWord = (word: string): string => PLAIN[word] ?? word

/** mulberry32: the same numbers from the same seed, from 0 to 1. */
const createRandom = (seed: number): (() => number) => {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const isProjective = (head: readonly number[]): boolean => {
  for (let i = 0; i < head.length; i++) {
    const low = Math.min(i, head[i])
    const high = Math.max(i, head[i])
    for (let j = low + 1; j < high; j++) if (head[j] < low || head[j] > high) return false
  }
  return true
}

const createExample = (sentence: SilverSentence, numbers: ReadonlyMap<string, number>): Example => {
  const n = sentence.tokens.length
  const heads = new Int32Array(n + 1)
  const relations = new Uint8Array(n + 1)
  const lastChild = new Int32Array(n + 1)
  for (let i = 1; i <= n; i++) {
    heads[i] = sentence.head[i - 1] + 1
    relations[i] = numbers.get(sentence.rel[i - 1]) ?? 0
    lastChild[heads[i]] = i
  }
  return { words: sentence.tokens.map(plainWord), tags: sentence.pos, heads, relations, lastChild }
}

/** Weights with their running sums, so that their average over the training can be read off. */
class Averaged {
  readonly weight: Int32Array
  readonly #sum: Float64Array

  constructor(size: number) {
    this.weight = new Int32Array(size)
    this.#sum = new Float64Array(size)
  }

  add(index: number, delta: number, now: number): void {
    this.weight[index] += delta
    this.#sum[index] += delta * now
  }

  average(now: number): Float64Array {
    return Float64Array.from(this.weight, (w, i) => w - this.#sum[i] / now)
  }
}

/** Weights in eight bits; what is past the most a byte can hold is clipped. */
const quantise = (weights: Float64Array): Int8Array => {
  const sizes = weights.filter(w => w !== 0).map(Math.abs).sort()
  const scale = 127 / (sizes[Math.floor(sizes.length * 0.9995)] || 1)
  return Int8Array.from(weights, w => Math.max(-127, Math.min(127, Math.round(w * scale))))
}

const countNames = (lists: Iterable<readonly string[]>): string[] => {
  const counts = new Map<string, number>()
  for (const list of lists) for (const name of list) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1))
}

const collectKnown = (sentences: readonly SilverSentence[], minimum: number, bits: number): Uint8Array => {
  const counts = new Map<number, number>()
  for (const { tokens } of sentences)
    for (const token of tokens) {
      const hash = hashWord(plainWord(token))
      counts.set(hash, (counts.get(hash) ?? 0) + 1)
    }
  const known = new Uint8Array(2 ** bits / 8)
  for (const [hash, count] of counts) {
    const bit = hash & (2 ** bits - 1)
    if (count >= minimum) known[bit >>> 3] |= 1 << (bit & 7)
  }
  return known
}

/** Which relations each pair of tags was seen with on either side; a pair not seen has what its dependent's tag was seen with at all. */
const collectCandidates = (
  examples: readonly Example[],
  tags: ReadonlyMap<string, number>,
  relationCount: number,
): { offsets: Uint16Array; candidates: Uint8Array } => {
  const tagCount = tags.size
  const counts = new Map<number, Map<number, number>>()
  const count = (key: number, relation: number): void => {
    const row = counts.get(key) ?? new Map<number, number>()
    counts.set(key, row.set(relation, (row.get(relation) ?? 0) + 1))
  }
  const some = tagCount * tagCount * 2
  for (const { tags: column, heads, relations } of examples)
    for (let i = 1; i < heads.length; i++) {
      if (heads[i] === 0) continue
      const tag = tags.get(column[i - 1])!
      count(pairOf(tagCount, tag, tags.get(column[heads[i] - 1])!, i < heads[i]), relations[i])
      count(some + tag, relations[i])
      count(some + tagCount, relations[i])
    }
  const listOf = (key: number, least: number, share: number): number[] => {
    const row = [...(counts.get(key) ?? [])]
    const total = row.reduce((n, [, c]) => n + c, 0)
    return row.filter(([r, c]) => r > 0 && r < relationCount && c >= least && c >= share * total).sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([r]) => r)
  }
  const offsets = new Uint16Array(some + 1)
  const candidates: number[] = []
  for (let tag = 0; tag < tagCount; tag++) {
    const any = listOf(some + tag, 1, 0.02)
    const fallback = any.length > 0 ? any : listOf(some + tagCount, 1, 0.02)
    for (let head = 0; head < tagCount; head++)
      for (const side of [false, true]) {
        const pair = pairOf(tagCount, tag, head, side)
        const seen = listOf(pair, 2, 0.001)
        offsets[pair] = candidates.length
        candidates.push(...(seen.length > 0 ? seen : fallback))
      }
  }
  offsets[some] = candidates.length
  return { offsets, candidates: Uint8Array.from(candidates) }
}

/**
 * Trains a parser on silver articles and returns its bytes: averaged perceptrons over hashed features, with a dynamic oracle that lets training walk
 * through the parser's own mistakes (Goldberg and Nivre 2013). The same articles and options give the same bytes.
 */
export const trainParser = (articles: readonly SilverArticle[], options: ParserOptions = {}): Uint8Array => {
  const { epochs = 10, seed = 1, transitionBits = 18, relationBits = 18, knownBits = 18, minimum = 3, margin = 0, log } = options
  const sentences = articles.flatMap(a => a.sentences).filter(s => s.tokens.length > 0 && isProjective(s.head))
  const tagList = ['', ...countNames(sentences.map(s => s.pos))]
  const tags = new Map(tagList.map((tag, i) => [tag, i]))
  const relations = ['root', ...countNames(sentences.map(s => s.rel)).filter(r => r !== 'root')]
  const numbers = new Map(relations.map((relation, i) => [relation, i]))
  const examples = sentences.map(s => createExample(s, numbers))
  const known = collectKnown(sentences, minimum, knownBits)
  const { offsets, candidates } = collectCandidates(examples, tags, relations.length)

  const random = createRandom(seed)
  const transitionRows = 2 ** transitionBits
  const transitionShift = 32 - transitionBits
  const relationShift = 32 - relationBits
  const transitions = new Averaged(3 * transitionRows)
  const labels = new Averaged(2 ** relationBits)
  const state = new ParserState({ known, tags })
  const features = new Int32Array(TRANSITION_FEATURES)
  const relationFeatures = new Int32Array(RELATION_FEATURES)
  const scores = [0, 0, 0]
  let now = 1

  const learnRelation = (example: Example, head: number, dependent: number): number => {
    const pair = pairOf(tagList.length, state.tagNumber[dependent], state.tagNumber[head], dependent < head)
    const from = offsets[pair]
    const to = offsets[pair + 1]
    if (to - from === 1) return candidates[from]
    fillRelationFeatures(state, head, dependent, relationFeatures)
    const gold = example.heads[dependent] === head ? example.relations[dependent] : 0
    let best = 0
    let bestScore = -Infinity
    let possible = false
    for (let c = from; c < to; c++) {
      const relation = candidates[c]
      const salt = RELATION_SALT[relation]
      let score = 0
      for (let f = 0; f < RELATION_FEATURES; f++) score += labels.weight[(relationFeatures[f] + salt) >>> relationShift]
      if (relation === gold) possible = true
      else score += gold > 0 ? margin : 0
      if (score > bestScore) {
        bestScore = score
        best = relation
      }
    }
    if (possible && best !== gold)
      for (let f = 0; f < RELATION_FEATURES; f++) {
        labels.add((relationFeatures[f] + RELATION_SALT[gold]) >>> relationShift, 1, now)
        labels.add((relationFeatures[f] + RELATION_SALT[best]) >>> relationShift, -1, now)
      }
    return best
  }

  // Whether a transition still leaves every arc within reach that was within reach before it (Goldberg and Nivre 2013, arc-hybrid).
  const keepsAll = (example: Example, transition: number): boolean => {
    const { heads, lastChild } = example
    const { stack, top, next } = state
    const s0 = stack[top - 1]
    if (transition === SHIFT) {
      for (let i = STACK_BASE; i < top; i++) if (heads[stack[i]] === next) return false
      for (let i = STACK_BASE; i < top - 1; i++) if (heads[next] === stack[i]) return false
      return true
    }
    if (lastChild[s0] >= next) return false
    const head = heads[s0]
    if (transition === LEFT) return head === next || !(head === 0 || head > next || head === stack[top - 2])
    return !(head === 0 || head >= next)
  }

  const learnSentence = (example: Example, explore: number): number => {
    const n = example.words.length
    state.begin(example.words, example.tags, 0, n)
    const { stack } = state
    let mistakes = 0
    while (state.next <= n) {
      if (state.top === STACK_BASE) {
        state.shift()
        continue
      }
      fillTransitionFeatures(state, features)
      scores.fill(0)
      for (let f = 0; f < TRANSITION_FEATURES; f++) {
        const row = 3 * (features[f] >>> transitionShift)
        scores[0] += transitions.weight[row]
        scores[1] += transitions.weight[row + 1]
        scores[2] += transitions.weight[row + 2]
      }
      let right = -1
      let wrong = -1
      for (let t = 0; t < 3; t++) {
        if (t === RIGHT && state.top === STACK_BASE + 1) continue
        if (keepsAll(example, t)) {
          if (right < 0 || scores[t] > scores[right]) right = t
        } else if (wrong < 0 || scores[t] > scores[wrong]) wrong = t
      }
      let taken = right < 0 ? wrong : right
      if (right >= 0 && wrong >= 0 && scores[right] <= scores[wrong] + margin) {
        for (let f = 0; f < TRANSITION_FEATURES; f++) {
          const row = 3 * (features[f] >>> transitionShift)
          transitions.add(row + right, 1, now)
          transitions.add(row + wrong, -1, now)
        }
        if (scores[right] <= scores[wrong]) {
          mistakes++
          if (random() < explore) taken = wrong
        }
      }
      now++
      if (taken === SHIFT) state.shift()
      else if (taken === LEFT) state.attachLeft(learnRelation(example, state.next, stack[state.top - 1]))
      else state.attachRight(learnRelation(example, stack[state.top - 2], stack[state.top - 1]))
    }
    while (state.top > STACK_BASE + 1) state.attachRight(learnRelation(example, stack[state.top - 2], stack[state.top - 1]))
    return mistakes
  }

  const order = Int32Array.from(examples, (_, i) => i)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      const kept = order[i]
      order[i] = order[j]
      order[j] = kept
    }
    let mistakes = 0
    for (const i of order) mistakes += learnSentence(examples[i], epoch === 0 ? 0 : 0.9)
    log?.(`epoch ${epoch + 1}: ${mistakes} wrong transitions`)
  }

  const average = transitions.average(now)
  const against = new Float64Array(2 * transitionRows)
  for (let row = 0; row < transitionRows; row++) {
    against[2 * row] = average[3 * row + LEFT] - average[3 * row]
    against[2 * row + 1] = average[3 * row + RIGHT] - average[3 * row]
  }
  const model: ParserModel = {
    known,
    tags,
    tagList,
    relations,
    offsets,
    candidates,
    transitionWeights: quantise(against),
    relationWeights: quantise(labels.average(now)),
  }
  return encodeModel(model)
}

/** Share of the words with the right head, and with the right head and relation, punctuation aside; and words a second, punctuation included. */
export const measureParser = (bytes: Uint8Array, articles: readonly SilverArticle[], rounds = 1): { uas: number; las: number; speed: number } => {
  const parser = decodeParser(bytes)
  const columns = articles.map(article => {
    const words: string[] = []
    const tags: string[] = []
    const lemmas: string[] = []
    const ranges: { sentence: SilverSentence; first: number; last: number }[] = []
    for (const sentence of article.sentences) {
      ranges.push({ sentence, first: words.length, last: words.length + sentence.tokens.length })
      words.push(...sentence.tokens.map(plainWord))
      tags.push(...sentence.pos)
      lemmas.push(...sentence.lemma)
    }
    return { words, tags, lemmas, ranges, heads: words.map(() => -1), relations: words.map(() => '') }
  })
  let seconds = 0
  let parsed = 0
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    for (const { words, tags, lemmas, ranges, heads, relations } of columns)
      for (const { first, last } of ranges) parser.parse(words, tags, lemmas, first, last, heads, relations)
    if (round > 0 || rounds === 1) {
      seconds += (performance.now() - start) / 1000
      parsed += columns.reduce((n, c) => n + c.words.length, 0)
    }
  }
  let total = 0
  let attached = 0
  let labelled = 0
  for (const { ranges, heads, relations } of columns)
    for (const { sentence, first } of ranges)
      for (let i = 0; i < sentence.tokens.length; i++) {
        if (sentence.rel[i] === 'punct') continue
        total++
        if (heads[first + i] !== (sentence.head[i] < 0 ? -1 : first + sentence.head[i])) continue
        attached++
        if (relations[first + i] === sentence.rel[i]) labelled++
      }
  return { uas: (100 * attached) / total, las: (100 * labelled) / total, speed: parsed / seconds }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, out: { type: 'string', default: 'models/en/parser.bin' }, epochs: { type: 'string', default: '10' } },
  })
  if (!values.data) throw new Error('say where the silver parses lie: node training/parser.ts --data FOLDER')
  const start = performance.now()
  const bytes = trainParser(readSilver(values.data, 'train'), { epochs: Number(values.epochs), log: console.error })
  console.log(`trained in ${((performance.now() - start) / 1000).toFixed(0)} s, ${bytes.length} bytes`)
  writeFileSync(values.out, bytes)
  const { uas, las, speed } = measureParser(bytes, readSilver(values.data, 'dev'), 10)
  console.log(`dev: UAS ${uas.toFixed(2)}, LAS ${las.toFixed(2)}, ${Math.round(speed)} words/s`)
}
