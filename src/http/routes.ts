import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { answerJson, answerList } from './answer.ts'
import type { ServedCorpus } from './corpus.ts'
import { problemSchema } from './problem.ts'
import { entrySchema, hitSchema, idParameter, pageOf, pageQuery, reuseSchema, tracedDocumentSchema } from './schema.ts'

const json = (schema: z.ZodType, description: string) => ({ description, content: { 'application/json': { schema } } })

/** A list as a page or, where it is asked for, as JSON Lines. */
export const listOf = (schema: z.ZodType, description: string) => ({
  description,
  content: { 'application/json': { schema: pageOf(schema) }, 'application/jsonl': { schema } },
})

/** The answers that every route may give besides its own. */
export const failures = {
  304: { description: 'what the client has is still so' },
  '4XX': { description: 'cannot be done', content: { 'application/problem+json': { schema: problemSchema } } },
  '5XX': { description: 'failed here', content: { 'application/problem+json': { schema: problemSchema } } },
} as const

const filters = {
  publisher: z.string().max(1000).optional(),
  state: z.enum(['waiting', 'traced', 'failed']).optional(),
  from: z.iso.date().optional().openapi({ description: 'the first day of publication' }),
  to: z.iso.date().optional().openapi({ description: 'the last day of publication' }),
}

const listPublications = createRoute({
  method: 'get',
  path: '/api/publications',
  summary: 'Publications in the order in which they were added',
  request: {
    query: pageQuery.extend(filters),
  },
  responses: { 200: listOf(entrySchema, 'publications'), ...failures },
})

const search = createRoute({
  method: 'get',
  path: '/api/search',
  summary: 'Publications that hold all the words, or the phrases between quotation marks, the best first',
  request: { query: pageQuery.extend({ q: z.string().min(1).max(1000), ...filters }) },
  responses: { 200: listOf(hitSchema, 'what was found'), ...failures },
})

const getPublication = createRoute({
  method: 'get',
  path: '/api/publications/{id}',
  summary: 'One publication, by its id, its key, or the beginning of its id',
  request: { params: idParameter },
  responses: { 200: json(entrySchema, 'the publication'), ...failures },
})

const getTrace = createRoute({
  method: 'get',
  path: '/api/publications/{id}/trace',
  summary: 'The trace of a publication in the format hearsay/1',
  request: {
    params: idParameter,
    query: z.object({
      explain: z.enum(['true', 'false']).default('false').openapi({ description: 'trace it again, with the reasons of every decision' }),
    }),
  },
  responses: { 200: json(tracedDocumentSchema, 'the trace'), ...failures },
})

const getReuse = createRoute({
  method: 'get',
  path: '/api/publications/{id}/reuse',
  summary: 'What shares text with a publication',
  request: { params: idParameter, query: pageQuery },
  responses: { 200: listOf(reuseSchema, 'pairs'), ...failures },
})

const listReuse = createRoute({
  method: 'get',
  path: '/api/reuse',
  summary: 'All pairs of publications that share text',
  request: { query: pageQuery },
  responses: { 200: listOf(reuseSchema, 'pairs'), ...failures },
})

/** Routes that read publications and what they share. */
export const addReadingRoutes = (app: OpenAPIHono, { reader }: Pick<ServedCorpus, 'reader'>): void => {
  app.openapi(listPublications, context => {
    const { limit: _, offset: __, format: ___, ...wanted } = context.req.valid('query')
    return answerList(context, context.req.valid('query'), (limit, offset) => reader.ask('list', wanted, { limit, offset })) as never
  })
  app.openapi(search, context => {
    const { q, limit: _, offset: __, format: ___, ...wanted } = context.req.valid('query')
    return answerList(context, context.req.valid('query'), (limit, offset) => reader.ask('search', q, wanted, { limit, offset })) as never
  })
  app.openapi(getPublication, async context => {
    const { id } = context.req.valid('param')
    return answerJson(context, JSON.stringify(await reader.ask('entry', id))) as never
  })
  app.openapi(getTrace, async context => {
    const { id } = context.req.valid('param')
    return answerJson(context, await reader.ask('trace', id, context.req.valid('query').explain === 'true')) as never
  })
  app.openapi(getReuse, context => {
    const { id } = context.req.valid('param')
    return answerList(context, context.req.valid('query'), (limit, offset) => reader.ask('reuse', id, { limit, offset })) as never
  })
  app.openapi(
    listReuse,
    context => answerList(context, context.req.valid('query'), (limit, offset) => reader.ask('reuse', null, { limit, offset })) as never,
  )
}
