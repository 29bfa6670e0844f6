import { classifyNoun, type Mention } from '../mention/index.ts'
import type { Discourse } from './discourse.ts'
import { type Entity, fitsRole, isLone, latestBefore } from './entity.ts'
import { isWhiteHouse } from './register.ts'

const pointing: ReadonlySet<string> = new Set(['the', 'this', 'that', 'these', 'those', 'same', 'both'])

/** Words before a head that do not tell one bearer from another. */
const light: ReadonlySet<string> = new Set(
  'the same two three four five six seven eight nine ten both latter former other said late unnamed unidentified anonymous senior top veteran local'.split(
    ' ',
  ),
)

/** What somebody may be called whom the text has not described before: "Vesper Lane … The singer". */
const personal: ReadonlySet<string> = new Set(
  `singer actor actress star musician rapper footballer striker midfielder goalkeeper athlete player author writer novelist poet artist painter director filmmaker
  comedian comic presenter businessman businesswoman entrepreneur billionaire millionaire politician lawmaker veteran academic scientist economist historian
  teenager pensioner student defendant accused mathematician chef designer model champion boxer golfer swimmer farmer engineer architect entertainer performer
  father-of-two mother-of-two songwriter dancer activist journalist broadcaster analyst strategist nominee contender candidate frontrunner hopeful challenger
  incumbent senator congressman congresswoman lawmaker legislator tycoon magnate oligarch heir heiress founder campaigner commentator columnist pundit retiree
  graduate researcher professor lecturer trader banker nurse teacher fisherman shepherd baker builder carpenter grandmother grandfather mother father widow widower`.split(
    /\s+/,
  ),
)

const documentFamilies: readonly ReadonlySet<string>[] = [
  'study report research paper analysis survey poll article review findings finding assessment publication',
  'memo memorandum note letter document email e-mail message cable briefing file',
  'lawsuit suit complaint filing petition indictment document affidavit',
  'statement release communique announcement',
  'record transcript document file log',
  'post tweet message video',
  'story article report',
].map(line => new Set(line.split(' ')))

const wideBodies: ReadonlySet<string> = new Set(
  'company firm group organisation organization body agency institution union association charity foundation manufacturer maker retailer giant operator airline bank party campaign startup start-up regulator watchdog network service institute employer business carrier lender insurer team club ngo tank'.split(
    ' ',
  ),
)

const commercial: ReadonlySet<string> = new Set(
  'company firm manufacturer maker retailer giant operator airline carrier lender insurer startup start-up business chain brand'.split(' '),
)

/** "The company" is no ministry, court or party. */
const isPublicBody = ({ words }: Entity): boolean => {
  const last = words.at(-1) ?? ''
  return (
    classifyNoun(last)?.class === 'organization' &&
    !wideBodies.has(last) &&
    !/^(?:bank|store|airline|group|brewery|shipyard|factory)$/.test(last)
  )
}

const outletWords: ReadonlyMap<string, RegExp> = new Map([
  ['agency', /agency|news|press|wire|reuters|afp/],
  ['channel', /channel|tv|television|al-|news|broadcast/],
  ['station', /radio|tv|television|station|channel|fm/],
  ['broadcaster', /radio|tv|television|broadcast|bbc|cnn|channel/],
  ['radio', /radio|fm/],
  ['television', /tv|television|channel/],
])

/** What tells that an outlet is not on paper. */
const unprinted = /\b(?:agency|radio|tv|television|channel|broadcaster|station|website|reuters|newswire|wire)\b/i

const past = /^(?:then|former|ex|late|previous)$/

const offices = /^(?:president|premier|minister|chancellor|king|queen|prince|governor|leader|ambassador|senator|secretary)$/

const people = /^(?:american|us|u\.s\.?|\p{L}+(?:ian|ean|ish|ese|[^aeiou]i|man|ch|an))$/u

/**
 * Which of several who hold an office "the president" is: whose title says nothing of another country, and whom the article is about. "The American president" is
 * whose title names no country.
 */
const fitOffice = (mention: Mention, entity: Entity): number => {
  const own = mention.heads.slice(0, -1).filter(word => !light.has(word))
  const title = (entity.title ?? '').toLowerCase().split(' ').slice(0, -1)
  const foreign = title.some(word => people.test(word) && !own.includes(word))
  if (own.length === 0) return (foreign ? -1 : 0) + (title.some(word => past.test(word)) ? -1 : 0) + Math.min(1, 0.05 * entity.weight)
  return own.every(word => people.test(word)) && title.length === 0 ? -1 + Math.min(1, 0.05 * entity.weight) : Number.NaN
}

/** Whether what is said before the head of a later mention can be said of the earlier one. */
const modifiersFit = (mention: Mention, entity: Entity): boolean => {
  // "The president" is not "the then president"
  if (
    entity.words.length === 0 &&
    entity.heads.length > 1 &&
    entity.heads.some(word => past.test(word)) &&
    !mention.heads.some(word => past.test(word))
  )
    return false
  const own = mention.heads.slice(0, -1).filter(word => !light.has(word) && !/^\d/.test(word))
  if (own.length === 0) return true
  const known =
    `${entity.name} ${entity.heads.join(' ')} ${entity.title ?? ''} ${entity.affiliation ?? ''} ${entity.descriptor ?? ''}`.toLowerCase()
  return own.every(word => known.includes(word))
}

const age = (mention: Mention): string | null =>
  mention.heads.find(word => word.endsWith('-year-old') && /^\d+-year-old$/.test(word)) ?? null

const plainPeople: ReadonlySet<string> = new Set(['man', 'woman', 'person', 'boy', 'girl', 'teenager'])

const scorePerson = (mention: Mention, entity: Entity): number => {
  const head = mention.heads.at(-1)!
  if (
    mention.number === 'plural'
      ? entity.kind !== 'group' && entity.number !== 'plural'
      : entity.kind !== 'person' && entity.kind !== 'unknown'
  )
    return 0
  if (entity.gender && mention.gender && entity.gender !== mention.gender && entity.gender !== 'neuter') return 0
  if (entity.heads.length > 0 && entity.heads.at(-1) === head) return modifiersFit(mention, entity) ? 3 : 0
  if (head === 'person' && mention.number !== 'plural')
    return (mention.determiner === 'this' || mention.determiner === 'the') &&
      mention.heads.length === 1 &&
      entity.words.length === 0 &&
      entity.kind === 'person'
      ? 1.5
      : 0
  const old = age(mention)
  if (old !== null && head === old) return entity.words.length > 0 || entity.roles.size > 0 ? 0.9 : 0.5
  if (plainPeople.has(head) || (old && entity.roles.size === 0))
    return mention.gender !== null && entity.gender === mention.gender ? 1 : head === 'person' || old ? 0.5 : 0
  if (old && fitsRole(entity.roles, head) === 0 && entity.words.length > 0) return 0.6
  if (mention.number === 'plural') return head === 'person' && entity.kind === 'group' ? 1 : 0
  const fit = fitsRole(entity.roles, head)
  if (fit === 2 && offices.test(head) && entity.words.length > 0) {
    const office = fitOffice(mention, entity)
    if (!Number.isNaN(office)) return 2.5 + office
  }
  if (fit === 2) return modifiersFit(mention, entity) ? 2.5 : 0
  if (fit === 1 && modifiersFit(mention, entity)) return 1.2
  return entity.words.length > 0 && entity.roles.size === 0 && personal.has(head) ? 0.75 : 0
}

const scoreBody = (mention: Mention, entity: Entity): number => {
  const head = mention.heads.at(-1)!
  const words = entity.words.length > 0 ? entity.words : entity.heads
  if (mention.kind === 'outlet') {
    if (entity.kind !== 'outlet' || entity.identity !== 'named' || (mention.number === 'plural' && head !== 'report')) return 0
    const shape = outletWords.get(head)
    if (words.includes(head) || entity.roles.has(head)) return 3
    if (/^(?:newspaper|paper|daily|weekly|tabloid|magazine)$/.test(head))
      return unprinted.test(entity.name) || [...entity.roles].some(role => unprinted.test(role)) ? 0.6 : 2
    return !shape || words.some(word => shape.test(word)) ? 2 : 1
  }
  if (mention.kind === 'document') {
    if (entity.kind !== 'document') return 0
    if (words.at(-1) === head) return modifiersFit(mention, entity) ? 3 : 0
    return mention.heads.length === 1 &&
      (mention.number === 'plural') === (entity.number === 'plural') &&
      documentFamilies.some(family => family.has(head) && family.has(words.at(-1) ?? ''))
      ? 1.5
      : 0
  }
  if (head === 'network' && entity.kind === 'outlet') return 2
  if (head === 'agency' && entity.kind === 'outlet')
    return entity.roles.has('agency') || /agency|press|reuters|news/i.test(entity.name) ? 1.5 : 0
  // "Spotify is backpedaling … The company said"
  if (entity.kind !== 'organization') return mention.heads.length === 1 && commercial.has(head) && isLone(entity) ? 0.9 : 0
  if (entity.roles.has('state') && !/^(?:country|government|state|nation|republic|kingdom|city|capital|island)$/.test(head)) return 0
  if (words.includes(head)) return !isWhiteHouse(words) && modifiersFit(mention, entity) ? 3 : 0
  if (commercial.has(head) && entity.words.length > 0 && isPublicBody(entity)) return 0
  if (mention.heads.length === 2 && commercial.has(head) && entity.words.length > 0) return 0.75
  return mention.heads.length === 1 &&
    wideBodies.has(head) &&
    entity.words.length > 0 &&
    !/^(?:police|ministry|court|parliament|government)$/.test(words.at(-1)!)
    ? 1
    : 0
}

/** Whether the words of the mention say that somebody already spoken of is meant: "the lecturer", "the two officials". */
export const pointsBack = (mention: Mention): boolean => mention.isRole && mention.determiner !== null && pointing.has(mention.determiner)

interface Context {
  /** Those called by name in the same sentence, whom an epithet would not call again. */
  readonly named: ReadonlySet<Entity>
  /** Whoever spoke last in the sentences before. */
  readonly speaker: Entity | null
}

const nobody: Context = { named: new Set(), speaker: null }

const readContext = (discourse: Discourse, token: number): Context => {
  const here = discourse.sentence(token)
  const named = new Set<Entity>()
  for (const { entity, sentence, span, isSource } of discourse.before(token)) {
    if (sentence < here && isSource) return { named, speaker: entity }
    if (sentence === here && entity.words.length > 0 && span.end - span.start > 3) named.add(entity)
  }
  return { named, speaker: null }
}

/** Who a definite description may be, the likeliest first: "The lecturer", "the paper", "the same ministry". */
export const rankBearers = (
  discourse: Discourse,
  mention: Mention,
  token: number,
  entities: readonly Entity[],
): { entity: Entity; score: number }[] => {
  const body = mention.kind === 'outlet' || mention.kind === 'document' || mention.kind === 'organization'
  const out: { entity: Entity; score: number; latest: number }[] = []
  const { named, speaker } = body ? nobody : readContext(discourse, token)
  for (const entity of entities) {
    const latest = latestBefore(entity, token)
    if (latest < 0) continue
    const fit = body ? scoreBody(mention, entity) : scorePerson(mention, entity)
    if (fit === 0) continue
    const sentences = Math.max(0, discourse.sentence(token) - discourse.sentence(latest))
    if (fit <= 1 && (sentences > 5 || (!body && named.has(entity)))) continue
    const weight = body && fit <= 1 ? Math.min(0.6, 0.06 * entity.weight) : 0
    const speaks = !body && fit <= 1 && entity === speaker ? 0.3 : 0
    out.push({ entity, latest, score: fit + weight + speaks - Math.min(2, 0.12 * sentences) })
  }
  if (out.length === 0 && mention.kind === 'document' && mention.heads.some(word => fresh.has(word)))
    return onlyOne(
      rankBearers(discourse, { ...mention, heads: mention.heads.filter(word => !fresh.has(word)) }, token, entities).filter(
        ({ entity }) => !earlier.test(entity.name),
      ),
    )
  return out.sort((a, b) => b.score - a.score || b.latest - a.latest)
}

/** "The new poll" may be another one than that spoken of before, where there are two of today. */
const fresh: ReadonlySet<string> = new Set(['new', 'latest', 'recent'])

/** "A late July poll", "last year’s survey", "another poll": not the one that the story brings. */
const earlier =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d|last|previous|earlier|separate|another|other|older|similar|two|three|four|five|several)\b/

const onlyOne = <T>(readings: readonly T[]): T[] => (readings.length === 1 ? [...readings] : [])
