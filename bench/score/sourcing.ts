import type { Source, SourceKind } from '../../src/model/source.ts'
import type { TracedDocument } from '../../src/model/trace.ts'
import { collectFound, type Found } from './claims.ts'
import { wordsOf } from './likeness.ts'
import type { Tally } from './tally.ts'

/** A statement as people marked it in the Santa Clara sourcing benchmark; most fields may be empty. */
export interface GoldStatement {
  readonly statement: string
  readonly type: string
  readonly name: string
  readonly title: string
  readonly justification: string
}

/** A line of `sourcing.jsonl`. */
export interface GoldSourcing {
  readonly id: number
  readonly text: string
  readonly statements: readonly GoldStatement[]
}

export const sourceTypes = ['named person', 'named organisation', 'document', 'anonymous', 'unnamed person', 'unnamed group'] as const
export type SourceType = (typeof sourceTypes)[number]

/** UTF-8 that was read as Mac Roman, as in some of the statements: "‚Äú" for a quotation mark. */
const misread = /‚Ä[\p{L}\p{S}\p{P}]|¬†/gu

const wordsIn = (text: string): string[] =>
  text
    .replace(misread, ' ')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

interface Word {
  readonly text: string
  readonly start: number
}

const placedWords = (text: string): Word[] =>
  [...text.replace(misread, found => ' '.repeat(found.length)).matchAll(/[\p{L}\p{N}]+/gu)].map(match => ({
    text: match[0].toLowerCase(),
    start: match.index,
  }))

/** The offsets of the article's words that a statement is made of: those in rows of at least three words that both have, where most such rows lie. */
const placesOf = (statement: readonly string[], article: readonly Word[]): Set<number> => {
  const rows = new Set<string>()
  const length = Math.min(3, statement.length)
  for (let i = 0; i + length <= statement.length; i++) rows.add(statement.slice(i, i + length).join(' '))
  const marked = new Uint8Array(article.length)
  for (let i = 0; i + length <= article.length; i++) {
    const row = article.slice(i, i + length).map(({ text }) => text)
    if (rows.has(row.join(' '))) marked.fill(1, i, i + length)
  }
  const window = Math.ceil(statement.length * 1.3) + 10
  let inside = 0
  let most = 0
  let from = 0
  for (let i = 0; i < article.length; i++) {
    inside += marked[i] - (i >= window ? marked[i - window] : 0)
    if (inside > most) {
      most = inside
      from = Math.max(0, i - window + 1)
    }
  }
  const out = new Set<number>()
  for (let i = from; i < Math.min(article.length, from + window); i++) if (marked[i]) out.add(article[i].start)
  return out
}

/** What a type is called in one of the annotators' several spellings. */
export const typeOf = (type: string): SourceType => {
  const lower = type.toLowerCase()
  if (lower.startsWith('doc')) return 'document'
  if (lower.startsWith('anon')) return 'anonymous'
  if (lower.includes('organi')) return 'named organisation'
  const named = lower.startsWith('named')
  return lower.includes('group') ? 'unnamed group' : named ? 'named person' : 'unnamed person'
}

const kinds: Readonly<Record<SourceKind, readonly [named: SourceType, unnamed: SourceType] | null>> = {
  person: ['named person', 'unnamed person'],
  group: ['named organisation', 'unnamed group'],
  organization: ['named organisation', 'named organisation'],
  outlet: ['named organisation', 'unnamed group'],
  document: ['document', 'document'],
  unknown: null,
}

/** The type that kind and identity tell. */
const readType = ({ last }: Found): SourceType | null => {
  if (!last || last.identity === 'unspecified') return null
  if (last.identity === 'anonymous' && last.kind !== 'document') return 'anonymous'
  return kinds[last.kind]?.[last.identity === 'named' ? 0 : 1] ?? null
}

const speaking = /\b(?:spokes\p{L}+|officials?|representatives?|lawyers?|attorneys?)\b/iu

/** The body that an unnamed spokesman, official or lawyer speaks for, where it has a proper name. */
const spokenFor = ({ last }: Found, source: Source | null): string | null =>
  last?.identity === 'unnamed' && speaking.test(last.name) && /\p{Lu}/u.test(source?.affiliation ?? '') ? source!.affiliation : null

const small = /^(?:the|a|an|of|for|and|in|jr|sr|ii|iii)$/

/** The word that a name cannot do without: a surname, the head of a body's name. */
const headOf = (name: string): string => {
  const before = name.split(/[,(]| (?:of|for|from|in|with|who|on|about) /i)[0]
  return (
    wordsIn(before)
      .filter(word => !small.test(word))
      .at(-1) ?? ''
  )
}

/** Whether the source is the marked one: its surname or head, or half its words; for nameless ones a head noun that the annotators' own words have. */
const isNameRight = (gold: GoldStatement, found: Found, origin: Source | null): boolean => {
  const name = [found.last?.name, spokenFor(found, origin), origin?.issuer].filter(Boolean).join(' ')
  const read = new Set(wordsIn(name))
  if (read.size === 0) return false
  if (gold.name === '') return wordsIn(`${gold.statement} ${gold.justification} ${gold.title}`).includes(headOf(name))
  const wanted = wordsIn(gold.name).filter(word => !small.test(word))
  if (read.has(headOf(gold.name))) return true
  if (typeOf(gold.type) === 'named person') return false
  const initials = wanted.map(word => word[0]).join('')
  return wanted.filter(word => read.has(word)).length * 2 >= wanted.length || read.has(initials)
}

/**
 * Whether the type is right by the benchmark's own definitions: an unnamed spokesman or official of a named body is that body's, and a document goes by the
 * body that issued it, so that the annotators took a poll for either.
 */
const isTypeRight = (gold: GoldStatement, found: Found, origin: Source | null): boolean => {
  const type = typeOf(gold.type)
  if (type !== 'named organisation') return readType(found) === type && spokenFor(found, origin) === null
  if (found.last?.kind !== 'document') return readType(found) === type || spokenFor(found, origin) !== null
  const words = new Set(wordsOf(`${found.last.name} ${origin?.issuer ?? ''}`))
  return wordsIn(gold.name).some(word => words.has(word) && !small.test(word))
}

const brief = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 90)

/**
 * Matches statements and attributions one to one, the likest first: more than 0.3 of the statement's words and more than 0.3 of the content's must be the
 * same words of the article. Counts what is found, and of that whose name and type are right; the faults come back, a line each.
 */
export const scoreSourcing = (gold: GoldSourcing, traced: TracedDocument, tally: Tally): string[] => {
  const article = placedWords(traced.document.text)
  const found = collectFound(traced)
  const contents = found.map(({ attribution }) =>
    article.filter(({ start }) => attribution.content.some(span => span.start <= start && start < span.end)).map(({ start }) => start),
  )
  const pairs: { i: number; j: number; score: number }[] = []
  for (const [i, { statement }] of gold.statements.entries()) {
    const words = wordsIn(statement)
    const places = placesOf(words, article)
    for (const [j, content] of contents.entries()) {
      const both = content.filter(start => places.has(start)).length
      if (both > 0.3 * words.length && both > 0.3 * content.length)
        pairs.push({ i, j, score: both / (words.length + content.length - both) })
    }
  }
  const sources = new Map(traced.sources.map(source => [source.id, source]))
  const matched = new Map<number, Found>()
  const used = new Set<number>()
  for (const { i, j } of pairs.toSorted((a, b) => b.score - a.score)) {
    if (matched.has(i) || used.has(j)) continue
    matched.set(i, found[j])
    used.add(j)
  }
  const lines: string[] = []
  for (const [i, statement] of gold.statements.entries()) {
    const one = matched.get(i)
    const type = typeOf(statement.type)
    if (!tally.add('found', one !== undefined) || one === undefined) {
      lines.push(`- [${statement.name || type}] ${brief(statement.statement)}`)
      continue
    }
    const read = readType(one)
    const origin = sources.get(one.last?.sourceId ?? '') ?? null
    const told = `${one.last?.name ?? 'nobody'} (${read ?? 'unknown'}) for ${statement.name || 'no name'} (${type}): ${brief(statement.statement)}`
    const name = tally.add('name', isNameRight(statement, one, origin))
    const right = tally.add('type', isTypeRight(statement, one, origin))
    tally.add('type, strictly', read === type)
    tally.add(`  ${type}`, right)
    if (!name || !right) lines.push(`${name ? ' ' : 'n'}${right ? ' ' : 't'} ${told}`)
  }
  return lines
}
