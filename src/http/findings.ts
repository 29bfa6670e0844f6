import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { HearsayError } from '../model/error.ts'
import { answerJson, answerList } from './answer.ts'
import type { ServedCorpus } from './corpus.ts'
import { failures, listOf } from './routes.ts'
import {
  claimSchema,
  figuresSchema,
  idParameter,
  originSchema,
  pageQuery,
  reuseSchema,
  sourceUseSchema,
  storySummarySchema,
} from './schema.ts'

const json = (schema: z.ZodType, description: string) => ({ description, content: { 'application/json': { schema } } })

const getFigures = createRoute({
  method: 'get',
  path: '/api/figures',
  summary: 'Identities and kinds of sources by month and publisher, and whom texts were republished from',
  responses: { 200: json(figuresSchema, 'the figures'), ...failures },
})

const getProgress = createRoute({
  method: 'get',
  path: '/api/figures/progress',
  summary: 'How far the look at a corpus that has grown is, which claims, stories and sources wait for',
  responses: { 200: json(z.object({ done: z.int(), total: z.int(), running: z.boolean() }), 'publications looked at'), ...failures },
})

const listClaims = createRoute({
  method: 'get',
  path: '/api/claims',
  summary: 'Claims that several publications carry, those of most members first',
  request: {
    query: pageQuery.extend({
      story: z.string().max(200).optional(),
      all: z.enum(['true', 'false']).default('false').openapi({ description: 'also claims of one publication' }),
    }),
  },
  responses: { 200: listOf(claimSchema, 'claims'), ...failures },
})

const getClaim = createRoute({
  method: 'get',
  path: '/api/claims/{id}',
  summary: 'One claim',
  request: { params: idParameter },
  responses: { 200: json(claimSchema, 'the claim'), ...failures },
})

const getOrigins = createRoute({
  method: 'get',
  path: '/api/claims/{id}/origins',
  summary: 'Where a claim starts: from the fewest independent origins to the most that the evidence allows',
  request: { params: idParameter },
  responses: { 200: json(originSchema, 'the origins'), ...failures },
})

const listStories = createRoute({
  method: 'get',
  path: '/api/stories',
  summary: 'Events and rumours with the publications about them, those of most publications first',
  request: { query: pageQuery },
  responses: { 200: listOf(storySummarySchema, 'stories'), ...failures },
})

const getStory = createRoute({
  method: 'get',
  path: '/api/stories/{id}',
  summary: 'One story',
  request: { params: idParameter },
  responses: { 200: json(storySummarySchema, 'the story'), ...failures },
})

const getStoryReuse = createRoute({
  method: 'get',
  path: '/api/stories/{id}/reuse',
  summary: 'Which publications of a story share text, and who has it from whom',
  request: { params: idParameter },
  responses: { 200: json(z.array(reuseSchema), 'pairs'), ...failures },
})

const listSources = createRoute({
  method: 'get',
  path: '/api/sources',
  summary: 'Who is quoted where, and how much, most words first; only named sources are joined across publications',
  request: { query: pageQuery.extend({ publisher: z.string().max(1000).optional() }) },
  responses: { 200: listOf(sourceUseSchema, 'sources'), ...failures },
})

const found = <T>(value: T | null, what: string, id: string): T => {
  if (value === null) throw new HearsayError('not-found', `there is no ${what} ${JSON.stringify(id)}; ids change when the corpus grows`)
  return value
}

/** Routes that need a look at the whole corpus. */
export const addFindingRoutes = (app: OpenAPIHono, { counter, analyst }: Pick<ServedCorpus, 'counter' | 'analyst'>): void => {
  app.openapi(getProgress, async context => answerJson(context, JSON.stringify(await analyst.ask('progress'))) as never)
  app.openapi(getFigures, async context => answerJson(context, JSON.stringify(await counter.ask('figures'))) as never)
  app.openapi(listClaims, context => {
    const { story = null, all, ...page } = context.req.valid('query')
    return answerList(context, page, (limit, offset) => analyst.ask('claims', story, all === 'true', limit, offset)) as never
  })
  app.openapi(getClaim, async context => {
    const { id } = context.req.valid('param')
    return answerJson(context, JSON.stringify(found(await analyst.ask('claim', id), 'claim', id))) as never
  })
  app.openapi(getOrigins, async context => {
    const { id } = context.req.valid('param')
    return answerJson(context, JSON.stringify(found(await analyst.ask('claim', id), 'claim', id).origins)) as never
  })
  app.openapi(
    listStories,
    context => answerList(context, context.req.valid('query'), (limit, offset) => analyst.ask('stories', limit, offset)) as never,
  )
  app.openapi(getStory, async context => {
    const { id } = context.req.valid('param')
    return answerJson(context, JSON.stringify(found(await analyst.ask('story', id), 'story', id))) as never
  })
  app.openapi(getStoryReuse, async context => {
    const { id } = context.req.valid('param')
    const { members } = found(await analyst.ask('story', id), 'story', id)
    return answerJson(
      context,
      JSON.stringify(
        await analyst.ask(
          'reuseAmong',
          members.map(({ publication }) => publication),
        ),
      ),
    ) as never
  })
  app.openapi(listSources, context => {
    const { publisher = null, ...page } = context.req.valid('query')
    return answerList(context, page, (limit, offset) => analyst.ask('sources', publisher, limit, offset)) as never
  })
}
