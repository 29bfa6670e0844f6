import { agencyOf } from './names.ts'

/** A dateline with the agency that it credits: "LONDON, March 3 (Reuters) -". */
export interface Dateline {
  readonly agency: string | null
  /** What stands in the brackets, an agency or not. */
  readonly credit: string | null
  readonly place: string | null
  /** The words before the dash, the agency's brackets left out. */
  readonly words: string
  /** Where the agency stands in the line. */
  readonly start: number
  readonly end: number
}

const BRACKETED =
  /^([\p{Lu}(][^()\n“”"]{0,70}?)?\s*[([/]\s*([^()[\]/\n]{2,40}?)\s*[)\]/]\.?\s*(?:[-–—:]{1,2}\s*|\s+)(?=["“‘'[(]?[\p{Lu}\d])/u
const TRAILED =
  /^(\p{Lu}[\p{Lu}\p{L} .'’-]{1,40}(?:,\s+[^-–—\n]{2,40})?),\s+([^,()\n–—-]{2,30}?)\s*(?:--|–|—| - )\s*(?=["“‘'[(]?[\p{Lu}\d])/u
const PLAIN =
  /^(\p{Lu}[\p{Lu} .'’/-]{2,40}(?:,\s+[\p{Lu}\p{L}][\p{L}. ]{1,20})?(?:,\s+(?:[\p{L}.]+\s+\d{1,2}(?:,\s+\d{4})?|\d{1,2}\s+[\p{L}.]+(?:,?\s+\d{4})?))?)\s*(?:--|[-–—])\s*(?=["“‘'[(]?[\p{Lu}\d])/u

/** Reads the dateline at a paragraph's beginning; null where there is none. A call sign in brackets is no agency. */
export const readDateline = (paragraph: string): Dateline | null => {
  const head = paragraph.slice(0, 140)
  const bracketed = /[([/]/.test(head) ? BRACKETED.exec(head) : null
  if (bracketed) {
    const credits = bracketed[2].split(/\s*(?:\/|,| and |-(?=[A-Z]))\s*/)
    const agency = agencyOf(bracketed[2]) ?? credits.map(agencyOf).find(Boolean) ?? null
    const words = (bracketed[1] ?? '').trim()
    const placed =
      words === '' ||
      /^\p{Lu}[\p{Lu} .'’/-]+(?:,|$)/u.test(words) ||
      (words.split(' ').length <= 6 && words.split(/[\s,]+/).every(word => /^[\p{Lu}\d]/u.test(word)))
    if (placed && (agency || /[-–—]/.test(bracketed[0].slice(bracketed[0].lastIndexOf(bracketed[2]))))) {
      const start = head.indexOf(bracketed[2], (bracketed[1] ?? '').length)
      return { agency, credit: bracketed[2], place: words.split(',')[0] || null, words, start, end: start + bracketed[2].length }
    }
  }
  if (!/[-–—]/.test(head)) return null
  const trailed = TRAILED.exec(head)
  if (trailed) {
    const agency = agencyOf(trailed[2].trim())
    if (agency) {
      const start = head.indexOf(trailed[2], trailed[1].length)
      return { agency, credit: agency, place: trailed[1].split(',')[0], words: trailed[1], start, end: start + trailed[2].length }
    }
  }
  const plain = PLAIN.exec(head)
  return plain ? { agency: null, credit: null, place: plain[1].split(',')[0], words: plain[1], start: 0, end: 0 } : null
}
