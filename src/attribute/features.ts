import type { Features } from '../learn/crf.ts'
import { hashString } from '../learn/hash.ts'
import { hashTemplate, openTable, readTemplates, type Table } from '../learn/templates.ts'
import { candidateLevel } from './candidates.ts'
import type { View } from './view.ts'

/**
 * What the tagger sees of a position. `usual` and `level` say how often a word is a cue, and how likely here. `left` and `right` are the nearest cue candidates on either side: their
 * lemma, tag, distance, the commas up to them, whether they stand in the same sentence. `up` is the nearest candidate up the parse, `branch` what hangs on it and holds the
 * position: its relation, its side, how many steps lie between.
 */
const columns = [
  ...['one', 'word', 'lemma', 'tag', 'shape', 'name', 'quote', 'quoteSize', 'quoteStep', 'usual', 'level', 'relation'],
  ...[
    'neighbourhood',
    'left',
    'right',
    'leftTag',
    'rightTag',
    'leftDistance',
    'rightDistance',
    'leftCommas',
    'rightCommas',
    'leftSame',
    'rightSame',
    'leftThat',
  ],
  ...['fromStart', 'toEnd', 'wordBefore', 'quoteBefore', 'firstWord', 'lastWord', 'paragraphStart', 'border'],
  ...[
    'head',
    'headTag',
    'headSide',
    'branch',
    'side',
    'steps',
    'up',
    'upTag',
    'upRelation',
    'upLevel',
    'upCommas',
    'sameBefore',
    'sameAfter',
    'sameAround',
  ],
] as const
type Column = (typeof columns)[number]

/** What speaks for a label: words, lemmas, tags, shapes, names and marks of the neighbourhood; the candidates around; the place in the sentence; the parse. */
const unary = readTemplates(
  columns,
  [
    ...['one', 'word', 'lemma', 'tag', 'shape', 'name', 'quote quoteSize'],
    ...['word-1', 'word+1', 'word-2', 'word+2', 'tag-1', 'tag+1', 'tag-2', 'tag+2', 'tag-1 tag', 'tag tag+1'],
    ...[
      'tag-1 tag tag+1',
      'tag-2 tag-1 tag',
      'tag tag+1 tag+2',
      'word tag',
      'lemma-1 lemma',
      'lemma lemma+1',
      'lemma-1 tag',
      'tag lemma+1',
    ],
    ...['usual tag', 'usual tag quote', 'usual tag-1 tag+1', 'level-1 tag', 'level+1 tag', 'level-1 level+1 quote'],
    ...['name-1 name name+1', 'quote-1 quote quote+1', 'neighbourhood quote', 'neighbourhood quote usual'],
    ...[
      'left leftSame',
      'right rightSame',
      'leftDistance leftCommas quote',
      'rightDistance rightCommas quote',
      'leftDistance rightDistance',
    ],
    ...['left leftDistance leftCommas', 'right rightDistance rightCommas', 'left tag leftDistance', 'right tag rightDistance'],
    ...['left leftThat quote', 'leftCommas leftDistance tag', 'rightCommas rightDistance tag', 'leftTag rightTag quote'],
    ...['fromStart quote', 'toEnd quote', 'fromStart tag leftSame', 'toEnd tag leftSame'],
    ...['wordBefore quoteBefore quote', 'firstWord quote', 'lastWord quote'],
    ...['relation tag', 'head relation', 'headTag relation headSide'],
    ...[
      'branch side quote',
      'branch up side',
      'branch side steps',
      'branch side tag',
      'branch upTag relation',
      'upRelation branch side',
      'branch side upCommas',
    ],
    ...['relation usual tag', 'relation-1 relation relation+1', 'side quote-1 quote+1', 'tag word+1 quote', 'word-1 tag quote'],
    ...['quoteSize leftDistance rightDistance', 'paragraphStart quote neighbourhood', 'level tag', 'level usual quote'],
    ...['branch-1 branch sameBefore', 'branch branch+1 sameAfter', 'sameBefore branch tag', 'sameAfter branch tag+1'],
    ...['up sameBefore branch', 'up sameAfter branch', 'upLevel branch quote', 'upLevel sameAround tag'],
  ],
  1,
)

/** What speaks for a step from label to label. */
const pair = readTemplates(
  columns,
  ['one', 'tag-1 tag', 'quote-1 quote', 'border quote', 'leftDistance rightDistance quoteStep', 'branch-1 branch sameBefore'],
  1001,
)

const outside = hashString('<outside>')
const comma = hashString(',')
const that = hashString('that')
/** Stands for a class of words beyond the view's ends. */
const beyond = 99
/** The distance to a candidate that there is not, and the number of commas up to it. */
const [nowhere, noCommas] = [31, 9]
/** How far up the parse a candidate is looked for. */
const highest = 12

const distance = (d: number): number => (d < 4 ? d : d < 6 ? 4 : d < 9 ? 5 : d < 14 ? 6 : d < 22 ? 7 : d < 40 ? 8 : 9)

/** Where the columns of a table are written: the cell of each column's first position. */
type Starts = Readonly<Record<Column, number>>

const fillWords = (view: View, cells: Int32Array, at: Starts): void => {
  const { word, lemma, tag, shape, name, quote, quoteSize, usualLevel, level, relation } = view
  const copy = (start: number, from: Uint32Array | Uint8Array): void => cells.set(from, start)
  copy(at.word, word)
  copy(at.lemma, lemma)
  copy(at.tag, tag)
  copy(at.shape, shape)
  copy(at.name, name)
  copy(at.quote, quote)
  copy(at.quoteSize, quoteSize)
  for (let i = 0; i < quote.length; i++) cells[at.quoteStep + i] = cells[at.quote + i - 1] * 4 + quote[i]
  copy(at.usual, usualLevel)
  copy(at.level, level)
  copy(at.relation, relation)
}

/** Where a position stands in its sentence, and which kind of sentence this, the last and the next are: with a quotation (1), with a candidate (2). */
const fillSentences = (view: View, cells: Int32Array, at: Starts): void => {
  const { length: n, word, quote, sentence, sentenceStart, paragraph, level } = view
  const count = sentenceStart.length - 1
  const kinds = new Uint8Array(count)
  for (let i = 0; i < n; i++) kinds[sentence[i]] |= (quote[i] ? 1 : 0) | (level[i] >= candidateLevel ? 2 : 0)
  for (let s = 0; s < count; s++) {
    const first = sentenceStart[s]
    const last = sentenceStart[s + 1]
    const neighbourhood = kinds[s] | ((s > 0 ? kinds[s - 1] : 4) << 3) | ((s + 1 < count ? kinds[s + 1] : 4) << 6)
    const newParagraph = first > 0 && paragraph[first] !== paragraph[first - 1]
    for (let i = first; i < last; i++) {
      cells[at.neighbourhood + i] = neighbourhood
      cells[at.fromStart + i] = Math.min(i - first, 6)
      cells[at.toEnd + i] = Math.min(last - 1 - i, 4)
      cells[at.wordBefore + i] = first > 0 ? word[first - 1] : 0
      cells[at.quoteBefore + i] = first > 0 ? quote[first - 1] : 9
      cells[at.firstWord + i] = word[first]
      cells[at.lastWord + i] = word[last - 1]
    }
    cells[at.paragraphStart + first] = newParagraph ? 1 : 0
    cells[at.border + first] = first === 0 ? 0 : newParagraph ? 2 : 1
  }
}

/** The nearest candidates outside quotations to the left and to the right, within the paragraph. */
const fillSides = (view: View, cells: Int32Array, at: Starts, commas: Int32Array): void => {
  const { length: n, word, lemma, tag, quote, level, sentence, paragraph } = view
  let last = -1
  for (let i = 0; i < n; i++) {
    if (i > 0 && paragraph[i] !== paragraph[i - 1]) last = -1
    const same = last >= 0 && sentence[last] === sentence[i]
    cells[at.left + i] = last < 0 ? outside : lemma[last]
    cells[at.leftTag + i] = same ? tag[last] : 0
    cells[at.leftDistance + i] = last < 0 ? nowhere : distance(i - last) + (same ? 0 : 10)
    cells[at.leftCommas + i] = last < 0 ? noCommas : Math.min(commas[i] - commas[last], 4)
    cells[at.leftSame + i] = same ? 1 : 0
    cells[at.leftThat + i] = last >= 0 && word[last + 1] === that ? 1 : 0
    if (level[i] >= candidateLevel && quote[i] === 0) last = i
  }
  last = -1
  for (let i = n - 1; i >= 0; i--) {
    if (i < n - 1 && paragraph[i] !== paragraph[i + 1]) last = -1
    const same = last >= 0 && sentence[last] === sentence[i]
    cells[at.right + i] = last < 0 ? outside : lemma[last]
    cells[at.rightTag + i] = same ? tag[last] : 0
    cells[at.rightDistance + i] = last < 0 ? nowhere : distance(last - i) + (same ? 0 : 10)
    cells[at.rightCommas + i] = last < 0 ? noCommas : Math.min(commas[last] - commas[i], 4)
    cells[at.rightSame + i] = same ? 1 : 0
    if (level[i] >= candidateLevel && quote[i] === 0) last = i
  }
}

/** What a position hangs on, and the nearest candidate up the parse with the branch that holds the position. */
const fillParse = (view: View, cells: Int32Array, at: Starts): void => {
  const { length: n, lemma, tag, relation, head, level } = view
  let before = -2
  for (let i = 0; i < n; i++) {
    const h = head[i]
    cells[at.head + i] = h < 0 ? outside : lemma[h]
    cells[at.headTag + i] = h < 0 ? outside : tag[h]
    cells[at.headSide + i] = h < 0 ? 0 : h < i ? 1 : 2
    let branch = i
    let up = h
    let steps = 1
    for (; up >= 0 && level[up] < candidateLevel; steps++) {
      branch = up
      up = steps < highest ? head[up] : -1
    }
    if (up < 0) {
      branch = -1
      cells[at.up + i] = outside
      cells[at.upLevel + i] = beyond
    } else {
      cells[at.branch + i] = relation[branch]
      cells[at.side + i] = up < i ? 1 : 2
      cells[at.steps + i] = Math.min(steps, 5)
      cells[at.up + i] = lemma[up]
      cells[at.upTag + i] = tag[up]
      cells[at.upRelation + i] = relation[up]
      cells[at.upLevel + i] = level[up]
      cells[at.upCommas + i] = cells[(up < i ? at.leftCommas : at.rightCommas) + i]
    }
    cells[at.sameBefore + i] = branch === before ? 1 : 0
    if (i > 0) {
      cells[at.sameAfter + i - 1] = cells[at.sameBefore + i]
      cells[at.sameAround + i - 1] = 2 * cells[at.sameBefore + i - 1] + cells[at.sameBefore + i]
    }
    if (i === n - 1) cells[at.sameAround + i] = 2 * cells[at.sameBefore + i]
    before = branch
  }
}

const edges: Partial<Record<Column, number>> = {
  word: outside,
  lemma: outside,
  tag: outside,
  relation: outside,
  name: beyond,
  quote: beyond,
  level: beyond,
}

const fillTable = (view: View): Table => {
  const n = view.length
  const { table, at } = openTable(columns, n, edges)
  const commas = new Int32Array(n + 1)
  for (let i = 0; i < n; i++) commas[i + 1] = commas[i] + (view.word[i] === comma ? 1 : 0)
  fillWords(view, table.cells, at)
  fillSentences(view, table.cells, at)
  fillSides(view, table.cells, at, commas)
  fillParse(view, table.cells, at)
  return table
}

/** The hashed features of a view for the tagger. */
export const extractFeatures = (view: View): Features => {
  const table = fillTable(view)
  return {
    length: view.length,
    unaryWidth: unary.length,
    pairWidth: pair.length,
    fillUnary: (k, out) => hashTemplate(table, unary[k], out),
    fillPair: (k, out) => hashTemplate(table, pair[k], out),
  }
}
