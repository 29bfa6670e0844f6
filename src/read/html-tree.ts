import { decodeEntities } from './html-entities.ts'
import { scanTags } from './html-tags.ts'

/** An element of a page; `source` holds its attributes as written. */
export interface Element {
  readonly name: string
  readonly source: string
  readonly parent: Element | null
  readonly children: (Element | string)[]
  /** Filled when first asked for. */
  attributes: ReadonlyMap<string, string> | null
}

/** A page's elements, parents before what they hold; `flat` where it was too deep or had too many tags to keep each in its place. */
export interface Tree {
  readonly root: Element
  readonly elements: readonly Element[]
  readonly flat: boolean
}

const DEEPEST = 250
const MOST = 300_000
const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '))
const VOID = setOf('area base br col embed hr img input link meta param source track wbr')
const CLOSES_PARAGRAPH = setOf(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section summary table ul',
)
/** What an opening tag ends, and the elements that this does not reach out of. */
const SIBLINGS: Readonly<Record<string, readonly [ended: ReadonlySet<string>, within: ReadonlySet<string>]>> = {
  li: [setOf('li'), setOf('ul ol menu table')],
  dt: [setOf('dt dd'), setOf('dl table')],
  dd: [setOf('dt dd'), setOf('dl table')],
  tr: [setOf('tr td th'), setOf('table')],
  td: [setOf('td th'), setOf('table tr')],
  th: [setOf('td th'), setOf('table tr')],
  tbody: [setOf('tbody thead tfoot tr td th'), setOf('table')],
  option: [setOf('option'), setOf('select')],
  a: [setOf('a'), setOf('table td div section article p li')],
}
const INLINE = setOf('a abbr b bdi bdo big cite code em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var')
const KEPT_SCRIPT = /application\/(?:ld\+json|json\+ld)/i

/** Builds a page's tree in one pass, without running anything; what scripts, styles, templates and frames hold is left out, but for JSON-LD. */
export const parseTree = (html: string): Tree => {
  const root: Element = { name: '#page', source: '', parent: null, children: [], attributes: null }
  const elements: Element[] = []
  const stack: Element[] = [root]
  let top = root
  let at = 0
  let foreign = 0
  let flat = false

  const addText = (end: number) => {
    if (end <= at) return
    const words = html.slice(at, end)
    top.children.push(words.includes('<!--') ? words.replace(/<!--[\s\S]*?(?:-->|$)/g, '') : words)
  }
  const closeTo = (length: number) => {
    stack.length = length
    top = stack[length - 1]
  }
  const find = (ended: (name: string) => boolean, stops: (name: string) => boolean): number => {
    for (let index = stack.length - 1; index > 0; index--) {
      if (ended(stack[index].name)) return index
      if (stops(stack[index].name)) return -1
    }
    return -1
  }
  const never = () => false
  const isCell = (name: string) => name === 'td' || name === 'th' || name === 'table'

  const open = (name: string, source: string, selfClosing: boolean): Element => {
    if (CLOSES_PARAGRAPH.has(name)) {
      const index = find(
        other => other === 'p',
        other => other === 'button' || isCell(other),
      )
      if (index > 0) closeTo(index)
    }
    const siblings = SIBLINGS[name]
    if (siblings) {
      const index = find(
        other => siblings[0].has(other),
        other => siblings[1].has(other),
      )
      if (index > 0) closeTo(index)
    }
    const element: Element = { name, source, parent: top, children: [], attributes: null }
    top.children.push(element)
    if (elements.length < MOST) elements.push(element)
    if (VOID.has(name) || /^[!?]/.test(name) || (selfClosing && foreign > 0)) return element
    if (stack.length >= DEEPEST || elements.length >= MOST) flat = true
    else {
      stack.push(element)
      top = element
      if (name === 'svg' || name === 'math') foreign++
    }
    return element
  }

  const close = (name: string) => {
    if (name === 'svg' || name === 'math') foreign = Math.max(0, foreign - 1)
    const index = find(
      other => other === name,
      INLINE.has(name) ? other => !INLINE.has(other) : name === 'td' || name === 'tr' || name === 'th' || name === 'table' ? never : isCell,
    )
    if (index > 0) closeTo(index)
    else if (flat) top.children.push({ name, source: '', parent: top, children: [], attributes: null })
  }

  for (const tag of scanTags(html)) {
    if (!tag.name) continue
    addText(tag.start)
    at = tag.end
    if (tag.closing) close(tag.name)
    else {
      const selfClosing = html.charCodeAt(tag.end - 2) === 47
      const element = open(tag.name, html.slice(tag.start + tag.name.length + 1, tag.end - 1), selfClosing)
      if (tag.rawEnd > tag.end) {
        if (tag.name === 'title' || tag.name === 'textarea' || (tag.name === 'script' && KEPT_SCRIPT.test(element.source)))
          element.children.push(html.slice(tag.end, tag.rawEnd))
        at = tag.rawEnd
      }
    }
  }
  addText(html.length)
  return { root, elements, flat }
}

const ATTRIBUTE = /([^\s"'<>/=]{1,60})(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g
const EMPTY: ReadonlyMap<string, string> = new Map()

const parseAttributes = (source: string): ReadonlyMap<string, string> => {
  const attributes = new Map<string, string>()
  for (const match of source.slice(0, 20_000).matchAll(ATTRIBUTE)) {
    const name = match[1].toLowerCase()
    if (!attributes.has(name)) attributes.set(name, decodeEntities(match[2] ?? match[3] ?? match[4] ?? ''))
    if (attributes.size > 60) break
  }
  return attributes
}

/** The value of an element's attribute, null where it lacks it. */
export const attributeOf = (element: Element, name: string): string | null => {
  element.attributes ??= element.source.length < 2 ? EMPTY : parseAttributes(element.source)
  return element.attributes.get(name) ?? null
}

const MUTE = setOf('script style noscript template svg math iframe object button select')

/** The words that an element holds, white space collapsed. */
export const wordsOf = (element: Element, most = 4000): string => {
  const parts: string[] = []
  let length = 0
  const visit = (node: Element | string) => {
    if (length > most) return
    if (typeof node === 'string') {
      parts.push(node)
      length += node.length
    } else if (!MUTE.has(node.name)) {
      const apart = !INLINE.has(node.name)
      if (apart) parts.push(' ')
      for (const child of node.children) visit(child)
      if (apart) parts.push(' ')
    }
  }
  for (const child of element.children) visit(child)
  return decodeEntities(parts.join('')).replace(/\s+/g, ' ').trim()
}
