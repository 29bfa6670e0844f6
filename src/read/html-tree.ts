import { Tokenizer } from 'htmlparser2'
import type { Names } from './html-names.ts'

/** An element of a page. */
export interface Element {
  readonly name: string
  /** Names and values in turn, of the attributes that anybody asks for. */
  readonly attributes: readonly string[]
  readonly parent: Element | null
  readonly children: (Element | string)[]
  /** What its class name and id say; filled in when first asked for. */
  names: Names | null
}

/** A page's elements, parents before what they hold; `flat` where it was too deep or had too many tags to keep each in its place. */
export interface Tree {
  readonly root: Element
  readonly elements: readonly Element[]
  readonly flat: boolean
}

const DEEPEST = 250
const MOST = 300_000
const LONGEST_VALUE = 20_000
const LONGEST_NAME = 20
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
/** What holds no elements of the page, though tags may stand in it. */
const RAW = setOf('script style textarea title noscript iframe template')
/** The attributes that say what an element is, where it leads or what it declares; others are not kept. */
const KEPT_ATTRIBUTES: ReadonlyMap<string, string> = new Map(
  'class id data-testid data-component role hidden aria-hidden style name property itemprop http-equiv content value rel href datetime lang xml:lang type'
    .split(' ')
    .map(name => [name, name]),
)
const ENDS = { script: /<\/script[\s>]/gi, style: /<\/style[\s>]/gi }
const KEPT_SCRIPT = /application\/(?:ld\+json|json\+ld)/i

const NONE: readonly string[] = []

const findValue = (attributes: readonly string[], name: string): string | null => {
  for (let at = 0; at < attributes.length; at += 2) if (attributes[at] === name) return attributes[at + 1]
  return null
}

const isKept = (element: Element): boolean =>
  element.name === 'title' ||
  element.name === 'textarea' ||
  (element.name === 'script' && KEPT_SCRIPT.test(attributeOf(element, 'type') ?? ''))

const makeElement = (name: string, attributes: readonly string[], parent: Element | null): Element => ({
  name,
  attributes,
  parent,
  children: [],
  names: null,
})

/** Where the closing tag of a script or a style sheet stands, whose words nobody reads; the page's end where there is none. */
const findEnd = (html: string, name: 'script' | 'style', from: number): number => {
  const pattern = ENDS[name]
  pattern.lastIndex = from
  return pattern.exec(html)?.index ?? html.length
}

/**
 * Builds a page's tree in one pass, without running anything; what scripts, styles, templates and frames hold is left out, but for JSON-LD.
 * htmlparser2's tokenizer reads the tags; which are open is kept here, as its parser's own list of them has no bound.
 */
export const parseTree = (html: string): Tree => {
  const root = makeElement('#page', NONE, null)
  const elements: Element[] = []
  const stack: Element[] = [root]
  let top = root
  let raw: Element | null = null
  let foreign = 0
  let flat = false
  let words = ''
  let name = ''
  let attribute: string | undefined
  let value = ''
  let attributes: string[] | null = null

  const addText = () => {
    if (words !== '' && (raw === null || isKept(raw))) (raw ?? top).children.push(words)
    words = ''
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

  const open = (selfClosing: boolean) => {
    if (raw) return
    addText()
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
    const element = makeElement(name, attributes ?? NONE, top)
    top.children.push(element)
    if (elements.length < MOST) elements.push(element)
    if (VOID.has(name) || (selfClosing && foreign > 0)) return
    if (RAW.has(name)) {
      if (!selfClosing) raw = element
    } else if (stack.length >= DEEPEST || elements.length >= MOST) flat = true
    else {
      stack.push(element)
      top = element
      if (name === 'svg' || name === 'math') foreign++
    }
  }

  const close = (name: string) => {
    if (raw && name !== raw.name) return
    addText()
    if (raw) {
      raw = null
      return
    }
    if (name === 'svg' || name === 'math') foreign = Math.max(0, foreign - 1)
    const index = find(
      other => other === name,
      INLINE.has(name) ? other => !INLINE.has(other) : name === 'td' || name === 'tr' || name === 'th' || name === 'table' ? never : isCell,
    )
    if (index > 0) closeTo(index)
    else if (flat) top.children.push(makeElement(name, NONE, top))
  }

  const ignore = () => {}
  /** Where the stretch that is being tokenized begins. */
  let base = 0
  const cut = (start: number, end: number) => html.slice(base + start, base + end)
  const makeTokenizer = () => {
    let next = html.length
    const tokenizer = new Tokenizer(
      { decodeEntities: true },
      {
        ontext: (start, end) => {
          words += cut(start, end)
        },
        ontextentity: code => {
          words += String.fromCodePoint(code)
        },
        onopentagname: (start, end) => {
          name = cut(start, end).toLowerCase()
          attributes = null
        },
        onattribname: (start, end) => {
          attribute = end - start > LONGEST_NAME ? undefined : KEPT_ATTRIBUTES.get(cut(start, end).toLowerCase())
          value = ''
        },
        onattribdata: (start, end) => {
          if (attribute && value.length < LONGEST_VALUE) value += cut(start, Math.min(end, start + LONGEST_VALUE))
        },
        onattribentity: code => {
          if (attribute && value.length < LONGEST_VALUE) value += String.fromCodePoint(code)
        },
        onattribend: () => {
          if (!attribute || (attributes && findValue(attributes, attribute) !== null)) return
          attributes ??= []
          attributes.push(attribute, value)
        },
        onopentagend: end => {
          open(false)
          if ((name !== 'script' && name !== 'style') || (raw && isKept(raw))) return
          next = findEnd(html, name, base + end)
          tokenizer.pause()
        },
        onselfclosingtag: () => open(true),
        onclosetag: (start, end) => close(cut(start, end).toLowerCase()),
        onend: ignore,
        oncdata: ignore,
        oncomment: ignore,
        ondeclaration: ignore,
        onprocessinginstruction: ignore,
      },
    )
    return () => {
      tokenizer.write(base === 0 ? html : html.slice(base))
      tokenizer.end()
      return next
    }
  }
  while (base < html.length) base = makeTokenizer()()
  addText()
  return { root, elements, flat }
}

/** The value of an element's attribute, null where it lacks it. */
export const attributeOf = (element: Element, name: string): string | null => findValue(element.attributes, name)

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
  return parts.join('').replace(/\s+/g, ' ').trim()
}
