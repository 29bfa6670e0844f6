import { DAY, findHints } from '../src/annotate/hints.ts'
import { encodeNameModel, NAME_CONTEXT_FEATURES, NAME_FEATURES, NameState } from '../src/learn/names.ts'
import { chooseLabel, PerceptronTrainer } from '../src/learn/perceptron.ts'
import { createRandom, shuffle } from '../src/learn/random.ts'
import { agencies } from '../src/lexicon/en/agencies.ts'
import { outlets } from '../src/lexicon/en/outlets.ts'
import type { SilverArticle } from './corpus.ts'
import { plainWord } from './words.ts'

const BITS = 19
const ROUNDS = 6
/** Of a hundred words with a capital, how many are learned from their shape, hints and neighbours alone, so that new names are found. */
const UNSEEN = 25

const KINDS = ['PERSON', 'ORGANIZATION', 'LOCATION', 'MISC']
export const NAME_LABELS: readonly string[] = ['O', ...KINDS.flatMap(kind => [`B-${kind}`, `I-${kind}`])]

interface Sentence {
  readonly words: readonly string[]
  readonly tags: readonly string[]
  readonly hints: Uint8Array
  readonly labels: Uint8Array
}

/** The labels of a sentence: runs of one class are one name. */
export const labelsOf = (classes: readonly string[]): Uint8Array =>
  Uint8Array.from(classes, (kind, i) => {
    const k = KINDS.indexOf(kind)
    if (k < 0) return 0
    return 1 + 2 * k + (i > 0 && classes[i - 1] === kind ? 1 : 0)
  })

/** How often a name was given each class, over all articles. */
type Uses = Map<string, number[]>

const forEachName = (classes: readonly string[], visit: (first: number, last: number, kind: number) => void): void => {
  for (let i = 0; i < classes.length; i++) {
    const kind = KINDS.indexOf(classes[i])
    if (kind < 0) continue
    let last = i + 1
    while (last < classes.length && classes[last] === classes[i]) last++
    visit(i, last, kind)
    i = last - 1
  }
}

export const countUses = (articles: readonly SilverArticle[]): Uses => {
  const uses: Uses = new Map()
  for (const { sentences } of articles) {
    for (const { tokens, ner } of sentences) {
      forEachName(ner, (first, last, kind) => {
        const name = tokens.slice(first, last).join(' ')
        const counts = uses.get(name) ?? [0, 0, 0, 0]
        counts[kind]++
        uses.set(name, counts)
      })
    }
  }
  return uses
}

const known = new Set([...outlets, ...agencies.flat()])
const NO_NAME = /^(?:[^\p{L}\p{N}]+|[Tt]he|an?|'s)$/u

/** Mends what the silver classes get wrong: a name has the class that it has most of the time; outlets are organisations; marks and articles are outside. */
const mendClasses = (tokens: readonly string[], classes: readonly string[], uses: Uses): string[] => {
  const out = [...classes]
  forEachName(classes, (first, last, kind) => {
    const name = tokens.slice(first, last).join(' ')
    const counts = uses.get(name) ?? [0, 0, 0, 0]
    const total = counts.reduce((a, b) => a + b, 0)
    const most = counts.indexOf(Math.max(...counts))
    let better = total >= 4 && counts[most] > total * 0.6 ? most : kind
    if (known.has(name) || known.has(`The ${name}`)) better = KINDS.indexOf('ORGANIZATION')
    out.fill(KINDS[better], first, last)
    for (let i = first; i < last && NO_NAME.test(plainWord(tokens[i])); i++) out[i] = 'O'
    for (let i = last - 1; i >= first && NO_NAME.test(plainWord(tokens[i])); i--) out[i] = 'O'
  })
  return out
}

/** An article's sentences with what training and measuring need. */
export const sentencesOf = (article: SilverArticle, uses: Uses): Sentence[] => {
  const words = article.sentences.flatMap(s => s.tokens.map(plainWord))
  let at = 0
  const ranges = article.sentences.map(s => {
    const first = at
    at += s.tokens.length
    return { first, last: at }
  })
  const hints = findHints(
    words,
    words.map(word => word.toLowerCase()),
    ranges,
  )
  return article.sentences.map((s, i) => ({
    words: words.slice(ranges[i].first, ranges[i].last),
    tags: s.pos,
    hints: hints.slice(ranges[i].first, ranges[i].last),
    labels: labelsOf(mendClasses(s.tokens, s.ner, uses)),
  }))
}

/** Learns to find names from silver classes. The same articles give the same bytes. */
export const trainNames = (articles: readonly SilverArticle[]): Uint8Array => {
  const uses = countUses(articles)
  const sentences = articles.flatMap(article => sentencesOf(article, uses))
  const trainer = new PerceptronTrainer(BITS)
  const random = createRandom(2)
  const state = new NameState(NAME_LABELS.length)
  const features = new Int32Array(NAME_FEATURES)
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(sentences, random)
    for (const { words, tags, hints, labels } of sentences) {
      state.begin(words, tags, hints, 0, words.length)
      for (let r = 2; r < words.length + 2; r++) {
        const candidates = state.candidates(r)
        let guess = 0
        if (candidates.length > 1) {
          state.fillFeatures(r, BITS, features)
          const count =
            tags[r - 2].startsWith('NNP') && (hints[r - 2] & 15) !== DAY && random(100) < UNSEEN ? NAME_CONTEXT_FEATURES : NAME_FEATURES
          guess = chooseLabel(trainer.weights, features, count, candidates)
          if (candidates.includes(labels[r - 2])) trainer.learn(features, count, labels[r - 2], guess)
        }
        state.labels[r] = guess
      }
    }
  }
  return encodeNameModel({ labels: NAME_LABELS, bits: BITS, weights: trainer.finish() })
}
