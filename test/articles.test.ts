import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type Hop, type Provenance, readText, type Source, type Span, type TracedDocument, trace } from '../src/index.ts'
import { loadModel } from '../src/node.ts'
import { findFaults } from './faults.ts'

/** Whole articles and what is made of them, in `articles/*.trace.txt` to be read. `npm test -- -u` writes those files anew. */
const root = fileURLToPath(new URL('../', import.meta.url))
const articles = [
  ...globSync('test/articles/[0-9]*[0-9].txt', { cwd: root }),
  ...globSync('examples/*.txt', { cwd: root }),
  ...['07', '10', '13'].map(number => `bench/articles/${number}.txt`),
].toSorted()

const marks = { named: '●', unnamed: '◐', anonymous: '○', unspecified: '?' } as const

const shorten = (words: string, most = 100): string => {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length <= most ? line : `${line.slice(0, most * 0.6).trimEnd()} … ${line.slice(-most * 0.3).trimStart()}`
}

const details = (parts: Readonly<Record<string, string | number | null | undefined>>): string =>
  Object.entries(parts)
    .flatMap(([name, value]) => (value === null || value === undefined || value === '' ? [] : [`; ${name} ${value}`]))
    .join('')

const drawHop = ({ name, identity, via }: Hop): string => `${marks[identity]} ${name || 'nobody'} (${via})`

const drawSource = ({ id, name, kind, identity, title, affiliation, issuer, descriptor, count, reason, mentions }: Source): string =>
  `${id} ${marks[identity]} ${name}, ${kind}${details({ title, of: affiliation, issuer, told: descriptor, count, because: reason, mentions: mentions.length })}`

const drawProvenance = ({ publisher, publishedAt, updatedAt, authors, original, credits, tags, rights, url }: Provenance): string[] =>
  Object.entries({
    url,
    publisher,
    publishedAt,
    updatedAt,
    authors: authors.join(', '),
    original: original && [original.publisher, original.publishedAt, original.url].filter(Boolean).join(', '),
    credits: credits.map(credit => `${credit.name} (${credit.role})`).join(', '),
    tags: tags.map(tag => `${tag.kind} ${tag.value}`).join(', '),
    holder: rights?.holder,
    permission: rights?.permission && shorten(rights.permission),
    disclaimer: rights?.disclaimer && shorten(rights.disclaimer),
  }).flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []))

/** A trace as lines to read: claims, sources, provenance, what is left. */
const drawTrace = ({ document, attributions, chains, sources, unattributed, diagnostics }: TracedDocument): string => {
  const cut = (spans: readonly Span[]): string => spans.map(({ start, end }) => document.text.slice(start, end)).join(' … ')
  const claims = attributions.map(({ id, parent, kind, stance, hedges, content, saidAt }, i) => {
    const chain = chains[i].hops.map(drawHop).join(' < ')
    const facts = details({ in: parent, hedged: hedges.map(hedge => JSON.stringify(cut([hedge]))).join(' '), on: saidAt?.value })
    return `${id} ${kind}, ${stance}${facts}: ${chain}: ${shorten(cut(content))}`
  })
  const noticed = diagnostics.map(({ code, span }) => `${code}${span === null ? '' : `: ${shorten(cut([span]), 60)}`}`)
  const head = [`title: ${document.title ?? 'none'}`, `language: ${document.language}`, ...drawProvenance(document.provenance)]
  const sections = [claims, sources.map(drawSource), head, [`in the page's own voice: ${unattributed.length} sentences`, ...noticed]]
  return `${sections.map(lines => lines.join('\n')).join('\n\n')}\n`
}

test('there are articles of every kind', () => {
  expect(articles).toHaveLength(8)
})

test.each(articles)('%s', async path => {
  const traced = trace(readText(readFileSync(join(root, path), 'utf8'), { input: path }), await loadModel())
  expect(findFaults(traced)).toEqual([])
  const name = `${path.startsWith('bench') ? 'bench-' : ''}${basename(path, '.txt')}`
  await expect(drawTrace(traced)).toMatchFileSnapshot(join(root, `test/articles/${name}.trace.txt`))
})
