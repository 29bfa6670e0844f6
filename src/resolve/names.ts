import { classifyMention, classifyNoun, isHonorific, isProper, type Mention } from '../mention/index.ts'
import type { AnnotatedDocument, Name } from '../model/annotation.ts'
import type { Span } from '../model/span.ts'
import { createEntity, type Entity, enrich } from './entity.ts'

/** All proper names of an article, told apart: which of them are of one bearer. */
export interface NameIndex {
  /** The entity of the name that holds a token. */
  readonly byToken: ReadonlyMap<number, Entity>
  /** Finds or makes the entity of a mention that carries a proper name. */
  readonly entities: readonly Entity[]
  readonly find: (mention: Mention) => { entity: Entity; rivals: readonly Entity[] }
}

const stops = /^[,;:.!?()[\]"]$|^--$/

/** The name with the title before it: "Defence counsel Miles Orrick". */
const withTitle = (annotated: AnnotatedDocument, name: Name): Span => {
  const { text, start, quotation } = annotated.tokens
  let first = name.first
  const left = text[first - 1]
  if (left === undefined || stops.test(left) || quotation[first - 1] !== quotation[first]) return name
  if (!isHonorific(left) && classifyNoun(left.toLowerCase()) === null) return name
  first--
  for (let steps = 0; steps < 5 && first > 0; steps++) {
    const word = text[first - 1]
    if (stops.test(word) || quotation[first - 1] !== quotation[name.first]) break
    const lower = word.toLowerCase()
    if (/^(?:the|a|an|its|his|her|their)$/.test(lower)) {
      first--
      break
    }
    if (
      !isProper(annotated, first - 1) &&
      !isHonorific(word) &&
      classifyNoun(lower) === null &&
      !/^(?:former|acting|deputy|senior|chief|prime|foreign|local|veteran|lead|then|and|'s|-)$/.test(lower)
    )
      break
    first--
  }
  return { start: start[first], end: name.end }
}

const wordsOfName = (annotated: AnnotatedDocument, name: Name): string[] => {
  const out: string[] = []
  for (let i = name.first; i < name.last; i++) {
    const word = annotated.tokens.text[i]
    if (/[\p{L}\p{N}]/u.test(word)) out.push(word.toLowerCase().replace(/\.$/, ''))
  }
  return out
}

const initialsOf = (words: readonly string[]): string =>
  words
    .filter(word => !/^(?:of|the|and|for|&|de|la|du)$/.test(word))
    .map(word => word[0])
    .join('')

const small: ReadonlySet<string> = new Set(['of', 'the', 'and', 'for', '&', 'de', 'la', 'jr', 'sr', 'ii', 'iii'])

class Register {
  readonly entities: Entity[] = []
  private readonly full = new Map<string, Entity>()
  private readonly byWord = new Map<string, Entity[]>()
  private readonly byInitials = new Map<string, Entity>()

  add(entity: Entity): Entity {
    this.entities.push(entity)
    this.learn(entity)
    return entity
  }

  learn(entity: Entity): void {
    this.full.set(entity.words.join(' '), entity)
    for (const word of entity.words) {
      if (small.has(word) || word.length < 2) continue
      const list = this.byWord.get(word)
      if (!list) this.byWord.set(word, [entity])
      else if (list.at(-1) !== entity && !list.includes(entity) && list.length < 50) list.push(entity)
    }
    if (entity.words.length > 1 && entity.kind !== 'person') {
      const initials = initialsOf(entity.words)
      if (initials.length > 1 && !this.byInitials.has(initials)) this.byInitials.set(initials, entity)
    }
  }

  exact(words: readonly string[]): Entity | null {
    return this.full.get(words.join(' ')) ?? null
  }

  /** Bearers of a longer or shorter form of the name, the likeliest first. */
  like(words: readonly string[], kind: Mention['kind'], gender: Mention['gender']): Entity[] {
    const last = words.at(-1)!
    const fits = (entity: Entity): boolean => {
      if (kind === 'person' && entity.kind !== 'person' && entity.kind !== 'unknown') return false
      if ((kind === 'organization' || kind === 'outlet' || kind === 'document') && entity.kind === 'person') return false
      return !(gender && gender !== 'neuter' && entity.gender && entity.gender !== 'neuter' && gender !== entity.gender)
    }
    if (words.length === 1) {
      const found = (this.byWord.get(last) ?? []).filter(
        entity =>
          entity.words.length > 1 && fits(entity) && (entity.words.at(-1) === last || entity.words[0] === last || entity.kind !== 'person'),
      )
      const surname = found.filter(entity => surnameOf(entity.words) === last)
      const rest = found.filter(entity => !surname.includes(entity) && (entity.kind === 'person' || isHeadWord(entity, last)))
      const initials = /^[a-z]{2,8}$/.test(last) && surname.length === 0 && kind !== 'person' ? this.byInitials.get(last) : undefined
      return [...surname.sort(byLatest), ...rest.sort(byLatest), ...(initials ? [initials] : [])]
    }
    return (this.byWord.get(last) ?? []).filter(entity => fits(entity) && sameBearer(entity, words)).sort(byLatest)
  }

  initials(word: string): Entity | null {
    return this.byInitials.get(word.toLowerCase().replace(/\./g, '')) ?? null
  }
}

const byLatest = (a: Entity, b: Entity): number => b.latest - a.latest

const surnameOf = (words: readonly string[]): string => {
  const last = words.at(-1)!
  return small.has(last) && words.length > 1 ? words.at(-2)! : last
}

const isHeadWord = (entity: Entity, word: string): boolean => {
  const of = entity.words.indexOf('of')
  return (
    entity.words.at(-1) === word ||
    (of > 0 && entity.words[of - 1] === word) ||
    (entity.words[0] === word &&
      (entity.kind !== 'outlet' || word.length > 3) &&
      !/^(?:radio|the|al|la|le|new|daily|national|university)$/.test(word))
  )
}

/** "First Last" and "First M. Last" are one; "Rosa Quill" and "Ada Quill" are two; "Morning Post" may be the "Sellin Morning Post". */
const sameBearer = (entity: Entity, words: readonly string[]): boolean => {
  const own = entity.words
  if (entity.kind === 'person' || (entity.kind === 'unknown' && own.length < 4)) {
    if (own.length < 2) return own[0] === words.at(-1)
    if (surnameOf(own) !== surnameOf(words)) return false
    const [a, b] = [own[0], words[0]]
    return a === b || ((a.length === 1 || b.length === 1) && a[0] === b[0])
  }
  const [shorter, longer] = own.length < words.length ? [own, words] : [words, own]
  if (shorter.length < 2) return false
  return shorter.every(word => longer.includes(word)) && shorter.at(-1) === longer.at(-1)
}

/** Reads all names of the article: the full forms first, so that a short one may stand before or after the full one. */
export const indexNames = (annotated: AnnotatedDocument): NameIndex => {
  const { text } = annotated.tokens
  const register = new Register()
  const byToken = new Map<number, Entity>()
  const assign = (name: Name, entity: Entity): void => {
    for (let i = name.first; i < name.last; i++) byToken.set(i, entity)
    entity.latest = name.first
    placeEvidence(name, entity)
  }
  /** "In Karvenia": a place, and as a source its government; "Brightwell executives": a body. */
  const placeEvidence = (name: Name, entity: Entity): void => {
    if (entity.kind === 'outlet' || entity.kind === 'organization' || entity.kind === 'document') return
    const next = text[name.last] ?? ''
    const staff = /^(?:CEO|CFO|chief|executives?|spokes(?:man|woman|person)|shares|stock|employees|headquarters|subsidiary)$/.test(next)
    if (staff && entity.title === null && entity.words.length < 3 && (entity.words.length === 1 || entity.gender === null)) {
      entity.kind = 'organization'
      entity.gender = 'neuter'
    }
    if (
      entity.kind === 'person' &&
      entity.title === null &&
      name.last - name.first === 1 &&
      entity.words.length === 1 &&
      /^in$/i.test(text[name.first - 1] ?? '')
    )
      entity.kind = 'organization'
  }
  const settle = (mention: Mention, latest: number): { entity: Entity; rivals: readonly Entity[] } => {
    const same = register.exact(mention.heads)
    const found = same ? [same] : register.like(mention.heads, mention.kind, mention.gender)
    if (found.length === 0) {
      const entity = register.add(createEntity(mention))
      entity.latest = latest
      return { entity, rivals: [] }
    }
    const before = mention.heads.length > found[0].words.length
    enrich(found[0], mention)
    found[0].latest = latest
    if (before) register.learn(found[0])
    return { entity: found[0], rivals: found.slice(1, 4) }
  }
  const read = (name: Name): void => {
    const span = withTitle(annotated, name)
    const after = text[name.last]
    const plain = span.start === name.start && after !== ','
    const words = wordsOfName(annotated, name)
    if (words.length === 0 || (words.length === 1 && /^(?:RB|IN|WRB|CC|DT)$/.test(annotated.tokens.tag[name.first] ?? ''))) return
    const known = register.exact(words)
    if (known && (plain || (span.start === name.start && known.title !== null))) {
      known.latest = name.first
      assign(name, known)
      return
    }
    const mention = classifyMention(annotated, { start: span.start, end: name.end })
    if (mention.isRole || mention.isPronoun || mention.heads.length === 0) return
    if (mention.core.last <= name.first) return
    assign(name, settle(mention, name.first).entity)
    if (after === '(' && text[name.last + 2] === ')' && /^[\p{Lu}.]{2,8}$/u.test(text[name.last + 1])) {
      const entity = byToken.get(name.first)!
      const alias = text[name.last + 1].toLowerCase().replace(/\./g, '')
      if (initialsOf(entity.words).startsWith(alias[0])) aliases.set(alias, entity)
    }
  }
  const aliases = new Map<string, Entity>()
  for (const name of annotated.names) if (name.last - name.first > 1 && name.kind !== 'place') read(name)
  for (const entity of register.entities) entity.latest = -1
  for (const name of annotated.names) {
    const known = byToken.get(name.first)
    if (known) known.latest = name.first
    if (name.last - name.first > 1 || name.kind === 'place' || known) continue
    const alias = aliases.get(text[name.first].toLowerCase().replace(/\./g, ''))
    if (alias) {
      assign(name, alias)
      continue
    }
    read(name)
  }
  const places = new Set<string>()
  for (const name of annotated.names) if (name.kind === 'place' && name.last - name.first === 1) places.add(text[name.first].toLowerCase())
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
  return {
    byToken,
    entities: register.entities,
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
