import { isHonorific } from '../mention/index.ts'
import { type Entity, isLone } from './entity.ts'
import type { Scene } from './scene.ts'

/** Named people of whom the text says that they are what a description says: the same noun, no other modifiers. */
const bearersOf = (byRole: ReadonlyMap<string, readonly Entity[]>, entity: Entity): Entity[] => {
  const modifiers = entity.heads.slice(0, -1)
  return (byRole.get(entity.heads.at(-1) ?? '') ?? []).filter(
    other =>
      modifiers.every(word => (other.title ?? '').toLowerCase().includes(word)) &&
      !(entity.gender && other.gender && entity.gender !== other.gender) &&
      (entity.affiliation === null ||
        (other.affiliation ?? other.title ?? '').toLowerCase().includes(entity.affiliation.toLowerCase().replace(/^the /, ''))),
  )
}

/** Named people by each of their roles; of very many of one role the first. */
const indexRoles = ({ names }: Scene): Map<string, Entity[]> => {
  const byRole = new Map<string, Entity[]>()
  for (const entity of names.entities) {
    if (entity.words.length === 0 || entity.kind !== 'person') continue
    for (const role of entity.roles) {
      const list = byRole.get(role)
      if (!list) byRole.set(role, [entity])
      else if (list.length < 50) list.push(entity)
    }
  }
  return byRole
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
const findLateName = (scene: Scene, byRole: ReadonlyMap<string, readonly Entity[]>, entity: Entity): Entity | null => {
  if (entity.kind !== 'person' || entity.identity !== 'unnamed') return null
  if (/^an? /i.test(entity.name)) {
    const again = (byRole.get(entity.heads.at(-1) ?? '') ?? []).filter(bearer => isBroughtInAgain(scene, entity, bearer))
    return again.length === 1 ? again[0] : null
  }
  const bearers = /^the /i.test(entity.name) ? bearersOf(byRole, entity) : []
  return bearers.length === 1 ? bearers[0] : null
}

/** "A spokesman denied it. … the spokesman, Jonas Fell, said": the name comes with the article of somebody already spoken of. */
const isBroughtInAgain = ({ annotated, discourse }: Scene, entity: Entity, bearer: Entity): boolean => {
  const { text, lower } = annotated.tokens
  const [place] = bearer.places
  const head = entity.heads.at(-1)
  const before = entity.places.findLast(at => at < (place ?? -1))
  if (place === undefined || before === undefined || discourse.sentence(place) - discourse.sentence(before) > 4) return false
  for (let i = Math.max(1, place - 2); i < place + 5 && i + 1 < text.length; i++)
    if (lower[i] === head && text[i + 1] === ',' && /^the$/i.test(text[i - 1])) return true
  return false
}

/** They open stories too, but are named with their office where they are named at all. */
const officers =
  /^(?:judge|magistrate|coroner|official|spokes(?:man|woman|person)|officer|doctor|expert|analyst|prosecutor|lawyer|source|inspector|investigator|detective|researcher|scientist|court|person|driver|witness)$/

/** "The head of the armed forces …" may be "General Orsk"; "A Dorn man …" is not "Deputy Renner". */
const mayBearTitle = (title: string | null, { heads }: Entity): boolean =>
  title === null || (title.split(' ').every(isHonorific) && !/^(?:man|woman|boy|girl|teenager|.*-year-old)$/.test(heads.at(-1) ?? ''))

/**
 * "A lock keeper who had pleaded for a new sluice was ignored. Walter Insley, 61, said …": the first whom the story names, in so many words and no others, is
 * whom it opened with.
 */
const findLeadPerson = (scene: Scene, byRole: ReadonlyMap<string, readonly Entity[]>, lead: Entity): Entity | null => {
  const { discourse } = scene
  const [place] = lead.places
  if (lead.kind !== 'person' || lead.identity !== 'unnamed' || lead.number === 'plural' || place === undefined || place > 3) return null
  if (!/^(?:an?|the) /i.test(lead.name) || officers.test(lead.heads.at(-1) ?? '') || bearersOf(byRole, lead).length > 0) return null
  let named: Entity | null = null
  for (const entity of scene.names.entities) {
    if (entity.kind !== 'person' || entity.words.length < 2 || entity.places.length === 0) continue
    if (named === null || entity.places[0] < named.places[0]) named = entity
  }
  if (named === null || !mayBearTitle(named.title, lead) || (lead.gender && named.gender && lead.gender !== named.gender)) return null
  const sentence = discourse.sentence(named.places[0])
  const opening = scene.annotated.sentences[sentence]?.first ?? 0
  return sentence === 0 || sentence > 5 || named.places[0] - opening > 3 ? null : named
}

const firm = /^(?:company|firm|retailer|manufacturer|giant|airline|carrier|lender|insurer|start-?up|maker)$/

/** "The streaming company announced … Spotify said": a firm told before its name is the one that the story then names again and again. */
const findLeadBody = ({ discourse, names }: Scene, entity: Entity): Entity | null => {
  const sentence = discourse.sentence(entity.places[0] ?? 0)
  const near = names.entities.filter(
    other =>
      (other.kind === 'organization' ? !other.roles.has('state') : isLone(other)) &&
      other.places.some(place => Math.abs(discourse.sentence(place) - sentence) <= 3),
  )
  near.sort((a, b) => b.places.length - a.places.length)
  return near.length > 0 && near[0].places.length > 2 && near[0].places.length > 2 * (near[1]?.places.length ?? 0) ? near[0] : null
}

const opensWithPronoun = /^(?:my|our|your|his|her|its|their) /i

const relations =
  /^(?:mother|father|mum|dad|wife|husband|widow|widower|sister|brother|son|daughter|aunt|uncle|grandmother|grandfather|niece|nephew|cousin|partner|stepfather|stepmother)$/

/** "Her mother said so. … Rosa Lindqvist, the girl’s mother, said": the only one whom the article calls so, and names later. */
const findLateRelative = ({ discourse }: Scene, byRole: ReadonlyMap<string, readonly Entity[]>, entity: Entity): Entity | null => {
  const [place] = entity.places
  const head = entity.heads.at(-1) ?? ''
  if (entity.heads.length !== 1 || !relations.test(head) || !opensWithPronoun.test(entity.name) || place === undefined) return null
  const [named, ...others] = byRole.get(head) ?? []
  return named && others.length === 0 && named !== entity.owner && (named.places[0] ?? -1) > place && discourse.sentence(named.places[0]) - discourse.sentence(place) < 12
    ? named
    : null
}

/** Takes descriptions for those whose names are told only later. */
export const joinLateNames = (scene: Scene): void => {
  const byRole = indexRoles(scene)
  const joined = new Map<Entity, Entity | null>()
  let bodies = 0
  for (const [id, finding] of scene.findings) {
    const { entity } = finding
    if (!entity || entity.words.length > 0 || (entity.owner && !opensWithPronoun.test(entity.name))) continue
    let by = joined.get(entity)
    if (by === undefined) {
      const isFirm = entity.kind === 'organization' && firm.test(entity.heads.at(-1) ?? '') && /^the /i.test(entity.name) && bodies++ < 3
      by = entity.owner
        ? findLateRelative(scene, byRole, entity)
        : isFirm
          ? findLeadBody(scene, entity)
          : (findLateRelative(scene, byRole, entity) ?? findLateName(scene, byRole, entity) ?? findLeadPerson(scene, byRole, entity))
      joined.set(entity, by)
      by?.mentions.push(...entity.mentions)
      if (by?.kind === 'person') by.affiliation ??= entity.affiliation
    }
    if (by) scene.findings.set(id, { ...finding, entity: by, by: 'late-name', considered: [entity.name] })
  }
}
