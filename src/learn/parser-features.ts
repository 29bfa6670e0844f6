import { mix } from './hash.ts'
import { hashNumber, type ParserState } from './parser-state.ts'

/*
 * In the names: `s0` is the top of the stack, `s1` and `s2` what lies below it, `b0` the next row and `b1` to `b3` those after it; `l` and `r` are the
 * outermost dependents on either side. A last `w` is the word, `t` the tag, `r` the relation, `v` the number of dependents.
 */

/** Odd multipliers, one for each place that a feature looks at, so that the same word in another place is another value. */
const place = (n: number): number => mix(n, 0x706c6163) | 1
const M = Int32Array.from({ length: 64 }, (_, i) => place(i))
/** What tells one feature from another over the same places. */
const K = Int32Array.from({ length: 256 }, (_, i) => mix(i, 0x73616c74))
const RELATION = Int32Array.from({ length: 256 }, (_, i) => hashNumber(2, i))
const COUNT = Int32Array.from({ length: 64 }, (_, i) => hashNumber(3, i))

const DISTANCE = Uint8Array.from({ length: 32 }, (_, d) => (d < 5 ? d : d < 7 ? 5 : d < 10 ? 6 : d < 16 ? 7 : 8))
const bucket = (distance: number): number => (distance < 32 ? DISTANCE[distance] : 9)

/** How many features a transition, and a relation, is decided by. */
export const TRANSITION_FEATURES = 75
export const RELATION_FEATURES = 22

/** Fills `out` with the hashes that the next transition is decided by. Every one is a sum of place-multiplied hashes: its high bits are its row. */
export const fillTransitionFeatures = (state: ParserState, out: Int32Array): void => {
  const { stack, top, next: b0, word, tag, left, left2, right, relation } = state
  const s0 = stack[top - 1]
  const s1 = stack[top - 2]
  const s2 = stack[top - 3]
  const s0l = left[s0]
  const s0r = right[s0]
  const s1r = right[s1]
  const s1l = left[s1]
  const b0l = left[b0]
  const b0l2 = left2[b0]
  const s0w = Math.imul(word[s0], M[0])
  const s1w = Math.imul(word[s1], M[1])
  const b0w = Math.imul(word[b0], M[2])
  const b1w = Math.imul(word[b0 + 1], M[3])
  const b2w = Math.imul(word[b0 + 2], M[4])
  const s0t = Math.imul(tag[s0], M[5])
  const s1t = Math.imul(tag[s1], M[6])
  const s2t = Math.imul(tag[s2], M[7])
  const b0t = Math.imul(tag[b0], M[8])
  const b1t = Math.imul(tag[b0 + 1], M[9])
  const b2t = Math.imul(tag[b0 + 2], M[10])
  const b3t = Math.imul(tag[b0 + 3], M[11])
  const s0lt = Math.imul(tag[s0l], M[12])
  const s0rt = Math.imul(tag[s0r], M[13])
  const s1rt = Math.imul(tag[s1r], M[14])
  const s1lt = Math.imul(tag[s1l], M[15])
  const b0lt = Math.imul(tag[b0l], M[16])
  const b0l2t = Math.imul(tag[b0l2], M[17])
  const s0lr = Math.imul(RELATION[relation[s0l]], M[18])
  const s0rr = Math.imul(RELATION[relation[s0r]], M[19])
  const s1rr = Math.imul(RELATION[relation[s1r]], M[20])
  const s1lr = Math.imul(RELATION[relation[s1l]], M[21])
  const b0lr = Math.imul(RELATION[relation[b0l]], M[22])
  const b0l2r = Math.imul(RELATION[relation[b0l2]], M[23])
  const b0lw = Math.imul(word[b0l], M[25])
  const s0v = Math.imul(COUNT[state.leftCount[s0] * 4 + state.rightCount[s0]], M[28])
  const s1v = Math.imul(COUNT[state.leftCount[s1] * 4 + state.rightCount[s1]], M[29])
  const b0v = Math.imul(COUNT[state.leftCount[b0]], M[30])
  const commas = state.commas[b0] - state.commas[s0]
  const verbs = state.verbs[b0] - state.verbs[s0]
  const between = Math.imul(
    COUNT[Math.min(commas, 2) + 3 * Math.min(verbs, 2) + 9 * ((state.quotes[b0] - state.quotes[s0]) & 1) + 18 * (state.quotes[b0] & 1)],
    M[31],
  )
  const fb1 = Math.imul(state.follow[b0 + 1], M[60])
  const nv1 = Math.imul(state.nextVerb[b0 + 1], M[62])
  const s0b0 = s0t + b0t
  const s1s0 = s1t + s0t
  const s0lw = Math.imul(word[s0l], M[52])
  const qs = Math.imul(COUNT[(state.quotes[s0] & 1) + 2 * (state.quotes[b0] & 1) + 4 * (state.quotes[s1] & 1)], M[54])
  const v = state.verbs[b0] - state.verbs[s1]
  const between1 = Math.imul(COUNT[Math.min(state.commas[b0] - state.commas[s1], 2) + 3 * Math.min(v, 2)], M[55])
  out[0] = s0w + K[0]
  out[1] = s0t + K[1]
  out[2] = s0w + s0t + K[2]
  out[3] = s1w + K[3]
  out[4] = s1w + s1t + K[4]
  out[5] = b0w + K[5]
  out[6] = b0t + K[6]
  out[7] = b0w + b0t + K[7]
  out[8] = b1w + K[8]
  out[9] = b1w + b1t + K[9]
  out[10] = b2w + b2t + K[10]
  out[11] = s0b0 + K[11]
  out[12] = s0w + b0t + K[12]
  out[13] = s0t + b0w + K[13]
  out[14] = s1s0 + K[14]
  out[15] = s1w + s0t + K[15]
  out[16] = s1t + s0w + K[16]
  out[17] = b0t + b1t + K[17]
  out[18] = s0b0 + b1t + K[18]
  out[19] = s0b0 + b1t + b2t + K[19]
  out[20] = b0t + b1t + b2t + b3t + K[20]
  out[21] = s1s0 + b0t + K[21]
  out[22] = s1s0 + b0t + b1t + K[22]
  out[23] = s2t + s1s0 + K[23]
  out[24] = s2t + s1s0 + b0t + K[24]
  out[25] = s0b0 + s0lt + K[25]
  out[26] = s0b0 + s0rt + K[26]
  out[27] = s0b0 + b0lt + K[27]
  out[28] = s1s0 + s1rt + K[28]
  out[29] = s1s0 + s1lt + K[29]
  out[30] = s1s0 + s0lt + K[30]
  out[31] = s1s0 + s0rt + K[31]
  out[32] = s0w + s0v + K[32]
  out[33] = s0b0 + s0v + K[33]
  out[34] = s1s0 + s1v + K[34]
  out[35] = s0b0 + b0v + K[35]
  out[36] = s0b0 + between + K[36]
  out[37] = s0b0 + s0lr + s0rr + K[37]
  out[38] = s1s0 + s1lr + s1rr + K[38]
  out[39] = s0b0 + b0lr + b0l2r + K[39]
  out[40] = s0w + s0rr + b0t + K[40]
  out[41] = s0w + s0lr + b0t + K[41]
  out[42] = b0w + b0lr + s0t + K[42]
  out[43] = s0b0 + b0lt + b0l2t + K[43]
  out[44] = s1s0 + b0w + K[44]
  out[45] = s0b0 + b1w + K[45]
  out[46] = s1w + b0t + b0lw + K[46]
  out[47] = s0w + b0t + b0lw + K[47]
  out[48] = s0b0 + b0lw + K[48]
  out[49] = s0b0 + s1t + b0lw + K[49]
  out[50] = s0t + b0w + b0lw + K[50]
  out[51] = s0w + b0w + b0lr + K[51]
  out[52] = s1t + s0w + b0lw + K[52]
  out[53] = s1w + s0t + b0lw + K[53]
  out[54] = s0b0 + b0lw + b0l2t + K[54]
  out[55] = s0b0 + s1t + b0lr + s0rr + K[55]
  out[56] = s1s0 + b0w + b1t + K[56]
  out[57] = s1s0 + s2t + b0t + b0lr + K[57]
  out[58] = s1s0 + s1lr + b0t + K[58]
  out[59] = s1s0 + b0t + b0lw + b1t + K[59]
  out[60] = s0b0 + fb1 + K[60]
  out[61] = s1s0 + b0t + fb1 + K[61]
  out[62] = s0b0 + nv1 + K[62]
  out[63] = s1s0 + b0t + nv1 + K[63]
  out[64] = s0b0 + b1t + fb1 + K[64]
  out[65] = s0w + b0t + fb1 + K[65]
  out[66] = s0b0 + b1t + nv1 + K[66]
  out[67] = b0w + b1t + nv1 + K[67]
  out[68] = s1s0 + b0w + fb1 + K[68]
  out[69] = s0w + b0t + b1t + K[69]
  out[70] = s0t + s0lw + b0t + K[70]
  out[71] = b0w + b1w + K[71]
  out[72] = s1s0 + qs + b0t + K[72]
  out[73] = s1s0 + between1 + b0t + K[73]
  out[74] = s1w + s0t + b0t + b1t + K[74]
}

/** Fills `out` with the hashes that the relation of `dependent` to `head` is decided by. */
export const fillRelationFeatures = (state: ParserState, head: number, dependent: number, out: Int32Array): void => {
  const { word, tag, left, right, relation } = state
  const onLeft = dependent < head
  const side = COUNT[onLeft ? 1 : 2]
  const distance = Math.imul(COUNT[bucket(onLeft ? head - dependent : dependent - head)], M[32])
  const dw = Math.imul(word[dependent], M[33])
  const dt = Math.imul(tag[dependent], M[34])
  const hw = Math.imul(word[head], M[35])
  const ht = Math.imul(tag[head], M[36]) + side
  const before = Math.imul(tag[dependent - 1], M[37])
  const beforeWord = Math.imul(word[dependent - 1], M[38])
  const after = Math.imul(tag[dependent + 1], M[39])
  const afterWord = Math.imul(word[dependent + 1], M[40])
  const dl = left[dependent]
  const dr = right[dependent]
  const hl = left[head]
  const hr = right[head]
  const dlr = Math.imul(RELATION[relation[dl]], M[41])
  const drr = Math.imul(RELATION[relation[dr]], M[42])
  const hlr = Math.imul(RELATION[relation[hl]], M[43])
  const hrr = Math.imul(RELATION[relation[hr]], M[44])
  const dlw = Math.imul(word[dl], M[45])
  const dll = Math.imul(RELATION[relation[state.left2[dependent]]], M[46])
  const headAfter = Math.imul(tag[head + 1], M[47])
  const headBefore = Math.imul(tag[head - 1], M[48])
  const d2 = Math.imul(tag[state.left2[dependent]], M[49])
  const hl2r = Math.imul(RELATION[relation[state.left2[head]]], M[50])
  const pair = dt + ht
  out[0] = pair + K[128]
  out[1] = dw + ht + K[129]
  out[2] = dt + hw + side + K[130]
  out[3] = dw + hw + side + K[131]
  out[4] = pair + distance + K[132]
  out[5] = pair + before + K[133]
  out[6] = pair + beforeWord + K[134]
  out[7] = pair + after + K[135]
  out[8] = pair + afterWord + K[136]
  out[9] = pair + dlr + K[137]
  out[10] = pair + drr + K[138]
  out[11] = pair + hlr + K[139]
  out[12] = pair + hrr + K[140]
  out[13] = pair + dlw + K[141]
  out[14] = pair + dlr + dll + K[142]
  out[15] = hw + side + dlr + dt + K[143]
  out[16] = pair + headAfter + K[144]
  out[17] = pair + headBefore + K[145]
  out[18] = hw + side + hrr + dt + K[146]
  out[19] = dw + side + K[147]
  out[20] = dt + d2 + dlr + K[148]
  out[21] = pair + hlr + hl2r + K[149]
}
