import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import { answerJson } from './answer.ts'
import type { ServedCorpus } from './corpus.ts'
import { failures } from './routes.ts'
import { additionSchema, idParameter, jobSchema } from './schema.ts'

const add = createRoute({
  method: 'post',
  path: '/api/publications',
  summary: 'Adds a text, a file, or what is at an address; what is there already changes nothing',
  request: { body: { required: true, content: { 'application/json': { schema: additionSchema } } } },
  responses: {
    202: {
      description: 'the job that adds it',
      headers: { location: { schema: { type: 'string' } } },
      content: { 'application/json': { schema: jobSchema } },
    },
    ...failures,
  },
})

const getJob = createRoute({
  method: 'get',
  path: '/api/jobs/{id}',
  summary: 'How far a job is',
  request: { params: idParameter },
  responses: { 200: { description: 'the job', content: { 'application/json': { schema: jobSchema } } }, ...failures },
})

const watchJob = createRoute({
  method: 'get',
  path: '/api/jobs/{id}/events',
  summary: 'The job as server-sent events, each time it has come further, until it ends',
  request: { params: idParameter },
  responses: { 200: { description: 'events named "job"', content: { 'text/event-stream': { schema: jobSchema } } }, ...failures },
})

/** Milliseconds between two looks at a job. */
const pause = 200

/** Routes that add to the corpus. */
export const addWritingRoutes = (app: OpenAPIHono, { writer }: Pick<ServedCorpus, 'writer'>): void => {
  app.openapi(add, async context => {
    const job = await writer.ask('add', context.req.valid('json'))
    context.header('location', `/api/jobs/${job.id}`)
    return answerJson(context, JSON.stringify(job), 202) as never
  })
  app.openapi(getJob, async context => answerJson(context, JSON.stringify(await writer.ask('job', context.req.valid('param').id))) as never)
  app.openapi(watchJob, async context => {
    const { id } = context.req.valid('param')
    await writer.ask('job', id)
    return streamSSE(context, async stream => {
      let before = ''
      while (!stream.aborted) {
        const job = await writer.ask('job', id)
        const data = JSON.stringify(job)
        if (data !== before) await stream.writeSSE({ event: 'job', data })
        before = data
        if (job.state !== 'running') break
        await stream.sleep(pause)
      }
    }) as never
  })
}
