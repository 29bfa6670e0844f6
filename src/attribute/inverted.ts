import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import { type Draft, draftOf, range, sharedTokens, sizeOf } from './draft.ts'
import { sentenceAt, sentenceIndexAt } from './sentences.ts'

const saying =
  /^(?:say|add|write|report|warn|explain|note|claim|announce|tell|recall|complain|reply|insist|argue|concede|admit|acknowledge|suggest|believe|think|caution|predict|assert|maintain|observe|confirm|declare|state|remark|estimate|reckon)$/

/**
 * Drafts that took the speaker after the verb for what was said.
 *   Investigators believe that a bearing overheated, said an official briefed on the findings.        → an official: the clause before the comma
 */
export const draftInverted = (annotated: AnnotatedDocument, drafts: readonly Draft[], within: TokenRange): Draft[] => {
  const { text, lower, tag, lemma } = annotated.tokens
  const added: Draft[] = []
  for (const draft of drafts) {
    const [cue] = draft.cue
    const both = draft.content.length === 2 && draft.source.length === 0 && cue !== undefined && draft.content[0].last === cue.first - 1
    const content = draft.content[both ? 1 : 0]
    if (
      draft.cue.length !== 1 ||
      !(both || draft.content.length === 1) ||
      cue.last - cue.first !== 1 ||
      !saying.test(lemma[cue.first]) ||
      !/^VB[DZP]$/.test(tag[cue.first]) ||
      text[cue.first - 1] !== ','
    )
      continue
    if (content.first !== cue.last || !/^(?:DT|NN|PRP|CD|JJ)/.test(tag[content.first]) || lower[content.first] === 'that') continue
    const sentence = sentenceAt(annotated, cue.first)
    if (content.last < sentence.last - 1 || cue.first - sentence.first < 5) continue
    let clause = false
    for (let t = content.first + 1; t < content.last; t++)
      if (/^VB[DZP]$|^MD$/.test(tag[t]) && !/^(?:who|which|that|,)$/.test(text[t - 1])) clause = true
    // Two drivers, who asked not to be named, said …
    if (both && tag.slice(sentence.first, cue.first).some((x, k) => /^W/.test(x) && text[sentence.first + k - 1] === ',')) continue
    let before = false
    for (let t = sentence.first; t < cue.first; t++) if (/^VB[DZP]$|^MD$/.test(tag[t])) before = true
    if (clause || !before) continue
    added.push(draftOf('speaker after the verb', [range(content.first, content.last)], [cue], [range(sentence.first, cue.first - 1)]))
  }
  const [from, to] = [within.first, Math.max(within.first, within.last - 1)].map(token => sentenceIndexAt(annotated, token))
  for (const sentence of annotated.sentences.slice(from, to + 1)) {
    const draft = draftTrailing(annotated, sentence)
    if (!draft) continue
    const told = [...draft.source, ...draft.cue]
    const all = (d: Draft): TokenRange[] => [...d.source, ...d.cue, ...d.content]
    if ([...drafts, ...added].some(d => sharedTokens(all(d), told) > 0)) continue
    const inside = drafts.filter(d => sharedTokens(all(d), draft.content) > 0)
    if (inside.length > 0 && inside.every(d => sharedTokens(all(d), draft.content) === sizeOf(all(d)))) added.push(draft)
  }
  return added
}

const aside = /^(?:as|when|while|after|before|until|because|though|since)$/

/**
 * Gives drafts the speaker behind the verb, which the tagger took for more of what was said.
 *   “I name the queens,” says the beekeeper.        → the beekeeper
 *   ‘It's our tree,’ shouted one pensioner as the saws started up.        → one pensioner
 */
export const giveInverted = ({ tokens, quotations }: AnnotatedDocument, drafts: readonly Draft[]): void => {
  const { text, lower, tag, quotation } = tokens
  for (const draft of drafts) {
    const [cue] = draft.cue
    if (draft.source.length > 0 || draft.cue.length !== 1 || !/^VB[DZ]$/.test(tag[cue.last - 1]) || cue.last - cue.first > 2) continue
    const behind = draft.content.find(c => c.first === cue.last)
    const quoted = draft.content.some(({ last }) => last === cue.first && quotations[quotation[last - 1]]?.last === last)
    if (!behind || !quoted || quotation[behind.first] >= 0 || !/^(?:DT|NN|PRP|CD|JJ)/.test(tag[behind.first])) continue
    let end = behind.first + 1
    while (end < behind.last && !aside.test(lower[end]) && !/^["';:]$/.test(text[end])) end++
    if (text[end - 1] === ',') end--
    if (!tag.slice(behind.first, end).some(t => /^(?:NN|PRP$|CD)/.test(t))) continue
    draft.source = [range(behind.first, end)]
    draft.content = draft.content.filter(c => c !== behind)
    draft.sourceProbability = draft.cueProbability
    draft.sourceLink = draft.cueProbability
  }
}

/**
 * The end of a sentence that says who says so.
 *   The director has argued that frozen meals pay for the rest, said a person close to the board.
 */
const draftTrailing = (annotated: AnnotatedDocument, sentence: TokenRange): Draft | null => {
  const { text, tag, lemma, quotation } = annotated.tokens
  let last = sentence.last
  while (last > sentence.first && tag[last - 1] === '.') last--
  let verb = last - 2
  while (verb > sentence.first + 5 && last - verb < 20 && !(text[verb - 1] === ',' && saying.test(lemma[verb]))) verb--
  if (text[verb - 1] !== ',' || !saying.test(lemma[verb]) || !/^VB[DZ]$/.test(tag[verb])) return null
  if (quotation[verb] >= 0 || quotation[sentence.first] >= 0 || !/^(?:DT|NN|CD|JJ)/.test(tag[verb + 1])) return null
  for (let t = verb + 1; t < last; t++) if (/^(?:VB[DZP]|MD)$/.test(tag[t]) || text[t] === ',') return null
  return draftOf('speaker after the verb', [range(verb + 1, last)], [range(verb, verb + 1)], [range(sentence.first, verb - 1)])
}
