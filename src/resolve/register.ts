import { nameParticles } from '../lexicon/en/name-particles.ts'
import { corporateWords, organizationNameWords } from '../lexicon/en/organization-nouns.ts'
import { fullNames } from '../lexicon/en/short-names.ts'
import { isGivenName, type Mention } from '../mention/index.ts'
import type { Entity } from './entity.ts'

/** The first letters of a name's words: "irc" of "Island Relief Council". */
export const initialsOf = (words: readonly string[]): string =>
  words
    .filter(word => !/^(?:of|the|and|for|&|de|la|du|'s|')$/.test(word))
    .map(word => word[0])
    .join('')

const small: ReadonlySet<string> = new Set(['of', 'the', 'and', 'for', '&', 'de', 'la', 'jr', 'sr', 'ii', 'iii'])

/** All bearers of names, found by the whole name, by a part of it or by its initials. */
export class Register {
  readonly entities: Entity[] = []
  private readonly full = new Map<string, Entity>()
  private readonly byWord = new Map<string, Entity[]>()
  private readonly byInitials = new Map<string, Entity>()
  private readonly byNickname = new Map<string, Entity>()

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
    const nickname =
      entity.kind === 'person' && entity.words.length > 2 && /[“"‘']/.test(entity.name)
        ? inMarks.exec(entity.name)?.[1].toLowerCase()
        : undefined
    if (nickname !== undefined) this.byNickname.set(nickname, entity)
    if (entity.words.length > 1) {
      const initials = initialsOf(entity.words)
      if (initials.length > (entity.kind === 'person' ? 2 : 1) && !this.byInitials.has(initials)) this.byInitials.set(initials, entity)
    }
  }

  /** "Mrs Hallworth" is not the Mr Hallworth of the sentence before. */
  exact(words: readonly string[], gender: Mention['gender'] = null): Entity | null {
    const found = this.full.get(words.join(' ')) ?? null
    return found && gender && gender !== 'neuter' && found.gender && found.gender !== 'neuter' && found.gender !== gender ? null : found
  }

  /** Bearers of a longer or shorter form of the name, the likeliest first. */
  like(given: readonly string[], kind: Mention['kind'], gender: Mention['gender']): Entity[] {
    const words = withoutParticles(given)
    const last = words.at(-1)!
    if (words.length === 1) {
      const known = this.byNickname.get(last)
      if (known) return [known]
    }
    const fits = (entity: Entity): boolean => {
      if ((kind === 'group') !== (entity.kind === 'group')) return false
      if (words.length > 1 && (isShortened(entity, words, kind) || isShortened(entity, words, entity.kind))) return true
      if (kind === 'person' && entity.kind !== 'person' && entity.kind !== 'unknown' && !(words.length === 1 && mayBePerson(entity)))
        return false
      if ((kind === 'organization' || kind === 'outlet' || kind === 'document') && entity.kind === 'person') return false
      return !(gender && gender !== 'neuter' && entity.gender && entity.gender !== 'neuter' && gender !== entity.gender)
    }
    if (words.length === 1) {
      const found = (this.byWord.get(last) ?? []).filter(
        entity =>
          entity.words.length > 1 && fits(entity) && (entity.words.at(-1) === last || entity.words[0] === last || entity.kind !== 'person'),
      )
      // "Ham said", taken for a body, after "Norman Ham"
      if (found.length === 0 && kind === 'organization') {
        const people = (this.byWord.get(last) ?? []).filter(
          ({ kind, words: own }) => kind === 'person' && own.length > 1 && own.at(-1) === last,
        )
        if (people.length > 0) return people
      }
      if (found.length === 0 && kind === 'person') {
        const people = (fullNames.get(last) ?? []).flatMap(given =>
          (this.byWord.get(given) ?? []).filter(({ kind, words: own }) => kind === 'person' && own.length > 1 && own[0] === given),
        )
        if (people.length === 1) return people
      }
      const surname = found.filter(entity => surnameOf(entity.words) === last)
      const rest = found.filter(entity => !surname.includes(entity) && (entity.kind === 'person' || isHeadWord(entity, last)))
      const initials = /^[a-z]{2,8}$/.test(last) && surname.length === 0 && kind !== 'person' ? this.byInitials.get(last) : undefined
      // Of people of one surname the bare one is whoever was brought in first: relatives keep their given names.
      const people = surname.every(({ kind }) => kind === 'person')
      // "Mrs Strake" is rather a known woman than somebody of whom nothing is known.
      const byGender = (a: Entity, b: Entity): number => Number(b.gender === gender) - Number(a.gender === gender)
      return [
        ...(people ? surname.sort(gender ? byGender : () => 0) : surname.sort(byLatest)),
        ...rest.sort(byLatest),
        ...(initials ? [initials] : []),
      ]
    }
    return (this.byWord.get(last) ?? []).filter(entity => fits(entity) && sameBearer(entity, words)).sort(byLatest)
  }

  initials(word: string): Entity | null {
    return this.byInitials.get(word.toLowerCase().replace(/\./g, '')) ?? null
  }
}

/** What "the House" never is. */
export const isWhiteHouse = (words: readonly string[]): boolean => words.length === 2 && words[0] === 'white' && words[1] === 'house'

const inMarks = /[“"‘'](\p{Lu}[\p{L} ]*)[”"’']/u

const acronym = /^(?:[Tt]he )?(?:\p{Lu}\.?){2,5}\s/u

/** "Consolidated Meridian" of "Consolidated Meridian Shipping Lines": a body's name without its last words. */
const isShortened = ({ kind, words: own, gender, title }: Entity, words: readonly string[], given: Mention['kind']): boolean => {
  if (own[0] !== words[0] || own.length === words.length) return false
  const [shorter, longer] = own.length < words.length ? [own, words] : [words, own]
  if (shorter.length < 2 || isGivenName(shorter[0]) || small.has(shorter.at(-1)!)) return false
  if (own === longer ? kind !== 'organization' : kind === 'person' && (gender !== null || title !== null)) return false
  if (!shorter.every((word, i) => longer[i] === word) || small.has(longer[shorter.length])) return false
  return given === 'person' || given === 'unknown' || longer.slice(shorter.length).every(word => corporateWords.has(word))
}

const byLatest = (a: Entity, b: Entity): number => b.latest - a.latest

/** "Van der Hoeve" → "Hoeve": a family name with nothing before its particles. */
const withoutParticles = (words: readonly string[]): readonly string[] => {
  let first = 0
  while (first < words.length - 1 && nameParticles.has(words[first])) first++
  return first > 0 && first === words.length - 1 ? words.slice(first) : words
}

/** Two words taken for a body's or a place's name, though no word says so: "Vesper Lane", who is "Lane" later. */
export const mayBePerson = (entity: Entity): boolean =>
  entity.kind === 'organization' &&
  entity.words.length === 2 &&
  entity.roles.size === 0 &&
  !entity.name.startsWith('the ') &&
  !entity.name.startsWith('The ') &&
  !entity.words.some(word => organizationNameWords.has(word))

const surnameOf = (words: readonly string[]): string => {
  const last = words.at(-1)!
  return small.has(last) && words.length > 1 ? words.at(-2)! : last
}

const isHeadWord = (entity: Entity, word: string): boolean => {
  // "The League" is not "the League Charter"
  if (entity.kind === 'document') return entity.words.at(-1) === word
  // "The House" is not the White House, "the U.N." is not the U.N. Security Council
  if (isWhiteHouse(entity.words)) return false
  if (entity.words[0] === word && entity.words.length > 2 && acronym.test(entity.name) && !corporateWords.has(entity.words.at(-1)!))
    return false
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
  if (isShortened(entity, words, 'person')) return true
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
