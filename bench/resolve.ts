import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { annotate } from '../src/annotate/index.ts'
import { unpackBundle } from '../src/learn/bundle.ts'
import { decodeNames } from '../src/learn/names.ts'
import { decodeParser } from '../src/learn/parser.ts'
import { decodeTagger } from '../src/learn/tagger.ts'
import type { Attribution } from '../src/model/attribution.ts'
import type { Source } from '../src/model/source.ts'
import { readText } from '../src/read/text.ts'
import { resolve } from '../src/resolve/index.ts'

/** Resolving alone: gold spans in, sources out. Usage: node bench/resolve.ts [articles.gold.jsonl]; the articles lie in `articles/` beside it. */
const path = process.argv[2] ?? 'bench/articles.gold.jsonl'

type Pair = readonly [number, number]

interface Gold {
  readonly id: string
  readonly parent: string | null
  readonly follow: string | null
  readonly kind: Attribution['kind']
  readonly source: readonly Pair[] | null
  readonly cue: readonly Pair[] | null
  readonly content: readonly Pair[]
  readonly optional?: boolean
  readonly origin: { name: string; heads: string[][]; kind: string[]; identity: string[]; count?: number; reason?: string }
  readonly saidAt: { value: string } | null
}

interface GoldArticle {
  readonly file: string
  readonly date: string
  readonly body: Pair
  readonly provenance: { publisher?: string | null }
  readonly attributions: readonly Gold[]
}

const parts = unpackBundle(readFileSync(new URL('../models/en/en.hearsay', import.meta.url)))
const model = { tagger: decodeTagger(parts.tagger), names: decodeNames(parts.names), parser: decodeParser(parts.parser) }
const words = (text: string | null | undefined): string[] =>
  (text ?? '')
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .match(/[\p{L}\p{N}_]+/gu) ?? []
const spans = (pairs: readonly Pair[] | null) => (pairs ?? []).map(([start, end]) => ({ start, end }))

const share = (a: string[], b: string[]): number => {
  const both = new Set(a.filter(word => b.includes(word))).size
  return both / new Set([...a, ...b]).size
}

const compare = ({ origin, saidAt, follow }: Gold, source: Source | undefined, said: string | undefined): string[] => {
  const name = words(source?.name)
  const wrong: string[] = []
  const check = (right: boolean, what: string): void => void (right || wrong.push(what))
  check(
    origin.heads.length === 0 ? !source : origin.heads.some(head => head.every(word => name.includes(word))),
    `source ${source?.name} for ${origin.name}`,
  )
  const identity = source?.identity ?? 'unspecified'
  check(origin.identity.includes(identity), `identity ${identity} for ${origin.identity}`)
  check(origin.heads.length === 0 || origin.kind.includes(source?.kind ?? ''), `kind ${source?.kind} for ${origin.kind}`)
  check(origin.count == null || source?.count === origin.count, `count ${source?.count} for ${origin.count}`)
  check(!origin.reason || share(words(origin.reason), words(source?.reason)) >= 0.5, `reason ${source?.reason} for ${origin.reason}`)
  const days: readonly string[] = said?.match(/\d{4}(?:-\d\d){0,2}/g) ?? []
  const [from, to] = saidAt?.value.split('..') ?? []
  if (saidAt && !follow)
    check(to ? days.some(day => from <= day && day <= to) : days[0]?.slice(0, from.length) === from, `said ${said} for ${saidAt.value}`)
  else if (!saidAt) check(!said, `said ${said} for none`)
  return wrong
}

let all = 0
let right = 0
for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
  const gold = JSON.parse(line) as GoldArticle
  const text = readFileSync(join(dirname(path), 'articles', gold.file), 'utf8')
  const read = readText(text, { input: gold.file })
  const [start, end] = gold.body
  const blocks = [...text.slice(start, end).matchAll(/[^\n]+(?:\n(?!\n)[^\n]+)*/g)].map(match => ({
    kind: 'paragraph' as const,
    start: start + match.index,
    end: start + match.index + match[0].length,
  }))
  const provenance = { ...read.provenance, publisher: gold.provenance.publisher ?? null, publishedAt: gold.date, original: null }
  const attributions = gold.attributions.map(
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
  const { sources, references } = resolve(annotate({ ...read, text, provenance, blocks }, model), attributions)
  for (const [i, attribution] of gold.attributions.entries()) {
    if (attribution.optional) continue
    const { sourceId, saidAt } = references[i]
    const wrong = compare(
      attribution,
      sources.find(({ id }) => id === sourceId),
      saidAt?.value,
    )
    all++
    if (wrong.length === 0) right++
    else console.log(`${gold.file} ${attribution.id}: ${wrong.join('; ')}`)
  }
}
console.log(`${right} of ${all} attributions with everything right`)
