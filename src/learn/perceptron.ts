/**
 * The index that a 32-bit hash has, as the feature of number `slot`, in a table of 2^`bits` weights. One table holds the weights of all pairs of feature and
 * label: the labels of a feature, 64 at most, lie in one block, so a feature costs one look at memory. It is the index of its block's weight for label 0.
 */
export const featureOf = (slot: number, hash: number, bits: number): number => {
  let h = Math.imul(hash ^ Math.imul(slot + 1, 0x9e3779b1), 0x85ebca6b)
  h ^= h >>> 15
  return Math.imul(h, 0xc2b2ae35) >>> (32 - bits)
}

/** The label among `candidates` with the highest sum of weights over the first `count` features; the first of equals. */
export const chooseLabel = (weights: Int8Array | Int32Array, features: Int32Array, count: number, candidates: Uint8Array): number => {
  let best = candidates[0]
  let bestScore = -0x80000000
  for (let c = 0; c < candidates.length; c++) {
    const label = candidates[c]
    let score = 0
    let f = 0
    for (; f + 3 < count; f += 4)
      score +=
        weights[features[f] ^ label] +
        weights[features[f + 1] ^ label] +
        weights[features[f + 2] ^ label] +
        weights[features[f + 3] ^ label]
    for (; f < count; f++) score += weights[features[f] ^ label]
    if (score > bestScore) {
      bestScore = score
      best = label
    }
  }
  return best
}

/** A perceptron in training (Collins 2002): whole-number weights, averaged over all steps at the end. */
export class PerceptronTrainer {
  readonly weights: Int32Array
  private readonly totals: Float64Array
  private readonly stamps: Int32Array
  private step = 0

  constructor(bits: number) {
    this.weights = new Int32Array(2 ** bits)
    this.totals = new Float64Array(2 ** bits)
    this.stamps = new Int32Array(2 ** bits)
  }

  private add(index: number, amount: number): void {
    this.totals[index] += this.weights[index] * (this.step - this.stamps[index])
    this.stamps[index] = this.step
    this.weights[index] += amount
  }

  /** Takes one decision in: nothing changes where the guess was right. */
  learn(features: Int32Array, count: number, truth: number, guess: number): void {
    this.step++
    if (truth === guess) return
    for (let f = 0; f < count; f++) {
      this.add(features[f] ^ truth, 1)
      this.add(features[f] ^ guess, -1)
    }
  }

  /** The averaged weights in eight bits each, the largest thousandth cut off. */
  finish(): Int8Array {
    const mean = new Float64Array(this.weights.length)
    for (let i = 0; i < mean.length; i++)
      mean[i] = (this.totals[i] + this.weights[i] * (this.step - this.stamps[i])) / Math.max(1, this.step)
    const sizes = mean
      .map(Math.abs)
      .filter(w => w > 0)
      .sort()
    const largest = sizes.length === 0 ? 1 : sizes[Math.floor(sizes.length * 0.999)]
    const scale = 127 / largest
    return Int8Array.from(mean, w => Math.max(-127, Math.min(127, Math.round(w * scale))))
  }
}
