import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const executable = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)

/** Whether there is a browser to print with. */
export const canPrint = executable !== undefined

export interface PrintOptions {
  readonly format?: 'A4' | 'Letter'
  /** Prints day, title, address and page numbers at the edges, as from the menu of a browser. */
  readonly edges?: { readonly printed: string; readonly url: string }
  readonly margin?: string
}

export interface Printer {
  readonly print: (html: string, options?: PrintOptions) => Promise<Uint8Array>
  /** Runs a function of JSON, given as source, in a tab that has loaded a script. */
  readonly run: (script: string, task: string, argument: unknown) => Promise<unknown>
  readonly close: () => Promise<void>
}

const edge = 'font: 8px Arial, sans-serif; width: 100%; margin: 0 24px; display: flex; justify-content: space-between'

/** Opens a browser that prints pages as PDF. */
export const openPrinter = async (): Promise<Printer> => {
  const browser: Browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox'] })
  return {
    print: async (html, { format = 'A4', edges, margin = '20mm' } = {}) => {
      const page = await browser.newPage()
      await page.setContent(html)
      const bytes = await page.pdf({
        format,
        margin: { top: margin, bottom: margin, left: margin, right: margin },
        printBackground: true,
        ...(edges && {
          displayHeaderFooter: true,
          headerTemplate: `<div style="${edge}"><span>${edges.printed}</span><span class="title"></span><span></span></div>`,
          footerTemplate: `<div style="${edge}"><span>${edges.url}</span><span><span class="pageNumber"></span>/<span class="totalPages"></span></span></div>`,
        }),
      })
      await page.close()
      return new Uint8Array(bytes)
    },
    run: async (script, task, argument) => {
      const page = await browser.newPage()
      await page.addScriptTag({ content: script })
      const result = await page.evaluate(`(${task})(${JSON.stringify(argument)})`)
      await page.close()
      return result
    },
    close: () => browser.close(),
  }
}

const escapeHtml = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** How an article is set; `html` makes a page of its title, its other lines above the text, and its paragraphs. */
export interface Setting {
  readonly name: string
  readonly css: string
  readonly options?: PrintOptions
}

/** A page with an article's blocks: the first is the headline, the next `lines` stand between it and the columns, `above` over it. */
export const setArticle = (blocks: readonly string[], lines: number, css: string, above: readonly string[] = []): string => {
  const [title, ...rest] = blocks
  const paragraphs = (some: readonly string[]) => some.map(words => `<p>${escapeHtml(words)}</p>`).join('\n')
  return `<!doctype html><html lang="en"><head><title>${escapeHtml(title)}</title><style>
    body { font: 11pt "Liberation Serif", serif; margin: 0 } h1 { font-size: 22pt; margin: 0 0 8pt } ${css}
  </style></head><body>${paragraphs(above)}<h1>${escapeHtml(title)}</h1><div class="lines">${paragraphs(rest.slice(0, lines))}</div>
  <div class="text">${paragraphs(rest.slice(lines))}</div></body></html>`
}

/** Ways in which papers and web pages are set. */
export const settings: readonly Setting[] = [
  { name: 'one column, A4', css: '' },
  { name: 'one column, letter', css: 'body { font: 12pt "Liberation Sans" }', options: { format: 'Letter' } },
  { name: 'one column, indented', css: '.text p { margin: 0; text-indent: 1.5em; text-align: justify }' },
  { name: 'two columns', css: '.text { columns: 2; column-gap: 8mm } .text p { margin: 0 0 6pt }' },
  {
    name: 'two justified columns, indented',
    css: '.text { columns: 2; column-gap: 6mm; text-align: justify } .text p { margin: 0; text-indent: 1em }',
  },
  {
    name: 'three narrow columns',
    css: 'body { font-size: 9pt } .text { columns: 3; column-gap: 4mm; text-align: justify } .text p { margin: 0; text-indent: 1em }',
  },
  {
    name: 'four narrow columns with rules',
    css: 'body { font-size: 8.5pt; line-height: 1.15 } .text { columns: 4; column-gap: 4mm; column-rule: 0.5pt solid; text-align: justify } .text p { margin: 0; text-indent: 1em } .text p:first-child { text-indent: 0 }',
    options: { margin: '12mm' },
  },
  {
    name: 'a web page printed',
    css: 'body { font: 16px/1.5 "Liberation Sans" }',
    options: { margin: '12mm', edges: { printed: '3/16/26, 9:24 PM', url: 'https://lakeside.example/news/story?id=17' } },
  },
  { name: 'large type', css: 'body { font: 18pt/1.5 "DejaVu Sans" }', options: { format: 'Letter' } },
  { name: 'small pages', css: 'body { font: 10pt "DejaVu Serif" } .text p { margin: 0; text-indent: 2em }', options: { margin: '60mm' } },
]
