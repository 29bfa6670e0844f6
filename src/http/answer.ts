import { createHash } from 'node:crypto'
import type { Context } from 'hono'

/** Answers with JSON that a client may keep: the same again costs it a question and no answer. */
export const answerJson = (context: Context, json: string, status: 200 | 202 = 200): Response => {
  const etag = `"${createHash('sha1').update(json).digest('base64url')}"`
  const headers = { etag, 'cache-control': 'private, no-cache', 'content-type': 'application/json' }
  const known = context.req.header('if-none-match')?.split(/\s*,\s*/) ?? []
  if (status === 200 && (known.includes(etag) || known.includes(`W/${etag}`))) return context.body(null, 304, headers)
  return context.body(json, status, headers)
}

const encoder = new TextEncoder()

/** Answers with JSON Lines, read page by page as the client takes them. */
export const answerLines = (context: Context, read: (limit: number, offset: number) => Promise<readonly unknown[]>): Response => {
  const size = 200
  let offset = 0
  const stream = new ReadableStream<Uint8Array>({
    pull: async controller => {
      const items = await read(size, offset)
      offset += items.length
      if (items.length > 0) controller.enqueue(encoder.encode(items.map(item => `${JSON.stringify(item)}\n`).join('')))
      if (items.length < size) controller.close()
    },
  })
  return context.body(stream, 200, { 'content-type': 'application/jsonl', 'cache-control': 'no-store' })
}

interface Wanted {
  readonly limit: number
  readonly offset: number
  readonly format: 'json' | 'jsonl'
}

/** Answers with a page of a list and the address of the next, or with all of it as JSON Lines. */
export const answerList = async (
  context: Context,
  { limit, offset, format }: Wanted,
  read: (limit: number, offset: number) => Promise<readonly unknown[]>,
): Promise<Response> => {
  if (format === 'jsonl') return answerLines(context, read)
  const items = await read(limit + 1, offset)
  const url = new URL(context.req.url)
  url.searchParams.set('offset', String(offset + limit))
  url.searchParams.set('limit', String(limit))
  const next = items.length > limit ? url.pathname + url.search : null
  if (next) context.header('link', `<${next}>; rel="next"`)
  return answerJson(context, JSON.stringify({ items: items.slice(0, limit), next }))
}
