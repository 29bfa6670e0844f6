import { type Crf, type GatheredFeatures, scoreGathered } from './crf.ts'
import { forwardBackward } from './crf-paths.ts'
import { chooseRows } from './crf-rows.ts'
import { createRandom, shuffle } from './random.ts'
import { CLASSES, classOf, LABELS } from './roles.ts'

/** A sequence with its right labels. */
export interface Example {
  readonly features: GatheredFeatures
  readonly labels: Uint8Array
}

export interface CrfTraining {
  readonly unaryBits: number
  /** Of the features' buckets as many are learned on as this allows, once the field has seen all examples twice: the heaviest. All where it is left out. */
  readonly rowBits?: number
  readonly pairBits: number
  readonly epochs: number
  readonly rate: number
  readonly l2: number
  readonly seed: number
  /** What the learned weights of features are multiplied by: averaging leaves them smaller than serves, dropout larger. 1 where it is not given. */
  readonly stretch?: number
  /** How likely each feature of each position is left out of a step of learning, so that none is relied on alone (Srivastava et al. 2014). 0 where it is not given. */
  readonly dropout?: number
  readonly onEpoch?: (epoch: number, logLikelihood: number, crf: Crf) => void
}

/** After how many epochs it is clear which features matter. */
const warmUp = 2

/** The features with some left out by chance: they point to bucket 0, which is given no weights then. */
const thin = (features: GatheredFeatures, dropout: number, chance: (bound: number) => number): GatheredFeatures => ({
  ...features,
  unary: features.unary.map(hash => (chance(1024) < 1024 * dropout ? 0 : hash)),
})

/** How often in an epoch the weights are taken into the average: the last updates before a single look are noise. */
const looks = 8

/**
 * Maximises the conditional log-likelihood by stochastic gradient ascent with AdaGrad's per-weight rates (Duchi, Hazan and Singer 2011), L2 on the touched
 * weights, one example a step. The weights returned are averaged over the last half of the epochs (Polyak and Juditsky 1992). Deterministic for a seed.
 */
export const trainCrf = (examples: readonly Example[], options: CrfTraining): Crf => {
  const { unaryBits, pairBits, rate, l2, stretch = 1, dropout = 0 } = options
  const L = LABELS
  const C = CLASSES
  const unary = new Float32Array(L << unaryBits)
  const pair = new Float32Array(C << pairBits)
  const unaryHistory = new Float32Array(unary.length).fill(1)
  const pairHistory = new Float32Array(pair.length).fill(1)
  const unarySum = new Float32Array(unary.length)
  const pairSum = new Float32Array(pair.length)
  const unaryMask = (1 << unaryBits) - 1
  const pairMask = (1 << pairBits) - 1
  const crf: Crf = { unaryBits, pairBits, unary, pair }
  const random = createRandom(options.seed)
  const order = examples.flatMap(({ features }, i) => (features.length > 0 ? [i] : []))
  const averagedFrom = Math.min(options.epochs - 1, Math.max(warmUp, Math.floor(options.epochs / 2)))
  const every = Math.max(1, Math.ceil(order.length / looks))
  const chance = createRandom(options.seed + 1)
  let averaged = 0
  const kept = new Uint8Array(1 << unaryBits).fill(1)
  if (dropout > 0) kept[0] = 0
  const g = new Float64Array(L)
  const gp = new Float64Array(C)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    if (epoch === warmUp && options.rowBits !== undefined) {
      kept.fill(0)
      chooseRows(unary, L, unaryBits, options.rowBits).forEach((check, row, rows) => {
        kept[check * rows.length + row] = 1
      })
      if (dropout > 0) kept[0] = 0
      for (let i = 0; i < unary.length; i++) if (kept[Math.floor(i / L)] === 0) unary[i] = 0
    }
    shuffle(order, random)
    let total = 0
    for (const [step, index] of order.entries()) {
      const { labels } = examples[index]
      const features = dropout > 0 ? thin(examples[index].features, dropout, chance) : examples[index].features
      const n = features.length
      const scores = scoreGathered(crf, features)
      const kinds = new Float64Array(n * C)
      const { labels: marginals, logZ } = forwardBackward(scores, kinds)
      let gold = 0
      for (let i = 0; i < n; i++) {
        gold += scores.unary[i * L + labels[i]]
        if (i > 0) gold += scores.pair[i * C + classOf(labels[i - 1], labels[i])]
      }
      total += gold - logZ
      for (let i = 0; i < n; i++) {
        for (let y = 0; y < L; y++) g[y] = (labels[i] === y ? 1 : 0) - marginals[i * L + y]
        for (let f = i * features.unaryWidth, end = f + features.unaryWidth; f < end; f++) {
          const bucket = features.unary[f] & unaryMask
          if (kept[bucket] === 0) continue
          const row = bucket * L
          for (let y = 0; y < L; y++) {
            const w = row + y
            const d = g[y] - l2 * unary[w]
            unaryHistory[w] += d * d
            unary[w] += (rate * d) / Math.sqrt(unaryHistory[w])
          }
        }
        if (i === 0) continue
        const right = classOf(labels[i - 1], labels[i])
        for (let c = 0; c < C; c++) gp[c] = (c === right ? 1 : 0) - kinds[i * C + c]
        for (let f = i * features.pairWidth, end = f + features.pairWidth; f < end; f++) {
          const row = (features.pair[f] & pairMask) * C
          for (let c = 0; c < C; c++) {
            const w = row + c
            const d = gp[c] - l2 * pair[w]
            pairHistory[w] += d * d
            pair[w] += (rate * d) / Math.sqrt(pairHistory[w])
          }
        }
      }
      if (epoch < averagedFrom || ((step + 1) % every !== 0 && step + 1 < order.length)) continue
      averaged++
      for (let i = 0; i < unary.length; i++) unarySum[i] += unary[i]
      for (let i = 0; i < pair.length; i++) pairSum[i] += pair[i]
    }
    options.onEpoch?.(epoch, total, crf)
  }
  for (let i = 0; i < unary.length; i++) unarySum[i] *= stretch / averaged
  for (let i = 0; i < pair.length; i++) pairSum[i] /= averaged
  return { ...crf, unary: unarySum, pair: pairSum }
}
