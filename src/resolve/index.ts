import { classifyMention, type Mention } from '../mention/index.ts'
import type { AnnotatedDocument } from '../model/annotation.ts'
import type { Attribution } from '../model/attribution.ts'
import type { Diagnostic } from '../model/document.ts'
import type { Reference, Resolution } from '../model/resolution.ts'
import type { Source } from '../model/source.ts'
import type { Span } from '../model/span.ts'
import { overlaps, textOf } from '../model/span.ts'
import type { Decision } from '../model/trace.ts'
import { findWithholdings } from './anonymity.ts'
import { dateSaying, referenceDay } from './dates.ts'
import type { Entity } from './entity.ts'
import { Resolver } from './resolver.ts'

/** Reads the noun phrase at `span` by itself: who is meant, as far as its own words and an appositive right after it tell. */
export const describeMention = (annotated: AnnotatedDocument, span: Span): Mention => classifyMention(annotated, span)

const maxMentions = 400

const tidyMentions = (spans: readonly Span[]): Span[] => {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end)
  const out: Span[] = []
  for (const span of sorted) {
    const last = out.at(-1)
    if (last && overlaps(last, span)) continue
    out.push({ start: span.start, end: span.end })
    if (out.length >= maxMentions) break
  }
  return out
}

/** Joins what the text says of held-back names to those who are meant: in the same sentence, or by the sentence's subject. */
const applyWithholdings = (
  annotated: AnnotatedDocument,
  attributions: readonly Attribution[],
  resolver: Resolver,
  decisions: Decision[],
): void => {
  const { text } = annotated.document
  const bySentence = new Map<number, { attribution: Attribution; entity: Entity }[]>()
  for (const attribution of attributions) {
    const finding = resolver.findings.get(attribution.id)
    if (!finding?.entity || !finding.mention) continue
    const sentence = resolver.discourse.sentenceAt(finding.mention.start)
    const list = bySentence.get(sentence) ?? []
    list.push({ attribution, entity: finding.entity })
    bySentence.set(sentence, list)
  }
  for (const { span, sentence, reason, token } of findWithholdings(annotated, attributions)) {
    const here = (bySentence.get(sentence) ?? []).filter(
      ({ entity, attribution }) => entity.words.length === 0 && !attribution.content.some(content => overlaps(content, span)),
    )
    const near = here.filter(({ entity }) => entity.kind === 'person' || entity.kind === 'group' || entity.kind === 'unknown')
    const before = near
      .filter(({ attribution }) => attribution.source.some(source => source.start <= span.start))
      .sort((a, b) => (a.attribution.source[0]?.start ?? 0) - (b.attribution.source[0]?.start ?? 0))
    const { first, last } = annotated.sentences[sentence]
    const entity = before.at(-1)?.entity ?? near[0]?.entity ?? (here.length === 0 ? resolver.subjectOf(first, Math.min(last, token)) : null)
    if (!entity || entity.words.length > 0 || entity.kind === 'outlet' || entity.kind === 'document') continue
    if (entity.owner?.kind === 'group' && here.length === 0 && entity.owner.words.length === 0) {
      entity.owner.identity = 'anonymous'
      if (reason) entity.owner.reason ??= textOf(text, reason).replace(/\s+/g, ' ')
    }
    entity.identity = 'anonymous'
    if (entity.count === null && entity.kind === 'person') entity.count = 1
    if (reason && entity.reason === null) entity.reason = textOf(text, reason).replace(/\s+/g, ' ')
    decisions.push({ about: entity.name, by: 'name-withheld', spans: reason ? [span, reason] : [span], considered: [] })
  }
}

/** One of an anonymous group is anonymous for the group's reason. */
const inheritAnonymity = (entity: Entity): void => {
  const { owner } = entity
  if (
    !owner ||
    entity.words.length > 0 ||
    owner.words.length > 0 ||
    owner.identity !== 'anonymous' ||
    (entity.kind !== 'person' && entity.kind !== 'group')
  )
    return
  if (owner.kind !== 'group' && owner.kind !== 'person') return
  entity.identity = 'anonymous'
  entity.reason ??= owner.reason
  if (entity.kind === 'person') entity.count ??= 1
}

/** "The president had assured him … The president, Stefan Malk, …": a role told before the name of the only one who bears it. */
const joinLateNames = (resolver: Resolver, attributions: readonly Attribution[]): void => {
  const entities = new Set<Entity>()
  for (const { id } of attributions) {
    const entity = resolver.findings.get(id)?.entity
    if (entity) entities.add(entity)
  }
  for (const entity of entities) {
    if (entity.words.length > 0 || entity.kind !== 'person' || entity.identity !== 'unnamed' || entity.owner || !/^the /i.test(entity.name))
      continue
    const bearers = resolver.bearersOf(entity)
    if (bearers.length !== 1) continue
    resolver.replace(entity, bearers[0])
  }
}

/** Tells who the sources of an article's attributions are, and when they spoke. */
export const resolve = (annotated: AnnotatedDocument, attributions: readonly Attribution[]): Resolution => {
  const diagnostics: Diagnostic[] = []
  const withheld: Decision[] = []
  const resolver = new Resolver(annotated, attributions)
  resolver.resolveAll(attributions)
  applyWithholdings(annotated, attributions, resolver, withheld)

  joinLateNames(resolver, attributions)
  for (const { entity } of resolver.findings.values()) if (entity) inheritAnonymity(entity)

  const entities = new Set<Entity>()
  for (const attribution of attributions) {
    const entity = resolver.findings.get(attribution.id)?.entity
    if (entity) entities.add(entity)
  }
  const mentions = new Map([...entities].map(entity => [entity, tidyMentions(entity.mentions)]))
  const ordered = [...entities].sort((a, b) => (mentions.get(a)![0]?.start ?? 0) - (mentions.get(b)![0]?.start ?? 0))
  const ids = new Map(ordered.map((entity, i) => [entity, `s${i + 1}`]))

  const sources: Source[] = ordered.map(entity => {
    const alternatives = [...entity.alternatives]
      .filter(([other]) => ids.has(other) && other !== entity)
      .map(([other, confidence]) => ({ sourceId: ids.get(other)!, confidence }))
    return {
      id: ids.get(entity)!,
      name: entity.name,
      title: entity.title,
      affiliation: entity.affiliation,
      kind: entity.kind === 'unknown' && entity.words.length > 0 ? 'person' : entity.kind,
      issuer: entity.issuer,
      identity: entity.identity,
      descriptor: entity.identity === 'named' ? null : entity.descriptor,
      count: entity.identity === 'named' ? null : entity.count,
      reason: entity.identity === 'anonymous' ? entity.reason : null,
      mentions: mentions.get(entity)!,
      alternatives,
    }
  })

  const today = referenceDay(annotated)
  const decisions: Decision[] = []
  const references: Reference[] = attributions.map(attribution => {
    const finding = resolver.findings.get(attribution.id)
    const sourceId = finding?.entity ? (ids.get(finding.entity) ?? null) : null
    if (finding)
      decisions.push({
        about: attribution.id,
        by: `resolve/${finding.by}`,
        spans: finding.mention ? [finding.mention] : [],
        considered: finding.considered,
      })
    return { attribution: attribution.id, sourceId, mention: finding?.mention ?? null, saidAt: dateSaying(annotated, attribution, today) }
  })
  return { sources, references, diagnostics, decisions: [...decisions, ...withheld] }
}
