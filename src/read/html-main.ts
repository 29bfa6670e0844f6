import { isFurniture, isHidden, isMute, namesOf } from './html-furniture.ts'
import { attributeOf, type Element, type Tree } from './html-tree.ts'
import { countCollapsed, countVisible } from './white-space.ts'

/** What an element holds: letters of its text, of its links, and of its paragraphs that may be an article's. */
export interface Weight {
  text: number
  links: number
  prose: number
  /** Paragraphs of an article, apart from those of elements in it. */
  own: number
  score: number
}

/** The part of a page that is its article. */
export interface Main {
  readonly roots: readonly Element[]
  readonly weights: ReadonlyMap<Element, Weight>
  /** Whether an element in it is furniture. */
  readonly isOut: (element: Element) => boolean
}

const BLOCKS: ReadonlySet<string> = new Set(
  '#page html body address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section summary table tbody td tfoot th thead tr ul li'.split(
    ' ',
  ),
)
const IN_LINE: ReadonlySet<string> = new Set('a abbr b cite em i mark q strong u'.split(' '))
/** So many letters beside an element are a sentence around it. */
const SENTENCE = 40
const HEADING = /^h[1-6]$/
const BASE: Readonly<Record<string, number>> = {
  article: 8,
  main: 5,
  div: 5,
  section: 3,
  pre: 3,
  td: 3,
  blockquote: 3,
  address: -3,
  ol: -3,
  ul: -3,
  dl: -3,
  form: -3,
  th: -5,
}
const POSITIVE = /article|body|content|entry|hentry|h-entry|main|page|post|text|blog|story|prose|rich-?text/i
const NEGATIVE =
  /-ad-|hidden|^hid$| hid$| hid |^hid |banner|combx|comment|com-|contact|footer|gdpr|masthead|media|meta|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget|teaser|rail|recirc|newsletter/i
const ARTICLE_BODY =
  /(?:^|[\s_-])(?:article-?(?:body|text|content)(?:-?\w+)?|story-?(?:body|text|content)|post-?(?:body|content)|entry-?content|body-?(?:copy|text|content)|rich-?text|wysiwyg)(?=$|[\s_-])/i

const countCommas = (words: string): number => {
  let count = 0
  for (let at = 0; at < words.length; at++) {
    const code = words.charCodeAt(at)
    if (code === 0x2c || code === 0x60c || code === 0x3001 || code === 0xff0c) count++
  }
  return count
}

/** Corals and <a class="tag">sea anemones</a> regrow what they lose: a word of a sentence, whatever its link is named. */
const isWithinSentence = ({ name }: Element, { children }: Element): boolean => {
  if (!IN_LINE.has(name)) return false
  let letters = 0
  for (const child of children) if (typeof child === 'string') letters += countVisible(child)
  return letters >= SENTENCE
}

const isBlock = (element: Element) => BLOCKS.has(element.name)

const classWeight = (element: Element): number => {
  const names = namesOf(element)
  let weight = 0
  if (NEGATIVE.test(names)) weight -= 25
  if (POSITIVE.test(names)) weight += 25
  if (ARTICLE_BODY.test(names) || /articleBody/.test(attributeOf(element, 'itemprop') ?? '')) weight += 40
  return weight
}

/** Chooses the part of a page with its article, by the paragraphs in it, their commas and links, as Readability does. `strict` leaves out what is hidden or named as furniture. */
export const findMain = (tree: Tree, strict: boolean): Main | null => {
  const weights = new Map<Element, Weight>()
  const out = new Set<Element>()
  const weigh = (element: Element): Weight => {
    let weight = weights.get(element)
    if (!weight) {
      weight = { text: 0, links: 0, prose: 0, own: 0, score: 0 }
      weights.set(element, weight)
    }
    return weight
  }
  const suspects: Element[] = []
  const leaves = new Map<Element, { text: number; links: number; commas: number; nested: boolean }>()

  const visit = (element: Element, block: Element, linked: boolean, heading: boolean): Weight => {
    const weight = weigh(element)
    for (const child of element.children) {
      if (typeof child === 'string') {
        const length = countCollapsed(child)
        if (length <= 1 && countVisible(child) === 0) continue
        weight.text += length
        if (linked) weight.links += length
        let leaf = leaves.get(block)
        if (!leaf) {
          leaf = { text: 0, links: 0, commas: 0, nested: false }
          leaves.set(block, leaf)
        }
        if (heading) continue
        leaf.text += length
        if (linked) leaf.links += length
        leaf.commas += countCommas(child)
        continue
      }
      if (isMute(child)) continue
      const apart = isBlock(child)
      if (apart) {
        const around = leaves.get(block)
        if (around) around.nested = true
      }
      const inner = visit(child, apart ? child : block, linked || child.name === 'a', heading || HEADING.test(child.name))
      weight.text += inner.text
      weight.links += inner.links
      weight.prose += inner.prose
      if (strict && (child.name === 'ul' || child.name === 'ol') && inner.links > inner.text * 0.7) out.add(child)
      if (
        strict &&
        child.name !== 'body' &&
        child.name !== 'html' &&
        child.name !== 'article' &&
        child.name !== 'main' &&
        (isHidden(child) || (isFurniture(child) && !isWithinSentence(child, element)))
      )
        suspects.push(child)
    }
    const leaf = leaves.get(element)
    if (leaf && leaf.text >= 25 && leaf.links < leaf.text * 0.6) {
      weight.own = leaf.text - leaf.links
      weight.prose += weight.own
    }
    return weight
  }
  visit(tree.root, tree.root, false, false)
  const total = weigh(tree.root).prose
  if (total < 25) return null
  // Parts of the article itself may be named so, or hidden: what all of one name hold decides.
  const groups = new Map<string, number>()
  const groupOf = (element: Element) => `${element.name} ${namesOf(element)}`
  for (const suspect of suspects) groups.set(groupOf(suspect), (groups.get(groupOf(suspect)) ?? 0) + weigh(suspect).prose)
  for (const suspect of suspects) if (groups.get(groupOf(suspect))! < total * (isHidden(suspect) ? 0.5 : 0.35)) out.add(suspect)
  const isOut = (element: Element) => out.has(element) || isMute(element)
  const isWithin = new Map<Element, boolean>()
  const isHeld = (element: Element): boolean => {
    const known = isWithin.get(element)
    if (known !== undefined) return known
    const held = !isOut(element) && (element.parent === null || isHeld(element.parent))
    isWithin.set(element, held)
    return held
  }

  // From here on an element weighs what is left in it.
  for (const element of out) {
    if (element.parent && !isHeld(element.parent)) continue
    const lost = { ...weigh(element) }
    for (let holder = element.parent; holder; holder = holder.parent) {
      const weight = weigh(holder)
      weight.text -= lost.text
      weight.links -= lost.links
      weight.prose -= lost.prose
    }
  }

  const candidates = new Set<Element>()
  for (const [element, leaf] of leaves) {
    const { own } = weigh(element)
    if (own === 0 || !isHeld(element)) continue
    const points = 1 + leaf.commas + Math.min(Math.floor(own / 100), 3)
    let level = 0
    let holder: Element | null = leaf.nested && element.name !== 'p' ? element : element.parent
    for (; holder && level < 5; holder = holder.parent) {
      if (!isBlock(holder)) continue
      const weight = weigh(holder)
      if (!candidates.has(holder)) {
        candidates.add(holder)
        weight.score += (BASE[holder.name] ?? (HEADING.test(holder.name) ? -5 : 0)) + classWeight(holder)
      }
      weight.score += points / (level === 0 ? 1 : level === 1 ? 2 : level * 3)
      level++
    }
  }
  const held = weigh(tree.root).prose
  const scored = [...candidates]
    .filter(element => weigh(element).prose >= Math.min(300, held * 0.25))
    .map(element => ({ element, score: weigh(element).score * (1 - weigh(element).links / Math.max(1, weigh(element).text)) }))
    .sort((a, b) => b.score - a.score)
  if (scored.length === 0) return null
  const scores = new Map(scored.map(({ element, score }) => [element, score]))
  let { element: top, score: best } = scored[0]

  // Several parts of an article side by side: the element around them.
  const near = scored.slice(1, 6).filter(({ score }) => score >= best * 0.75)
  if (near.length >= 3) {
    for (let holder = top.parent; holder && holder.name !== 'body'; holder = holder.parent) {
      const held = near.filter(({ element }) => contains(holder!, element)).length
      if (held >= 3) {
        top = holder
        break
      }
    }
  }
  best = scores.get(top) ?? best
  let last = best
  for (let holder = top.parent; holder && holder.name !== 'body'; holder = holder.parent) {
    const score = scores.get(holder)
    if (score === undefined) continue
    if (score < best / 3) break
    if (score > last) {
      top = holder
      break
    }
    last = score
  }
  while (
    top.parent &&
    top.parent.name !== 'body' &&
    top.parent.parent &&
    top.parent.children.filter(child => typeof child !== 'string').length === 1
  )
    top = top.parent
  // An article in sections: the element around them, unless it holds another article or mostly links.
  for (let holder = top.parent; holder && holder.name !== 'body' && holder.name !== 'html'; holder = holder.parent) {
    const { prose, text, links } = weigh(holder)
    if (leadsElsewhere(holder, top, isOut)) break
    if (prose > weigh(top).prose * 1.25 && links < text * 0.2) top = holder
  }
  best = scores.get(top) ?? best

  const roots: Element[] = []
  const threshold = Math.max(10, best * 0.2)
  for (const sibling of top.parent?.children ?? [top]) {
    if (typeof sibling === 'string' || isOut(sibling)) continue
    if (sibling === top) {
      roots.push(sibling)
      continue
    }
    const { text, links, own } = weigh(sibling)
    const same = attributeOf(sibling, 'class')
    const bonus = same && same === attributeOf(top, 'class') ? best * 0.2 : 0
    if ((scores.get(sibling) ?? 0) + bonus >= threshold) roots.push(sibling)
    else if (sibling.name === 'p' && own > 0) {
      const density = links / Math.max(1, text)
      if (text > 80 ? density < 0.25 : density === 0 && text > 0) roots.push(sibling)
    }
  }
  return { roots, weights, isOut }
}

/** Whether an element has headings outside of its article that are links: teasers of others. */
const leadsElsewhere = (holder: Element, article: Element, isOut: (element: Element) => boolean): boolean => {
  const visit = (element: Element, linked: boolean): boolean => {
    if (element === article || isOut(element)) return false
    if (HEADING.test(element.name) && (linked || element.children.some(child => typeof child !== 'string' && child.name === 'a')))
      return true
    return element.children.some(child => typeof child !== 'string' && visit(child, linked || child.name === 'a'))
  }
  return visit(holder, false)
}

const contains = (holder: Element, element: Element): boolean => {
  for (let at: Element | null = element; at; at = at.parent) if (at === holder) return true
  return false
}
