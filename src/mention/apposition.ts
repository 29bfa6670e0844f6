import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import { commaFrom, sentenceEnd } from './boundary.ts'
import { classifyNoun } from './noun.ts'
import { isCapital, parsePhrase } from './phrase.ts'
import { isBody, type Role, readRole, wordsOf } from './role.ts'

const maxApposition = 30

const being = /^(?:is|was)$/
const serving = /^(?:serves?|served|works?|worked)$/
const leading =
  /^(?:chairs|chaired|leads|led|heads|headed|runs|ran|directs|directed|manages|managed|edits|edited|founded|co-founded|owns|owned|represents|represented)$/

/** ", who served as ambassador to Ilmar", ", who chairs the allotment society": what the clause says somebody is, or whose head. */
const readClause = (annotated: AnnotatedDocument, from: number, limit: number): Role | null => {
  const { text, lower, tag } = annotated.tokens
  const as = serving.test(text[from] ?? '') && text[from + 1] === 'as'
  const first = as ? from + 2 : from + 1
  let last = commaFrom(annotated, first, limit)
  for (let i = first; i < last; i++)
    if (/^(?:VB[DZP]|MD)$/.test(tag[i] ?? '') || /^(?:and|until|when|where|while|before|after|since|[.!?"])$/.test(text[i])) last = i
  if (first >= last) return null
  if (as || being.test(text[from] ?? '')) {
    const { core } = parsePhrase(annotated, { first, last })
    const noun = classifyNoun(lower[core.last - 1])
    return noun?.class === 'person' && !noun.plural ? readRole(annotated, { first, last }) : null
  }
  if (!leading.test(text[from] ?? '')) return null
  const { core } = parsePhrase(annotated, { first, last })
  return isBody(annotated, first, core.last) ? { title: null, affiliation: wordsOf(annotated, { first, last: core.last }) } : null
}

/** ", 38, a lecturer in desert politics at Orrin University," after a name; null where nothing of the kind follows. */
export const roleAfter = (annotated: AnnotatedDocument, from: number): { role: Role; range: TokenRange } | null => {
  const { text, lower, quotation } = annotated.tokens
  const limit = Math.min(sentenceEnd(annotated, from - 1), from + maxApposition)
  let i = from
  if (text[i] !== ',' && text[i] !== '(' && text[i] !== '--') return null
  let end = commaFrom(annotated, i + 1, limit)
  if (end === i + 2 && /^\d+$/.test(text[i + 1]) && text[end] === ',') {
    i = end
    end = commaFrom(annotated, i + 1, limit)
  }
  const first = i + 1
  if (first >= end || quotation[first] !== quotation[from - 1] || /^(?:and|or|but)$/.test(text[first])) return null
  if (end < limit && text[end] === ',' && /^(?:and|or)$/.test(text[end - 1])) return null
  if (text[first] === 'who') {
    const role = readClause(annotated, first + 1, limit)
    return role ? { role, range: { first, last: end } } : null
  }
  if (/^(?:of|from)$/.test(text[first])) {
    const role = { title: null, affiliation: wordsOf(annotated, { first: first + 1, last: end }) }
    return isCapital(text[end - 1]) ? { role, range: { first, last: end } } : null
  }
  const { tag } = annotated.tokens
  if (/^(?:IN|TO|RB|VB[NDG])$/.test(tag[first] ?? '') && !/^(?:former|acting|once|then)$/i.test(text[first])) return null
  for (let k = first + 1; k + 1 < end; k++) if (text[k] === 'and' && /^(?:the|a|an|its|his|her|their)$/.test(text[k + 1])) end = k
  const finite = /^VB[DZP]$|^MD$/
  if (finite.test(tag[first] ?? '')) return null
  for (let k = first + 1; k < end && !/^(?:who|whom|which|that|whose|where|when)$/.test(text[k]); k++)
    if (finite.test(tag[k] ?? '') && !isCapital(text[k])) {
      // "… had threatened Mr Asher, the vet replied": somebody else
      if (text[first] === 'the') return null
      end = k
    }
  const phrase = parsePhrase(annotated, { first, last: end })
  const head = lower[phrase.core.last - 1]
  if (classifyNoun(head)?.plural || classifyNoun(head)?.class !== 'person' || phrase.core.last - phrase.core.first > 9) return null
  if (
    phrase.name &&
    phrase.name.last === phrase.core.last &&
    !isCapital(text[first]) &&
    phrase.name.last - phrase.name.first > 1 &&
    classifyNoun(head)?.guessed
  )
    return null
  if (end === limit && !/^[.!?]/.test(text[limit - 1] ?? '') && limit === from + maxApposition) return null
  const last = /^[.!?"]$/.test(text[end - 1]) ? end - 1 : end
  return { role: readRole(annotated, { first, last }), range: { first, last } }
}
