import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type ESTree, type Plugin, parseSync, Visitor } from 'vite'
import type { Packed } from './src/paste/lexicon.ts'

/** A constant of fewer characters is no lighter as a look-up. */
const least = 24

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
const findConstants = ({ body }: ESTree.Program): readonly ESTree.Node[] =>
  body
    .map(statement => (statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement))
    .flatMap(statement => (statement?.type === 'VariableDeclaration' && statement.kind === 'const' ? statement.declarations : []))
    .flatMap(({ init }) => (init && init.end - init.start >= least && isData(init) ? [init] : []))

/** `word => /^(?:he|she|they)$/.test(word)`: patterns that functions hold; those that remember where they stopped stay where they are. */
const findPatterns = (program: ESTree.Program): readonly ESTree.Node[] => {
  const found: ESTree.Node[] = []
  new Visitor({
    Literal: node => {
      if ('regex' in node && !/[gy]/.test(node.regex.flags) && node.end - node.start >= least) found.push(node)
    },
  }).visit(program)
  return found
}

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url')

/**
 * Makes the words and patterns of `core` a data file, which the worker fetches beside the model, so that only what runs is script: all that modules of
 * `core/lexicon` export, and the long constants and patterns of the modules that `holds` chooses. In their place stands a look-up with `unpackList` of the module
 * `unpacker`, whose `§address` becomes that of the file.
 */
export const createLexiconData = (core: string, unpacker: string, holds: (id: string) => boolean): (() => Plugin) => {
  const importing = `import { unpackList } from ${JSON.stringify(unpacker)}\n`
  return (): Plugin => {
    const packed = new Map<string, Packed>()
    const used = new Set<string>()
    let order: readonly string[] | null = null
    let fileName = ''
    const lookUp = (value: unknown): string => {
      const list = pack(value)
      const key = hash(JSON.stringify(list)).slice(0, 8)
      packed.set(key, list)
      return `/* @__PURE__ */ unpackList("§${key}")`
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
        const { program } = parseSync(id, code)
        const constants = findConstants(program)
        const isInside = ({ start }: ESTree.Node) => constants.some(constant => constant.start <= start && start < constant.end)
        const patterns = findPatterns(program).filter(pattern => !isInside(pattern))
        const lifted: string[] = []
        let at = 0
        let out = ''
        for (const node of [...constants, ...patterns].sort((a, b) => a.start - b.start)) {
          const looked = lookUp(new Function(`return (${code.slice(node.start, node.end)})`)())
          const name = `lifted${lifted.length}`
          if (patterns.includes(node)) lifted.push(`const ${name} = ${looked}\n`)
          out += code.slice(at, node.start) + (patterns.includes(node) ? name : looked)
          at = node.end
        }
        return at === 0 ? null : [importing, ...lifted, out, code.slice(at)].join('')
      },
      renderChunk(code) {
        order ??= [...packed.keys()].sort()
        fileName ||= `assets/lexicon-${hash(JSON.stringify(order)).slice(0, 8)}.json`
        const numbers = new Map(order.map((key, number) => [key, String(number)]))
        const numbered = code.replace(/["'`]§([\w-]+)["'`]/g, (_, key: string) => {
          used.add(key)
          return numbers.get(key) ?? JSON.stringify(`/${fileName}`)
        })
        return numbered === code ? null : numbered
      },
      generateBundle() {
        if (order && used.size > 0)
          this.emitFile({ type: 'asset', fileName, source: JSON.stringify(order.map(key => (used.has(key) ? packed.get(key) : null))) })
      },
    }
  }
}
