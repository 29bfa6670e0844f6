import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { HearsayError } from '../model/error.ts'
import { createApp } from './app.ts'
import { openCorpus } from './corpus.ts'
import { isLoopback } from './guard.ts'
import { type Limits, usualLimits } from './limit.ts'
import { loadPages } from './pages.ts'
import { describeProblem } from './problem.ts'

export interface ServeOptions {
  readonly host: string
  /** 0 takes any port that is free. */
  readonly port: number
  readonly token: string | null
  /** The corpus file; without one the pages trace what is pasted, and no more. */
  readonly corpus: string | null
  readonly limits?: Limits
  /** Where the pages were built to, if not in the package. */
  readonly pages?: string
  readonly report: (message: string) => void
}

/** A server that runs; `close` ends it once the open requests are answered. */
export interface RunningServer {
  readonly url: string
  readonly close: () => Promise<void>
}

const shortestToken = 16

const checkOptions = ({ host, token }: ServeOptions): void => {
  if (!isLoopback(host) && token === null)
    throw new HearsayError(
      'token-needed',
      `${JSON.stringify(host)} can be reached from other machines; give --token TOKEN, or serve 127.0.0.1`,
    )
  if (token !== null && token.length < shortestToken)
    throw new HearsayError('token-short', `the token has ${token.length} characters; give at least ${shortestToken}`)
}

const answerRubbish = (server: Server): void => {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy()
    const body = JSON.stringify(
      describeProblem(new HearsayError('bad-request', `this is no HTTP request (${error.code ?? 'unreadable'}); speak HTTP/1.1`)),
    )
    const head = [
      'HTTP/1.1 400 Bad Request',
      'Connection: close',
      'Content-Type: application/problem+json',
      `Content-Length: ${Buffer.byteLength(body)}`,
    ]
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
  })
}

const describeListenError = (error: NodeJS.ErrnoException, { host, port }: ServeOptions): Error => {
  if (error.code === 'EADDRINUSE') return new HearsayError('port-taken', `port ${port} is taken; give another with --port`)
  if (error.code === 'EACCES') return new HearsayError('port-refused', `port ${port} may not be used; give one above 1023 with --port`)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new HearsayError('host-unknown', `${JSON.stringify(host)} is no address of this machine; give another with --host`)
  return error
}

/** Serves until it is closed. Throws a `HearsayError` where the options or the port cannot be. */
export const startServer = async (options: ServeOptions): Promise<RunningServer> => {
  checkOptions(options)
  const { host, port, token, limits = usualLimits, report } = options
  const pages = await loadPages(options.pages)
  const corpus = options.corpus === null ? null : await openCorpus(options.corpus)
  const app = createApp({ host, token, limits, report, pages, corpus })
  const server = await new Promise<Server>((resolve, reject) => {
    const listening = serve(
      {
        fetch: app.fetch,
        hostname: host,
        port,
        serverOptions: {
          headersTimeout: 10_000,
          requestTimeout: 60_000,
          keepAliveTimeout: 5_000,
          connectionsCheckingInterval: 2_000,
          maxHeaderSize: 16_384,
        },
      },
      () => resolve(listening),
    ) as Server
    listening.on('error', error => reject(describeListenError(error, options)))
  }).catch(async error => {
    await corpus?.close()
    throw error
  })
  answerRubbish(server)
  const address = server.address()
  const taken = typeof address === 'object' && address ? address.port : port
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    close: async () => {
      await new Promise<void>(resolve => {
        server.close(() => resolve())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), 2_000).unref()
      })
      await corpus?.close()
    },
  }
}
