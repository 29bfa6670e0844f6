import { agencies } from '../lexicon/en/agencies.ts'
import { exchangeNouns } from '../lexicon/en/exchange-nouns.ts'
import { foreignOutletStarts } from '../lexicon/en/foreign-outlet-words.ts'
import { organizationNameWords } from '../lexicon/en/organization-nouns.ts'
import { outletNameEnds, outletNameStarts, outletNouns } from '../lexicon/en/outlet-words.ts'
import { outlets } from '../lexicon/en/outlets.ts'
import { classifyMention, isCapital, type Mention } from '../mention/index.ts'
import type { AnnotatedDocument, Name } from '../model/annotation.ts'
import type { Original } from '../model/document.ts'
import type { Source, SourceKind } from '../model/source.ts'
import type { Span } from '../model/span.ts'
import { isAlias, openAliasIndex } from './alias.ts'
import { openPlaces } from './places.ts'
import { findSentence, findToken, tokensOf } from './position.ts'

/** Who is known by now: the article's sources, the page's own names, and what the text shows to be outlets. */
export interface Roster {
  /** All sources, those added for hops at the end. */
  readonly list: () => readonly Source[]
  readonly get: (id: string) => Source | null
  /** The source that a phrase speaks of: one that is known, else a new one. `asOutlet` makes an outlet of what was taken for a body or for nothing. */
  readonly find: (span: Span, asOutlet: boolean) => Source
  /** The same source, as an outlet. */
  readonly promote: (id: string) => Source
  /** The outlet that "it" or "the paper" at `before` goes back to: the last one whose name may be such a thing; null when none came earlier. */
  readonly findOutletBefore: (before: number, accept: (name: string) => boolean) => Source | null
  /** The name shortly before `before` that nobody knows and that may be an outlet's, those that begin a sentence first; null when there is none. */
  readonly findUnknownBefore: (before: number) => Source | null
  /** The source of one of the kinds that "he" or "they" at `before` goes back to; null when none came earlier. */
  readonly findSpeakerBefore: (before: number, kinds: readonly SourceKind[]) => Source | null
  readonly describe: (span: Span) => Mention
  /** Whether a name is the page's own or that of where it was republished from. */
  readonly isOwn: (name: string) => boolean
  readonly isOutlet: (span: Span) => boolean
  readonly isDocument: (span: Span) => boolean
  /** Whether all the name's words are of persons in this article. */
  readonly isPerson: (name: string) => boolean
  /** Whether a phrase is somebody, or some document, that can be cited; "safety concerns" are not. */
  readonly canSpeak: (span: Span) => boolean
}

/** How far back a pronoun's antecedent, or the mention that a phrase lies in, is sought, in mentions. */
const LOOK_BACK = 40

/** How far back a name that nobody knows is sought for "the channel", in tokens. */
const NEAR = 60

const listOriginals = (original: Original | null): string[] =>
  original === null ? [] : [...(original.publisher === null ? [] : [original.publisher]), ...listOriginals(original.earlier)]

const size = (span: Span): number => span.end - span.start

/** What is left of "state TV" or "local media" names nobody. */
const BARE = /^(tv|television|radio|media|press|news|state|local|national|regional|foreign)$/i

/** What "state TV" is called where only its noun has a capital. */
const ON_AIR = /^(tv|television|radio)$/i

/** "the Courier", "the Star": a paper by the last word of its name, with the article and a capital. */
const isShortTitle = (words: string): boolean => {
  const found = /^the (\p{Lu}[\p{L}-]+)$/iu.exec(words)
  return found !== null && isCapital(found[1]) && outletNameEnds.has(found[1].toLowerCase())
}

/** A name's span with the article before it: "the Herald" is an outlet where "Herald" may be anything. */
const withArticle = (annotated: AnnotatedDocument, name: Span & { readonly first: number }): Span => {
  const { lower, start } = annotated.tokens
  const before = lower[name.first - 1]
  return { start: before === 'the' ? start[name.first - 1] : name.start, end: name.end }
}

const KNOWN: ReadonlySet<string> = new Set([...outlets, ...agencies.flat()].map(name => name.toLowerCase()))

/** Whether a name has a word that outlets' names have; "Anna Reyes" and "Berlin" have none. */
const hasOutletWord = ({ tokens }: AnnotatedDocument, { first, last }: Name, words: string): boolean => {
  const end = tokens.text[last - 1]
  return (
    outletNameEnds.has(end.slice(end.lastIndexOf('-') + 1).toLowerCase()) ||
    outletNameStarts.has(tokens.lower[first]) ||
    /\p{Lu}\p{Lu}|\.|[Nn]ews/u.test(words) ||
    KNOWN.has(words.toLowerCase())
  )
}

/** "Velanews" or "the Courier", but not "police quoted by Radio Lune" */
const isProperName = (name: string): boolean => isCapital(name.replace(/^the /i, ''))

/** A person of one word and nothing else, who may be no person: "Nordwind". */
const isBare = (source: Source): boolean => source.kind === 'person' && source.title === null && !/\s/.test(source.name)

/** "The Port Police Department reported": a body that no reader would take for an outlet. */
const isOffice = (name: string): boolean =>
  /\b(?:department|ministry|police|bureau|court|commission|committee|council|university|hospital|authority|board|bank|embassy|coalition|alliance|campaign|party)$/i.test(
    name,
  )

/** Opens the roster with what the stage before has resolved. */
export const openRoster = (annotated: AnnotatedDocument, resolved: readonly Source[]): Roster => {
  const { text, provenance } = annotated.document
  const own = [...(provenance.publisher === null ? [] : [provenance.publisher]), ...listOriginals(provenance.original)]
  const sources = [...resolved]
  const indexes = new Map(sources.map((source, i) => [source.id, i]))
  const added = new Map<string, Span[]>()
  const names = openAliasIndex()
  const mentions = openPlaces(sources.flatMap(({ id, mentions }) => mentions.map(span => ({ span, id }))))
  const outlets = openPlaces(
    sources.filter(({ kind }) => kind === 'outlet').flatMap(({ id, mentions }) => mentions.map(span => ({ span, id }))),
  )
  const personWords = new Set<string>()
  const notePerson = (name: string) => {
    for (const word of name.toLowerCase().split(/\s+/)) personWords.add(word)
  }
  for (const source of sources) {
    if (source.identity === 'named') names.add(source.name, source.id)
    if (source.kind === 'person' && source.identity === 'named' && !isBare(source)) notePerson(source.name)
  }
  for (const name of annotated.names) if (name.kind === 'person' && name.last - name.first > 1) notePerson(text.slice(name.start, name.end))

  const described = new Map<number, Mention>()
  const describe = (span: Span): Mention => {
    const key = span.start * 4096 + Math.min(size(span), 4095)
    const mention = described.get(key) ?? classifyMention(annotated, span)
    described.set(key, mention)
    return mention
  }
  const get = (id: string): Source | null => sources[indexes.get(id) ?? -1] ?? null
  const isOwn = (name: string) => own.some(other => isAlias(name, other))

  let inText: ReturnType<typeof openPlaces> | null = null
  const outletNames = openAliasIndex()
  /** The outlets that the text names anywhere. */
  const readOutlets = () => {
    if (inText !== null) return inText
    const words = annotated.tokens.text
    const around = (i: number) => {
      const word = words[i]?.toLowerCase() ?? ''
      return outletNouns.has(word) || word === 'agency' ? word : ''
    }
    const told = new Map<string, boolean>()
    const found = annotated.names.flatMap(name => {
      const span = withArticle(annotated, name)
      const own = text.slice(span.start, span.end)
      // The same words between the same nouns are read once.
      const [before, after] = [around(name.first - 1), around(name.last)]
      if (before === '' && after === '' && !hasOutletWord(annotated, name, text.slice(name.start, name.end))) return []
      const key = `${before}|${own}|${after}`
      const known = told.get(key) ?? (describe(span).kind === 'outlet' || isShortTitle(own))
      told.set(key, known)
      return known ? [span] : []
    })
    for (const name of found) outletNames.add(text.slice(name.start, name.end), '')
    inText = openPlaces(found.map(({ start, end }) => ({ span: { start, end }, id: '' })))
    return inText
  }
  const isOutletName = (name: string): boolean => {
    if (isOwn(name) || names.find(name, id => get(id)?.kind === 'outlet') !== null) return true
    readOutlets()
    return outletNames.find(name, () => true) !== null
  }

  const mayBecomeOutlet = (source: Source): boolean =>
    source.kind === 'outlet' ||
    (source.kind === 'organization' && !isOffice(source.name)) ||
    source.kind === 'unknown' ||
    (isBare(source) && !personWords.has(source.name.toLowerCase()))
  const findAt = (span: Span, asOutlet: boolean): Source | null => {
    for (const { span: mention, id } of mentions.listBefore(span.end, LOOK_BACK)) {
      const shared = Math.min(mention.end, span.end) - Math.max(mention.start, span.start)
      if (shared * 2 < Math.max(size(mention), size(span))) continue
      const source = get(id)!
      if (!asOutlet || mayBecomeOutlet(source)) return source
    }
    return null
  }
  const promote = (id: string): Source => {
    const source = get(id)!
    if (source.kind === 'outlet') return source
    const next: Source = { ...source, kind: 'outlet', title: null, affiliation: null, count: null }
    sources[indexes.get(id)!] = next
    for (const span of [...source.mentions, ...(added.get(id) ?? [])]) outlets.add(span, id)
    return next
  }
  const extend = (id: string, span: Span, asOutlet: boolean): Source => {
    const source = asOutlet ? promote(id) : get(id)!
    mentions.add(span, id)
    if (source.kind === 'outlet') outlets.add(span, id)
    added.set(id, [...(added.get(id) ?? []), span])
    const { name } = describe(span)
    if (source.kind !== 'outlet' || name.length <= source.name.length || !isAlias(source.name, name)) return source
    const next: Source = { ...source, name }
    sources[indexes.get(id)!] = next
    return next
  }
  /** "Vesna 24", "the Orley Bugle": a name, though nothing else shows an outlet's. */
  const holdsName = (span: Span): boolean => {
    const { first, last } = tokensOf(annotated, span)
    for (let i = first; i < last; i++) if (annotated.tokens.name[i] >= 0) return true
    return false
  }
  const create = (span: Span, asOutlet: boolean, mention: Mention): Source => {
    const words = text.slice(span.start, span.end)
    const made = asOutlet && mention.kind !== 'outlet'
    const whole = mention.name === '' || BARE.test(mention.name) || (made && `the ${mention.name}`.length === words.length)
    const source: Source = {
      id: `s${sources.length + 1}`,
      name: whole ? words.replace(/\s+/g, ' ') : mention.name,
      title: asOutlet ? null : mention.title,
      affiliation: asOutlet ? null : mention.affiliation,
      kind: asOutlet ? 'outlet' : mention.kind,
      issuer: mention.issuer,
      identity:
        mention.identity === 'unspecified' || (asOutlet && isShortTitle(words)) || (made && holdsName(span)) ? 'named' : mention.identity,
      descriptor: mention.descriptor,
      count: asOutlet ? null : mention.count,
      reason: mention.reason,
      mentions: [span],
      alternatives: [],
    }
    indexes.set(source.id, sources.length)
    sources.push(source)
    mentions.add(span, source.id)
    if (source.kind === 'outlet') outlets.add(span, source.id)
    if (source.identity === 'named') names.add(source.name, source.id)
    return source
  }
  const find = (span: Span, asOutlet: boolean): Source => {
    const at = findAt(span, asOutlet)
    const mention = describe(span)
    // "A Harbour Gazette investigation" was found: the Gazette is meant.
    const part = asOutlet && at !== null && at.kind !== 'outlet' && mention.kind === 'outlet' && !isAlias(at.name, mention.name)
    if (at !== null && !part) return asOutlet ? promote(at.id) : at
    const short = asOutlet && isShortTitle(text.slice(span.start, span.end))
    if (!short && (mention.identity !== 'named' || mention.isPronoun || mention.isRole || mention.name === ''))
      return create(span, asOutlet, mention)
    const same = names.find(mention.name, id => {
      const { kind } = get(id)!
      return asOutlet || mention.kind === 'outlet'
        ? kind === 'outlet' || ((kind === 'organization' || kind === 'unknown') && isProperName(get(id)!.name))
        : kind === mention.kind
    })
    return same === null ? create(span, asOutlet, mention) : extend(same, span, asOutlet)
  }

  return {
    list: () =>
      sources.map(source => {
        const more = added.get(source.id)
        return more === undefined ? source : { ...source, mentions: [...source.mentions, ...more].sort((a, b) => a.start - b.start) }
      }),
    get,
    find,
    promote,
    findOutletBefore: (before, accept) => {
      const name = readOutlets()
        .listBefore(before, LOOK_BACK)
        .find(({ span }) => accept(text.slice(span.start, span.end)))
      const mention = outlets.listBefore(before, LOOK_BACK).find(({ id }) => accept(get(id)!.name))
      if (name !== undefined && (mention === undefined || name.span.start > mention.span.start)) return find(name.span, true)
      return mention === undefined ? null : get(mention.id)
    },
    findUnknownBefore: before => {
      const token = findToken(annotated, before)
      const sentence = findSentence(annotated, token)
      let at = annotated.tokens.name.slice(Math.max(0, token - NEAR), token).findLast(name => name >= 0) ?? -1
      let best: Span | null = null
      for (let seen = 0; at >= 0 && seen < 8; at--, seen++) {
        const name = annotated.names[at]
        const its = findSentence(annotated, name.first)
        if (its < sentence - 2 || its < 0) break
        const { kind } = describe(name)
        const foreign = foreignOutletStarts.has(annotated.tokens.lower[name.first])
        if (its === sentence || !(kind === 'organization' || kind === 'unknown' || kind === 'outlet' || foreign)) continue
        if (organizationNameWords.has(annotated.tokens.lemma[name.last - 1])) continue
        const opens = name.first <= annotated.sentences[its].first + 1
        if (opens || best === null) best = { start: name.start, end: name.end }
        if (opens) break
      }
      return best === null ? null : find(best, true)
    },
    findSpeakerBefore: (before, kinds) =>
      mentions
        .listBefore(before, LOOK_BACK)
        .map(({ id }) => get(id)!)
        .find(({ kind }) => kinds.includes(kind)) ?? null,
    describe,
    isOwn,
    isOutlet: span =>
      describe(span).kind === 'outlet' ||
      ON_AIR.test(describe(span).name) ||
      isOutletName(text.slice(span.start, span.end)) ||
      isShortTitle(text.slice(span.start, span.end)),
    isDocument: span => describe(span).kind === 'document',
    isPerson: name =>
      name
        .toLowerCase()
        .split(/\s+/)
        .every(word => personWords.has(word)),
    canSpeak: span => {
      const mention = describe(span)
      if (mention.kind !== 'unknown') return true
      const { first, last } = tokensOf(annotated, span)
      for (let i = first; i < last; i++) {
        const name = annotated.names[annotated.tokens.name[i]]
        if (name !== undefined && name.kind !== 'place') return true
      }
      return exchangeNouns.has(annotated.tokens.lemma[mention.core.last - 1]?.toLowerCase() ?? '')
    },
  }
}
