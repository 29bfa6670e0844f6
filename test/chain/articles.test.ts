import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildChains } from '../../src/chain/index.ts'
import type { Attribution } from '../../src/model/attribution.ts'
import type { Hop } from '../../src/model/chain.ts'
import { resolve } from '../../src/resolve/index.ts'
import { annotateText } from './annotated.ts'

type Pair = readonly [number, number]

interface GoldHop {
  readonly name: string
  readonly heads: readonly (readonly string[])[]
  readonly optional: boolean
}

interface Gold {
  readonly file: string
  readonly provenance: { readonly publisher?: string | null }
  readonly attributions: readonly {
    readonly id: string
    readonly parent: string | null
    readonly follow: string | null
    readonly kind: Attribution['kind']
    readonly source: readonly Pair[]
    readonly cue: readonly Pair[]
    readonly content: readonly Pair[]
    readonly optional?: boolean
    readonly chain: readonly GoldHop[]
  }[]
}

const bench = new URL('../../bench/', import.meta.url)
const articles = readFileSync(new URL('articles.gold.jsonl', bench), 'utf8')
  .split('\n')
  .filter(line => line.trim() !== '')
  .map(line => JSON.parse(line) as Gold)

const spans = (pairs: readonly Pair[]) => pairs.map(([start, end]) => ({ start, end }))
const wordsOf = (text: string) =>
  new Set(
    text
      .toLowerCase()
      .replace(/['’]s\b/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  )

const fits = (want: readonly GoldHop[], got: readonly Hop[], text: string): boolean => {
  if (want.length === 0) return got.length === 0
  if (want[0].optional && fits(want.slice(1), got, text)) return true
  if (got.length === 0) return false
  const [{ name, mention }] = got
  const texts = [name, mention === null ? '' : text.slice(mention.start, mention.end)].map(wordsOf)
  return want[0].heads.some(head => texts.some(words => head.every(word => words.has(word)))) && fits(want.slice(1), got.slice(1), text)
}

/** The contents of an article whose chain is not the expected one, with what came instead. */
const findFailures = ({ file, provenance, attributions }: Gold): string[] => {
  const text = readFileSync(new URL(`articles/${file}`, bench), 'utf8')
  const annotated = annotateText(text, { publisher: provenance.publisher ?? null })
  const found = attributions.map(
    ({ id, parent, follow, kind, source, cue, content }): Attribution => ({
      id,
      parent,
      follows: follow,
      source: spans(source),
      cue: spans(cue),
      content: spans(content),
      kind,
      stance: 'asserted',
      hedges: [],
      confidence: 1,
    }),
  )
  const { chains } = buildChains(annotated, found, resolve(annotated, found))
  return attributions.flatMap(({ content, optional, chain }, i) => {
    const hops = chains[i].hops.filter(hop => hop.role !== 'publisher' && !(hop.identity === 'unspecified' && hop.name === ''))
    const wanted = chain.filter((hop, k) => hop.name !== chain[k - 1]?.name)
    if (optional === true || fits(wanted, hops, text)) return []
    return [`${text.slice(...content[0])}: ${hops.map(({ name }) => name).join(' ← ')}, not ${chain.map(({ name }) => name).join(' ← ')}`]
  })
}

describe('chains of whole articles, from their marked sources, cues and contents', () => {
  it('are as a reader draws them, nine of ten', () => {
    const asked = articles.flatMap(({ attributions }) => attributions.filter(({ optional }) => optional !== true)).length
    const failures = articles.flatMap(findFailures)
    expect(asked).toBeGreaterThan(100)
    expect(failures.length / asked, failures.join('\n')).toBeLessThan(0.15)
  })
})
