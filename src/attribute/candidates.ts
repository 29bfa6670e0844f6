import type { Choice } from '../learn/choice.ts'
import { hashString, mix } from '../learn/hash.ts'
import { hashPlaces, openTable, readTemplates, type Table } from '../learn/templates.ts'
import type { AnnotatedDocument } from '../model/annotation.ts'
import type { Columns, CueLevels } from './view.ts'

/** How often a lemma is a word of saying: 0 never seen as one, 1 rarely, up to 9 nearly always. By the lemma's hash. */
export type CueLexicon = ReadonlyMap<number, number>

/** From this level on a word is a cue candidate that others are placed by. */
export const candidateLevel = 4

/** The level of a word that is a cue with probability `p`. */
export const levelOf = (p: number): number =>
  p > 0.95 ? 9 : p > 0.85 ? 8 : p > 0.7 ? 7 : p > 0.5 ? 6 : p > 0.3 ? 5 : p > 0.15 ? candidateLevel : p > 0.07 ? 3 : p > 0.03 ? 2 : 1

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

/** What is looked at to tell whether a word of the lexicon is a cue where it stands: `usual` is its level, `dependents` what hangs on it, `quotes` its place to a quotation. */
const names = [
  ...['one', 'lemma', 'word', 'tag', 'name', 'relation', 'head', 'usual', 'dependents', 'quotes', 'fromStart', 'toEnd'],
  ...['subject', 'subjectKind', 'clause', 'clauseMark', 'object', 'objectKind', 'helper', 'turn', 'phrase'],
] as const
const templates = readTemplates(
  names,
  [
    ...['one', 'lemma', 'tag', 'lemma tag', 'usual', 'word-1', 'word+1', 'tag-1', 'tag+1', 'lemma word-1', 'lemma word+1'],
    ...['tag-1 tag', 'tag tag+1', 'tag-1 tag tag+1', 'tag-2 tag-1', 'tag+1 tag+2', 'lemma tag+1', 'lemma tag-1'],
    ...['lemma dependents', 'tag dependents', 'relation tag', 'head relation', 'lemma quotes', 'tag quotes', 'tag fromStart toEnd'],
    ...['lemma fromStart toEnd', 'name-1 name+1', 'usual dependents', 'usual quotes', 'usual tag tag+1'],
    ...[
      'subject',
      'subjectKind',
      'lemma subjectKind',
      'lemma clause',
      'lemma clauseMark',
      'usual subjectKind clause',
      'object',
      'lemma object',
    ],
    ...[
      'lemma objectKind',
      'usual objectKind subjectKind',
      'helper',
      'lemma helper',
      'lemma turn',
      'tag turn',
      'lemma phrase',
      'phrase objectKind',
      'subjectKind clause objectKind',
    ],
  ],
  1,
)

/** The table of a document, with the level of each of its words that the lexicon has. */
const fillTable = (annotated: AnnotatedDocument, { lemma, word, tag, name, relation }: Columns, usual: Uint8Array): Table => {
  const { tokens, sentences } = annotated
  const { table, at } = openTable(names, usual.length, { word: outside, tag: outside })
  const { cells } = table
  cells.set(lemma, at.lemma)
  cells.set(word, at.word)
  cells.set(tag, at.tag)
  cells.set(name, at.name)
  cells.set(relation, at.relation)
  cells.set(usual, at.usual)
  cells.set(markDependents(annotated, relation), at.dependents)
  for (let i = 0; i < usual.length; i++) {
    const h = tokens.head[i]
    if (h < 0 || usual[h] === 0) continue
    const r = tokens.relation[i]
    if (r === 'nsubj' || r === 'nsubjpass' || r === 'nmod:poss') {
      cells[at.subject + h] = lemma[i]
      cells[at.subjectKind + h] = mix(tag[i], name[i] >> 1)
    } else if (r === 'ccomp' || r === 'xcomp' || r === 'acl') {
      cells[at.clause + h] = mix(tag[i], relation[i])
      for (let k = i - 1; k > h && k > i - 12; k--)
        if (tokens.head[k] === i && tokens.relation[k] === 'mark') cells[at.clauseMark + h] = lemma[k]
    } else if (r === 'dobj') {
      cells[at.object + h] = lemma[i]
      cells[at.objectKind + h] = mix(tag[i], name[i] >> 1)
    } else if (r === 'aux' || r === 'auxpass' || r === 'cop') cells[at.helper + h] = lemma[i]
    else if (r === 'neg') cells[at.turn + h] = 1
    else if (r === 'nmod' && i > h) {
      for (let k = i - 1; k > h; k--) if (tokens.head[k] === i && tokens.relation[k] === 'case') cells[at.phrase + h] = lemma[k]
    }
  }
  for (const { first, last } of sentences)
    for (let i = first; i < last; i++) {
      if (usual[i] === 0) continue
      const h = tokens.head[i]
      cells[at.head + i] = h < 0 ? outside : lemma[h]
      cells[at.quotes + i] = quotePlace(annotated, i)
      cells[at.fromStart + i] = Math.min(i - first, 3)
      cells[at.toEnd + i] = Math.min(last - 1 - i, 3)
    }
  return table
}

/** Every word of the lexicon in a document, where it stands, and its features. */
export interface Candidates {
  readonly tokens: Int32Array
  /** The level of each of the document's words, 0 for those that the lexicon has not. */
  readonly usual: Uint8Array
  readonly width: number
  /** Writes the hash of feature `k` of each candidate to `out`. */
  readonly fill: (k: number, out: Int32Array) => void
}

/** Finds the words of the lexicon in a document. */
export const listCandidates = (annotated: AnnotatedDocument, columns: Columns, cues: CueLexicon): Candidates => {
  const n = columns.lemma.length
  const usual = new Uint8Array(n)
  const found = new Int32Array(n)
  let count = 0
  for (let i = 0; i < n; i++) {
    const level = cues.get(columns.lemma[i])
    if (level === undefined || level === 0) continue
    usual[i] = level
    found[count++] = i
  }
  const tokens = found.subarray(0, count)
  const table = fillTable(annotated, columns, usual)
  return { tokens, usual, width: templates.length, fill: (k, out) => hashPlaces(table, templates[k], tokens, out) }
}

/** The choice between being a cue and being none, for the learner. */
export const cueOrNot = (features: Int32Array): readonly Int32Array[] => [features, nothing]

const nothing = new Int32Array(0)

/** Weighs every word of the lexicon where it stands. */
export const weighCues = (annotated: AnnotatedDocument, columns: Columns, cues: CueLexicon, model: Choice): CueLevels => {
  const { tokens, usual, width, fill } = listCandidates(annotated, columns, cues)
  const hashes = new Int32Array(tokens.length)
  const sums = new Float64Array(tokens.length)
  const mask = 2 ** model.bits - 1
  for (let k = 0; k < width; k++) {
    fill(k, hashes)
    for (let c = 0; c < sums.length; c++) sums[c] += model.weights[hashes[c] & mask]
  }
  const here = new Uint8Array(usual.length)
  for (let c = 0; c < sums.length; c++) here[tokens[c]] = levelOf(1 / (1 + Math.exp(-sums[c] * model.scale)))
  return { usual, here }
}
