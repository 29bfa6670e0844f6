/** A tag as the scanner meets it; `start` and `end` bound it in the page. */
export interface Tag {
  readonly name: string
  readonly closing: boolean
  readonly start: number
  readonly end: number
  /** Where the text that a script, a style or the like holds ends; `end` for any other tag. */
  readonly rawEnd: number
}

const RAW = new Set('script style textarea title noscript iframe template'.split(' '))

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
    if (html.charCodeAt(at + 1) === 63) {
      const end = html.indexOf('>', at)
      if (end < 0) return
      yield { name: '?', closing: false, start: at, end: end + 1, rawEnd: end + 1 }
      at = html.indexOf('<', end)
      continue
    }
    if (nameEnd === nameStart) {
      yield { name: '', closing, start: at, end: at + 1, rawEnd: at + 1 }
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
    const after = Math.min(end + 1, html.length)
    const stop = !closing && !selfClosing && RAW.has(name) ? findClosing(html, name, end) : after
    yield { name, closing, start: at, end: after, rawEnd: stop < 0 ? html.length : stop }
    if (stop < 0) return
    at = html.indexOf('<', stop)
  }
}

const findClosing = (html: string, name: string, from: number): number => {
  for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2))
    if (html.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at
  return -1
}
