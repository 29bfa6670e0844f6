import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TracedDocument } from '../../src/index.ts'
import { hearsay, parseLines, root } from './command.ts'

const ferry = readFileSync(join(root, 'examples/ferry.txt'), 'utf8')
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-'))
  mkdirSync(join(folder, 'in'))
  writeFileSync(join(folder, 'photo.txt'), Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]))
  writeFileSync(join(folder, 'style.css'), 'p { color: red; margin: 0 }\n'.repeat(40))
  for (const name of ['b.txt', 'a.html', 'notes', '.hidden.txt', 'in/c.txt'])
    writeFileSync(
      join(folder, name),
      name.endsWith('html')
        ? '<!doctype html><html lang="en"><body><article><p>The dam will hold, Mara Voss said.</p></article>'
        : 'The dam will hold, Mara Voss said.\n',
    )
})

afterAll(() => rmSync(folder, { recursive: true }))

test('--json prints a line for each document in the order given, its text unchanged', async () => {
  const { status, stdout, stderr } = await hearsay(['trace', '--json', 'examples/ferry.txt', '-', 'examples/ferry.txt'], {
    stdin: 'It rained, she said.',
  })
  const traces = parseLines<TracedDocument>(stdout)
  expect(traces.map(({ format, document }) => [format, document.input, document.text])).toEqual([
    ['hearsay/1', 'examples/ferry.txt', ferry],
    ['hearsay/1', '-', 'It rained, she said.'],
    ['hearsay/1', 'examples/ferry.txt', ferry],
  ])
  expect(traces[0]).toEqual(traces[2])
  expect(traces[0].decisions).toBeUndefined()
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})

test('the command line gives what the format says and nothing else', async () => {
  const { stdout } = await hearsay(['trace', '--json', '--explain', 'examples/ferry.txt'])
  const [traced] = parseLines<TracedDocument>(stdout)
  expect(Object.keys(traced).sort()).toEqual([
    'attributions',
    'chains',
    'decisions',
    'diagnostics',
    'document',
    'format',
    'sources',
    'unattributed',
  ])
  expect(Object.keys(traced.document).sort()).toEqual(['id', 'input', 'key', 'language', 'provenance', 'text', 'title'])
  expect(traced.decisions?.length).toBeGreaterThan(0)
})

test('a folder gives what reads as an article, by name, folders within it too, and nothing hidden', async () => {
  const { stdout } = await hearsay(['trace', '--json', folder])
  expect(parseLines<TracedDocument>(stdout).map(({ document }) => document.input)).toEqual([
    join(folder, 'a.html'),
    join(folder, 'b.txt'),
    join(folder, 'in/c.txt'),
    join(folder, 'notes'),
  ])
})

test('several pages are set apart', async () => {
  const { stdout } = await hearsay(['trace', 'examples/ferry.txt', 'examples/ferry.txt'])
  const [first, second, ...more] = stdout.split(`\n${'═'.repeat(80)}\n\n`)
  expect(more).toEqual([])
  expect(second).toBe(first)
})

test.each([
  [{}, false],
  [{ FORCE_COLOR: '1' }, true],
  [{ FORCE_COLOR: '0' }, false],
  [{ NO_COLOR: '1', FORCE_COLOR: '1' }, false],
])('with %j colour is %j where no terminal is', async (env, colored) => {
  const { stdout } = await hearsay(['trace', 'examples/ferry.txt'], { env })
  expect(stdout).toContain('Island Ferry')
  expect(stdout.includes('\u001b[')).toBe(colored)
})

test('COLUMNS sets the width', async () => {
  const { stdout } = await hearsay(['trace', 'examples/ferry.txt'], { env: { COLUMNS: '50' } })
  expect(Math.max(...stdout.split('\n').map(line => [...line].length))).toBeLessThanOrEqual(50)
})

test('a reader that goes away ends it quietly', async () => {
  const command = `'${process.execPath}' src/cli/main.ts trace --json ${'examples/ferry.txt '.repeat(60)} | head -c 10; echo " \${PIPESTATUS[0]}"`
  const child = spawn('bash', ['-c', command], { cwd: root })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', chunk => {
    stdout += chunk
  })
  child.stderr.on('data', chunk => {
    stderr += chunk
  })
  await new Promise(resolve => child.on('close', resolve))
  expect({ stdout, stderr }).toEqual({ stdout: '{"format": 0\n', stderr: '' })
})

test('a model file that is none is told with its path and what to do', async () => {
  const { loadModel } = await import('../../src/node.ts')
  const path = join(folder, 'b.txt')
  await expect(loadModel(path)).rejects.toMatchObject({ code: 'model-invalid', message: expect.stringContaining(path) })
  await expect(loadModel(join(folder, 'none'))).rejects.toMatchObject({ code: 'model-not-found' })
})
