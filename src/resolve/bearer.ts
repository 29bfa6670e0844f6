import { numberWords } from '../lexicon/en/numbers.ts'
import { organizationNameWords } from '../lexicon/en/organization-nouns.ts'
import { pronounForms } from '../lexicon/en/pronouns.ts'
import { classifyMention, type Mention, parsePhrase, tokensOf } from '../mention/index.ts'
import { createEntity, type Entity, enrich, isLone, makeBody } from './entity.ts'
import { rankReadings } from './pronoun.ts'
import { pointsBack, rankBearers } from './roles.ts'
import type { Finding, Scene } from './scene.ts'

const isSameName = (a: string, b: string): boolean => a.length === b.length && (a === b || a.toLowerCase() === b.toLowerCase())

/** "Prisma published photographs. The magazine claims …": a name that nothing told to be an outlet's. */
const loneBefore = (scene: Scene, token: number): Entity | null => {
  const here = scene.discourse.sentence(token)
  for (const { entity, sentence, isSubject } of scene.discourse.before(token)) {
    if (here - sentence > 1) break
    if (!isSubject || entity.words.length === 0 || entity.words.length > 3) continue
    if (
      !isLone(entity) &&
      !(entity.kind === 'organization' && !entity.roles.has('state') && !entity.words.some(word => organizationNameWords.has(word)))
    )
      continue
    entity.kind = 'outlet'
    entity.gender = 'neuter'
    return entity
  }
  return null
}

/** Whoever a description means: somebody met before, or somebody new; null where "the" points at nobody and nothing would be gained. */
export const findBearer = (scene: Scene, mention: Mention, token: number, isSource: boolean): Entity | null => {
  if (mention.possessor !== null) {
    const same = scene.recent().findLast(entity => entity.words.length === 0 && isSameName(entity.name, mention.name))
    if (same && !/^an? /i.test(mention.name)) return same
  } else if (pointsBack(mention)) {
    const best = rankBearers(scene.discourse, mention, token, scene.recent()).find(({ entity }) => !contradicts(scene, mention, entity))
    if (!best && isSource && mention.kind === 'outlet' && mention.number === 'singular') {
      const outlet = loneBefore(scene, token)
      if (outlet) return outlet
    }
    if (best && best.score > (isSource || mention.kind === 'organization' || mention.kind === 'outlet' ? 0.4 : 1)) return best.entity
  } else if (
    mention.kind === 'organization' ||
    (mention.kind === 'group' && mention.determiner === null && mention.identity === 'unnamed')
  ) {
    const same = scene
      .recent()
      .findLast(
        entity =>
          entity.words.length === 0 &&
          entity.kind === mention.kind &&
          entity.identity === mention.identity &&
          isSameName(entity.name, mention.name),
      )
    if (same) return same
  }
  return createEntity(mention)
}

export const ownerOf = (scene: Scene, mention: Mention, token: number): Entity | null => {
  const { possessor } = mention
  if (!possessor) return null
  const { lower, start, end } = scene.annotated.tokens
  const form = pronounForms.get(lower[possessor.first])
  if (form && possessor.last - possessor.first === 1) {
    if (form.person < 3) return null
    const owner = rankReadings(scene.discourse, form, scene.placeAt(token, null))[0]?.entity ?? null
    if (owner && form.gender === 'neuter') makeBody(owner)
    return owner
  }
  for (let i = possessor.first; i < possessor.last; i++) {
    const entity = scene.names.byToken.get(i)
    if (entity) return entity
  }
  const inner = classifyMention(scene.annotated, { start: start[possessor.first], end: end[possessor.last - 1] })
  if (!inner.isRole) return null
  return rankBearers(scene.discourse, inner, token, scene.recent())[0]?.entity ?? null
}

/** "A second official" after "four officials, who asked not to be named": one of them, and as anonymous. */
const joinFellows = (scene: Scene, entity: Entity, mention: Mention): void => {
  const { text } = scene.annotated.tokens
  const { first } = tokensOf(scene.annotated, mention.span)
  if (!/^(?:another|one|second|third|fourth|other)$/i.test(text[first]) && !/^(?:second|third|fourth|other)$/.test(text[first + 1] ?? ''))
    return
  const head = mention.heads.at(-1)
  entity.owner ??=
    scene
      .recent()
      .findLast(
        other =>
          other !== entity &&
          other.words.length === 0 &&
          other.heads.at(-1) === head &&
          (other.kind === 'group' || other.kind === 'person'),
      ) ?? null
}

/** "The head of the federation" is not the head of something else: what follows the head must not differ. */
const contradicts = (scene: Scene, mention: Mention, entity: Entity): boolean => {
  const phrase = parsePhrase(scene.annotated, tokensOf(scene.annotated, mention.span))
  const { text, lower } = scene.annotated.tokens
  const { first, last } = phrase.tail
  if (first >= last || !/^(?:of|for|at|from)$/.test(text[first])) return false
  const told = `${entity.name} ${entity.title ?? ''} ${entity.affiliation ?? ''} ${entity.descriptor ?? ''}`.toLowerCase()
  for (let i = first + 1; i < Math.min(last, first + 8); i++) {
    const word = lower[i]
    // "the 34-year-old mother of three"
    if (numberWords.has(word) && i === first + 1) return false
    if (word.length > 3 && told.includes(word)) return false
  }
  return true
}

/** The body last spoken of, whose spokesman a mere "spokesman" is. */
const bodyAround = (scene: Scene, token: number): Entity | null => {
  const here = scene.discourse.sentence(token)
  let best: Entity | null = null
  for (const { entity, sentence, isSource, isSubject } of scene.discourse.before(token)) {
    if (here - sentence > 2) break
    if (entity.kind !== 'organization') continue
    if (isSource || isSubject) return entity
    best ??= entity
  }
  return best
}

const publisherEntity = (scene: Scene): Entity | null => {
  const { publisher } = scene.annotated.document.provenance
  if (!publisher) return null
  const wanted = publisher.toLowerCase().replace(/^the /, '')
  const known = scene.names.entities.find(entity => entity.words.join(' ') === wanted)
  if (known) return known
  return {
    ...createEntity({ ...classifyMention(scene.annotated, { start: 0, end: 0 }), name: publisher }),
    words: wanted.split(' '),
    kind: 'outlet',
    identity: 'named',
  }
}

const opposed = /^(?:opponent|rival|challenger|adversary|foe|counterpart)$/

/** "Her opponent": whoever else has just been speaking, where that is one named person. */
const otherSpeaker = (scene: Scene, owner: Entity, token: number): Entity | null => {
  const here = scene.discourse.sentence(token)
  const speakers = new Set<Entity>()
  const others = new Set<Entity>()
  for (const { entity, sentence, isSource } of scene.discourse.before(token)) {
    if (here - sentence > 8) break
    if (entity === owner || entity.kind !== 'person' || entity.words.length === 0) continue
    if (isSource) speakers.add(entity)
    if (here - sentence < 4) others.add(entity)
  }
  const [one, ...rest] = speakers.size > 0 ? speakers : others
  return one && rest.length === 0 ? one : null
}

export const resolveRole = (scene: Scene, mention: Mention, token: number): Finding => {
  const { span } = mention
  if (mention.isPartitive) return resolvePartitive(scene, mention, token)
  if (mention.determiner === 'this' && mention.kind === 'outlet') {
    scene.publisher ??= publisherEntity(scene)
    if (scene.publisher) return { entity: scene.publisher, mention: span, by: 'this-outlet', considered: [] }
  }
  const owner = ownerOf(scene, mention, token)
  if (owner) {
    const head = mention.heads.at(-1) ?? ''
    const before = scene
      .recent()
      .findLast(
        entity =>
          (entity.owner === owner && entity.heads.at(-1) === head) ||
          (entity.words.length > 0 && entity.roles.has(head) && isOf(entity, owner)),
      )
    if (before) {
      enrich(before, mention)
      return { entity: before, mention: span, by: 'same-owner', considered: [] }
    }
    const other = mention.number === 'singular' && opposed.test(head) && owner.kind === 'person' ? otherSpeaker(scene, owner, token) : null
    if (other) return { entity: other, mention: span, by: 'opponent', considered: [] }
    const entity = createEntity(mention)
    entity.owner = owner
    if (owner.kind === 'outlet' || owner.kind === 'organization') entity.affiliation = owner.name
    return { entity, mention: span, by: 'new-role', considered: [] }
  }
  if (pointsBack(mention) || (mention.possessor === null && mention.kind === 'organization')) {
    const ranked = rankBearers(scene.discourse, mention, token, scene.recent()).filter(
      ({ entity, score }) => score > 0.4 && !contradicts(scene, mention, entity),
    )
    const best = ranked[0]
    if (best && (pointsBack(mention) || best.score > 1.8)) {
      enrich(best.entity, mention)
      for (const { entity, score } of ranked.slice(1, 3)) if (best.score - score < 0.6) best.entity.alternatives.set(entity, 0.3)
      return { entity: best.entity, mention: span, by: 'description', considered: ranked.slice(1, 4).map(({ entity }) => entity.name) }
    }
  }
  const entity = findBearer(scene, mention, token, true) ?? createEntity(mention)
  joinFellows(scene, entity, mention)
  if (entity.affiliation === null && /^spokes(?:man|woman|person|people)$/.test(mention.heads.at(-1) ?? ''))
    entity.affiliation = bodyAround(scene, token)?.name ?? null
  enrich(entity, mention)
  return { entity, mention: span, by: 'new-role', considered: [] }
}

/** "The officials" of "one of the officials". */
const groupOf = (scene: Scene, range: { first: number; last: number }, token: number): Entity | null => {
  const { start, end } = scene.annotated.tokens
  const inner = classifyMention(scene.annotated, { start: start[range.first], end: end[range.last - 1] })
  return inner.isRole ? (rankBearers(scene.discourse, inner, token, scene.recent())[0]?.entity ?? null) : null
}

/** "One of them said": one of the group last spoken of, and as anonymous as it. */
const resolvePartitive = (scene: Scene, mention: Mention, token: number): Finding => {
  const named = mention.partOf ? groupOf(scene, mention.partOf, token) : null
  const group = named ?? rankReadings(scene.discourse, { gender: null, number: 'plural' }, scene.placeAt(token, null))[0]?.entity
  const entity = createEntity(mention)
  if (group) {
    if (mention.number === 'plural' && (mention.heads[0] === 'both' || mention.heads[0] === 'all'))
      return { entity: group, mention: mention.span, by: 'all-of-them', considered: [] }
    if (entity.identity !== 'anonymous') entity.identity = group.identity === 'anonymous' ? 'anonymous' : 'unnamed'
    entity.descriptor = group.descriptor
    entity.reason = group.reason
    entity.affiliation = group.affiliation
    entity.owner = group
  }
  return { entity, mention: mention.span, by: 'one-of-them', considered: group ? [group.name] : [] }
}

const isOf = (entity: Entity, owner: Entity): boolean => {
  if (entity.affiliation === null) return false
  const words = owner.words.length > 0 ? owner.words : owner.heads
  const last = words.at(-1)
  return last !== undefined && entity.affiliation.toLowerCase().includes(last)
}
