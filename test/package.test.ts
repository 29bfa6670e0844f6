import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'tsdown'
import { afterAll, beforeAll, expect, test } from 'vitest'
import config from '../tsdown.config.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
let folder: string

const run = (words: readonly string[]): string => execFileSync(process.execPath, [...words], { cwd: folder, encoding: 'utf8' })

beforeAll(async () => {
  folder = mkdtempSync(join(root, 'node_modules/.package-'))
  await build({ ...config, config: false, cwd: root, outDir: join(folder, 'dist'), dts: false, logLevel: 'error' })
  copyFileSync(join(root, 'package.json'), join(folder, 'package.json'))
  symlinkSync(join(root, 'models'), join(folder, 'models'))
})

afterAll(() => rmSync(folder, { recursive: true }))

test('the built command prints what the command from source prints', () => {
  const words = ['trace', '--json', '--explain', join(root, 'examples/ferry.txt')]
  const built = run([manifest.bin.hearsay, ...words])
  expect(JSON.parse(built).format).toBe('hearsay/1')
  expect(built).toBe(run([join(root, 'src/cli/main.ts'), ...words]))
})

test('every export of the package is there and loads', () => {
  const names = Object.entries<string | { default: string }>(manifest.exports).flatMap(([name, target]) =>
    typeof target === 'string' ? [] : [name.replace(/^\./, 'hearsay')],
  )
  expect(names).toEqual(['hearsay', 'hearsay/node', 'hearsay/read', 'hearsay/report'])
  const file = join(folder, 'load.mjs')
  writeFileSync(file, `for (const name of ${JSON.stringify(names)}) console.log(name, Object.keys(await import(name)).length > 0)`)
  expect(run([file])).toBe(names.map(name => `${name} true\n`).join(''))
})

test('a Node that is too old gets a sentence that says what to do', () => {
  const pretend = "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'22.17.0'}})"
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', pretend, manifest.bin.hearsay, 'trace', 'x'], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect({ status, stdout, stderr }).toEqual({
    status: 1,
    stdout: '',
    stderr: 'hearsay: Node 22.17.0 is too old, 22.18 or later is needed: install it from https://nodejs.org\n',
  })
})
