import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createContext, Script } from 'node:vm'
import { build } from 'tsdown'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TracedDocument } from '../src/index.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
let folder: string
let bundle: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-'))
  await build({
    config: false,
    cwd: root,
    entry: { hearsay: 'src/index.ts' },
    outDir: folder,
    platform: 'browser',
    format: 'iife',
    globalName: 'hearsay',
    deps: { alwaysBundle: [/.*/] },
    dts: false,
    clean: false,
    logLevel: 'error',
  })
  bundle = readFileSync(join(folder, 'hearsay.iife.js'), 'utf8')
})

afterAll(() => rmSync(folder, { recursive: true }))

test('the core asks for nothing that only Node has', () => {
  expect(bundle).not.toMatch(/["']node:|\brequire\(|\bprocess\.|\bBuffer\./)
})

test('the core traces where there is neither process nor require, and gives what Node gives', async () => {
  const { loadModel } = await import('../src/node.ts')
  const { readText, trace } = await import('../src/index.ts')
  const text = readFileSync(join(root, 'examples/ferry.txt'), 'utf8')
  const model = new Uint8Array(readFileSync(join(root, 'models/en/en.hearsay')))
  const context = createContext({ TextDecoder, TextEncoder, URL, text, model })
  new Script(bundle).runInContext(context)
  const json = new Script(
    `JSON.stringify(hearsay.trace(hearsay.readText(text, { input: 'ferry.txt' }), hearsay.decodeModel(model), { explain: true }))`,
  ).runInContext(context)
  const here = trace(readText(text, { input: 'ferry.txt' }), await loadModel(), { explain: true })
  expect(JSON.parse(json) as TracedDocument).toEqual(JSON.parse(JSON.stringify(here)))
  expect(here.attributions.length).toBeGreaterThan(5)
})
