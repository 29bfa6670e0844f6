import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAnalyst } from '../../src/http/analyst.ts'
import type { RunningServer } from '../../src/http/index.ts'
import { claimSchema, entrySchema, reuseSchema, sourceUseSchema, tracedDocumentSchema } from '../../src/http/schema.ts'
import { loadModel } from '../../src/node.ts'
import { readRecord } from '../../src/read/records.ts'
import { trace } from '../../src/trace.ts'
import { dropFolder, makeBarePages, makeCorpus, makeFolder, serveAt, storyFile, storyRecords } from './site.ts'

let folder: string
let server: RunningServer
const get = (path: string, init?: RequestInit) => fetch(server.url + path, init)
const ask = async (path: string) => (await get(path)).json()

beforeAll(async () => {
  folder = makeFolder()
  server = await serveAt({ corpus: await makeCorpus(folder), pages: makeBarePages(folder) })
}, 60_000)
afterAll(async () => {
  await server.close()
  dropFolder(folder)
})

test('a trace over HTTP is the trace of the record', async () => {
  const line = readFileSync(storyFile, 'utf8').split('\n')[0]
  const expected = trace(readRecord(storyFile, { number: 1, text: line, cut: false }).document(), await loadModel())
  expect(await ask('/api/publications/b1/trace')).toEqual(JSON.parse(JSON.stringify(expected)))
})

test('a trace with its reasons is the one that the command gives with --explain', async () => {
  const line = readFileSync(storyFile, 'utf8').split('\n')[0]
  const document = readRecord(storyFile, { number: 1, text: line, cut: false }).document()
  const expected = JSON.parse(JSON.stringify(trace(document, await loadModel(), { explain: true })))
  expect(expected.decisions.length).toBeGreaterThan(5)
  expect(await ask('/api/publications/b1/trace?explain=true')).toEqual(expected)
})

test('what is answered is what the interface says of itself', async () => {
  const { items } = await ask('/api/publications')
  expect(items.map((entry: { key: string }) => entry.key)).toEqual(storyRecords.map(({ id }) => id))
  for (const entry of items) {
    entrySchema.strict().parse(entry)
    tracedDocumentSchema.strict().parse(await ask(`/api/publications/${entry.publication}/trace`))
  }
  for (const pair of (await ask('/api/reuse')).items) reuseSchema.strict().parse(pair)
  for (const claim of (await ask('/api/claims?all=true')).items) claimSchema.strict().parse(claim)
  for (const use of (await ask('/api/sources')).items) sourceUseSchema.strict().parse(use)
})

test('every route is described, in OpenAPI 3.1', async () => {
  const described = await ask('/openapi.json')
  expect(described.openapi).toBe('3.1.0')
  expect(Object.keys(described.paths).sort()).toEqual([
    '/api/claims',
    '/api/claims/{id}',
    '/api/claims/{id}/origins',
    '/api/figures',
    '/api/figures/progress',
    '/api/jobs/{id}',
    '/api/jobs/{id}/events',
    '/api/publications',
    '/api/publications/{id}',
    '/api/publications/{id}/reuse',
    '/api/publications/{id}/trace',
    '/api/reuse',
    '/api/search',
    '/api/sources',
    '/api/stories',
    '/api/stories/{id}',
    '/api/stories/{id}/reuse',
  ])
  for (const name of ['TracedDocument', 'Reuse', 'Claim', 'StorySummary', 'SourceUse', 'Problem', 'Job'])
    expect(described.components.schemas[name], name).toBeDefined()
})

test('a list is walked page by page, and streamed as lines it is the same', async () => {
  const walked: string[] = []
  for (let next: string | null = '/api/publications?limit=4'; next; ) {
    const answer = await get(next)
    const page = await answer.json()
    expect(answer.headers.get('link')).toBe(page.next && `<${page.next}>; rel="next"`)
    walked.push(...page.items.map((entry: { publication: string }) => entry.publication))
    next = page.next
  }
  expect(new Set(walked).size).toBe(storyRecords.length)
  const streamed = await get('/api/publications?format=jsonl')
  expect(streamed.headers.get('content-type')).toBe('application/jsonl')
  const lines = (await streamed.text()).trim().split('\n')
  expect(lines.map(line => JSON.parse(line).publication)).toEqual(walked)
})

test('search and filters', async () => {
  const keys = async (query: string) => (await ask(query)).items.map((entry: { key: string }) => entry.key).sort()
  expect(await keys('/api/search?q=%22loud%20bang%22')).toEqual(['b1', 'b2', 'b3', 'b4'])
  expect(await keys('/api/search?q=%22loud%20bang%22&publisher=Westholm%20Echo')).toEqual(['b3'])
  expect(await keys('/api/publications?publisher=Lakeside%20Courier')).toEqual(['b2', 'b8'])
  expect(await keys('/api/publications?from=2026-02-03&to=2026-02-03&limit=2')).toEqual(['b6', 'b7'])
  expect(await keys('/api/search?q=zebra')).toEqual([])
})

test('what a client has already is not sent again', async () => {
  const first = await get('/api/publications/b1/trace')
  const etag = first.headers.get('etag') ?? ''
  expect(etag).not.toBe('')
  const again = await get('/api/publications/b1/trace', { headers: { 'if-none-match': etag } })
  expect([again.status, await again.text()]).toEqual([304, ''])
  expect((await get('/api/publications/b2/trace', { headers: { 'if-none-match': etag } })).status).toBe(200)
})

test('a story has its publications, their shared text, and the origins of its main claim', async () => {
  const [story] = (await ask('/api/stories')).items
  expect(story.members.length).toBeGreaterThan(1)
  expect(story.outlets).toBe(new Set(story.members.map((member: { publisher: string }) => member.publisher)).size)
  const claim = await ask(`/api/claims/${story.claim}`)
  expect(story.origins).toEqual({ least: claim.origins.least, most: claim.origins.most })
  expect(await ask(`/api/claims/${story.claim}/origins`)).toEqual(claim.origins)
  const ids = new Set(story.members.map((member: { publication: string }) => member.publication))
  for (const { a, b } of await ask(`/api/stories/${story.id}/reuse`))
    expect([ids.has(a.publication), ids.has(b.publication)]).toEqual([true, true])
})

test('figures count each publication once, copies apart', async () => {
  const { cells } = await ask('/api/figures')
  const sum = (copies: boolean) =>
    cells
      .filter((cell: { copies: boolean }) => cell.copies === copies)
      .reduce((n: number, cell: { publications: number }) => n + cell.publications, 0)
  expect(sum(true) + sum(false)).toBe(storyRecords.length)
  expect(sum(true)).toBeGreaterThan(0)
})

const watch = async (id: string) => {
  const events = (await (await get(`/api/jobs/${id}/events`)).text()).trim().split('\n\n')
  return events.map(event => {
    expect(event).toMatch(/^event: job\ndata: /)
    return JSON.parse(event.slice(event.indexOf('data: ') + 6))
  })
}
const add = async (addition: unknown) => {
  const answer = await get('/api/publications', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(addition),
  })
  return { status: answer.status, location: answer.headers.get('location'), body: await answer.json() }
}

test('a text is added, told of as it goes, and there is nothing new in it the second time', async () => {
  const addition = {
    text: 'The lock at Mere will open in May, a keeper said.',
    id: 'n1',
    publisher: 'Mere Valley News',
    publishedAt: '2026-03-01',
  }
  const first = await add(addition)
  expect([first.status, first.location]).toEqual([202, `/api/jobs/${first.body.id}`])
  const done = (await watch(first.body.id)).at(-1)
  expect(done).toMatchObject({ state: 'done', stored: 1, known: 0, traced: 1, failed: 0, errors: [] })
  expect(await ask(`/api/publications/${done.publications[0]}`)).toMatchObject({
    key: 'n1',
    publisher: 'Mere Valley News',
    state: 'traced',
  })
  const second = (await watch((await add(addition)).body.id)).at(-1)
  expect(second).toMatchObject({ state: 'done', stored: 0, known: 1, publications: done.publications })
})

test('stories of a corpus too large to be grouped are refused before it is looked at; sources are told all the same', async () => {
  const analyst = await createAnalyst(join(folder, 'corpus.db'), 3)
  await expect(analyst.stories(10, 0)).rejects.toMatchObject({ code: 'too-large' })
  expect((await analyst.sources(null, 10, 0)).length).toBeGreaterThan(0)
})

test('a text without a headline goes by its first words', async () => {
  const text = 'The weir at Mere will be rebuilt before the winter, a keeper told the Mere Valley News. It fell in April.'
  const [publication] = (await watch((await add({ text })).body.id)).at(-1).publications
  expect(await ask(`/api/publications/${publication}`)).toMatchObject({
    title: null,
    key: null,
    input: 'The weir at Mere will be rebuilt before the winter, a …',
  })
})

test('a file is added by its bytes; one that is no text is told of', async () => {
  const page =
    '<html><head><title>Eels</title></head><body><article><h1>Eels</h1><p>The eels are back, a fisherman told the Echo.</p></article></body></html>'
  const added = (await watch((await add({ file: { name: 'eels.html', base64: btoa(page) } })).body.id)).at(-1)
  expect(await ask(`/api/publications/${added.publications[0]}`)).toMatchObject({ title: 'Eels', input: 'eels.html' })
  const refused = (await watch((await add({ file: { name: 'x.bin', base64: btoa('\0\u0001\u0002\0') } })).body.id)).at(-1)
  expect(refused).toMatchObject({ state: 'failed', stored: 0, failed: 1 })
  expect(refused.errors[0].message).toContain('x.bin')
})

test('an address of this machine or its network is not fetched for anybody', async () => {
  for (const fetched of [server.url, 'http://169.254.169.254/latest/', 'http://[::1]:80/']) {
    const job = (await watch((await add({ fetch: fetched })).body.id)).at(-1)
    expect(job).toMatchObject({ state: 'failed', stored: 0 })
    expect(job.errors).toHaveLength(1)
  }
})
