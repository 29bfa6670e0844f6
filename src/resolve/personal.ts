import { pronounForms } from '../lexicon/en/pronouns.ts'
import type { Mention } from '../mention/index.ts'
import type { Attribution } from '../model/attribution.ts'
import { type Entity, makeBody, makePerson } from './entity.ts'
import { closeReadings, rankReadings } from './pronoun.ts'
import { type Finding, type Scene, unresolved } from './scene.ts'
import { speakerAround } from './speaker.ts'

/** Whom the piece is about, where a page of it has called her nothing but "she". */
const mainPerson = (scene: Scene, form: { gender: Mention['gender']; number: Mention['number'] }, token: number): Entity | null => {
  if (form.gender !== 'male' && form.gender !== 'female') return null
  let best: Entity | null = null
  for (const entity of scene.recent())
    if (entity.kind === 'person' && entity.words.length > 0 && entity.gender === form.gender && (entity.places[0] ?? token) < token)
      if (best === null || entity.weight > best.weight) best = entity
  return best && best.weight > 2 ? best : null
}

/** “I signed it,” he admitted. Rufus Clarke rarely admits anything: a piece may open with somebody whom it names a sentence later. */
const nextPerson = (scene: Scene, form: { gender: Mention['gender']; number: Mention['number'] }, token: number): Entity | null => {
  if (form.gender !== 'male' && form.gender !== 'female') return null
  const { names, sentences } = scene.annotated
  const limit = sentences[Math.min(scene.discourse.sentence(token) + 1, sentences.length - 1)]?.last ?? 0
  for (const { first } of names) {
    if (first <= token) continue
    if (first >= limit) return null
    const entity = scene.names.byToken.get(first)
    if (entity?.kind !== 'person' || (entity.gender !== null && entity.gender !== form.gender)) continue
    entity.gender = form.gender
    return entity
  }
  return null
}

/** Whether a quotation mark opens or closes in the paragraph before: "I" may then be somebody else's. */
const isNearMarks = (scene: Scene, offset: number): boolean => {
  const { text } = scene.annotated.document
  return /["“”‘«»]/.test(text.slice(Math.max(text.lastIndexOf('\n', offset), offset - 2000, 0), offset))
}

/** Who a personal pronoun is that stands for a source. */
export const resolvePronoun = (scene: Scene, mention: Mention, token: number, attribution: Attribution): Finding => {
  const { span } = mention
  const form = pronounForms.get(mention.name.toLowerCase().split(' ')[0])!
  if (form.person === 2) return unresolved('addressee', span)
  if (form.person < 3) {
    const speaker = speakerAround(scene, attribution, token)
    if (speaker) return { entity: speaker, mention: span, by: 'speaker-of-quotation', considered: [] }
    const author = form.number === 'singular' && !isNearMarks(scene, span.start) ? scene.author() : null
    return author ? { entity: author, mention: span, by: 'author', considered: [] } : unresolved('first-person-unknown', span)
  }
  const readings = rankReadings(scene.discourse, mention, scene.placeAt(token, attribution))
  const best = readings[0]
  if (!best || best.score < -6) {
    const main = mainPerson(scene, form, token)
    if (main) return { entity: main, mention: span, by: 'main-person', considered: [] }
    const next = readings.length === 0 ? nextPerson(scene, form, token) : null
    return next ? { entity: next, mention: span, by: 'named-next', considered: [] } : unresolved('pronoun-unresolved', span)
  }
  if (best.entity.kind === 'organization' && mention.gender !== 'neuter' && mention.number === 'singular') makePerson(best.entity)
  if (mention.gender === 'neuter') makeBody(best.entity)
  if (best.entity.gender === null && mention.gender && mention.gender !== 'neuter' && best.entity.kind === 'person')
    best.entity.gender = mention.gender
  const close = closeReadings(readings)
  for (const { entity, confidence } of close)
    best.entity.alternatives.set(entity, Math.max(best.entity.alternatives.get(entity) ?? 0, confidence))
  return { entity: best.entity, mention: span, by: 'pronoun', considered: readings.slice(1, 5).map(({ entity }) => entity.name) }
}
