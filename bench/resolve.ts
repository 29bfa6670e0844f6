import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { annotate } from '../src/annotate/index.ts'
import { unpackBundle } from '../src/learn/bundle.ts'
import { decodeNames } from '../src/learn/names.ts'
import { decodeParser } from '../src/learn/parser.ts'
import { decodeTagger } from '../src/learn/tagger.ts'
import type { Attribution, SaidAt } from '../src/model/attribution.ts'
import type { Source } from '../src/model/source.ts'
import { readText } from '../src/read/text.ts'
import { resolve } from '../src/resolve/index.ts'
import { isNamed } from './score/article-match.ts'
import { type GoldArticle, type GoldAttribution, type Pair, readArticle, readCases } from './score/gold.ts'
import { datesAgree, reasonsAgree } from './score/likeness.ts'

/** Resolving alone: gold spans in, sources out. Usage: node bench/resolve.ts [FOLDER], which holds `articles.gold.jsonl` and `articles/`. */
const folder = process.argv[2] ?? fileURLToPath(new URL('.', import.meta.url))

const parts = unpackBundle(readFileSync(new URL('../models/en/en.hearsay', import.meta.url)))
const model = { tagger: decodeTagger(parts.tagger), names: decodeNames(parts.names), parser: decodeParser(parts.parser) }
const spans = (pairs: readonly Pair[] | null) => (pairs ?? []).map(([start, end]) => ({ start, end }))

const compare = ({ origin, saidAt, follow }: GoldAttribution, source: Source | undefined, said: SaidAt | null): string[] => {
  const wrong: string[] = []
  const check = (right: boolean, what: string): void => void (right || wrong.push(what))
  check(origin.heads.length === 0 ? !source : isNamed(origin, [source?.name]), `source ${source?.name} for ${origin.name}`)
  const identity = source?.identity ?? 'unspecified'
  check(origin.identity.includes(identity), `identity ${identity} for ${origin.identity}`)
  check(origin.heads.length === 0 || origin.kind.includes(source?.kind ?? 'unknown'), `kind ${source?.kind} for ${origin.kind}`)
  check(origin.count == null || source?.count === origin.count, `count ${source?.count} for ${origin.count}`)
  check(!origin.reason || reasonsAgree(origin.reason, source?.reason), `reason ${source?.reason} for ${origin.reason}`)
  if (saidAt === null) check(said === null, `said ${said?.value} for none`)
  else if (follow === null) check(datesAgree(saidAt.value, said), `said ${said?.value} for ${saidAt.value}`)
  return wrong
}

let all = 0
let right = 0
for (const gold of readCases<GoldArticle>(folder, 'articles.gold')) {
  const text = readArticle(folder, gold.file)
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
      saidAt,
    )
    all++
    if (wrong.length === 0) right++
    else console.log(`${gold.file} ${attribution.id}: ${wrong.join('; ')}`)
  }
}
console.log(`${right} of ${all} attributions with everything right`)
