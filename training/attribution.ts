import { type CueLexicon, cueOrNot, levelOf, listCandidates, weighCues } from '../src/attribute/candidates.ts'
import { confidenceFeatures } from '../src/attribute/confidence.ts'
import type { Draft } from '../src/attribute/draft.ts'
import { draftSpans } from '../src/attribute/drafts.ts'
import { edgeChoice } from '../src/attribute/edges.ts'
import { extractFeatures } from '../src/attribute/features.ts'
import { candidatesFor, lineUp } from '../src/attribute/link.ts'
import { type RoleSpan, spansOfLabels } from '../src/attribute/spans.ts'
import type { Tagged } from '../src/attribute/tags.ts'
import { allTokens, type CueLevels, encodeColumns, type View, viewTokens } from '../src/attribute/view.ts'
import { type Choice, type ChoiceExample, trainChoice } from '../src/learn/choice.ts'
import { type Crf, gatherFeatures } from '../src/learn/crf.ts'
import { type Example, trainCrf } from '../src/learn/crf-training.ts'
import { hashString } from '../src/learn/hash.ts'
import { type Logistic, trainLogistic } from '../src/learn/logistic.ts'
import { gatherColumns } from '../src/learn/templates.ts'
import type { AnnotatedDocument } from '../src/model/annotation.ts'
import type { GoldArticle, GoldAttribution } from './corpus.ts'

/** An article with our annotation and each annotator's reading. */
export interface ReadArticle {
  readonly gold: GoldArticle
  readonly annotated: AnnotatedDocument
}

export interface TrainingArticle extends ReadArticle {
  /** How likely each word is a cue, by a model that has not seen the article. */
  readonly levels: CueLevels
}

const roleBegin = { source: 1, cue: 3, content: 5 } as const

/** The positions of the first token at or after a character offset; by halving. */
const firstTokenAfter = (annotated: AnnotatedDocument, offset: number): number => {
  const { end } = annotated.tokens
  let low = 0
  let high = end.length
  while (low < high) {
    const mid = (low + high) >> 1
    if (end[mid] <= offset) low = mid + 1
    else high = mid
  }
  return low
}

const tokensOf = (annotated: AnnotatedDocument, pairs: readonly (readonly [number, number])[]): number[] => {
  const out: number[] = []
  for (const [from, to] of pairs)
    for (let i = firstTokenAfter(annotated, from); i < annotated.tokens.start.length && annotated.tokens.start[i] < to; i++) out.push(i)
  return out
}

/** One reading as labels; where roles overlap the cue wins over the source, the source over the content. */
export const labelReading = (annotated: AnnotatedDocument, attributions: readonly GoldAttribution[]): Uint8Array => {
  const labels = new Uint8Array(annotated.tokens.start.length)
  for (const role of ['content', 'source', 'cue'] as const)
    for (const a of attributions)
      for (const pair of a[role]) {
        const tokens = tokensOf(annotated, [pair])
        for (let k = 0; k < tokens.length; k++) labels[tokens[k]] = roleBegin[role] + (k === 0 ? 0 : 1)
      }
  for (let i = 0; i < labels.length; i++)
    if (labels[i] > 0 && labels[i] % 2 === 0 && (i === 0 || (labels[i - 1] !== labels[i] && labels[i - 1] !== labels[i] - 1))) labels[i]--
  return labels
}

const functionWords = new Set(
  'the a an of to in on at be have do not will would that and as with for by from it he she they his her their also could can may who out up we i you this what but if or more than so then there about when'.split(
    ' ',
  ),
)

/** How often each lemma is part of a cue where it is not inside a content, whose own cues nobody marked; in levels of 1 to 7. */
export const buildLexicon = (articles: readonly ReadArticle[]): CueLexicon => {
  const counts = new Map<string, { cue: number; all: number }>()
  for (const { gold, annotated } of articles)
    for (const reading of gold.annotations) {
      const labels = labelReading(annotated, reading.attributions)
      for (let i = 0; i < labels.length; i++) {
        if (labels[i] >= roleBegin.content) continue
        const lemma = annotated.tokens.lemma[i]
        let count = counts.get(lemma)
        if (!count) {
          count = { cue: 0, all: 0 }
          counts.set(lemma, count)
        }
        count.all++
        if (labels[i] === 3 || labels[i] === 4) count.cue++
      }
    }
  const lexicon = new Map<number, number>()
  for (const [lemma, { cue, all }] of counts) {
    if (cue < 2 || functionWords.has(lemma) || !/[a-z]/.test(lemma)) continue
    const share = cue / (all + 2)
    lexicon.set(hashString(lemma), levelOf(share))
  }
  return lexicon
}

export const wholeView = ({ annotated, levels }: TrainingArticle): View =>
  viewTokens(annotated, encodeColumns(annotated), levels, allTokens(annotated), new Set())

/** Trains what tells where a word of the lexicon is a cue; contents, whose own cues nobody marked, are left out. */
export const trainCueing = (articles: readonly ReadArticle[], cues: CueLexicon): Choice =>
  trainChoice(
    articles.flatMap(({ gold, annotated }) => {
      const { tokens, width, fill } = listCandidates(annotated, encodeColumns(annotated), cues)
      const features = gatherColumns(tokens.length, width, fill)
      return gold.annotations.flatMap(reading => {
        const labels = labelReading(annotated, reading.attributions)
        return [...tokens].flatMap((token, c) => {
          const label = labels[token]
          if (label >= roleBegin.content) return []
          const row = features.subarray(c * width, (c + 1) * width)
          return [{ candidates: cueOrNot(row), right: label === roleBegin.cue || label === roleBegin.cue + 1 ? 0 : 1 }]
        })
      })
    }),
    { bits: 16, epochs: 8, rate: 0.03, l2: 1e-4, seed: 1 },
  )

/** An article with its words weighed as cues. */
export const weighWith = (article: ReadArticle, cues: CueLexicon, cueing: Choice): TrainingArticle => ({
  ...article,
  levels: weighCues(article.annotated, encodeColumns(article.annotated), cues, cueing),
})

/** The same articles with their words weighed as cues by models that were trained on the other folds. */
export const weighArticles = (articles: readonly ReadArticle[], folds: number): TrainingArticle[] => {
  const out: TrainingArticle[] = []
  for (let fold = 0; fold < folds; fold++) {
    const rest = articles.filter((_, i) => i % folds !== fold)
    const cues = buildLexicon(rest)
    const cueing = trainCueing(rest, cues)
    for (let i = fold; i < articles.length; i += folds) out[i] = weighWith(articles[i], cues, cueing)
  }
  return out
}

export interface TaggerOptions {
  readonly unaryBits: number
  readonly rowBits: number
  readonly pairBits: number
  readonly epochs: number
  readonly rate: number
  readonly l2: number
  readonly stretch: number
  readonly dropout: number
  readonly seed: number
}

/** What the shipped tagger is trained with; chosen on the training articles (`training/validate.ts`). */
export const taggerOptions: TaggerOptions = {
  unaryBits: 21,
  rowBits: 16,
  pairBits: 12,
  epochs: 9,
  rate: 0.02,
  l2: 1e-5,
  stretch: 0.85,
  dropout: 0.3,
  seed: 1,
}

/** Trains the role tagger; an article counts once for each annotator's reading. */
export const trainRoles = (
  articles: readonly TrainingArticle[],
  options: TaggerOptions,
  onEpoch?: (epoch: number, crf: Crf) => void,
): Crf => {
  const examples: Example[] = articles.flatMap(article => {
    const { gold, annotated } = article
    const features = gatherFeatures(extractFeatures(wholeView(article)))
    return gold.annotations.map(reading => ({ features, labels: labelReading(annotated, reading.attributions) }))
  })
  return trainCrf(examples, {
    ...options,
    onEpoch: (epoch, _, crf) => onEpoch?.(epoch, crf),
  })
}

/** The choices that a reading says are right, over found or gold spans. */
const linkExamples = (
  view: View,
  annotated: AnnotatedDocument,
  spans: readonly RoleSpan[],
  attributions: readonly GoldAttribution[],
): ChoiceExample[] => {
  const owner = { source: new Map<number, number[]>(), cue: new Map<number, number[]>(), content: new Map<number, number[]>() }
  attributions.forEach((a, k) => {
    for (const role of ['source', 'cue', 'content'] as const)
      for (const t of tokensOf(annotated, a[role])) {
        const list = owner[role].get(t)
        if (list) list.push(k)
        else owner[role].set(t, [k])
      }
  })
  const owners = (x: number): number[] => {
    const votes = new Map<number, number>()
    const { role, from, to } = spans[x]
    for (let i = from; i < to; i++) for (const k of owner[role].get(view.token[i]) ?? []) votes.set(k, (votes.get(k) ?? 0) + 1)
    return [...votes].sort((p, q) => q[1] - p[1] || p[0] - q[0]).map(([k]) => k)
  }
  const examples: ChoiceExample[] = []
  const line = lineUp(view, spans)
  for (let x = 0; x < spans.length; x++) {
    if (spans[x].role === 'source') continue
    const mine = owners(x)
    if (mine.length === 0) continue
    const { candidates, features } = candidatesFor(line, x)
    const right = candidates.findIndex(c => c < 0 || owners(c).includes(mine[0]))
    if (candidates[right] < 0 && attributions[mine[0]][spans[x].role === 'content' ? 'cue' : 'source'].length > 0) continue
    examples.push({ candidates: features, right })
  }
  return examples
}

/** Trains the linker on gold spans of all articles, and on the spans that taggers found which had not seen the article. */
export const trainLinks = (
  articles: readonly TrainingArticle[],
  foundSpans: (index: number) => readonly RoleSpan[] | null,
  seed: number,
): Choice => {
  const examples = articles.flatMap((article, index) => {
    const { gold, annotated } = article
    const view = wholeView(article)
    const found = foundSpans(index)
    return gold.annotations.flatMap(reading => [
      ...linkExamples(view, annotated, spansOfLabels(labelReading(annotated, reading.attributions), null), reading.attributions),
      ...(found ? linkExamples(view, annotated, found, reading.attributions) : []),
    ])
  })
  return trainChoice(examples, { bits: 15, epochs: 6, rate: 0.1, l2: 1e-5, seed })
}

/** The gold span of the same role that shares most with a found one; undefined where none shares a token. */
const counterpart = (gold: readonly RoleSpan[], span: RoleSpan): RoleSpan | undefined => {
  let found: RoleSpan | undefined
  let most = 0
  for (const one of gold) {
    if (one.role !== span.role) continue
    const shared = Math.min(one.to, span.to) - Math.max(one.from, span.from)
    if (shared <= most) continue
    most = shared
    found = one
  }
  return found
}

/** Trains what moves the ends of spans, on what `tag` makes of the articles: taggers that had not seen them. */
export const trainEdges = (articles: readonly TrainingArticle[], tag: (index: number) => Tagged | null): Choice =>
  trainChoice(
    articles.flatMap((article, index) => {
      const tagged = tag(index)
      if (!tagged) return []
      const view = wholeView(article)
      const spans = spansOfLabels(tagged.labels, tagged.marginals)
      const readings = article.gold.annotations.map(({ attributions }) =>
        spansOfLabels(labelReading(article.annotated, attributions), null),
      )
      return spans.flatMap((span, x) =>
        (['begin', 'end'] as const).flatMap(side => {
          const choice = edgeChoice(view, spans, x, side, tagged.marginals)
          if (!choice) return []
          return readings.flatMap(gold => {
            const { from, to } = counterpart(gold, span) ?? { from: -1, to: -1 }
            const right = choice.places.indexOf(side === 'begin' ? from : to)
            return right < 0 ? [] : [{ candidates: choice.features, right }]
          })
        }),
      )
    }),
    { bits: 16, epochs: 6, rate: 0.05, l2: 3e-4, seed: 1 },
  )

/** Learns how often drafts are right by how sure tagger and linker were, from spans of taggers that had not seen the article. */
export const trainConfidence = (
  articles: readonly TrainingArticle[],
  foundSpans: (index: number) => readonly RoleSpan[],
  links: Choice,
): Logistic => {
  const examples = articles.flatMap((article, index) => {
    const { gold, annotated } = article
    const drafts = draftSpans(wholeView(article), foundSpans(index), links).filter(d => d.cue.length > 0)
    return gold.annotations.flatMap(reading =>
      drafts.map(draft => ({
        features: confidenceFeatures(draft),
        yes: reading.attributions.some(a => isRight(annotated, draft, a)),
      })),
    )
  })
  return trainLogistic(examples)
}

/** Whether a draft's content overlaps the gold's by half of both together, and the sources share a token or are both nobody. */
const isRight = (annotated: AnnotatedDocument, draft: Draft, attribution: GoldAttribution): boolean => {
  const content = new Set(tokensOf(annotated, attribution.content))
  let shared = 0
  let size = 0
  for (const { first, last } of draft.content) {
    size += last - first
    for (let t = first; t < last; t++) if (content.has(t)) shared++
  }
  if (shared < (content.size + size - shared) / 2) return false
  const source = new Set(tokensOf(annotated, attribution.source))
  if (source.size === 0 || draft.source.length === 0) return source.size === draft.source.length
  return draft.source.some(r => Array.from({ length: r.last - r.first }, (_, k) => r.first + k).some(t => source.has(t)))
}
