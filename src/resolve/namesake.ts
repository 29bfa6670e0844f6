import { classifyMention, type Mention, tokensOf } from '../mention/index.ts'
import type { Attribution } from '../model/attribution.ts'
import { ownerOf } from './bearer.ts'
import type { Entity } from './entity.ts'
import type { Finding, Scene } from './scene.ts'

/** "Its Zahrani rival al-Jisr" is what "its" is; "its manager, Cosima Reyl," works there. */
const borrowFromOwner = (scene: Scene, entity: Entity, mention: Mention, token: number): void => {
  if (entity.affiliation !== null && entity.kind !== 'unknown') return
  const owner = ownerOf(scene, mention, token)
  if (!owner || (owner.kind !== 'outlet' && owner.kind !== 'organization')) return
  const peer = /\b(?:rival|partner|ally|competitor|sister|parent|owner|subsidiary)\b/.test(mention.title ?? '')
  if (entity.kind === 'unknown' || (peer && entity.kind === 'person' && entity.gender === null && entity.words.length === 1)) {
    entity.kind = owner.kind
    entity.title = null
  } else if (entity.kind === 'person') entity.affiliation = owner.name
}

/** "Karvenia said it had withdrawn": a lone name that calls itself "it" is no person. */
const tellByContent = (scene: Scene, entity: Entity, { content }: Attribution): void => {
  if (entity.kind !== 'person' || entity.gender !== null || entity.words.length !== 1 || entity.title !== null || !content[0]) return
  const { text } = scene.annotated.document
  const opening = text.slice(content[0].start, content[0].start + 24)
  if (!/^(?:its|it (?:also |now )?(?:had|has|would|will|could|did|does|plans|expects|intends|aims|cannot|can))\b/.test(opening)) return
  entity.kind = 'organization'
  entity.gender = 'neuter'
}
/** "The website" before "nachtblick reported": the name that is written small was taken for a part of the cue. */
export const nameInCue = (scene: Scene, mention: Mention, { cue }: Attribution): Mention | null => {
  if (!mention.isRole || mention.kind !== 'outlet' || mention.determiner !== 'the' || mention.number === 'plural') return null
  const { text, tag, start, end } = scene.annotated.tokens
  const { first, last } = tokensOf(scene.annotated, mention.span)
  const piece = cue[0]
  if (!piece || last - first !== 2 || start[last] !== piece.start || end[last] >= piece.end || /^(?:MD|VB[DZ])/.test(tag[last])) return null
  const wider = classifyMention(scene.annotated, { start: mention.span.start, end: end[last] })
  return wider.isRole || /^(?:has|had|have|is|was|first|also|then|itself)$/.test(text[last]) ? null : wider
}

/** "Speaking for the Cheese Council, Ambrose Keel said": whom somebody speaks for. */
const spokenFor = (scene: Scene, token: number): string | null => {
  const { text, start, end } = scene.annotated.tokens
  const { first } = scene.annotated.sentences[scene.discourse.sentence(token)] ?? { first: token }
  if (text[token - 1] !== ',' || token - first > 14 || !/^(?:Speaking|Writing|Answering)$/.test(text[first])) return null
  const from = text[first + 1] === 'for' ? first + 2 : text.slice(first + 1, first + 4).join(' ') === 'on behalf of' ? first + 4 : -1
  if (from < 0 || from >= token - 1) return null
  const mention = classifyMention(scene.annotated, { start: start[from], end: end[token - 2] })
  return mention.kind === 'organization' || mention.kind === 'outlet' ? mention.name : null
}
const children = /^(?:son|daughter|nephew|niece|grandson|granddaughter)$/
const parents = /^(?:father|mother|uncle|aunt|grandfather|grandmother)$/

/**
 * Which of two people of one surname a bare surname means: whoever has been speaking, rather than whoever was named in passing or is always named in full.
 *   Paul Verren campaigned for his wife Hanna Verren. … he said. Verren said …        → Paul Verren
 */
const chooseNamesake = (
  scene: Scene,
  mention: Mention,
  token: number,
  { entity, rivals }: { readonly entity: Entity; readonly rivals: readonly Entity[] },
): Entity => {
  const surname = mention.heads.at(-1)
  const all = [entity, ...rivals].filter(({ kind, words }) => kind === 'person' && words.length > 1 && words.at(-1) === surname)
  if (mention.heads.length !== 1 || all.length < 2 || !all.includes(entity)) return entity
  // "her son, Dale Harwell … The younger Harwell said"
  const age = /^(?:younger|junior)$/i.test(scene.annotated.tokens.text[mention.core.first - 1] ?? '') ? children : /^(?:elder|older|senior)$/i.test(scene.annotated.tokens.text[mention.core.first - 1] ?? '') ? parents : null
  const kin = age === null ? [] : all.filter(({ roles }) => [...roles].some(role => age.test(role)))
  if (kin.length === 1) return kin[0]
  const other = age === null ? [] : all.filter(({ roles }) => [...roles].some(role => (age === children ? parents : children).test(role)))
  if (other.length === 1 && all.length === 2) return all[1 - all.indexOf(other[0])]
  const here = scene.discourse.sentence(token)
  const heard = new Map<Entity, number>()
  for (const occurrence of scene.discourse.before(token)) {
    const away = here - occurrence.sentence
    if (away > 6) break
    if (!all.includes(occurrence.entity)) continue
    const weight = occurrence.isSource ? 2 - 0.3 * away : occurrence.isSubject ? 0.75 - 0.1 * away : 0
    heard.set(occurrence.entity, Math.max(heard.get(occurrence.entity) ?? 0, weight))
  }
  const score = (one: Entity): number =>
    (heard.get(one) ?? 0) + (one === entity ? 0.4 : 0) - (one.fulls > 2 ? 1 : 0) - (one.places.length === 0 ? 1 : 0)
  return all.reduce((best, one) => (score(one) > score(best) ? one : best))
}

/** "Justice said in a letter": the Justice Department, where the article names it; and a surname that is a noun, too. */
export const officeOf = (scene: Scene, mention: Mention): Entity | null => {
  const { first, last } = tokensOf(scene.annotated, mention.span)
  if (!mention.isRole || last - first !== 1 || mention.number === 'plural') return null
  const word = scene.annotated.tokens.text[first]
  if (!/^\p{Lu}/u.test(word)) return null
  const lower = word.toLowerCase()
  // "Joe Banner said no. … Banner said"
  return (
    scene.names.entities.find(({ kind, words }) => kind === 'person' && words.length > 1 && words.at(-1) === lower) ??
    scene.names.entities.find(
      ({ kind, words }) =>
        kind === 'organization' && words.length === 2 && words[0] === lower && /^(?:department|ministry|office)$/.test(words[1]),
    ) ??
    null
  )
}
/** Whose proper name the source words carry. */
export const resolveName = (scene: Scene, mention: Mention, token: number, attribution: Attribution): Finding => {
  const named = scene.names.find(mention)
  const entity = chooseNamesake(scene, mention, token, named)
  const rivals = [named.entity, ...named.rivals].filter(other => other !== entity)
  if (mention.possessor) borrowFromOwner(scene, entity, mention, token)
  if (entity.kind === 'person') entity.affiliation ??= spokenFor(scene, token)
  tellByContent(scene, entity, attribution)
  for (const rival of rivals) entity.alternatives.set(rival, Math.max(entity.alternatives.get(rival) ?? 0, 0.3))
  return { entity, mention: mention.span, by: 'name', considered: rivals.map(({ name }) => name) }
}
