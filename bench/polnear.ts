import type { Attribution } from '../src/model/attribution.ts'
import type { Span } from '../src/model/span.ts'
import type { GoldAttribution, SilverArticle } from '../training/corpus.ts'

type Pair = readonly [number, number]

/** An attribution as character spans, gold or found. */
export interface Relation {
  readonly source: readonly Pair[]
  readonly cue: readonly Pair[]
  readonly content: readonly Pair[]
}

/** PolNeAR's contents begin with their complementiser, ours after it. */
const withComplementiser = (text: string, { start, end }: Span): Pair => {
  const that = /\bthat,?\s+$/i.exec(text.slice(Math.max(0, start - 8), start))
  return [that ? start - that[0].length : start, end]
}

/** Its cues end with the colon that leads into what is said, ours before it. */
const withColon = (text: string, { start, end }: Span): Pair => {
  const colon = /^\s?:/.exec(text.slice(end, end + 2))
  return [start, colon ? end + colon[0].length : end]
}

const pairOf = ({ start, end }: Span): Pair => [start, end]

/** The outermost attributions of an article that have a cue, and each as a relation: what runs on from one counts to its content. */
export const outermostOf = (text: string, attributions: readonly Attribution[]): { outermost: Attribution[]; relations: Relation[] } => {
  const outermost = attributions.filter(a => a.parent === null && a.cue.length > 0)
  const contents = outermost.map(a => a.content.map(span => withComplementiser(text, span)))
  for (const a of attributions) {
    const followed = a.follows ? outermost.findIndex(b => b.id === a.follows) : -1
    if (followed >= 0) contents[followed].push(...a.content.map(pairOf))
  }
  return {
    outermost,
    relations: outermost.map((a, i) => ({
      source: a.source.map(pairOf),
      cue: a.cue.map(span => withColon(text, span)),
      content: contents[i],
    })),
  }
}

/** CoreNLP's tokens of an article, which everything is compared on. */
export interface Ruler {
  readonly start: readonly number[]
  readonly end: readonly number[]
  readonly text: string
}

export const rulerOf = (silver: SilverArticle, text: string): Ruler => ({
  start: silver.sentences.flatMap(s => s.start),
  end: silver.sentences.flatMap(s => s.end),
  text,
})

/** The tokens that character spans touch, as ranges `[first, last)`; adjacent pieces stay apart. */
const tokenRanges = (ruler: Ruler, pairs: readonly Pair[]): Pair[] => {
  const out: Pair[] = []
  for (const [from, to] of pairs) {
    let low = 0
    let high = ruler.start.length
    while (low < high) {
      const mid = (low + high) >> 1
      if (ruler.end[mid] <= from) low = mid + 1
      else high = mid
    }
    let last = low
    while (last < ruler.start.length && ruler.start[last] < to) last++
    if (last > low) out.push([low, last])
  }
  return out
}

/** The tokens that character spans touch. */
export const tokenSet = (ruler: Ruler, pairs: readonly Pair[]): Set<number> => {
  const set = new Set<number>()
  for (const [a, b] of tokenRanges(ruler, pairs)) for (let i = a; i < b; i++) set.add(i)
  return set
}

export class Tally {
  right = 0
  found = 0
  gold = 0

  /** In percent. */
  get f1(): number {
    return this.found + this.gold ? (200 * this.right) / (this.found + this.gold) : 0
  }
  get precision(): number {
    return this.found ? (100 * this.right) / this.found : 0
  }
  get recall(): number {
    return this.gold ? (100 * this.right) / this.gold : 0
  }
}

export const roles = ['source', 'cue', 'content'] as const
export const thresholds = ['0.3', '0.8', 'IoU .5', 'exact'] as const
export const forms = ['direct', 'indirect', 'mixed', 'no source'] as const

export interface Figures {
  readonly exact: Record<(typeof roles)[number], Tally>
  readonly relation: Record<(typeof thresholds)[number], Tally & { speaker?: number }>
  readonly speaker: Record<(typeof thresholds)[number], number>
  /** Recall at 0.3 and 0.8 by the gold's form. */
  readonly byForm: Record<(typeof forms)[number], { gold: number; at3: number; at8: number; speaker: number }>
}

export const newFigures = (): Figures => ({
  exact: { source: new Tally(), cue: new Tally(), content: new Tally() },
  relation: { '0.3': new Tally(), '0.8': new Tally(), 'IoU .5': new Tally(), exact: new Tally() },
  speaker: { '0.3': 0, '0.8': 0, 'IoU .5': 0, exact: 0 },
  byForm: Object.fromEntries(forms.map(f => [f, { gold: 0, at3: 0, at8: 0, speaker: 0 }])) as Figures['byForm'],
})

const formOf = (ruler: Ruler, gold: GoldAttribution): (typeof forms)[number] => {
  if (gold.source.length === 0) return 'no source'
  const quoted = gold.content.map(([a, b]) => /^["“'‘]/.test(ruler.text.slice(a, b)) && /["”'’][.,]?$/.test(ruler.text.slice(a, b)))
  if (quoted.every(Boolean)) return 'direct'
  return gold.content.some(([a, b]) => /["“”]/.test(ruler.text.slice(a, b))) ? 'mixed' : 'indirect'
}

const key = (ranges: readonly Pair[]): string => ranges.map(r => r.join('-')).join(' ')

/** Adds one annotator's reading of an article to the figures; gives which predictions are right: content with intersection over union of at least .5, and source. */
export const scoreReading = (
  figures: Figures,
  ruler: Ruler,
  goldAttributions: readonly GoldAttribution[],
  predicted: readonly Relation[],
): ReadonlySet<number> => {
  const right = new Set<number>()
  const gold = goldAttributions.filter(g => g.content.length > 0)
  for (const role of roles) {
    const a = new Set(gold.flatMap(g => tokenRanges(ruler, g[role]).map(r => r.join('-'))))
    const b = new Set(predicted.flatMap(p => tokenRanges(ruler, p[role]).map(r => r.join('-'))))
    const tally = figures.exact[role]
    for (const x of b) if (a.has(x)) tally.right++
    tally.found += b.size
    tally.gold += a.size
  }
  const goldSets = gold.map(g => ({ content: tokenSet(ruler, g.content), source: tokenSet(ruler, g.source) }))
  const ours = predicted.map(p => ({ content: tokenSet(ruler, p.content), source: tokenSet(ruler, p.source) }))
  const agrees = (i: number, j: number): boolean => {
    const s = goldSets[i].source
    const t = ours[j].source
    if (s.size === 0 || t.size === 0) return s.size === t.size
    for (const x of t) if (s.has(x)) return true
    return false
  }
  const pairs: { i: number; j: number; cover: number; iou: number; exact: boolean; agrees: boolean }[] = []
  for (let i = 0; i < gold.length; i++)
    for (let j = 0; j < predicted.length; j++) {
      let both = 0
      for (const x of ours[j].content) if (goldSets[i].content.has(x)) both++
      if (both === 0) continue
      const exact = roles.every(role => key(tokenRanges(ruler, gold[i][role])) === key(tokenRanges(ruler, predicted[j][role])))
      pairs.push({
        i,
        j,
        cover: both / goldSets[i].content.size,
        iou: both / (goldSets[i].content.size + ours[j].content.size - both),
        exact,
        agrees: agrees(i, j),
      })
    }
  for (const threshold of thresholds) {
    const good = pairs.filter(p =>
      threshold === '0.3' ? p.cover > 0.3 : threshold === '0.8' ? p.cover > 0.8 : threshold === 'IoU .5' ? p.iou >= 0.5 : p.exact,
    )
    good.sort((p, q) => q.iou - p.iou || Number(q.agrees) - Number(p.agrees) || p.i - q.i || p.j - q.j)
    const usedGold = new Set<number>()
    const usedOurs = new Set<number>()
    for (const p of good) {
      if (usedGold.has(p.i) || usedOurs.has(p.j)) continue
      usedGold.add(p.i)
      usedOurs.add(p.j)
      figures.relation[threshold].right++
      if (p.agrees) figures.speaker[threshold]++
      if (p.agrees && threshold === 'IoU .5') right.add(p.j)
      const form = figures.byForm[formOf(ruler, gold[p.i])]
      if (threshold === '0.3') {
        form.at3++
        if (p.agrees) form.speaker++
      }
      if (threshold === '0.8') form.at8++
    }
    figures.relation[threshold].found += predicted.length
    figures.relation[threshold].gold += gold.length
  }
  for (const g of gold) figures.byForm[formOf(ruler, g)].gold++
  return right
}

/** The figures as lines of text. */
export const printFigures = (figures: Figures): string => {
  const n = (x: number): string => x.toFixed(1).padStart(5)
  const lines = ['exact spans      F1     P     R']
  for (const role of roles)
    lines.push(`  ${role.padEnd(10)} ${n(figures.exact[role].f1)} ${n(figures.exact[role].precision)} ${n(figures.exact[role].recall)}`)
  lines.push('relations        F1     P     R   speaker agrees')
  for (const t of thresholds) {
    const tally = figures.relation[t]
    lines.push(
      `  ${t.padEnd(10)} ${n(tally.f1)} ${n(tally.precision)} ${n(tally.recall)}   ${n((100 * figures.speaker[t]) / Math.max(1, tally.right))}`,
    )
  }
  lines.push('recall by form  0.3   0.8   speaker agrees   of')
  for (const f of forms) {
    const x = figures.byForm[f]
    const share = (k: number, of: number): string => n((100 * k) / Math.max(1, of))
    lines.push(`  ${f.padEnd(10)} ${share(x.at3, x.gold)} ${share(x.at8, x.gold)}   ${share(x.speaker, x.at3)}          ${x.gold}`)
  }
  return lines.join('\n')
}
