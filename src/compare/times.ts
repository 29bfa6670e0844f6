import type { Publication } from '../model/publication.ts'

const hour = 3_600_000
/** Two clocks whose zones are not told may be so far apart. */
const ZONES = 14 * hour

interface Moment {
  readonly from: number
  readonly to: number
}

/** The stretch of time that an ISO 8601 date may mean; null for anything else. */
const readMoment = (value: string | null): Moment | null => {
  if (value === null) return null
  const day = /^\d{4}-\d\d-\d\d$/.test(value)
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(value)
  const time = Date.parse(zoned || day ? value : `${value}Z`)
  if (Number.isNaN(time)) return null
  const slack = zoned ? 0 : ZONES
  return { from: time - slack, to: time + slack + (day ? 24 * hour : 0) }
}

/** Which of two was there first, and by which of their times; null where their times do not tell. */
export interface Order {
  readonly first: 'a' | 'b'
  readonly by: 'published' | 'seen'
}

/** Orders two publications in time: as published, else as seen where that does not tell. */
export const orderByTime = (a: Publication, b: Publication): Order | null => {
  const order = (one: string | null, other: string | null, by: Order['by']): Order | null => {
    const [x, y] = [readMoment(one), readMoment(other)]
    if (x === null || y === null) return null
    return x.to < y.from ? { first: 'a', by } : y.to < x.from ? { first: 'b', by } : null
  }
  return order(a.publishedAt, b.publishedAt, 'published') ?? order(a.seenAt, b.seenAt, 'seen')
}
