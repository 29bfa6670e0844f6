import { type Choice, weighCandidates } from '../learn/choice.ts'
import { hashString, mix } from '../learn/hash.ts'
import type { AnnotatedDocument } from '../model/annotation.ts'
import type { Columns, CueLevels } from './view.ts'

/** How often a lemma is a word of saying: 0 never seen as one, 1 rarely, up to 7 nearly always. By the lemma's hash. */
export type CueLexicon = ReadonlyMap<number, number>

/** From this level on a word is a cue candidate that others are placed by. */
export const candidateLevel = 4

/** The level of a word that is a cue with probability `p`. */
export const levelOf = (p: number): number =>
  p > 0.7 ? 7 : p > 0.5 ? 6 : p > 0.3 ? 5 : p > 0.15 ? candidateLevel : p > 0.07 ? 3 : p > 0.03 ? 2 : 1

const outside = hashString('<outside>')
const hashes = (words: string): ReadonlySet<number> => new Set(words.split(' ').map(hashString))
const subjects = hashes('nsubj nsubjpass csubj')
const clauses = hashes('ccomp xcomp advcl parataxis')
const objects = hashes('dobj iobj nmod obl')

/** What hangs on each token: bits for a subject before it, one after it, a clause, an object, and something else before and after. */
const markDependents = ({ tokens }: AnnotatedDocument, relation: Uint32Array): Uint8Array => {
  const bits = new Uint8Array(tokens.head.length)
  for (let i = 0; i < bits.length; i++) {
    const h = tokens.head[i]
    if (h < 0) continue
    const r = relation[i]
    bits[h] |= subjects.has(r) ? (i < h ? 1 : 2) : clauses.has(r) ? 4 : objects.has(r) ? 8 : i < h ? 16 : 32
  }
  return bits
}

/**
 * Where a token stands to the nearest quotation: 1 right after one, 2 right before, 3 both, 0 neither. Inside one it counts as neither: what is said there is
 * looked at on its own.
 */
const quotePlace = ({ tokens }: AnnotatedDocument, i: number): number => {
  const { quotation } = tokens
  if (quotation[i] >= 0) return 0
  const before = (i > 0 && quotation[i - 1] >= 0) || (i > 1 && quotation[i - 2] >= 0)
  const after = (i + 1 < quotation.length && quotation[i + 1] >= 0) || (i + 2 < quotation.length && quotation[i + 2] >= 0)
  return (before ? 1 : 0) + (after ? 2 : 0)
}

const width = 30

/** The features by which a word of the lexicon is told to be a cue where it stands. */
const cueFeatures = (
  annotated: AnnotatedDocument,
  { lemma, word, tag, name, relation, sentence }: Columns,
  dependents: Uint8Array,
  i: number,
  level: number,
): Uint32Array => {
  const { tokens, sentences } = annotated
  const n = tokens.head.length
  const of = (column: Uint32Array, k: number): number => (k >= 0 && k < n && sentence[k] === sentence[i] ? column[k] : outside)
  const { first, last } = sentences[sentence[i]]
  const l = lemma[i]
  const t = tag[i]
  const h = tokens.head[i]
  const quotes = quotePlace(annotated, i)
  const start = Math.min(i - first, 3)
  const end = Math.min(last - 1 - i, 3)
  const bits = dependents[i]
  const before = of(word, i - 1)
  const after = of(word, i + 1)
  const t1 = of(tag, i - 1)
  const t2 = of(tag, i + 1)
  const f = new Uint32Array(width)
  let k = 0
  const add = (value: number): void => {
    f[k] = mix(value, k + 1)
    k++
  }
  add(0)
  add(l)
  add(t)
  add(mix(l, t))
  add(level)
  add(before)
  add(after)
  add(t1)
  add(t2)
  add(mix(l, before))
  add(mix(l, after))
  add(mix(t1, t))
  add(mix(t, t2))
  add(mix(mix(t1, t), t2))
  add(mix(of(tag, i - 2), t1))
  add(mix(t2, of(tag, i + 2)))
  add(mix(l, t2))
  add(mix(l, t1))
  add(mix(l, bits))
  add(mix(t, bits))
  add(mix(relation[i], t))
  add(mix(h < 0 ? outside : lemma[h], relation[i]))
  add(mix(l, quotes))
  add(mix(t, quotes))
  add(mix(mix(t, start), end))
  add(mix(l, mix(start, end)))
  add(mix(i > 0 ? name[i - 1] : 0, i + 1 < n ? name[i + 1] : 0))
  add(mix(level, bits))
  add(mix(level, quotes))
  add(mix(mix(level, t), t2))
  return f
}

const nothing = new Uint32Array(0)

/** Every word of the lexicon in a document: where it stands, its level there and its features. */
export const listCandidates = (
  annotated: AnnotatedDocument,
  columns: Columns,
  cues: CueLexicon,
): readonly { readonly token: number; readonly level: number; readonly features: Uint32Array }[] => {
  const dependents = markDependents(annotated, columns.relation)
  const found: { token: number; level: number; features: Uint32Array }[] = []
  for (let i = 0; i < columns.lemma.length; i++) {
    const level = cues.get(columns.lemma[i])
    if (level) found.push({ token: i, level, features: cueFeatures(annotated, columns, dependents, i, level) })
  }
  return found
}

/** The choice between being a cue and being none, for the learner. */
export const cueOrNot = (features: Uint32Array): readonly Uint32Array[] => [features, nothing]

/** Weighs every word of the lexicon where it stands. */
export const weighCues = (annotated: AnnotatedDocument, columns: Columns, cues: CueLexicon, model: Choice): CueLevels => {
  const usual = new Uint8Array(columns.lemma.length)
  const here = new Uint8Array(columns.lemma.length)
  for (const { token, level, features } of listCandidates(annotated, columns, cues)) {
    usual[token] = level
    here[token] = levelOf(weighCandidates(model, cueOrNot(features))[0])
  }
  return { usual, here }
}
