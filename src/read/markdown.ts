/** A Markdown link: its words and where it leads, null where it leads nowhere. */
export interface Link {
  readonly text: string
  readonly url: string | null
}

const MARKED = /[[\]*_`#\\<&~]/
const LINK = /!?\[((?:[^[\]]|\\.){0,400})\]\(([^()\s]{0,2000})(?:\s+"[^"]{0,200}")?\)/g
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ', copy: '©' }

/** The words of a stretch of text without Markdown's links, emphasis and heading marks, on one line. `[The *Courier*](#)` → `The Courier`. */
export const cleanMarkdown = (text: string): string => {
  const line = /[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ').trim() : text.trim()
  if (!MARKED.test(line)) return line
  return line
    .replace(LINK, '$1')
    .replace(/\]\([^()\s]{0,2000}\)/g, '')
    .replace(/^#{1,6}\s+(.*?)(?:\s+#+)?$/, '$1')
    .replace(/(\*\*\*|\*\*|__|~~)(?=\S)([^*_~]{1,400}?\S?)\1/g, '$2')
    .replace(/(?<![\w*])\*(?=\S)([^*]{1,400}?)(?<=\S)\*(?![\w*])/g, '$1')
    .replace(/(?<![\w_])_(?=\S)([^_]{1,400}?)(?<=\S)_(?![\w_])/g, '$1')
    .replace(/`([^`]{1,200})`/g, '$1')
    .replace(/<(https?:\/\/[^<>\s]{1,2000})>/g, '$1')
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, '')
    .replace(/&(amp|lt|gt|quot|#39|nbsp|copy);/g, (_, name: string) => ENTITIES[name])
    .replace(/\\([\\`*_{}[\]()#+\-.!>~])/g, '$1')
    .replace(/^\[([^\]]*)$/, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The links in a stretch of text, in order. `[Conflict](#), [Human Rights](https://…)` → two. */
export const findLinks = (text: string): Link[] => {
  const links: Link[] = []
  for (const match of text.matchAll(LINK)) {
    const words = cleanMarkdown(match[1])
    if (words) links.push({ text: words, url: /^https?:\/\//i.test(match[2]) ? match[2] : null })
  }
  return links
}
