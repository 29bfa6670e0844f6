import { longTitles } from '../lexicon/en/honorifics.ts'
import { roleFamilies } from '../lexicon/en/role-nouns.ts'
import { isGivenName, type Mention } from '../mention/index.ts'
import type { Identity, SourceKind } from '../model/source.ts'
import type { Span } from '../model/span.ts'

/** Somebody or something that the text speaks of, while it is being read; those who say something become sources. */
export interface Entity {
  name: string
  /** Lower-case words of the proper name; empty for somebody without one. */
  words: readonly string[]
  /** Modifiers and head noun of a common noun, head last; empty for a name. */
  heads: readonly string[]
  kind: SourceKind
  identity: Identity
  title: string | null
  affiliation: string | null
  issuer: string | null
  descriptor: string | null
  count: number | null
  reason: string | null
  gender: 'male' | 'female' | 'neuter' | null
  number: 'singular' | 'plural' | null
  roles: Set<string>
  mentions: Span[]
  /** How often it is called by more than one word of its name. */
  fulls: number
  /** How often it is mentioned, pronouns included. */
  weight: number
  /** Token of the latest mention that has been read. */
  latest: number
  /** Tokens of all mentions, in text order. */
  places: number[]
  alternatives: Map<Entity, number>
  /** Whose: "the Gazette" of "its editor". */
  owner: Entity | null
  /** Whom the pronoun that opens the name stands for: "her" of "her daughter’s teacher". */
  holder: Entity | null
}

/** One mention in the run of the text. */
export interface Occurrence {
  readonly token: number
  readonly entity: Entity
  readonly span: Span
  readonly sentence: number
  readonly quotation: number
  readonly isSource: boolean
  readonly isSubject: boolean
  readonly isOblique: boolean
}

export const createEntity = (mention: Mention): Entity => ({
  name: mention.name,
  words: mention.isRole || mention.isPronoun ? [] : mention.heads,
  heads: mention.isRole ? mention.heads : [],
  kind: mention.kind,
  identity: mention.identity,
  title: mention.title,
  affiliation: mention.affiliation,
  issuer: mention.issuer,
  descriptor: mention.descriptor,
  count: mention.count,
  reason: null,
  gender: mention.gender,
  number: mention.number,
  roles: new Set(mention.roles),
  mentions: [],
  fulls: 0,
  weight: 0,
  latest: -1,
  places: [],
  alternatives: new Map(),
  owner: null,
  holder: null,
})

/** "Republican Sen." is more than "Sen."; "former developer" is another title than "President", and whoever told it first is right. */
const isFullerTitle = (title: string, known: string): boolean =>
  title.length > known.length && !title.includes(',') && title.toLowerCase().includes(known.toLowerCase())

/** Adds what a further mention tells to what is known. */
export const enrich = (entity: Entity, mention: Mention): void => {
  for (const role of mention.roles) addRole(entity, role)
  if (mention.isPronoun) return
  if (!mention.isRole) {
    if (mention.title !== null && (entity.title === null || isFullerTitle(mention.title, entity.title))) entity.title = mention.title
    // "Kremlin chief Otto Vell, a former Army spy": he does not lead the army
    if (mention.title === null || mention.title === entity.title) entity.affiliation ??= mention.affiliation
    entity.issuer ??= mention.issuer
    if (
      mention.heads.length > entity.words.length ||
      (entity.name === entity.name.toUpperCase() && mention.heads.length === entity.words.length)
    ) {
      entity.words = mention.heads
      entity.name = mention.name
    }
    if (
      entity.kind === 'person' &&
      mention.kind === 'organization' &&
      entity.gender === null &&
      entity.title === null &&
      !entity.roles.has('person') &&
      mention.heads.length >= entity.words.length
    )
      entity.kind = mention.kind
    if ((entity.kind === 'unknown' && mention.kind !== 'unknown') || (entity.kind === 'organization' && mention.kind === 'outlet'))
      entity.kind = mention.kind
    if (entity.identity === 'unnamed' && mention.identity === 'named') {
      entity.identity = 'named'
      entity.count = null
      entity.descriptor = null
    }
  } else {
    if (entity.words.length > 0 && entity.kind === 'person' && mention.kind === 'person') entity.title ??= mention.title
    if (entity.identity === 'unnamed' && mention.identity === 'anonymous' && entity.words.length === 0) {
      entity.identity = 'anonymous'
      entity.descriptor ??= mention.descriptor
      entity.count ??= mention.count
    }
    if (entity.words.length === 0 && entity.affiliation === null) entity.affiliation = mention.affiliation
  }
  if (entity.gender === null || entity.gender === 'neuter')
    entity.gender = mention.gender === 'neuter' ? entity.gender : (mention.gender ?? entity.gender)
}

/** A lone word that nothing in the article shows to be somebody's name: a body's or a brand's. */
export const isLone = ({ kind, words, gender, title, affiliation, roles }: Entity): boolean =>
  (kind === 'person' || kind === 'unknown') &&
  words.length === 1 &&
  gender !== 'male' &&
  gender !== 'female' &&
  title === null &&
  affiliation === null &&
  roles.size === 0 &&
  !isGivenName(words[0])

/** A name that nothing shows to be a person’s, so that "it" may tell that it is a body’s: "Nordwind Ferries". */
export const mayBeBody = ({ kind, words, gender, title, affiliation, roles }: Entity): boolean =>
  (kind === 'person' || kind === 'unknown') &&
  words.length > 0 &&
  words.length < 4 &&
  gender === null &&
  title === null &&
  affiliation === null &&
  roles.size === 0 &&
  !isGivenName(words[0])

/** "It" shows that a name taken for a person’s is a body’s. */
export const makeBody = (entity: Entity): void => {
  if (!mayBeBody(entity)) return
  entity.kind = 'organization'
  entity.gender = 'neuter'
}

/** "She" shows that a name taken for a body's is a woman's. */
export const makePerson = (entity: Entity): void => {
  entity.kind = 'person'
  entity.gender = null
}

const short = (role: string): string => role.slice(role.lastIndexOf('-') + 1)

const addRole = (entity: Entity, role: string): void => {
  entity.roles.add(role)
  const long = longTitles.get(role)
  if (long) entity.roles.add(long)
}

/** Whether somebody of these roles may be called by this noun: 2 for the same word, 1 for a wider or narrower one, 0 for neither. */
export const fitsRole = (roles: ReadonlySet<string>, noun: string): number => {
  if (roles.has(noun)) return 2
  for (const role of roles) if (short(role) === noun || short(noun) === role) return 2
  for (const { wide, narrow } of roleFamilies) {
    if (!wide.has(noun)) continue
    for (const role of roles) if (narrow.has(role) || wide.has(role)) return 1
  }
  return 0
}

/** How many of the places lie at `token` or before. */
const placesUntil = ({ places }: Entity, token: number): number => {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle] <= token) low = middle + 1
    else high = middle
  }
  return low
}

/** The token of the last mention that begins at `token` or before; -1 where there is none. */
export const latestBefore = (entity: Entity, token: number): number => entity.places[placesUntil(entity, token) - 1] ?? -1

/** Notes that a mention begins at `token`. */
export const notePlace = (entity: Entity, token: number): void => {
  const at = placesUntil(entity, token)
  if (entity.places[at - 1] !== token) entity.places.splice(at, 0, token)
}
