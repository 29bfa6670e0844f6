import { tokensOf } from '../mention/index.ts'
import type { Attribution } from '../model/attribution.ts'
import { type Entity, latestBefore } from './entity.ts'
import { type Finding, type Scene, unresolved } from './scene.ts'

/** Who says "I" here: the source of the innermost attribution around, or of a quotation that holds the token. */
export const speakerAround = (scene: Scene, attribution: Attribution, token: number): Entity | null => {
  let parent = attribution.parent ? scene.byId.get(attribution.parent) : undefined
  const quotation = scene.annotated.tokens.quotation[token] ?? -1
  while (parent) {
    const entity = scene.findings.get(parent.id)?.entity
    if (entity && (parent.kind !== 'indirect' || quotation < 0)) return entity
    if (!parent.parent) return entity ?? null
    parent = scene.byId.get(parent.parent)
  }
  if (quotation < 0) return null
  for (let marks = quotation; marks >= 0; marks = scene.annotated.quotations[marks].parent) {
    const id = scene.byQuotation.get(marks)
    if (id !== undefined && id !== attribution.id) return scene.findings.get(id)?.entity ?? null
  }
  return null
}

/** "Hana Petrov, a nurse at the clinic, described the scene. “The doors were locked.”" */
const speakerBefore = (scene: Scene, attribution: Attribution): Finding => {
  const first = tokensOf(scene.annotated, attribution.content[0]).first
  const here = scene.discourse.sentence(first)
  let named: Entity | null = null
  let spoke: Entity | null = null
  let nearer: Entity | null = null
  for (const occurrence of scene.discourse.before(first)) {
    const away = here - occurrence.sentence
    if (away > 2) break
    const { entity } = occurrence
    if (entity.kind !== 'person' && entity.kind !== 'unknown' && !(occurrence.isSource && away <= 1)) continue
    // "Nadia Wroth calls it amicable. Her brother-in-law was blunter. “She sold the cow.”"
    if (away === 1 && occurrence.isSubject && occurrence.quotation < 0 && spoke === null && entity.kind === 'person') nearer = entity
    if (occurrence.isSource) {
      if (away <= 1) nearer = null
      spoke ??= entity
    }
    if (occurrence.quotation < 0 && away <= 1 && (occurrence.isSubject || named === null) && entity.kind === 'person')
      named = occurrence.isSubject || !named ? entity : named
  }
  const sameParagraph = named && scene.discourse.paragraph(first) - scene.discourse.paragraph(latestBefore(named, first)) <= 1
  const entity = nearer ?? spoke ?? (sameParagraph ? named : null)
  return entity
    ? { entity, mention: null, by: 'sentence-before', considered: named && named !== entity ? [named.name] : [] }
    : unresolved('nobody-given')
}

const resolveBare = (scene: Scene, attribution: Attribution, siblings: readonly Attribution[]): Finding => {
  if (attribution.follows !== null) {
    const followed = scene.findings.get(attribution.follows)
    if (followed) return { ...followed, mention: null, by: 'follows' }
    const target = scene.byId.get(attribution.follows)
    if (target && target.follows !== attribution.id && target.source.length === 0)
      return { ...resolveBare(scene, { ...target, follows: null }, siblings), mention: null, by: 'follows' }
  }
  if (attribution.cue.length > 0 || attribution.kind === 'indirect') return unresolved('nobody-given')
  return speakerBefore(scene, attribution)
}

/** Attributions without source words: run-on quotations, and quotations whose speaker was brought in by the sentence before. */
export const resolveEmpty = (scene: Scene, attributions: readonly Attribution[]): void => {
  for (const attribution of attributions) {
    if (scene.findings.has(attribution.id)) continue
    scene.findings.set(attribution.id, resolveBare(scene, attribution, attributions))
  }
}
