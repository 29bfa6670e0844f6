import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type AnnotationModel, annotate } from '../src/annotate/index.ts'
import { decodeNames } from '../src/learn/names.ts'
import { decodeParser } from '../src/learn/parser.ts'
import { decodeTagger } from '../src/learn/tagger.ts'
import { readText } from '../src/read/index.ts'
import type { ReadArticle } from './attribution.ts'
import { readGold, readSilver, type SilverArticle } from './corpus.ts'
import { trainNames } from './names.ts'
import { trainParser } from './parser.ts'
import { trainTagger } from './tagger.ts'

/** Trains a part, or takes it from a cache; tells how long all has taken so far. */
export interface Workshop {
  readonly log: (message: string) => void
  readonly make: (name: string, train: () => Uint8Array) => Uint8Array
}

/** A workshop that keeps parts in a folder, where one is given: a part that is to be learned anew must be removed from it. */
export const openWorkshop = (cache: string | undefined): Workshop => {
  const started = performance.now()
  const log = (message: string): void => console.error(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${message}`)
  const make: Workshop['make'] = (name, train) => {
    const path = cache && join(cache, `${name}.bin`)
    const cached = path && existsSync(path)
    const bytes = cached ? readFileSync(path) : train()
    if (path && !cached) {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, bytes)
    }
    log(`${name}: ${bytes.length} bytes${cached ? ', from the cache' : ''}`)
    return bytes
  }
  return { log, make }
}

/** Trains what annotation needs on some articles; `suffix` names its parts in the cache. */
export const trainAnnotation = ({ make }: Workshop, articles: readonly SilverArticle[], suffix: string) => {
  const tagger = make(`tagger${suffix}`, () => trainTagger(articles))
  const names = make(`names${suffix}`, () => trainNames(articles))
  const parser = make(`parser${suffix}`, () => trainParser(articles))
  const model: AnnotationModel = { tagger: decodeTagger(tagger), names: decodeNames(names), parser: decodeParser(parser) }
  return { tagger, names, parser, model }
}

/** Into how many parts the training articles are cut where something is learned on the others. */
export const folds = 3

/** The training articles, annotated by models that have not seen them, so that attribution learns from annotation as good and as bad as it will meet. */
export const annotateUnseen = (workshop: Workshop, data: string): ReadArticle[] => {
  const gold = readGold(data, 'train')
  const silver = readSilver(data, 'train')
  const foldOf = new Map(gold.map(({ id }, i) => [id, i % folds]))
  const articles: ReadArticle[] = []
  for (let fold = 0; fold < folds; fold++) {
    const rest = silver.filter(s => foldOf.get(s.doc) !== fold)
    const { model } = trainAnnotation(workshop, rest, `-${fold + 1}`)
    for (const g of gold)
      if (foldOf.get(g.id) === fold) articles.push({ gold: g, annotated: annotate(readText(g.text, { input: g.id }), model) })
  }
  workshop.log(`${articles.length} articles annotated`)
  return articles
}
