import { carryingVerbs } from '../lexicon/en/carrying-verbs.ts'
import { exchangeNouns } from '../lexicon/en/exchange-nouns.ts'
import type { Frame } from './frame.ts'
import { endOfApposition, endOfPhrase, findSubject, isCiting, isLink, isPhrase, lemmaOf, nounOf, startOfRow } from './grammar.ts'
import type { Piece } from './pieces.ts'
import { spanOf, tokensOf } from './position.ts'
import type { Roster } from './roster.ts'

/** One source brings in another. Each is the index of a phrase among the frame's pieces; -1 where the words do not say. */
export interface Citation {
  readonly verb: number
  readonly outer: number
  readonly inner: number
  /** "citing", "quoted officials"; not "quoted by". */
  readonly active: boolean
}

/** The phrases of the frame that the attribution's source spans begin in. */
export const findSourcePhrases = (frame: Frame): number[] => {
  const found: number[] = []
  for (const span of frame.attribution.source) {
    const { first, last } = tokensOf(frame.annotated, span)
    const inside = (piece: Piece) => piece.first < last && piece.last > first
    const own = frame.pieces.findIndex(piece => piece.kind === 'phrase' && inside(piece))
    const at =
      own >= 0
        ? own
        : findAntecedent(
            frame,
            frame.pieces.findIndex(piece => piece.kind === 'relative' && inside(piece)),
          )
    if (at >= 0 && !found.includes(at)) found.push(at)
  }
  return found
}

/** Whom a relative pronoun goes back to: "a conversation with the engineer Aurel Dinescu, who insists". */
const findAntecedent = (frame: Frame, relative: number): number => {
  const { pieces } = frame
  if (relative < 1) return -1
  const last = pieces[relative - 1]?.kind === 'comma' ? relative - 2 : relative - 1
  if (!isPhrase(pieces[last])) return -1
  const first = startOfRow(pieces, last)
  for (let i = first; i < last; i++) if (isPhrase(pieces[i]) && !exchangeNouns.has(nounOf(frame, pieces[i]))) return i
  return last
}

/** Every place in the frame where one source quotes or cites another, in text order. */
export const findCitations = (frame: Frame, roster: Roster, sources: readonly number[]): Citation[] => {
  const { pieces } = frame
  const found: Citation[] = []
  for (let at = 0; at < pieces.length; at++) {
    const verb = pieces[at]
    const lemma = lemmaOf(frame, verb)
    if (verb.kind !== 'verb' || verb.negated || isLink(pieces[at - 1], 'without')) continue
    if (isCiting(frame, verb)) {
      const citation =
        verb.form === 'passive' || verb.form === 'participle' || isLink(pieces[at + 1], 'by')
          ? readPassive(frame, at, roster, sources)
          : readActive(frame, at, roster, sources)
      if (citation !== null) found.push(citation)
    } else if (
      carryingVerbs.has(lemma) &&
      isLink(pieces[at - 1], 'as') &&
      isLink(pieces[at + 1], 'by', 'in', 'on') &&
      isPhrase(pieces[at + 2])
    ) {
      // "X said, as reported by Radio Lune"
      found.push({ verb: at, outer: at + 2, inner: sources[0] ?? -1, active: false })
    }
  }
  return found
}

/** "Deputy Governor Amir Sole was quoted by Radio Meridian as saying", "officials quoted in the Courier said" */
const readPassive = (frame: Frame, at: number, roster: Roster, sources: readonly number[]): Citation | null => {
  const { pieces } = frame
  for (let i = at + 1; i < pieces.length && i <= at + 6; i++) {
    if (pieces[i].kind === 'break' || pieces[i].kind === 'other') break
    if (!isLink(pieces[i], 'by', 'in', 'on') || !isPhrase(pieces[i + 1])) continue
    const agent = pieces[i + 1]
    const span = spanOf(frame.annotated, agent.first, agent.last)
    if (!isLink(pieces[i], 'by') && !roster.isOutlet(span) && !roster.isDocument(span)) continue
    // "The spokesman, as quoted by Radio Lune, said"
    const inner = isLink(pieces[at - 1], 'as') ? (sources[0] ?? -1) : findSubject(pieces, at)
    return { verb: at, outer: i + 1, inner: inner === i + 1 ? -1 : inner, active: false }
  }
  return null
}

/** "Radio Meridian quoted port officials as saying", "reported, citing two people briefed on the talks," */
const readActive = (frame: Frame, at: number, roster: Roster, sources: readonly number[]): Citation | null => {
  const { pieces } = frame
  let inner = at + 1
  if (isLink(pieces[inner], 'from')) inner++
  if (!isPhrase(pieces[inner])) return null
  const outer = findSubject(pieces, at)
  if (sources.includes(inner)) return { verb: at, outer, inner, active: true }
  const end = pieces[endOfApposition(frame, endOfPhrase(frame, inner, []))]
  const span = spanOf(frame.annotated, pieces[inner].first, end.last)
  const saying = pieces.slice(inner + 1, inner + 6).some((piece, i, row) => isLink(piece, 'as') && row[i + 1]?.form === 'gerund')
  return saying || roster.canSpeak(span) ? { verb: at, outer, inner, active: true } : null
}

/** Whether a phrase only tells the form of speech: "said in a post quoted by Radio Lune". */
export const isFormOfSpeech = (frame: Frame, at: number): boolean =>
  isLink(frame.pieces[at - 1], 'in', 'on', 'during', 'at', 'from', 'through', 'via') && exchangeNouns.has(nounOf(frame, frame.pieces[at]))
