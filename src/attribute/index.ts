import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import type { Attribution } from '../model/attribution.ts'
import type { Span } from '../model/span.ts'
import type { Decision } from '../model/trace.ts'
import { kindOf, setBoundaries } from './boundaries.ts'
import { weighCues } from './candidates.ts'
import { isPhrase } from './claims.ts'
import { confidenceOf } from './confidence.ts'
import { type Draft, firstToken, sharedTokens } from './draft.ts'
import { draftNested, draftView, placeInner } from './drafts.ts'
import { findHedges } from './hedges.ts'
import type { AttributionModel } from './model.ts'
import { refusesAnswer } from './non-answer.ts'
import { completeQuotations, draftQuotations } from './quotations.ts'
import { type AttributionResult, joinResults } from './result.ts'
import { findStance } from './stance.ts'
import { cutStretches } from './stretches.ts'
import { draftTurns } from './transcripts.ts'
import { allTokens, encodeColumns, viewTokens } from './view.ts'

export { type AttributionModel, decodeAttributionModel } from './model.ts'
export type { AttributionResult } from './result.ts'

/**
 * Finds who says what: source, cue and content of every attribution, speech within speech included, in text order.
 * Who the source is, is not asked here.
 */
export const attribute = (annotated: AnnotatedDocument, model: AttributionModel): AttributionResult =>
  joinResults(cutStretches(annotated).map(stretch => attributeStretch(stretch, model)))

const attributeStretch = (annotated: AnnotatedDocument, model: AttributionModel): AttributionResult => {
  const columns = encodeColumns(annotated)
  const levels = weighCues(annotated, columns, model.cues, model.cueing)
  const turns = draftTurns(annotated)
  const found = draftView(annotated, columns, viewTokens(annotated, columns, levels, allTokens(annotated), new Set()), model)
  const turned = turns.flatMap(t => t.content)
  const drafts = completeQuotations(annotated, [...turns, ...found.filter(draft => sharedTokens(draft.content, turned) === 0)])
  drafts.push(...draftQuotations(annotated, drafts))
  placeInner(drafts)
  const all = drafts.flatMap(draft => {
    const placed = drafts.filter(d => d.parent === draft)
    const nested = draftNested(annotated, columns, levels, draft, model)
    return [draft, ...nested.filter(n => placed.every(d => d !== n.parent && sharedTokens(d.cue, n.cue) === 0))]
  })
  return finish(annotated, all, model)
}

const spanOf = ({ tokens }: AnnotatedDocument, range: TokenRange): Span => ({
  start: tokens.start[range.first],
  end: tokens.end[range.last - 1],
})

/** What is less likely than this to be right is left out. */
const leastConfidence = 0.15
/** The same for what holds no verb: “he played down the row” tells little, and is often no speech at all. */
const leastOfPhrase = 0.4

const finish = (annotated: AnnotatedDocument, drafts: readonly Draft[], model: AttributionModel): AttributionResult => {
  for (const draft of drafts) {
    setBoundaries(annotated, draft)
    keepWithin(draft)
  }
  const dropped = new Set(
    drafts.filter(
      d =>
        d.content.length === 0 ||
        refusesAnswer(annotated, d.cue, d.content) ||
        confidenceOf(d, model.confidence) < (isPhrase(annotated, d) ? leastOfPhrase : leastConfidence),
    ),
  )
  const kept = drafts.filter(d => !dropped.has(d)).sort((a, b) => firstToken(a) - firstToken(b) || depthOf(a) - depthOf(b))
  const ids = new Map(kept.map((draft, k) => [draft, `a${k + 1}`]))
  const attributions = kept.map((draft): Attribution => {
    const spans = (ranges: readonly TokenRange[]): Span[] => ranges.map(r => spanOf(annotated, r)).sort((a, b) => a.start - b.start)
    const source = spans(draft.source)
    const cue = spans(draft.cue)
    const content = spans(draft.content)
    return {
      id: ids.get(draft)!,
      parent: idOfNearest(draft.parent, ids, d => d.parent),
      follows: idOfNearest(draft.follows, ids, d => d.follows),
      source,
      cue,
      content,
      kind: kindOf(annotated, draft),
      stance: findStance(annotated, cue, content, source),
      hedges: findHedges(annotated, content, cue),
      confidence: Math.round(1000 * confidenceOf(draft, model.confidence)) / 1000,
    }
  })
  const decisions = kept.map(
    (draft, k): Decision => ({
      about: `a${k + 1}`,
      by: draft.by,
      spans: [...attributions[k].cue, ...attributions[k].source],
      considered: [],
    }),
  )
  return { attributions, decisions }
}

/** Speech within speech has its content from what holds it; setting boundaries may have reached for a word before it. */
const keepWithin = (draft: Draft): void => {
  if (draft.parent === null || draft.parent.content.length === 0) return
  const first = Math.min(...draft.parent.content.map(piece => piece.first))
  const last = Math.max(...draft.parent.content.map(piece => piece.last))
  draft.content = draft.content
    .map(piece => ({ first: Math.max(piece.first, first), last: Math.min(piece.last, last) }))
    .filter(piece => piece.first < piece.last)
}

const depthOf = (draft: Draft): number => (draft.parent ? depthOf(draft.parent) + 1 : 0)

const idOfNearest = (draft: Draft | null, ids: ReadonlyMap<Draft, string>, next: (d: Draft) => Draft | null): string | null => {
  for (let d = draft; d; d = next(d)) {
    const id = ids.get(d)
    if (id) return id
  }
  return null
}
