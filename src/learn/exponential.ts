const STEPS = 2048
const LEAST = -64
const STEPS_PER_UNIT = STEPS / Math.LN2
const fractions = Float64Array.from({ length: STEPS + 1 }, (_, i) => 2 ** (i / STEPS))
const powers = Float64Array.from({ length: 1 - LEAST }, (_, i) => 2 ** (i + LEAST))

/** e to the power of a number of at most 0, by interpolation in a table: within 2 parts in 100 million; 0 below 2 to the power of -64. */
export const exponential = (x: number): number => {
  const t = x * STEPS_PER_UNIT
  if (!(t >= LEAST * STEPS)) return 0
  const k = Math.floor(t)
  const low = fractions[k & (STEPS - 1)]
  return (low + (t - k) * (fractions[(k & (STEPS - 1)) + 1] - low)) * powers[(k >> 11) - LEAST]
}
