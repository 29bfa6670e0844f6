import type { Publication } from '../model/publication.ts'
import type { Span } from '../model/span.ts'

// told this newspaper | our correspondent | told us | documents seen by us
const OWN =
  /\b(?:this (?:news)?(?:paper|magazine|site|station|programme)|our (?:own |\p{L}+ )?(?:correspondent|reporter|newsroom|paper|reporters)|told us|seen by us|we (?:asked|counted|visited|spoke|went|found|called|checked|obtained))\b/u

const escapeWords = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

// told the Bergset Blad, on its own page | The Beacon went through four years of invoices
const nameOwn = (publisher: string): RegExp => {
  const bare = publisher.replace(/^the\s+/i, '')
  const last = bare.split(/\s+/).at(-1)!
  const name = escapeWords(bare)
  const short = escapeWords(last)
  const told = `(?:told|(?:spoken?|said) to|interview with|(?:seen|obtained|reviewed|counted|checked) by) (?:[Tt]he )?${name}(?![\\p{L}])`
  const did = `[Tt]he ${short} (?:went|looked|counted|asked|visited|spoke|found|called|checked|obtained|has (?:seen|learned|learnt|obtained)|saw|reviewed)(?![\\p{L}])`
  return new RegExp(`${told}|${did}`, 'u')
}

/** Where a page tells of its own reporting, in its own name or as "us"; null where it does not, or is known by a web address alone. */
export const findOwnReporting = ({ publisher, trace }: Publication): Span | null => {
  const { text } = trace.document
  const named = publisher !== null && /^\p{Lu}/u.test(publisher) ? nameOwn(publisher).exec(text) : null
  const match = named ?? OWN.exec(text)
  return match ? { start: match.index, end: match.index + match[0].length } : null
}
