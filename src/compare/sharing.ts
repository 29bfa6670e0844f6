import type { Publication } from '../model/publication.ts'
import type { Sharing } from '../model/reuse.ts'
import { FURNITURE, markWords, OWN, QUOTED } from './marks.ts'
import type { Comparison } from './passages.ts'

/** Two publications share no text to speak of where less than this part of the shorter stands in the longer. */
const LEAST = 0.15
/** Fewer words of their own that two articles have in common are the frame of a quotation, or chance. */
const OWN_WORDS = 20
/** The part of the shorter's own words that must be shared. */
const OWN_PART = 0.12
/** So many words beside a quotation say who said it. */
const FRAME = 6
/** A quotation or a block of boilerplate that is worth a line. */
const BLOCK = 12

/** What the words that two publications share are to them. A word is quoted, or furniture, where either of them shows it to be. */
const countShared = (a: Publication, b: Publication, { runs, words }: Comparison) => {
  const asked = { a: new Uint8Array(words.a.start.length), b: new Uint8Array(words.b.start.length) }
  for (const run of runs) {
    asked.a.fill(1, run.a, run.a + run.length)
    asked.b.fill(1, run.b, run.b + run.length)
  }
  const marks = { a: markWords(a, words.a, asked.a), b: markWords(b, words.b, asked.b) }
  const shared = { own: 0, quoted: 0, furniture: 0 }
  for (const run of runs) {
    const kind = (i: number): number => {
      if (i < 0 || i >= run.length) return OWN
      const [one, other] = [marks.a[run.a + i], marks.b[run.b + i]]
      return one === FURNITURE || other === FURNITURE ? FURNITURE : one === QUOTED || other === QUOTED ? QUOTED : OWN
    }
    for (let i = 0; i < run.length; ) {
      const from = i
      const mark = kind(i)
      while (i < run.length && kind(i) === mark) i++
      // "…," Oda Lind told reporters. "…"
      const frames = mark === OWN && i - from <= FRAME && (kind(from - 1) === QUOTED || kind(i) === QUOTED)
      if (mark === FURNITURE) shared.furniture += i - from
      else if (mark === QUOTED || frames) shared.quoted += i - from
      else shared.own += i - from
    }
  }
  const countOwn = (row: Uint8Array): number => row.reduce((sum, mark) => sum + (mark === OWN ? 1 : 0), 0)
  return { ...shared, words: Math.min(countOwn(marks.a), countOwn(marks.b)) }
}

/** Whether two texts share enough to be worth a look at their traces; where they do not, `classifySharing` gives null. */
export const mayShare = ({ passages, containment }: Comparison): boolean =>
  passages.length > 0 && (containment >= LEAST || passages.reduce((sum, { shared }) => sum + shared, 0) >= BLOCK)

/**
 * What kind of sharing it is; null where two publications have nothing but set phrases in common, or too little of the shorter to say that it was copied.
 * The trace of each is read for what it quotes.
 */
export const classifySharing = (a: Publication, b: Publication, comparison: Comparison): Sharing | null => {
  const { containment, words } = comparison
  if (!mayShare(comparison)) return null
  const shared = countShared(a, b, comparison)
  if (containment >= LEAST && shared.own >= Math.max(OWN_WORDS, OWN_PART * shared.words)) {
    const longer = Math.max(words.a.start.length, words.b.start.length)
    const all = shared.own + shared.quoted + shared.furniture
    return containment >= 0.5 && all >= longer / 2 ? 'copy' : 'excerpt'
  }
  if (Math.max(shared.quoted, shared.furniture) < BLOCK) return null
  return shared.quoted >= shared.furniture ? 'quotation' : 'boilerplate'
}
