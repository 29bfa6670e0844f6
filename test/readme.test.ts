import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const entries: Readonly<Record<string, string>> = {
  hearsay: 'index.ts',
  'hearsay/node': 'node.ts',
  'hearsay/read': 'read/index.ts',
  'hearsay/report': 'report/index.ts',
}

/** A block of the README that runs, or a command named beside what it prints. */
interface Example {
  readonly language: string
  readonly code: string
  readonly printed: string
}

const fence = /<!-- (run|prints)(?:: ([^\n]*?))? -->\n```(\w+)\n([\s\S]*?)```/g

const findExamples = (): Example[] => {
  const examples: Example[] = []
  let pending: Omit<Example, 'printed'> | undefined
  for (const [, mark, command, language, body] of readme.matchAll(fence)) {
    if (mark === 'run') pending = { language, code: body }
    else if (command) examples.push({ language: 'sh', code: command, printed: body })
    else if (pending) {
      examples.push({ ...pending, printed: body })
      pending = undefined
    }
  }
  return examples
}

const runShell = (code: string): string => {
  const path = `${join(root, 'node_modules/.bin')}:${process.env.PATH}`
  return execFileSync('bash', ['-c', code], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PATH: path, NO_COLOR: '1', COLUMNS: '80' },
  })
}

const runModule = (code: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-'))
  try {
    const file = join(folder, 'example.ts')
    writeFileSync(
      file,
      code.replace(/from '(hearsay[^']*)'/g, (_, name) => `from '${join(root, 'src', entries[name])}'`),
    )
    return execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', file], { cwd: root, encoding: 'utf8' })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const examples = findExamples()

test('the README has a printed chain, a command line and a program', () => {
  expect(examples.map(example => example.language)).toEqual(['sh', 'sh', 'ts'])
})

test.each(examples)('$language example prints what the README shows: $code', ({ language, code, printed }) => {
  const output = language === 'ts' ? runModule(code) : runShell(code)
  expect(printed.trim()).not.toBe('')
  for (const part of printed.split(/^ *\[…\]\n/m)) expect(output).toContain(part.trimEnd())
})

test('every path that the README links to is there', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(match => match[1])
  expect(links.length).toBeGreaterThan(3)
  for (const link of links) expect(readFileSync(join(root, link), 'utf8')).not.toBe('')
})
