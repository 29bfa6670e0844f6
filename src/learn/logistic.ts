/** A logistic regression: `weights` has the bias first, then a weight for each feature. */
export interface Logistic {
  readonly weights: Float32Array
}

/** The probability of a yes. */
export const predictLogistic = (model: Logistic, features: readonly number[]): number => {
  let s = model.weights[0]
  for (let k = 0; k < features.length; k++) s += model.weights[k + 1] * features[k]
  return 1 / (1 + Math.exp(-s))
}

/** Fits by gradient descent on all examples at once, with a little L2; features should be of the order of 1. Deterministic. */
export const trainLogistic = (
  examples: readonly { readonly features: readonly number[]; readonly yes: boolean }[],
  rounds = 2000,
  rate = 0.5,
): Logistic => {
  const width = examples[0]?.features.length ?? 0
  const weights = new Float64Array(width + 1)
  const gradient = new Float64Array(width + 1)
  for (let round = 0; round < rounds; round++) {
    gradient.fill(0)
    for (const { features, yes } of examples) {
      let s = weights[0]
      for (let k = 0; k < width; k++) s += weights[k + 1] * features[k]
      const d = (yes ? 1 : 0) - 1 / (1 + Math.exp(-s))
      gradient[0] += d
      for (let k = 0; k < width; k++) gradient[k + 1] += d * features[k]
    }
    for (let k = 0; k <= width; k++) weights[k] += rate * (gradient[k] / examples.length - (k > 0 ? 1e-4 * weights[k] : 0))
  }
  return { weights: Float32Array.from(weights) }
}

/** Layout: the weights as float32, little-endian. */
export const encodeLogistic = ({ weights }: Logistic): Uint8Array => {
  const out = new Uint8Array(weights.length * 4)
  const view = new DataView(out.buffer)
  weights.forEach((w, k) => {
    view.setFloat32(k * 4, w, true)
  })
  return out
}

/** Reads what `encodeLogistic` wrote. */
export const decodeLogistic = (bytes: Uint8Array): Logistic => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { weights: Float32Array.from({ length: Math.floor(bytes.length / 4) }, (_, k) => view.getFloat32(k * 4, true)) }
}
