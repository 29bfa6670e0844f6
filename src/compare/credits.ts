import { journalistRoles } from '../lexicon/en/journalist-roles.ts'
import { captionLabels } from '../lexicon/en/photo-credits.ts'
import type { Original } from '../model/document.ts'
import type { Publication } from '../model/publication.ts'
import type { Span } from '../model/span.ts'

/** Words of a page that say whose text it prints: a name, and the words themselves where they stand in the text. */
export interface TextCredit {
  readonly name: string
  readonly span: Span | null
  /** `whole`: the text is theirs; `part`: they contributed to it. */
  readonly extent: 'whole' | 'part'
  /**
   * `stated`: the page says that it was republished from them; `rights`: they hold the rights; `sign`: a dateline or last word in brackets; `line`: a byline or
   * line of its own, which may name anybody.
   */
  readonly by: 'stated' | 'rights' | 'sign' | 'line'
}

const HOST = '[\\p{L}\\d-]{1,63}(?:\\.[a-z\\d-]{1,63}){0,4}\\.(?:com|org|net|info|example|[a-z]{2})'
/** A name with capitals or a web address, as the source of a regular expression. */
export const NAME = `(?:${HOST}|(?:[Tt]he )?\\p{Lu}[\\p{L}\\p{N}&.’'-]{0,40}(?:[ /](?:of |the |and |de |du |la |& )?[\\p{Lu}\\d][\\p{L}\\p{N}&.’'-]{0,40}){0,5})`
const PERSON = "\\p{Lu}[\\p{L}.’'-]+(?: \\p{L}[\\p{L}.’'-]*){1,4}"
const PEOPLE = `(?:[Bb][Yy]\\s+)?${PERSON}(?:\\s*(?:,|[Aa][Nn][Dd]|&)\\s*${PERSON}){0,4}`
const DAY =
  '(?:(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day\\b|(?:[Pp]ublished|[Pp]osted|[Uu]pdated)\\b|(?:January|February|March|April|May|June|July|August|September|October|November|December)\\b\\.? \\d)'

/** A credit is sought in a line of at most so many characters, and a dateline in the first so many of a longer one. */
const LINE = 200

// SELWARROW, March 4 (Kestrel Wire) - The tunnel …
const DATELINE = new RegExp(`^(?:\\S.{0,90}\\s)?\\((${NAME})\\)\\s*[-–—]{1,2}\\s`, 'u')

// Jonas Pell, Kestrel Wire | By JONAS PELL and RUTH OKELL - Kestrel Wire
const BYLINE = new RegExp(`^${PEOPLE}\\s*(?:,|\\||[-–—])\\s*(${NAME})$`, 'u')

// Jonas Pell and Ruth Okell / Kestrel Wire; a picture has one maker
const SLASHED = new RegExp(`^${PEOPLE}\\s*(?:[Aa][Nn][Dd]|&)\\s*${PERSON}\\s*/\\s*(${NAME})$`, 'u')

const PATTERNS: readonly (readonly [RegExp, TextCredit['extent'], TextCredit['by']?])[] = [
  // By The Kestrel Wire | From Kestrel Wire
  [new RegExp(`^(?:B[Yy]|F[Rr][Oo][Mm]|[Vv]ia)\\s+(${NAME})\\.?$`, 'u'), 'whole'],
  // By Jonas Pell of Kestrel Wire | Authored by Jonas Pell via kestrelwire.example,
  [new RegExp(`^(?:\\p{L}+ )?[Bb][Yy] ${PERSON} (?:of|at|for|via) (${NAME})[,:]?$`, 'u'), 'whole'],
  // Reprinted by kind permission of the Marrow Herald
  [new RegExp(`\\b(?:[Pp]ermission|[Cc]ourtesy) (?:of|from) (${NAME})`, 'u'), 'whole'],
  // Source - Kestrel Wire
  [new RegExp(`^(?:[Ss]ource|[Tt]ext|[Ss]tory|[Ww]ire)\\s*[-–—:]\\s*(${NAME})\\.?$`, 'u'), 'whole'],
  // Kestrel Wire•
  [new RegExp(`^(${NAME})\\s*[•·]$`, 'u'), 'whole'],
  // Kestrel Wire Monday, March 4, 2025 | Kestrel Wire | Published 1:42 p.m. | Kestrel Wire Posted at 9:40 am
  [new RegExp(`^(${NAME}?)[\\s|,•·–—-]+${DAY}`, 'u'), 'whole'],
  // … is planned for the last week of March. (Kestrel Wire) | (Kestrel Wire) | – Kestrel Wire
  [new RegExp(`(?:^|[.!?”"’)]\\s*)[(\\[](${NAME})[)\\]]\\.?$`, 'u'), 'whole', 'sign'],
  [new RegExp(`^[-–—]{1,2}\\s*(${NAME})$`, 'u'), 'whole'],
  // Kestrel Wire writers Jonas Pell and Ruth Okell contributed to this report
  [new RegExp(`^(${NAME}) (?:staff )?(?:writers?|reporters?|journalists?|correspondents?) .{3,160}\\bcontributed\\b`, 'u'), 'whole'],
  // The Kestrel Wire contributed to this report | with reporting from Kestrel Wire
  [new RegExp(`(?:^|[.!?]\\s+)(${NAME}) (?:also )?contributed (?:to|reporting)`, 'u'), 'part'],
  [new RegExp(`\\b[Ww]ith (?:additional )?(?:reporting|files|material|inputs?) (?:by|from) (${NAME})`, 'u'), 'part'],
]

// Kestrel Wire | KW | JONAS PELLKestrel Wire; not Business
const BARE = new RegExp(`(?:^|\\p{Ll})((?=.*[ ]|\\p{Lu}{2,}$)${NAME})$`, 'u')

const STAFF = new RegExp(`\\s+(?:${journalistRoles.join('|')})s?$`, 'i')

/** A page that names more than this is no article. */
const CREDITS = 200

/** A longer line before "Jonas Pell, Kestrel Wire" is a caption. */
const CAPTION = 140

const PICTURE = new RegExp(
  `^(?:${captionLabels.join('|')})s?\\b|\\b(?:photos?|image|picture|file)\\b|\\bvia \\p{L}+\\)?$|^credit\\s*:|[\\p{L}.]\\s*[|/]\\s*[\\p{Lu}]{2,4}\\)?$|getty images`,
  'iu',
)

const URL = /https?:\/\/[^\s)\]>"]{4,400}|\b(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12}\/[^\s)\]>"]{4,400}/gi

/** The addresses that a page gives, each with its place. */
export const findLinks = (text: string): { url: string; span: Span }[] =>
  !text.includes('/')
    ? []
    : [...text.matchAll(URL)].map(match => ({ url: match[0], span: { start: match.index, end: match.index + match[0].length } }))

const findEvidence = (publication: Publication, field: string): Span | null =>
  publication.trace.document.provenance.evidence.find(item => item.field === field && item.span !== null)?.span ?? null

// Jonas Pell, Kestrel Wire | Staff and Kestrel Wire | Kestrel Wire/Daily Horn | By Kestrel Wire staff
const splitAuthor = (author: string): string[] => {
  const parts = author
    .split(/\s*[,/|()]\s*|\s+(?:and|&|[-–—]|for|at|of|via)\s+/)
    .map(part => part.replace(/^by\s+/i, '').replace(STAFF, ''))
  return [...new Set([author, ...parts])].filter(part => part.trim() !== '')
}

/**
 * Whose text a page says it prints, surest first. Names are as they stand, and are taken generously: they tell something only where another page is that
 * outlet, gives the same credit, or where the name is an agency's. Pictures' credits are left out.
 */
export const readTextCredits = (publication: Publication): TextCredit[] => {
  const { text, provenance } = publication.trace.document
  const found: TextCredit[] = []
  const note = (words: string, span: Span | null, extent: TextCredit['extent'], by: TextCredit['by'] = 'line'): void => {
    const name = words.replace(/[.,;:]+$/, '')
    const known = found.findIndex(credit => credit.name === name)
    if (known < 0 && found.length >= CREDITS) return
    if (known < 0) found.push({ name, span, extent, by })
    else if (found[known].extent === 'part' && extent === 'whole') found[known] = { name, span, extent, by }
  }
  for (let original: Original | null = provenance.original; original !== null; original = original.earlier)
    if (original.publisher) note(original.publisher, findEvidence(publication, 'original'), 'whole', 'stated')
  for (const { name, role, span } of provenance.credits)
    if (role === 'contributed' || role === 'syndicated') note(name, span, role === 'syndicated' ? 'whole' : 'part', 'stated')
  for (const author of provenance.authors) for (const name of splitAuthor(author)) note(name, findEvidence(publication, 'authors'), 'whole')
  if (provenance.rights?.holder) note(provenance.rights.holder, findEvidence(publication, 'rights'), 'whole', 'rights')
  let before = 0
  for (let start = 0; start < text.length; ) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 ? text.length : stop
    const line = text.slice(start, Math.min(end, start + LINE)).trim()
    const whole = end - start <= LINE
    const take = (pattern: RegExp, extent: TextCredit['extent'], by: TextCredit['by'] = 'line'): void => {
      const name = pattern.exec(line)?.[1]
      if (name !== undefined) note(name, { start, end: Math.min(end, start + LINE) }, extent, by)
    }
    if (whole && line.includes('/')) take(SLASHED, 'whole')
    if (line !== '' && !PICTURE.test(line)) {
      take(DATELINE, 'whole', 'sign')
      if (whole) for (const [pattern, extent, by] of PATTERNS) take(pattern, extent, by)
      if (whole && (before < CAPTION || /^by /i.test(line))) take(BYLINE, 'whole')
      if (line.length <= 90) take(BARE, 'whole')
    }
    if (line !== '') before = end - start
    start = end + 1
  }
  return found
}
