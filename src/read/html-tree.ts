import { Tokenizer } from 'htmlparser2'

/** An element of a page. */
export interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly parent: Element | null
  readonly children: (Element | string)[]
}

/** A page's elements, parents before what they hold; `flat` where it was too deep or had too many tags to keep each in its place. */
export interface Tree {
  readonly root: Element
  readonly elements: readonly Element[]
  readonly flat: boolean
}

const DEEPEST = 250
const MOST = 300_000
const MOST_ATTRIBUTES = 60
const LONGEST_VALUE = 20_000
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
const KEPT_SCRIPT = /application\/(?:ld\+json|json\+ld)/i

const EMPTY: ReadonlyMap<string, string> = new Map()

const isKept = ({ name, attributes }: Element): boolean =>
  name === 'title' || name === 'textarea' || (name === 'script' && KEPT_SCRIPT.test(attributes.get('type') ?? ''))

/**
 * Builds a page's tree in one pass, without running anything; what scripts, styles, templates and frames hold is left out, but for JSON-LD.
 * htmlparser2's tokenizer reads the tags; which are open is kept here, as its parser's own list of them has no bound.
 */
export const parseTree = (html: string): Tree => {
  const root: Element = { name: '#page', attributes: EMPTY, parent: null, children: [] }
  const elements: Element[] = []
  const stack: Element[] = [root]
  let top = root
  let raw: Element | null = null
  let foreign = 0
  let flat = false
  let words = ''
  let name = ''
  let attribute = ''
  let value = ''
  let attributes: Map<string, string> | null = null

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
    const element: Element = { name, attributes: attributes ?? EMPTY, parent: top, children: [] }
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
    else if (flat) top.children.push({ name, attributes: EMPTY, parent: top, children: [] })
  }

  const ignore = () => {}
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, end) => {
        words += html.slice(start, end)
      },
      ontextentity: code => {
        words += String.fromCodePoint(code)
      },
      onopentagname: (start, end) => {
        name = html.slice(start, end).toLowerCase()
        attributes = null
      },
      onattribname: (start, end) => {
        attribute = html.slice(start, end).toLowerCase()
        value = ''
      },
      onattribdata: (start, end) => {
        if (value.length < LONGEST_VALUE) value += html.slice(start, Math.min(end, start + LONGEST_VALUE))
      },
      onattribentity: code => {
        if (value.length < LONGEST_VALUE) value += String.fromCodePoint(code)
      },
      onattribend: () => {
        attributes ??= new Map()
        if (attributes.size < MOST_ATTRIBUTES && !attributes.has(attribute)) attributes.set(attribute, value)
      },
      onopentagend: () => open(false),
      onselfclosingtag: () => open(true),
      onclosetag: (start, end) => close(html.slice(start, end).toLowerCase()),
      onend: addText,
      oncdata: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  return { root, elements, flat }
}

/** The value of an element's attribute, null where it lacks it. */
export const attributeOf = (element: Element, name: string): string | null => element.attributes.get(name) ?? null

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
