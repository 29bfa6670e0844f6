import { readdirSync, readFileSync } from 'node:fs'
import { extractText, getDocumentProxy } from 'unpdf'
import { readPdf } from '../src/read/pdf.ts'
import { readText } from '../src/read/text.ts'
import { canPrint, openPrinter, setArticle, settings } from '../test/read/print.ts'

// node bench/pdf.ts [ROUNDS]: prints the bench's articles in ten settings; how many blocks come back as they were, and how long a page takes.

const rounds = Number(process.argv[2] ?? 5)
const folder = new URL('articles/', import.meta.url)
if (!canPrint) {
  console.error('no Chromium at /usr/bin/chromium, so nothing is printed or measured')
  process.exit(1)
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]
const blocksOf = (text: string): string[] => text.split('\n\n')
const articles = readdirSync(folder)
  .sort()
  .map(name => {
    const blocks = readFileSync(new URL(name, folder), 'utf8')
      .trim()
      .split(/\n\s*\n/)
      .map(block => block.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/^[#>]+ */gm, ''))
      .map(block => block.replace(/\s+/g, ' ').trim())
      .filter(Boolean)
    const kinds = readText(blocks.join('\n\n'), { input: name }).blocks.map(({ kind }) => kind)
    const title = Math.max(0, kinds.indexOf('title'))
    return { name, blocks, title, lines: Math.max(0, kinds.indexOf('paragraph') - title - 1) }
  })

const printer = await openPrinter()
const prints: { readonly bytes: Uint8Array; readonly pages: number }[] = []
let [whole, all] = [0, 0]
for (const { name, css, options } of settings) {
  let [good, some] = [0, 0]
  for (const article of articles) {
    const bytes = await printer.print(
      setArticle(article.blocks.slice(article.title), article.lines, css, article.blocks.slice(0, article.title)),
      options,
    )
    const read = new Set(blocksOf((await readPdf(bytes, { input: article.name })).text))
    some += article.blocks.length
    good += article.blocks.filter(block => read.has(block)).length
    prints.push({ bytes, pages: (await getDocumentProxy(bytes.slice())).numPages })
  }
  console.log(`${name}: ${good} of ${some} blocks as they were`)
  whole += good
  all += some
}
await printer.close()
console.log(`all settings: ${whole} of ${all} blocks, ${((100 * whole) / all).toFixed(2)}%`)

const measure = async (run: (bytes: Uint8Array) => Promise<unknown>, { bytes, pages }: (typeof prints)[number]): Promise<number> => {
  const copy = bytes.slice()
  const started = performance.now()
  await run(copy)
  return (performance.now() - started) / pages
}
const ours: number[] = []
const theirs: number[] = []
for (let round = 0; round < rounds; round++)
  for (const print of prints) {
    theirs.push(await measure(bytes => extractText(bytes), print))
    ours.push(await measure(bytes => readPdf(bytes, { input: 'bench.pdf' }), print))
  }
console.log(
  `readPdf ${median(ours).toFixed(1)} ms a page (median), unpdf's extractText ${median(theirs).toFixed(1)} ms, ratio ${(median(ours) / median(theirs)).toFixed(2)}`,
)
