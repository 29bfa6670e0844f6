import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TracedDocument } from '../../src/index.ts'
import { hearsay, parseLines } from './command.ts'

type Line = TracedDocument & {
  readonly input: string
  readonly key: string | null
  readonly error?: { readonly code: string; readonly message: string }
}

const text = 'The dam will hold, engineer Mara Voss said.'
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-'))
})

afterAll(() => rmSync(folder, { recursive: true }))

test('each record is a document with its key and what it says of itself', async () => {
  const record = {
    id: 'r1',
    text,
    url: 'https://courier.example/dam',
    publisher: 'Lakeside Courier',
    publishedAt: '2026-03-14T08:00:00+01:00',
    seenAt: '2026-03-15T00:00:00Z',
    title: 'Dam holds',
    authors: ['Ilse Marrow'],
  }
  const { status, stdout } = await hearsay(['trace', '--json', '-'], {
    stdin: `${JSON.stringify(record)}\n\n${JSON.stringify({ id: 2, text })}`,
  })
  const [first, second, ...more] = parseLines<Line>(stdout)
  expect(first.document).toMatchObject({ key: 'r1', input: '-', title: 'Dam holds', text })
  const { id: _, text: __, title: ___, ...said } = record
  expect(first.document.provenance).toMatchObject(said)
  expect(second.document).toMatchObject({ key: '2', text })
  expect({ status, more }).toEqual({ status: 0, more: [] })
})

test('a record that is none costs its own line alone', async () => {
  const lines = ['{"text": "cut', '[1]', '{"id": "no-text"}', '{"id": "blank", "text": " "}', JSON.stringify({ id: 'good', text })]
  writeFileSync(join(folder, 'mixed.jsonl'), `${lines.join('\r\n')}\r\n`)
  const { status, stdout } = await hearsay(['trace', '--json', 'mixed.jsonl'], { cwd: folder })
  const printed = parseLines<Line>(stdout)
  expect(printed.map(line => [line.key ?? line.document?.key ?? null, line.error?.code])).toEqual([
    [null, 'record-invalid'],
    [null, 'record-invalid'],
    ['no-text', 'record-invalid'],
    ['blank', 'empty-input'],
    ['good', undefined],
  ])
  expect(printed[2].error?.message).toContain('"mixed.jsonl", line 3')
  expect(status).toBe(1)
})

test('a record longer than any article is refused, the next one read', async () => {
  writeFileSync(join(folder, 'long.jsonl'), `${JSON.stringify({ text: 'x'.repeat(21e6) })}\n${JSON.stringify({ text })}\n`)
  const { stdout } = await hearsay(['trace', '--json', 'long.jsonl'], { cwd: folder })
  expect(parseLines<Line>(stdout).map(line => line.error?.code ?? line.document.text)).toEqual(['input-too-large', text])
})

test('a file without records says so', async () => {
  writeFileSync(join(folder, 'none.jsonl'), '\n\n')
  const { status, stdout } = await hearsay(['trace', '--json', 'none.jsonl'], { cwd: folder })
  expect(parseLines<Line>(stdout).map(line => line.error?.code)).toEqual(['empty-input'])
  expect(status).toBe(1)
})
