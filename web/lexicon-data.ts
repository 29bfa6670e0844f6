import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type ESTree, type Plugin, parseSync } from 'vite'
import type { Packed } from './src/paste/lexicon.ts'

/** A constant of fewer characters is no lighter as a look-up. */
const least = 60

const isWord = (value: unknown): value is string => typeof value === 'string' && !value.includes('|')

/** A list of words as one string, which is a fifth lighter; any other item by item. */
const packItems = (kind: 'list' | 'set' | 'map', items: readonly unknown[]): Packed =>
  items.length > 1 && items.every(isWord) ? [`${kind}|`, items.join('|')] : [kind, ...items.map(pack)]

const pack = (value: unknown): Packed => {
  if (value instanceof Set) return packItems('set', [...value])
  if (value instanceof Map) return packItems('map', [...value].flat())
  if (value instanceof RegExp) return ['pattern', value.source, value.flags]
  if (Array.isArray(value)) return packItems('list', value)
  if (typeof value === 'function' || value === undefined) throw new TypeError(`a ${typeof value} among the word lists is no data`)
  if (typeof value !== 'object' || value === null) return value as Packed
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, pack(held)]))
}

const isData = (node: ESTree.Node | null): boolean => {
  if (node?.type === 'Literal') return true
  if (node?.type === 'TemplateLiteral') return node.expressions.length === 0
  if (node?.type === 'ArrayExpression') return node.elements.every(isData)
  if (node?.type !== 'NewExpression') return false
  return node.callee.type === 'Identifier' && /^(?:Set|Map|RegExp)$/.test(node.callee.name) && node.arguments.every(isData)
}

/** `const days = /\b(?:monday|tuesday)\b/`: where a module's constants hold words or patterns and nothing that runs. */
const findData = ({ body }: ESTree.Program): readonly ESTree.Expression[] =>
  body
    .map(statement => (statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement))
    .flatMap(statement => (statement?.type === 'VariableDeclaration' && statement.kind === 'const' ? statement.declarations : []))
    .flatMap(({ init }) => (init && init.end - init.start >= least && isData(init) ? [init] : []))

/** The words and patterns of the core as a data file that the worker fetches beside the model; only what runs stays script. */
export interface LexiconData {
  /** Where the pages find the file. */
  readonly address: string
  readonly plugin: () => Plugin
}

/**
 * Makes data of all that modules of `core/lexicon` export and of the long constants of its other modules that `holds` chooses. In their place stands a look-up with `unpackList`
 * of the module `unpacker`.
 */
export const createLexiconData = (core: string, unpacker: string, holds: (id: string) => boolean): LexiconData => {
  const version = createHash('sha256')
  for (const name of readdirSync(core, { recursive: true, encoding: 'utf8' }).sort())
    if (name.endsWith('.ts')) version.update(readFileSync(join(core, name)))
  const fileName = `assets/lexicon-${version.digest('hex').slice(0, 8)}.json`
  const importing = `import { unpackList } from ${JSON.stringify(unpacker)}\n`
  const plugin = (): Plugin => {
    const packed = new Map<string, Packed>()
    const lookUp = (value: unknown): string => {
      const list = pack(value)
      const key = createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 5)
      packed.set(key, list)
      return `/* @__PURE__ */ unpackList("${key}")`
    }
    return {
      name: 'lexicon-data',
      apply: 'build',
      async load(id) {
        if (!id.startsWith(join(core, 'lexicon/'))) return null
        const lists: Readonly<Record<string, unknown>> = await import(pathToFileURL(id).href)
        const code = Object.entries(lists).map(([name, list]) => `export const ${name} = ${lookUp(list)}`)
        return { code: importing + code.join('\n'), moduleType: 'js' }
      },
      transform(code, id) {
        if (!id.startsWith(core) || id.startsWith(join(core, 'lexicon/')) || !holds(id)) return null
        let at = 0
        let out = ''
        for (const { start, end } of findData(parseSync(id, code).program)) {
          out += code.slice(at, start) + lookUp(new Function(`return (${code.slice(start, end)})`)())
          at = end
        }
        return at === 0 ? null : importing + out + code.slice(at)
      },
      generateBundle(_, bundle) {
        const scripts = Object.values(bundle).flatMap(file => (file.type === 'chunk' ? [file.code] : []))
        const kept = [...packed].filter(([key]) => scripts.some(code => code.includes(`\`${key}\``) || code.includes(`"${key}"`)))
        if (kept.length > 0) this.emitFile({ type: 'asset', fileName, source: JSON.stringify(Object.fromEntries(kept.sort())) })
      },
    }
  }
  return { address: `/${fileName}`, plugin }
}
