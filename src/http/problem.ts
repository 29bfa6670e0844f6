import { STATUS_CODES } from 'node:http'
import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { HearsayError } from '../model/error.ts'

/** What is answered where something cannot be done, after RFC 9457. `code` is stable, `detail` names the offending value and the remedy. */
export const problemSchema = z
  .object({ type: z.string(), title: z.string(), status: z.int(), detail: z.string(), code: z.string() })
  .openapi('Problem', {
    example: { type: 'urn:hearsay:not-found', title: 'Not Found', status: 404, detail: 'there is no …', code: 'not-found' },
  })

export type Problem = z.infer<typeof problemSchema>

const statuses: Readonly<Record<string, ContentfulStatusCode>> = {
  'bad-request': 400,
  'token-needed': 401,
  'host-refused': 403,
  'origin-refused': 403,
  'not-found': 404,
  'no-corpus': 404,
  'method-refused': 405,
  'input-too-large': 413,
  'kind-refused': 415,
  'too-many-requests': 429,
  internal: 500,
  'too-busy': 503,
}

const statusOf = (code: string): ContentfulStatusCode => statuses[code] ?? (code.startsWith('corpus-') ? 503 : 422)

/** Problem details for an error; what is no `HearsayError` tells nothing of itself. */
export const describeProblem = (error: unknown): Problem => {
  const known = error instanceof HearsayError
  const code = known ? error.code : 'internal'
  const status = statusOf(code)
  const detail = known ? error.message : 'the server failed at this request; please report it with what the server printed'
  return { type: `urn:hearsay:${code}`, title: STATUS_CODES[status] ?? 'Error', status, detail, code }
}

/** The answer for an error. */
export const answerProblem = (context: Context, error: unknown, headers: Readonly<Record<string, string>> = {}): Response => {
  const problem = describeProblem(error)
  return context.body(JSON.stringify(problem), problem.status as ContentfulStatusCode, {
    ...headers,
    'content-type': 'application/problem+json',
  })
}
