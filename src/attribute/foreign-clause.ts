import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import { cueVerb, finite, startsQuoted } from './clause-words.ts'
import { type Draft, range } from './draft.ts'
import { sentenceAt } from './sentences.ts'
import { findSubtree } from './subjects.ts'

const hasSubject = (annotated: AnnotatedDocument, verb: number, sentence: TokenRange): boolean => {
  const { head, relation } = annotated.tokens
  for (let t = sentence.first; t < sentence.last; t++) if (head[t] === verb && /^nsubj/.test(relation[t])) return true
  return false
}

/**
 * Where the sentence goes on whose subject is a noun and the clause that it brings in: the second finite verb, with nothing that could bring in another clause
 * before it; -1 where there is none.
 *   Ingrid Szabolci's warning that the dyke is hollow went unheeded.        → went
 */
const mainVerb = ({ tokens }: AnnotatedDocument, { first, last }: TokenRange, sentence: TokenRange): number => {
  const { tag, text } = tokens
  for (let t = sentence.first; t < first; t++) if (finite.test(tag[t])) return -1
  let verbs = 0
  for (let t = first + (text[first] === 'that' ? 1 : 0); t < last; t++) {
    if (/^(?:W|CC|IN|,)/.test(tag[t]) && verbs > 0 && !/^(?:in|of|at|for|with|on|from|to|by)$/.test(text[t])) return -1
    if (!finite.test(tag[t]) || finite.test(tag[t - 1])) continue
    verbs++
    if (verbs === 2) return /^(?:PRP|DT|PRP\$)$/.test(tag[t - 1]) ? -1 : t
  }
  return -1
}

/**
 * Ewa said the horse was lame, but its trainer insisted it was sulking.        → the content ends before “but”
 * The claim by Idris Pellow that the fund is empty has alarmed the dockers.        → the content ends before “has alarmed”
 */
export const cutForeignClause = (annotated: AnnotatedDocument, draft: Draft, isCue: (token: number) => boolean): void => {
  const { head, relation, tag, text } = annotated.tokens
  const cue = draft.cue[0]
  if (!cue) return
  const verb = cueVerb(annotated, draft)
  const [source] = draft.source
  const spoken = source !== undefined && source.last === cue.first && tag[source.last - 1] !== 'POS'
  const noun = /^NN/.test(tag[verb]) && !spoken
  const governor = noun ? head[verb] : -1
  draft.content = draft.content.map(piece => {
    if (piece.first < cue.last || startsQuoted(annotated, piece)) return piece
    const sentence = sentenceAt(annotated, verb)
    for (let t = piece.first + 3; t < Math.min(piece.last, sentence.last); t++) {
      const outer =
        head[t] === verb && (relation[t] === 'conj' || relation[t] === 'parataxis') && isCue(t) && hasSubject(annotated, t, sentence)
      if (outer) {
        let first = findSubtree(annotated, t, sentence).first
        while (first > piece.first && (tag[first - 1] === 'CC' || text[first - 1] === ',' || text[first - 1] === ';')) first--
        if (first - piece.first >= 3) return range(piece.first, first)
      }
      if (noun && t === governor && /^VB/.test(tag[t])) {
        let first = t
        while (first > piece.first && head[first - 1] === t && /^aux|^neg|^advmod/.test(relation[first - 1])) first--
        if (first - piece.first >= 3) return range(piece.first, first)
      }
    }
    const main = noun && text[piece.first - 1] !== ',' ? mainVerb(annotated, piece, sentence) : -1
    if (main >= piece.first + 3) return range(piece.first, main)
    return piece
  })
}
