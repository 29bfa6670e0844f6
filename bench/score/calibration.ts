/** An answer: how sure it was, and whether it was right. */
export interface Answer {
  readonly confidence: number
  readonly right: boolean
}

/** The expected calibration error in bins of equal count: how far confidence and share right lie apart, by bin, weighed by its answers (Guo et al. 2017). */
export const calibrationError = (answers: readonly Answer[], bins = 10): number => {
  const sorted = answers.toSorted((a, b) => a.confidence - b.confidence)
  let sum = 0
  for (let bin = 0; bin < bins; bin++) {
    const part = sorted.slice(Math.round((bin * sorted.length) / bins), Math.round(((bin + 1) * sorted.length) / bins))
    sum += Math.abs(part.reduce((total, { confidence, right }) => total + confidence - Number(right), 0))
  }
  return answers.length === 0 ? 0 : sum / answers.length
}

/** The chance that a right answer is surer than a wrong one, equals counting half; 0.5 where all or none are right. */
export const areaUnderCurve = (answers: readonly Answer[]): number => {
  const sorted = answers.toSorted((a, b) => a.confidence - b.confidence)
  const right = answers.filter(answer => answer.right).length
  const wrong = answers.length - right
  if (right === 0 || wrong === 0) return 0.5
  let ranks = 0
  for (let i = 0; i < sorted.length; ) {
    let j = i
    while (j < sorted.length && sorted[j].confidence === sorted[i].confidence) j++
    for (let k = i; k < j; k++) if (sorted[k].right) ranks += (i + j + 1) / 2
    i = j
  }
  return (ranks - (right * (right + 1)) / 2) / (right * wrong)
}
