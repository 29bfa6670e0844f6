import { binaryKindOf, decodeHead, isHtml } from './decode.ts'

/** What an input holds by its content: `list` may be a list of addresses, `data` is JSON that is not cut into lines. */
export type Kind = 'gzip' | 'warc' | 'pdf' | 'feed' | 'records' | 'data' | 'list' | 'html' | 'text' | 'code' | 'binary'

const address = /^[a-z][a-z0-9+.-]{1,20}:\/\/\S+$/i
const jsonFeed = /"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org/
const rssInRdf = /purl\.org\/rss\/|my\.netscape\.com\/rdf/

/** Whether every line that is not blank is an address. */
export const isAddressList = (text: string): boolean => {
  const lines = text.split('\n').filter(line => /\S/.test(line))
  return lines.length > 0 && lines.every(line => address.test(line.trim()))
}

/** Where a markup text begins after declarations, comments and a document type. */
const skipProlog = (text: string): number => {
  let at = 0
  for (;;) {
    while (at < text.length && /\s/.test(text[at])) at++
    let end = -1
    if (text.startsWith('<?', at)) end = text.indexOf('?>', at) + 2
    else if (text.startsWith('<!--', at)) end = text.indexOf('-->', at) + 3
    else if (/^<!doctype\b(?!\s+html)/i.test(text.slice(at, at + 20))) {
      const close = text.indexOf('>', at)
      const subset = text.indexOf('[', at)
      end = subset > 0 && subset < close ? text.indexOf(']>', subset) + 2 : close + 1
    } else return at
    if (end <= at) return text.length
    at = end
  }
}

const isCode = (head: string): boolean => {
  let letters = 0
  let signs = 0
  for (let at = 0; at < head.length; at++) {
    const code = head.charCodeAt(at)
    if ((code | 32) >= 97 && (code | 32) <= 122) letters++
    else if (code === 123 || code === 125 || code === 59 || code === 61 || code === 60 || code === 62) signs++
  }
  return signs > 8 && signs > letters * 0.04
}

const jsonKind = (text: string): Kind => {
  if (jsonFeed.test(text)) return 'feed'
  const line = text.slice(0, text.indexOf('\n') < 0 ? text.length : text.indexOf('\n')).trim()
  if (/^\[\s*(?:\{|$)/.test(text.slice(0, 200))) return 'data'
  return line === '{' || (line.endsWith(',') && !line.includes('}')) ? 'data' : 'records'
}

/** Tells from an input's first bytes what it holds; `code` is text that reads as a program, a style sheet or other data. */
export const detectKind = (head: Uint8Array): Kind => {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
  const text = decodeHead(head)
  if (text.startsWith('WARC/')) return 'warc'
  if (/^\s*%PDF-/.test(text.slice(0, 1024))) return 'pdf'
  if (binaryKindOf(head) !== null) return 'binary'
  const start = text.trimStart()
  if (/^\{\s*(?:"|$|\})/.test(start.slice(0, 1000)) || /^\[\s*\{\s*"/.test(start.slice(0, 1000))) return jsonKind(start)
  if (start.startsWith('<')) {
    const root = text.slice(skipProlog(text))
    if (/^<(?:rss|feed|channel)\b/i.test(root)) return 'feed'
    if (/^<(?:[\w.-]{1,20}:)?RDF\b/i.test(root) && rssInRdf.test(root)) return 'feed'
    if (isHtml(text)) return 'html'
    return isCode(text) ? 'code' : 'text'
  }
  const firstLine = start.slice(0, 3000).split('\n', 1)[0].trim()
  if (address.test(firstLine)) return 'list'
  return isCode(text) ? 'code' : 'text'
}
