import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type ESTree, type Plugin, parseSync } from 'vite'
import type { Packed } from './src/paste/lexicon.ts'

/** A constant of fewer characters is no lighter as a look-up. */
const least = 15

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

/** `new Set('he she they'.split(' '))`: the call on its own words. */
const isSplit = (node: ESTree.CallExpression): boolean =>
  node.callee.type === 'MemberExpression' &&
  node.callee.property.type === 'Identifier' &&
  node.callee.property.name === 'split' &&
  isData(node.callee.object) &&
  node.arguments.length === 1 &&
  isData(node.arguments[0])

const isData = (node: ESTree.Node | null): boolean => {
  if (node?.type === 'Literal') return true
  if (node?.type === 'TemplateLiteral') return node.expressions.length === 0
  if (node?.type === 'ArrayExpression') return node.elements.every(isData)
  if (node?.type === 'CallExpression') return isSplit(node)
  if (node?.type === 'ObjectExpression')
    return node.properties.every(
      property => property.type === 'Property' && !property.computed && !property.method && isData(property.value),
    )
  if (node?.type !== 'NewExpression') return false
  return node.callee.type === 'Identifier' && /^(?:Set|Map|RegExp)$/.test(node.callee.name) && node.arguments.every(isData)
}

/** Whether a look-up may stand for a node inside of a function, which would make it anew at each call: a text, or a pattern that does not remember where it stopped. */
const isFixed = (node: ESTree.Node): boolean =>
  (node.type === 'Literal' && (typeof node.value === 'string' || ('regex' in node && !/[gy]/.test(node.regex.flags)))) ||
  node.type === 'TemplateLiteral'

/** A piece of a module that holds words or patterns and nothing that runs: `name` where it is all that a constant of the module's own is given. */
interface Piece {
  readonly node: ESTree.Node
  readonly value: ESTree.Node
  readonly name: string | null
}

/**
 * The outermost such pieces of a module: `const days = /\b(?:monday|tuesday)\b/`, `readTemplates(['tag-1 tag', 'tag tag+1'])`, and texts and patterns within functions.
 */
const findPieces = (program: ESTree.Program): readonly Piece[] => {
  const found: Piece[] = []
  const visit = (node: ESTree.Node, within: boolean): void => {
    if (/^(?:Import|ExportAll)/.test(node.type) || (node.type === 'ExportNamedDeclaration' && node.source)) return
    if (node.end - node.start >= least && isData(node) && (!within || isFixed(node))) {
      found.push({ node, value: node, name: null })
      return
    }
    const inner = within || /Function|^TemplateLiteral$|^Class/.test(node.type)
    for (const [key, child] of Object.entries(node))
      if (key !== 'key' && key !== 'directive' && node.type !== 'TaggedTemplateExpression')
        for (const one of Array.isArray(child) ? child : [child])
          if (one !== null && typeof one === 'object' && typeof one.type === 'string') visit(one, inner)
  }
  for (const statement of program.body) {
    const [declared, ...more] = statement.type === 'VariableDeclaration' && statement.kind === 'const' ? statement.declarations : []
    const { init, id } = declared ?? { init: null, id: null }
    if (more.length === 0 && init && id?.type === 'Identifier' && init.end - init.start >= least && isData(init))
      found.push({ node: statement, value: init, name: id.name })
    else visit(statement, false)
  }
  return found
}

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url')

/**
 * Makes the words and patterns of `core` a data file, which the worker fetches beside the model, so that only what runs is script: all that modules of
 * `core/lexicon` export, and the long constants, texts and patterns of the modules that `holds` chooses. A module gets all of its own at once, from `unpackLists` of the
 * module `unpacker`, whose `§address` becomes that of the file.
 */
export const createLexiconData = (core: string, unpacker: string, holds: (id: string) => boolean): (() => Plugin) => {
  const importing = `import { unpackLists } from ${JSON.stringify(unpacker)}\n`
  return (): Plugin => {
    const packed = new Map<string, readonly Packed[]>()
    const used = new Set<string>()
    let order: readonly string[] | null = null
    let fileName = ''
    const lookUp = (id: string, names: readonly string[], values: readonly unknown[]): string => {
      const key = id.slice(core.length)
      packed.set(key, values.map(pack))
      return `const [${names.join(', ')}] = /* @__PURE__ */ unpackLists(${JSON.stringify(`§${key}`)})\n`
    }
    return {
      name: 'lexicon-data',
      apply: 'build',
      async load(id) {
        if (!id.startsWith(join(core, 'lexicon/'))) return null
        const lists: Readonly<Record<string, unknown>> = await import(pathToFileURL(id).href)
        return { code: `${importing}export ${lookUp(id, Object.keys(lists), Object.values(lists))}`, moduleType: 'js' }
      },
      transform(code, id) {
        if (!id.startsWith(core) || id.startsWith(join(core, 'lexicon/')) || !holds(id)) return null
        const { program } = parseSync(id, code)
        const pieces = findPieces(program)
        if (pieces.length === 0) return null
        const names = pieces.map(({ name }, number) => name ?? `lifted${number}`)
        const values = pieces.map(({ value }) => new Function(`return (${code.slice(value.start, value.end)})`)())
        let at = 0
        let out = ''
        pieces.forEach(({ node, name }, number) => {
          out += `${code.slice(at, node.start)} ${name === null ? names[number] : ''} `
          at = node.end
        })
        return [importing, lookUp(id, names, values), out, code.slice(at)].join('')
      },
      renderChunk(code) {
        order ??= [...packed.keys()].sort()
        fileName ||= `assets/lexicon-${hash(JSON.stringify(order.map(key => packed.get(key)))).slice(0, 8)}.json`
        const numbers = new Map(order.map((key, number) => [key, String(number)]))
        const numbered = code.replace(/["'`]§([\w/.-]+)["'`]/g, (_, key: string) => {
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
