import { leadingTime } from '../lexicon/en/party-words.ts'
import type { Stance } from '../model/attribution.ts'
import { type Hop, nobody } from '../model/chain.ts'
import type { Publication } from '../model/publication.ts'
import type { Source } from '../model/source.ts'
import { overlaps, type Span } from '../model/span.ts'
import type { Statement } from '../model/statement.ts'
import type { TracedAttribution } from '../model/trace.ts'
import { splitClauses } from './statement-clauses.ts'
import { type Frame, readFrame } from './statement-frame.ts'
import { describeParty } from './statement-party.ts'
import { splitSentences } from './statement-sentences.ts'
import { findNames, readParticulars } from './statement-words.ts'

/** A statement of fewer telling words, a negation among them, says too little to be found again. */
const LEAST_WORDS = 3
/** A clause of a sentence needs more of them to stand alone. */
const LEAST_CLAUSE = 3
/** How much of a sentence an attribution's content covers that is the sentence's own. */
const COVERED = 0.6
/** Fewer characters of content within a longer sentence are no statement by themselves. */
const LEAST_CONTENT = 28

/** Pages' furniture: rights, sign-offs, credits. */
const furniture =
  /^\W*(?:©|\(c\)|copyright|all rights reserved|reporting by|additional reporting|editing by|the latest on|get breaking|[^.]{0,120}contributed(?: to this (?:report|story|article))?\W*$|source:|from (?:[\p{L}.'’&-]+\s*){1,5}$|photo|continue reading|(?:published|posted|updated):? (?:on )?\p{L}{3,9}\.? \d|sign up|subscribe|read more|advertisement|click)/iu

/** Times of day, credits and labels: no statements. */
const stamp =
  /^By\s+\p{Lu}\S*\s+\p{Lu}|\b\d{1,2}:\d\d\s?(?:[ap]\.?m\b|[A-Z]{2,4}\b)|\(?\b(?:AP|AFP|EPA) Photo\b|\bvia (?:AP|AFP|Reuters|Getty)\b|^\W*\d+ (?:min|hr|hours?|minutes?) (?:\d+ min )?ago|(?:Getty Images|Reuters|AP)\)?\W*$/u

/** Program code that a page's text was taken with: "window._ads = window._ads || [];", "_ads.push({ … })". */
const script = /[\w$]\.\w+\(\s*[{['"]|\|\| ?\[\]|[\w$\])}] ?= ?(?:window|document|function|\{|\[)|\bfunction ?\w*\(/

const hedge =
  /\b(?:may|might|could|allegedly|alleged|reportedly|possibly|perhaps|probably|likely|up to|at least|more than|about|around|nearly|almost|believed to|thought to|said to|suspected)\b/g

const width = ({ start, end }: Span): number => end - start
const shared = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))

interface Page {
  readonly publication: Publication
  readonly text: string
  readonly sources: ReadonlyMap<string, Source>
  readonly hops: ReadonlyMap<string, readonly Hop[]>
  /** Words that the page writes with a capital within sentences. */
  readonly names: ReadonlySet<string>
  /** Named people in the order of the text, for "she told us". */
  readonly people: readonly Source[]
}

const pronoun = /^(?:he|she|i|they|we)$/i

/** "The policy had two parts, the company said", "when it said". */
const leadingClause =
  /^(?!.*\b(?:who|which|whose|that)\b).*\b(?:has|have|had|is|are|was|were|will)\b.*,\s+(?=(?:the|it|he|she|they)\b[^,]*$)|^(?:when|while|before|after|but|and)\s+(?=\S)/i

/** Whom the trace, or failing that the page, means by "she". */
const findPronoun = (page: Page, at: number): Source | null => {
  const before = page.people.filter(({ mentions }) => mentions.some(({ start }) => start < at))
  return before.at(-1) ?? page.people[0] ?? null
}

const readHop = (page: Page, whole: Span, via: string, around: string): Hop => {
  const given = page.text.slice(whole.start, whole.end)
  const lead = (leadingClause.exec(given) ?? leadingTime.exec(given))?.[0].length ?? 0
  const span = { start: whole.start + lead, end: whole.end }
  const name = page.text.slice(span.start, span.end)
  const told = page.publication.trace.attributions.find(({ source }) => source.some(piece => overlaps(piece, span)))
  const traced =
    page.sources.get(told?.sourceId ?? '') ??
    [...page.sources.values()].find(({ mentions }) => mentions.some(mention => overlaps(mention, span)))
  const own = describeParty(name, via, around)
  const meant =
    pronoun.test(name) && (traced === undefined || pronoun.test(traced.name) || traced.identity !== 'named')
      ? findPronoun(page, span.start)
      : traced
  if (meant === undefined || meant === null || (own.identity === 'named' && own.kind !== 'person'))
    return { ...own, count: null, reason: null, sourceId: traced?.id ?? null, mention: span }
  const firm = meant.identity !== 'unspecified' && (own.identity !== 'anonymous' || meant.identity === 'anonymous')
  return {
    role: meant.kind === 'outlet' ? 'outlet' : meant.kind === 'document' ? 'document' : own.role,
    name: meant.name.length >= name.length || pronoun.test(name) ? meant.name : name,
    kind: meant.kind === 'unknown' ? own.kind : meant.kind,
    identity: firm && !(own.identity === 'named' && meant.identity === 'unnamed') ? meant.identity : own.identity,
    count: meant.count,
    reason: meant.reason,
    sourceId: meant.id,
    mention: span,
    via,
  }
}

const stanceOf = (frame: Frame | null, attribution: TracedAttribution | null, text: string): Stance => {
  const via = frame?.parties.at(-1)?.via ?? ''
  if (/^den(?:y|ies|ied)$/.test(via) || /\bdenie[sd]\s+that\b/.test(text)) return 'denied'
  return attribution?.stance ?? 'asserted'
}

/** Whether a hedge is for the part of a content that stands in `span`: within it, or in the words around the content but for its cue ("alleged that …"). */
const isFor = (hedge: Span, span: Span, { content, cue }: TracedAttribution): boolean =>
  overlaps(hedge, span) || (!content.some(piece => overlaps(hedge, piece)) && !cue.some(piece => overlaps(hedge, piece)))

const makeStatement = (
  page: Page,
  span: Span,
  cut: Span | null,
  attribution: TracedAttribution | null,
  hops: readonly Hop[],
  stance: Stance,
): Statement | null => {
  const { id, key, publishedAt } = page.publication
  const text =
    cut === null
      ? page.text.slice(span.start, span.end)
      : `${page.text.slice(span.start, cut.start)} ${page.text.slice(cut.end, span.end).trimStart()}`
  const particulars = readParticulars(text, publishedAt, page.names)
  if (particulars.words.length + (particulars.negated ? 1 : 0) < LEAST_WORDS) return null
  const hedges = [...text.matchAll(hedge)].map(match => ({
    start: span.start + match.index,
    end: span.start + match.index + match[0].length,
  }))
  const own = attribution?.hedges.filter(piece => overlaps(piece, span)) ?? []
  const doubted =
    attribution?.hedges.some(
      piece =>
        isFor(piece, span, attribution) &&
        /^(?:[Aa]lleged(?:ly)?|suspected|may|might|could)$/.test(page.text.slice(piece.start, piece.end)),
    ) ?? false
  return {
    publication: id,
    key,
    attribution: attribution?.id ?? null,
    span,
    text,
    stance,
    hedges: own.length > 0 || cut !== null ? own : hedges,
    hops,
    particulars: doubted && !particulars.hedged ? { ...particulars, hedged: true } : particulars,
    keys: particulars.words,
  }
}

const outward = (hops: readonly Hop[] | undefined): readonly Hop[] =>
  (hops ?? []).filter(({ role }) => role !== 'publisher' && role !== 'original-publisher')

/** "HELSTAD (NPA) — …", "The Latest: …", "… | Cray Observer". */
const lead =
  /^\s*(?:\p{Lu}[\p{Lu} .,'’-]{2,40}(?:, \p{Lu}[\p{L}.]+)?(?:,? \([^)]{2,30}\))?\s*(?:[—–]|--?)\s+|\([A-Z]{2,12}\)\s*[—–-]\s+|(?:The Latest|BREAKING|Breaking|UPDATE|Watch|WATCH):\s+)/u
const trail = /\s[|]\s[^|]{2,40}(?:\s[|]\s[^|]{2,40})?$/u

/** A line without what the page puts around it: its dateline, its own name. */
const trimLine = (text: string, { start, end }: Span): Span => {
  const line = text.slice(start, end)
  const [before, after] = [lead.exec(line)?.[0].length ?? 0, trail.exec(line)?.[0].length ?? 0]
  return before + after < end - start ? { start: start + before, end: end - after } : { start, end }
}

/** Shorter words within quotation marks are a name or a turn of phrase. */
const LEAST_QUOTE = 24
const quotation = /["“]([^"“”]*)["”]|‘‘([^‘’]*)’’/g

/** What a sentence has within quotation marks, where that is enough to be found again: "blaming “many years of foolishness and stupidity”". */
const findQuotes = (text: string, { start, end }: Span): Span[] =>
  [...text.slice(start, end).matchAll(quotation)]
    .filter(([words]) => words.length >= LEAST_QUOTE)
    .map(({ 0: words, index }) => trimQuotes(text, { start: start + index, end: start + index + words.length }))

const readSentence = (page: Page, whole: Span): Statement[] => {
  const sentence = trimLine(page.text, whole)
  const text = page.text.slice(sentence.start, sentence.end)
  if (furniture.test(text) || stamp.test(text) || script.test(text) || /\?["”’]?$/.test(text)) return []
  const { attributions } = page.publication.trace
  const shift = ({ start, end }: Span): Span => ({ start: start + sentence.start, end: end + sentence.start })
  const frame = readFrame(text)
  const covering = (span: Span): TracedAttribution | null => {
    let best: TracedAttribution | null = null
    let most = 0
    for (const attribution of attributions)
      for (const piece of attribution.content) {
        const common = shared(piece, span)
        if (common > most && common >= COVERED * Math.min(width(piece), width(span)) && common >= 0.3 * width(span)) {
          most = common
          best = attribution
        }
      }
    return best
  }
  const found: (Statement | null)[] = []
  const main = frame === null ? sentence : shift(frame.content)
  const attribution = covering(main)
  if (frame !== null) {
    const hops = frame.nobody ? [nobody('said')] : frame.parties.map(({ span, via }) => readHop(page, shift(span), via, frame.words))
    const traced = outward(page.hops.get(attribution?.id ?? ''))
    const cited = !frame.nobody && hops.at(-1)?.kind === 'outlet' ? traced.slice(traced.findIndex(({ kind }) => kind === 'outlet') + 1) : []
    const deeper = cited.filter(
      ({ name, kind, mention }) =>
        kind !== 'outlet' && (mention === null || !overlaps(mention, main)) && name !== '' && !hops.some(hop => hop.name.includes(name)),
    )
    found.push(
      makeStatement(
        page,
        main,
        frame.cut === null ? null : shift(frame.cut),
        attribution,
        [...hops, ...deeper],
        stanceOf(frame, attribution, text),
      ),
    )
  } else {
    const whole = attribution?.content.some(piece => shared(piece, sentence) >= COVERED * width(sentence)) ? attribution : null
    const span = trimQuotes(page.text, sentence)
    found.push(
      makeStatement(
        page,
        span,
        null,
        whole,
        whole === null ? [] : outward(page.hops.get(whole.id)),
        whole?.stance ?? stanceOf(null, null, text),
      ),
    )
  }
  for (const other of attributions) {
    if (other === attribution && (frame !== null || other.content.some(piece => shared(piece, sentence) >= COVERED * width(sentence))))
      continue
    for (const piece of other.content) {
      const part = { start: Math.max(piece.start, sentence.start), end: Math.min(piece.end, sentence.end) }
      if (width(part) < LEAST_CONTENT || shared(part, main) >= 0.85 * width(main)) continue
      found.push(makeStatement(page, trimQuotes(page.text, part), null, other, outward(page.hops.get(other.id)), other.stance))
    }
  }
  const known = found.filter(statement => statement !== null)
  for (const quote of findQuotes(page.text, sentence)) {
    if (known.some(({ span }) => shared(span, quote) >= 0.95 * Math.max(width(span), width(quote)))) continue
    const around = covering(quote)
    found.push(
      makeStatement(
        page,
        quote,
        null,
        around ?? attribution,
        (around === null || around === attribution ? known[0]?.hops : outward(page.hops.get(around.id))) ?? [],
        around?.stance ?? known[0]?.stance ?? 'asserted',
      ),
    )
  }
  const first = found[0]
  if (first !== null && first !== undefined && first.text.length === width(first.span))
    for (const clause of splitClauses(page.text, first.span)) {
      const part = makeStatement(page, trimQuotes(page.text, clause), null, attribution, first.hops, first.stance)
      if (part !== null && part.particulars.words.length >= LEAST_CLAUSE) found.push(part)
    }
  return found.filter(statement => statement !== null)
}

const trimQuotes = (text: string, { start, end }: Span): Span => {
  let [from, to] = [start, end]
  while (from < to && /["“”\s]/.test(text[from])) from++
  while (to > from && /["“”\s.,;]/.test(text[to - 1])) to--
  return { start: from, end: to }
}

/** What a publication says, sentence by sentence and in text order: contents of attributions, and what it says in its own voice. */
export const readStatements = (publication: Publication): Statement[] => {
  const { document, chains, sources } = publication.trace
  const page: Page = {
    publication,
    text: document.text,
    sources: new Map(sources.map(source => [source.id, source])),
    hops: new Map(chains.map(chain => [chain.attribution, chain.hops])),
    names: findNames(document.text),
    people: sources.filter(({ kind, identity }) => kind === 'person' && identity === 'named'),
  }
  return splitSentences(document.text).flatMap(sentence => readSentence(page, sentence))
}
