import { addressingVerbs, conversingVerbs, interviewingVerbs } from '../lexicon/en/addressing-verbs.ts'
import { carryingVerbs, obtainingVerbs } from '../lexicon/en/carrying-verbs.ts'
import { exchangeNouns } from '../lexicon/en/exchange-nouns.ts'
import { interviewNouns, studyNouns } from '../lexicon/en/report-nouns.ts'
import { reportingVerbs } from '../lexicon/en/reporting-verbs.ts'
import type { Frame } from './frame.ts'
import { isCiting, isLink, isPhrase, isVerb, lemmaOf, nounOf } from './grammar.ts'
import { findOutlet, type OutletMention } from './outlet.ts'
import type { Piece } from './pieces.ts'
import { tokensOf } from './position.ts'
import type { Roster } from './roster.ts'
import { pastOf } from './via.ts'

/** An outlet that brought the words to the page, and how: nearest to the speaker, around that, handed on by it, or around all. */
export interface Carrier {
  readonly outlet: OutletMention
  readonly piece: number
  readonly via: string
  readonly place: 'told' | 'carried' | 'passed' | 'reported'
}

/** The outlets that the frame's verbs and prepositions bring in, outermost first. `taken` are phrases that have their part already. */
export const findCarriers = (frame: Frame, roster: Roster, sources: readonly number[], taken: readonly number[]): Carrier[] => {
  const found: Carrier[] = []
  for (let at = 0; at < frame.pieces.length; at++) {
    if (!isPhrase(frame.pieces[at]) || taken.includes(at)) continue
    const role = findRole(frame, at, roster, sources)
    if (role === null || (sources.includes(at) && role.place !== 'carried' && role.place !== 'passed')) continue
    const outlet = findOutlet(frame, frame.pieces[at], roster, role.expected)
    // "In the paper the authors write": a study, and no newspaper.
    if (outlet?.anaphoric === true && isLink(frame.pieces[at - 1], 'in', 'on')) continue
    if (outlet !== null) found.push({ outlet, piece: at, via: role.via, place: role.place })
  }
  const rank = { reported: 0, passed: 1, carried: 2, told: 3 }
  return found.sort((a, b) => rank[a.place] - rank[b.place] || (a.place === 'carried' ? b.piece - a.piece : a.piece - b.piece))
}

interface Role {
  readonly via: string
  readonly place: Carrier['place']
  readonly expected: boolean | 'agent'
}

const told = (via: string, expected: boolean | 'agent'): Role => ({ via, place: 'told', expected })
const carried = (via: string, expected: boolean | 'agent'): Role => ({ via, place: 'carried', expected })

const findRole = (frame: Frame, at: number, roster: Roster, sources: readonly number[]): Role | null => {
  const { pieces } = frame
  const before = pieces[at - 1]
  // "told the Harbour Gazette", "as telling Radio Lune"
  if (isVerb(before) && addressingVerbs.has(lemmaOf(frame, before)) && before.form !== 'passive' && before.form !== 'participle')
    return told('told', lemmaOf(frame, before) === 'tell' && 'agent')
  if (before?.kind === 'link') {
    const role = readPreposition(frame, at, before.lemma, roster)
    if (role !== null) return role
  }
  return readSubject(frame, at, sources)
}

const readPreposition = (frame: Frame, at: number, word: string, roster: Roster): Role | null => {
  const { pieces } = frame
  const governor: Piece | undefined = pieces[at - 2]
  // "…, X said, according to Radio Lune"
  if (word === 'to' && isLink(governor, 'according')) return { via: 'reported', place: 'reported', expected: true }
  const lemma = governor === undefined ? '' : lemmaOf(frame, governor)
  if (word === 'by') {
    if (isVerb(governor) && !isCiting(frame, governor) && governor.form !== 'gerund') {
      if (carryingVerbs.has(lemma) || obtainingVerbs.has(lemma)) return carried(pastOf(lemma), 'agent')
      if (interviewingVerbs.has(lemma)) return told('told', 'agent')
    }
    return isPhrase(governor) && exchangeNouns.has(nounOf(frame, governor)) ? carried('carried', false) : null
  }
  if (word === 'to' || word === 'with') {
    if (isVerb(governor)) {
      const near = conversingVerbs.has(lemma) || interviewingVerbs.has(lemma)
      if (near) return told('told', lemma === 'speak' || lemma === 'talk')
      return obtainingVerbs.has(lemma) || carryingVerbs.has(lemma) ? carried(pastOf(lemma), false) : null
    }
    return readOccasion(frame, at - 2, word, roster) ?? readDistantSpeech(frame, at - 2)
  }
  if (!['on', 'in', 'for', 'via', 'through', 'from', 'at', 'during', 'of'].includes(word)) return null
  // "quoting unnamed sources via the Kestrel agency"
  if (word === 'via' && isPhrase(governor)) return carried('carried', 'agent')
  // "argued in a Courier op-ed"
  if ((word === 'in' || word === 'on' || word === 'during') && interviewNouns.has(nounOf(frame, pieces[at])))
    return carried('carried', false)
  if (isVerb(governor)) {
    if (word === 'of' || word === 'at' || word === 'from') return null
    if (conversingVerbs.has(lemma) || interviewingVerbs.has(lemma)) return told(lemma === 'write' ? 'published' : 'carried', false)
    // "a survey of growers published in the Upland Farmer"
    const printed =
      word === 'in' && governor.form === 'participle' && /^(publish|print|reprint|republish|carry|run|serialise|serialize)$/.test(lemma)
    return carryingVerbs.has(lemma) && !isStudy(frame, at - 3) ? carried(pastOf(lemma), printed && startsWithThe(frame, at)) : null
  }
  // "On Radio Lune, Ida Moreau said", "“…,” she said in the Courier"
  if (governor === undefined || ['comma', 'content', 'break'].includes(governor.kind))
    return word === 'on' || word === 'in' ? carried('carried', false) : null
  return readOccasion(frame, at - 2, word, roster)
}

/** "speaking on condition of anonymity to the Courier", "said by telephone to Radio Lune" */
const readDistantSpeech = (frame: Frame, at: number): Role | null => {
  const { pieces } = frame
  let i = at
  while (i > at - 6 && isPhrase(pieces[i]) && pieces[i - 1]?.kind === 'link') i -= 2
  const verb = pieces[i]
  return i < at && isVerb(verb) && conversingVerbs.has(lemmaOf(frame, verb)) ? told('told', false) : null
}

/** "in an interview with Radio Lune", "in comments to the Courier", "a column for the Post" */
const readOccasion = (frame: Frame, at: number, word: string, roster: Roster): Role | null => {
  const governor = frame.pieces[at]
  if (!isPhrase(governor)) return null
  const noun = nounOf(frame, governor)
  if (exchangeNouns.has(noun) && !isStudy(frame, at))
    return word === 'with' || word === 'to'
      ? told('told', noun === 'interview' || noun === 'conversation')
      : carried('carried', noun === 'interview')
  // "told listeners of Radio Lune", "told a reporter for the Gazette", "on the morning programme of Radio Lune"
  const row = frame.pieces[at - 1]
  if (
    /^(reporter|correspondent|journalist|listener|viewer|reader|programme|program|show|edition|host|presenter|interviewer|page|website|audience)$/.test(
      noun,
    ) &&
    (row?.kind === 'link' || isVerb(row))
  )
    return findRole(frame, at, roster, [])
  return null
}

const isStudy = (frame: Frame, at: number): boolean => {
  const piece = frame.pieces[at]
  return isPhrase(piece) && studyNouns.has(nounOf(frame, piece))
}

/** An outlet that is the subject: "…, Radio Lune reported", "Radio Lune carried an interview with X, who said", "documents the Courier has seen" */
const readSubject = (frame: Frame, at: number, sources: readonly number[]): Role | null => {
  const { pieces, attribution } = frame
  const verb = pieces[at + 1]
  if (!isVerb(verb)) {
    // "“…,” X said, reported Radio Lune"
    const before = pieces[at - 1]
    return isVerb(before) &&
      before.form === 'finite' &&
      lemmaOf(frame, before) === 'report' &&
      !isOwnCue(frame, at - 1) &&
      !sources.includes(at)
      ? { via: 'reported', place: 'reported', expected: true }
      : null
  }
  const lemma = lemmaOf(frame, verb)
  // "The Harbour Gazette was told by a councillor"
  if (verb.form === 'passive') return addressingVerbs.has(lemma) && !sources.includes(at) ? told('told', startsWithThe(frame, at)) : null
  if (verb.form !== 'finite' || verb.negated || sources.includes(at)) return null
  const before = pieces[at - 1]
  if (obtainingVerbs.has(lemma) && (before?.kind === 'relative' || isLink(before, 'that') || isPhrase(before)))
    return carried(pastOf(lemma), false)
  const later = sources.some(source => source > at) || attribution.source.length === 0
  const object = pieces[at + 2]
  if (later && (carryingVerbs.has(lemma) || interviewingVerbs.has(lemma)) && !isCiting(frame, verb)) {
    const reached = object !== undefined && (isLink(object, 'to', 'with') || isPhrase(object))
    if (
      reached &&
      (isPhrase(object) ? exchangeNouns.has(nounOf(frame, object)) || sources.includes(at + 2) || interviewingVerbs.has(lemma) : true)
    )
      return interviewingVerbs.has(lemma) ? told('told', false) : { via: pastOf(lemma), place: 'passed', expected: true }
  }
  if (reportingVerbs.has(lemma) && (!isOwnCue(frame, at + 1) || (attribution.cue.length > 1 && sources.length > 0)))
    return { via: 'reported', place: 'reported', expected: lemma === 'report' }
  return null
}

const startsWithThe = (frame: Frame, at: number): boolean => frame.annotated.tokens.text[frame.pieces[at].first].toLowerCase() === 'the'

const isOwnCue = (frame: Frame, at: number): boolean => {
  const head = frame.pieces[at].head
  return frame.attribution.cue.some(span => {
    const { first, last } = tokensOf(frame.annotated, span)
    return first <= head && head < last
  })
}
