import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
const format = readFileSync(join(root, 'docs/format.md'), 'utf8')

const readFolder = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => readFileSync(join(root, folder, name), 'utf8'))

const findAll = (texts: readonly string[], pattern: RegExp): string[] => [
  ...new Set(texts.flatMap(text => [...text.matchAll(pattern)].map(match => match[1]))),
]

const docs = readdirSync(join(root, 'docs'))
  .filter(name => name.endsWith('.md'))
  .map(name => readFileSync(join(root, 'docs', name), 'utf8'))

test('every code that a diagnostic or an error has is described', () => {
  const codes = findAll(
    readFolder('src'),
    /(?:\bcode: |HearsayError\(\s*|(?:refuse|failRecord)\((?:\w+, ){0,2}|^ +[EZ][A-Z_]+: \[)'([a-z]+(?:-[a-z]+)*)'/gm,
  )
  expect(codes).toEqual(expect.arrayContaining(['input-not-found', 'record-invalid', 'empty-input', 'model-invalid', 'non-answer']))
  expect(codes.filter(code => !docs.some(page => page.includes(`\`${code}\``)))).toEqual([])
})

test('every field of the public types is described', () => {
  const types = ['attribution', 'chain', 'document', 'source', 'trace'].map(name =>
    readFileSync(join(root, 'src/model', `${name}.ts`), 'utf8'),
  )
  const fields = findAll(types, /^ {2}readonly (\w+)\??:/gm)
  const internal = ['follows', 'blocks']
  expect(fields).toContain('publishedAt')
  expect(fields.filter(field => !internal.includes(field) && !new RegExp(`\`[^\`\n]*\\b${field}\\b[^\`\n]*\``).test(format))).toEqual([])
})
