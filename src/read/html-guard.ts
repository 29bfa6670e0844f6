/** A tag as the scanner meets it; `start` and `end` bound it in the page. */
export interface Tag {
  readonly name: string
  readonly closing: boolean
  readonly start: number
  readonly end: number
}

const VOID = new Set('area base br col embed hr img input link meta param source track wbr !doctype'.split(' '))
const LENIENT = new Set('p li dt dd td th tr option thead tbody tfoot rt rp html head body'.split(' '))
const RAW = new Set('script style textarea title noscript iframe template'.split(' '))
const DEEPEST = 200
const LARGEST = 4_000_000
const MOST_TAGS = 24_000

const isNameCode = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 45 || code === 58

/** The tags of a page in one linear pass; comments, and what scripts and styles hold, are skipped. A bare `<` is a tag without a name. */
export function* scanTags(html: string): Generator<Tag> {
  let at = html.indexOf('<')
  while (at >= 0) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4)
      if (end < 0) return
      at = html.indexOf('<', end + 3)
      continue
    }
    const closing = html.charCodeAt(at + 1) === 47
    let nameEnd = at + (closing ? 2 : 1)
    const nameStart = nameEnd
    if (html.charCodeAt(nameEnd) === 33) nameEnd++
    while (nameEnd < html.length && isNameCode(html.charCodeAt(nameEnd))) nameEnd++
    if (nameEnd === nameStart) {
      yield { name: '', closing, start: at, end: at + 1 }
      at = html.indexOf('<', at + 1)
      continue
    }
    let end = nameEnd
    let quote = 0
    while (end < html.length) {
      const code = html.charCodeAt(end)
      if (quote) {
        if (code === quote) quote = 0
      } else if (code === 62) break
      else if ((code === 34 || code === 39) && html.charCodeAt(end - 1) === 61) quote = code
      end++
    }
    const name = html.slice(nameStart, nameEnd).toLowerCase()
    const selfClosing = html.charCodeAt(end - 1) === 47
    yield { name, closing, start: at, end: Math.min(end + 1, html.length) }
    at = end
    if (!closing && !selfClosing && RAW.has(name)) {
      const stop = findClosing(html, name, end)
      if (stop < 0) return
      at = stop
    }
    at = html.indexOf('<', at)
  }
}

const findClosing = (html: string, name: string, from: number): number => {
  for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2))
    if (html.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at
  return -1
}

/** Whether a page is too deep or too large to be built as a tree in bounded time. */
export const isUnruly = (html: string): boolean => {
  if (html.length > LARGEST) return true
  let depth = 0
  let tags = 0
  for (const tag of scanTags(html)) {
    if (++tags > MOST_TAGS) return true
    if (!tag.name || VOID.has(tag.name) || LENIENT.has(tag.name) || html.charCodeAt(tag.end - 2) === 47) continue
    depth = tag.closing ? Math.max(0, depth - 1) : depth + 1
    if (depth > DEEPEST) return true
  }
  return false
}
