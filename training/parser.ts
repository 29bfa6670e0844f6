import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { decodeParser } from '../src/learn/parser.ts'
import { fillRelationFeatures, RELATION_FEATURES } from '../src/learn/parser-features.ts'
import { encodeModel, pairOf, RELATION_SALT } from '../src/learn/parser-model.ts'
import { ParserState, STACK_BASE } from '../src/learn/parser-state.ts'
import { readSilver, type SilverArticle, type SilverSentence } from './corpus.ts'
import { collectCandidates, collectKnown, countNames, createExample, type Example, isProjective, plainWord } from './parser-examples.ts'
import { keepsAll, LEFT, RIGHT, SHIFT, TransitionLearner } from './parser-transitions.ts'

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
  /** A feature is learned from this many occurrences on. */
  readonly cutoff?: number
  /** Share of the features left out at every decision of the training. */
  readonly dropout?: number
  readonly rate?: number
  /** How far the right relation must lead before nothing is learned from it. */
  readonly margin?: number
  readonly log?: (line: string) => void
}

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
  const sizes = weights
    .filter(w => w !== 0)
    .map(Math.abs)
    .sort()
  const scale = 127 / (sizes[Math.floor(sizes.length * 0.9995)] || 1)
  return Int8Array.from(weights, w => Math.max(-127, Math.min(127, Math.round(w * scale))))
}

/**
 * Trains a parser on silver articles and returns its bytes. Training walks through the parser's own mistakes, with a dynamic oracle that knows the best
 * way on from there (Goldberg and Nivre 2013). Sentences with crossing arcs are left out. The same articles and options give the same bytes.
 */
export const trainParser = (articles: readonly SilverArticle[], options: ParserOptions = {}): Uint8Array => {
  const { epochs = 6, seed = 1, transitionBits = 19, relationBits = 17, knownBits = 16, minimum = 10, log } = options
  const { cutoff = 5, dropout = 0.2, rate = 0.06, margin = 15 } = options
  const sentences = articles.flatMap(a => a.sentences).filter(s => s.tokens.length > 0 && isProjective(s.head))
  const tagList = ['', ...countNames(sentences.map(s => s.pos))]
  const tags = new Map(tagList.map((tag, i) => [tag, i]))
  const relations = ['root', ...countNames(sentences.map(s => s.rel)).filter(r => r !== 'root')]
  const numbers = new Map(relations.map((relation, i) => [relation, i]))
  const examples = sentences.map(s => createExample(s, numbers))
  const known = collectKnown(sentences, minimum, knownBits)
  const { offsets, candidates } = collectCandidates(examples, tags, relations.length)
  const state = new ParserState({ known, tags })
  const random = createRandom(seed)
  const learner = new TransitionLearner({ bits: transitionBits, cutoff, dropout, rate })
  const labels = new Averaged(2 ** relationBits)
  const relationShift = 32 - relationBits
  const features = new Int32Array(RELATION_FEATURES)
  let now = 1

  const learnRelation = (example: Example, head: number, dependent: number): number => {
    const pair = pairOf(tagList.length, state.tagNumber[dependent], state.tagNumber[head], dependent < head)
    const from = offsets[pair]
    const to = offsets[pair + 1]
    if (to - from === 1) return candidates[from]
    fillRelationFeatures(state, head, dependent, features)
    const gold = example.heads[dependent] === head ? example.relations[dependent] : 0
    let best = 0
    let bestScore = -Infinity
    let possible = false
    for (let c = from; c < to; c++) {
      const salt = RELATION_SALT[candidates[c]]
      let score = candidates[c] === gold ? 0 : margin
      for (let f = 0; f < RELATION_FEATURES; f++) score += labels.weight[(features[f] + salt) >>> relationShift]
      if (candidates[c] === gold) possible = true
      if (score <= bestScore) continue
      bestScore = score
      best = candidates[c]
    }
    if (!possible || best === gold) return best
    for (let f = 0; f < RELATION_FEATURES; f++) {
      labels.add((features[f] + RELATION_SALT[gold]) >>> relationShift, 1, now)
      labels.add((features[f] + RELATION_SALT[best]) >>> relationShift, -1, now)
    }
    return best
  }

  const walk = (example: Example, relate: typeof learnRelation, decide: () => number): void => {
    const n = example.words.length
    state.begin(example.words, example.tags, 0, n)
    const { stack } = state
    while (state.next <= n) {
      const transition = state.top === STACK_BASE ? SHIFT : decide()
      now++
      if (transition === SHIFT) state.shift()
      else if (transition === LEFT) state.attachLeft(relate(example, state.next, stack[state.top - 1]))
      else state.attachRight(relate(example, stack[state.top - 2], stack[state.top - 1]))
    }
    while (state.top > STACK_BASE + 1) state.attachRight(relate(example, stack[state.top - 2], stack[state.top - 1]))
  }

  for (const example of examples)
    walk(
      example,
      (_, __, dependent) => example.relations[dependent],
      () => {
        learner.count(state)
        return [SHIFT, LEFT, RIGHT].find(t => (t !== RIGHT || state.top > STACK_BASE + 1) && keepsAll(state, example, t)) ?? SHIFT
      },
    )
  const owned = learner.assign()
  log?.(`${owned} of ${2 ** transitionBits} rows are owned`)

  const order = Int32Array.from(examples, (_, i) => i)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      const kept = order[i]
      order[i] = order[j]
      order[j] = kept
    }
    let mistakes = 0
    for (const i of order)
      walk(examples[i], learnRelation, () => {
        const { taken, right } = learner.learn(state, examples[i])
        if (right < 0 || right === taken || keepsAll(state, examples[i], taken)) return taken
        mistakes++
        return epoch > 0 && random() < 0.9 ? taken : right
      })
    log?.(`epoch ${epoch + 1}: ${mistakes} wrong transitions`)
  }

  const relationWeights = quantise(labels.average(now))
  return encodeModel({ known, tags, tagList, relations, offsets, candidates, transitions: learner.pack(), relationWeights })
}

/** Share of the words with the right head, and with the right head and relation, punctuation aside; and words a second, punctuation included. */
export const measureParser = (
  bytes: Uint8Array,
  articles: readonly SilverArticle[],
  rounds = 1,
): { uas: number; las: number; speed: number } => {
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
    options: {
      data: { type: 'string' },
      out: { type: 'string' },
      epochs: { type: 'string', default: '6' },
    },
  })
  if (!values.data || !values.out) {
    console.error(
      'usage: node training/parser.ts --data FOLDER --out FILE; the folder holds the silver parses, the file can be parser.bin in the --cache of npm run train',
    )
    process.exit(2)
  }
  const start = performance.now()
  const bytes = trainParser(readSilver(values.data, 'train'), { epochs: Number(values.epochs), log: console.error })
  console.log(`trained in ${((performance.now() - start) / 1000).toFixed(0)} s, ${bytes.length} bytes`)
  writeFileSync(values.out, bytes)
  const { uas, las, speed } = measureParser(bytes, readSilver(values.data, 'dev'), 10)
  console.log(`dev: UAS ${uas.toFixed(2)}, LAS ${las.toFixed(2)}, ${Math.round(speed)} words/s`)
}
