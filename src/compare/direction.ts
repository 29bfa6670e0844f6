import { unspecificCredits } from '../lexicon/en/crediting-words.ts'
import { journalistRoles } from '../lexicon/en/journalist-roles.ts'
import type { Publication } from '../model/publication.ts'
import type { Direction, Reason, Sharing } from '../model/reuse.ts'
import type { Span } from '../model/span.ts'
import { type Citation, findCitations, findCitedOutlets } from './citations.ts'
import { readTextCredits, type TextCredit } from './credits.ts'
import { findBreak } from './cuts.ts'
import { type Aliases, type Outlets, openOutlets } from './outlet.ts'
import { findOwnReporting } from './own-reporting.ts'
import type { Comparison } from './passages.ts'
import { orderByTime } from './times.ts'

/** What is known beside the two publications. */
export interface DirectionContext {
  /** Groups of names that mean the same outlet or agency, beside the built-in ones. */
  readonly aliases?: Aliases
}

export interface DirectionFound {
  readonly direction: Direction
  readonly reasons: readonly Reason[]
}

/** One of the two, with what it says of where its text is from. */
interface Side {
  readonly publication: Publication
  readonly name: string
  readonly credits: readonly TextCredit[]
  /** Its own side of the words that they share. */
  readonly passages: readonly Span[]
}

interface Case {
  readonly a: Side
  readonly b: Side
  readonly comparison: Comparison
  readonly outlets: Outlets
}

const withOwn = new WeakMap<Aliases, Outlets>()
const builtIn = openOutlets()

const outletsOf = (aliases: Aliases | undefined): Outlets => {
  if (aliases === undefined) return builtIn
  const known = withOwn.get(aliases) ?? openOutlets(aliases)
  withOwn.set(aliases, known)
  return known
}

const explain = (side: Side, code: string, message: string, span: Span | null = null): Reason => ({
  code,
  message,
  span,
  in: side.publication.id,
})

const isBy = (outlets: Outlets, name: string, { publication }: Side): boolean =>
  publication.publisher !== null && outlets.isSame(name, publication.publisher)

/** A dateline or last word in brackets may give an agency's name in short. */
const isCreditOf = (outlets: Outlets, { name, by }: TextCredit, side: Side): boolean =>
  isBy(outlets, name, side) ||
  ((by === 'sign' || by === 'stated') && side.publication.publisher !== null && outlets.isShort(name, side.publication.publisher))

const from = (side: 'a' | 'b'): Direction => (side === 'a' ? 'a-from-b' : 'b-from-a')

const agree = (found: Readonly<Record<'a' | 'b', Reason | null>>): DirectionFound | null => {
  if (found.a && !found.b) return { direction: 'a-from-b', reasons: [found.a] }
  return found.b && !found.a ? { direction: 'b-from-a', reasons: [found.b] } : null
}

/** Who of the two takes from the other by one kind of evidence; where each does from the other, the later one. */
const weigh = ({ a, b }: Case, find: (taker: Side, giver: Side) => Reason | null): DirectionFound | null => {
  const found = { a: find(a, b), b: find(b, a) }
  if (!found.a || !found.b) return agree(found)
  const both = [found.a, found.b]
  const order = orderByTime(a.publication, b.publication)
  if (order === null)
    return { direction: 'unknown', reasons: [...both, explain(a, 'credit-each-other', `${a.name} and ${b.name} each name the other.`)] }
  const later = order.first === 'a' ? b : a
  return { direction: from(order.first === 'a' ? 'b' : 'a'), reasons: [...both, explain(later, 'later', `${later.name} had it later.`)] }
}

// "Kestrel Wire" in the byline of the Tarnmoor Gazette, beside the text of Kestrel Wire itself
const findCreditOfOther = (outlets: Outlets, taker: Side, giver: Side): Reason | null => {
  const credit = taker.credits.find(one => isCreditOf(outlets, one, giver) && !isCreditOf(outlets, one, taker))
  return credit ? explain(taker, 'credits-other', `${taker.name} credits ${giver.name} for its text.`, credit.span) : null
}

const findCitationOfOther = (outlets: Outlets, taker: Side, giver: Side, accept: (citation: Citation) => boolean): Reason | null => {
  if (giver.publication.publisher !== null && isBy(outlets, giver.publication.publisher, taker)) return null
  const citation = findCitations(taker.publication, giver.publication, taker.passages, outlets).find(accept)
  if (!citation) return null
  if (citation.via === 'link')
    return explain(taker, 'links-other', `${taker.name} links to ${giver.name} at what they share.`, citation.span)
  return citation.shared
    ? explain(taker, 'told-other', `The words that ${taker.name} shares say that they were told to ${giver.name}.`, citation.span)
    : explain(taker, 'cites-other', `${taker.name} cites ${giver.name} at what they share.`, citation.span)
}

/** Whether a credit that both give names an outlet: a byline's may be a person, and who holds the rights may own both. */
const isTelling = (outlets: Outlets, one: TextCredit, other: TextCredit): boolean =>
  one.by === 'rights' || other.by === 'rights'
    ? outlets.isAgency(one.name)
    : one.by === 'stated' ||
      other.by === 'stated' ||
      outlets.isOutlet(one.name) ||
      (one.by === 'sign' && other.by === 'sign' && !unspecificCredits.has(one.name.toLowerCase())) ||
      isSigned(one, other) ||
      isSigned(other, one)

// "(Teleskan)" at the end of one, "Star staff and Teleskan" over the other
const isSigned = (one: TextCredit, other: TextCredit): boolean =>
  one.by === 'sign' && other.by === 'line' && !/\s/.test(one.name) && !unspecificCredits.has(one.name.toLowerCase())

const isSameCredit = (outlets: Outlets, one: TextCredit, other: TextCredit): boolean =>
  outlets.isSame(one.name, other.name) ||
  (one.by !== 'line' && outlets.isShort(one.name, other.name)) ||
  (other.by !== 'line' && outlets.isShort(other.name, one.name))

/** A name that both credit, the text's as a whole on at least one side. */
const findCommonCredit = ({ a, b, outlets }: Case): DirectionFound | null => {
  for (const one of a.credits) {
    if (isCreditOf(outlets, one, a)) continue
    const other = b.credits.find(two => isSameCredit(outlets, one, two) && (one.extent === 'whole' || two.extent === 'whole'))
    if (!other || isCreditOf(outlets, other, b) || !isTelling(outlets, one, other)) continue
    return {
      direction: 'common-origin',
      reasons: [
        explain(a, 'same-credit', `${a.name} credits ${one.name} for its text.`, one.span),
        explain(b, 'same-credit', `${b.name} credits ${other.name} for its text.`, other.span),
      ],
    }
  }
  return null
}

/** An outlet that both cite, each in words of its own. */
const findCommonCitation = ({ a, b, outlets }: Case): DirectionFound | null => {
  const others = findCitedOutlets(b.publication, b.passages, outlets)
  for (const one of others.length > 0 ? findCitedOutlets(a.publication, a.passages, outlets) : []) {
    const other = others.find(({ name }) => outlets.isSame(one.name, name))
    if (!other || isBy(outlets, one.name, b) || isBy(outlets, other.name, a)) continue
    return {
      direction: 'common-origin',
      reasons: [
        explain(a, 'same-citation', `${a.name} cites ${one.name} at what they share.`, one.span),
        explain(b, 'same-citation', `${b.name} cites ${other.name} at what they share.`, other.span),
      ],
    }
  }
  return null
}

/** An agency that one side credits with the whole text, where the other credits nobody. */
const findAgency = ({ a, b, outlets }: Case): DirectionFound | null => {
  const agencyOf = (side: Side): TextCredit | undefined =>
    side.credits.find(one => one.extent === 'whole' && outlets.isAgency(one.name) && !isCreditOf(outlets, one, side))
  const [one, other] = [agencyOf(a), agencyOf(b)]
  if ((one === undefined) === (other === undefined)) return null
  const [side, silent] = one ? [a, b] : [b, a]
  if (silent.publication.publisher !== null && outlets.isAgency(silent.publication.publisher)) return null
  const { name, span } = (one ?? other)!
  return {
    direction: 'common-origin',
    reasons: [
      explain(
        side,
        'agency-credit',
        `${side.name} credits the agency ${name} for the text; ${silent.name} has it too, without that credit.`,
        span,
      ),
    ],
  }
}

const findSelfCopy = ({ a, b, outlets }: Case): DirectionFound | null => {
  const { publisher } = a.publication
  if (publisher === null || !isBy(outlets, publisher, b)) return null
  const order = orderByTime(a.publication, b.publication)
  const same = explain(a, 'same-publisher', `Both are publications of ${a.name}.`)
  if (order === null) return { direction: 'unknown', reasons: [same] }
  const later = order.first === 'a' ? b : a
  return {
    direction: from(order.first === 'a' ? 'b' : 'a'),
    reasons: [same, explain(later, 'own-update', `This one was ${order.by} later: the publisher used its own text again.`)],
  }
}

const ROLE = new RegExp(`(?:^|[\\s-])(?:${journalistRoles.join('|')})s?$`, 'i')

/** The people in a byline: not "Courier Staff", not an agency. */
const countPeople = ({ publication }: Side, outlets: Outlets): number =>
  publication.trace.document.provenance.authors.filter(name => !outlets.isOutlet(name) && !ROLE.test(name) && /\p{L}\s+\p{L}/u.test(name))
    .length

/** What is weak alone: who was later, who breaks off, whose text has a byline or tells of its own reporting. With a time, one of the others makes a direction. */
const weighTraces = ({ a, b, comparison, outlets }: Case): DirectionFound => {
  const order = orderByTime(a.publication, b.publication)
  const cut = findBreak(a.publication, b.publication, comparison)
  const reasons: Reason[] = []
  const broken = cut ? (cut.side === 'a' ? a : b) : null
  if (broken && cut)
    reasons.push(explain(broken, 'breaks-off', `${broken.name} breaks off in a sentence that the other text ends.`, cut.span))
  if (order === null) return { direction: 'unknown', reasons }
  const [first, later] = order.first === 'a' ? [a, b] : [b, a]
  const bylined = countPeople(first, outlets) > 0 && countPeople(later, outlets) === 0
  if (bylined) reasons.push(explain(first, 'byline', `${first.name} names who wrote the text; ${later.name} names nobody.`))
  const reporting = findOwnReporting(first.publication)
  if (reporting && !findOwnReporting(later.publication))
    reasons.push(explain(first, 'own-reporting', `${first.name} tells how it came by what it reports.`, reporting))
  const supports = reasons.filter(reason => reason.code !== 'breaks-off' || broken === later).length
  const enough = order.by === 'published' ? 1 : 2
  const when = `${later.name} was ${order.by} later than ${first.name}`
  if (supports >= enough && broken !== first && later.credits.every(({ by }) => by !== 'stated'))
    return { direction: from(order.first === 'a' ? 'b' : 'a'), reasons: [...reasons, explain(later, 'later', `${when}.`)] }
  return {
    direction: 'unknown',
    reasons: [...reasons, explain(later, 'time-only', `${when}; time alone does not show who had it from whom.`)],
  }
}

const read = new WeakMap<Publication, TextCredit[]>()

const creditsOf = (publication: Publication): TextCredit[] => {
  const known = read.get(publication) ?? readTextCredits(publication)
  read.set(publication, known)
  return known
}

const openSide = (publication: Publication, name: string, passages: readonly Span[]): Side => ({
  publication,
  name: publication.publisher ?? name,
  credits: creditsOf(publication),
  passages,
})

const spanRuns = ({ runs, words }: Comparison, side: 'a' | 'b'): Span[] =>
  runs.map(run => ({ start: words[side].start[run[side]], end: words[side].end[run[side] + run.length - 1] }))

const apart: Readonly<Record<'quotation' | 'boilerplate', string>> = {
  quotation: 'What they share is what somebody else said, word for word.',
  boilerplate: 'What they share is what pages say of themselves: rights, pleas, sign-offs.',
}

/**
 * Who has it from whom, from evidence only, the surest kind first: a credit of the other, a credit that both give, a citation of the other, an agency's
 * credit on one side, an outlet that both cite, one publisher's own text, and then traces that are weak alone. `unknown` where there is none, and for what is no copy.
 */
export const decideDirection = (
  a: Publication,
  b: Publication,
  comparison: Comparison,
  sharing: Sharing,
  { aliases }: DirectionContext = {},
): DirectionFound => {
  if (sharing === 'quotation' || sharing === 'boilerplate') {
    const span = comparison.passages[0]?.a ?? null
    return { direction: 'unknown', reasons: [{ code: `same-${sharing}`, message: apart[sharing], span, in: a.id }] }
  }
  const outlets = outletsOf(aliases)
  const sides: Case = {
    a: openSide(a, 'the one', spanRuns(comparison, 'a')),
    b: openSide(b, 'the other', spanRuns(comparison, 'b')),
    comparison,
    outlets,
  }
  return (
    weigh(sides, (taker, giver) => findCreditOfOther(outlets, taker, giver)) ??
    findCommonCredit(sides) ??
    weigh(sides, (taker, giver) => findCitationOfOther(outlets, taker, giver, ({ shared, via }) => via === 'link' || !shared)) ??
    findAgency(sides) ??
    findCommonCitation(sides) ??
    weigh(sides, (taker, giver) => findCitationOfOther(outlets, taker, giver, ({ shared, via }) => shared && via === 'told')) ??
    findSelfCopy(sides) ??
    weighTraces(sides)
  )
}
