import type { Rights } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import type { Layout } from './layout.ts'
import { cleanMarkdown, findLinks } from './markdown.ts'

/** What the page says of rights, and where. `publisher` is the name that it speaks of itself by. */
export interface FoundRights {
  readonly rights: Rights | null
  readonly holderSpan: Span | null
  readonly publisher: { readonly name: string; readonly span: Span } | null
}

const SIGN = /©|\(c\)|^copyright\b(?=[\s:]*(?:\d|by|©|\p{Lu}|the \p{Lu}))/iu
const HOLDER =
  /(?:(?:©|\(c\)|\bcopyright\b)\s*){1,3}(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:(?:19|20)?\d\d|present))?\s*,?\s*)?(?:by\s+)?([^.,;|©()]{2,80}?)(?:,?\s*(?:19|20)\d\d)?\s*(?=[.,;|()]|\s+(?:all rights|may not|\d{4})|$)/i
const PERMISSION =
  /\b(?:permission|permitted|may (?:not |only |freely )*be (?:freely )?(?:re-?(?:published|produced|printed|posted|distributed|used)|broadcast|copied|rewritten|quoted|shared)|re-?(?:publish|print|post|use|produce)(?:ed|ing|ion)?\b.{0,60}\b(?:free|allowed|welcome|provided)|creative commons|licen[cs]ed under|cross-?post|syndication|free to (?:re-?(?:publish|use|post|print)|share))\b/i
const DISCLAIMER =
  /\b(?:disclaimer|not (?:be )?(?:held )?(?:responsible|liable|answerable)|(?:no|sole|full) (?:responsibility|liability)|necessarily (?:reflect|represent|those)|(?:views|opinions) (?:and opinions )?(?:expressed|in this|are)|(?:authors?|writers?|contributors?)(?:\(s\))? (?:alone|solely|own)|informational purposes|(?:financial|investment|legal|medical) advice|(?:does|do|can|will)(?: not|not) (?:endorse|vouch|verify|guarantee)|may contain (?:\w+ )?(?:errors?|mistakes|inaccurac\w+)|(?:accepts?|takes?|bears?|assumes?) (?:no|any) (?:responsibility|liability))\b/i
const SELF =
  /(?:^(?:disclaimer:?\s*)?|[.!?]\s+)((?:The )?\p{Lu}[\p{L}&'’.-]*(?: (?:of|on|for|the|and|&|\p{Lu}[\p{L}&'’.-]*)){0,6}) (?:grants? (?:permission|leave)|is (?:not|in no way) (?:responsible|liable)|(?:will|can|shall|may)(?:not| not) be (?:held )?(?:responsible|liable)|(?:states?|stresses|notes) that the (?:author|views|opinions|content)|accepts? no (?:responsibility|liability)|takes? no (?:responsibility|liability)|does not (?:necessarily |endorse))/u

// The views expressed here do not necessarily reflect those of the Harbour Gazette
const VIEWS_OF =
  /\b(?:reflect|represent)(?:s|ing)?\b[^.!?]{0,60}\b(?:of|held by) (?:the (?:editors?|publishers?|management|owners?) of )?((?:[Tt]he )?\p{Lu}[\p{L}&'’.-]*(?: (?:of|on|for|the|and|&|\p{Lu}[\p{L}&'’-]*)){0,6})/u

const splitSentences = (words: string): string[] => words.split(/(?<=[.!?]["”’)]?)\s+(?=[\p{Lu}“"])/u)

const join = (parts: readonly string[]) => (parts.length > 0 ? parts.join(' ') : null)

/** Reads the rights block below an article: holder, statement, permission and disclaimer, each in the page's own words. */
export const readRights = (text: string, layout: Layout): FoundRights => {
  let holder: string | null = null
  let holderSpan: Span | null = null
  let publisher: FoundRights['publisher'] = null
  const statements: string[] = []
  const permissions: string[] = []
  const disclaimers: string[] = []
  layout.segments.forEach((segment, index) => {
    if (layout.kinds[index] !== 'boilerplate' && layout.kinds[index] !== 'metadata') return
    const raw = text.slice(segment.start, Math.min(segment.end, segment.start + 4000))
    const words = segment.long ? cleanMarkdown(raw) : segment.plain
    const span = { start: segment.start, end: segment.end }
    if (SIGN.test(words.slice(0, 60)) || words.slice(0, 240).includes('©')) {
      statements.push(words)
      const match = HOLDER.exec(words.slice(0, 300))
      const name = findLinks(raw)[0]?.text ?? match?.[1].trim() ?? null
      if (
        name &&
        !holder &&
        /\p{L}/u.test(name) &&
        /^(?:the )?[\p{Lu}\d]|^(?:al|el)-/u.test(name.replace(/^by /i, '')) &&
        !/^(?:all rights|law|notice|protected)/i.test(name)
      ) {
        holder = name.replace(/^by /i, '')
        holderSpan = span
      }
    }
    const self = SELF.exec(words) ?? VIEWS_OF.exec(words)
    if (
      self?.[1] &&
      !/^(?:This|These|The (?:views?|opinions?|authors?|editors?|contents?|articles?|publishers?|website|site|newspaper|paper|material)|Views|Opinions|Articles|It|We|You|Authors?|Comments?)\b/.test(
        self[1],
      )
    )
      publisher ??= { name: self[1].replace(/^the /, '').replace(/[.\s]+$/, ''), span }
    let inDisclaimer = false
    for (const sentence of splitSentences(words)) {
      const about = DISCLAIMER.test(sentence)
      if (PERMISSION.test(sentence) && !/^disclaimer/i.test(sentence)) {
        permissions.push(sentence)
        inDisclaimer = false
        if (!about || /permission|permitted|rights reserved/i.test(sentence)) continue
      }
      if (about || inDisclaimer) {
        disclaimers.push(sentence)
        inDisclaimer = about
      }
    }
  })
  if (statements.length + permissions.length + disclaimers.length === 0) return { rights: null, holderSpan, publisher }
  return {
    rights: { holder, statement: join(statements), permission: join(permissions), disclaimer: join(disclaimers) },
    holderSpan,
    publisher,
  }
}
