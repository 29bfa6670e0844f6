import { describe, expect, test } from 'vitest'
import { type ArchivedRecord, readArchive } from '../../src/read/warc.ts'
import { page, stream, writeRecord } from '../input/archive.ts'

const read = async (bytes: Uint8Array, size = 1000): Promise<ArchivedRecord[]> => {
  const records: ArchivedRecord[] = []
  for await (const record of readArchive('a.warc', stream(bytes, size))) records.push(record)
  return records
}

const told = (record: ArchivedRecord): string => {
  if (record.kind === 'page') return record.url ?? ''
  return record.kind === 'skipped' ? record.reason : record.error.code
}

const at = (path: string): string => `https://courier.example/${path}`
const good = (path: string): Promise<Buffer> => writeRecord({ url: at(path), body: page(`The ${path} was sold, he said.`) })

describe('records of an archive', () => {
  test('pages come with their address, their time and their record’s id', async () => {
    const [first] = await read(await good('ferry'))
    expect(first).toMatchObject({
      kind: 'page',
      key: expect.stringMatching(/^urn:uuid:/),
      url: at('ferry'),
      seenAt: '2026-03-04T05:06:07Z',
      charset: 'utf-8',
    })
    expect(new TextDecoder().decode((first as { body: Uint8Array }).body)).toBe(page('The ferry was sold, he said.'))
  })

  test.each([
    ['an image', { url: at('a.png'), body: 'x', type: 'image/png' }, 'images'],
    ['a redirect', { url: at('old'), body: '', status: '301 Moved Permanently' }, 'redirects'],
    ['a missing page', { url: at('gone'), body: page('Not found'), status: '404 Not Found' }, 'pages that the server failed to give'],
    ['a repeated capture', { url: at('ferry'), body: '', record: 'revisit' }, 'repeated captures'],
    ['robots.txt', { url: at('robots.txt'), body: 'User-agent: *', type: 'text/plain' }, 'robots.txt'],
    ['a style sheet', { url: at('a.css'), body: 'p {}', type: 'text/css' }, 'style sheets and scripts'],
    ['a feed', { url: at('feed'), body: '<rss/>', type: 'application/rss+xml' }, 'files that are no pages'],
  ] as const)('%s is passed over and told of', async (_, capture, reason) => {
    const records = await read(Buffer.concat([await writeRecord(capture), await good('next')]))
    expect(records.map(told)).toEqual([reason, at('next')])
  })

  test('what tells of other records is nothing of its own', async () => {
    const about = await Promise.all(
      (['warcinfo', 'request'] as const).map(record => writeRecord({ url: at('x'), body: 'GET / HTTP/1.1\r\n\r\n', record })),
    )
    expect(await read(Buffer.concat(about))).toEqual([])
  })

  test('a resource and a text made of a page are pages', async () => {
    const records = await read(
      Buffer.concat([
        await writeRecord({ url: at('r'), body: page('One.'), record: 'resource', type: 'text/html' }),
        await writeRecord({ url: at('c'), body: 'Two, he said.', record: 'conversion', type: 'text/plain' }),
      ]),
    )
    expect(records.map(record => record.kind === 'page' && new TextDecoder().decode(record.body))).toEqual([page('One.'), 'Two, he said.'])
  })

  test('a body sent in chunks is put together', async () => {
    const body = '5\r\nThe f\r\n8\r\nerry. He\r\n0\r\n\r\n'
    const [first] = await read(await writeRecord({ url: at('x'), body, headers: { 'Transfer-Encoding': 'chunked' } }))
    expect(new TextDecoder().decode((first as { body: Uint8Array }).body)).toBe('The ferry. He')
  })

  test.each([1, 7, 64, 1e6])('pieces of %d bytes make no difference', async size => {
    const bytes = Buffer.concat([await good('a'), await good('b')])
    expect((await read(bytes, size)).map(told)).toEqual([at('a'), at('b')])
  })
})

describe('damaged archives', () => {
  const withLength = (bytes: Buffer, change: (length: number) => string): Buffer =>
    Buffer.from(
      bytes.toString('latin1').replace(/Content-Length: (\d+)/i, (_, length) => `Content-Length: ${change(+length)}`),
      'latin1',
    )

  test.each<readonly [string, (length: number) => string]>([
    ['too short', length => String(length - 40)],
    ['too long', length => String(length + 300)],
    ['longer than the file', () => '999999999999'],
    ['negative', () => '-5'],
    ['no number', () => 'many'],
    ['past all bounds', () => '9'.repeat(400)],
  ])('a length that is %s costs its record alone', async (_, change) => {
    const records = await read(Buffer.concat([await good('a'), withLength(await good('b'), change), await good('c'), await good('d')]))
    expect(records.map(told)).toEqual([at('a'), 'record-invalid', at('c'), at('d')])
    expect(records[1]).toMatchObject({ error: { message: expect.stringContaining('"a.warc"') } })
  })

  test('bytes between records cost none', async () => {
    const records = await read(Buffer.concat([await good('a'), Buffer.from('rubbish WARC/x\r\nmore\r\n\r\n'), await good('b')]))
    expect(records.map(told)).toEqual([at('a'), 'record-invalid', at('b')])
  })

  test('an archive that breaks off gives what it has, and says so', async () => {
    const last = await good('b')
    for (const end of [4, 60, last.length - 30]) {
      const records = await read(Buffer.concat([await good('a'), last.subarray(0, end)]))
      expect(records.map(told)).toEqual([at('a'), 'record-invalid'])
    }
  })

  test('a stream that fails gives what came before, then its error', async () => {
    const bytes = await good('a')
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield bytes
      throw new Error('gone')
    }
    const seen: string[] = []
    await expect(
      (async () => {
        for await (const record of readArchive('a.warc', failing())) seen.push(told(record))
      })(),
    ).rejects.toThrow('gone')
    expect(seen).toEqual([at('a')])
  })

  test('a page larger than any article is refused, a film is passed over, the next page read', async () => {
    const large = await writeRecord({ url: at('large'), body: 'x'.repeat(11e6), type: 'text/plain' })
    const film = await writeRecord({ url: at('film'), body: 'x'.repeat(11e6), type: 'video/mp4' })
    const records = await read(Buffer.concat([large, film, await good('a')]), 100_000)
    expect(records.map(told)).toEqual(['input-too-large', 'sounds and films', at('a')])
  })
})
