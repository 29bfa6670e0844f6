import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** One annotator's attribution in PolNeAR: `[start, end)` character offsets, each role in any number of pieces. */
export interface GoldAttribution {
  readonly id: string
  readonly source: readonly (readonly [number, number])[]
  readonly cue: readonly (readonly [number, number])[]
  readonly content: readonly (readonly [number, number])[]
}

export interface GoldArticle {
  readonly id: string
  readonly text: string
  readonly annotations: readonly { readonly annotator: string; readonly attributions: readonly GoldAttribution[] }[]
}

/** A sentence as CoreNLP saw it; `head` is an index into the sentence, -1 the root. */
export interface SilverSentence {
  readonly tokens: readonly string[]
  readonly start: readonly number[]
  readonly end: readonly number[]
  readonly pos: readonly string[]
  readonly ner: readonly string[]
  readonly lemma: readonly string[]
  readonly head: readonly number[]
  readonly rel: readonly string[]
}

export interface SilverArticle {
  readonly doc: string
  readonly sentences: readonly SilverSentence[]
}

const readJsonLines = <T>(path: string): T[] => {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as T)
}

/** PolNeAR's articles of one part, from a folder that holds `train.jsonl.gz` and `dev.jsonl.gz`. */
export const readGold = (data: string, part: 'train' | 'dev'): GoldArticle[] => readJsonLines(join(data, `${part}.jsonl.gz`))

/** The same articles as CoreNLP saw them. */
export const readSilver = (data: string, part: 'train' | 'dev'): SilverArticle[] => readJsonLines(join(data, `${part}.corenlp.jsonl.gz`))
