import { mkdirSync, mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { expandInputs, type InputOptions } from '../../src/input/index.ts'
import { HearsayError } from '../../src/model/error.ts'
import { page, writeRecord } from './archive.ts'

let folder: string
let skipped: string[]

const at = (name: string): string => join(folder, name)
const write = (name: string, content: string | Uint8Array): string => {
  writeFileSync(at(name), content)
  return at(name)
}

/** What each document says, or the code of its error. */
const read = async (names: readonly string[], options: InputOptions = {}): Promise<string[]> => {
  const told: string[] = []
  const watch = { skip: (reason: string) => skipped.push(reason), expect: () => {}, enter: () => {}, advance: () => {} }
  for await (const input of expandInputs(names, { watch, ...options }))
    told.push(
      await input.read().then(
        ({ text }) => text.trim(),
        error => (error instanceof HearsayError ? error.code : `crash: ${error}`),
      ),
    )
  return told
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-'))
})
beforeEach(() => {
  skipped = []
})
afterAll(() => rmSync(folder, { recursive: true }))

const sentence = 'The dam will hold, engineer Mara Voss said.'
const record = (text: string): string => JSON.stringify({ text })
const rss = `<rss version="2.0"><channel><title>Elm Times</title><item><description>${sentence}</description></item></channel></rss>`

describe('the kind of an input is told by its content', () => {
  test.each<readonly [string, string, string | Uint8Array]>([
    ['HTML', 'a.txt', `<html><body><p>${sentence}</p></body></html>`],
    ['JSON Lines', 'a.html', record(sentence)],
    ['JSON over several lines', 'b.html', JSON.stringify({ id: 1, text: sentence }, null, 2)],
    ['a list in JSON', 'c.html', JSON.stringify([{ text: sentence }])],
    ['JSON Lines in UTF-16', 'd.txt', Buffer.from(`\ufeff${record(sentence)}\r\n`, 'utf16le')],
    ['a feed', 'a.json', rss],
    ['a feed after a comment', 'b.txt', `<?xml version="1.0"?>\n<!-- news -->\n${rss}`],
    ['text', 'a.pdf', sentence],
    ['text, gzipped', 'a.bin', gzipSync(sentence)],
    ['text, gzipped twice', 'b.bin', gzipSync(gzipSync(sentence))],
    ['JSON Lines, gzipped', 'c.bin', gzipSync(record(sentence))],
    ['two gzip members', 'd.bin', Buffer.concat([gzipSync(sentence.slice(0, 10)), gzipSync(sentence.slice(10))])],
  ])('%s', async (_, name, content) => {
    expect(await read([write(name, content)])).toEqual([sentence])
  })

  test('a web archive, its records gzipped one by one', async () => {
    const records = await Promise.all(
      ['a', 'b'].map(name => writeRecord({ url: `https://elm.example/${name}`, body: page(`${name} said so.`) }, true)),
    )
    const told = await read([write('crawl.txt', Buffer.concat(records))])
    expect(told.map(text => text.split('\n').at(-1))).toEqual(['a said so.', 'b said so.'])
  })

  test('a page in an archive is decompressed as its server said, or not where it is plain already', async () => {
    const url = 'https://elm.example/a'
    const headers = { 'Content-Encoding': 'gzip' }
    const packed = await writeRecord({ url, body: gzipSync(page('Packed, he said.')), headers })
    const plain = await writeRecord({ url, body: page('Plain, he said.'), headers })
    expect(
      (await read([write('packed.warc', Buffer.concat([packed, plain]))])).map(text => text.split('\n').at(-1)?.split(',')[0]),
    ).toEqual(['Packed', 'Plain'])
  })
})

describe('folders and patterns', () => {
  beforeAll(() => {
    mkdirSync(at('mix/in'), { recursive: true })
    write('mix/a.txt', 'A.')
    write('mix/in/b', 'B.')
    write('mix/c.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0]))
    write('mix/d.js', 'function a() { return b; }\n'.repeat(20))
    write('mix/e.txt', gzipSync('E.'))
    symlinkSync(at('mix/in'), at('mix/link'))
    mkdirSync(at('pictures'))
    write('pictures/a', Uint8Array.from([0xff, 0xd8, 0xff, 0, 0]))
  })

  test('what is an article is read, the rest passed over and told of', async () => {
    expect(await read([at('mix')])).toEqual(['A.', 'E.', 'B.'])
    expect(skipped).toEqual(['pictures and other binary files', 'programs and data', 'links to folders'])
  })

  test('a pattern that no shell has expanded is', async () => {
    expect(await read([at('mix/**/*.txt')])).toEqual(['A.', 'E.'])
    expect(await read([at('mix/{a,x}.txt'), at('mix/*.none')])).toEqual(['A.', 'input-not-found'])
  })

  test('a name with brackets is a file before it is a pattern', async () => {
    expect(await read([write('mix[1].txt', 'One.')])).toEqual(['One.'])
  })

  test('a folder of pictures holds no article', async () => {
    expect(await read([at('pictures')])).toEqual(['folder-empty'])
    expect(skipped).toEqual(['pictures and other binary files'])
  })

  test('a file that vanishes after its folder was listed costs itself alone', async () => {
    mkdirSync(at('going'))
    for (const name of ['a', 'b', 'c']) write(`going/${name}`, `${name}.`)
    const told: string[] = []
    for await (const input of expandInputs([at('going')])) {
      if (told.length === 0) unlinkSync(at('going/b'))
      told.push(
        await input.read().then(
          ({ text }) => text,
          ({ code }) => code,
        ),
      )
    }
    expect(told).toEqual(['a.', 'input-not-found', 'c.'])
  })
})

describe('what is damaged or means harm', () => {
  test('compressed data that grows without end is given up', async () => {
    const line = Buffer.concat([Buffer.from('{"text":"'), Buffer.alloc(80e6, 120)])
    expect(await read([write('bomb', gzipSync(line))])).toEqual(['input-too-large'])
  })

  test('compressed data more than three times over is not opened', async () => {
    let bytes: Uint8Array = Buffer.from(sentence)
    for (let times = 0; times < 5; times++) bytes = gzipSync(bytes)
    expect(await read([write('deep', bytes)])).toEqual(['input-too-large'])
  })

  test('records before the place where compressed data breaks off are read', async () => {
    const noise = Array.from({ length: 3000 }, (_, index) => record(`${index}. ${Math.sin(index)} ${sentence}`)).join('\n')
    const whole = gzipSync(noise)
    const told = await read([write('cut.gz', whole.subarray(0, whole.length / 2))])
    expect(told.length).toBeGreaterThan(1000)
    expect(told[0]).toBe(`0. 0 ${sentence}`)
    expect(told.slice(-1)).toEqual(['input-damaged'])
  })

  test('an article whose compressed data breaks off or is damaged is not half read', async () => {
    const whole = gzipSync(Array.from({ length: 5000 }, (_, index) => `${Math.sin(index)} ${sentence}`).join(' '))
    const damaged = Buffer.from(whole)
    damaged.fill(7, 40_000, 40_100)
    expect(await read([write('cut.txt.gz', whole.subarray(0, whole.length - 20)), write('damaged.gz', damaged)])).toEqual([
      'input-damaged',
      'input-damaged',
    ])
  })

  test('a line of 60 MB costs itself alone', async () => {
    const lines = [record('One.'), `{"text":"${'x'.repeat(60e6)}"}`, record('Two.')]
    expect(await read([write('long.jsonl', lines.join('\n'))])).toEqual(['One.', 'input-too-large', 'Two.'])
  })
})
