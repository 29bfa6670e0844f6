import { chooseLabel, PerceptronTrainer } from '../src/learn/perceptron.ts'
import { createRandom, shuffle } from '../src/learn/random.ts'
import { indexDictionary, type TagDictionary } from '../src/learn/tag-dictionary.ts'
import { TAG_FEATURES, TagState } from '../src/learn/tagger.ts'
import { encodeTaggerModel } from '../src/learn/tagger-model.ts'
import { WordColumns } from '../src/learn/words.ts'
import type { SilverArticle } from './corpus.ts'
import { plainWord } from './words.ts'

const BITS = 19
const ROUNDS = 5
/** A word seen this often has only the tags it was seen with; one seen this often is in the dictionary at all. */
const TRUSTED = 12
const KNOWN = 2
/** A tag that makes up less than this of a word's uses is an error of the silver tags. */
const LEAST_SHARE = 0.006

/** Tags that new words take: nouns, verbs, adjectives, adverbs, numbers, foreign words and cries. */
const OPEN = ['NN', 'NNS', 'NNP', 'NNPS', 'JJ', 'JJR', 'JJS', 'RB', 'RBR', 'VB', 'VBD', 'VBG', 'VBN', 'VBP', 'VBZ', 'CD', 'UH', 'FW', 'IN']

interface Sentence {
  readonly words: readonly string[]
  readonly tags: Uint8Array
}

const buildDictionary = (sentences: readonly Sentence[], open: Uint8Array): TagDictionary => {
  const counts = new Map<number, Map<number, number>>()
  const columns = new WordColumns()
  for (const { words, tags } of sentences) {
    columns.fill(words, 0, words.length)
    for (let i = 0; i < words.length; i++) {
      const hash = columns.exact[i + 2]
      let of = counts.get(hash)
      if (of === undefined) {
        of = new Map()
        counts.set(hash, of)
      }
      of.set(tags[i], (of.get(tags[i]) ?? 0) + 1)
    }
  }
  const sets: Uint8Array[] = [new Uint8Array(0)]
  const numbers = new Map<string, number>()
  const entries: [number, number][] = []
  for (const [hash, of] of counts) {
    const total = [...of.values()].reduce((a, b) => a + b, 0)
    if (total < KNOWN) continue
    const seen = [...of].filter(([, n]) => n >= total * LEAST_SHARE).map(([tag]) => tag)
    const closed = seen.every(tag => !open.includes(tag))
    const tags = total >= TRUSTED || closed ? seen : [...new Set([...seen, ...open])]
    tags.sort((a, b) => a - b)
    const seenKey = `${total >= TRUSTED} ${seen.toSorted((a, b) => a - b).join(' ')}`
    let number = numbers.get(seenKey)
    if (number === undefined) {
      number = sets.length
      numbers.set(seenKey, number)
      sets.push(Uint8Array.from(tags))
    }
    entries.push([hash, number])
  }
  entries.sort((a, b) => a[0] - b[0])
  return indexDictionary(
    sets,
    Int32Array.from(entries, e => e[0]),
    Uint16Array.from(entries, e => e[1]),
  )
}

/** Learns to tag from silver tags. The same articles give the same bytes. */
export const trainTagger = (articles: readonly SilverArticle[]): Uint8Array => {
  const labels = [...new Set(articles.flatMap(a => a.sentences.flatMap(s => s.pos)))].sort()
  const numberOf = new Map(labels.map((tag, i) => [tag, i]))
  const open = Uint8Array.from(
    OPEN.filter(tag => numberOf.has(tag)),
    tag => numberOf.get(tag)!,
  )
  const sentences: Sentence[] = articles.flatMap(a =>
    a.sentences.map(s => ({ words: s.tokens.map(plainWord), tags: Uint8Array.from(s.pos, tag => numberOf.get(tag)!) })),
  )
  const dictionary = buildDictionary(sentences, open)
  const trainer = new PerceptronTrainer(BITS)
  const random = createRandom(1)
  const state = new TagState()
  const features = new Int32Array(TAG_FEATURES)
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(sentences, random)
    for (const { words, tags } of sentences) {
      state.begin(dictionary, words, 0, words.length)
      for (let r = 2; r < words.length + 2; r++) {
        const candidates = state.candidates({ dictionary, open }, r)
        let guess = candidates[0]
        if (candidates.length > 1) {
          state.fillFeatures(r, BITS, features)
          guess = chooseLabel(trainer.weights, features, TAG_FEATURES, candidates)
          trainer.learn(features, TAG_FEATURES, tags[r - 2], guess)
        }
        state.labels[r] = guess
      }
    }
  }
  return encodeTaggerModel({ labels, dictionary, open, bits: BITS, weights: trainer.finish() })
}
