/** A stretch of time that is drawn to scale, from one pixel to another. Between two stretches nothing came out for long, which is not drawn to scale. */
export interface Stretch {
  readonly first: number
  readonly last: number
  readonly from: number
  readonly to: number
}

const longGap = 0.3
const shortRest = 0.2
const leastShare = 0.12
/** Pixels that stand for a time in which nothing came out. */
export const foldWidth = 64

/**
 * Lays times out between two pixels. Where a few gaps make up most of the whole, and what is left would be crowded, they are folded, so that a follow-up
 * months later does not press the first days together.
 */
export const foldTimes = (times: readonly number[], from: number, to: number): Stretch[] => {
  const sorted = [...new Set(times)].sort((a, b) => a - b)
  const whole = (sorted.at(-1) ?? 0) - sorted[0]
  const groups: number[][] = []
  for (const [at, time] of sorted.entries()) {
    if (at === 0 || time - sorted[at - 1] > longGap * whole) groups.push([time])
    else groups[groups.length - 1].push(time)
  }
  const spans = groups.map(group => group[group.length - 1] - group[0])
  const inner = spans.reduce((sum, span) => sum + span, 0)
  if (groups.length < 2 || inner === 0 || inner > shortRest * whole)
    return sorted.length === 0 ? [] : [{ first: sorted[0], last: sorted[sorted.length - 1], from, to }]
  const shares = spans.map(span => Math.max(leastShare, span / inner))
  const pixels = (to - from - foldWidth * (groups.length - 1)) / shares.reduce((sum, share) => sum + share, 0)
  let at = from
  return groups.map((group, i) => {
    const start = at
    at += shares[i] * pixels + foldWidth
    return { first: group[0], last: group[group.length - 1], from: start, to: start + shares[i] * pixels }
  })
}

/** The pixel of a time; a stretch that is one moment has it in its middle. */
export const placeTime = (stretches: readonly Stretch[], time: number): number => {
  const stretch = stretches.find(({ last }) => time <= last) ?? stretches[stretches.length - 1]
  const { first, last, from, to } = stretch
  return first === last ? (from + to) / 2 : from + ((time - first) / (last - first)) * (to - from)
}

/** How long a time without publications is, in words. */
export const tellGap = (milliseconds: number): string => {
  const hours = milliseconds / 3_600_000
  const [count, unit] =
    hours < 48
      ? [hours, 'hour']
      : hours < 24 * 60
        ? [hours / 24, 'day']
        : hours < 24 * 730
          ? [hours / 24 / 30.4, 'month']
          : [hours / 24 / 365.25, 'year']
  return `${Math.round(count)} ${unit}${Math.round(count) === 1 ? '' : 's'}`
}
