import { findDate } from './dates.ts'
import { agencyOf, isGivenName, isKnownOutlet, isOutletName, isPersonShape, isRole } from './names.ts'

/** Who a byline names: people and agencies, the outlet behind a name, and roles that stand for a name. */
export interface Byline {
  readonly authors: readonly string[]
  readonly outlet: string | null
  readonly roles: readonly string[]
}

const LEAD =
  /^(?:[^.!?“"]{2,60}?\s[—–|•-]\s*)?(?:(?:an? )?(?:exclusive|opinion|analysis|report|story|article|text|words|commentary|guest post|column|essay|dispatch|review|reviewed|interviewed|reporting|posted|written|compiled|reported|published|told|interview|submitted|authored|edited|produced|prepared|collated)\s+)?by\s*:?\s+|^(?:authors?|byline|words|text|reporters?|writer)\s*:\s*/i
/** What every such line has. */
const LEADING = /\bby\b|^(?:authors?|byline|words|text|reporters?|writer)\s*:/i
const HANDLE = /\s*(?:\(?@\w{2,30}\)?|\b(?:follow|twitter|e-?mail|facebook|contact|bio|archive)\b.*$|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/gi
const POSTED =
  /^(?:[Pp]osted|[Ss]ubmitted|[Pp]ublished|[Ww]ritten|[Aa]uthor|[Bb]logged)(?: by)?\s*:?\s+@?([a-z][\w.-]{1,24})(?=\s+(?:on|at|in|\||·|•|—|–|-)\s|\s*$|,)/
// Wes Carrick at Quarry Road; Jane Roe in Tarsk and Tom Vale in Pell
const STATIONED =
  /^(\p{Lu}[\p{L}'’.-]+(?: (?:\p{Lu}[\p{L}'’.-]*|de|da|van|von|al|bin|la|le)){1,3})(?:,| reports?| reporting)? (?:at|in|from) (?:the )?\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|of|the)){0,4}(?:(?:,| and|, and) (?=\p{Lu})|$)/u
const SMALL = /^(?:by|the|our|a|an|and|with|from|of|for|in|at|special|staff|wire)$/i

const splitNames = (words: string): string[] =>
  words
    .split(/\s*(?:,|;|\||\/|•|·|—|–| - |&| and | with | y | et | und )\s*/i)
    .map(part => part.trim())
    .filter(Boolean)

/** The name before an outlet's and a role: "TOM VALE Associated Press Writer". */
const personBefore = (words: string): string | null => {
  const parts = words.split(' ')
  for (let at = 2; at <= 3 && at < parts.length - 1; at++) {
    const name = parts.slice(0, at).join(' ')
    if (isPersonShape(name) && isKnownOutlet(parts.slice(at, -1).join(' '))) return name
  }
  return null
}

/** Tells names from roles, outlets and places in the words of a byline. "Jane Roe and Ann Poe, Court Correspondents" → two authors, one role. */
export const readNames = (words: string): Byline => {
  const date = findDate(words)
  let rest = (date ? words.slice(0, date.start) : words).replace(HANDLE, ' ').replace(/\s+/g, ' ')
  // Jane Roe, Velanews via The Wire Hub
  rest = rest.replace(/ via (?=(?:the )?\p{Lu})/iu, ' | ')
  rest = rest.replace(
    /\b(?:updated|published|posted|on)?\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?(?:(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|aug|sept?|oct|nov|dec)\.? \d{1,2}\b|\d{1,2}[:.]\d\d).*$/i,
    '',
  )
  rest = rest.replace(/[\s,|/•·–—.:-]+$/, '').replace(/\((?:[^()]*)\)/g, ', ')
  const authors: string[] = []
  const roles: string[] = []
  let outlet: string | null = null
  const whole = rest.trim()
  if (agencyOf(whole)) return { authors: [whole.replace(/^the /i, 'The ')], outlet: whole, roles }
  for (const part of splitNames(rest)) {
    let name = part.replace(/^(?:by|with)\s+/i, '').replace(/\s+(?:in|from|reporting from|at) (?:the )?\p{Lu}[\p{L} .'-]*$/u, '')
    const behind = /^(.+?)\s+(?:for|of|at|from)\s+(?:the )?(\p{Lu}.*)$/u.exec(part)
    if (behind && (isOutletName(behind[2]) || agencyOf(behind[2]))) {
      outlet = outlet ?? behind[2]
      name = behind[1]
    }
    const person = isRole(name) ? personBefore(name) : null
    if (person) {
      authors.push(person)
      continue
    }
    if (isRole(name) || (/^(?:a|an|the|our|special)\b/i.test(name) && /\p{Ll}/u.test(name))) {
      roles.push(name)
      continue
    }
    const parts = name.split(' ')
    const from = (index: number) => parts.slice(index).join(' ')
    const cuts = parts
      .map((_, index) => index)
      .filter(index => index >= 2 && parts.length - index >= 2 && isOutletName(from(index)) && !parts[index - 1].endsWith('.'))
    const at = cuts.find(index => isKnownOutlet(from(index))) ?? cuts[0] ?? 0
    if (at > 0 && (isGivenName(name) || !isOutletName(name))) {
      outlet = outlet ?? parts.slice(at).join(' ')
      name = parts.slice(0, at).join(' ')
    }
    const personal = authors.length === 0 && isPersonShape(name) && !/\b(?:News|Times|Post|Press|Gazette|Herald)\b/.test(name)
    if (agencyOf(name) || (isOutletName(name) && !personal)) {
      outlet = outlet ?? name
      continue
    }
    if (isPersonShape(name)) authors.push(name)
    else if (
      authors.length === 0 &&
      roles.length === 0 &&
      /^\p{Lu}/u.test(name) &&
      parts.length <= 4 &&
      parts.every(word => /^\p{Lu}/u.test(word) || SMALL.test(word))
    )
      authors.push(name)
  }
  if (authors.length === 0 && outlet) authors.push(outlet)
  return { authors: [...new Set(authors)], outlet, roles }
}

/** Reads a line that begins like a byline; null where it is a sentence or something else. "By Court Correspondent" → a role, no author. */
export const readByline = (line: string): Byline | null => {
  if (line.length > 240) return null
  const handle = POSTED.exec(line)
  if (handle) return { authors: [handle[1]], outlet: null, roles: [] }
  const lead = LEADING.test(line) ? LEAD.exec(line) : null
  if (!lead) return null
  const words = line.slice(lead[0].length).trim()
  if (!words || /^\d/.test(words)) return null
  const first = /^\S+/.exec(words)![0]
  const capital = /^\p{Lu}/u.test(first) || /^(?:al|el|de|van|von|d)[-']?\p{L}*$/u.test(first)
  if (!capital && !/^(?:the|our|a|an|staff|special)$/i.test(first)) return null
  if (/[.!?]$/.test(words) && words.split(' ').length > 8) return null
  if (/\b(?:is|was|are|were|has|had|have|will|would|said|says)\b/.test(words)) return null
  const byline = readNames(words)
  return byline.authors.length + byline.roles.length > 0 ? byline : null
}

const readStations = (line: string, beside: boolean): Byline | null => {
  const authors: string[] = []
  let rest = line
  for (let count = 0; count < 4 && rest !== ''; count++) {
    const match = STATIONED.exec(rest)
    if (!match || isOutletName(match[1]) || !(isGivenName(match[1]) || beside || count > 0)) return null
    authors.push(match[1])
    rest = rest.slice(match[0].length)
  }
  return rest === '' ? { authors, outlet: null, roles: [] } : null
}

/** Reads "Name, Role" without "By": "Hugo Fennimore, Rural Affairs Correspondent"; and "Jane Roe in Tarsk". `beside`: a date stands above or below it. */
export const readSignature = (line: string, beside = false): Byline | null => {
  if (line.length > 120 || /[.!?:]$/.test(line)) return null
  const stationed = line.length <= 80 && / (?:at|in|from) /.test(line) ? readStations(line, beside) : null
  if (stationed) return stationed
  const match = /^([^,|•·–—]{4,60}?)\s*[,|•·–—]\s*(.{3,80})$/.exec(line)
  if (!match || !isPersonShape(match[1]) || isOutletName(match[1])) return null
  const role = match[2].split(/\s*[,|•·–—]\s*/)
  const credited = role.length === 1 && isGivenName(match[1]) && (agencyOf(role[0]) !== null || isKnownOutlet(role[0]))
  if (
    !credited &&
    !role.some(part => isRole(part) || (isRole(part.replace(/\s+(?:of|at|for|in)\s+.*$/, '')) && part.split(' ').length < 8))
  )
    return null
  const outlet = role.find(part => !isRole(part) && (isOutletName(part) || agencyOf(part))) ?? null
  return { authors: [match[1]], outlet, roles: role }
}
