import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refuseAddress } from '../../src/input/address.ts'
import { expandInputs, type InputOptions } from '../../src/input/index.ts'
import type { Document } from '../../src/model/document.ts'
import { page } from './archive.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

const answers = new Map<string, Answer>()
const asked: string[] = []
let most = 0
let now = 0
const server = createServer((request, response) => {
  const path = request.url ?? ''
  asked.push(path)
  now++
  most = Math.max(most, now)
  response.on('close', () => now--)
  const answer = answers.get(path)
  if (answer) answer(request, response)
  else response.writeHead(404).end('none')
})
let home = ''

const serve = (
  path: string,
  body: string | Uint8Array,
  headers: Record<string, string> = { 'content-type': 'text/html; charset=utf-8' },
): string => {
  answers.set(path, (_, response) => response.writeHead(200, headers).end(body))
  return home + path
}
const redirect = (path: string, to: string): string => {
  answers.set(path, (_, response) => response.writeHead(302, { location: to }).end())
  return home + path
}

type Outcome = Document | { readonly code: string; readonly message: string }

const read = async (names: readonly string[], options: InputOptions = { allowPrivate: true }): Promise<Outcome[]> => {
  const outcomes: Outcome[] = []
  for await (const input of expandInputs(names, options)) outcomes.push(await input.read().catch(error => error))
  return outcomes
}
const told = (outcomes: readonly Outcome[]): string[] =>
  outcomes.map(outcome => ('text' in outcome ? (outcome.text.trim().split('\n').at(-1) ?? '') : outcome.code))

beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

describe('pages', () => {
  test('come with the address where they were found and the time', async () => {
    serve('/new', page('It was moved, he said.'))
    const [document] = (await read([redirect('/old', '/new#part')])) as Document[]
    expect(document.input).toBe(`${home}/old`)
    expect(document.provenance.url).toBe(`${home}/new`)
    expect(Date.parse(document.provenance.seenAt ?? '')).toBeGreaterThan(Date.parse('2026-01-01'))
  })

  test('are decompressed, and decoded as their server says', async () => {
    const latin = Buffer.from('Café Ørnsö will stay, he said. It has stood beside the jetty for years.', 'latin1')
    const names = [
      serve('/gzip', gzipSync(page('Gzip.')), { 'content-encoding': 'gzip' }),
      serve('/br', brotliCompressSync(page('Brotli.')), { 'content-encoding': 'br' }),
      serve('/latin', latin, { 'content-type': 'text/plain; charset=iso-8859-1' }),
      serve('/file.gz', gzipSync('A file, he said.'), {}),
    ]
    expect(told(await read(names))).toEqual(['Gzip.', 'Brotli.', latin.toString('latin1'), 'A file, he said.'])
  })

  test.each<readonly [string, () => string, string]>([
    ['a missing page', () => `${home}/none`, 'fetch-failed'],
    ['redirects without end', () => redirect('/loop', '/loop'), 'fetch-failed'],
    ['a redirect to a file', () => redirect('/file', 'file:///etc/hostname'), 'url-refused'],
    ['a redirect to a password', () => redirect('/password', 'http://a:b@127.0.0.1/'), 'url-refused'],
    ['a redirect to nowhere', () => redirect('/nowhere', 'http://'), 'url-invalid'],
    ['a server that is not there', () => 'http://127.0.0.1:1/', 'fetch-failed'],
    ['a picture', () => serve('/png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0])), 'binary-input'],
    ['a page of more than 10 MB', () => serve('/large', 'x'.repeat(11e6)), 'input-too-large'],
    [
      'a compressed page that grows without end',
      () => serve('/bomb', gzipSync(Buffer.alloc(70e6, 120)), { 'content-encoding': 'gzip' }),
      'input-too-large',
    ],
    ['an unknown compression', () => serve('/zzz', 'x', { 'content-encoding': 'zzz' }), 'fetch-failed'],
    ['a broken compression', () => serve('/broken', 'no gzip', { 'content-encoding': 'gzip' }), 'input-damaged'],
    ['an empty page', () => serve('/empty', ''), 'empty-input'],
  ])('%s is refused, and the next one read', async (_, address, code) => {
    expect(told(await read([address(), serve('/good', page('Good.'))]))).toEqual([code, 'Good.'])
  })

  test('a connection that breaks off in the middle of a page is no half page', async () => {
    answers.set('/half', (_, response) => {
      response.writeHead(200, { 'content-length': '1000', 'content-type': 'text/plain' })
      response.write('Half of it, he said.')
      setTimeout(() => response.destroy(), 50)
    })
    expect(told(await read([`${home}/half`]))).toEqual(['fetch-failed'])
  })
})

describe('addresses that are not public', () => {
  test.each([
    'http://127.0.0.1:PORT/x',
    'http://localhost:PORT/x',
    'http://[::1]:PORT/x',
    'http://[::ffff:127.0.0.1]:PORT/x',
    'http://2130706433:PORT/x',
    'http://0x7f.1:PORT/x',
    'http://0.0.0.0:PORT/x',
    'http://169.254.169.254/latest/meta-data',
    'http://10.0.0.1/',
    'ftp://elm.example/x',
    'http://user:secret@elm.example/',
  ])('%s is refused', async address => {
    const before = asked.length
    const port = new URL(home).port
    expect(told(await read([address.replace('PORT', port)], {}))).toEqual(['url-refused'])
    expect(asked.length).toBe(before)
  })

  test.each([
    '127.8.8.8',
    '172.16.3.4',
    '192.168.0.1',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '198.18.0.1',
    '240.0.0.1',
    '::',
    'fe80::1',
    'fc00::1',
    'fec0::1',
    'ff02::1',
    '::7f00:1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:0:7f00::1',
    'none',
  ])('%s is not public', async address => {
    expect(await refuseAddress(address)).toEqual(expect.any(String))
  })

  test.each(['8.8.8.8', '::ffff:8.8.8.8', '2606:4700::1'])('%s is public', async address => {
    expect(await refuseAddress(address)).toBeNull()
  })
})

describe('lists and feeds', () => {
  test('a list is read in its order, two pages of a host at a time, what fails in its place', async () => {
    most = 0
    const names = ['c', 'a', 'b', 'none', 'd', 'e', 'f'].map(name => {
      if (name === 'none') return `${home}/none`
      answers.set(`/l/${name}`, (_, response) => setTimeout(() => response.end(page(`${name}.`)), 20))
      return `${home}/l/${name}`
    })
    const outcomes = await read([serve('/list', `${names.join('\r\n')}\n\n`, { 'content-type': 'text/plain' })])
    expect(told(outcomes)).toEqual(['c.', 'a.', 'b.', 'fetch-failed', 'd.', 'e.', 'f.'])
    expect(outcomes[0]).toMatchObject({ input: names[0], key: null })
    expect(most).toBeLessThanOrEqual(2)
  })

  test('a list within a list is not followed', async () => {
    const inner = serve('/inner', `${home}/new\n`, { 'content-type': 'text/plain' })
    const outcomes = await read([serve('/outer', `${inner}\n${inner}`, { 'content-type': 'text/plain' })])
    expect(told(outcomes)).toEqual([`${home}/new`, `${home}/new`])
  })

  test('a feed’s pages are read where asked; the page is believed before its feed', async () => {
    serve(
      '/ferry',
      '<html><head><meta name="author" content="Mara Voss"></head><body><p>The ferry was sold on Monday, the whole page says, and it has a good many words.</p></body></html>',
    )
    const item = `<item><title>Ferry</title><guid>g1</guid><link>${home}/ferry</link><author>Ilse Marrow</author><pubDate>Wed, 04 Mar 2026 05:06:07 GMT</pubDate><description>Sold, the feed says.</description></item>`
    const feed = serve(
      '/feed',
      `<rss version="2.0"><channel><title>Elm Times</title>${item}<item><description>No link, he said.</description></item></channel></rss>`,
    )
    expect(told(await read([feed]))).toEqual(['Sold, the feed says.', 'No link, he said.'])
    const [document, other] = (await read([feed], { allowPrivate: true, follow: true })) as Document[]
    expect(document).toMatchObject({
      key: 'g1',
      input: feed,
      title: 'Ferry',
      provenance: { url: `${home}/ferry`, authors: ['Mara Voss'], publisher: 'Elm Times', publishedAt: '2026-03-04T05:06:07Z' },
    })
    expect(document.text).toContain('the whole page says')
    expect(other.text).toBe('No link, he said.')
  })

  test('a run that is ended gives up what is being fetched', async () => {
    answers.set('/slow', () => {})
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 100)
    expect(told(await read([`${home}/slow`, `${home}/new`], { allowPrivate: true, signal: controller.signal }))).toEqual([])
  })
})
