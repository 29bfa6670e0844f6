import type { GoldAttribution } from '../../training/corpus.ts'
import { type Relation, type Ruler, tokenSet } from '../polnear.ts'

/** What can be wrong with a gold relation, the first that applies; and predictions that share no content with any. */
const kinds = [
  'right as a whole',
  'missed: no cue there',
  'missed: cue found, content elsewhere',
  'content: less than half in common',
  'content: begins elsewhere',
  'content: ends elsewhere',
  'content: begins and ends elsewhere',
  'content right, source missing',
  'content right, source given where there is none',
  'content right, another source',
  'content right, source of other words',
  'content and source right, cue of other words',
  'found where annotators saw nothing',
] as const

/** How many relations came out in which way. */
export type Errors = Map<(typeof kinds)[number], number>

const share = (a: ReadonlySet<number>, b: ReadonlySet<number>): number => {
  let both = 0
  for (const x of a) if (b.has(x)) both++
  return both
}
const equal = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean => a.size === b.size && share(a, b) === a.size

/** Adds one annotator's reading of an article to the errors. */
export const countErrors = (errors: Errors, ruler: Ruler, gold: readonly GoldAttribution[], predicted: readonly Relation[]): void => {
  const add = (kind: (typeof kinds)[number]): void => {
    errors.set(kind, (errors.get(kind) ?? 0) + 1)
  }
  const sets = (r: Relation) => ({ source: tokenSet(ruler, r.source), cue: tokenSet(ruler, r.cue), content: tokenSet(ruler, r.content) })
  const ours = predicted.map(sets)
  const all = gold.filter(g => g.content.length > 0).map(sets)
  for (const g of all) {
    const overlap = (o: (typeof ours)[number]): number =>
      share(g.content, o.content) / (g.content.size + o.content.size - share(g.content, o.content))
    const best = ours.reduce((most, o) => (overlap(o) > overlap(most) ? o : most), {
      source: new Set(),
      cue: new Set(),
      content: new Set(),
    } as (typeof ours)[number])
    const iou = overlap(best)
    if (!(iou > 0)) add(ours.some(o => share(o.cue, g.cue) > 0) ? 'missed: cue found, content elsewhere' : 'missed: no cue there')
    else if (iou < 0.5) add('content: less than half in common')
    else if (!equal(best.content, g.content)) {
      const begins = Math.min(...best.content) !== Math.min(...g.content)
      const ends = Math.max(...best.content) !== Math.max(...g.content)
      add(begins && ends ? 'content: begins and ends elsewhere' : begins ? 'content: begins elsewhere' : 'content: ends elsewhere')
    } else if (!equal(best.source, g.source)) {
      if (g.source.size === 0) add('content right, source given where there is none')
      else if (best.source.size === 0) add('content right, source missing')
      else add(share(best.source, g.source) > 0 ? 'content right, source of other words' : 'content right, another source')
    } else add(equal(best.cue, g.cue) ? 'right as a whole' : 'content and source right, cue of other words')
  }
  for (const o of ours) if (all.every(g => share(o.content, g.content) === 0)) add('found where annotators saw nothing')
}

/** The errors as lines of text, with their shares of all gold relations. */
export const printErrors = (errors: Errors): string => {
  const relations = kinds.slice(0, -1).reduce((n, kind) => n + (errors.get(kind) ?? 0), 0)
  const line = (kind: (typeof kinds)[number]): string =>
    `  ${kind.padEnd(50)} ${((100 * (errors.get(kind) ?? 0)) / Math.max(1, relations)).toFixed(1).padStart(5)}%`
  return [`what becomes of ${relations} gold relations`, ...kinds.map(line)].join('\n')
}
