import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TracedDocument } from '../../src/index.ts'
import { parseLines, root } from './command.ts'

const lines = 3000
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-'))
  const text = 'The dam will hold, engineer Mara Voss said. Nobody was asked, its crew told Radio Lune on Monday. '.repeat(20)
  writeFileSync(join(folder, 'many.jsonl'), Array.from({ length: lines }, (_, id) => JSON.stringify({ id, text })).join('\n'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the command and presses Ctrl-C once it has printed something; again on each of its words if `again`. */
const interrupt = (again: boolean): Promise<{ status: number | null; signal: string | null; stdout: string; stderr: string }> =>
  new Promise(resolve => {
    const child = spawn(process.execPath, ['src/cli/main.ts', 'trace', '--json', join(folder, 'many.jsonl')], { cwd: root })
    let stdout = ''
    let stderr = ''
    child.stdout.once('data', () => child.kill('SIGINT'))
    child.stdout.on('data', chunk => {
      stdout += chunk
    })
    child.stderr.on('data', chunk => {
      stderr += chunk
      if (again) child.kill('SIGINT')
    })
    child.on('close', (status, signal) => resolve({ status, signal, stdout, stderr }))
  })

test('Ctrl-C ends a trace after the article in hand: what is printed is whole', async () => {
  const { status, stdout, stderr } = await interrupt(false)
  const printed = parseLines<TracedDocument>(stdout)
  expect(printed.length).toBeGreaterThan(0)
  expect(printed.length).toBeLessThan(lines)
  expect(printed.every(({ format }) => format === 'hearsay/1')).toBe(true)
  expect(status).toBe(130)
  expect(stderr).toContain('what is traced is printed')
})

test('Ctrl-C a second time ends it at once', async () => {
  const { status, signal } = await interrupt(true)
  expect(signal === 'SIGINT' || status === 130).toBe(true)
})
