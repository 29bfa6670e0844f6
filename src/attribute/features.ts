import type { Features } from '../learn/crf.ts'
import { hashString, mix } from '../learn/hash.ts'
import type { View } from './view.ts'

/** Spreads what was combined over all 32 bits: one round of MurmurHash3's finaliser (Appleby), which is enough for values that are hashes themselves. */
const finish = (h: number): number => {
  const x = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  return x ^ (x >>> 13)
}

/** How often a lemma is a word of saying: 0 never seen as one, 1 rarely, up to 7 nearly always. By the lemma's hash. */
export type CueLexicon = ReadonlyMap<number, number>

/** From this level on a word is a cue candidate that others are placed by. */
export const candidateLevel = 4

const outside = hashString('<outside>')
const comma = hashString(',')
const that = hashString('that')
const distance = (d: number): number => (d < 4 ? d : d < 6 ? 4 : d < 9 ? 5 : d < 14 ? 6 : d < 22 ? 7 : d < 40 ? 8 : 9)

/** Where the nearest cue candidates are, seen from each position. */
interface Bearings {
  readonly level: Uint8Array
  /** Positions of the nearest candidate strictly to the left and right within the paragraph; -1 for none. */
  readonly left: Int32Array
  readonly right: Int32Array
  /** Running count of commas before each position. */
  readonly commas: Int32Array
  /** The nearest candidate up the parse, how many steps up, and the position of the branch's top below it. */
  readonly above: Int32Array
  readonly steps: Uint8Array
  readonly branch: Int32Array
  /** Per sentence of the view: 1 has a quotation, 2 has a candidate. */
  readonly sentenceKind: Uint8Array
}

const takeBearings = (view: View, lexicon: CueLexicon): Bearings => {
  const n = view.length
  const level = new Uint8Array(n)
  const left = new Int32Array(n).fill(-1)
  const right = new Int32Array(n).fill(-1)
  const commas = new Int32Array(n + 1)
  const above = new Int32Array(n).fill(-1)
  const steps = new Uint8Array(n)
  const branch = new Int32Array(n).fill(-1)
  const sentenceKind = new Uint8Array(view.sentenceStart.length)
  for (let i = 0; i < n; i++) {
    level[i] = lexicon.get(view.lemma[i]) ?? 0
    commas[i + 1] = commas[i] + (view.word[i] === comma ? 1 : 0)
    if (view.quote[i]) sentenceKind[view.sentence[i]] |= 1
    if (level[i] >= candidateLevel) sentenceKind[view.sentence[i]] |= 2
  }
  let last = -1
  for (let i = 0; i < n; i++) {
    if (i > 0 && view.paragraph[i] !== view.paragraph[i - 1]) last = -1
    left[i] = last
    if (level[i] >= candidateLevel && !view.quote[i]) last = i
  }
  last = -1
  for (let i = n - 1; i >= 0; i--) {
    if (i < n - 1 && view.paragraph[i] !== view.paragraph[i + 1]) last = -1
    right[i] = last
    if (level[i] >= candidateLevel && !view.quote[i]) last = i
  }
  for (let i = 0; i < n; i++) {
    let at = i
    for (let k = 1; k <= 12; k++) {
      const h = view.head[at]
      if (h < 0) break
      if (level[h] >= candidateLevel) {
        above[i] = h
        steps[i] = k
        branch[i] = at
        break
      }
      at = h
    }
  }
  return { level, left, right, commas, above, steps, branch, sentenceKind }
}

/**
 * The hashed features of a view for the tagger. Which they are: words, lemmas, tags, shapes and names of the neighbourhood; quotation marks; how often a word is
 * a cue; the nearest cue candidates to the left, to the right and up the parse, with what lies between; what kind of sentence this, the last and the next are.
 */
export const extractFeatures = (view: View, lexicon: CueLexicon): Features => {
  const n = view.length
  const b = takeBearings(view, lexicon)
  const { word, lemma, tag, shape, name, quote, quoteSize, sentence, sentenceStart, relation, head } = view
  const unaryWidth = 72
  const pairWidth = 5
  const unary = new Uint32Array(n * unaryWidth)
  const pair = new Uint32Array(n * pairWidth)
  let at = 0
  let template = 0
  const emit = (a: number): void => {
    unary[at++] = finish(Math.imul(a, 0x9e3779b1) ^ Math.imul(++template, 0x27d4eb2f))
  }
  const emit2 = (a: number, c: number): void => {
    unary[at++] = finish(Math.imul(a, 0x9e3779b1) ^ Math.imul(c, 0x85ebca77) ^ Math.imul(++template, 0x27d4eb2f))
  }
  const emit3 = (a: number, c: number, d: number): void => {
    unary[at++] = finish(Math.imul(a, 0x9e3779b1) ^ Math.imul(c, 0x85ebca77) ^ Math.imul(d, 0xc2b2ae3d) ^ Math.imul(++template, 0x27d4eb2f))
  }
  const of = (column: Uint32Array, i: number): number => (i >= 0 && i < n ? column[i] : outside)
  const small = (column: Uint8Array, i: number): number => (i >= 0 && i < n ? column[i] : 99)
  for (let i = 0; i < n; i++) {
    at = i * unaryWidth
    template = 0
    const s = sentence[i]
    const first = sentenceStart[s]
    const last = sentenceStart[s + 1]
    const w = word[i]
    const l = lemma[i]
    const t = tag[i]
    const q = quote[i]
    const t1 = of(tag, i - 1)
    const t2 = of(tag, i + 1)
    const lv = b.level[i]
    emit(0)
    emit(w)
    emit(l)
    emit(t)
    emit(shape[i])
    emit(name[i])
    emit2(q, quoteSize[i])
    emit(of(word, i - 1))
    emit(of(word, i + 1))
    emit(of(word, i - 2))
    emit(of(word, i + 2))
    emit(t1)
    emit(t2)
    emit(of(tag, i - 2))
    emit(of(tag, i + 2))
    emit2(t1, t)
    emit2(t, t2)
    emit3(t1, t, t2)
    emit3(of(tag, i - 2), t1, t)
    emit3(t, t2, of(tag, i + 2))
    emit2(w, t)
    emit2(of(lemma, i - 1), l)
    emit2(l, of(lemma, i + 1))
    emit2(of(lemma, i - 1), t)
    emit2(t, of(lemma, i + 1))
    emit2(lv, t)
    emit3(lv, t, q)
    emit3(lv, t1, t2)
    emit2(small(b.level, i - 1), t)
    emit2(small(b.level, i + 1), t)
    emit3(small(b.level, i - 1), small(b.level, i + 1), q)
    emit3(small(name, i - 1), name[i], small(name, i + 1))
    emit3(small(quote, i - 1), q, small(quote, i + 1))
    const sk = b.sentenceKind[s] | ((s > 0 ? b.sentenceKind[s - 1] : 4) << 3) | ((last < n ? b.sentenceKind[s + 1] : 4) << 6)
    emit2(sk, q)
    emit3(sk, q, lv)
    const left = b.left[i]
    const right = b.right[i]
    const sameLeft = left >= 0 && sentence[left] === s
    const sameRight = right >= 0 && sentence[right] === s
    const ld = left < 0 ? 31 : distance(i - left) + (sameLeft ? 0 : 10)
    const rd = right < 0 ? 31 : distance(right - i) + (sameRight ? 0 : 10)
    const lc = left < 0 ? 9 : Math.min(b.commas[i] - b.commas[left], 4)
    const rc = right < 0 ? 9 : Math.min(b.commas[right] - b.commas[i], 4)
    const ll = left < 0 ? outside : lemma[left]
    const rl = right < 0 ? outside : lemma[right]
    emit2(ll, sameLeft ? 1 : 0)
    emit2(rl, sameRight ? 1 : 0)
    emit3(ld, lc, q)
    emit3(rd, rc, q)
    emit2(ld, rd)
    emit3(ll, ld, lc)
    emit3(rl, rd, rc)
    emit3(ll, t, ld)
    emit3(rl, t, rd)
    emit3(ll, left >= 0 && of(word, left + 1) === that ? 1 : 0, q)
    emit3(lc, ld, t)
    emit3(rc, rd, t)
    emit3(sameLeft ? tag[left] : 0, sameRight ? tag[right] : 0, q)
    const fromStart = Math.min(i - first, 6)
    const toEnd = Math.min(last - 1 - i, 4)
    emit2(fromStart, q)
    emit2(toEnd, q)
    emit3(fromStart, t, sameLeft ? 1 : 0)
    emit3(toEnd, t, sameLeft ? 1 : 0)
    emit3(first > 0 ? word[first - 1] : 0, first > 0 ? quote[first - 1] : 9, q)
    emit2(word[first], q)
    emit2(word[last - 1], q)
    const h = head[i]
    emit2(relation[i], t)
    emit2(h < 0 ? outside : lemma[h], relation[i])
    emit3(h < 0 ? outside : tag[h], relation[i], h < 0 ? 0 : h < i ? 1 : 2)
    const up = b.above[i]
    if (up >= 0) {
      const top = b.branch[i]
      const side = up < i ? 1 : 2
      const branchRelation = relation[top]
      emit3(branchRelation, side, q)
      emit3(branchRelation, lemma[up], side)
      emit3(branchRelation, side, Math.min(b.steps[i], 5))
      emit3(branchRelation, side, t)
      emit3(branchRelation, tag[up], relation[i])
      emit3(relation[up], branchRelation, side)
      emit3(branchRelation, side, up < i ? lc : rc)
    } else for (let k = 0; k < 7; k++) emit(0)
    emit3(relation[i], lv, t)
    emit3(of(relation, i - 1), relation[i], of(relation, i + 1))
    emit3(up < 0 ? 0 : 1, small(quote, i - 1), small(quote, i + 1))
    emit3(t, of(word, i + 1), q)
    emit3(of(word, i - 1), t, q)
    emit3(quoteSize[i], ld, rd)
    emit3(i > 0 && view.paragraph[i] !== view.paragraph[i - 1] ? 1 : 0, q, sk)

    const q0 = small(quote, i - 1)
    const border = i > 0 && sentence[i] !== sentence[i - 1] ? (view.paragraph[i] !== view.paragraph[i - 1] ? 2 : 1) : 0
    at = i * pairWidth
    pair[at] = 1001
    pair[at + 1] = mix(mix(t1, t), 1002)
    pair[at + 2] = mix(mix(q0, q), 1003)
    pair[at + 3] = mix(border * 16 + q, 1004)
    pair[at + 4] = mix(mix(mix(ld, rd), q0 * 4 + q), 1005)
  }
  return { length: n, unaryWidth, pairWidth, unary, pair }
}
