import { carryingForms } from '../lexicon/en/carrying-verbs.ts'
import { citingForms, citingVerbs } from '../lexicon/en/citing-verbs.ts'
import { classifyNoun } from '../mention/noun.ts'
import type { Frame } from './frame.ts'
import type { Piece } from './pieces.ts'

const linking = new Set(['of', 'for', 'in', 'at', 'from', 'with', 'to', 'on', 'near', 'behind', 'inside'])

/** The verb's lemma, for forms too that taggers often get wrong. */
export const lemmaOf = (frame: Frame, piece: Piece): string => {
  const text = frame.annotated.tokens.lower[piece.head]
  if (text === 'told' || text === 'telling' || text === 'tells') return 'tell'
  return citingForms.get(text) ?? carryingForms.get(text) ?? piece.lemma
}

/** The head noun in the singular. */
export const nounOf = (frame: Frame, piece: Piece): string => {
  const text = frame.annotated.tokens.lower[piece.head]
  return (
    classifyNoun(text)?.lemma ??
    (piece.lemma.length > 3 && piece.lemma.endsWith('s') && !piece.lemma.endsWith('ss') ? piece.lemma.slice(0, -1) : piece.lemma)
  )
}

export const isVerb = (piece: Piece | undefined): piece is Piece & { readonly kind: 'verb' } => piece?.kind === 'verb'
export const isPhrase = (piece: Piece | undefined): piece is Piece & { readonly kind: 'phrase' } => piece?.kind === 'phrase'
export const isLink = (piece: Piece | undefined, ...words: readonly string[]): boolean =>
  piece?.kind === 'link' && words.includes(piece.lemma)
export const isCiting = (frame: Frame, piece: Piece | undefined): boolean => isVerb(piece) && citingVerbs.has(lemmaOf(frame, piece))

/** The first phrase of a row that is linked by prepositions: "a spokesman for the port". */
export const startOfRow = (pieces: readonly Piece[], at: number): number => {
  let i = at
  while (i >= 2 && pieces[i - 1].kind === 'link' && linking.has(pieces[i - 1].lemma) && isPhrase(pieces[i - 2])) i -= 2
  return i
}

/** The phrase that a finite verb to the left of `at` has for its subject; -1 when there is none. */
const findEarlierSubject = (pieces: readonly Piece[], at: number): number => {
  for (let i = at - 1; i >= 0; i--) {
    if (pieces[i].kind === 'break' && pieces[i].lemma === ';') return -1
    if (isVerb(pieces[i]) && (pieces[i].form === 'finite' || pieces[i].form === 'passive')) return findSubject(pieces, i)
  }
  return -1
}

/** The subject of the verb at `at`, as the index of a phrase; -1 when there is none. */
export const findSubject = (pieces: readonly Piece[], at: number): number => {
  const verb = pieces[at]
  let i = at - 1
  if (verb.form === 'gerund' || verb.form === 'participle') {
    // "quoted its spokesman, Col. Rask, as saying": the one who is quoted.
    if (isLink(pieces[i], 'as')) {
      for (let j = i - 1; j >= 0; j--)
        if (isVerb(pieces[j]) && pieces[j].form !== 'gerund')
          return pieces[j].form === 'finite' && isPhrase(pieces[j + 1]) ? j + 1 : findSubject(pieces, j)
      i--
    }
    if (isPhrase(pieces[i])) return startOfRow(pieces, i)
    const earlier = findEarlierSubject(pieces, at)
    if (earlier >= 0) return earlier
    if (pieces[i]?.kind === 'comma' && isPhrase(pieces[i - 1])) return startOfRow(pieces, i - 1)
    // "Citing officials, Radio Lune reported": the next verb's subject.
    for (let j = at + 1; j < pieces.length; j++)
      if (isVerb(pieces[j]) && pieces[j].form === 'finite') return isPhrase(pieces[j - 1]) && j - 1 > at + 1 ? j - 1 : -1
    return -1
  }
  if (i < 0) return isPhrase(pieces[at + 1]) ? at + 1 : -1
  if (pieces[i].kind === 'relative') {
    i--
    if (pieces[i]?.kind === 'link') i--
    if (pieces[i]?.kind === 'comma') i--
    return isPhrase(pieces[i]) ? startOfRow(pieces, i) : -1
  }
  if (isPhrase(pieces[i])) return startOfRow(pieces, i)
  if (pieces[i].kind === 'comma') {
    // "Radio Lune, a private station, quoted": what stands before the parenthesis.
    let nearest = -1
    for (let j = i - 1; j > 0; j--) {
      if (pieces[j].kind === 'content' || pieces[j].kind === 'other' || pieces[j].kind === 'break') break
      if (pieces[j].kind !== 'comma' || !isPhrase(pieces[j - 1])) continue
      const phrase = startOfRow(pieces, j - 1)
      // "Interlux, quoting state television, which cited officials, said": no verb's object.
      if (!isVerb(pieces[phrase - 1])) return phrase
      if (nearest < 0) nearest = phrase
    }
    if (nearest >= 0) return nearest
    return isPhrase(pieces[i - 1]) ? startOfRow(pieces, i - 1) : isPhrase(pieces[at + 1]) ? at + 1 : -1
  }
  if (pieces[i].kind === 'verb' || pieces[i].kind === 'link') {
    const earlier = findEarlierSubject(pieces, at)
    if (earlier >= 0) return earlier
  }
  return isPhrase(pieces[at + 1]) ? at + 1 : -1
}

const STOPS = new Set(['as', 'that', 'and', 'but', 'while', 'after', 'because', 'when', 'if', 'by'])

/** The last piece of the phrase at `at` with what restricts it: "two people briefed on the talks", "sources in the ministry"; up to `carriers`. */
export const endOfPhrase = (frame: Frame, at: number, carriers: readonly number[]): number => {
  const { pieces } = frame
  let end = at
  for (let i = at + 1; i < pieces.length; ) {
    const piece = pieces[i]
    if (piece.kind === 'link' && !STOPS.has(piece.lemma) && isPhrase(pieces[i + 1]) && !carriers.includes(i + 1)) {
      end = i + 1
      i += 2
    } else if (
      isVerb(piece) &&
      (piece.form === 'participle' || piece.form === 'gerund') &&
      !isCiting(frame, piece) &&
      !carriers.some(carrier => carrier > i && carrier <= i + 3) &&
      piece.first === pieces[i - 1].last
    ) {
      end = i
      i++
      if (pieces[i]?.kind === 'link' && isPhrase(pieces[i + 1])) end = ++i
      if (isPhrase(pieces[i]) && !isVerb(pieces[i + 1])) end = i++
    } else if (isLink(piece, 'and') && isPhrase(pieces[i + 1]) && !isVerb(pieces[i + 2])) {
      end = i + 1
      i += 2
    } else break
  }
  return end
}

/** The end of an apposition that names the phrase at `at`: "the chairman, Oskar Venn,". Without one, `at`. */
export const endOfApposition = (frame: Frame, at: number): number => {
  const { pieces, annotated } = frame
  const named = (piece: Piece) => {
    for (let i = piece.first; i < piece.last; i++) if (annotated.tokens.name[i] >= 0) return true
    return false
  }
  if (pieces[at + 1]?.kind !== 'comma' || !isPhrase(pieces[at + 2])) return at
  const after = pieces[at + 3]
  const closes = after === undefined || after.kind === 'comma' || after.kind === 'break' || after.kind === 'content'
  return closes && named(pieces[at + 2]) && !named(pieces[at]) ? at + 2 : at
}
