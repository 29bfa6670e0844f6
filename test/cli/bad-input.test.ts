import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TracedDocument } from '../../src/index.ts'
import { hearsay, parseLines } from './command.ts'

interface Failure {
  readonly format: string
  readonly input: string
  readonly key: string | null
  readonly error: { readonly code: string; readonly message: string }
}

const sentence = 'The harbour will reopen in May, port chief Mara Voss said.\n'
let folder: string

const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-'))
  mkdirSync(join(folder, 'empty-folder'))
  mkdirSync(join(folder, 'vanished-folder'))
  symlinkSync(join(folder, 'gone.txt'), join(folder, 'vanished-folder', 'b.txt'))
  write('vanished-folder/a.txt', sentence)
  write('empty.txt', '')
  write('blank.txt', ' \n\t\n\ufeff')
  write(
    'picture.txt',
    Uint8Array.from({ length: 4096 }, (_, i) => (i * 167 + (i >> 3)) % 256),
  )
  write('archive.html', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0]))
  write('good.txt', sentence)
})

afterAll(() => rmSync(folder, { recursive: true }))

const failures: readonly (readonly [what: string, input: string, code: string])[] = [
  ['a missing file', 'no-such.txt', 'input-not-found'],
  ['a path through a file', 'good.txt/more.txt', 'input-not-found'],
  ['a folder without articles', 'empty-folder', 'folder-empty'],
  ['an empty file', 'empty.txt', 'empty-input'],
  ['a blank file', 'blank.txt', 'empty-input'],
  ['bytes that are no text', 'picture.txt', 'binary-input'],
  ['an archive that calls itself a page', 'archive.html', 'binary-input'],
  ['an address of this machine', 'http://127.0.0.1:9/ferry', 'url-refused'],
  ['a link to a file', 'file:///etc/hostname', 'url-refused'],
]

test.each(failures)('%s gives an error line, and the rest goes on', async (_, input, code) => {
  const { status, stdout, stderr } = await hearsay(['trace', '--json', input, 'good.txt'], { cwd: folder })
  const [failure, good] = parseLines<Failure & TracedDocument>(stdout)
  expect(failure).toEqual({
    format: 'hearsay/1',
    input,
    key: null,
    error: { code, message: expect.stringContaining(input) },
  })
  expect(good.document.input).toBe('good.txt')
  expect(status).toBe(1)
  expect(stderr).toBe(`hearsay: ${failure.error.message}\n`)
})

test('a file that vanished from its folder gives an error line in its place', async () => {
  const { status, stdout } = await hearsay(['trace', '--json', 'vanished-folder'], { cwd: folder })
  const [a, b] = parseLines<Failure & TracedDocument>(stdout)
  expect(a.document.input).toBe(join('vanished-folder', 'a.txt'))
  expect([b.input, b.error.code]).toEqual([join('vanished-folder', 'b.txt'), 'input-not-found'])
  expect(status).toBe(1)
})

test('a file that may not be read gives an error line', async () => {
  const path = process.getuid?.() === 0 ? '/proc/self/mem' : join(folder, 'locked.txt')
  if (process.getuid?.() !== 0) {
    write('locked.txt', sentence)
    chmodSync(path, 0)
  }
  const { status, stdout } = await hearsay(['trace', '--json', path])
  expect(parseLines<Failure>(stdout).map(line => line.error.code)).toEqual(['input-unreadable'])
  expect(status).toBe(1)
})

test('without --json the error goes to standard error alone', async () => {
  const { status, stdout, stderr } = await hearsay(['trace', 'no-such.txt'], { cwd: folder })
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toBe('hearsay: "no-such.txt": there is no such file or folder; check the path\n')
})

describe('much text', () => {
  test('50 MB are refused in words', async () => {
    write('huge.txt', sentence.repeat(Math.ceil(50e6 / sentence.length)))
    const { status, stdout } = await hearsay(['trace', '--json', 'huge.txt'], { cwd: folder })
    expect(parseLines<Failure>(stdout).map(line => line.error.code)).toEqual(['input-too-large'])
    expect(status).toBe(1)
  })

  test('3 MB of text are refused in words, and the rest goes on', async () => {
    write('long.txt', sentence.repeat(Math.ceil(3e6 / sentence.length)))
    const { status, stdout } = await hearsay(['trace', '--json', 'long.txt', 'good.txt'], { cwd: folder })
    const [failure, good] = parseLines<Failure & TracedDocument>(stdout)
    expect([failure.error.code, good.document.input, status]).toEqual(['input-too-large', 'good.txt', 1])
  })

  test('what never ends is refused too', async () => {
    const { stdout } = await hearsay(['trace', '--json', '/dev/zero'])
    expect(parseLines<Failure>(stdout).map(line => line.error.code)).toEqual(['input-too-large'])
  })

  test('one line of 1 MB is traced', async () => {
    write(
      'line.txt',
      sentence
        .trim()
        .concat(' ')
        .repeat(Math.ceil(1e6 / sentence.length)),
    )
    const { status, stdout } = await hearsay(['trace', '--json', 'line.txt'], { cwd: folder })
    const [{ document }] = parseLines<TracedDocument>(stdout)
    expect(document.text.length).toBeGreaterThan(1e6)
    expect(status).toBe(0)
  })

  test('one word of 1 MB is traced', async () => {
    write('word.txt', 'a'.repeat(1e6))
    const { status, stdout } = await hearsay(['trace', '--json', 'word.txt'], { cwd: folder })
    const [{ attributions }] = parseLines<TracedDocument>(stdout)
    expect(attributions).toEqual([])
    expect(status).toBe(0)
  })
})

describe('text that repeats', () => {
  const traceFile = async (name: string, content: string): Promise<TracedDocument> => {
    write(name, content)
    const { status, stdout, stderr } = await hearsay(['trace', '--json', name], { cwd: folder })
    expect([status, stderr]).toEqual([0, ''])
    return parseLines<TracedDocument>(stdout)[0]
  }

  test('a page nested 100,000 deep is read', async () => {
    const depth = 100_000
    const page = `<html><body>${'<div>'.repeat(depth)}<p>${sentence.repeat(3)}</p>${'</div>'.repeat(depth)}</body></html>`
    const { document, attributions } = await traceFile('deep.html', page)
    expect(document.text).toContain('port chief Mara Voss said')
    expect(attributions.length).toBeGreaterThan(0)
  })

  test.each([
    ['1 MB of quotation marks', '"'.repeat(1e6)],
    ['quotation marks that never close', ' “a'.repeat(1e5)],
    ['10,000 paragraphs of one word', 'word\n\n'.repeat(1e4)],
    ['white space between two words', `a${' '.repeat(1e6)}b`],
  ])('%s say nothing', async (name, content) => {
    const { attributions, document } = await traceFile(`${name.replace(/\W/g, '-')}.txt`, content)
    expect(attributions).toEqual([])
    expect(document.text).toBe(content)
  })

  test('who says that who says that for ever is traced', async () => {
    const { attributions } = await traceFile('who.txt', 'the man who told the man that he said that “the dam will hold” '.repeat(2000))
    expect(attributions.length).toBeLessThan(8000)
  })
})

describe('encodings', () => {
  const story =
    'The café at Ørnsö “will stay”, mayor Zoë Grün said. It has stood beside the jetty for years, and nobody in the town remembers a winter without it.\n'
  const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
    return bigEndian ? bytes.swap16() : bytes
  }
  const windows1252 = Uint8Array.from(story, character => ({ '“': 0x93, '”': 0x94 })[character] ?? character.charCodeAt(0))

  test.each([
    ['UTF-8', Buffer.from(story)],
    ['UTF-8 with a byte-order mark', Buffer.from(`\ufeff${story}`)],
    ['UTF-16, little end first', utf16(story, false)],
    ['UTF-16, big end first', utf16(story, true)],
    ['Windows-1252', windows1252],
  ])('%s is decoded', async (_, bytes) => {
    const { status, stdout } = await hearsay(['trace', '--json', '-'], { stdin: bytes })
    const [{ document }] = parseLines<TracedDocument>(stdout)
    expect([document.text, document.input]).toEqual([story, '-'])
    expect(status).toBe(0)
  })

  test('a broken byte in UTF-8 costs that byte and no more', async () => {
    const bytes = Buffer.from(story.repeat(5))
    bytes[bytes.indexOf('stood')] = 0xff
    const { status, stdout } = await hearsay(['trace', '--json', '-'], { stdin: bytes })
    const [{ document }] = parseLines<TracedDocument>(stdout)
    expect(document.text).toContain('beside the jetty')
    expect(status).toBe(0)
  })
})
