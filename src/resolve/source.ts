import { pronounForms } from '../lexicon/en/pronouns.ts'
import type { Mention } from '../mention/index.ts'
import { classifyMention } from '../mention/index.ts'
import type { Attribution } from '../model/attribution.ts'
import { ownerOf, resolveRole } from './bearer.ts'
import { createEntity, type Entity } from './entity.ts'
import { closeReadings, rankReadings } from './pronoun.ts'
import { type Finding, type Scene, type Task, unresolved } from './scene.ts'
import { speakerAround } from './speaker.ts'

/** "A jury heard that …", "the inquest was told": those who listen say nothing. */
const isAudience = (scene: Scene, mention: Mention, { cue }: Attribution): boolean => {
  if (!mention.isRole) return false
  const head = mention.heads.at(-1) ?? ''
  if (
    !/^(?:jury|court|inquest|tribunal|inquiry|hearing|trial|committee|mps|commission|parliament|council|meeting|judge|juror|panel)$/.test(
      head,
    )
  )
    return false
  const words = cue.map(span => scene.annotated.document.text.slice(span.start, span.end).toLowerCase()).join(' ')
  return /^(?:has |had |have )?(?:also )?(?:heard|hears|hear|was told|were told|has been told|had been told|is told|been told)\b/.test(
    words,
  )
}

/** "Hallam testified", "told the court": whoever says so may be called the witness. */
const testifies = (scene: Scene, { cue }: Attribution): boolean => {
  const { text } = scene.annotated.document
  return cue.some(({ start, end }) => {
    const words = text.slice(start, end)
    return (
      /testif|gave evidence/.test(words) ||
      (/told$/.test(words) && /^\s+(?:the|a) (?:court|jury|inquest|tribunal|trial|hearing|inquiry)\b/.test(text.slice(end, end + 24)))
    )
  })
}

/** "Its Zahrani rival al-Jisr" is what "its" is. */
const borrowKind = (scene: Scene, entity: Entity, mention: Mention, token: number): void => {
  const owner = ownerOf(scene, mention, token)
  if (owner && (owner.kind === 'outlet' || owner.kind === 'organization')) entity.kind = owner.kind
}

const relatives: ReadonlySet<string> = new Set(['who', 'which', 'that', 'whom', 'this', 'these', 'those'])

/** "The trust, which said …", "her brother, who told me …": whoever was named right before. */
const resolveRelative = (scene: Scene, mention: Mention, token: number, word: string): Finding => {
  if (/^th[ieo]s?/.test(word) && word !== 'that') return unresolved('demonstrative', mention.span)
  const sentence = scene.discourse.sentence(token)
  for (const { entity, sentence: there, span } of scene.discourse.before(token)) {
    if (there !== sentence || mention.span.start - span.end > 60) break
    const personal = entity.kind === 'person' || entity.kind === 'group' || entity.kind === 'unknown'
    if (word === 'that' || (word === 'which' ? entity.kind !== 'person' : personal))
      return { entity, mention: mention.span, by: 'relative', considered: [] }
  }
  return unresolved('relative-unresolved', mention.span)
}

const resolvePronoun = (scene: Scene, mention: Mention, token: number, attribution: Attribution): Finding => {
  const { span } = mention
  const form = pronounForms.get(scene.annotated.tokens.text[mention.core.first].toLowerCase())!
  if (form.person === 2) return unresolved('addressee', span)
  if (form.person < 3) {
    const speaker = speakerAround(scene, attribution, token)
    if (speaker) return { entity: speaker, mention: span, by: 'speaker-of-quotation', considered: [] }
    return unresolved('first-person-unknown', span)
  }
  const readings = rankReadings(scene.discourse, mention, scene.placeAt(token, attribution))
  const best = readings[0]
  if (!best || best.score < -6) return unresolved('pronoun-unresolved', span)
  if (best.entity.gender === null && mention.gender && mention.gender !== 'neuter' && best.entity.kind === 'person')
    best.entity.gender = mention.gender
  const close = closeReadings(readings)
  for (const { entity, confidence } of close)
    best.entity.alternatives.set(entity, Math.max(best.entity.alternatives.get(entity) ?? 0, confidence))
  return { entity: best.entity, mention: span, by: 'pronoun', considered: readings.slice(1, 5).map(({ entity }) => entity.name) }
}

const resolveMention = (scene: Scene, mention: Mention, token: number, attribution: Attribution): Finding => {
  const { span } = mention
  if (mention.name === '') return unresolved('empty')
  if (isAudience(scene, mention, attribution)) {
    const entity = createEntity(mention)
    entity.kind = 'unknown'
    entity.identity = 'unspecified'
    entity.count = null
    return { entity, mention: span, by: 'audience', considered: [] }
  }
  const word = scene.annotated.tokens.text[mention.core.first]?.toLowerCase() ?? ''
  if (mention.core.last - mention.core.first === 1 && relatives.has(word)) return resolveRelative(scene, mention, token, word)
  if (mention.isPronoun) return resolvePronoun(scene, mention, token, attribution)
  if (mention.isRole) return resolveRole(scene, mention, token)
  const { entity, rivals } = scene.names.find(mention)
  if (entity.kind === 'unknown' && mention.possessor) borrowKind(scene, entity, mention, token)
  for (const rival of rivals) entity.alternatives.set(rival, Math.max(entity.alternatives.get(rival) ?? 0, 0.3))
  return { entity, mention: span, by: 'name', considered: rivals.map(({ name }) => name) }
}

export const resolveTask = (scene: Scene, { token, attribution, span }: Task): void => {
  const mention = classifyMention(scene.annotated, span)
  const finding = resolveMention(scene, mention, token, attribution)
  scene.findings.set(attribution.id, finding)
  if (!finding.entity) return
  if (attribution.parent === null) scene.speakers.add(finding.entity)
  if (finding.entity.kind === 'person' && testifies(scene, attribution)) finding.entity.roles.add('witness')
  scene.note(finding.entity, token, span, true)
}
