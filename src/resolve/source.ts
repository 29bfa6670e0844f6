import { pronounForms } from '../lexicon/en/pronouns.ts'
import type { Mention } from '../mention/index.ts'
import { classifyMention, tokensOf } from '../mention/index.ts'
import type { Attribution } from '../model/attribution.ts'
import type { Span } from '../model/span.ts'
import { ownerOf, resolveRole } from './bearer.ts'
import { createEntity, type Entity, makeBody, makePerson } from './entity.ts'
import { isExpletive } from './expletive.ts'
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

const relatives: ReadonlySet<string> = new Set(['who', 'which', 'that', 'whom'])

/** "The trust, which said …", "her brother, who told me …", "A worker, [who asked not to be named,] said": whoever was spoken of right before. */
const resolveRelative = (scene: Scene, mention: Mention, token: number, word: string): Finding => {
  const before = scene.relatives.get(token)
  if (before) return before
  const finding = readRelative(scene, mention, token, word)
  scene.relatives.set(token, finding)
  return finding
}

const readRelative = (scene: Scene, mention: Mention, token: number, word: string): Finding => {
  const { text } = scene.annotated.document
  const sentence = scene.discourse.sentence(token)
  let found: { entity: Entity; span: Span } | null = null
  for (const { entity, sentence: there, span } of scene.discourse.before(token)) {
    if (there !== sentence) break
    if (found === null) {
      if (mention.span.start - span.end > 90) break
      const personal = entity.kind === 'person' || entity.kind === 'group' || entity.kind === 'unknown'
      if (word === 'that' || (word === 'which' ? entity.kind !== 'person' || isSaidOf(scene, span) : personal)) found = { entity, span }
      continue
    }
    const between = span.end <= found.span.start ? text.slice(span.end, found.span.start) : ''
    const hangs = /^\s(?:of|in|from|by|to|at|for)\s(?:the\s)?$/.test(between)
    if (hangs && (word === 'which' ? entity.kind === 'document' : entity.kind === 'person' && /of/.test(between))) found = { entity, span }
    break
  }
  if (found && word === 'which' && found.entity.kind === 'person') found = null
  if (found === null || /\p{L}/u.test(text.slice(found.span.end, mention.span.start))) {
    const before = phraseBefore(scene, token)
    const personal = before?.kind === 'person' || before?.kind === 'group'
    // "members of the Saudi government, which": the name is only a part of whom it speaks of.
    const holds = found !== null && before !== null && before.span.start <= found.span.start && before.kind === 'organization'
    if (before?.isRole && (found === null ? word !== 'which' && personal : holds && word === 'which'))
      return { ...resolveRole(scene, before, token), mention: mention.span, by: 'relative' }
  }
  return found
    ? { entity: found.entity, mention: mention.span, by: 'relative', considered: [] }
    : unresolved('relative-unresolved', mention.span)
}

/** "Some activists" of "some activists who praised the company", where nobody had noted them. */
const phraseBefore = (scene: Scene, token: number): Mention | null => {
  const { text, tag, start, end } = scene.annotated.tokens
  const last = text[token - 1] === ',' ? token - 1 : token
  let first = last
  while (first > 0 && last - first < 6 && /^(?:NN|JJ|CD|DT|PRP\$)/.test(tag[first - 1] ?? '')) {
    first--
    if (/^(?:DT|PRP\$)/.test(tag[first])) break
  }
  return first < last ? classifyMention(scene.annotated, { start: start[first], end: end[last - 1] }) : null
}

/** "A memo from Harlan Ochs, which …": the name only says whose. */
const isSaidOf = (scene: Scene, span: Span): boolean =>
  /\b(?:of|from|by|to)\s$/.test(scene.annotated.document.text.slice(Math.max(0, span.start - 6), span.start))

const nobody = (mention: Mention): Entity => ({
  ...createEntity(mention),
  kind: 'unknown',
  identity: 'unspecified',
  count: null,
})

/** "REYES-WHITT: Will you resign?": the words before the colon only say whose turn it is. */
const isLabel = (scene: Scene, { cue, source }: Attribution): boolean =>
  cue.length === 0 && source.length === 1 && /^\s?:/.test(scene.annotated.document.text.slice(source[0].end, source[0].end + 2))

/** "A:" is whoever was brought in before the first question; "JB:" whoever has these initials. */
const bearerOfLabel = (scene: Scene, label: string, token: number): Entity | null => {
  if (/^(?:A|Answer)$/i.test(label)) {
    if (scene.answerer) return scene.answerer
    let best: Entity | null = null
    for (const { entity, quotation, isOblique } of scene.discourse.before(token)) {
      if (entity.kind !== 'person' || entity.words.length === 0 || quotation >= 0) continue
      best ??= entity
      if (!isOblique) break
    }
    scene.answerer = best ?? scene.names.entities.find(({ kind, words }) => kind === 'person' && words.length > 1) ?? null
    return scene.answerer
  }
  if (!/^\p{Lu}\.?\p{Lu}\.?(?:\p{Lu}\.?)?$/u.test(label)) return null
  const letters = label.toLowerCase().replace(/\./g, '')
  const bearers = scene.names.entities.filter(
    ({ kind, words }) => kind === 'person' && words.length > 1 && words.map(word => word[0]).join('') === letters,
  )
  return bearers.length === 1 ? bearers[0] : null
}

/** "The website" before "nachtblick reported": the name that is written small was taken for a part of the cue. */
const nameInCue = (scene: Scene, mention: Mention, { cue }: Attribution): Mention | null => {
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

const resolvePronoun = (scene: Scene, mention: Mention, token: number, attribution: Attribution): Finding => {
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
const officeOf = (scene: Scene, mention: Mention): Entity | null => {
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
  const named = scene.names.find(mention)
  const entity = chooseNamesake(scene, mention, token, named)
  const rivals = [named.entity, ...named.rivals].filter(other => other !== entity)
  if (mention.possessor) borrowFromOwner(scene, entity, mention, token)
  if (entity.kind === 'person') entity.affiliation ??= spokenFor(scene, token)
  tellByContent(scene, entity, attribution)
  for (const rival of rivals) entity.alternatives.set(rival, Math.max(entity.alternatives.get(rival) ?? 0, 0.3))
  return { entity, mention: span, by: 'name', considered: rivals.map(({ name }) => name) }
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
