import type { Choice } from '../learn/choice.ts'
import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import { draftAccordingTo, dropEnclosed, widenAccording } from './according.ts'
import { releaseAsides } from './asides.ts'
import { candidateLevel } from './candidates.ts'
import { mergeCitations, mergeQuotedAs } from './citations.ts'
import { isClaim, isSpoken } from './claims.ts'
import { draftClauses } from './clauses.ts'
import { type Draft, draftOf, sharedTokens, sizeOf } from './draft.ts'
import { applyEndings } from './endings.ts'
import { applyFrames } from './frames.ts'
import { giveHeard } from './heard.ts'
import { completeInterrupted, draftInterrupted } from './interrupted.ts'
import { draftInverted, giveInverted } from './inverted.ts'
import { linkSpans } from './link.ts'
import type { AttributionModel } from './model.ts'
import { completeClauses, draftOpenings } from './openings.ts'
import { takeInOrdered } from './orders.ts'
import { keepNear, keepToSentence, releaseForeign, splitContents } from './paragraphs.ts'
import { draftRumours } from './rumours.ts'
import { isSecondHand } from './second-hand.ts'
import type { RoleSpan } from './spans.ts'
import { draftSurveys } from './surveys.ts'
import { widenSwallowed } from './swallowed.ts'
import { tagRoles } from './tags.ts'
import { draftUtterances } from './utterances.ts'
import { type Columns, type CueLevels, type View, viewRanges, viewTokens } from './view.ts'

/** What the linker makes of a view's role spans. */
export const draftSpans = (view: View, spans: readonly RoleSpan[], links: Choice): Draft[] => {
  const rangesOf = (span: RoleSpan): TokenRange[] => viewRanges(view, span.from, span.to)
  return linkSpans(view, spans, links).map(link => {
    const content = link.contents.flatMap(k => rangesOf(spans[k]))
    const draft = draftOf(
      'tagger',
      link.source < 0 ? [] : rangesOf(spans[link.source]),
      link.cue < 0 ? [] : rangesOf(spans[link.cue]),
      content,
    )
    draft.sourceProbability = link.source < 0 ? 0 : spans[link.source].probability
    draft.cueProbability = link.cue < 0 ? 0 : spans[link.cue].probability
    draft.contentProbability = Math.min(...link.contents.map(k => spans[k].probability))
    draft.sourceLink = link.sourceProbability
    draft.contentLink = link.contentProbability
    return draft
  })
}

/** Whether all that was found of a draft is a cue and the words right before it: its subject, taken for content. */
const isSubjectOnly = ({ source, cue, content }: Draft): boolean =>
  source.length === 0 && content.every(c => c.last <= cue[0].first && cue[0].first - c.last <= 1)

/** One pass of tagger and linker over a view: the outermost attributions in it. */
export const draftView = (annotated: AnnotatedDocument, columns: Columns, view: View, model: AttributionModel): Draft[] => {
  const within = view.length === 0 ? { first: 0, last: 0 } : { first: view.token[0], last: view.token[view.length - 1] + 1 }
  const nested = within.first > 0 || within.last < annotated.tokens.start.length
  const isCue = (token: number): boolean => (model.cues.get(columns.lemma[token]) ?? 0) >= candidateLevel
  const spans = splitContents(annotated, view, releaseAsides(annotated, view, tagRoles(view, model.roles, model.edges, nested)))
  const drafts = draftSpans(view, spans, model.links)
  for (const draft of drafts) {
    keepNear(annotated, draft)
    releaseForeign(annotated, draft, isCue)
    if (nested) keepToSentence(annotated, draft)
  }
  const tagged = drafts.filter(
    draft =>
      draft.cue.length > 0 && !(nested && (isSubjectOnly(draft) || (draft.source.length === 0 && draft.cue[0].first === within.first))),
  )
  giveInverted(annotated, tagged)
  const ruled = [...draftAccordingTo(annotated, view, tagged), ...draftInverted(annotated, tagged, within)]
  const introduced = [...dropEnclosed(tagged, ruled).filter(d => ruled.every(r => sharedTokens(r.cue, d.cue) === 0)), ...ruled]
  introduced.push(...draftClauses(annotated, view, model.cues, introduced))
  introduced.push(...draftInterrupted(annotated, view, introduced))
  widenAccording(annotated, introduced)
  const ended = completeClauses(annotated, applyEndings(annotated, view, introduced), within)
  const cited = mergeCitations(annotated, view, mergeQuotedAs(annotated, view, ended))
  cited.push(...draftOpenings(annotated, view, cited))
  cited.push(...draftRumours(annotated, view, cited))
  cited.push(...draftSurveys(annotated, view, cited))
  const alone = drafts.filter(
    draft =>
      draft.cue.length === 0 &&
      draft.content.some(c => annotated.tokens.quotation[c.first] >= 0 && c.last - c.first > 4) &&
      cited.every(d => sharedTokens([...d.content, ...d.cue, ...d.source], draft.content) === 0),
  )
  const all = [...cited, ...alone]
  completeInterrupted(annotated, all, within)
  widenSwallowed(annotated, all)
  applyFrames(annotated, all, within, isCue)
  if (!nested) giveHeard(annotated, all)
  takeInOrdered(annotated, all)
  return all.filter(draft => isClaim(annotated, draft, nested, isCue) && (!nested || isSpoken(draft, isCue)))
}

/** Makes a draft that lies within another's content as a whole speech within that speech. */
export const placeInner = (drafts: readonly Draft[]): void => {
  for (const draft of drafts) {
    if (draft.parent || draft.source.length === 0 || draft.cue.length === 0) continue
    const own = [...draft.source, ...draft.cue, ...draft.content]
    const holds = (other: Draft): boolean =>
      other !== draft && other.parent === null && own.every(r => other.content.some(c => c.first <= r.first && r.last <= c.last))
    draft.parent = drafts.find(holds) ?? null
  }
}

const deepest = 8
/** Only sentences with a word of this level or above are looked into for speech within speech. */
const sureLevel = 6
const shortest = 4

/** The quotations that enclose all of the ranges, marks aside: speech within them counts as unquoted. */
const enclosing = (annotated: AnnotatedDocument, ranges: readonly TokenRange[]): Set<number> => {
  const outer = new Set<number>()
  for (const { first, last } of ranges) {
    for (let q = annotated.tokens.quotation[Math.min(first + 1, last - 1)]; q >= 0; q = annotated.quotations[q].parent) {
      const quotation = annotated.quotations[q]
      if (quotation.first <= first + 1 && quotation.last >= last - 1) outer.add(q)
    }
  }
  return outer
}

/**
 * Runs the tagger again over the sentences of a draft's content that hold a word of saying, and inside what it finds there. What is nobody else's speech is left
 * out, but looked into.
 */
export const draftNested = (
  annotated: AnnotatedDocument,
  columns: Columns,
  levels: CueLevels,
  parent: Draft,
  model: AttributionModel,
  depth = 1,
): Draft[] => {
  const size = sizeOf(parent.content)
  if (depth > deepest || size < shortest) return []
  const indices = new Int32Array(size)
  let whole = 0
  let n = 0
  let sentence = -1
  let sentenceFrom = 0
  let hasCue = true
  const outer = enclosing(annotated, parent.content)
  const marks = new Set([...outer].flatMap(q => [annotated.quotations[q].first, annotated.quotations[q].last - 1]))
  const pieces = [...parent.content].sort((a, b) => a.first - b.first)
  for (const { first, last } of pieces)
    for (let i = first; i < last; i++) {
      if (i === first && annotated.tokens.lower[i] === 'that' && /^(?:IN|WDT)$/.test(annotated.tokens.tag[i])) continue
      if (marks.has(i) && annotated.tokens.quotation[i] >= 0 && /^["']+$/.test(annotated.tokens.text[i])) continue
      if (columns.sentence[i] !== sentence) {
        if (!hasCue) n = sentenceFrom
        // He said, ‘Who has seen this?’, where a sentence begins within the marks.
        const q = annotated.tokens.quotation[i]
        hasCue = hasCue && n > 0 && q >= 0 && !outer.has(q) && annotated.quotations[q].first < i
        sentence = columns.sentence[i]
        sentenceFrom = n
      }
      if (levels.here[i] >= sureLevel) hasCue = true
      indices[n++] = i
      whole++
    }
  if (!hasCue) n = sentenceFrom
  if (n < shortest) return []
  const found: Draft[] = []
  const within = { first: indices[0], last: indices[n - 1] + 1 }
  const view = viewTokens(annotated, columns, levels, indices.subarray(0, n), outer)
  const dropped: Draft[] = []
  const keep = (draft: Draft): void => {
    draft.parent = parent
    found.push(draft, ...draftNested(annotated, columns, levels, draft, model, depth + 1))
  }
  for (const draft of draftView(annotated, columns, view, model)) {
    if (sizeOf(draft.content) >= whole || draft.cue.length === 0) continue
    if (isSecondHand(annotated, draft, parent, levels, within)) keep(draft)
    else dropped.push({ ...draft, parent })
  }
  for (const draft of draftUtterances(annotated, view, found)) if (isSecondHand(annotated, draft, parent, levels, within)) keep(draft)
  for (const draft of dropped)
    for (const inner of draftNested(annotated, columns, levels, draft, model, depth + 1)) {
      if (found.some(d => sharedTokens(d.cue, inner.cue) > 0)) continue
      if (inner.parent === draft) inner.parent = parent
      found.push(inner)
    }
  return found
}
