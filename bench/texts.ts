import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** The words of a text, as white space parts them. */
export const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length

const own = [new URL('./articles/', import.meta.url), new URL('../examples/', import.meta.url)]

const readTexts = (path: string): string[] => {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  if (/\.(?:txt|md)$/.test(path)) return [text]
  return text
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as { readonly text?: unknown })
    .flatMap(({ text: body }) => (typeof body === 'string' ? [body] : []))
}

const READABLE = /\.(?:txt|md|jsonl|jsonl\.gz)$/

/** The articles below a folder: each text file is one, each JSON line with a `text` another. Without a folder the project's own, invented ones. */
export const readArticles = (folder: string | undefined): string[] => {
  if (folder !== undefined && !(existsSync(folder) && statSync(folder).isDirectory())) return []
  const folders = folder === undefined ? own.map(url => url.pathname) : [folder]
  return folders.flatMap(from =>
    readdirSync(from, { recursive: true, encoding: 'utf8' })
      .filter(name => READABLE.test(name))
      .sort()
      .flatMap(name => readTexts(join(from, name))),
  )
}

/** Articles, from the first on and over again, until they have so many words. */
export const takeWords = (articles: readonly string[], words: number): string[] => {
  const out: string[] = []
  for (let n = 0, i = 0; n < words; i++) {
    const text = articles[i % articles.length]
    out.push(text)
    n += Math.max(1, countWords(text))
  }
  return out
}
