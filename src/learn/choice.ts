import { createRandom, shuffle } from './random.ts'

/** A conditional logit model (McFadden 1974) over hashed features: picks one of several candidates. Weights times `scale` are natural-log units. */
export interface Choice {
  readonly bits: number
  readonly scale: number
  readonly weights: Int8Array | Float32Array
}

/** One choice to learn from: the feature hashes of each candidate, and which of them is right. */
export interface ChoiceExample {
  readonly candidates: readonly Int32Array[]
  readonly right: number
}

/** The probability of each candidate. */
export const weighCandidates = (model: Choice, candidates: readonly Int32Array[]): Float64Array => {
  const mask = (1 << model.bits) - 1
  const out = new Float64Array(candidates.length)
  let max = -Infinity
  for (let c = 0; c < out.length; c++) {
    const features = candidates[c]
    let s = 0
    for (let f = 0; f < features.length; f++) s += model.weights[features[f] & mask]
    out[c] = s * model.scale
    if (out[c] > max) max = out[c]
  }
  let sum = 0
  for (let c = 0; c < out.length; c++) {
    out[c] = Math.exp(out[c] - max)
    sum += out[c]
  }
  for (let c = 0; c < out.length; c++) out[c] /= sum
  return out
}

/** Maximises the likelihood of the right candidates by AdaGrad (Duchi, Hazan and Singer 2011); returns the average of the later epochs. Deterministic for a seed. */
export const trainChoice = (
  examples: readonly ChoiceExample[],
  options: { readonly bits: number; readonly epochs: number; readonly rate: number; readonly l2: number; readonly seed: number },
): Choice => {
  const size = 1 << options.bits
  const mask = size - 1
  const weights = new Float32Array(size)
  const history = new Float32Array(size).fill(1)
  const sum = new Float32Array(size)
  const random = createRandom(options.seed)
  const order = examples.map((_, i) => i)
  const averagedFrom = options.epochs >> 1
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random)
    for (const index of order) {
      const { candidates, right } = examples[index]
      const p = weighCandidates({ bits: options.bits, scale: 1, weights }, candidates)
      for (let c = 0; c < candidates.length; c++) {
        const g = (c === right ? 1 : 0) - p[c]
        for (const f of candidates[c]) {
          const w = f & mask
          const d = g - options.l2 * weights[w]
          history[w] += d * d
          weights[w] += (options.rate * d) / Math.sqrt(history[w])
        }
      }
    }
    if (epoch >= averagedFrom) for (let i = 0; i < size; i++) sum[i] += weights[i] / (options.epochs - averagedFrom)
  }
  return { bits: options.bits, scale: 1, weights: sum }
}

/** Layout: bits (byte 0), scale (float32 at 4), the weights as int8. */
export const encodeChoice = (model: Choice): Uint8Array => {
  let max = 0
  for (const w of model.weights) max = Math.max(max, Math.abs(w))
  const step = max / 127 || 1
  const out = new Uint8Array(8 + model.weights.length)
  out[0] = model.bits
  new DataView(out.buffer).setFloat32(4, model.scale * step, true)
  for (let i = 0; i < model.weights.length; i++) out[8 + i] = Math.round(model.weights[i] / step)
  return out
}

/** Reads what `encodeChoice` wrote. Throws a `RangeError` where the length does not fit the header. */
export const decodeChoice = (bytes: Uint8Array): Choice => {
  const bits = bytes[0]
  if (bytes.length !== 8 + 2 ** bits)
    throw new RangeError(`choice model of ${bytes.length} bytes, expected ${8 + 2 ** bits}: the model file is damaged; train it again`)
  return {
    bits,
    scale: new DataView(bytes.buffer, bytes.byteOffset).getFloat32(4, true),
    weights: new Int8Array(bytes.buffer, bytes.byteOffset + 8, 2 ** bits),
  }
}
