import type { Credit } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import { readByline, readNames } from './byline.ts'
import { type Dateline, readDateline } from './datelines.ts'
import { findDate } from './dates.ts'
import type { Layout } from './layout.ts'
import { findLinks } from './markdown.ts'
import { agencyOf, isNameShape, isOutletName, isSameOutlet } from './names.ts'

/** Words that say from where the page has its text. `rank` orders them: the lower, the surer. */
export interface OriginMark {
  readonly name: string
  readonly date: string | null
  readonly url: string | null
  readonly span: Span
  readonly from: string
  readonly rank: number
  /** A dateline without a year. */
  readonly dayWords: string | null
}

const NAME =
  '((?:https?://)?[a-z0-9-]+(?:\\.[a-z0-9-]+)+(?:/\\S*)?|[\\p{Lu}\\d][^.;|()“”"\\n]{1,80}?|(?:al|el)-[^.;|()“”"\\n]{1,60}?|the [\\p{Lu}][^.;|()“”"\\n]{1,80}?)'
const END = '(?=\\s+(?:on|in|at|dated|under|with|and is|and has|and was|as part|here|as|earlier|last|this)\\b|\\s*[.,;|()“"]|\\s*$)'
const STATEMENTS: readonly RegExp[] = [
  // The original source of this article is Qasr News
  new RegExp(`\\b(?:original )?source of this (?:article|story|report|piece|text|item)\\s*(?:is|was|:)\\s*${NAME}${END}`, 'iu'),
  // This article was originally published by the Harbour Gazette on 3 March 2026
  new RegExp(
    `\\b(?:article|story|piece|post|report|column|essay|interview|text|item|version|dispatch|it)? ?(?:(?:was|has been|is|which) )*(?:originally |first )?(?:published|appeared|ran|posted|appears|runs|(?:re(?:printed|published|produced))(?! (?:on|in|at|by) )|syndicated|cross-?posted|supplied|provided|distributed|produced)(?: here)?(?: \\w+ (?:\\d{1,2} )?\\w+(?: \\d{4})?)? (?:by|on|in|at|from|with (?:the )?(?:kind )?permission (?:of|from)|courtesy of|under licen[cs]e from|through|via) ${NAME}${END}`,
    'iu',
  ),
  // Reprinted with permission from the Eastern Courant. / Courtesy of Velanews / Via Velanews
  new RegExp(
    `^(?:with (?:kind )?permission (?:of|from)|courtesy of|via|source\\s*:|from\\s*:|original(?: article| source| story)?\\s*:|origin\\s*:|wire\\s*:|hat tip\\s*:?|h/t)\\s*${NAME}${END}`,
    'iu',
  ),
  // © 2026 Velanews. Distributed by …
]
/** Whose report the page's own follows: not where its text is from. "This story was first reported by the Eastern Courant." */
const REPORTED_FIRST = new RegExp(`\\b(?:first|originally) reported (?:by|in|on) ${NAME}${END}`, 'iu')
/** Who passed on what another published first: "… first appeared in the Eastern Courant and was republished by the Harbour Gazette on 3 March". */
const PASSED_ON = new RegExp(
  `\\b(?:and|,) (?:(?:later|then|also|since|was|is|has been|subsequently|is being) )*(?:re(?:published|printed|posted|produced)|syndicated|distributed|supplied|picked up|carried|shared)(?: here)?(?: \\w+ (?:\\d{1,2} )?\\w+(?: \\d{4})?)? (?:by|in|on|through|via|from|with permission (?:of|from)|courtesy of) ${NAME}${END}`,
  'iu',
)
const STATED =
  /^(?:the )?(?:original )?(?:source of this|this (?:article|story|report|piece|post|column|essay|interview|text|item|dispatch|content)|the (?:article|story|piece|post|report|column|essay|interview|text) (?:was )?(?:originally|first)|(?:an? \w+ version of )?this|(?:originally|first) (?:published|appeared|posted|printed)|re(?:printed|published|produced|posted)|syndicated|distributed|cross-?posted|with (?:kind )?permission|courtesy of|via\b|source\s*:|from\s*:|original(?: article| source| story)?\s*:|origin\s*:|wire\s*:|translated)/i
const CREDITS: readonly (readonly [RegExp, Credit['role'] | 'author'])[] = [
  [/\badditional (?:reporting|research|writing|material|information)(?: and \w+)? (?:by|from)\s+([^;.()]+)/i, 'contributed'],
  [/^(.{3,160}?)\s+(?:also )?contributed (?:to|reporting)\b/i, 'contributed'],
  [/\bwith (?:additional )?(?:reporting|files|inputs?|contributions?|material)(?: by| from)\s+([^;.()]+)/i, 'contributed'],
  [/(?:^|[(;.]\s*)(?:writing|research) by\s+([^;.()]+)/i, 'contributed'],
  [/(?:^|[(;.]\s*)(?:reporting|reported)(?: and (?:writing|editing))? by\s+([^;.()]+)/i, 'author'],
  [/\btranslat(?:ed|ion)(?: from [\p{L} ]+?)? by\s+([^;.()]+)/iu, 'translated'],
  [/\btranslations? (?:by|:)\s*([^;.()]+)/i, 'translated'],
  [/\bsyndicated (?:by|from|through|via)\s+([^;.()]+)/i, 'syndicated'],
  [/\bdistributed by\s+([^;.()]+)/i, 'syndicated'],
]
/** Source: news agencies */
const NAMELESS = /^(?:source\s*:\s*)?(?:with )?(?:the )?(?:news )?(?:agency|agencies|wires?)(?: reports)?$/i
const PHOTO: readonly RegExp[] = [
  /\(([^()]{3,80}\/[^()]{2,60})\)\.?$/,
  /\|\s*([^|]{3,80}(?:\/|\|)[^|]{2,60})$/,
  /\b(?:photo|photograph|image|picture|pic|illustration)s?(?: credit)?\s*(?:by|:|courtesy of)\s*([^()[\].|;]{3,80})/i,
]

/** The rank of a mark that names no origin of the text. */
export const FOLLOWED = 9

const startsAsDate = (name: string) =>
  /^(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d)/i.test(name)

// Ada Brun in Tarsk, Ilmar, and Tom Vale in Obrin → Ada Brun, and Tom Vale
const dropPlaces = (words: string): string =>
  words
    .replace(/^.*\.\s+(?=\p{Lu})/u, '')
    .replace(
      /^(?:the )?(?:associated press|ap|reuters|afp|[\p{Lu}]\S* ){0,4}(?:staff |special )?(?:writers?|reporters?|journalists?|correspondents?|producers?|researchers?)\s+(?=\p{Lu})/iu,
      '',
    )
    .replace(/\s+(?:in|from|at|reporting from)\s+\p{Lu}[^,;]*?(?=,|;| and |$)(?:,\s+\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+)?(?=,|$))?/gu, '')

/** An agency that no list knows: "PORT ELM, March 3 (Solvane) —", and its name again in the byline or below the article; no call sign, no district. */
const isAgencyHere = ({ credit, words }: Dateline, layout: Layout): boolean => {
  if (!credit || credit.length > 40 || !isNameShape(credit) || /^[KW][\p{Lu}]{2,3}\b|^\p{Lu}{1,2}$/u.test(credit)) return false
  const again = layout.segments.some(
    ({ plain, long }, index) =>
      !long &&
      (layout.kinds[index] === 'byline' ||
        layout.kinds[index] === 'metadata' ||
        layout.kinds[index] === 'boilerplate' ||
        (layout.kinds[index] === 'heading' && index < layout.body)) &&
      plain.includes(credit),
  )
  return again || (/\p{Ll}/u.test(credit) && /, \p{L}{3,9}\.? \d{1,2}\b|, \d{1,2} \p{Lu}/u.test(words))
}

const cleanName = (name: string): string =>
  name
    .replace(/^the /, '')
    .replace(/\s+(?:website|web site|site|newspaper|magazine)$/i, '')
    .replace(/[\s,:;–—-]+$/, '')
    .trim()

/** Credits and marks of origin in the blocks of a laid out text. */
export const readCredits = (
  text: string,
  layout: Layout,
): { marks: OriginMark[]; credits: Credit[]; authors: { name: string; span: Span }[] } => {
  const marks: OriginMark[] = []
  const credits: Credit[] = []
  const authors: { name: string; span: Span }[] = []
  let datelines = 0

  layout.segments.forEach((segment, index) => {
    const kind = layout.kinds[index]
    const span = { start: segment.start, end: segment.end }
    const { plain } = segment
    if (kind === 'paragraph') {
      // QAZMIR, March 3 (Velanews) - …; and at an article's end: … he said. (Velanews)
      if (datelines < 3) {
        const dateline = readDateline(plain)
        datelines++
        const agency = dateline ? (dateline.agency ?? (isAgencyHere(dateline, layout) ? dateline.credit : null)) : null
        if (dateline && agency) {
          const words = text.slice(segment.start, Math.min(segment.end, segment.start + 200))
          const at = words.indexOf(plain.slice(dateline.start, dateline.end))
          const start = segment.start + Math.max(at, 0)
          const end = at < 0 ? segment.end : start + dateline.end - dateline.start
          marks.push({
            name: agency,
            date: findDate(dateline.words)?.value ?? null,
            url: null,
            span: { start, end },
            from: 'dateline',
            rank: 3,
            dayWords: dateline.words,
          })
        }
      }
      const trail = index >= layout.footer - 1 ? /(?:\s[-–—]+\s*|\(|\[)((?:with )?[^()[\]–—]{2,40}?)[)\]]?\.?$/.exec(segment.tail) : null
      const agency = trail ? agencyOf(trail[1].replace(/^with /i, '').replace(/ inputs$/i, '')) : null
      if (trail && agency)
        marks.push({
          name: agency,
          date: null,
          url: null,
          span: { start: segment.end - trail[0].length, end: segment.end },
          from: 'agency at the end',
          rank: 3,
          dayWords: null,
        })
      return
    }
    if (kind === 'quote' || kind === 'heading' || kind === 'title') return
    if (segment.long && kind !== 'boilerplate') return
    const raw = text.slice(segment.start, Math.min(segment.end, segment.start + 1200))
    if (kind === 'caption') {
      for (const pattern of PHOTO) {
        const match = pattern.exec(plain)
        if (!match) continue
        credits.push({ name: match[1].trim(), role: 'photo', span })
        break
      }
      return
    }
    const bare = NAMELESS.test(plain) ? null : agencyOf(plain.replace(/^(?:[\s/|–—•-]+|source:\s*)+|[\s/|–—-]+$/gi, ''))
    const framing = index < layout.body + 8 || index >= layout.footer - 1
    if (bare && framing && (kind === 'metadata' || kind === 'boilerplate'))
      marks.push({ name: bare, date: null, url: findLinks(raw)[0]?.url ?? null, span, from: 'agency line', rank: 4, dayWords: null })
    const late = kind === 'byline' && index >= layout.body && framing ? readByline(plain) : null
    for (const name of late?.authors ?? []) {
      const agency = agencyOf(name)
      if (agency) marks.push({ name, date: null, url: null, span, from: 'byline', rank: 4, dayWords: null })
      if (!authors.some(author => author.name === name)) authors.push({ name, span })
    }
    if (STATED.test(plain) || / (?:originally|first) (?:published|appeared)/i.test(plain)) {
      for (const pattern of STATEMENTS) {
        const match = pattern.exec(plain)
        const name = match ? cleanName(match[1]) : ''
        if (!match || !name || startsAsDate(name)) continue
        if (!(isNameShape(name) || isOutletName(name)) || NAMELESS.test(name)) continue
        const link = findLinks(raw).find(found => found.url)
        const url = link?.url ?? /https?:\/\/\S+[^\s.,)]/.exec(raw)?.[0] ?? null
        const mark = (words: string, stated: string, address: string | null) =>
          marks.push({
            name: stated,
            date: findDate(words)?.value ?? null,
            url: address,
            span,
            from: 'statement of origin',
            rank: 1,
            dayWords: null,
          })
        const passed = PASSED_ON.exec(plain.slice(match.index + match[0].length - 1))
        const passer = passed ? cleanName(passed[1]) : ''
        if (passed && passer && !startsAsDate(passer) && (isNameShape(passer) || isOutletName(passer)) && !isSameOutlet(passer, name)) {
          const at = match.index + match[0].length - 1 + passed.index
          mark(plain.slice(at), passer, null)
          mark(plain.slice(0, at), name, url)
        } else mark(plain, name, url)
        break
      }
    }
    const first = REPORTED_FIRST.exec(plain)
    if (first && isNameShape(cleanName(first[1])))
      marks.push({ name: cleanName(first[1]), date: null, url: null, span, from: 'reported first', rank: FOLLOWED, dayWords: null })
    for (const [pattern, role] of CREDITS) {
      const match = pattern.exec(plain)
      if (!match) continue
      const words = match[1].replace(/^[-–—(\s]+/, '')
      const names = role === 'syndicated' ? [words.trim()] : readNames(dropPlaces(words)).authors
      for (const name of names) {
        if (role === 'author') authors.push({ name, span })
        else if (!credits.some(credit => credit.name === name && credit.role === role)) credits.push({ name, role, span })
      }
      if (
        role === 'syndicated' &&
        agencyOf(words.trim()) &&
        !marks.some(mark => mark.span.start === span.start && isSameOutlet(mark.name, words.trim()))
      )
        marks.push({ name: words.trim(), date: null, url: null, span, from: 'syndication line', rank: 2, dayWords: null })
    }
  })
  return { marks, credits, authors }
}
