import { nameParticles } from '../lexicon/en/name-particles.ts'
import type { AnnotatedDocument, Name } from '../model/annotation.ts'
import { isCapital, nicknameBefore } from './phrase.ts'

/** Whether a name may have this small word inside. */
const isParticle = (word: string): boolean => nameParticles.has(word.toLowerCase())

/** The name with the particles before it and what stands before them: "Nuria de la" before "Vega". */
export const widenName = (annotated: AnnotatedDocument, name: Name): Name => {
  const { text, name: holder, start, quotation, tag } = annotated.tokens
  let first = name.first
  // Edwin “Coach” Marlow
  const nickname = nicknameBefore(annotated, first)
  if (nickname >= 0) {
    const given = holder[nickname] >= 0 ? annotated.names[holder[nickname]].first : nickname
    return { ...name, first: given, start: start[given] }
  }
  while (first > 0 && name.first - first < 3 && isParticle(text[first - 1]) && quotation[first - 1] === quotation[name.first]) first--
  if (first === name.first || text[first] === 'the') return name
  const before = text[first - 1]
  if (before !== undefined && holder[first - 1] >= 0 && isCapital(before) && quotation[first - 1] === quotation[name.first])
    return { ...name, first: annotated.names[holder[first - 1]].first, start: annotated.names[holder[first - 1]].start }
  return isCapital(text[first]) && !/^(?:IN|DT|PRP)/.test(tag[first] ?? '') ? { ...name, first, start: start[first] } : name
}
