import { classifyMention, classifyNoun } from '../mention/index.ts'
import { findBearer } from './bearer.ts'
import { type Entity, makePerson } from './entity.ts'
import { rankReadings } from './pronoun.ts'
import { pointsBack } from './roles.ts'
import type { Scene } from './scene.ts'

/** A pronoun outside the sources: tells a gender, keeps somebody in mind. */
export const noteThirdPerson = (scene: Scene, token: number, gender: 'male' | 'female'): void => {
  const { start, end } = scene.annotated.tokens
  const readings = rankReadings(scene.discourse, { gender, number: 'singular' }, scene.placeAt(token, null))
  const best = readings[0]
  if (!best || best.score < 0.5) return
  const rival = readings[1]
  if (rival && best.score - rival.score < 1) return
  if (best.entity.kind === 'organization') makePerson(best.entity)
  if (best.entity.gender === null && best.entity.kind === 'person') best.entity.gender = gender
  if (best.entity.gender === gender) scene.discourse.note(best.entity, token, { start: start[token], end: end[token] }, false)
}

/** "Tariq Belmont, a lecturer …", "the prosecutor, Elin Varga": the name that a description only adds to. */
const apposedName = (scene: Scene, from: number, token: number): Entity | null => {
  let first = from
  const { tag, text } = scene.annotated.tokens
  const { byToken } = scene.names
  // "… had threatened Mr Asher, the vet replied": somebody else
  if (text[first] === 'the' && /^(?:VB[DZP]|MD)$/.test(tag[token + 1] ?? '')) return null
  if (text[first - 2] === ',' && /^(?:now|then|currently|once|formerly|previously|also|today)$/.test(text[first - 1])) first--
  const before =
    text[first - 1] === ',' ? (byToken.get(first - 2) ?? (text[first - 3] === ',' ? byToken.get(first - 4) : undefined)) : undefined
  if (before) return before
  return text[token + 1] === ',' ? (byToken.get(token + 2) ?? null) : null
}

const openers: ReadonlySet<string> = new Set(
  'the a an his her its their this that these those another two three four five six several some both'.split(' '),
)
const enders: ReadonlySet<string> = new Set(
  'of in at to for and or by with from on was were is are had has have said told that who as'.split(' '),
)

const plainWord = /^[a-z]+$/

const linking = /^(?:is|was|are|were|be|been|being|'m|'s|'re|am|become|became|becomes|remain|remains|remained)$/i

/** "She is a nurse", "I’m a woman with a good amplifier": says what somebody is, and brings in nobody else. */
const noteQuality = (scene: Scene, first: number, token: number): void => {
  const { text, lower, name, quotation } = scene.annotated.tokens
  const noun = classifyNoun(lower[token])
  const holder = text[token - 1] === text[first - 1] ? null : scene.names.byToken.get(first - 2)
  if (
    noun?.class === 'person' &&
    !noun.plural &&
    holder?.kind === 'person' &&
    name[first - 2] >= 0 &&
    quotation[first - 2] === quotation[token]
  )
    holder.roles.add(noun.lemma)
}

/** "A report by the Rail Safety Board into the derailment runs to 400 pages": where the words end that tell which document; -1 where none follow. */
const documentEnd = (scene: Scene, token: number): number => {
  const { lower, tag, text, name, end } = scene.annotated.tokens
  if (classifyNoun(lower[token])?.class !== 'document' || !/^(?:by|from|into|of|for)$/.test(lower[token + 1] ?? '')) return -1
  let last = token + 2
  let told = false
  while (
    last < text.length &&
    last - token < 16 &&
    !endsDocument.test(lower[last]) &&
    !/^(?:VB[DZPNG]|MD|WDT|WP|WRB|RB)$/.test(tag[last] ?? '')
  ) {
    if (name[last] >= 0 && scene.annotated.names[name[last]].kind !== 'place') told = true
    last++
  }
  return told && last < text.length && last - token < 16 ? end[last - 1] : -1
}

const endsDocument = /^(?:[^\p{L}\d]+|and|that|which|who|on|at|in)$/u

/** "a woman", "the clinic's director", "the witness" where nobody is being quoted. */
export const noteDescription = (scene: Scene, token: number, start: number, end: number): void => {
  const { text, lower, name } = scene.annotated.tokens
  const following = text[token + 1]
  // "sick in the head"
  if (text[token] === 'head' && following !== 'of') return
  if (name[token + 1] >= 0 || following === "'s" || following === "'" || classifyNoun(following?.toLowerCase() ?? '') !== null) return
  let first = token
  let determined = false
  for (let i = token - 1; i >= 0 && token - i <= 5; i--) {
    const word = lower[i]
    if (openers.has(word)) {
      first = i
      determined = true
      break
    }
    if (enders.has(word) || !(plainWord.test(word) || /^[\p{L}\d][\p{L}\d'-]*$/u.test(word))) break
  }
  if (!determined) {
    const opens = scene.annotated.sentences[scene.discourse.sentence(token)]?.first
    if (!classifyNoun(lower[token])?.plural || opens === undefined || token - opens > 2) return
    first = opens
  }
  const apposed = apposedName(scene, first, token)
  if (apposed) {
    const noun = classifyNoun(lower[token])
    if (noun?.class !== 'person' || apposed.kind !== 'person') return
    apposed.roles.add(noun.lemma)
    const words = scene.annotated.document.text.slice(scene.annotated.tokens.start[determined && first < token ? first + 1 : first], end)
    if (text[token + 1] === ',' && token - first < 5 && !noun.plural) apposed.title ??= words
    if (/^(?:its|their)$/i.test(text[first]) && apposed.affiliation === null) {
      const owner = rankReadings(scene.discourse, { gender: 'neuter', number: 'singular' }, scene.placeAt(first, null))[0]?.entity
      if (owner?.kind === 'organization' || owner?.kind === 'outlet') apposed.affiliation = owner.name
    }
    return
  }
  if (first > 0 && linking.test(text[first - 1])) {
    noteQuality(scene, first, token)
    return
  }
  const { start: starts } = scene.annotated.tokens
  const until = documentEnd(scene, token)
  const span = { start: starts[first], end: until < 0 ? end : until }
  const mention = classifyMention(scene.annotated, span)
  if (!mention.isRole && mention.kind === 'outlet' && mention.heads.length > 0) scene.names.find(mention)
  if (!mention.isRole || mention.identity === 'anonymous' || (mention.kind === 'document' && !pointsBack(mention) && start < 0)) return
  const entity = findBearer(scene, mention, first, false)
  if (!entity) return
  scene.note(entity, first, span, false)
}
