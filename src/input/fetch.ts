import type { LookupAddress } from 'node:dns'
import type { IncomingMessage } from 'node:http'
import type { LookupFunction } from 'node:net'
import { HearsayError } from '../model/error.ts'
import { checkUrl, refuseAddress } from './address.ts'
import { decompress } from './compression.ts'
import type { Bytes } from './input.ts'

/** What a server answered. `url` is where it was found after redirects, `seenAt` the time of the answer. */
export interface Fetched {
  readonly url: string
  readonly seenAt: string
  readonly charset: string | null
  readonly language: string | null
  readonly body: Bytes
}

export interface FetchOptions {
  readonly allowPrivate?: boolean
  readonly signal?: AbortSignal
}

const mostRedirects = 5
const patience = 20_000
const longest = 120_000
const largest = 2_000_000_000
const agentName = 'hearsay (reads news articles when a person asks it to)'

const fail = (name: string, what: string, cause?: unknown): HearsayError =>
  new HearsayError('fetch-failed', `${JSON.stringify(name)}: ${what}`, { cause })

const failures: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host; check the address and the network',
  EAI_AGAIN: 'the host’s name cannot be looked up now; check the network and try again',
  ECONNREFUSED: 'the server takes no connections; check the address or try again later',
  ECONNRESET: 'the server broke the connection off; try again later',
  ETIMEDOUT: 'the server does not answer; try again later',
  CERT_HAS_EXPIRED: 'the server’s certificate has expired; save the page with a browser and give the file',
}

const describe = (name: string, error: unknown): HearsayError => {
  if (error instanceof HearsayError) return error
  const { code, message } = error as NodeJS.ErrnoException
  if ((error as Error).name === 'AbortError') return fail(name, 'given up', error)
  return fail(name, failures[code ?? ''] ?? `it cannot be fetched (${code ?? message}); save the page and give the file`, error)
}

/** Looks a host's name up and gives only addresses that may be fetched from; the connection is made to one of these and no other. */
const lookUp =
  (name: string, allowPrivate: boolean): LookupFunction =>
  (host, options, done) => {
    const choose = async (): Promise<LookupAddress[]> => {
      const { lookup } = await import('node:dns/promises')
      const found = await lookup(host, { ...options, all: true })
      if (allowPrivate) return found
      for (const { address } of found) {
        const reason = await refuseAddress(address)
        if (reason)
          throw new HearsayError(
            'url-refused',
            `${JSON.stringify(name)}: ${host} is at ${address}, ${reason}; --allow-private fetches it all the same`,
          )
      }
      return found
    }
    choose().then(
      found => (options.all ? done(null, found) : done(null, found[0].address, found[0].family)),
      error => done(error, '', 0),
    )
  }

const agents = new Map<string, import('node:http').Agent>()

/** Two connections to one host at a time, kept for the next page. */
const agentFor = async (protocol: string) => {
  const library = protocol === 'https:' ? await import('node:https') : await import('node:http')
  let agent = agents.get(protocol)
  if (!agent) {
    agent = new library.Agent({ keepAlive: true, maxSockets: 2, maxFreeSockets: 2 })
    agents.set(protocol, agent)
  }
  return { request: library.request as typeof import('node:http').request, agent }
}

const ask = async (name: string, url: URL, { allowPrivate = false, signal }: FetchOptions): Promise<IncomingMessage> => {
  const { request, agent } = await agentFor(url.protocol)
  return await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request(url, {
      agent,
      lookup: lookUp(name, allowPrivate),
      headers: {
        'user-agent': agentName,
        accept: 'text/html, application/xhtml+xml, application/pdf, application/rss+xml, application/atom+xml, */*;q=0.5',
        'accept-encoding': 'gzip, deflate, br',
      },
      ...(signal ? { signal } : {}),
    })
    sent.setTimeout(patience, () => sent.destroy(fail(name, `the server sends nothing for ${patience / 1000} seconds; try again later`)))
    sent.on('response', resolve)
    sent.on('error', reject)
    sent.end()
  })
}

/** The body within limits of size and of the time that is spent waiting for it. */
async function* limitBody(name: string, answer: IncomingMessage): AsyncGenerator<Uint8Array> {
  const chunks = (answer as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]()
  let waited = 0
  let size = 0
  try {
    for (;;) {
      const began = performance.now()
      const next = await chunks.next()
      waited += performance.now() - began
      if (next.done) return
      size += next.value.length
      if (size > largest)
        throw new HearsayError('input-too-large', `${JSON.stringify(name)}: more than ${largest / 1e9} GB; fetch it yourself`)
      if (waited > longest) throw fail(name, `the server is not done after ${longest / 1000} seconds; try again later`)
      yield next.value
    }
  } catch (error) {
    throw describe(name, error)
  } finally {
    answer.destroy()
  }
}

const refuseStatus = (name: string, answer: IncomingMessage): HearsayError => {
  const { statusCode = 0, statusMessage } = answer
  const remedy =
    statusCode === 401 || statusCode === 403 || statusCode === 429 || statusCode === 451
      ? 'it does not serve programs; save the page with a browser and give the file'
      : statusCode >= 500
        ? 'try again later'
        : 'check the address'
  return fail(name, `the server answers ${statusCode}${statusMessage ? ` ${statusMessage}` : ''}; ${remedy}`)
}

const openBody = async (name: string, answer: IncomingMessage): Promise<Bytes> => {
  let body: Bytes = limitBody(name, answer)
  const encodings = (answer.headers['content-encoding'] ?? '').split(',').map(word => word.trim().toLowerCase())
  for (const encoding of encodings
    .filter(word => word !== '' && word !== 'identity')
    .slice(0, 3)
    .reverse()) {
    const plain = await decompress(name, body, encoding)
    if (plain === null)
      throw fail(name, `the server sends it in the unknown compression ${JSON.stringify(encoding)}; save the page and give the file`)
    body = plain
  }
  return body
}

/**
 * Fetches a page over http or https, through five redirects at most, each to a public address unless private ones are allowed.
 * Throws a `HearsayError`: `url-invalid`, `url-refused`, `fetch-failed`.
 */
export const fetchPage = async (name: string, options: FetchOptions = {}): Promise<Fetched> => {
  const allowPrivate = options.allowPrivate ?? false
  let url = await checkUrl(name, null, allowPrivate)
  try {
    for (let redirects = 0; ; redirects++) {
      const answer = await ask(name, url, options)
      const { statusCode = 0, headers } = answer
      if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
        answer.destroy()
        if (redirects === mostRedirects)
          throw fail(name, `more than ${mostRedirects} redirects, the last to ${url.href}; give the final address`)
        url = await checkUrl(headers.location, url.href, allowPrivate)
        continue
      }
      if (statusCode !== 200) {
        answer.destroy()
        throw refuseStatus(name, answer)
      }
      url.hash = ''
      return {
        url: url.href,
        seenAt: new Date().toISOString(),
        charset: /charset\s*=\s*["']?([\w:.-]{2,40})/i.exec(headers['content-type'] ?? '')?.[1] ?? null,
        language: headers['content-language']?.split(',')[0].trim() ?? null,
        body: await openBody(name, answer),
      }
    }
  } catch (error) {
    throw describe(name, error)
  }
}
