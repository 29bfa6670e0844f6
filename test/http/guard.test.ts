import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type RunningServer, startServer } from '../../src/http/index.ts'
import { usualLimits } from '../../src/http/limit.ts'
import { dropFolder, makeBarePages, makeCorpus, makeFolder, serveAt } from './site.ts'

let folder: string
let pages: string
let corpus: string
let server: RunningServer & { readonly reports: string[] }
const json = { 'content-type': 'application/json' }

beforeAll(async () => {
  folder = makeFolder()
  pages = makeBarePages(folder)
  corpus = await makeCorpus(folder)
  server = await serveAt({ corpus, pages })
}, 60_000)
afterAll(async () => {
  await server.close()
  dropFolder(folder)
})

const problemOf = async (answer: Response) => {
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  const problem = await answer.json()
  expect(problem).toMatchObject({
    status: answer.status,
    type: `urn:hearsay:${problem.code}`,
    title: expect.any(String),
    detail: expect.any(String),
  })
  return problem
}

/** Asks with headers that `fetch` does not let one set. */
const askRaw = (headers: Record<string, string>, url = server.url): Promise<number> =>
  new Promise((resolve, reject) => {
    request(`${url}/api`, { headers }, answer => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })

afterEach(async () => {
  expect((await fetch(`${server.url}/api/publications/b1/trace`)).status).toBe(200)
  expect(server.reports).toEqual([])
})

test.each([
  ['/api/publications/nobody', 404, 'not-found'],
  ['/api/publications/nobody/trace', 404, 'not-found'],
  ['/api/claims/nobody', 404, 'not-found'],
  ['/api/stories/nobody', 404, 'not-found'],
  ['/api/jobs/nobody', 404, 'not-found'],
  ['/api/jobs/nobody/events', 404, 'not-found'],
  ['/api/nothing', 404, 'not-found'],
  ['/api/publications?limit=0', 400, 'bad-request'],
  ['/api/publications?limit=1e9', 400, 'bad-request'],
  ['/api/publications?from=yesterday', 400, 'bad-request'],
  ['/api/search', 400, 'bad-request'],
  ['/api/%', 404, 'not-found'],
  ['/..%2f..%2fetc/passwd', 404, 'not-found'],
])('%s is a problem with a code and a remedy', async (path, status, code) => {
  const answer = await fetch(server.url + path)
  expect([answer.status, (await problemOf(answer)).code]).toEqual([status, code])
})

test('a person whose address leads nowhere gets a page that says so, a program the problem', async () => {
  const accept = 'text/html,application/xhtml+xml,*/*;q=0.8'
  const page = await fetch(`${server.url}/nowhere`, { headers: { accept } })
  expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
  expect((await fetch(`${server.url}/nowhere`)).headers.get('content-type')).toBe('application/problem+json')
  await problemOf(await fetch(`${server.url}/api/nowhere`, { headers: { accept } }))
})

test.each([
  ['no JSON', '{"text":', 400],
  ['no object', '[]', 400],
  ['a field too many', '{"text":"a","x":1}', 400],
  ['no text', '{"text":7}', 400],
  ['another protocol', '{"fetch":"file:///etc/passwd"}', 400],
  ['no base 64', '{"file":{"name":"a","base64":"%"}}', 400],
])('an addition that is %s is refused', async (_, body, status) => {
  const answer = await fetch(`${server.url}/api/publications`, { method: 'POST', headers: json, body })
  expect(answer.status).toBe(status)
  expect((await problemOf(answer)).code).toBe('bad-request')
})

test('a page of another site changes nothing here, nor does a form', async () => {
  const body = '{"text":"x"}'
  const post = (headers: Record<string, string>) => fetch(`${server.url}/api/publications`, { method: 'POST', headers, body })
  expect((await problemOf(await post({ ...json, origin: 'https://elsewhere.example' }))).code).toBe('origin-refused')
  expect((await problemOf(await post({ ...json, 'sec-fetch-site': 'cross-site' }))).code).toBe('origin-refused')
  expect((await problemOf(await post({ ...json, origin: 'null' }))).code).toBe('origin-refused')
  expect((await problemOf(await post({ 'content-type': 'text/plain' }))).code).toBe('kind-refused')
})

test('a name elsewhere that points at this machine is not answered', async () => {
  expect(await askRaw({ host: 'rebound.example' })).toBe(403)
  expect(await askRaw({ host: '127.0.0.1.rebound.example:80' })).toBe(403)
  expect(await askRaw({ host: 'localhost:1234' })).toBe(200)
  expect(await askRaw({ host: '[::1]' })).toBe(200)
})

test('answers may not be run, framed or taken for something else', async () => {
  for (const path of ['/', '/api', '/api/nothing', '/openapi.json']) {
    const { headers } = await fetch(server.url + path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    expect([headers.get('x-content-type-options'), headers.get('x-frame-options'), headers.get('access-control-allow-origin')]).toEqual([
      'nosniff',
      'DENY',
      null,
    ])
  }
})

test('100 MB are refused before they are read', async () => {
  const status = await new Promise<number>((resolve, reject) => {
    const chunk = Buffer.alloc(1_000_000, 'a')
    let sent = 0
    const sending = request(`${server.url}/api/publications`, { method: 'POST', headers: json }, answer => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
      sending.destroy()
    })
    const send = (): void => {
      while (sent < 100 && !sending.destroyed) {
        sent++
        if (!sending.write(chunk)) {
          sending.once('drain', send)
          return
        }
      }
      sending.end()
    }
    sending.on('error', error => (sent > 0 ? undefined : reject(error)))
    send()
  })
  expect(status).toBe(413)
  const told = await fetch(`${server.url}/api/publications`, { method: 'POST', headers: json, body: 'a'.repeat(15_000_000) })
  expect((await problemOf(told)).code).toBe('input-too-large')
})

/** Sends bytes as they are and gives all that comes back. */
const sendBytes = (bytes: string | Buffer, end: boolean): Promise<string> =>
  new Promise(resolve => {
    const { hostname, port } = new URL(server.url)
    const socket = connect(Number(port), hostname, () => {
      socket.write(bytes)
      if (end) setTimeout(() => socket.destroy(), 100)
    })
    let heard = ''
    socket.on('data', part => {
      heard += part
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(heard))
  })

test('rubbish is answered with a problem', async () => {
  for (const rubbish of [
    '\u0000\u0001\u0002\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    'Ceci n’est pas HTTP\r\n\r\n',
    Buffer.alloc(20_000, 0xff),
  ]) {
    const heard = await sendBytes(rubbish, false)
    expect(heard).toMatch(/^HTTP\/1\.1 400 /)
    expect(heard).toContain('"code":"bad-request"')
  }
  expect(await sendBytes(`GET /api HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, false)).toMatch(/^HTTP\/1\.1 4\d\d /)
})

test('half a request, left lying, keeps nobody waiting', async () => {
  const half =
    'POST /api/publications HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{"text":"half'
  expect(await sendBytes(half, true)).toBe('')
})

test('a script in every field is a text like any other', async () => {
  const script = '<script>document.title="run"</script>"\'><img src=x onerror=alert(1)>\u0000\u202e'
  const addition = {
    text: `${script} It is so, ${script} said.`,
    id: script,
    url: script,
    publisher: script,
    publishedAt: script,
    title: script,
    authors: [script],
  }
  const answer = await fetch(`${server.url}/api/publications`, { method: 'POST', headers: json, body: JSON.stringify(addition) })
  expect(answer.status).toBe(202)
  const job = await answer.json()
  const events = await (await fetch(`${server.url}/api/jobs/${job.id}/events`)).text()
  const id = JSON.parse(events.trim().split('data: ').at(-1) ?? '').publications[0]
  const traced = await fetch(`${server.url}/api/publications/${id}/trace`)
  expect(traced.headers.get('content-type')).toBe('application/json')
  expect((await traced.json()).document.text).toContain('<script>')
  expect((await fetch(`${server.url}/api/search?q=${encodeURIComponent(script)}`)).status).toBe(200)
  expect((await fetch(`${server.url}/api/publications/${encodeURIComponent(script)}`)).status).toBeLessThan(500)
})

test('whoever changes too much too fast is told to wait', async () => {
  const limits = { ...usualLimits, writes: { rate: 0.001, burst: 2 } }
  const strict = await serveAt({ pages, limits })
  try {
    const post = () => fetch(`${strict.url}/api/publications`, { method: 'POST', headers: json, body: '{"text":"x"}' })
    expect([(await post()).status, (await post()).status]).toEqual([404, 404])
    const third = await post()
    expect([third.status, Number(third.headers.get('retry-after'))]).toEqual([429, expect.any(Number)])
    expect((await problemOf(third)).code).toBe('too-many-requests')
    expect((await fetch(`${strict.url}/api`)).status).toBe(200)
  } finally {
    await strict.close()
  }
})

test('without a corpus its routes say so, and the pages are there', async () => {
  const bare = await serveAt({ pages })
  try {
    expect((await problemOf(await fetch(`${bare.url}/api/publications`))).code).toBe('no-corpus')
    expect(await (await fetch(`${bare.url}/api`)).json()).toMatchObject({ corpus: null })
    expect(await (await fetch(`${bare.url}/paste`)).text()).toContain('<title>Hearsay</title>')
  } finally {
    await bare.close()
  }
})

test('other machines are served only with a token, and only those who have it', async () => {
  const report = (): void => {}
  await expect(startServer({ host: '0.0.0.0', port: 0, token: null, corpus: null, pages, report })).rejects.toMatchObject({
    code: 'token-needed',
  })
  await expect(startServer({ host: '0.0.0.0', port: 0, token: 'short', corpus: null, pages, report })).rejects.toMatchObject({
    code: 'token-short',
  })
  const token = 'a-token-of-some-length'
  const open = await serveAt({ host: '0.0.0.0', token, pages })
  const url = open.url.replace('0.0.0.0', '127.0.0.1')
  try {
    const ask = (authorization: string) => fetch(`${url}/api`, { headers: { authorization } })
    expect((await problemOf(await fetch(`${url}/api`))).code).toBe('token-needed')
    expect((await ask('Bearer a-token-of-some-lengtH')).status).toBe(401)
    expect((await ask(`Bearer ${token}`)).status).toBe(200)
    expect((await fetch(`${url}/api/publications`)).status).toBe(401)
    expect((await fetch(`${url}/paste`)).status).toBe(200)
  } finally {
    await open.close()
  }
})

test('a corpus that is none, and a port that is taken, are told of before anything is served', async () => {
  const report = (): void => {}
  const common = { host: '127.0.0.1', token: null, pages, report }
  await expect(startServer({ ...common, port: 0, corpus: `${folder}/gone.db` })).rejects.toMatchObject({ code: 'corpus-not-found' })
  const port = Number(new URL(server.url).port)
  await expect(startServer({ ...common, port, corpus: null })).rejects.toMatchObject({ code: 'port-taken' })
})
