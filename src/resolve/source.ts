import { pronounForms } from '../lexicon/en/pronouns.ts'
import type { Mention } from '../mention/index.ts'
import { classifyMention, tokensOf } from '../mention/index.ts'
import type { Attribution } from '../model/attribution.ts'
import { ownerOf, resolveRole } from './bearer.ts'
import { createEntity, type Entity } from './entity.ts'
import { isExpletive } from './expletive.ts'
import { bearerOfLabel, isLabel } from './label.ts'
import { nameInCue, officeOf, resolveName } from './namesake.ts'
import { resolvePronoun } from './personal.ts'
import { rankReadings } from './pronoun.ts'
import { relatives, resolveRelative } from './relative.ts'
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

const nobody = (mention: Mention): Entity => ({
  ...createEntity(mention),
  kind: 'unknown',
  identity: 'unspecified',
  count: null,
})
const views: ReadonlySet<string> = new Set(
  'advice answer argument belief bet complaint conclusion defence defense excuse explanation fear guess hope message opinion plea point position reply response theory verdict view warning worry'.split(
    ' ',
  ),
)

/** "Thorne's complaint is that …": Thorne says so. */
const isOwnersView = (scene: Scene, mention: Mention, { cue }: Attribution): boolean => {
  if (!mention.isRole || mention.possessor === null || !views.has(mention.heads.at(-1) ?? '') || cue.length === 0) return false
  return /^(?:is|was|has been|had been|remains)$/.test(scene.annotated.document.text.slice(cue[0].start, cue[0].end))
}

const resolveMention = (scene: Scene, mention: Mention, token: number, attribution: Attribution): Finding => {
  const { span } = mention
  if (mention.name === '') return unresolved('empty')
  if (isAudience(scene, mention, attribution)) {
    return { entity: nobody(mention), mention: span, by: 'audience', considered: [] }
  }
  if (isLabel(scene, attribution)) {
    const speaker = bearerOfLabel(scene, scene.annotated.document.text.slice(span.start, span.end).trim(), token)
    if (speaker) return { entity: speaker, mention: span, by: 'label', considered: [] }
  }
  if (isExpletive(scene.annotated.document.text, mention, attribution)) return unresolved('expletive')
  const { lower } = scene.annotated.tokens
  const word = lower[tokensOf(scene.annotated, span).first] ?? ''
  if (relatives.has(word) && (word !== 'that' || mention.span.end - mention.span.start < 6))
    return resolveRelative(scene, mention, token, word)
  if (
    /^(?:this|these|those)$/.test(word) &&
    mention.core.last - mention.core.first === 1 &&
    mention.isRole &&
    word === lower[mention.core.first]
  )
    return unresolved('demonstrative', span)
  if (isOwnersView(scene, mention, attribution)) {
    const owner = ownerOf(scene, mention, token)
    if (owner) return { entity: owner, mention: span, by: 'owner', considered: [] }
  }
  if (mention.isPronoun) return resolvePronoun(scene, mention, token, attribution)
  if (mention.isRole && mention.kind === 'unknown') {
    const known = scene.names.known(mention.heads)
    if (known) return { entity: known, mention: span, by: 'name', considered: [] }
  }
  const office = officeOf(scene, mention)
  if (office) return { entity: office, mention: span, by: 'name', considered: [] }
  const beside = nameInCue(scene, mention, attribution)
  if (beside) return { entity: scene.names.find(beside).entity, mention: span, by: 'name', considered: [] }
  if (mention.isRole) return resolveRole(scene, mention, token)
  return resolveName(scene, mention, token, attribution)
}

/** "Kit Rowe’s widow, Marta, said", "Kit Rowe and his aides said": Kit Rowe is in mind, too. */
const noteOwner = (scene: Scene, mention: Mention, token: number): void => {
  const { possessor } = mention
  const { first } = tokensOf(scene.annotated, mention.span)
  const leader = mention.isRole && mention.kind === 'group' ? scene.names.byToken.get(first) : undefined
  if (leader?.kind === 'person') {
    const last = scene.annotated.names[scene.annotated.tokens.name[first]]?.last ?? first + 1
    if (scene.annotated.tokens.text[last] === 'and')
      scene.note(leader, first, { start: mention.span.start, end: scene.annotated.tokens.end[last - 1] }, true)
  }
  if (!possessor || possessor.last - possessor.first > 6) return
  const { start, end } = scene.annotated.tokens
  const owner = ownerOf(scene, mention, token)
  if (owner) scene.note(owner, possessor.first, { start: start[possessor.first], end: end[possessor.last - 1] }, false)
}

/** Whom the pronoun stands for that opens a description: "her daughter’s teacher", "my brother". */
const findHolder = (scene: Scene, entity: Entity, token: number, attribution: Attribution): Entity | null => {
  if (entity.words.length > 0) return null
  const form = pronounForms.get(entity.name.slice(0, entity.name.indexOf(' ')).toLowerCase())
  if (!form) return null
  if (form.person === 1) return speakerAround(scene, attribution, token)
  return form.person === 2 ? null : (rankReadings(scene.discourse, form, scene.placeAt(token, attribution))[0]?.entity ?? null)
}

export const resolveTask = (scene: Scene, { token, attribution, span }: Task): void => {
  const mention = classifyMention(scene.annotated, span)
  // "A spokesman said it was late and believes it is lost": one spokesman, who speaks twice
  const before = scene.read.get(span.start)
  const again = before && before.mention?.end === span.end && before.entity?.words.length === 0 ? before : null
  const finding = again ?? resolveMention(scene, mention, token, attribution)
  if (finding.mention) scene.read.set(span.start, finding)
  scene.findings.set(attribution.id, finding)
  if (!finding.entity) return
  if (finding.entity.holder === null) {
    const holder =
      finding.by === 'new-role' &&
      finding.entity.owner !== null &&
      mention.possessor !== null &&
      mention.possessor.last - mention.possessor.first === 1
        ? finding.entity.owner
        : findHolder(scene, finding.entity, token, attribution)
    if (holder !== finding.entity) finding.entity.holder = holder
  }
  if (finding.by === 'author') {
    finding.entity.mentions.push(span)
    return
  }
  if (attribution.parent === null) scene.speakers.add(finding.entity)
  if (finding.entity.kind === 'person' && testifies(scene, attribution)) finding.entity.roles.add('witness')
  if (isLabel(scene, attribution)) {
    if (finding.entity.kind === 'person') finding.entity.roles.add('speaker')
    scene.meet(finding.entity, token)
    finding.entity.mentions.push(span)
  } else scene.note(finding.entity, token, span, true)
  noteOwner(scene, mention, token)
}
