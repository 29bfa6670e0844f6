import { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import manifest from '../../package.json' with { type: 'json' }
import { HearsayError } from '../model/error.ts'
import { answerJson } from './answer.ts'
import { refuseWithout, type ServedCorpus } from './corpus.ts'
import { addFindingRoutes } from './findings.ts'
import { checkHost, checkOrigin, checkToken, setHeaders } from './guard.ts'
import { addWritingRoutes } from './jobs.ts'
import { type Limits, limitOpen, limitRate } from './limit.ts'
import { type Pages, servePages } from './pages.ts'
import { answerProblem } from './problem.ts'
import { addReadingRoutes } from './routes.ts'

export interface AppOptions {
  readonly host: string
  readonly token: string | null
  readonly limits: Limits
  readonly pages: Pages
  readonly corpus: ServedCorpus | null
  /** Told of every error that is the server's own. */
  readonly report: (message: string) => void
}

const description = 'Who said it, and through whom: publications, their traces, and what they share.'

/** The HTTP interface and the pages as one application. */
export const createApp = ({ host, token, limits, pages, corpus, report }: AppOptions): OpenAPIHono => {
  const app = new OpenAPIHono({
    defaultHook: result => {
      if (result.success) return
      const [issue] = result.error.issues
      throw new HearsayError(
        'bad-request',
        `${issue.path.join('.') || 'the request'}: ${issue.message}; /openapi.json tells what is expected`,
      )
    },
  })
  app.onError((thrown, context) => {
    const error = thrown instanceof HTTPException ? new HearsayError('bad-request', `${thrown.message}; send one JSON object`) : thrown
    if (!(error instanceof HearsayError)) report(`${context.req.method} ${context.req.path}: ${error.stack ?? error}`)
    return answerProblem(context, error)
  })
  app.notFound(context =>
    answerProblem(context, new HearsayError('not-found', `there is no ${JSON.stringify(context.req.path)}; /openapi.json tells what is`)),
  )
  app.use(setHeaders)
  app.use(checkHost(host))
  app.use(limitOpen(limits))
  app.use(limitRate(limits))
  app.use(checkOrigin)
  if (token !== null) app.use('/api/*', checkToken(token))
  if (token !== null) app.use('/api', checkToken(token))
  app.use(
    bodyLimit({
      maxSize: limits.bodyBytes,
      onError: context =>
        answerProblem(context, new HearsayError('input-too-large', `more than ${limits.bodyBytes / 1e6} MB; split it into articles`), {
          connection: 'close',
        }),
    }),
  )
  const thread = { ask: refuseWithout, close: async () => {} }
  const served = corpus ?? { reader: thread, counter: thread, writer: thread, analyst: thread }
  app.get('/api', async context => {
    const counts = corpus ? await corpus.reader.ask('count') : null
    return answerJson(context, JSON.stringify({ version: manifest.version, corpus: counts, model: pages.model }))
  })
  addReadingRoutes(app, served)
  addFindingRoutes(app, served)
  addWritingRoutes(app, served)
  app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Hearsay', version: manifest.version, description } })
  servePages(app as never, pages)
  return app
}
