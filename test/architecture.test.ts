import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../src/', import.meta.url))
const stages = ['read', 'annotate', 'mention', 'attribute', 'resolve', 'chain', 'compare', 'origins', 'report']
const ground = ['model', 'lexicon', 'learn', 'mention']

/** Which folders or files of src each of them may import besides itself, and which packages. */
const allowed: Readonly<Record<string, { readonly own: readonly string[]; readonly packages: readonly RegExp[] }>> = {
  model: { own: [], packages: [] },
  lexicon: { own: [], packages: [] },
  learn: { own: [], packages: [] },
  mention: { own: ['model', 'lexicon'], packages: [] },
  read: {
    own: ground,
    packages: [/^htmlparser2$/, /^chardet$/, /^@noble\/hashes\//, /^unpdf$/, /^feedsmith$/, /^warcio$/],
  },
  annotate: { own: ground, packages: [] },
  attribute: { own: ground, packages: [] },
  resolve: { own: ground, packages: [] },
  chain: { own: ground, packages: [] },
  compare: { own: ground, packages: [] },
  origins: { own: ground, packages: [] },
  report: { own: ground, packages: [/^picocolors$/, /^csv-stringify/] },
  'trace.ts': { own: [...ground, 'read', 'annotate', 'attribute', 'resolve', 'chain'], packages: [] },
  'index.ts': { own: ['trace.ts', 'model', 'read'], packages: [] },
  'node.ts': { own: ['index.ts', 'trace.ts', 'model', 'read'], packages: [/^node:/] },
  input: { own: ['model', 'read'], packages: [/^node:/, /^tinyglobby$/, /^ipaddr\.js$/] },
  corpus: {
    own: ['node.ts', 'trace.ts', 'model', 'lexicon', 'compare', 'origins', 'report'],
    packages: [/^node:/, /^kysely$/, /^@noble\/hashes\//],
  },
  http: {
    own: ['node.ts', 'trace.ts', 'input', 'corpus', 'model', 'read', 'report', '../package.json'],
    packages: [/^node:/, /^hono(?:\/|$)/, /^@hono\//],
  },
  cli: {
    own: ['node.ts', 'index.ts', 'trace.ts', 'input', 'corpus', 'http', 'model', 'read', 'report', '../package.json'],
    packages: [/^node:/, /^commander$/],
  },
}

interface Import {
  readonly from: string
  readonly to: string
}

const statement = /(?:^|\n)\s*(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g

const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'))
const imports: readonly Import[] = files.flatMap(from =>
  [...readFileSync(join(root, from), 'utf8').matchAll(statement)].map(match => {
    const target = match[1] ?? match[2]
    return { from, to: target.startsWith('.') ? relative(root, join(root, dirname(from), target)) : `npm:${target}` }
  }),
)
const partOf = (path: string): string => (path.startsWith('..') ? path : path.split('/')[0])

const breaches = (group: (part: string) => boolean): string[] =>
  imports
    .filter(({ from }) => group(partOf(from)))
    .filter(({ from, to }) => {
      const rule = allowed[partOf(from)]
      if (to.startsWith('npm:')) return !rule?.packages.some(pattern => pattern.test(to.slice(4)))
      return partOf(to) !== partOf(from) && !rule?.own.includes(partOf(to))
    })
    .map(({ from, to }) => `${from} imports ${to}`)

test('imports are found', () => {
  expect(imports).toContainEqual({ from: 'report/page.ts', to: 'model/trace.ts' })
  expect(imports).toContainEqual({ from: 'cli/program.ts', to: 'npm:commander' })
  expect(imports).toContainEqual({ from: 'cli/main.ts', to: 'cli/program.ts' })
})

test('every part of the house has a rule', () => {
  expect([...new Set(files.map(partOf))].filter(part => !allowed[part])).toEqual([])
})

test('types, word lists and the learner stand on nothing but themselves', () => {
  expect(breaches(part => ['model', 'lexicon', 'learn'].includes(part))).toEqual([])
})

test('no stage imports another stage, a file system or the network', () => {
  expect(breaches(part => stages.includes(part))).toEqual([])
})

test('the edges import what they may', () => {
  expect(breaches(part => !stages.includes(part) && !['model', 'lexicon', 'learn'].includes(part))).toEqual([])
})

test('no imports run in circles', () => {
  const targets = new Map<string, string[]>()
  for (const { from, to } of imports) targets.set(from, [...(targets.get(from) ?? []), to])
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
    if (done.has(file) || path.includes(file)) return
    for (const next of targets.get(file) ?? []) visit(next, [...path, file])
    done.add(file)
  }
  for (const file of files) visit(file, [])
  expect(circles).toEqual([])
})

test('no file is longer than 400 lines', () => {
  const lengths = files.map(file => [file, readFileSync(join(root, file), 'utf8').split('\n').length] as const)
  expect(lengths.filter(([file, length]) => length > 400 && !file.startsWith('lexicon/')).map(([file]) => file)).toEqual([])
})
