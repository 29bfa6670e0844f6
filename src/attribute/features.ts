import type { Features } from '../learn/crf.ts'
import { hashString, mix } from '../learn/hash.ts'
import { candidateLevel } from './candidates.ts'
import type { View } from './view.ts'

/** Spreads what was combined over all 32 bits: one round of MurmurHash3's finaliser (Appleby), which is enough for values that are hashes themselves. */
const finish = (h: number): number => {
  const x = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  return x ^ (x >>> 13)
}

/** Hashes one, two or three values that the feature of that number looks at. */
const hash1 = (feature: number, a: number): number => finish(Math.imul(a, 0x9e3779b1) ^ Math.imul(feature, 0x27d4eb2f))
const hash2 = (feature: number, a: number, b: number): number =>
  finish(Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77) ^ Math.imul(feature, 0x27d4eb2f))
const hash3 = (feature: number, a: number, b: number, c: number): number =>
  finish(Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77) ^ Math.imul(c, 0xc2b2ae3d) ^ Math.imul(feature, 0x27d4eb2f))

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

const takeBearings = (view: View): Bearings => {
  const n = view.length
  const { level } = view
  const left = new Int32Array(n).fill(-1)
  const right = new Int32Array(n).fill(-1)
  const commas = new Int32Array(n + 1)
  const above = new Int32Array(n).fill(-1)
  const steps = new Uint8Array(n)
  const branch = new Int32Array(n).fill(-1)
  const sentenceKind = new Uint8Array(view.sentenceStart.length)
  for (let i = 0; i < n; i++) {
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
export const extractFeatures = (view: View): Features => {
  const n = view.length
  const b = takeBearings(view)
  const { word, lemma, tag, shape, name, quote, quoteSize, sentence, sentenceStart, relation, head } = view
  const unaryWidth = 82
  const pairWidth = 6
  const unary = new Uint32Array(n * unaryWidth)
  const pair = new Uint32Array(n * pairWidth)
  const of = (column: Uint32Array, i: number): number => (i >= 0 && i < n ? column[i] : outside)
  const small = (column: Uint8Array, i: number): number => (i >= 0 && i < n ? column[i] : 99)
  for (let i = 0; i < n; i++) {
    let at = i * unaryWidth
    const s = sentence[i]
    const first = sentenceStart[s]
    const last = sentenceStart[s + 1]
    const w = word[i]
    const l = lemma[i]
    const t = tag[i]
    const q = quote[i]
    const t1 = of(tag, i - 1)
    const t2 = of(tag, i + 1)
    const usual = view.usualLevel[i]
    const lv = b.level[i]
    unary[at + 0] = hash1(1, 0)
    unary[at + 1] = hash1(2, w)
    unary[at + 2] = hash1(3, l)
    unary[at + 3] = hash1(4, t)
    unary[at + 4] = hash1(5, shape[i])
    unary[at + 5] = hash1(6, name[i])
    unary[at + 6] = hash2(7, q, quoteSize[i])
    unary[at + 7] = hash1(8, of(word, i - 1))
    unary[at + 8] = hash1(9, of(word, i + 1))
    unary[at + 9] = hash1(10, of(word, i - 2))
    unary[at + 10] = hash1(11, of(word, i + 2))
    unary[at + 11] = hash1(12, t1)
    unary[at + 12] = hash1(13, t2)
    unary[at + 13] = hash1(14, of(tag, i - 2))
    unary[at + 14] = hash1(15, of(tag, i + 2))
    unary[at + 15] = hash2(16, t1, t)
    unary[at + 16] = hash2(17, t, t2)
    unary[at + 17] = hash3(18, t1, t, t2)
    unary[at + 18] = hash3(19, of(tag, i - 2), t1, t)
    unary[at + 19] = hash3(20, t, t2, of(tag, i + 2))
    unary[at + 20] = hash2(21, w, t)
    unary[at + 21] = hash2(22, of(lemma, i - 1), l)
    unary[at + 22] = hash2(23, l, of(lemma, i + 1))
    unary[at + 23] = hash2(24, of(lemma, i - 1), t)
    unary[at + 24] = hash2(25, t, of(lemma, i + 1))
    unary[at + 25] = hash2(26, usual, t)
    unary[at + 26] = hash3(27, usual, t, q)
    unary[at + 27] = hash3(28, usual, t1, t2)
    unary[at + 28] = hash2(29, small(b.level, i - 1), t)
    unary[at + 29] = hash2(30, small(b.level, i + 1), t)
    unary[at + 30] = hash3(31, small(b.level, i - 1), small(b.level, i + 1), q)
    unary[at + 31] = hash3(32, small(name, i - 1), name[i], small(name, i + 1))
    unary[at + 32] = hash3(33, small(quote, i - 1), q, small(quote, i + 1))
    const sk = b.sentenceKind[s] | ((s > 0 ? b.sentenceKind[s - 1] : 4) << 3) | ((last < n ? b.sentenceKind[s + 1] : 4) << 6)
    unary[at + 33] = hash2(34, sk, q)
    unary[at + 34] = hash3(35, sk, q, usual)
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
    unary[at + 35] = hash2(36, ll, sameLeft ? 1 : 0)
    unary[at + 36] = hash2(37, rl, sameRight ? 1 : 0)
    unary[at + 37] = hash3(38, ld, lc, q)
    unary[at + 38] = hash3(39, rd, rc, q)
    unary[at + 39] = hash2(40, ld, rd)
    unary[at + 40] = hash3(41, ll, ld, lc)
    unary[at + 41] = hash3(42, rl, rd, rc)
    unary[at + 42] = hash3(43, ll, t, ld)
    unary[at + 43] = hash3(44, rl, t, rd)
    unary[at + 44] = hash3(45, ll, left >= 0 && of(word, left + 1) === that ? 1 : 0, q)
    unary[at + 45] = hash3(46, lc, ld, t)
    unary[at + 46] = hash3(47, rc, rd, t)
    unary[at + 47] = hash3(48, sameLeft ? tag[left] : 0, sameRight ? tag[right] : 0, q)
    const fromStart = Math.min(i - first, 6)
    const toEnd = Math.min(last - 1 - i, 4)
    unary[at + 48] = hash2(49, fromStart, q)
    unary[at + 49] = hash2(50, toEnd, q)
    unary[at + 50] = hash3(51, fromStart, t, sameLeft ? 1 : 0)
    unary[at + 51] = hash3(52, toEnd, t, sameLeft ? 1 : 0)
    unary[at + 52] = hash3(53, first > 0 ? word[first - 1] : 0, first > 0 ? quote[first - 1] : 9, q)
    unary[at + 53] = hash2(54, word[first], q)
    unary[at + 54] = hash2(55, word[last - 1], q)
    const h = head[i]
    unary[at + 55] = hash2(56, relation[i], t)
    unary[at + 56] = hash2(57, h < 0 ? outside : lemma[h], relation[i])
    unary[at + 57] = hash3(58, h < 0 ? outside : tag[h], relation[i], h < 0 ? 0 : h < i ? 1 : 2)
    const up = b.above[i]
    if (up >= 0) {
      const top = b.branch[i]
      const side = up < i ? 1 : 2
      const branchRelation = relation[top]
      unary[at + 58] = hash3(59, branchRelation, side, q)
      unary[at + 59] = hash3(60, branchRelation, lemma[up], side)
      unary[at + 60] = hash3(61, branchRelation, side, Math.min(b.steps[i], 5))
      unary[at + 61] = hash3(62, branchRelation, side, t)
      unary[at + 62] = hash3(63, branchRelation, tag[up], relation[i])
      unary[at + 63] = hash3(64, relation[up], branchRelation, side)
      unary[at + 64] = hash3(65, branchRelation, side, up < i ? lc : rc)
    } else for (let k = 58; k < 65; k++) unary[at + k] = hash1(k + 1, 0)
    unary[at + 65] = hash3(66, relation[i], usual, t)
    unary[at + 66] = hash3(67, of(relation, i - 1), relation[i], of(relation, i + 1))
    unary[at + 67] = hash3(68, up < 0 ? 0 : 1, small(quote, i - 1), small(quote, i + 1))
    unary[at + 68] = hash3(69, t, of(word, i + 1), q)
    unary[at + 69] = hash3(70, of(word, i - 1), t, q)
    unary[at + 70] = hash3(71, quoteSize[i], ld, rd)
    unary[at + 71] = hash3(72, i > 0 && view.paragraph[i] !== view.paragraph[i - 1] ? 1 : 0, q, sk)

    const topBefore = i > 0 ? b.branch[i - 1] : -2
    const topAfter = i + 1 < n ? b.branch[i + 1] : -2
    const br = up < 0 ? 0 : relation[b.branch[i]]
    const brBefore = topBefore < 0 ? 0 : relation[topBefore]
    const brAfter = topAfter < 0 ? 0 : relation[topAfter]
    const sameBefore = topBefore === b.branch[i] ? 1 : 0
    const sameAfter = topAfter === b.branch[i] ? 1 : 0
    unary[at + 72] = hash2(73, lv, t)
    unary[at + 73] = hash3(74, lv, usual, q)
    unary[at + 74] = hash3(75, brBefore, br, sameBefore)
    unary[at + 75] = hash3(76, br, brAfter, sameAfter)
    unary[at + 76] = hash3(77, sameBefore, br, t)
    unary[at + 77] = hash3(78, sameAfter, br, t2)
    const lemmaUp = up < 0 ? outside : lemma[up]
    unary[at + 78] = hash3(79, lemmaUp, sameBefore, br)
    unary[at + 79] = hash3(80, lemmaUp, sameAfter, br)
    unary[at + 80] = hash3(81, up < 0 ? 0 : Math.min(b.level[up], 7), br, q)
    unary[at + 81] = hash3(82, up < 0 ? 9 : b.level[up], sameBefore * 2 + sameAfter, t)
    const q0 = small(quote, i - 1)
    const border = i > 0 && sentence[i] !== sentence[i - 1] ? (view.paragraph[i] !== view.paragraph[i - 1] ? 2 : 1) : 0
    at = i * pairWidth
    pair[at] = 1001
    pair[at + 1] = mix(mix(t1, t), 1002)
    pair[at + 2] = mix(mix(q0, q), 1003)
    pair[at + 3] = mix(border * 16 + q, 1004)
    pair[at + 5] = mix(mix(mix(brBefore, br), sameBefore), 1006)
    pair[at + 4] = mix(mix(mix(ld, rd), q0 * 4 + q), 1005)
  }
  return { length: n, unaryWidth, pairWidth, unary, pair }
}
