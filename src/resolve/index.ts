import type { AnnotatedDocument } from '../model/annotation.ts'
import type { Attribution } from '../model/attribution.ts'
import type { Diagnostic } from '../model/document.ts'
import type { Reference, Resolution } from '../model/resolution.ts'
import type { Source } from '../model/source.ts'
import type { Span } from '../model/span.ts'
import { overlaps } from '../model/span.ts'
import type { Decision } from '../model/trace.ts'
import { dateSaying, referenceDay } from './dates.ts'
import { type Entity, isLone } from './entity.ts'
import { inheritAnonymity, joinLateNames } from './late.ts'
import { Scene } from './scene.ts'
import { resolveAll } from './walk.ts'
import { applyWithholdings } from './withheld.ts'

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

const kindOf = (entity: Entity): Source['kind'] => {
  const { kind, words } = entity
  if (kind !== 'unknown' && kind !== 'person') return kind
  return words.length === 0 ? kind : isLone(entity) ? 'organization' : 'person'
}

const opensWithPronoun = /^(?:my|our|your|his|her|its|their) /i

/** "Its chief executive" → "Nordwind’s chief executive": as far as the text tells whose. */
const nameOf = ({ name, words, holder }: Entity, apostrophe: string): string => {
  if (words.length > 0 || holder === null || !opensWithPronoun.test(name)) return name
  if (holder.name === '' || opensWithPronoun.test(holder.name) || (holder.words.length === 0 && holder.heads.length > 2)) return name
  return `${holder.name}${apostrophe}${holder.name.endsWith('s') ? '' : 's'}${name.slice(name.indexOf(' ')).replace(/^ own /, ' ')}`
}

/** Tells who the sources of an article's attributions are, and when they spoke. */
export const resolve = (annotated: AnnotatedDocument, attributions: readonly Attribution[]): Resolution => {
  const diagnostics: Diagnostic[] = []
  const withheld: Decision[] = []
  const scene = new Scene(annotated, attributions)
  resolveAll(scene, attributions)
  applyWithholdings(annotated, attributions, scene, withheld)

  joinLateNames(scene)
  for (const { entity } of scene.findings.values()) if (entity) inheritAnonymity(entity)

  const entities = new Set<Entity>()
  for (const attribution of attributions) {
    const entity = scene.findings.get(attribution.id)?.entity
    if (entity) entities.add(entity)
  }
  const mentions = new Map([...entities].map(entity => [entity, tidyMentions(entity.mentions)]))
  const ordered = [...entities].sort((a, b) => (mentions.get(a)![0]?.start ?? 0) - (mentions.get(b)![0]?.start ?? 0))
  const ids = new Map(ordered.map((entity, i) => [entity, `s${i + 1}`]))

  const apostrophe = annotated.document.text.includes('’') ? '’' : "'"
  const sources: Source[] = ordered.map(entity => {
    const alternatives = [...entity.alternatives]
      .filter(([other]) => ids.has(other) && other !== entity)
      .map(([other, confidence]) => ({ sourceId: ids.get(other)!, confidence }))
    return {
      id: ids.get(entity)!,
      name: nameOf(entity, apostrophe),
      title: entity.title,
      affiliation: entity.affiliation !== null && opensWithPronoun.test(entity.affiliation) ? null : entity.affiliation,
      kind: kindOf(entity),
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
    const finding = scene.findings.get(attribution.id)
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
