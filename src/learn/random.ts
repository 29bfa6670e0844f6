/** A generator of whole numbers below a bound, the same from the same seed (mulberry32, Tommy Ettinger). */
export const createRandom = (seed: number): ((bound: number) => number) => {
  let state = seed | 0
  return bound => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 0x100000000) * bound)
  }
}

/** Puts the items in another order, in place (Fisher and Yates). */
export const shuffle = <T>(items: T[], random: (bound: number) => number): void => {
  for (let i = items.length - 1; i > 0; i--) {
    const j = random(i + 1)
    const held = items[i]
    items[i] = items[j]
    items[j] = held
  }
}
