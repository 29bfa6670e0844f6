import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hearsay, root } from './command.ts'

test.each([
  ['no command', []],
  ['an unknown command', ['frobnicate']],
  ['no input', ['trace']],
  ['an unknown option', ['trace', '--frobnicate', 'examples/ferry.txt']],
])('%s is wrong usage: status 2, nothing on standard output', async (_, words) => {
  const { status, stdout, stderr } = await hearsay(words)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toMatch(/hearsay --help|Usage: hearsay/)
})

test('--version tells the package’s version', async () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expect(await hearsay(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' })
})

test('--help tells the commands and the exit statuses', async () => {
  const { status, stdout } = await hearsay(['trace', '--help'])
  expect(status).toBe(0)
  expect(stdout).toContain('--json')
  expect(stdout).toContain('--explain')
  expect(stdout).toContain('2 wrong usage, nothing done')
})
