import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Attribution, Stance } from '../../src/model/attribution.ts'
import type { Identity, SourceKind } from '../../src/model/source.ts'

export type Pair = readonly [number, number]

/** Somebody in a chain: any set of `heads` in its words names it. */
export interface GoldHop {
  readonly name: string
  readonly kind: readonly SourceKind[]
  readonly identity: readonly Identity[]
  readonly heads: readonly (readonly string[])[]
  readonly optional: boolean
}

export interface GoldAttribution {
  readonly id: string
  readonly parent: string | null
  readonly follow: string | null
  readonly kind: Attribution['kind']
  readonly source: readonly Pair[] | null
  readonly cue: readonly Pair[] | null
  readonly content: readonly Pair[]
  readonly origin: Omit<GoldHop, 'optional'> & { readonly count?: number | null; readonly reason?: string | null }
  readonly chain: readonly GoldHop[]
  readonly saidAt: { readonly value: string } | null
  readonly optional?: boolean
}

export interface GoldProvenance {
  readonly title?: string | null
  readonly publisher?: string | null
  readonly publishedAt?: string | null
  readonly authors?: readonly string[]
  readonly original?: { readonly publisher: string; readonly publishedAt: string } | null
  readonly tags?: readonly string[]
  readonly rights?: Readonly<Record<string, string>> | null
}

/** A line of `articles.gold.jsonl`. */
export interface GoldArticle {
  readonly file: string
  readonly date: string
  readonly body: Pair
  readonly title: Pair | null
  readonly boilerplate: readonly Pair[]
  readonly provenance: GoldProvenance
  readonly attributions: readonly GoldAttribution[]
}

/** A line of `chains.jsonl`. */
export interface GoldChain {
  readonly text: string
  readonly content: string | readonly string[]
  readonly hops: readonly string[]
  readonly identity: Identity
  readonly kind: Attribution['kind']
  readonly count?: number | null
  readonly reason?: string | null
  readonly resolved?: string
}

/** A line of `passages.jsonl`. */
export interface GoldPassage {
  readonly id: string
  readonly phenomenon: string
  readonly part: 'open' | 'held'
  readonly text: string
  readonly date: string | null
  readonly content: string | readonly string[]
  readonly source: {
    readonly name: string
    readonly kind: readonly SourceKind[]
    readonly identity: readonly Identity[]
    readonly count: number | null
    readonly reason: string | null
    readonly title: string | null
    readonly affiliation: string | null
  }
  readonly stance: Stance
  readonly hedges: readonly string[]
  readonly saidAt: string | null
}

/** The lines of one of the folder's files of cases; none where it has no such file. */
export const readCases = <T>(folder: string, name: 'chains' | 'articles.gold' | 'passages'): T[] => {
  const path = join(folder, `${name}.jsonl`)
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as T)
}

/** The text of an article, which lies in `articles/` beside its gold. */
export const readArticle = (folder: string, file: string): string => readFileSync(join(folder, 'articles', file), 'utf8')
