import { createHash, timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import type { MiddlewareHandler } from 'hono'
import { HearsayError } from '../model/error.ts'

/**
 * What a page may do: run and show what this server gives it, and nothing else. Svelte makes its templates through the one policy named here; the other
 * starts the page's own workers.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html hearsay-worker',
].join('; ')

const headers: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

/** Sets on every answer what keeps a text from being run and a page from being framed. */
export const setHeaders: MiddlewareHandler = async (context, next) => {
  await next()
  for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value)
}

/** Whether a host is this machine only. */
export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host)

const nameOf = (host: string): string => /^(?:\[([^\]]*)\]|([^:]*))(?::\d+)?$/.exec(host)?.slice(1).find(Boolean)?.toLowerCase() ?? ''

/**
 * Refuses requests that name another host than the one that is served, as a page elsewhere does that has its own name point at this machine
 * (DNS rebinding).
 */
export const checkHost = (served: string): MiddlewareHandler => {
  const own = served.toLowerCase()
  return async (context, next) => {
    const host = context.req.header('host') ?? ''
    const name = nameOf(host)
    const known = isLoopback(name) || name === own || (!isLoopback(own) && isIP(name) !== 0)
    if (!known) throw new HearsayError('host-refused', `this server is not ${JSON.stringify(host)}; ask it as ${own}`)
    await next()
  }
}

/** Refuses what would change something unless it comes from these pages or from a program: never from a page elsewhere. */
export const checkOrigin: MiddlewareHandler = async (context, next) => {
  if (!['GET', 'HEAD', 'OPTIONS'].includes(context.req.method)) {
    const origin = context.req.header('origin')
    const site = context.req.header('sec-fetch-site')
    const own = new URL(context.req.url).host
    const foreign = origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== own)
    if (foreign || (site !== undefined && site !== 'same-origin' && site !== 'none'))
      throw new HearsayError(
        'origin-refused',
        `a page of ${JSON.stringify(origin ?? site)} may change nothing here; use the pages of this server`,
      )
    const type = context.req.header('content-type') ?? ''
    if (!/^application\/json\s*(?:;|$)/i.test(type))
      throw new HearsayError('kind-refused', `the content type is ${JSON.stringify(type)}; send application/json`)
  }
  await next()
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Lets only requests with the token in. Takes the same time however much of a wrong token is right. */
export const checkToken = (token: string): MiddlewareHandler => {
  const right = digest(token)
  return async (context, next) => {
    const given = /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '')?.[1] ?? ''
    if (!timingSafeEqual(digest(given), right))
      throw new HearsayError('token-needed', 'no token, or a wrong one; send the header "Authorization: Bearer TOKEN"')
    await next()
  }
}
