import type { Mention } from '../mention/index.ts'
import type { Discourse } from './discourse.ts'
import { type Entity, isLone, mayBeBody, type Occurrence } from './entity.ts'
import { mayBePerson } from './register.ts'

/** A possible reading with its score. */
export interface Reading {
  readonly entity: Entity
  readonly score: number
}

/** What is known of the place where a pronoun stands. */
export interface Place {
  readonly token: number
  readonly quotation: number
  /** Who is speaking around the pronoun, and whether in quotation marks: a speaker in marks does not call himself "he". */
  readonly speaker: Entity | null
  readonly quoted: boolean
  /** Mentions in here are what the pronoun says, not who it is. */
  readonly isOwnContent: (offset: number) => boolean
}

const agrees = (entity: Entity, form: Pick<Mention, 'gender' | 'number'>): number => {
  const { kind } = entity
  if (form.gender === 'neuter')
    return kind === 'outlet' || kind === 'organization' || kind === 'document'
      ? 0.5
      : kind === 'unknown' || kind === 'group'
        ? -1.5
        : mayBeBody(entity)
          ? -5
          : Number.NaN
  if (form.number === 'plural') {
    if (kind === 'group' || entity.number === 'plural') return 1
    if (kind === 'organization' || kind === 'outlet') return -1.25
    if (kind === 'document') return entity.identity === 'unnamed' ? -0.5 : Number.NaN
    return entity.identity === 'anonymous' && entity.gender === null ? (entity.owner?.kind === 'group' ? -3 : -1.5) : Number.NaN
  }
  if (kind === 'organization' && mayBePerson(entity)) return -0.75
  if (kind !== 'person' && kind !== 'unknown') return Number.NaN
  if (entity.number === 'plural') return Number.NaN
  if (entity.gender !== null && entity.gender !== form.gender) return Number.NaN
  return (entity.gender === null ? (isLone(entity) ? -1.5 : 0) : 1) + (kind === 'person' ? 0.5 : -1) + (entity.words.length > 0 ? 0.25 : 0)
}

const near = (occurrence: Occurrence, place: Place, discourse: Discourse): number => {
  const sentences = discourse.sentence(place.token) - occurrence.sentence
  const paragraphs = discourse.paragraph(place.token) - discourse.paragraph(occurrence.token)
  let score = -sentences - 0.5 * Math.min(paragraphs, 3)
  const fading = 1 / (1 + 0.3 * sentences)
  if (occurrence.isSource) score += 2 * fading
  else if (occurrence.entity.kind === 'document') score -= 1
  else if (occurrence.entity.words.length === 0) score -= 0.75
  if (occurrence.isSubject) score += 1.5 * fading
  if (occurrence.isOblique) score -= 1
  // "In an earlier statement it said", "Its main trial …": the body speaks, not what it wrote
  if (occurrence.entity.kind === 'document' && ((sentences === 0 && occurrence.isOblique) || /^(?:its|their) /i.test(occurrence.entity.name))) score -= 2.5
  if (occurrence.quotation >= 0 && occurrence.quotation !== place.quotation) score -= place.quotation < 0 ? 2.5 : 1.5
  if (occurrence.quotation >= 0 && occurrence.quotation === place.quotation) score += 1.5
  if (sentences === 0 && !occurrence.isSubject && !occurrence.isSource) score -= 0.5
  if (place.isOwnContent(occurrence.span.start)) score -= 3
  return score
}

/** Who a third-person pronoun may be, the likeliest first. */
export const rankReadings = (discourse: Discourse, form: Pick<Mention, 'gender' | 'number'>, place: Place): Reading[] => {
  const best = new Map<Entity, number>()
  const here = discourse.sentence(place.token)
  const block = discourse.paragraph(place.token)
  let within = false
  for (const occurrence of discourse.before(place.token)) {
    const { entity } = occurrence
    if (place.quoted && entity === place.speaker) continue
    const fit = agrees(entity, form)
    if (Number.isNaN(fit)) continue
    if (occurrence.sentence === here && !place.isOwnContent(occurrence.span.start) && occurrence.quotation === place.quotation)
      within = true
    const far = within && discourse.paragraph(occurrence.token) !== block ? -2.5 : 0
    const score =
      far +
      fit +
      near(occurrence, place, discourse) +
      (!place.quoted && entity === place.speaker ? 2 : 0) +
      Math.min(1, 0.12 * entity.weight)
    if (score > (best.get(entity) ?? Number.NEGATIVE_INFINITY)) best.set(entity, score)
  }
  if (!place.quoted && place.speaker && !best.has(place.speaker)) {
    const fit = agrees(place.speaker, form)
    if (!Number.isNaN(fit)) best.set(place.speaker, fit + 1)
  }
  return [...best].map(([entity, score]) => ({ entity, score })).sort((a, b) => b.score - a.score)
}

/** Readings that were close to the best one, with the share of the weight that they have. */
export const closeReadings = (readings: readonly Reading[]): { entity: Entity; confidence: number }[] => {
  const top = readings.slice(0, 4)
  const weights = top.map(({ score }) => Math.exp(score - top[0].score))
  const sum = weights.reduce((a, b) => a + b, 0)
  return top
    .map(({ entity }, i) => ({ entity, confidence: Math.round((weights[i] / sum) * 100) / 100 }))
    .filter(({ confidence }, i) => i > 0 && confidence >= 0.2)
}
