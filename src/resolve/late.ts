import { isHonorific } from '../mention/index.ts'
import type { Attribution } from '../model/attribution.ts'
import { type Entity, isLone } from './entity.ts'
import type { Scene } from './scene.ts'

/** Named people of whom the text says that they are what a description says: the same noun, no other modifiers. */
const bearersOf = (scene: Scene, entity: Entity): Entity[] => {
  const head = entity.heads.at(-1) ?? ''
  const modifiers = entity.heads.slice(0, -1)
  return scene.names.entities.filter(
    other =>
      other.words.length > 0 &&
      other.kind === 'person' &&
      other.roles.has(head) &&
      modifiers.every(word => (other.title ?? '').toLowerCase().includes(word)) &&
      !(entity.gender && other.gender && entity.gender !== other.gender) &&
      (entity.affiliation === null ||
        (other.affiliation ?? other.title ?? '').toLowerCase().includes(entity.affiliation.toLowerCase().replace(/^the /, ''))),
  )
}

/** Takes one for the other from now on. */
const replace = (scene: Scene, entity: Entity, by: Entity): void => {
  by.mentions.push(...entity.mentions)
  for (const [id, finding] of scene.findings)
    if (finding.entity === entity) scene.findings.set(id, { ...finding, entity: by, by: 'late-name', considered: [entity.name] })
}

/** One of an anonymous group is anonymous for the group's reason. */
export const inheritAnonymity = (entity: Entity): void => {
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
export const joinLateNames = (scene: Scene, attributions: readonly Attribution[]): void => {
  const entities = new Set<Entity>()
  for (const { id } of attributions) {
    const entity = scene.findings.get(id)?.entity
    if (entity) entities.add(entity)
  }
  for (const entity of entities) {
    if (entity.words.length > 0 || entity.kind !== 'person' || entity.identity !== 'unnamed' || entity.owner || !/^the /i.test(entity.name))
      continue
    const bearers = bearersOf(scene, entity)
    if (bearers.length !== 1) continue
    replace(scene, entity, bearers[0])
  }
}

/** They open stories too, but are named with their office where they are named at all. */
const officers =
  /^(?:judge|magistrate|coroner|official|spokes(?:man|woman|person)|officer|doctor|expert|analyst|prosecutor|lawyer|source|inspector|investigator|detective|researcher|scientist|court|person|driver|witness)$/

const isBareTitle = (title: string | null): boolean => title === null || title.split(' ').every(isHonorific)

/**
 * "A lock keeper who had pleaded for a new sluice was ignored. Walter Insley, 61, said …": the first whom the story names, in so many words and no others, is
 * whom it opened with.
 */
export const joinLeadPerson = (scene: Scene): void => {
  const { discourse } = scene
  let lead: Entity | null = null
  for (const { entity } of scene.findings.values()) {
    if (!entity || entity.words.length > 0 || entity.kind !== 'person' || entity.identity !== 'unnamed' || entity.number === 'plural')
      continue
    if (entity.owner || discourse.sentence(entity.places[0] ?? 1e9) !== 0 || !/^(?:an?|the) /i.test(entity.name)) continue
    if (officers.test(entity.heads.at(-1) ?? '') || entity.places[0] > 3) continue
    lead = entity
    break
  }
  if (lead === null || bearersOf(scene, lead).length > 0) return
  let named: Entity | null = null
  for (const entity of scene.names.entities) {
    if (entity.kind !== 'person' || entity.words.length < 2 || entity.places.length === 0) continue
    if (named === null || entity.places[0] < named.places[0]) named = entity
  }
  if (named === null || !isBareTitle(named.title)) return
  const sentence = discourse.sentence(named.places[0])
  const opening = scene.annotated.sentences[sentence]?.first ?? 0
  if (sentence === 0 || sentence > 5 || named.places[0] - opening > 3) return
  if (lead.gender && named.gender && lead.gender !== named.gender) return
  replace(scene, lead, named)
}

/** "The streaming company announced … Spotify said": a firm told before its name is the only one that the story then names. */
export const joinLeadBody = (scene: Scene): void => {
  const { discourse } = scene
  for (const { entity } of scene.findings.values()) {
    if (!entity || entity.words.length > 0 || entity.kind !== 'organization' || entity.owner || !/^the /i.test(entity.name)) continue
    if (!/^(?:company|firm|retailer|manufacturer|giant|airline|carrier|lender|insurer|start-?up|maker)$/.test(entity.heads.at(-1) ?? ''))
      continue
    const sentence = discourse.sentence(entity.places[0] ?? 0)
    const near = scene.names.entities.filter(
      other =>
        (other.kind === 'organization' ? !other.roles.has('state') : isLone(other)) &&
        other.places.some(place => Math.abs(discourse.sentence(place) - sentence) <= 3),
    )
    near.sort((a, b) => b.places.length - a.places.length)
    if (near.length > 0 && near[0].places.length > 2 && near[0].places.length > 2 * (near[1]?.places.length ?? 0))
      replace(scene, entity, near[0])
  }
}
