import { classifyMention, isGivenName, isHonorific, type Mention } from '../mention/index.ts'
import type { AnnotatedDocument, Name } from '../model/annotation.ts'
import { createEntity, type Entity, enrich } from './entity.ts'
import { bodyBehind, indefinite, isDemonym, isOnlyPlace, mayApposeAfter, settleNames, withTitle, wordsOfName } from './name-spans.ts'
import { initialsOf, mayBePerson, Register } from './register.ts'

/** All proper names of an article, told apart: which of them are of one bearer. */
export interface NameIndex {
  /** The entity of the name that holds a token. */
  readonly byToken: ReadonlyMap<number, Entity>
  /** Finds or makes the entity of a mention that carries a proper name. */
  readonly entities: readonly Entity[]
  /** Whoever has exactly this name, lower case. */
  readonly known: (words: readonly string[]) => Entity | null
  readonly find: (mention: Mention) => { entity: Entity; rivals: readonly Entity[] }
}

/** What a state or a firm has, and nobody else: "Ostvale's foreign minister". */
const ruled =
  /^(?:president|government|army|minister|ministry|parliament|capital|border|economy|forces|ambassador|embassy|chancellor|military|navy|cabinet|constitution|chief|ceo|shares|shareholders|headquarters|lawyers|spokes(?:man|woman|person))$/i

const demonymEnds = ['n', 'ns', 'an', 'ans', 'ian', 'ians', 'i', 'is', 'ese', 'ish']

/**
 * A single word that no fuller name, title or given name shows to be a person is a body, a place or a brand, as "Karvenia" is beside "Karvenian troops";
 * and the page's own publisher is an outlet, whatever it is called.
 */
const weighSingleNames = (annotated: AnnotatedDocument, entities: readonly Entity[]): void => {
  const { text } = annotated.tokens
  const { publisher, original } = annotated.document.provenance
  const own = new Set([publisher, original?.publisher].flatMap(name => (name ? [name.toLowerCase().replace(/^the /, '')] : [])))
  const single = new Map<string, Entity>()
  for (const entity of entities) {
    if (own.has(entity.words.join(' '))) {
      entity.kind = 'outlet'
      entity.gender = 'neuter'
    }
    if (entity.words.length === 1 && entity.kind === 'person' && entity.title === null && entity.gender === null && entity.roles.size === 0)
      single.set(entity.words[0], entity)
  }
  if (single.size === 0) return
  const seen = new Set<string>()
  for (const word of text) {
    if (word.length < 5 || word.charCodeAt(0) < 65 || (word.charCodeAt(0) > 90 && word.charCodeAt(0) < 192) || seen.has(word)) continue
    seen.add(word)
    const lower = word.toLowerCase()
    for (const end of demonymEnds) {
      const entity = lower.endsWith(end) ? single.get(lower.slice(0, -end.length)) : undefined
      if (!entity || lower.length - end.length < 4) continue
      entity.kind = 'organization'
      entity.gender = 'neuter'
      entity.roles.add('state')
    }
  }
}

/** What may stand behind a name and say more of its bearer. */
const tellsMore: ReadonlySet<string> = new Set('( : -- of from himself herself itself'.split(' '))

/** Reads all names of the article: the full forms first, so that a short one may stand before or after the full one. */
export const indexNames = (annotated: AnnotatedDocument): NameIndex => {
  const { text, lower } = annotated.tokens
  const register = new Register()
  const byToken = new Map<number, Entity>()
  const assign = (name: Name, entity: Entity): void => {
    for (let i = name.first; i < name.last; i++) byToken.set(i, entity)
    entity.latest = name.first
    if (name.last - name.first > 1) entity.fulls++
    placeEvidence(name, entity)
  }
  /** "In Karvenia": a place, and as a source its government; "Brightwell executives": a body. */
  const placeEvidence = (name: Name, entity: Entity): void => {
    const next = text[name.last] ?? ''
    // "Blitzkid, who is awaiting trial": somebody, whatever it sounds like
    if (next === ',' && text[name.last + 1] === 'who' && entity.words.length === 1 && entity.kind !== 'outlet') {
      entity.kind = 'person'
      if (entity.gender === 'neuter') entity.gender = null
      entity.roles.add('person')
    }
    if (entity.kind === 'outlet' || entity.kind === 'organization' || entity.kind === 'document') return
    const staff =
      /^(?:CEO|CFO|chief|executives?|spokes(?:man|woman|person)|shares|stock|employees|leaders?|president|chairman|manager|captain|striker|headquarters|subsidiary)$/.test(
        next,
      )
    if (
      staff &&
      entity.title === null &&
      entity.words.length < 3 &&
      (entity.words.length === 1 || entity.gender === null) &&
      !isGivenName(entity.words[0])
    ) {
      entity.kind = 'organization'
      entity.gender = 'neuter'
    }
    if (entity.kind !== 'person' || entity.title !== null || entity.words.length !== 1 || name.last - name.first !== 1) return
    const state = next === "'s" && (ruled.test(text[name.last + 1] ?? '') || ruled.test(text[name.last + 2] ?? ''))
    if (!state && !/^(?:in|neighbou?ring|across|throughout|inside)$/i.test(text[name.first - 1] ?? '')) return
    entity.kind = 'organization'
    entity.roles.add('state')
  }
  /** "Connie Mariano … Mariano": a surname that is also a man's given name tells nothing of its bearer. */
  const genderIn = (mention: Mention): Mention['gender'] =>
    mention.heads.length === 1 &&
    mention.title === null &&
    mention.core.last - mention.core.first === 1 &&
    !isHonorific(text[mention.core.first - 1] ?? '')
      ? null
      : mention.gender
  const settle = (mention: Mention, latest: number): { entity: Entity; rivals: readonly Entity[] } => {
    const gender = genderIn(mention)
    const same = register.exact(mention.heads, gender)
    const found = same ? [same] : register.like(mention.heads, mention.kind, gender)
    if (found.length === 0) {
      const entity = register.add(createEntity(mention))
      entity.latest = latest
      return { entity, rivals: [] }
    }
    const before = mention.heads.length > found[0].words.length
    if (mention.kind === 'person' && mention.heads.length === 1 && mayBePerson(found[0])) {
      found[0].kind = 'person'
      found[0].gender = null
    }
    enrich(found[0], mention)
    found[0].latest = latest
    if (before) register.learn(found[0])
    return { entity: found[0], rivals: found.slice(1, 4) }
  }
  const told = new Map<string, Entity>()
  const read = (name: Name): void => {
    const span = withTitle(annotated, name)
    const after = text[name.last]
    const plain = span.start === name.start && after !== ','
    const words = wordsOfName(annotated, name)
    // "European models": what they are, no name
    if (words.length === 0 || (words.length === 1 && /^(?:RB|IN|WRB|CC|DT)$/.test(annotated.tokens.tag[name.first] ?? ''))) return
    if (words.length === 1 && (indefinite.test(words[0]) || (name.kind !== 'person' && isDemonym(annotated, name.first)))) return
    const known = register.exact(words)
    if (known && (plain || (span.start === name.start && known.title !== null))) {
      known.latest = name.first
      assign(name, known)
      return
    }
    const only = plain && words.length === 1 ? sole.get(words[0]) : undefined
    if (only) {
      only.latest = name.first
      assign(name, only)
      return
    }
    const body = bodyBehind(annotated, name)
    // The same words with the same title have told all that they tell.
    const key =
      body === null && (after === ',' ? !mayApposeAfter(annotated, name.last + 1) : !tellsMore.has(after ?? ''))
        ? `${name.kind} ${annotated.document.text.slice(span.start, name.end)}`
        : null
    const before = key === null ? undefined : told.get(key)
    if (before) {
      before.latest = name.first
      assign(name, before)
      return
    }
    const mention = classifyMention(annotated, { start: span.start, end: body?.end ?? name.end })
    if (mention.isRole || mention.isPronoun || mention.heads.length === 0) return
    if (mention.core.last <= name.first) return
    const { entity: bearer, rivals } = settle(mention, name.first)
    if (key !== null && rivals.length === 0) told.set(key, bearer)
    if (plain && words.length === 1 && rivals.length === 0 && bearer.words.length > 1) sole.set(words[0], bearer)
    assign(name, bearer)
    if (after === '(' && text[name.last + 2] === ')' && /^[\p{Lu}.]{2,8}$/u.test(text[name.last + 1])) {
      const entity = byToken.get(name.first)!
      const alias = lower[name.last + 1].replace(/\./g, '')
      if (initialsOf(entity.words).startsWith(alias[0])) aliases.set(alias, entity)
    }
  }
  const aliases = new Map<string, Entity>()
  /** Words that only one bearer of a longer name has. */
  const sole = new Map<string, Entity>()
  const names = settleNames(annotated)
  for (const name of names) if (name.last - name.first > 1 && !isOnlyPlace(annotated, name)) read(name)
  for (const entity of register.entities) entity.latest = -1
  for (const name of names) {
    const known = byToken.get(name.first)
    if (known) known.latest = name.first
    if (name.last - name.first > 1 || known || isOnlyPlace(annotated, name)) continue
    const alias = aliases.get(lower[name.first].replace(/\./g, ''))
    if (alias) {
      assign(name, alias)
      continue
    }
    read(name)
  }
  const places = new Set<string>()
  for (const name of annotated.names) if (name.kind === 'place' && name.last - name.first === 1) places.add(lower[name.first])
  for (const entity of register.entities) {
    entity.latest = -1
    if (
      entity.words.length === 1 &&
      places.has(entity.words[0]) &&
      entity.title === null &&
      (entity.kind === 'person' || entity.kind === 'unknown')
    )
      entity.kind = 'organization'
  }
  weighSingleNames(annotated, register.entities)
  return {
    byToken,
    entities: register.entities,
    known: words => register.exact(words),
    find: mention => {
      for (let i = mention.core.last - 1; i >= mention.core.first; i--) {
        const entity = byToken.get(i)
        if (!entity) continue
        if (compatible(entity, mention)) {
          enrich(entity, mention)
          return {
            entity,
            rivals:
              mention.heads.length === 1
                ? register
                    .like(mention.heads, mention.kind, mention.gender)
                    .filter(rival => rival !== entity)
                    .slice(0, 3)
                : [],
          }
        }
        break
      }
      const alias = mention.heads.length === 1 ? aliases.get(mention.heads[0]) : undefined
      if (alias) return { entity: alias, rivals: [] }
      return settle(mention, mention.core.first)
    },
  }
}

const compatible = (entity: Entity, mention: Mention): boolean =>
  entity.kind === mention.kind ||
  entity.kind === 'unknown' ||
  mention.kind === 'unknown' ||
  (entity.kind !== 'person' && mention.kind !== 'person') ||
  mention.heads.every(head => entity.words.includes(head))
