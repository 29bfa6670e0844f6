import { readFileSync } from 'node:fs'
import { annotate } from '../../src/annotate/index.ts'
import { unpackBundle } from '../../src/learn/bundle.ts'
import { decodeNames } from '../../src/learn/names.ts'
import { decodeParser } from '../../src/learn/parser.ts'
import { decodeTagger } from '../../src/learn/tagger.ts'
import type { AnnotatedDocument } from '../../src/model/annotation.ts'
import type { Attribution } from '../../src/model/attribution.ts'
import type { Document } from '../../src/model/document.ts'
import type { Resolution } from '../../src/model/resolution.ts'
import type { Source } from '../../src/model/source.ts'
import { contains, type Span } from '../../src/model/span.ts'
import { resolve } from '../../src/resolve/index.ts'

const parts = unpackBundle(readFileSync(new URL('../../models/en/en.hearsay', import.meta.url)))
const model = { tagger: decodeTagger(parts.tagger), names: decodeNames(parts.names), parser: decodeParser(parts.parser) }

export interface Setting {
  readonly date?: string | null
  readonly publisher?: string
  readonly authors?: readonly string[]
  readonly original?: string
}

const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) freeze(part)
  }
  return value
}

export const documentOf = (text: string, setting: Setting = {}): Document => ({
  id: 'test',
  key: null,
  input: 'test',
  title: null,
  language: 'en',
  text,
  provenance: {
    url: null,
    publisher: setting.publisher ?? null,
    publishedAt: setting.date === undefined ? '2026-03-11' : setting.date,
    updatedAt: null,
    seenAt: null,
    authors: setting.authors ?? [],
    original: setting.original ? { publisher: 'Qasr News', publishedAt: setting.original, url: null, earlier: null } : null,
    credits: [],
    tags: [],
    rights: null,
    evidence: [],
  },
  blocks: [...text.matchAll(/[^\n]+/g)].map(match => ({
    kind: 'paragraph' as const,
    start: match.index,
    end: match.index + match[0].length,
  })),
  diagnostics: [],
})

export const annotateText = (text: string, setting: Setting = {}): AnnotatedDocument => freeze(annotate(documentOf(text, setting), model))

interface Pieces {
  source: Span[]
  cue: Span[]
  content: Span[]
  follows: string | null
}

/** Reads `[S a spokesman] [C said] [K the dam will reopen]`; `[S2 …]` belongs to the second attribution, `[K3^2 …]` runs on from the second. */
export const parseMarked = (marked: string): { text: string; attributions: Attribution[] } => {
  const found = new Map<number, Pieces>()
  const open: { role: 'S' | 'C' | 'K'; at: number; start: number }[] = []
  let text = ''
  let i = 0
  while (i < marked.length) {
    const opening = /^\[([SCK])(\d*)(?:\^(\d+))? ?/.exec(marked.slice(i, i + 12))
    if (opening) {
      const at = Number(opening[2] || 1)
      if (!found.has(at)) found.set(at, { source: [], cue: [], content: [], follows: null })
      if (opening[3]) found.get(at)!.follows = `a${opening[3]}`
      open.push({ role: opening[1] as 'S' | 'C' | 'K', at, start: text.length })
      i += opening[0].length
    } else if (marked[i] === ']' && open.length > 0) {
      const { role, at, start } = open.pop()!
      const pieces = found.get(at)!
      const span = { start, end: text.length }
      if (role === 'S') pieces.source.push(span)
      else if (role === 'C') pieces.cue.push(span)
      else pieces.content.push(span)
      i++
    } else text += marked[i++]
  }
  const numbers = [...found.keys()].sort((a, b) => a - b)
  const attributions = numbers.map((number): Attribution => {
    const { source, cue, content, follows } = found.get(number)!
    const all = [...source, ...cue, ...content]
    const holders = numbers.filter(
      other => other !== number && all.every(span => found.get(other)!.content.some(outer => contains(outer, span))),
    )
    const innermost = holders.sort((a, b) => sizeOf(found.get(a)!.content) - sizeOf(found.get(b)!.content))[0]
    const direct = content.every(span => /^["'“‘]/.test(text.slice(span.start, span.end)) || /["“‘]/.test(text[span.start - 1] ?? ''))
    return {
      id: `a${number}`,
      parent: innermost === undefined ? null : `a${innermost}`,
      follows,
      source,
      cue,
      content,
      kind: direct ? 'direct' : content.some(span => /["“]/.test(text.slice(span.start, span.end))) ? 'mixed' : 'indirect',
      stance: 'asserted',
      hedges: [],
      confidence: 1,
    }
  })
  return { text, attributions }
}

const sizeOf = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0)

export interface Reading {
  readonly text: string
  readonly resolution: Resolution
  /** The source of attribution `number`; null for nobody. */
  readonly source: (number: number) => Source | null
  readonly name: (number: number) => string | null
  readonly saidAt: (number: number) => { words: string; value: string; precision: string } | null
  readonly by: (number: number) => string | undefined
}

/** Resolves a marked-up passage. */
export const read = (marked: string, setting: Setting = {}): Reading => {
  const { text, attributions } = parseMarked(marked)
  const resolution = freeze(resolve(annotateText(text, setting), freeze(attributions)))
  const referenceOf = (number: number) => resolution.references.find(({ attribution }) => attribution === `a${number}`)
  const source = (number: number): Source | null => resolution.sources.find(({ id }) => id === referenceOf(number)?.sourceId) ?? null
  return {
    text,
    resolution,
    source,
    name: number => source(number)?.name ?? null,
    saidAt: number => {
      const said = referenceOf(number)?.saidAt
      return said ? { words: text.slice(said.span.start, said.span.end), value: said.value, precision: said.precision } : null
    },
    by: number => resolution.decisions.find(({ about }) => about === `a${number}`)?.by,
  }
}
