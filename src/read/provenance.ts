import type { Evidence, Original, Provenance } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import { FOLLOWED, type OriginMark, readCredits } from './credits.ts'
import { readDateline } from './datelines.ts'
import { findDate, findDayBefore } from './dates.ts'
import type { Masthead } from './header.ts'
import type { Layout } from './layout.ts'
import { agencyOf, isOutletName, isSameOutlet } from './names.ts'
import { readRights } from './rights.ts'

/** What is known of a publication beside its text: from the record it came in, or from a page's metadata. It is believed before the text is. */
export interface Declared {
  readonly url?: string | null
  readonly publisher?: string | null
  readonly publishedAt?: string | null
  readonly updatedAt?: string | null
  readonly seenAt?: string | null
  readonly title?: string | null
  readonly authors?: readonly string[]
  readonly tags?: readonly { readonly kind: string; readonly value: string }[]
  readonly original?: Original | null
  readonly rightsHolder?: string | null
  readonly evidence?: readonly Evidence[]
}

interface Choice {
  readonly name: string
  readonly date: string | null
  readonly url: string | null
  readonly span: Span | null
  readonly from: string
}

/** The publisher's own line among several mastheads is the one with the latest date; the others are where it has the text from. */
const splitMastheads = (mastheads: readonly Masthead[], known: string | null): { own: Masthead | null; others: Masthead[] } => {
  if (mastheads.length === 0) return { own: null, others: [] }
  const matching = known ? mastheads.filter(masthead => isSameOutlet(masthead.name, known)) : []
  if (known && matching.length === 0)
    return { own: null, others: mastheads.filter(masthead => masthead.date !== null || agencyOf(masthead.name) !== null) }
  const plate = known ? null : mastheads.find(masthead => masthead.from === 'nameplate')
  if (plate) return { own: plate, others: mastheads.filter(masthead => !isSameOutlet(masthead.name, plate.name)) }
  const pool = matching.length > 0 ? matching : mastheads.filter(masthead => masthead.from === 'publisher line').concat(mastheads)
  const dated = pool.filter(masthead => masthead.date)
  let own = pool[0]
  if (own.from !== 'publisher line' && dated.length > 0)
    own = dated.reduce((best, masthead) => (masthead.date! > best.date! ? masthead : best))
  return { own, others: mastheads.filter(masthead => masthead !== own && !isSameOutlet(masthead.name, own.name)) }
}

const addOriginal = (chain: Choice[], choice: Choice, publisher: string | null) => {
  if (publisher && isSameOutlet(choice.name, publisher)) return
  const same = chain.findIndex(other => isSameOutlet(other.name, choice.name))
  if (same < 0) chain.push(choice)
  else chain[same] = { ...chain[same], date: chain[same].date ?? choice.date, url: chain[same].url ?? choice.url }
}

const toOriginal = (chain: readonly Choice[]): Original | null => {
  let original: Original | null = null
  for (const choice of [...chain].reverse())
    original = { publisher: choice.name, publishedAt: choice.date, url: choice.url, earlier: original }
  return original
}

/** HARSTAD BAY, 14 October 2025 (Norrland Wire) -   where no other publisher than the agency is known, whose copy may be of a later day. */
const findDateline = (text: string, layout: Layout, publisher: string | null): { date: string; span: Span } | null => {
  const paragraphs = layout.segments.filter((_, index) => layout.kinds[index] === 'paragraph').slice(0, 3)
  for (const { plain, start, end } of paragraphs) {
    const dateline = readDateline(plain)
    const date = dateline ? (findDate(dateline.words)?.value ?? null) : null
    if (!dateline || !date) continue
    const agency = dateline.agency ?? dateline.credit
    if (agency && publisher && !isSameOutlet(agency, publisher)) return null
    const at = text.slice(start, end).indexOf(dateline.words)
    return { date, span: at < 0 ? { start, end } : { start: start + at, end: start + at + dateline.words.length } }
  }
  return null
}

/** Puts together what the page says of where it comes from, with the words that say so and what lost against them. */
export const readProvenance = (text: string, layout: Layout, declared: Declared): Provenance => {
  const { header } = layout
  const { marks, credits, authors: reporters } = readCredits(text, layout)
  const found = readRights(text, layout)
  const evidence: Evidence[] = [...(declared.evidence ?? []), ...header.evidence]
  const note = (field: string, span: Span | null, from: string) => evidence.push({ field, span, from })

  const { own, others } = splitMastheads(header.mastheads, declared.publisher ?? null)
  const statement = marks.filter(mark => mark.rank === 1)
  const holder = found.rights?.holder ?? null
  const candidates: Choice[] = []
  if (declared.publisher) candidates.push({ name: declared.publisher, date: null, url: null, span: null, from: 'record' })
  if (own) candidates.push(own)
  const isOrigin = (name: string) => statement.some(mark => isSameOutlet(mark.name, name)) || agencyOf(name) !== null
  if (found.publisher && !isOrigin(found.publisher.name)) candidates.push({ ...found.publisher, date: null, url: null, from: 'disclaimer' })
  if (holder && isOutletName(holder) && !isOrigin(holder))
    candidates.push({ name: holder, date: null, url: null, span: found.holderSpan, from: 'rights line' })
  const first = candidates[0] ?? null
  const solo =
    (first?.from === 'masthead' || first?.from === 'nameplate') &&
    statement.some(mark => isSameOutlet(mark.name, first.name)) &&
    header.mastheads.length === 1
  const chosen = solo ? (candidates.find(candidate => !isSameOutlet(candidate.name, first!.name)) ?? null) : first
  const publisher = chosen?.name ?? null
  if (chosen && chosen.from !== 'record') note('publisher', chosen.span, chosen.from)
  for (const other of candidates)
    if (other !== chosen && !(publisher && isSameOutlet(other.name, publisher)))
      note('publisher', other.span, `${other.from}, lost: ${other.name}`)

  const ownDate = own?.date && (!declared.publisher || isSameOutlet(own.name, declared.publisher)) && !solo ? own : null
  const partialDate = header.partialDate && declared.seenAt ? findDayBefore(header.partialDate.words, declared.seenAt) : null
  const pageDate = ownDate || header.publishedAt || !declared.publisher ? null : (others.findLast(other => other.date) ?? null)
  const foot = layout.segments.find(
    (segment, index) =>
      index >= layout.footer && /^(?:originally |first )?(?:published|posted)\b/i.test(segment.plain) && findDate(segment.plain),
  )
  const footDate = foot ? findDate(foot.plain) : null
  const dateline = findDateline(text, layout, publisher)
  const publishedAt =
    declared.publishedAt ??
    ownDate?.date ??
    header.publishedAt?.value ??
    pageDate?.date ??
    footDate?.value ??
    partialDate ??
    dateline?.date ??
    null
  if (!declared.publishedAt && ownDate) note('publishedAt', ownDate.span, ownDate.from)
  else if (!declared.publishedAt && header.publishedAt) note('publishedAt', header.publishedAt.span, 'date line')
  else if (!declared.publishedAt && partialDate) note('publishedAt', header.partialDate!.span, 'date line, the year from the time seen')
  else if (dateline && publishedAt === dateline.date) note('publishedAt', dateline.span, 'dateline')
  const updatedAt = declared.updatedAt ?? header.updatedAt?.value ?? null
  if (!declared.updatedAt && header.updatedAt) note('updatedAt', header.updatedAt.span, 'update line')

  const origins: Choice[] = []
  const take = (choice: Choice) => {
    const before = origins.length
    addOriginal(origins, choice, publisher)
    note('original', choice.span, origins.length > before ? choice.from : `${choice.from}: ${choice.name}`)
  }
  const dateOf = (mark: OriginMark) => mark.date ?? (mark.dayWords && publishedAt ? findDayBefore(mark.dayWords, publishedAt) : null)
  for (const mark of statement) take({ ...mark, date: mark.date === publishedAt && marks.length > 1 ? null : mark.date })
  if (solo && own) take({ ...own })
  for (const other of others.filter(({ name }) => !declared.authors?.includes(name) && !header.authors.includes(name)))
    take(other === pageDate ? { ...other, date: null } : other)
  if (declared.original?.publisher) {
    const { publisher: name, publishedAt: date, url } = declared.original
    if (declared.evidence?.some(({ field }) => field === 'original'))
      addOriginal(origins, { name, date, url, span: null, from: 'metadata' }, publisher)
    else take({ name, date, url, span: null, from: 'metadata' })
  }
  for (const mark of [...marks].sort((a, b) => a.rank - b.rank))
    if (mark.rank > 1 && mark.rank < FOLLOWED) take({ ...mark, date: dateOf(mark) })
  for (const { rank, span, name } of marks) if (rank === FOLLOWED) note('original', span, `reported first, lost: ${name}`)
  if (header.bylineOutlet && (publisher || agencyOf(header.bylineOutlet.name)))
    take({ ...header.bylineOutlet, date: null, url: null, from: 'byline' })
  if (holder && agencyOf(holder)) take({ name: holder, date: null, url: null, span: found.holderSpan, from: 'rights line' })
  // Reporting by Velanews.   (and nobody else's byline)
  if (!declared.authors?.length && header.authors.length === 0)
    for (const { name, span } of reporters) if (agencyOf(name)) take({ name, date: null, url: null, span, from: 'reporting credit' })
  const isBody = (name: string) =>
    origins.some(origin => isSameOutlet(origin.name, name)) || (publisher !== null && isSameOutlet(publisher, name))
  const people = header.authors.filter(author => !isBody(author))
  const authors = declared.authors?.length
    ? declared.authors
    : header.authors.length > 0
      ? people.length > 0
        ? people
        : header.authors
      : [...new Set(reporters.map(reporter => reporter.name))]
  if (!declared.authors?.length && header.authors.length === 0 && reporters.length > 0)
    note('authors', reporters[0].span, 'reporting credit')
  if (found.rights?.holder) note('rights', found.holderSpan, 'rights line')
  const rights =
    found.rights ?? (declared.rightsHolder ? { holder: declared.rightsHolder, statement: null, permission: null, disclaimer: null } : null)
  const tags = [...header.tags, ...(declared.tags ?? [])]
  return {
    url: declared.url ?? header.url,
    publisher,
    publishedAt,
    updatedAt,
    seenAt: declared.seenAt ?? null,
    authors,
    original: toOriginal(origins),
    credits,
    tags: tags.filter((tag, index) => tags.findIndex(other => other.value === tag.value) === index),
    rights,
    evidence,
  }
}
