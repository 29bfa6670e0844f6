import { getConnInfo } from '@hono/node-server/conninfo'
import type { MiddlewareHandler } from 'hono'
import { HearsayError } from '../model/error.ts'
import { isLoopback } from './guard.ts'
import { answerProblem } from './problem.ts'

/** How much is let in. Rates are requests a second for one address; `burst` may come at once. */
export interface Limits {
  readonly bodyBytes: number
  readonly openRequests: number
  readonly reads: { readonly rate: number; readonly burst: number }
  readonly writes: { readonly rate: number; readonly burst: number }
}

/** A file of 10 MB in base 64, and some room. */
export const usualLimits: Limits = {
  bodyBytes: 14_000_000,
  openRequests: 1024,
  reads: { rate: 50, burst: 200 },
  writes: { rate: 5, burst: 50 },
}

interface Bucket {
  left: number
  at: number
}

const mostAddresses = 10_000

const createBuckets = ({ rate, burst }: Limits['reads']) => {
  const buckets = new Map<string, Bucket>()
  return (address: string, now: number): number => {
    const bucket = buckets.get(address) ?? { left: burst, at: now }
    bucket.left = Math.min(burst, bucket.left + ((now - bucket.at) / 1000) * rate)
    bucket.at = now
    buckets.delete(address)
    buckets.set(address, bucket)
    if (buckets.size > mostAddresses) buckets.delete(buckets.keys().next().value ?? '')
    if (bucket.left < 1) return Math.ceil((1 - bucket.left) / rate)
    bucket.left--
    return 0
  }
}

const addressOf = (context: Parameters<MiddlewareHandler>[0]): string => {
  try {
    return getConnInfo(context).remote.address?.replace(/^::ffff:/, '') ?? ''
  } catch {
    return ''
  }
}

/** Answers 429 to an address that asks too often. Reading from this machine itself is not limited. */
export const limitRate = (limits: Limits): MiddlewareHandler => {
  const takeRead = createBuckets(limits.reads)
  const takeWrite = createBuckets(limits.writes)
  return async (context, next) => {
    const address = addressOf(context)
    const reads = ['GET', 'HEAD'].includes(context.req.method)
    if (!reads || !isLoopback(address)) {
      const wait = (reads ? takeRead : takeWrite)(address, performance.now())
      if (wait > 0) {
        const error = new HearsayError('too-many-requests', `too many requests from ${address || 'this address'}; wait ${wait} s`)
        return answerProblem(context, error, { 'retry-after': String(wait) })
      }
    }
    await next()
  }
}

/** Answers 503 while more requests are open than can be served. */
export const limitOpen = ({ openRequests }: Limits): MiddlewareHandler => {
  let open = 0
  return async (context, next) => {
    if (open >= openRequests) {
      const error = new HearsayError('too-busy', `${open} requests are open; ask again in a second`)
      return answerProblem(context, error, { 'retry-after': '1' })
    }
    open++
    try {
      await next()
    } finally {
      open--
    }
  }
}
